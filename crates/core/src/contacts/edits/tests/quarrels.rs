//! Two who change one contact at once.

use super::{apply, round_trip, seen, set, try_edit};
use crate::contacts::{self, Edit};
use crate::error::Error;
use crate::testing::workspace;

fn word(field: &str, word: &str) -> Edit {
    Edit::AddWord {
        field: field.into(),
        word: word.into(),
    }
}

#[tokio::test]
async fn an_edit_changes_only_what_it_names() {
    let temp = workspace().await;
    let id = temp
        .create(&[("first_name", "Mia"), ("tags", "vip"), ("groups", "Choir")])
        .await;
    // Two windows that both saw the contact above.
    apply(
        &temp,
        id,
        vec![set("nickname", "M."), word("tags", "press")],
    )
    .await;
    let contact = apply(
        &temp,
        id,
        vec![
            set("job_title", "CFO"),
            word("tags", "board"),
            word("groups", "Board"),
        ],
    )
    .await;
    assert_eq!(contact.nickname.as_deref(), Some("M."));
    assert_eq!(contact.tags, ["board", "press", "vip"]);
    assert_eq!(contact.groups, ["Board", "Choir"]);
    let remove = Edit::RemoveWord {
        field: "tags".into(),
        word: "VIP".into(),
    };
    assert_eq!(
        round_trip(&temp, id, vec![remove]).await.tags,
        ["board", "press"]
    );
}

#[tokio::test]
async fn a_value_that_was_changed_meanwhile_is_not_overwritten() {
    let temp = workspace().await;
    let id = temp
        .create(&[
            ("job_title", "CFO"),
            ("email", "mia@x.example"),
            ("city", "Leeds"),
        ])
        .await;
    let contact = contacts::get(&temp.ws, id).await.unwrap();
    let (point, address) = (contact.points[0].id, contact.addresses[0].id);
    let point = |value: &str| Edit::Point {
        point,
        value: value.into(),
    };
    let city = |value: &str| Edit::Address {
        address,
        part: "city".into(),
        value: value.into(),
    };
    apply(
        &temp,
        id,
        vec![set("job_title", "CEO"), point("m@x.example"), city("York")],
    )
    .await;
    let before = temp.dump().await;
    for (was, edit, now) in [
        ("CFO", set("job_title", "Chair"), "CEO"),
        ("mia@x.example", point("mia@y.example"), "m@x.example"),
        ("Leeds", city("Bath"), "York"),
    ] {
        let refused = try_edit(&temp, id, vec![set("notes", "x"), seen(was, edit)]).await;
        match refused {
            Err(Error::Conflict { present, .. }) => assert_eq!(present, now),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(temp.dump().await, before);
    // The same new value twice is no quarrel, and the value as it stands can be changed.
    let twice = try_edit(&temp, id, vec![seen("CFO", set("job_title", "CEO"))]).await;
    assert_eq!(twice.unwrap().batch, None);
    let contact = apply(&temp, id, vec![seen("CEO", set("job_title", "Chair"))]).await;
    assert_eq!(contact.job_title.as_deref(), Some("Chair"));
}
