//! Backups that Roster makes by itself: when, of what state, found again, looked into and taken from.

use std::path::Path;

use super::*;
use crate::bulk::{self, BulkChange};
use crate::contacts::{self, ContactEdit, Edit, Selection};
use crate::journal::{self, UndoRequest};
use crate::progress::Job;
use crate::testing::{Dump, Temp, association, workspace};
use crate::trash::{self, TrashEmpty};
use crate::workspace::{self, OpenMode, Settings, Workspace, check};

const PEOPLE: &str = "First name,E-mail,Mobile,Company,Groups,Tags\n\
    Noa,noa@x.example,054-123 4567,Acme,Board,vip\nInes,ines@x.example,,,,\n";

async fn keeping() -> Temp {
    let desk = workspace().await;
    desk.ws.keep_backups();
    desk.import(PEOPLE).await;
    desk
}

async fn set(desk: &Temp, id: i64, field: &str, value: &str) {
    let edits = vec![Edit::Set {
        field: field.into(),
        value: value.into(),
    }];
    contacts::edit(&desk.ws, &ContactEdit { id, edits })
        .await
        .unwrap();
}

fn assert_same(left: &Dump, right: &Dump) {
    for (table, rows) in left {
        assert_eq!(rows, &right[table], "{table}");
    }
}

async fn kept(desk: &Temp) -> Vec<KeptBackup> {
    desk.ws.keeper().settle().await.unwrap();
    list(&desk.ws).await.unwrap().backups
}

async fn keep_now(desk: &Temp) -> String {
    now(&desk.ws, &Job::silent()).await.unwrap().name
}

#[tokio::test]
async fn an_import_begins_with_a_backup_of_what_was_there() {
    let desk = keeping().await;
    assert_eq!(kept(&desk).await, [], "there was nothing to keep");
    let before = desk.dump().await;
    desk.import("First name,E-mail\nOmar,omar@x.example\n")
        .await;
    let backups = kept(&desk).await;
    let [backup] = backups.as_slice() else {
        panic!("{backups:?}")
    };
    assert_eq!((backup.why, backup.contacts), (Some(Why::Import), Some(2)));
    assert_eq!((backup.organizations, backup.groups), (Some(1), Some(1)));
    let name = BackupName {
        name: backup.name.clone(),
    };
    let restored = restore_kept(&desk.ws, &name, &Job::silent()).await.unwrap();
    assert_eq!(restored.contacts, 2);
    assert_same(&desk.dump().await, &before);
    assert!(check(&desk.ws).await.unwrap().ok);
    let whys: Vec<_> = kept(&desk).await.iter().map(|backup| backup.why).collect();
    assert_eq!(whys, [Some(Why::Restore), Some(Why::Import)]);
}

#[tokio::test]
async fn a_state_is_kept_once_and_only_where_backups_are_wanted() {
    let desk = keeping().await;
    for _ in 0..3 {
        before(&desk.ws, Why::Change).await;
    }
    assert_eq!(kept(&desk).await.len(), 1);
    let settings = Settings {
        backups: false,
        ..Settings::default()
    };
    workspace::set_settings(&desk.ws, &settings).await.unwrap();
    desk.create(&[("first_name", "Later")]).await;
    before(&desk.ws, Why::Change).await;
    assert_eq!(kept(&desk).await.len(), 1);
    keep_now(&desk).await;
    assert_eq!(
        kept(&desk).await.len(),
        2,
        "asked for, it is made all the same"
    );
    let other = workspace().await;
    other.import(PEOPLE).await;
    other.import("E-mail\nx@x.example\n").await;
    assert_eq!(
        kept(&other).await,
        [],
        "a program that does not ask for it keeps none"
    );
}

#[tokio::test]
async fn a_workspace_in_use_is_kept_once_it_has_changed() {
    let desk = keeping().await;
    regularly(&desk.ws).await;
    assert_eq!(kept(&desk).await[0].why, Some(Why::Use));
    desk.create(&[("first_name", "Later")]).await;
    regularly(&desk.ws).await;
    assert_eq!(kept(&desk).await.len(), 1, "half an hour has not passed");
}

#[tokio::test]
async fn a_change_of_many_begins_with_a_backup_and_one_of_few_does_not() {
    let desk = keeping().await;
    let many: String = (0..MANY).map(|n| format!("{n}@y.example\n")).collect();
    desk.import(&format!("E-mail\n{many}")).await;
    let before = kept(&desk).await.len();
    let tag = |ids: Vec<i64>| BulkChange {
        selection: Selection::Ids { ids },
        edits: vec![bulk::BulkEdit::AddTag { tag: "new".into() }],
    };
    let change = async |ids| {
        bulk::change(&desk.ws, &tag(ids), &Job::silent())
            .await
            .unwrap()
    };
    change(vec![1]).await;
    assert_eq!(kept(&desk).await.len(), before);
    change((1..=MANY as i64).collect()).await;
    assert_eq!(kept(&desk).await[0].why, Some(Why::Change));
}

#[tokio::test]
async fn emptying_the_trash_waits_for_its_backup() {
    let desk = keeping().await;
    contacts::delete(&desk.ws, &Selection::Ids { ids: vec![1] })
        .await
        .unwrap();
    let folder = desk.ws.path().with_file_name("test.backups");
    std::fs::write(&folder, "a file where the folder should be").unwrap();
    let empty = async || trash::empty(&desk.ws, &TrashEmpty::Everything, &Job::silent()).await;
    assert!(empty().await.is_err());
    assert_eq!(
        workspace::stats(&desk.ws).await.unwrap().trash,
        1,
        "nothing was removed"
    );
    assert!(list(&desk.ws).await.unwrap().failure.is_some());
    std::fs::remove_file(&folder).unwrap();
    empty().await.unwrap();
    assert_eq!(kept(&desk).await[0].why, Some(Why::Removal));
    assert_eq!(list(&desk.ws).await.unwrap().failure, None);
}

#[tokio::test]
async fn a_backup_holds_the_state_at_its_beginning_while_others_write() {
    let desk = keeping().await;
    let rows: String = (0..2000)
        .map(|n| format!("Person {n},{n}@y.example\n"))
        .collect();
    before(&desk.ws, Why::Change).await;
    // The copy goes on while this is written.
    desk.import(&format!("Name,E-mail\n{rows}")).await;
    assert_eq!(kept(&desk).await.last().unwrap().contacts, Some(2));
}

#[tokio::test]
async fn files_of_others_in_the_folder_are_left_alone() {
    let desk = keeping().await;
    let folder = desk.ws.path().with_file_name("test.backups");
    std::fs::create_dir(&folder).unwrap();
    let (own, foreign) = (
        folder.join("my own copy.roster"),
        folder.join("letter.roster"),
    );
    save(&desk.ws, &own, &Job::silent()).await.unwrap();
    std::fs::write(&foreign, "Dear Noa").unwrap();
    let settings = Settings {
        backups_megabytes: 0,
        ..Settings::default()
    };
    workspace::set_settings(&desk.ws, &settings).await.unwrap();
    for name in ["A", "B"] {
        desk.create(&[("first_name", name)]).await;
        keep_now(&desk).await;
    }
    let backups = kept(&desk).await;
    let whys: Vec<_> = backups
        .iter()
        .map(|backup| (backup.why, backup.readable))
        .collect();
    assert_eq!(
        whys,
        [(Some(Why::Asked), true), (None, true), (None, false)]
    );
    assert!(own.exists() && foreign.exists());
}

#[tokio::test]
async fn a_name_leads_nowhere_but_into_the_folder() {
    let desk = keeping().await;
    keep_now(&desk).await;
    for name in [
        "../test.roster",
        "",
        ".",
        "..",
        "/etc/passwd",
        "no such.roster",
        "a/../../test.roster",
    ] {
        let refused =
            restore_kept(&desk.ws, &BackupName { name: name.into() }, &Job::silent()).await;
        assert_eq!(refused.unwrap_err().code(), "not_found", "{name}");
    }
}

async fn inside(desk: &Temp, name: &str, search: &str) -> Vec<(String, Since)> {
    let input = BackupLook {
        name: name.into(),
        search: search.into(),
        offset: 0,
        limit: 100,
    };
    let found = look(&desk.ws, &input).await.unwrap();
    assert_eq!(found.total as usize, found.contacts.len());
    found
        .contacts
        .into_iter()
        .map(|contact| (contact.name, contact.since))
        .collect()
}

async fn take(desk: &Temp, name: &str, ids: &[i64]) -> BackupTaken {
    let input = BackupTake {
        name: name.into(),
        ids: ids.to_vec(),
    };
    take_back(&desk.ws, &input, &Job::silent()).await.unwrap()
}

#[tokio::test]
async fn a_look_finds_contacts_and_says_what_became_of_them() {
    let desk = keeping().await;
    desk.create(&[("first_name", "Omar"), ("email", "omar@x.example")])
        .await;
    desk.create(&[("first_name", "Zoe"), ("email", "zoe@x.example")])
        .await;
    let name = keep_now(&desk).await;
    let bytes = std::fs::read(desk.ws.path().with_file_name("test.backups").join(&name)).unwrap();
    set(&desk, 1, "job_title", "CFO").await;
    contacts::delete(&desk.ws, &Selection::Ids { ids: vec![2, 3] })
        .await
        .unwrap();
    let only = TrashEmpty::Contacts {
        selection: Some(Selection::Ids { ids: vec![3] }),
    };
    trash::empty(&desk.ws, &only, &Job::silent()).await.unwrap();
    let expected = [
        ("Ines".to_owned(), Since::Aside),
        ("Noa".to_owned(), Since::Changed),
        ("Omar".to_owned(), Since::Gone),
        ("Zoe".to_owned(), Since::Same),
    ];
    assert_eq!(inside(&desk, &name, "").await, expected);
    assert_eq!(inside(&desk, &name, "omar x.example").await, expected[2..3]);
    let after = std::fs::read(desk.ws.path().with_file_name("test.backups").join(&name)).unwrap();
    assert!(bytes == after, "looking changes nothing");
}

#[tokio::test]
async fn contacts_are_taken_back_as_one_change_that_is_undone() {
    let desk = keeping().await;
    let original = desk.dump().await;
    let name = keep_now(&desk).await;
    for (field, value) in [
        ("job_title", "CFO"),
        ("email", "new@x.example"),
        ("phone_mobile", ""),
        ("tags", "press"),
    ] {
        set(&desk, 1, field, value).await;
    }
    contacts::delete(&desk.ws, &Selection::Ids { ids: vec![2] })
        .await
        .unwrap();
    let before = desk.dump().await;
    let taken = take(&desk, &name, &[1, 2]).await;
    assert_eq!((taken.contacts, taken.left_out), (2, 0));
    assert!(
        inside(&desk, &name, "")
            .await
            .iter()
            .all(|(_, since)| *since == Since::Same)
    );
    assert_eq!(desk.search("054-123 4567").await, ["Noa"]);
    assert!(check(&desk.ws).await.unwrap().ok);
    for table in ["points", "contact_tags", "group_contacts", "affiliations"] {
        assert_eq!(desk.dump().await[table], original[table], "{table}");
    }
    let after = desk.dump().await;
    let undo = UndoRequest { batch: taken.batch };
    journal::undo(&desk.ws, &undo, &Job::silent())
        .await
        .unwrap();
    assert_same(&desk.dump().await, &before);
    journal::redo(&desk.ws, &Job::silent()).await.unwrap();
    assert_same(&desk.dump().await, &after);
}

#[tokio::test]
async fn a_contact_that_is_gone_comes_back_with_what_it_had_and_was() {
    let (desk, mia) = association().await;
    let input = crate::memberships::MemberEnroll {
        id: mia,
        type_id: 1,
        // Who has an order never leaves the trash.
        free: true,
        ..Default::default()
    };
    crate::memberships::enroll(&desk.ws, &input).await.unwrap();
    set(&desk, mia, "groups", "Board").await;
    let name = keep_now(&desk).await;
    let before = desk.dump().await;
    contacts::delete(&desk.ws, &Selection::Ids { ids: vec![mia] })
        .await
        .unwrap();
    trash::empty(&desk.ws, &TrashEmpty::Everything, &Job::silent())
        .await
        .unwrap();
    assert_eq!(
        inside(&desk, &name, "").await,
        [("Mia".to_owned(), Since::Gone)]
    );
    take(&desk, &name, &[mia]).await;
    let after = desk.dump().await;
    for table in ["members", "memberships", "group_contacts"] {
        assert_eq!(after[table], before[table], "{table}");
    }
    assert_eq!(
        inside(&desk, &name, "").await,
        [("Mia".to_owned(), Since::Same)]
    );
    assert!(check(&desk.ws).await.unwrap().ok);
    desk.undo().await;
    assert_eq!(
        inside(&desk, &name, "").await,
        [("Mia".to_owned(), Since::Gone)]
    );
}

#[tokio::test]
async fn numbers_that_mean_somebody_else_by_now_are_not_taken_for_the_same() {
    let desk = keeping().await;
    let old = keep_now(&desk).await;
    // A new contact, a restore to before it, and another contact that gets the same number.
    let lost = desk
        .create(&[
            ("first_name", "Lost"),
            ("email", "lost@x.example"),
            ("groups", "Choir"),
        ])
        .await;
    let name = keep_now(&desk).await;
    restore_kept(&desk.ws, &BackupName { name: old }, &Job::silent())
        .await
        .unwrap();
    let other = desk
        .create(&[
            ("first_name", "Other"),
            ("email", "other@x.example"),
            ("groups", "Chess"),
        ])
        .await;
    assert_eq!(lost, other);
    take(&desk, &name, &[lost]).await;
    assert_eq!(desk.search("").await, ["Ines", "Lost", "Noa", "Other"]);
    let found = contacts::get(&desk.ws, other).await.unwrap();
    assert_eq!(
        (found.name.as_str(), found.groups),
        ("Other", vec!["Chess".to_owned()])
    );
    assert_eq!(desk.search("lost@x.example").await, ["Lost"]);
    assert!(check(&desk.ws).await.unwrap().ok);
}

/// A workspace of the first schema (tests/old_databases).
fn foundation(path: &Path) {
    let packed = include_bytes!("../../../../tests/old_databases/20261122000000.roster.gz");
    let mut whole = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&packed[..]), &mut whole).unwrap();
    std::fs::write(path, whole).unwrap();
}

#[tokio::test]
async fn a_file_of_an_older_schema_is_kept_before_it_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.roster");
    foundation(&path);
    let ws = Workspace::open(&path, OpenMode::Existing).await.unwrap();
    let backups = list(&ws).await.unwrap().backups;
    assert_eq!(
        backups.iter().map(|backup| backup.why).collect::<Vec<_>>(),
        [Some(Why::Update)]
    );
    // It is as old as the file was, and can be looked into all the same.
    let input = BackupLook {
        name: backups[0].name.clone(),
        search: "noa".into(),
        offset: 0,
        limit: 10,
    };
    let found = look(&ws, &input).await.unwrap();
    assert_eq!((found.total, found.contacts[0].since), (1, Since::Same));
    ws.close().await;
    let again = Workspace::open(&path, OpenMode::Existing).await.unwrap();
    assert_eq!(list(&again).await.unwrap().backups.len(), 1, "once");
    again.close().await;
}
