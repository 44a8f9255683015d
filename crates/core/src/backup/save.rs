//! Saving a copy: one state, verified, whole or not at all.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::sqlite;
use super::types::Backup;
use crate::encryption;
use crate::error::{Error, Result};
use crate::files::{self, Carried, Store};
use crate::operations::Operation;
use crate::privacy::Returned;
use crate::progress::{CancelHandle, Job, Stage};
use crate::staff;
use crate::workspace::{self, Workspace};

/// Writes a copy of the workspace to a file, also while the workspace is being written to. A copy that is there already
/// under this name is replaced once the new one has been verified.
///
/// # Errors
/// `Invalid` when the name is that of the workspace itself, of a folder, of a file that is no copy of a workspace, or
/// of a workspace that is in use; `DiskFull`, `ReadOnly`; `Cancelled` leaves what was there.
pub async fn save(ws: &Workspace, target: &Path, job: &Job) -> Result<Backup> {
    staff::permit(ws, Operation::BackupSave).await?;
    job.report(Stage::Saving, 0, None)?;
    let (source, target) = (ws.path().to_owned(), target.to_owned());
    let cancel = job.cancel_handle();
    tokio::task::spawn_blocking(move || copy(&source, &target, &cancel))
        .await
        .map_err(|e| Error::Call {
            detail: e.to_string(),
        })?
}

/// Copies a workspace with its attached files. The contents go first: whoever finds the new backup finds it whole.
pub(super) fn copy(source: &Path, target: &Path, cancel: &CancelHandle) -> Result<Backup> {
    may_replace(source, target)?;
    let folder = folder(target);
    std::fs::create_dir_all(folder)?;
    let partial = NamedTempFile::new_in(folder)?;
    let contacts = copy_database(source, partial.path(), cancel)?;
    partial.as_file().sync_all()?;
    let bytes = partial.path().metadata()?.len();
    let files = copy_files(source, partial.path(), target, cancel)?;
    partial.persist(target).map_err(|e| e.error)?;
    keep_name(folder);
    files::drop_unnamed(target, &Store::of(target))?;
    Ok(Backup {
        file: target.display().to_string(),
        bytes,
        contacts,
        files: files.into(),
        before: None,
        returned: Returned::default(),
    })
}

/// Writes one state of the database to an empty file and verifies it. Gives the number of contacts.
pub(super) fn copy_database(source: &Path, target: &Path, cancel: &CancelHandle) -> Result<i64> {
    let source_conn = sqlite::open_to_read(source, cancel)?;
    if encryption::is_encrypted(source) {
        let _alike = encryption::like(target, source)?;
        std::fs::File::options()
            .create(true)
            .append(true)
            .open(target)?;
        source_conn.execute_batch("BEGIN")?;
        sqlite::copy_pages(&source_conn, target, cancel)?;
    } else {
        sqlite::copy_into(&source_conn, target)?;
    }
    sqlite::verify(target, cancel)
}

/// Adds the attached contents that the copy of the database names to those of an older backup under the same name, which
/// stays whole. Where there was none, nothing is left of an attempt that failed.
fn copy_files(source: &Path, copy: &Path, target: &Path, cancel: &CancelHandle) -> Result<Carried> {
    let (from, folder) = (Store::of(source), Store::of(target).folder().to_owned());
    let is_new = !folder.exists();
    let job = Job::following(cancel.clone());
    let carried = files::carry(copy, &from, target, &job);
    if carried.is_err() && is_new {
        let _ = std::fs::remove_dir_all(folder);
    }
    carried
}

/// A backup never takes the place of something that is none.
fn may_replace(source: &Path, target: &Path) -> Result<()> {
    if !target.exists() {
        return Ok(());
    }
    let shown = target.display();
    if target.is_dir() {
        return Err(Error::invalid(format!(
            "{shown} is a folder. Name a file in it."
        )));
    }
    if same_file(source, target) {
        return Err(Error::invalid(
            "A workspace can't be its own backup. Choose another name.",
        ));
    }
    if log_of(target).exists() {
        return Err(Error::invalid(format!(
            "{shown} is a workspace that is in use. Nothing was overwritten."
        )));
    }
    if target.metadata()?.len() > 0 && !workspace::is_ours(target)? {
        return Err(Error::invalid(format!(
            "{shown} is there already and is no backup. Nothing was overwritten."
        )));
    }
    Ok(())
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}

pub(super) fn log_of(path: &Path) -> PathBuf {
    let mut log: OsString = path.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

pub(crate) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The new name survives a power cut only once the folder is on the disk; systems that can't do so need no such step.
pub(crate) fn keep_name(folder: &Path) {
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
