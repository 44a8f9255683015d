use std::path::Path;

use super::{restore, restore_at, save};
use crate::contacts;
use crate::contacts::{ContactsQuery, PageRequest};
use crate::error::Error;
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
    assert_eq!(names(&desk.ws).await.len(), 3);
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
