//! Undo and redo compare the whole workspace.

use super::*;
use crate::contacts;
use crate::contacts::{ContactEdit, Edit, Selection};
use crate::error::Error;
use crate::import::{ImportRequest, Mode, Update};
use crate::progress::Job;
use crate::testing::{Dump, Temp, request, workspace};

const PEOPLE: &str = "First name,Last name,Company,E-mail,Mobile,City,Groups,Tags\n\
    Noa,Levi,Acme,noa@levi.example,050-123 4567,Haifa,Board,vip\n\
    Dan,Katz,Acme,dan@katz.example,052-345 6789,Eilat,\"Board, Choir\",\n";

async fn set(temp: &Temp, id: i64, field: &str, value: &str) {
    let edits = vec![Edit::Set {
        field: field.into(),
        value: value.into(),
    }];
    contacts::edit(&temp.ws, &ContactEdit { id, edits })
        .await
        .unwrap();
}

/// Fails with the rows that differ only.
fn assert_same(left: &Dump, right: &Dump) {
    for (table, rows) in left {
        let other = &right[table];
        let odd: Vec<_> = rows
            .iter()
            .filter(|r| !other.contains(r))
            .chain(other.iter().filter(|r| !rows.contains(r)))
            .collect();
        assert!(odd.is_empty(), "{table}: {odd:#?}");
    }
}

#[tokio::test]
async fn an_import_is_taken_back_and_done_again_exactly() {
    let temp = workspace().await;
    temp.create(&[
        ("full_name", "Ines Vidal"),
        ("email", "ines@aurora.example"),
    ])
    .await;
    let before = temp.dump().await;
    temp.import(PEOPLE).await;
    let after = temp.dump().await;
    let undone = temp.undo().await;
    assert_eq!((undone.reversed, undone.kept.len()), (2, 0));
    assert_same(&temp.dump().await, &before);
    temp.redo().await;
    assert_same(&temp.dump().await, &after);
    temp.undo().await;
    assert_same(&temp.dump().await, &before);
}

#[tokio::test]
async fn an_import_that_updated_gives_the_old_values_back() {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    let before = temp.dump().await;
    let again = "First name,Last name,Company,E-mail,Mobile,Job title,City,Groups,Tags\n\
        Noa,Levi,Other,noa@levi.example,054-765 4321,CFO,Jaffa,Press,press\n";
    let report = temp
        .import_with(ImportRequest {
            update: Update::Replace,
            ..request(again)
        })
        .await;
    assert_eq!((report.created, report.updated), (0, 1));
    assert_ne!(temp.dump().await, before);
    temp.undo().await;
    assert_same(&temp.dump().await, &before);
}

#[tokio::test]
async fn what_was_edited_since_is_kept_and_named() {
    let temp = workspace().await;
    let batch = temp.import(PEOPLE).await.batch;
    set(&temp, 1, "job_title", "CFO").await;
    let undone = undo(&temp.ws, &UndoRequest { batch }, &Job::silent())
        .await
        .unwrap();
    assert_eq!(undone.reversed, 1);
    assert_eq!(
        undone
            .kept
            .iter()
            .map(|k| (k.id, k.reason.as_str()))
            .collect::<Vec<_>>(),
        [(1, "edited since")]
    );
    assert_eq!(temp.search("").await, ["Noa Levi"]);
    assert_eq!(temp.search("acme 4567").await, ["Noa Levi"]);
}

#[tokio::test]
async fn a_field_edited_since_an_update_is_kept_and_the_others_go_back() {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    let again = "E-mail,First name,Nickname,Notes\nnoa@levi.example,Noa,Nunu,from the fair\n";
    let batch = temp.import(again).await.batch;
    set(&temp, 1, "nickname", "N.").await;
    undo(&temp.ws, &UndoRequest { batch }, &Job::silent())
        .await
        .unwrap();
    let contact = contacts::get(&temp.ws, 1).await.unwrap();
    assert_eq!(
        (contact.nickname.as_deref(), contact.notes),
        (Some("N."), None)
    );
}

#[tokio::test]
async fn edits_and_deletions_are_undone_one_after_the_other() {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    let first = temp.dump().await;
    set(&temp, 1, "email", "noa@acme.example").await;
    set(&temp, 1, "phone_mobile", "").await;
    let edited = temp.dump().await;
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![1, 2] })
        .await
        .unwrap();
    assert!(temp.search("").await.is_empty());
    temp.undo().await;
    assert_same(&temp.dump().await, &edited);
    temp.undo().await;
    temp.undo().await;
    assert_same(&temp.dump().await, &first);
}

#[tokio::test]
async fn what_the_search_finds_goes_back_with_each_value() {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    let before = temp.dump().await;
    let fields = [
        "first_name",
        "middle_name",
        "last_name",
        "nickname",
        "full_name",
    ];
    let others = ["notes", "organization", "email", "job_title"];
    for field in fields.into_iter().chain(others) {
        set(&temp, 1, field, "quux@new.example").await;
        let found = temp.search("quux").await.len();
        assert_eq!(found, usize::from(field != "job_title"), "{field}");
        temp.undo().await;
        assert_same(&temp.dump().await, &before);
    }
}

#[tokio::test]
async fn something_new_ends_redo() {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    temp.undo().await;
    temp.create(&[("full_name", "Ines Vidal")]).await;
    assert!(matches!(
        redo(&temp.ws, &Job::silent()).await,
        Err(Error::NothingToRedo)
    ));
}

#[tokio::test]
async fn a_batch_is_undone_once() {
    let temp = workspace().await;
    let batch = temp.import(PEOPLE).await.batch;
    temp.undo().await;
    let again = undo(&temp.ws, &UndoRequest { batch }, &Job::silent()).await;
    assert!(matches!(again, Err(Error::AlreadyUndone { .. })));
    let nothing = undo(&temp.ws, &UndoRequest { batch: None }, &Job::silent()).await;
    assert!(matches!(nothing, Err(Error::NothingToUndo)));
}

async fn opt_outs(temp: &Temp) -> i64 {
    crate::workspace::stats(&temp.ws).await.unwrap().opt_outs
}

#[tokio::test]
async fn an_opt_out_of_an_import_outlives_its_undo() {
    let temp = workspace().await;
    temp.import("E-mail,E-mail status\nnoa@levi.example,unsubscribed\n")
        .await;
    assert_eq!(opt_outs(&temp).await, 1);
    temp.undo().await;
    assert_eq!(opt_outs(&temp).await, 1);
}

#[tokio::test]
async fn an_import_of_opt_outs_is_taken_back() {
    let temp = workspace().await;
    let out = ImportRequest {
        mode: Mode::OptOut,
        ..request("E-mail\nnoa@levi.example\n")
    };
    assert_eq!(temp.import_with(out).await.opted_out, 1);
    temp.undo().await;
    assert_eq!(opt_outs(&temp).await, 0);
}

#[tokio::test]
async fn a_cancelled_undo_changes_nothing() {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    let before = temp.dump().await;
    let job = Job::silent();
    job.cancel_handle().cancel();
    let cancelled = undo(&temp.ws, &UndoRequest::default(), &job).await;
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert_same(&temp.dump().await, &before);
}
