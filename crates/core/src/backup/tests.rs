use std::path::Path;

use super::{restore, restore_at, save};
use crate::contacts;
use crate::contacts::{ContactsQuery, PageRequest};
use crate::error::Error;
use crate::files::{self, Store};
use crate::journal::{self, UndoRequest};
use crate::progress::Job;
use crate::testing::{Temp, workspace};
use crate::workspace::{OpenMode, Workspace, check};

async fn names(ws: &Workspace) -> Vec<String> {
    let request = PageRequest {
        query: ContactsQuery::default(),
        offset: 0,
        limit: 100,
        columns: Vec::new(),
    };
    let page = contacts::page(ws, &request).await.unwrap();
    page.rows.into_iter().map(|row| row.name).collect()
}

async fn two() -> Temp {
    let desk = workspace().await;
    desk.create(&[("first_name", "Noa"), ("email", "noa@x.example")])
        .await;
    desk.create(&[("first_name", "Ines"), ("email", "ines@x.example")])
        .await;
    desk
}

fn beside(desk: &Temp, name: &str) -> std::path::PathBuf {
    desk.ws.path().with_file_name(name)
}

fn files_beside(path: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_restore_brings_back_the_whole_workspace_and_keeps_what_was_there() {
    let desk = two().await;
    let backup = beside(&desk, "b.roster");
    let saved = save(&desk.ws, &backup, &Job::silent()).await.unwrap();
    assert_eq!(
        (saved.contacts, saved.bytes),
        (2, backup.metadata().unwrap().len())
    );
    let before = desk.dump().await;
    desk.create(&[("first_name", "Later")]).await;
    assert_eq!(names(&desk.ws).await.len(), 3);

    let restored = restore(&desk.ws, &backup, &Job::silent()).await.unwrap();
    assert_eq!(restored.contacts, 2);
    assert_eq!(desk.dump().await, before);
    assert_eq!(
        names(&desk.ws).await,
        ["Ines", "Noa"],
        "no list of the other state is shown"
    );
    assert!(check(&desk.ws).await.unwrap().ok);

    let kept = restored.before.expect("the state before is kept");
    restore(&desk.ws, Path::new(&kept), &Job::silent())
        .await
        .unwrap();
    assert_eq!(names(&desk.ws).await, ["Ines", "Later", "Noa"]);
}

#[tokio::test]
async fn another_connection_sees_the_restored_state_and_writes_on() {
    let desk = two().await;
    let backup = beside(&desk, "b.roster");
    save(&desk.ws, &backup, &Job::silent()).await.unwrap();
    desk.create(&[("first_name", "Later")]).await;
    let other = Workspace::open(desk.ws.path(), OpenMode::Existing)
        .await
        .unwrap();
    assert_eq!(names(&other).await.len(), 3);
    restore(&desk.ws, &backup, &Job::silent()).await.unwrap();
    assert_eq!(names(&other).await, ["Ines", "Noa"]);
    desk.create(&[("first_name", "Next")]).await;
    assert_eq!(names(&other).await, ["Ines", "Next", "Noa"]);
    other.close().await;
}

#[tokio::test]
async fn undo_goes_on_from_the_restored_state_and_names_the_way_back_from_a_restore() {
    let desk = two().await;
    let backup = beside(&desk, "b.roster");
    save(&desk.ws, &backup, &Job::silent()).await.unwrap();
    restore(&desk.ws, &backup, &Job::silent()).await.unwrap();
    let batch = journal::generation(&mut desk.ws.read().await.unwrap())
        .await
        .unwrap();
    let request = UndoRequest { batch: Some(batch) };
    let refused = journal::undo(&desk.ws, &request, &Job::silent())
        .await
        .unwrap_err();
    assert!(refused.to_string().contains("restore"), "{refused}");
    journal::undo(&desk.ws, &UndoRequest { batch: None }, &Job::silent())
        .await
        .unwrap();
    assert_eq!(names(&desk.ws).await, ["Noa"]);
}

#[tokio::test]
async fn a_backup_takes_the_place_of_a_backup_only() {
    let desk = two().await;
    let job = Job::silent();
    let text = beside(&desk, "letter.txt");
    std::fs::write(&text, "Dear Noa").unwrap();
    for path in [text.as_path(), desk.ws.path(), text.parent().unwrap()] {
        let refused = save(&desk.ws, path, &job).await.unwrap_err();
        assert_eq!(refused.code(), "invalid", "{refused}");
    }
    assert_eq!(std::fs::read(&text).unwrap(), b"Dear Noa");
    let backup = beside(&desk, "b.roster");
    save(&desk.ws, &backup, &job).await.unwrap();
    desk.create(&[("first_name", "Third")]).await;
    assert_eq!(save(&desk.ws, &backup, &job).await.unwrap().contacts, 3);

    let open = Workspace::open(&backup, OpenMode::Existing).await.unwrap();
    names(&open).await;
    let refused = save(&desk.ws, &backup, &job).await.unwrap_err();
    assert!(refused.to_string().contains("in use"), "{refused}");
    open.close().await;
}

#[tokio::test]
async fn what_is_no_sound_backup_changes_nothing() {
    let desk = two().await;
    let job = Job::silent();
    let (text, torn, gone) = (
        beside(&desk, "a.txt"),
        beside(&desk, "torn.roster"),
        beside(&desk, "gone"),
    );
    std::fs::write(&text, "no database").unwrap();
    save(&desk.ws, &torn, &job).await.unwrap();
    let mut bytes = std::fs::read(&torn).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0x5a);
    std::fs::write(&torn, bytes).unwrap();
    let (before, files) = (desk.dump().await, files_beside(desk.ws.path()));
    for (path, code) in [
        (&text, "not_a_workspace"),
        (&torn, "damaged_workspace"),
        (&gone, "no_workspace"),
    ] {
        let refused = restore(&desk.ws, path, &job).await.unwrap_err();
        assert_eq!(refused.code(), code, "{refused}");
    }
    assert_eq!(desk.dump().await, before);
    assert_eq!(
        files_beside(desk.ws.path()),
        files,
        "nothing is left lying about"
    );
}

#[tokio::test]
async fn cancelling_leaves_the_older_backup() {
    let desk = two().await;
    let backup = beside(&desk, "b.roster");
    save(&desk.ws, &backup, &Job::silent()).await.unwrap();
    attach(&desk, &["one"]).await;
    let before = std::fs::read(&backup).unwrap();
    desk.create(&[("first_name", "Later")]).await;
    let job = Job::silent();
    job.cancel_handle().cancel();
    for result in [
        save(&desk.ws, &backup, &job).await,
        restore(&desk.ws, &backup, &job).await,
    ] {
        assert!(matches!(result, Err(Error::Cancelled)));
    }
    assert_eq!(std::fs::read(&backup).unwrap(), before);
    assert!(!Store::of(&backup).folder().exists());
    assert_eq!(names(&desk.ws).await.len(), 3);
}

/// Attaches files of these contents to the first contact.
async fn attach(desk: &Temp, contents: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let file = |content: &&str| {
        let path = folder.path().join(format!("{content}.txt"));
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    };
    let input = files::FilesAttach {
        owner: files::FileOwner::Contact { id: 1 },
        paths: contents.iter().map(file).collect(),
    };
    files::attach(&desk.ws, &input, &Job::silent())
        .await
        .unwrap();
}

#[tokio::test]
async fn attached_files_go_with_a_backup_and_come_back_from_it() {
    let desk = two().await;
    let job = Job::silent();
    let backup = beside(&desk, "b.roster");
    attach(&desk, &["one", "two"]).await;
    let saved = save(&desk.ws, &backup, &job).await.unwrap();
    assert_eq!((saved.files.count, saved.files.bytes), (2, 6));
    let (own, kept) = (Store::of(desk.ws.path()), Store::of(&backup));
    // The workspace loses them all, and takes another file in.
    std::fs::remove_dir_all(own.folder()).unwrap();
    attach(&desk, &["three"]).await;
    assert_eq!(check(&desk.ws).await.unwrap().problems.len(), 2);
    let restored = restore(&desk.ws, &backup, &job).await.unwrap();
    assert_eq!((restored.files.count, restored.files.missing), (2, 0));
    let report = check(&desk.ws).await.unwrap();
    assert_eq!(report.problems, [""; 0]);
    // The state before the restore is kept with what was left of it.
    let before = std::path::PathBuf::from(restored.before.unwrap());
    let back = restore(&desk.ws, &before, &job).await.unwrap();
    assert_eq!((back.files.count, back.files.missing), (3, 0));
    // A workspace that was made of the backup alone, on another disk or after a disaster.
    std::fs::remove_dir_all(own.folder()).unwrap();
    let new = beside(&desk, "new.roster");
    restore_at(&new, &backup, &job).await.unwrap();
    let ws = Workspace::open(&new, OpenMode::Existing).await.unwrap();
    assert!(check(&ws).await.unwrap().ok);
    ws.close().await;
    assert_eq!(kept.contents().len(), 2);
}

#[tokio::test]
async fn a_backup_that_takes_the_place_of_another_drops_what_only_that_one_had() {
    let desk = two().await;
    let job = Job::silent();
    let backup = beside(&desk, "b.roster");
    attach(&desk, &["one"]).await;
    let first = save(&desk.ws, &backup, &job).await.unwrap();
    let other = two().await;
    attach(&other, &["two"]).await;
    save(&other.ws, &backup, &job).await.unwrap();
    let kept = Store::of(&backup).contents();
    assert_eq!((first.files.count, kept.len()), (1, 1));
    let text = std::fs::read_to_string(&kept[0].0).unwrap();
    assert_eq!(text, "two");
}

#[tokio::test]
async fn a_backup_says_which_contents_could_not_come_along() {
    let desk = two().await;
    attach(&desk, &["one", "two"]).await;
    let gone = Store::of(desk.ws.path()).contents().remove(0).0;
    std::fs::remove_file(gone).unwrap();
    let backup = beside(&desk, "b.roster");
    let saved = save(&desk.ws, &backup, &Job::silent()).await.unwrap();
    assert_eq!((saved.files.count, saved.files.missing), (1, 1));
}

#[tokio::test]
async fn a_missing_workspace_is_made_and_a_damaged_one_set_aside() {
    let desk = two().await;
    let backup = beside(&desk, "b.roster");
    save(&desk.ws, &backup, &Job::silent()).await.unwrap();
    let new = beside(&desk, "new.roster");
    let made = restore_at(&new, &backup, &Job::silent()).await.unwrap();
    assert_eq!(made.before, None);
    let mut bytes = std::fs::read(&new).unwrap();
    bytes[100..].fill(0x5a);
    std::fs::write(&new, &bytes).unwrap();
    let restored = restore_at(&new, &backup, &Job::silent()).await.unwrap();
    assert_eq!(
        std::fs::read(restored.before.unwrap()).unwrap(),
        bytes,
        "nothing is thrown away"
    );
    let ws = Workspace::open(&new, OpenMode::Existing).await.unwrap();
    assert_eq!(names(&ws).await, ["Ines", "Noa"]);
    ws.close().await;
}
