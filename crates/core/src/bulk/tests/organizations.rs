//! Fields of many organizations at once, taken back exactly.

use super::*;
use crate::contacts::FieldValue;
use crate::organizations::{
    self, Organization, OrganizationKind, OrganizationSelection, OrganizationsQuery,
};

async fn three() -> Temp {
    let temp = workspace().await;
    let field = serde_json::json!({"label": "Fleet", "type": "number", "subject": "organization"});
    crate::fields::add(&temp.ws, &serde_json::from_value(field).unwrap())
        .await
        .unwrap();
    for name in ["Aurora", "Boreal", "Cirrus"] {
        temp.create(&[("organization", name)]).await;
    }
    temp
}

async fn set_all(temp: &Temp, ids: &[i64], set: &[(&str, &str)]) -> Result<BatchDone> {
    let set = set.iter().map(|(field, value)| FieldValue {
        field: (*field).into(),
        value: (*value).into(),
    });
    let request = OrganizationsChange {
        selection: OrganizationSelection::Ids { ids: ids.to_vec() },
        set: set.collect(),
    };
    change_organizations(&temp.ws, &request, &Job::silent()).await
}

async fn get(temp: &Temp, id: i64) -> Organization {
    organizations::get(&temp.ws, id).await.unwrap()
}

#[tokio::test]
async fn every_field_is_set_changed_emptied_and_taken_back() {
    let temp = three().await;
    for set in [
        [("kind", "lead"), ("owner", "Mia")],
        [("number", "7"), ("industry", "Travel")],
        [("size", "50"), ("notes", "  two\nlines ")],
        [("fleet", "3"), ("owner", "Dan")],
        [("fleet", "4"), ("owner", "")],
        [("fleet", ""), ("kind", "account")],
    ] {
        let before = temp.dump().await;
        let done = set_all(&temp, &[1, 3, 3, 99], &set).await.unwrap();
        assert_eq!(done.count, 2, "{set:?}");
        let after = temp.dump().await;
        temp.undo().await;
        assert_same(&temp.dump().await, &before);
        temp.redo().await;
        assert_same(&temp.dump().await, &after);
    }
    let (one, other) = (get(&temp, 1).await, get(&temp, 2).await);
    assert_eq!(one.notes.as_deref(), Some("  two\nlines "));
    assert_eq!((one.number.as_deref(), one.owner), (Some("7"), None));
    assert!(one.fields.is_empty());
    assert_eq!((other.number, other.notes), (None, None));
    let check = crate::workspace::check(&temp.ws).await.unwrap();
    assert_eq!(check.problems, Vec::<String>::new());
}

#[tokio::test]
async fn a_parent_is_given_to_many_but_never_in_a_circle() {
    let temp = three().await;
    assert_eq!(
        set_all(&temp, &[2, 3], &[("parent", "Aurora")])
            .await
            .unwrap()
            .count,
        2
    );
    assert_eq!(get(&temp, 3).await.above[0].name, "Aurora");
    let before = temp.dump().await;
    for (ids, parent) in [(&[1, 2][..], "Cirrus"), (&[1, 2], "2"), (&[3, 2], "Cirrus")] {
        let refused = set_all(&temp, ids, &[("owner", "Mia"), ("parent", parent)]).await;
        let Err(Error::Invalid { fields, .. }) = refused else {
            panic!("{parent} is taken");
        };
        assert_eq!(fields[0].field, "parent");
    }
    assert_same(&temp.dump().await, &before);
    assert_eq!(
        set_all(&temp, &[2, 3], &[("parent", "")])
            .await
            .unwrap()
            .count,
        2
    );
    assert_eq!(get(&temp, 2).await.parent_id, None);
}

#[tokio::test]
async fn what_makes_no_sense_or_changes_nothing_leaves_no_batch() {
    let temp = three().await;
    let before = temp.dump().await;
    for (field, value) in [
        ("name", "Same"),
        ("kind", "club"),
        ("kind", ""),
        ("email", "a@b.example"),
        ("city", "Oslo"),
        ("fleet", "many"),
        ("nothing", "x"),
    ] {
        let refused = set_all(&temp, &[1, 2], &[("owner", "Mia"), (field, value)]).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{field}");
    }
    assert!(set_all(&temp, &[1], &[]).await.is_err());
    let same = set_all(&temp, &[1, 2], &[("kind", "account")])
        .await
        .unwrap();
    assert_eq!((same.batch, same.count), (None, 0));
    assert_same(&temp.dump().await, &before);
}

#[tokio::test]
async fn all_that_match_are_changed_as_they_were_seen() {
    let temp = three().await;
    organizations::delete(&temp.ws, &OrganizationSelection::Ids { ids: vec![1] })
        .await
        .unwrap();
    let query = OrganizationsQuery {
        kind: Some(OrganizationKind::Account),
        ..OrganizationsQuery::default()
    };
    let ranges = |generation| OrganizationsChange {
        selection: OrganizationSelection::Ranges {
            query: query.clone(),
            generation,
            ranges: vec![(0, 100)],
        },
        set: vec![FieldValue {
            field: "owner".into(),
            value: "Mia".into(),
        }],
    };
    let now = crate::journal::generation(&mut temp.ws.read().await.unwrap())
        .await
        .unwrap();
    let stale = change_organizations(&temp.ws, &ranges(now - 1), &Job::silent()).await;
    assert!(matches!(stale, Err(Error::ListChanged)));
    let done = change_organizations(&temp.ws, &ranges(now), &Job::silent()).await;
    assert_eq!(done.unwrap().count, 2);
    assert_eq!(get(&temp, 1).await.owner, None, "that one is in the trash");
}
