//! What an opt-out outlives, and what lifts it.

mod listing;
mod undoing;

use super::*;
use crate::contacts::{self, Contact, ContactEdit, Edit, PointStatus, Selection};
use crate::error::Error;
use crate::journal::{UndoRequest, undo};
use crate::progress::Job;
use crate::testing::{Temp, workspace};

const NOA: &str = "First name,E-mail,Mobile\nNoa,noa@levi.example,050-123 4567\n";

fn value(text: &str) -> OptOutValue {
    OptOutValue {
        kind: None,
        value: text.into(),
    }
}

fn act(initiative: Initiative, reason: &str) -> OptOutAct {
    OptOutAct {
        initiative,
        reason: Some(reason.into()),
        note: None,
    }
}

async fn out_because(temp: &Temp, text: &str, act: OptOutAct) -> OptOutsDone {
    let input = OptOutAdd {
        values: vec![value(text)],
        act,
        country: Some("IL".into()),
    };
    add(&temp.ws, &input).await.unwrap()
}

async fn out(temp: &Temp, text: &str) -> OptOutsDone {
    out_because(temp, text, OptOutAct::default()).await
}

async fn reinstate(temp: &Temp, text: &str, ground: &str) -> Result<OptOutsDone, Error> {
    let input = OptOutRemove {
        value: value(text),
        ground: ground.into(),
        note: None,
        country: Some("IL".into()),
    };
    remove(&temp.ws, &input).await
}

async fn told(temp: &Temp, text: &str) -> Subscription {
    let request = OptOutHistoryRequest {
        value: value(text),
        country: Some("IL".into()),
    };
    history(&temp.ws, &request).await.unwrap()
}

async fn is_out(temp: &Temp, text: &str) -> bool {
    told(temp, text).await.status == SubscriptionStatus::OptedOut
}

async fn undo_batch(temp: &Temp, batch: Option<i64>) {
    undo(&temp.ws, &UndoRequest { batch }, &Job::silent())
        .await
        .unwrap();
}

async fn assert_sound(temp: &Temp) {
    let report = crate::workspace::check(&temp.ws).await.unwrap();
    assert_eq!(report.problems, [""; 0]);
}

async fn contact(temp: &Temp, id: i64) -> Contact {
    contacts::get(&temp.ws, id).await.unwrap()
}

#[tokio::test]
async fn a_value_is_out_for_everyone_who_has_it_in_every_spelling() {
    let temp = workspace().await;
    temp.import(NOA).await;
    temp.import("First name,Mobile\nDan,+972 50 123 4567\n")
        .await;
    let done = out(&temp, "(050) 1234567").await;
    assert_eq!((done.changed, done.already), (1, 0));
    for id in [1, 2] {
        let points = contact(&temp, id).await.points;
        let phone = points.iter().find(|p| p.kind == "phone").unwrap();
        assert_eq!(phone.status, PointStatus::OptedOut, "{id}");
    }
    let holders = told(&temp, "+972501234567").await.contacts;
    assert_eq!(
        holders.iter().map(|h| h.name.as_str()).collect::<Vec<_>>(),
        ["Dan", "Noa"]
    );
    let mail = contact(&temp, 1)
        .await
        .points
        .into_iter()
        .find(|p| p.kind == "email")
        .unwrap();
    assert_eq!(mail.status, PointStatus::Active);
}

#[tokio::test]
async fn what_is_no_phone_and_no_email_is_refused() {
    let temp = workspace().await;
    for text in ["rubbish", "12", "noa@", ""] {
        let input = OptOutAdd {
            values: vec![value("a@x.example"), value(text)],
            act: OptOutAct::default(),
            country: None,
        };
        let refused = add(&temp.ws, &input).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{text}");
    }
    assert!(!is_out(&temp, "a@x.example").await, "all or nothing");
}

#[tokio::test]
async fn reinstating_wants_a_ground_and_records_it() {
    let temp = workspace().await;
    out_because(&temp, "noa@levi.example", act(Initiative::Theirs, "asked")).await;
    let refused = reinstate(&temp, "noa@levi.example", "  ").await;
    assert!(matches!(refused, Err(Error::Invalid { fields, .. }) if fields[0].field == "ground"));
    assert!(is_out(&temp, "noa@levi.example").await);
    reinstate(&temp, "NOA@levi.example", "asked again in writing")
        .await
        .unwrap();
    let state = told(&temp, "noa@levi.example").await;
    assert_eq!(
        (state.status, state.initiative, state.reason),
        (SubscriptionStatus::Active, None, None)
    );
    let lines: Vec<_> = state
        .changes
        .iter()
        .map(|c| (c.status, c.ground.as_deref(), c.reason.as_deref()))
        .collect();
    assert_eq!(
        lines,
        [
            (
                SubscriptionStatus::Active,
                Some("asked again in writing"),
                None
            ),
            (SubscriptionStatus::OptedOut, None, Some("asked")),
        ]
    );
    let again = reinstate(&temp, "noa@levi.example", "once more").await;
    assert!(
        matches!(again, Err(Error::NotFound { .. })),
        "it is active already"
    );
    assert_sound(&temp).await;
}

#[tokio::test]
async fn nothing_that_happens_to_contacts_lifts_an_opt_out() {
    let temp = workspace().await;
    temp.import(NOA).await;
    out(&temp, "050-123 4567").await;
    let one = Selection::Ids { ids: vec![1] };
    contacts::delete(&temp.ws, &one).await.unwrap();
    assert!(is_out(&temp, "0501234567").await, "deleting");
    contacts::restore(&temp.ws, &one).await.unwrap();
    assert!(is_out(&temp, "0501234567").await, "restoring");
    let point = contact(&temp, 1)
        .await
        .points
        .iter()
        .find(|p| p.kind == "phone")
        .unwrap()
        .id;
    for number in ["052-345 6789", "+972501234567"] {
        let edits = vec![Edit::Point {
            point,
            value: number.into(),
        }];
        contacts::edit(&temp.ws, &ContactEdit { id: 1, edits })
            .await
            .unwrap();
    }
    let phone = contact(&temp, 1)
        .await
        .points
        .into_iter()
        .find(|p| p.id == point)
        .unwrap();
    assert_eq!(phone.status, PointStatus::OptedOut, "editing away and back");
    contacts::archive(&temp.ws, &one).await.unwrap();
    assert!(is_out(&temp, "0501234567").await, "archiving");
    contacts::unarchive(&temp.ws, &one).await.unwrap();
    assert!(is_out(&temp, "0501234567").await, "taking back");
    let report = temp
        .import("E-mail,Mobile,Job title,Status\nnoa@levi.example,0501234567,Baker,subscribed\n")
        .await;
    assert_eq!(report.updated, 1);
    assert!(
        is_out(&temp, "0501234567").await,
        "an import that changes her"
    );
    let edits = vec![
        Edit::Point {
            point,
            value: String::new(),
        },
        Edit::AddPoint {
            point_kind: "phone".into(),
            label: None,
            value: "0501234567".into(),
        },
    ];
    contacts::edit(&temp.ws, &ContactEdit { id: 1, edits })
        .await
        .unwrap();
    assert!(is_out(&temp, "0501234567").await, "taking the number out");
    contacts::delete(&temp.ws, &one).await.unwrap();
    temp.import("First name,Mobile,Status\nNoa,00972 50 1234567,subscribed\n")
        .await;
    assert!(
        is_out(&temp, "0501234567").await,
        "importing again in another spelling"
    );
    temp.undo().await;
    assert!(is_out(&temp, "0501234567").await, "undoing that import");
    temp.undo().await;
    assert!(is_out(&temp, "0501234567").await, "undoing the deletion");
    let other = temp
        .create(&[("first_name", "N."), ("phone", "+972 50-1234567")])
        .await;
    let merge = contacts::ContactsMerge {
        into: other,
        from: vec![1],
        ..contacts::ContactsMerge::default()
    };
    contacts::merge(&temp.ws, &merge).await.unwrap();
    let merged = contact(&temp, other).await;
    let phone = merged.points.iter().find(|p| p.kind == "phone").unwrap();
    assert_eq!(phone.status, PointStatus::OptedOut, "merging");
    temp.undo().await;
    assert!(is_out(&temp, "0501234567").await, "undoing the merge");
    assert_sound(&temp).await;
}

#[tokio::test]
async fn an_opt_out_outlives_the_import_and_the_trash_of_everyone_who_has_it() {
    let temp = workspace().await;
    let first = temp.import(NOA).await;
    let second = temp
        .import("First name,Mobile\nDan,+972 50 123 4567\n")
        .await;
    out(&temp, "050-123 4567").await;
    undo_batch(&temp, second.batch).await;
    assert!(is_out(&temp, "0501234567").await, "undoing one import");
    undo_batch(&temp, first.batch).await;
    assert!(told(&temp, "0501234567").await.contacts.is_empty());
    assert!(is_out(&temp, "0501234567").await, "undoing the other");
    let id = temp
        .create(&[("first_name", "Mia"), ("phone", "+972501234567")])
        .await;
    let one = Selection::Ids { ids: vec![id] };
    contacts::delete(&temp.ws, &one).await.unwrap();
    let all = crate::trash::TrashEmpty::Everything;
    crate::trash::empty(&temp.ws, &all, &Job::silent())
        .await
        .unwrap();
    assert!(is_out(&temp, "0501234567").await, "emptying the trash");
    let back = temp
        .create(&[("first_name", "Mia"), ("phone", "+972 (50) 123-4567")])
        .await;
    let phone = &contact(&temp, back).await.points[0];
    assert_eq!(phone.status, PointStatus::OptedOut);
    assert_sound(&temp).await;
}

#[tokio::test]
async fn an_edit_of_the_words_is_in_the_history_and_undone() {
    let temp = workspace().await;
    out_because(
        &temp,
        "noa@levi.example",
        act(Initiative::Bounce, "mailbox full"),
    )
    .await;
    let before = temp.dump().await;
    let input = OptOutEdit {
        value: value("noa@levi.example"),
        act: act(Initiative::Ours, "left the association"),
    };
    assert_eq!(edit(&temp.ws, &input).await.unwrap().changed, 1);
    let state = told(&temp, "noa@levi.example").await;
    assert_eq!(
        (state.initiative, state.changes.len()),
        (Some(Initiative::Ours), 2)
    );
    assert_eq!(
        edit(&temp.ws, &input).await.unwrap().batch,
        None,
        "the same words again"
    );
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn the_same_asking_again_changes_nothing() {
    let temp = workspace().await;
    out_because(
        &temp,
        "noa@levi.example",
        act(Initiative::Ours, "cleaning up"),
    )
    .await;
    let again = out_because(
        &temp,
        "noa@levi.example",
        act(Initiative::Ours, "cleaning up"),
    )
    .await;
    assert_eq!((again.batch, again.changed, again.already), (None, 0, 1));
}

#[tokio::test]
async fn a_selection_is_opted_out_as_one_batch() {
    let temp = workspace().await;
    temp.import("First name,E-mail,Mobile\nNoa,noa@x.example,050-123 4567\nDan,dan@x.example,\n")
        .await;
    let before = temp.dump().await;
    let input = OptOutSelection {
        selection: Selection::Ids { ids: vec![1, 2] },
        kinds: vec![OptOutKind::Email],
        act: OptOutAct::default(),
    };
    let done = opt_out_selection(&temp.ws, &input, &Job::silent())
        .await
        .unwrap();
    assert_eq!((done.changed, done.already), (2, 0));
    assert!(!is_out(&temp, "050-123 4567").await, "only e-mails");
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn the_values_of_a_contact_come_with_their_states() {
    let temp = workspace().await;
    temp.import(NOA).await;
    temp.import("First name,E-mail\nTamar,noa@levi.example\n")
        .await;
    out_because(&temp, "noa@levi.example", act(Initiative::Bounce, "gone")).await;
    let found = of_contact(&temp.ws, 1).await.unwrap();
    let states: Vec<_> = found
        .values
        .iter()
        .map(|v| (v.shown.as_str(), v.status, v.contacts.len()))
        .collect();
    assert_eq!(
        states,
        [
            ("+972 50-123-4567", SubscriptionStatus::Active, 1),
            ("noa@levi.example", SubscriptionStatus::OptedOut, 2),
        ]
    );
}
