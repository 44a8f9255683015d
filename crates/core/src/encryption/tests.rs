//! Nothing readable on the disk; the same workspace under any passphrase; the right one and no other.

use std::path::{Path, PathBuf};

use super::keyring::forget;
use super::*;
use crate::backup::{self, BackupName, Why};
use crate::error::Error;
use crate::files::{self, FileOwner, FilesAttach, FilesVerify};
use crate::progress::Job;
use crate::testing::{Dump, Temp, request, workspace};
use crate::workspace::{OpenMode, Workspace, check};
use crate::{contacts, import, rescue};

const MARKER: &str = "Quetzalcoatlus";
const FIRST: &str = "correct horse battery";
const SECOND: &str = "ein anderer Satz";

/// A contact, a note, an attached file and a backup, each with the word that must not be found.
async fn desk() -> (Temp, PathBuf) {
    let temp = workspace().await;
    temp.import(&format!(
        "First name,E-mail,Notes\n{MARKER},a@x.example,{MARKER}\nNoa,noa@x.example,\n"
    ))
    .await;
    let letter = temp.ws.path().with_file_name("letter.txt");
    std::fs::write(&letter, format!("Dear {MARKER}, ").repeat(10_000)).unwrap();
    attach(&temp.ws, &letter).await;
    std::fs::remove_file(letter).unwrap();
    backup::made(&temp.ws, Why::Asked, &Job::silent())
        .await
        .unwrap();
    temp.ws.close().await;
    let path = temp.ws.path().to_owned();
    (temp, path)
}

async fn attach(ws: &Workspace, path: &Path) {
    let input = FilesAttach {
        owner: FileOwner::Contact { id: 1 },
        paths: vec![path.display().to_string()],
    };
    let done = files::attach(ws, &input, &Job::silent()).await.unwrap();
    assert_eq!(done.refused.len(), 0);
}

async fn open(path: &Path) -> Workspace {
    Workspace::open(path, OpenMode::Existing).await.unwrap()
}

/// The files below a folder in which the marker, or a hash of what has it, can be read.
fn readable(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(readable(&path));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        if bytes
            .windows(MARKER.len())
            .any(|part| part.eq_ignore_ascii_case(MARKER.as_bytes()))
        {
            found.push(path);
        }
    }
    found
}

async fn dump_of(path: &Path) -> Dump {
    let ws = open(path).await;
    let dump = crate::testing::dump(&ws).await;
    let report = check(&ws).await.unwrap();
    assert_eq!((report.problems, report.remarks), (vec![], vec![]));
    let verified = files::verify(&ws, &FilesVerify::default(), &Job::silent())
        .await
        .unwrap();
    assert_eq!((verified.checked, verified.problems.len()), (1, 0));
    ws.close().await;
    dump
}

fn lock(path: &Path) {
    forget(path);
}

#[tokio::test]
async fn nothing_can_be_read_on_the_disk() {
    let (_temp, path) = desk().await;
    let folder = path.parent().unwrap();
    assert!(
        readable(folder).len() >= 3,
        "the marker is there to be found"
    );
    let changed = encrypt(&path, FIRST, &Job::silent()).await.unwrap();
    assert_eq!((changed.backups, changed.left.len()), (1, 0));
    assert_eq!(readable(folder), Vec::<PathBuf>::new());
    // In use: with a log, an import, a new attachment, a backup.
    let ws = open(&path).await;
    let more = format!("First name,E-mail\n{MARKER} the second,b@x.example\n");
    import::run(&ws, request(&more), &Job::silent())
        .await
        .unwrap();
    let outside = tempfile::tempdir().unwrap();
    let other = outside.path().join("other.txt");
    std::fs::write(&other, MARKER).unwrap();
    attach(&ws, &other).await;
    backup::made(&ws, Why::Asked, &Job::silent()).await.unwrap();
    backup::save(&ws, &folder.join("copy.roster"), &Job::silent())
        .await
        .unwrap();
    assert!(
        path.with_file_name("test.roster-wal")
            .metadata()
            .unwrap()
            .len()
            > 0
    );
    assert_eq!(readable(folder), Vec::<PathBuf>::new());
    ws.close().await;
    let names: Vec<String> = walk(folder);
    let hash = sha(MARKER.as_bytes());
    assert!(names.iter().all(|name| !name.contains(&hash)), "{names:?}");
}

fn walk(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        names.push(path.display().to_string());
        if path.is_dir() {
            names.extend(walk(&path));
        }
    }
    names
}

fn sha(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hex::encode(sha2::Sha256::digest(bytes))
}

#[tokio::test]
async fn a_passphrase_is_set_changed_and_removed_and_the_workspace_stays_the_same() {
    let (_temp, path) = desk().await;
    let before = dump_of(&path).await;
    encrypt(&path, FIRST, &Job::silent()).await.unwrap();
    assert!(is_encrypted(&path) && !is_locked(&path));
    assert_eq!(dump_of(&path).await, before);
    let first = std::fs::read(&path).unwrap();
    let changed = change_passphrase(&path, SECOND, &Job::silent())
        .await
        .unwrap();
    assert_eq!((changed.encrypted, changed.backups), (true, 1));
    assert_eq!(dump_of(&path).await, before);
    lock(&path);
    assert_eq!(unlock(&path, FIRST).unwrap_err().code(), "wrong_passphrase");
    unlock(&path, SECOND).unwrap();
    assert_ne!(std::fs::read(&path).unwrap()[..16], first[..16]);
    let backups = backup::kept_in(&path);
    assert!(backups.iter().all(|backup| backup.readable) && !backups.is_empty());
    let changed = decrypt(&path, &Job::silent()).await.unwrap();
    assert_eq!((changed.encrypted, changed.backups), (false, 1));
    assert!(!is_encrypted(&path));
    assert_eq!(dump_of(&path).await, before);
    let names: Vec<String> = walk(path.parent().unwrap());
    assert!(
        names.iter().all(|name| !name.contains(".rewriting-")),
        "{names:?}"
    );
}

#[tokio::test]
async fn a_file_alone_opens_with_its_passphrase_and_with_no_other() {
    let (_temp, path) = desk().await;
    encrypt(&path, FIRST, &Job::silent()).await.unwrap();
    lock(&path);
    let bytes = std::fs::read(&path).unwrap();
    let refused = Workspace::open(&path, OpenMode::Existing)
        .await
        .err()
        .unwrap();
    assert_eq!(refused.code(), "passphrase_needed");
    for wrong in [
        "",
        "wrong",
        "correct horse battery ",
        "CORRECT HORSE BATTERY",
    ] {
        assert!(
            matches!(unlock(&path, wrong), Err(Error::WrongPassphrase)),
            "{wrong:?}"
        );
    }
    assert!(is_locked(&path));
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "nothing was changed");
    let elsewhere = tempfile::tempdir().unwrap();
    let alone = elsewhere.path().join("alone.roster");
    std::fs::copy(&path, &alone).unwrap();
    unlock(&alone, FIRST).unwrap();
    let ws = open(&alone).await;
    assert!(contacts::get(&ws, 1).await.is_ok());
    ws.close().await;
}

#[tokio::test]
async fn composed_and_decomposed_letters_are_one_passphrase() {
    let (_temp, path) = desk().await;
    encrypt(&path, "caf\u{e9} au lait", &Job::silent())
        .await
        .unwrap();
    lock(&path);
    unlock(&path, "cafe\u{301} au lait").unwrap();
    let short = encrypt(&path, "short", &Job::silent()).await;
    assert_eq!(short.unwrap_err().code(), "invalid");
}

#[tokio::test]
async fn damage_is_told_from_a_wrong_passphrase() {
    let (_temp, path) = desk().await;
    encrypt(&path, FIRST, &Job::silent()).await.unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[5000] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    lock(&path);
    assert!(matches!(unlock(&path, SECOND), Err(Error::WrongPassphrase)));
    unlock(&path, FIRST).unwrap();
    let failed = Workspace::open(&path, OpenMode::Existing)
        .await
        .err()
        .unwrap();
    assert_eq!(failed.code(), "damaged_workspace");
    let restored = rescue::examine(&path).backups.remove(0);
    backup::restore_instead(
        &path,
        &BackupName {
            name: restored.name,
        },
        &Job::silent(),
    )
    .await
    .unwrap();
    assert!(is_encrypted(&path), "as the backup was");
    open(&path).await.close().await;
}

#[tokio::test]
async fn a_short_passphrase_an_open_workspace_and_a_foreign_file_are_refused() {
    let (temp, path) = desk().await;
    let short = encrypt(&path, "1234567", &Job::silent()).await;
    assert_eq!(short.unwrap_err().code(), "invalid");
    assert_eq!(
        decrypt(&path, &Job::silent()).await.unwrap_err().code(),
        "invalid"
    );
    let before = std::fs::read(&path).unwrap();
    let ws = open(&path).await;
    drop(ws.read().await.unwrap());
    assert_eq!(
        encrypt(&path, FIRST, &Job::silent())
            .await
            .unwrap_err()
            .code(),
        "busy"
    );
    ws.close().await;
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let foreign = path.with_file_name("foreign.db");
    rusqlite::Connection::open(&foreign)
        .unwrap()
        .execute_batch("CREATE TABLE t (a)")
        .unwrap();
    assert_eq!(
        encrypt(&foreign, FIRST, &Job::silent())
            .await
            .unwrap_err()
            .code(),
        "not_a_workspace"
    );
    drop(temp);
}

#[tokio::test]
async fn a_change_that_is_cancelled_leaves_what_was() {
    let (_temp, path) = desk().await;
    let names = walk(path.parent().unwrap());
    let job = Job::silent();
    job.cancel_handle().cancel();
    assert_eq!(
        encrypt(&path, FIRST, &job).await.unwrap_err().code(),
        "cancelled"
    );
    assert!(!is_encrypted(&path));
    assert_eq!(walk(path.parent().unwrap()), names);
}

#[tokio::test]
async fn backups_from_before_and_after_come_back_into_a_workspace_of_any_kind() {
    let (_temp, path) = desk().await;
    let before = dump_of(&path).await;
    let plain = path.with_file_name("plain copy.roster");
    let ws = open(&path).await;
    backup::save(&ws, &plain, &Job::silent()).await.unwrap();
    ws.close().await;
    encrypt(&path, FIRST, &Job::silent()).await.unwrap();
    let ws = open(&path).await;
    let sealed = path.with_file_name("sealed copy.roster");
    backup::save(&ws, &sealed, &Job::silent()).await.unwrap();
    // In the clear into an encrypted one.
    contacts::delete(&ws, &contacts::Selection::Ids { ids: vec![1] })
        .await
        .unwrap();
    backup::restore(&ws, &plain, &Job::silent()).await.unwrap();
    ws.close().await;
    assert!(is_encrypted(&path));
    same_people(&dump_of(&path).await, &before);
    // Encrypted into one in the clear.
    decrypt(&path, &Job::silent()).await.unwrap();
    let ws = open(&path).await;
    contacts::delete(&ws, &contacts::Selection::Ids { ids: vec![2] })
        .await
        .unwrap();
    backup::restore(&ws, &sealed, &Job::silent()).await.unwrap();
    ws.close().await;
    assert!(!is_encrypted(&path));
    same_people(&dump_of(&path).await, &before);
    lock(&sealed);
    let ws = open(&path).await;
    let refused = backup::restore(&ws, &sealed, &Job::silent())
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "passphrase_needed");
    ws.close().await;
}

fn same_people(a: &Dump, b: &Dump) {
    for table in ["contacts", "points", "files"] {
        assert_eq!(a[table], b[table], "{table}");
    }
}

#[tokio::test]
async fn what_a_kill_left_behind_is_swept_and_backups_follow() {
    let (_temp, path) = desk().await;
    let folder = path.parent().unwrap().to_owned();
    let plain = tempfile::tempdir().unwrap();
    copy_all(&folder, plain.path());
    encrypt(&path, FIRST, &Job::silent()).await.unwrap();
    // As if the kill had come right behind the new name: the backups and the contents are as they were before.
    let sealed = std::fs::read(&path).unwrap();
    std::fs::remove_dir_all(folder.join("test.backups")).unwrap();
    copy_all(plain.path(), &folder);
    std::fs::write(&path, sealed).unwrap();
    std::fs::write(folder.join(".rewriting-test-abc"), MARKER).unwrap();
    sweep::note_unfinished(&path).unwrap();
    assert!(!readable(&folder).is_empty());
    open(&path).await.close().await;
    assert_eq!(readable(&folder), Vec::<PathBuf>::new());
    dump_of(&path).await;
    assert!(backup::kept_in(&path).iter().all(|backup| backup.readable));
}

fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_all(&path, &target);
        } else {
            let _ = std::fs::remove_file(&target);
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

#[tokio::test]
async fn what_can_be_read_of_a_damaged_one_is_saved_encrypted() {
    let (_temp, path) = desk().await;
    encrypt(&path, FIRST, &Job::silent()).await.unwrap();
    let target = path.with_file_name("saved.roster");
    let saved = rescue::salvage(&path, &target, &Job::silent())
        .await
        .unwrap();
    assert_eq!((saved.contacts, saved.lost.len()), (2, 0));
    assert!(is_encrypted(&target));
    assert_eq!(readable(path.parent().unwrap()), Vec::<PathBuf>::new());
}
