//! Phones, e-mails and the like.

use super::{apply, round_trip, set, try_edit};
use crate::contacts::Edit;
use crate::error::Error;
use crate::testing::workspace;

#[tokio::test]
async fn a_numbered_field_means_one_point() {
    let temp = workspace().await;
    let id = temp
        .create(&[
            ("email", "a@x.example"),
            ("email2", "b@x.example"),
            ("work_email", "c@x.example"),
        ])
        .await;
    let contact = apply(&temp, id, vec![set("email2", "")]).await;
    let values: Vec<_> = contact.points.iter().map(|p| p.value.as_str()).collect();
    assert_eq!(values, ["a@x.example", "c@x.example"]);
    let contact = apply(&temp, id, vec![set("email", "")]).await;
    assert!(contact.points.is_empty());
}

#[tokio::test]
async fn points_of_any_kind_and_label_are_added() {
    let temp = workspace().await;
    let id = temp.create(&[("first_name", "Mia")]).await;
    let add = |kind: &str, label: Option<&str>, value: &str| Edit::AddPoint {
        point_kind: kind.into(),
        label: label.map(str::to_owned),
        value: value.into(),
    };
    let edits = vec![
        add("phone", Some("other"), "+34612345679"),
        add("messaging", Some("signal"), "@mia"),
        add("social", None, "mastodon.example/@mia"),
    ];
    let contact = round_trip(&temp, id, edits).await;
    let shown: Vec<_> = contact
        .points
        .iter()
        .map(|p| (p.kind.as_str(), p.label.as_deref(), p.primary))
        .collect();
    assert_eq!(
        shown,
        [
            ("messaging", Some("signal"), true),
            ("phone", Some("other"), true),
            ("social", None, true)
        ]
    );
    let odd = try_edit(&temp, id, vec![add("pigeon", None, "x")]).await;
    assert!(matches!(odd, Err(Error::Invalid { .. })));
}
