//! New names of groups, and the filters and views that name them.

use super::*;

#[tokio::test]
async fn a_new_name_goes_into_the_filters_that_name_the_group() {
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    put(&temp, board, ids(&[1])).await;
    let rest = made(&temp, "Rest", Some("not group in (\"board\")")).await;
    let before = temp.dump().await;
    let rename = GroupEdit {
        id: board,
        name: Some("Trustees".into()),
        ..GroupEdit::default()
    };
    edit(&temp.ws, &rename).await.unwrap();
    let filter = get(&temp.ws, rest).await.unwrap().filter;
    assert_eq!(filter.as_deref(), Some("not group in (\"Trustees\")"));
    assert_eq!(shown(&temp, rest).await, [2, 3, 4]);
    let refused = delete(&temp.ws, &GroupIds { ids: vec![board] }).await;
    assert!(message(refused).contains("“Rest”"));
    undone_and_redone(&temp, before).await;
    delete(
        &temp.ws,
        &GroupIds {
            ids: vec![board, rest],
        },
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn a_new_name_goes_into_views_too_and_a_view_that_lost_a_group_says_so() {
    use crate::views::{self, ViewContent, ViewCreate, ViewSubject, ViewsRequest};
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    let other = made(&temp, "Other", None).await;
    for (name, filter) in [
        ("Plain", "has email"),
        ("Board here", "not group = \"board\" and city = \"Board\""),
    ] {
        let content = ViewContent {
            search: String::new(),
            filter: filter.into(),
            columns: Vec::new(),
            sort: contacts::Sort::default(),
        };
        let input = ViewCreate {
            subject: ViewSubject::Contact,
            name: name.into(),
            content,
        };
        views::create(&temp.ws, &input).await.unwrap();
    }
    let kept = async || {
        let request = ViewsRequest {
            subject: ViewSubject::Contact,
        };
        let views = views::list(&temp.ws, &request).await.unwrap().views;
        views
            .into_iter()
            .map(|view| (view.content.filter, view.problem.is_some()))
            .collect::<Vec<_>>()
    };
    let told = |filter: &str, problem| {
        [
            ("has email".to_owned(), false),
            (filter.to_owned(), problem),
        ]
    };
    let before = temp.dump().await;
    let new = GroupEdit {
        id: board,
        name: Some("Council \"A\"".into()),
        ..GroupEdit::default()
    };
    edit(&temp.ws, &new).await.unwrap();
    let renamed = "not group = \"Council \\\"A\\\"\" and city = \"Board\"";
    assert_eq!(kept().await, told(renamed, false));
    undone_and_redone(&temp, before).await;
    let merge_into = GroupsMerge {
        into: other,
        from: vec![board],
    };
    merge(&temp.ws, &merge_into).await.unwrap();
    let merged = "not group = \"Other\" and city = \"Board\"";
    assert_eq!(kept().await, told(merged, false));
    delete(&temp.ws, &GroupIds { ids: vec![other] })
        .await
        .unwrap();
    assert_eq!(kept().await, told(merged, true));
}
