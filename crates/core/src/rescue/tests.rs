use std::path::{Path, PathBuf};

use super::*;
use crate::contacts;
use crate::progress::Job;
use crate::testing::workspace;
use crate::workspace::{OpenMode, Workspace, check};

/// A workspace of many pages as one closed file.
async fn file(people: usize) -> (tempfile::TempDir, PathBuf) {
    let desk = workspace().await;
    let rows: String = (0..people)
        .map(|n| {
            format!(
                "Person {n},p{n}@x.example,+4930123{n:06},Choir,Acme {}\n",
                n % 7
            )
        })
        .collect();
    desk.import(&format!("Name,E-mail,Phone,Groups,Company\n{rows}"))
        .await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lost.roster");
    crate::backup::save(&desk.ws, &path, &Job::silent())
        .await
        .unwrap();
    (folder, path)
}

fn spoil(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = std::fs::read(path).unwrap();
    change(&mut bytes);
    std::fs::write(path, bytes).unwrap();
}

async fn rescued(path: &Path) -> Salvaged {
    let target = path.with_file_name("rescued.roster");
    let before = std::fs::read(path).unwrap();
    let salvaged = salvage(path, &target, &Job::silent()).await.unwrap();
    assert!(
        before == std::fs::read(path).unwrap(),
        "the damaged file stays as it is"
    );
    let ws = Workspace::open(&target, OpenMode::Existing).await.unwrap();
    let report = check(&ws).await.unwrap();
    assert_eq!(report.problems, [""; 0]);
    contacts::create(
        &ws,
        &contacts::ContactCreate {
            set: vec![contacts::FieldValue {
                field: "first_name".into(),
                value: "New".into(),
            }],
        },
    )
    .await
    .unwrap();
    ws.close().await;
    salvaged
}

#[tokio::test]
async fn every_kind_of_trouble_is_told_apart() {
    let (folder, path) = file(50).await;
    let is = |trouble, name: &str| {
        assert_eq!(
            examine(&folder.path().join(name)).trouble,
            trouble,
            "{name}"
        )
    };
    let whole = std::fs::read(&path).unwrap();
    let make = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    make("empty", b"");
    make(
        "letter",
        b"Dear Noa, this is a letter and no database, whatever its name says.",
    );
    make(
        "head",
        &[b"XXXXXXXXXXXXXXXX".as_slice(), &whole[16..]].concat(),
    );
    make("cut", &whole[..whole.len() / 2]);
    let mut garbage = whole.clone();
    let size = garbage.len();
    garbage[size / 2..].fill(0x5a);
    make("garbage", &garbage);
    rusqlite::Connection::open(folder.path().join("foreign"))
        .unwrap()
        .execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
        .unwrap();
    make("newer", &whole);
    rusqlite::Connection::open(folder.path().join("newer"))
        .unwrap()
        .execute_batch("INSERT INTO _sqlx_migrations SELECT 99991231235959, 'x', installed_on, 1, checksum, 0 FROM _sqlx_migrations LIMIT 1")
        .unwrap();
    is(Trouble::None, "lost.roster");
    is(Trouble::Missing, "nothing");
    is(Trouble::Empty, "empty");
    is(Trouble::NoDatabase, "letter");
    is(Trouble::NoDatabase, "head");
    is(Trouble::Damaged, "cut");
    is(Trouble::Damaged, "garbage");
    is(Trouble::Foreign, "foreign");
    is(Trouble::Newer, "newer");
    is(Trouble::NoDatabase, "");
}

#[tokio::test]
async fn a_destroyed_head_costs_nothing() {
    let (_folder, path) = file(300).await;
    spoil(&path, |bytes| bytes[..100].fill(0));
    let salvaged = rescued(&path).await;
    assert_eq!((salvaged.contacts, salvaged.lost), (300, vec![]));
}

#[tokio::test]
async fn pages_of_garbage_cost_what_was_on_them() {
    let (_folder, path) = file(3000).await;
    let pages = std::fs::metadata(&path).unwrap().len() / 16384;
    spoil(&path, |bytes| {
        // Behind the first pages of the tables, which say where the others are.
        for page in (110..pages as usize).step_by(9) {
            bytes[page * 16384..(page + 1) * 16384].fill(0x5a);
        }
    });
    let salvaged = rescued(&path).await;
    assert!(salvaged.contacts > 1500, "{salvaged:?}");
    assert!(salvaged.lost.iter().any(|lost| lost.more), "{salvaged:?}");
}

#[tokio::test]
async fn a_file_that_was_cut_off_gives_what_is_left() {
    let (_folder, path) = file(3000).await;
    spoil(&path, |bytes| bytes.truncate(bytes.len() * 3 / 4));
    let salvaged = rescued(&path).await;
    assert!(salvaged.contacts > 0, "{salvaged:?}");
    assert!(!salvaged.lost.is_empty(), "{salvaged:?}");
}

#[tokio::test]
async fn a_sound_workspace_comes_over_whole() {
    let (_folder, path) = file(300).await;
    let salvaged = rescued(&path).await;
    assert_eq!((salvaged.contacts, salvaged.lost.len()), (300, 0));
}

#[tokio::test]
async fn what_can_not_be_read_at_all_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, target) = (
        folder.path().join("noise"),
        folder.path().join("new.roster"),
    );
    std::fs::write(&path, vec![0x5a; 300_000]).unwrap();
    let failed = salvage(&path, &target, &Job::silent()).await.unwrap_err();
    assert_eq!(failed.code(), "damaged_workspace", "{failed}");
    assert!(!target.exists());
    std::fs::write(&target, "something").unwrap();
    let refused = salvage(&path, &target, &Job::silent()).await.unwrap_err();
    assert_eq!(refused.code(), "invalid");
    assert_eq!(std::fs::read(&target).unwrap(), b"something");
}
