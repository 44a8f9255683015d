//! Views are kept in their order and are taken back like everything else.

use super::*;
use crate::contacts::Sort;
use crate::error::Error;
use crate::testing::{Temp, workspace};

const CONTACTS: ViewsRequest = ViewsRequest {
    subject: ViewSubject::Contact,
};

fn content(search: &str) -> ViewContent {
    let column = |id: &str, width| ViewColumn {
        id: id.into(),
        width,
    };
    ViewContent {
        search: search.into(),
        filter: "country = \"IL\"".into(),
        columns: vec![column("name", None), column("shoe_size", Some(120))],
        sort: Sort {
            field: "shoe_size".into(),
            descending: true,
        },
    }
}

async fn create_named(temp: &Temp, name: &str) -> Result<ViewChanged, Error> {
    let input = ViewCreate {
        subject: ViewSubject::Contact,
        name: name.into(),
        content: content(name),
    };
    create(&temp.ws, &input).await
}

async fn made(temp: &Temp, name: &str) -> i64 {
    create_named(temp, name).await.unwrap().id.unwrap()
}

async fn names(temp: &Temp) -> Vec<String> {
    let views = list(&temp.ws, &CONTACTS).await.unwrap().views;
    views.into_iter().map(|view| view.name).collect()
}

#[tokio::test]
async fn a_view_comes_back_as_it_was_kept() {
    let temp = workspace().await;
    let id = made(&temp, " VIP ").await;
    let views = list(&temp.ws, &CONTACTS).await.unwrap().views;
    let kept = View {
        id,
        name: "VIP".into(),
        content: content(" VIP "),
        problem: None,
    };
    assert_eq!(views, [kept]);
    let others = ViewsRequest {
        subject: ViewSubject::Organization,
    };
    assert!(list(&temp.ws, &others).await.unwrap().views.is_empty());
}

#[tokio::test]
async fn names_are_needed_and_never_the_same_twice() {
    let temp = workspace().await;
    made(&temp, "Café").await;
    for name in ["cafe", "  ", ""] {
        let refused = create_named(&temp, name).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{name}");
    }
}

#[tokio::test]
async fn views_are_renamed_changed_duplicated_arranged_and_deleted() {
    let temp = workspace().await;
    let (a, b) = (made(&temp, "A").await, made(&temp, "B").await);
    let copy = ViewDuplicate {
        id: a,
        name: "C".into(),
    };
    duplicate(&temp.ws, &copy).await.unwrap();
    assert_eq!(names(&temp).await, ["A", "C", "B"]);
    let order = ViewsArrange {
        subject: ViewSubject::Contact,
        ids: vec![b, 999],
    };
    arrange(&temp.ws, &order).await.unwrap();
    assert_eq!(names(&temp).await, ["B", "A", "C"]);
    let other = ViewUpdate {
        id: a,
        name: Some("a".into()),
        content: Some(content("x")),
    };
    update(&temp.ws, &other).await.unwrap();
    delete(&temp.ws, &ViewById { id: b }).await.unwrap();
    assert_eq!(names(&temp).await, ["a", "C"]);
    let gone = delete(&temp.ws, &ViewById { id: b }).await;
    assert!(matches!(gone, Err(Error::NotFound { .. })));
}

#[tokio::test]
async fn every_change_of_a_view_is_undone_and_done_again() {
    let temp = workspace().await;
    let mut states = vec![temp.dump().await];
    let id = made(&temp, "A").await;
    states.push(temp.dump().await);
    let other = ViewUpdate {
        id,
        name: Some("B".into()),
        content: Some(content("y")),
    };
    update(&temp.ws, &other).await.unwrap();
    states.push(temp.dump().await);
    delete(&temp.ws, &ViewById { id }).await.unwrap();
    states.push(temp.dump().await);
    for before in states.iter().rev().skip(1) {
        temp.undo().await;
        assert_eq!(&temp.dump().await, before);
    }
    for after in &states[1..] {
        temp.redo().await;
        assert_eq!(&temp.dump().await, after);
    }
}
