//! What a change of the passphrase leaves to be done once it holds, done at the next opening where somebody died before:
//! the contents of files under their former names go, and the backups are written anew like the workspace.

use std::path::{Path, PathBuf};

use rusqlite::OptionalExtension as _;

use super::key::Key;
use super::keyring::key_of;
use super::rewrite;
use crate::backup;
use crate::error::Result;
use crate::files::{self, Store};
use crate::progress::{CancelHandle, Job};

/// Begins the names of files that are being written anew.
pub(super) const PARTIAL: &str = ".rewriting-";
/// In the settings of a workspace whose passphrase was changed, until everything beside it has followed.
const UNFINISHED: &str = "rewriting";

/// What became of the backups.
#[derive(Debug, Default)]
pub(crate) struct Backups {
    pub rewritten: u64,
    pub left: Vec<String>,
}

/// Only a workspace's own, since another one in the folder may be at it.
pub(super) fn prefix(workspace: &Path) -> String {
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy();
    format!("{PARTIAL}{stem}-")
}

pub(super) fn note_unfinished(path: &Path) -> Result<()> {
    let conn = backup::open_to_write(path, &CancelHandle::default())?;
    let sql = "INSERT OR REPLACE INTO settings (key, value) VALUES (?, 'yes')";
    conn.execute(sql, [UNFINISHED])?;
    Ok(())
}

/// Does what is left to be done, if anything. The workspace can be opened.
pub(crate) fn finish(path: &Path) -> Result<Backups> {
    let broken_off = broken_off(path);
    if broken_off.is_empty() && !is_unfinished(path)? {
        return Ok(Backups::default());
    }
    let conn = backup::open_to_write(path, &CancelHandle::default())?;
    // Nobody attaches a file, and nobody writes anew, while this is open.
    conn.execute_batch("BEGIN IMMEDIATE")?;
    for partial in broken_off {
        std::fs::remove_file(partial)?;
    }
    files::sweep_alone(path, &Store::of(path))?;
    let backups = follow(path, key_of(path)?.as_ref());
    conn.execute("DELETE FROM settings WHERE key = ?", [UNFINISHED])?;
    conn.execute_batch("COMMIT")?;
    Ok(backups)
}

fn broken_off(path: &Path) -> Vec<PathBuf> {
    let prefix = prefix(path);
    let read = std::fs::read_dir(backup::folder(path))
        .into_iter()
        .flatten();
    let paths = read.filter_map(|entry| Some(entry.ok()?.path()));
    let is_partial = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&prefix) && path.is_file()
    };
    paths.filter(is_partial).collect()
}

fn is_unfinished(path: &Path) -> Result<bool> {
    let conn = backup::open_to_read(path, &CancelHandle::default())?;
    let sql = "SELECT 1 FROM settings WHERE key = ?";
    Ok(conn
        .query_row(sql, [UNFINISHED], |_| Ok(()))
        .optional()?
        .is_some())
}

/// Writes the backups anew with the key of the workspace. One that can't be stays as it is and is named.
fn follow(workspace: &Path, key: Option<&Key>) -> Backups {
    let mut backups = Backups::default();
    for partial in partials(&backup::folder_of(workspace)) {
        let _ = std::fs::remove_file(partial);
    }
    for path in backup::own(workspace) {
        match rewrite_backup(workspace, &path, key) {
            Ok(true) => backups.rewritten += 1,
            Ok(false) => {}
            Err(_) => {
                let name = path.file_name().unwrap_or_default();
                backups.left.push(name.to_string_lossy().into_owned());
            }
        }
    }
    backups
}

fn partials(folder: &Path) -> Vec<PathBuf> {
    let read = std::fs::read_dir(folder).into_iter().flatten();
    let paths = read.filter_map(|entry| Some(entry.ok()?.path()));
    let is_partial = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(PARTIAL) || name.starts_with(backup::PARTIAL)
    };
    paths.filter(is_partial).collect()
}

/// Contents first: whoever finds the backup under the new key finds it whole. What the workspace has is taken from there,
/// where it may be the same file under a second name.
fn rewrite_backup(workspace: &Path, path: &Path, key: Option<&Key>) -> Result<bool> {
    let former = key_of(path)?;
    let job = Job::silent();
    if former.as_ref() != key {
        for source in [Store::of(workspace), Store::with_key(path, former.as_ref())] {
            files::carry_with(path, &source, &Store::with_key(path, key), &job)?;
        }
        rewrite::write_over(path, key, &CancelHandle::default())?;
    }
    files::sweep_alone(path, &Store::of(path))?;
    Ok(former.as_ref() != key)
}
