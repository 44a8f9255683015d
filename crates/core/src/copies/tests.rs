use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;
use crate::backup;
use crate::contacts::{self, ContactCreate, FieldValue};
use crate::progress::Job;
use crate::workspace::{OpenMode, Workspace};

/// A machine with a folder for its files and one for Roster's own.
struct Machine(TempDir);

impl Machine {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Opens a file, adds contacts of these names, closes it; gives what was told at the opening.
    async fn work(&self, name: &str, names: &[&str]) -> Copies {
        let ws = self.open(name).await;
        let told = copies(&ws).await.unwrap();
        for name in names {
            add(&ws, name).await;
        }
        ws.close().await;
        told
    }

    async fn open(&self, name: &str) -> Workspace {
        let mode = OpenMode::CreateIfMissing;
        let ws = Workspace::open(&self.path(name), mode).await.unwrap();
        watch(&ws, &self.path("data")).await;
        ws
    }

    fn copy(&self, from: &str, to: &Path) {
        std::fs::copy(self.path(from), to).unwrap();
    }
}

async fn add(ws: &Workspace, name: &str) {
    let set = vec![FieldValue {
        field: "first_name".into(),
        value: name.into(),
    }];
    contacts::create(ws, &ContactCreate { set }).await.unwrap();
}

fn kins(copies: &Copies) -> Vec<(Kin, bool, u32, Option<u32>)> {
    let told = |other: &OtherCopy| (other.kin, other.replaced, other.changes, other.changes_here);
    copies.others.iter().map(told).collect()
}

#[tokio::test]
async fn a_workspace_that_goes_from_machine_to_machine_is_no_news() {
    let (here, there) = (Machine::new(), Machine::new());
    for n in 0..3 {
        assert_eq!(kins(&here.work("a.roster", &["Noa"]).await), [], "{n}");
        here.copy("a.roster", &there.path("a.roster"));
        assert_eq!(
            kins(&there.work("a.roster", &["Mia", "Eva"]).await),
            [],
            "{n}"
        );
        there.copy("a.roster", &here.path("a.roster"));
    }
}

#[tokio::test]
async fn an_older_file_in_the_place_of_the_newer_is_told_until_it_is_kept() {
    let desk = Machine::new();
    desk.work("a.roster", &["Noa"]).await;
    desk.copy("a.roster", &desk.path("old.roster"));
    desk.work("a.roster", &["Mia", "Eva"]).await;
    desk.copy("old.roster", &desk.path("a.roster"));
    for _ in 0..2 {
        let told = desk.work("a.roster", &[]).await;
        assert_eq!(kins(&told), [(Kin::Newer, true, 2, Some(0))]);
        assert_eq!((told.contacts, told.others[0].contacts), (1, 3));
        assert!(told.others[0].common_at.is_some());
    }
    // Work goes on, and what was seen before is still known.
    desk.work("a.roster", &["Tal"]).await;
    let ws = desk.open("a.roster").await;
    assert_eq!(
        kins(&copies(&ws).await.unwrap()),
        [(Kin::Diverged, true, 2, Some(1))]
    );
    assert_eq!(remarks(&ws).await.unwrap().len(), 1);
    assert_eq!(kins(&keep(&ws).await.unwrap()), []);
    ws.close().await;
    assert_eq!(kins(&desk.work("a.roster", &[]).await), []);
}

#[tokio::test]
async fn two_copies_on_one_machine_are_told_of_each_other() {
    let desk = Machine::new();
    desk.work("a.roster", &["Noa"]).await;
    desk.copy("a.roster", &desk.path("b.roster"));
    assert_eq!(
        kins(&desk.work("b.roster", &["Mia"]).await),
        [],
        "the same as the other so far"
    );
    assert_eq!(
        kins(&desk.work("a.roster", &[]).await),
        [(Kin::Newer, false, 1, Some(0))]
    );
    desk.work("a.roster", &["Eva", "Tal"]).await;
    let told = desk.work("b.roster", &[]).await;
    assert_eq!(kins(&told), [(Kin::Diverged, false, 2, Some(1))]);
    assert!(told.others[0].is_there);
    assert_eq!(
        told.others[0].path,
        desk.path("a.roster")
            .canonicalize()
            .unwrap()
            .display()
            .to_string()
    );
    std::fs::remove_file(desk.path("a.roster")).unwrap();
    let told = desk.work("b.roster", &[]).await;
    assert!(!told.others[0].is_there);
}

#[tokio::test]
async fn a_restored_backup_and_a_moved_file_are_no_copies() {
    let desk = Machine::new();
    desk.work("a.roster", &["Noa"]).await;
    let ws = desk.open("a.roster").await;
    let kept = desk.path("kept.roster");
    backup::save(&ws, &kept, &Job::silent()).await.unwrap();
    for name in ["Mia", "Eva", "Tal"] {
        add(&ws, name).await;
    }
    backup::restore(&ws, &kept, &Job::silent()).await.unwrap();
    assert_eq!(kins(&copies(&ws).await.unwrap()), []);
    ws.close().await;
    std::fs::rename(desk.path("a.roster"), desk.path("b.roster")).unwrap();
    assert_eq!(kins(&desk.work("b.roster", &["Dan"]).await), []);
    // The backup itself, opened as a workspace, is an older copy.
    assert_eq!(
        desk.work("kept.roster", &[]).await.others[0].kin,
        Kin::Newer
    );
}

#[tokio::test]
async fn workspaces_of_their_own_and_machines_without_a_folder_are_left_alone() {
    let desk = Machine::new();
    desk.work("a.roster", &["Noa"]).await;
    assert_eq!(
        kins(&desk.work("b.roster", &["Noa"]).await),
        [],
        "another workspace"
    );
    let ws = Workspace::open(&desk.path("a.roster"), OpenMode::Existing)
        .await
        .unwrap();
    assert_eq!(kins(&copies(&ws).await.unwrap()), [], "nobody watches");
    // A file where the folder should be.
    std::fs::write(desk.path("no"), "").unwrap();
    watch(&ws, &desk.path("no")).await;
    add(&ws, "Mia").await;
    assert_eq!(kins(&copies(&ws).await.unwrap()), []);
    ws.close().await;
    let conn = rusqlite::Connection::open(desk.path("a.roster")).unwrap();
    conn.execute(
        "UPDATE identity SET id = '../../../../../../../../../../x/'",
        [],
    )
    .unwrap();
    drop(conn);
    let ws = desk.open("a.roster").await;
    add(&ws, "Eva").await;
    assert_eq!(
        kins(&copies(&ws).await.unwrap()),
        [],
        "a name that leads elsewhere names nothing"
    );
}

#[tokio::test]
async fn a_copy_from_long_ago_is_told_with_what_is_known() {
    let desk = Machine::new();
    desk.work("a.roster", &["Noa"]).await;
    desk.copy("a.roster", &desk.path("old.roster"));
    let names = vec!["Mia"; 501];
    desk.work("a.roster", &names).await;
    let told = desk.work("old.roster", &[]).await;
    assert_eq!(kins(&told), [(Kin::Diverged, false, 500, None)]);
    assert_eq!(told.others[0].common_at, None);
}
