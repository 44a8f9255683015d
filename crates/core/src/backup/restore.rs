//! Restoring: the backup is copied, verified and brought up to date beside the workspace, the present state is kept as
//! a backup of its own, and then one transaction puts the copy in its place. Other programs that have the workspace
//! open go on, on the restored state.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::save::{self, folder, log_of};
use super::types::{Backup, BackupName, Why};
use super::{kept, sqlite};
use crate::encryption;
use crate::error::{Error, Result};
use crate::files::{self, Carried, Store};
use crate::journal;
use crate::operations::Operation;
use crate::privacy::{self, Returned};
use crate::progress::{CancelHandle, Job, Stage};
use crate::staff;
use crate::workspace::{self, OpenMode, Workspace};

/// Brings an open workspace back to a backup.
///
/// # Errors
/// `NoWorkspace`, `NotAWorkspace`, `NewerWorkspace` or `DamagedWorkspace` of the backup; `Busy`, `DiskFull`,
/// `Cancelled`. Nothing was changed then.
pub async fn restore(ws: &Workspace, backup: &Path, job: &Job) -> Result<Backup> {
    staff::permit(ws, Operation::BackupRestore).await?;
    job.report(Stage::Restoring, 0, None)?;
    let prepared = Prepared::from(backup, ws.path(), Likeness::Workspace, job).await?;
    prepared.into_place(ws, job).await
}

/// Brings an open workspace back to one of its own backups.
///
/// # Errors
/// As [`restore`]; `NotFound` when there is no such backup.
pub async fn restore_kept(ws: &Workspace, backup: &BackupName, job: &Job) -> Result<Backup> {
    restore(ws, &kept::path_of(ws.path(), &backup.name)?, job).await
}

/// Brings the workspace at `path` back, also when it is missing or too damaged to be opened: then its files are set
/// aside beside it.
///
/// # Errors
/// As [`restore`].
pub async fn restore_at(path: &Path, backup: &Path, job: &Job) -> Result<Backup> {
    job.report(Stage::Restoring, 0, None)?;
    let is_there = path.metadata().is_ok_and(|found| found.len() > 0);
    let ws = match Workspace::open(path, OpenMode::Existing).await {
        Err(Error::DamagedWorkspace { .. }) => return instead(path, backup, job).await,
        Err(_) if !is_there => return instead(path, backup, job).await,
        opened => opened?,
    };
    let restored = restore(&ws, backup, job).await;
    ws.close().await;
    restored
}

/// Puts one of its own backups in the place of a workspace that can't be opened, whose files are set aside beside it.
///
/// # Errors
/// `NotFound`; those of the backup; `DiskFull`. The file that can't be opened is where it was then.
pub async fn restore_instead(path: &Path, backup: &BackupName, job: &Job) -> Result<Backup> {
    instead(path, &kept::path_of(path, &backup.name)?, job).await
}

async fn instead(path: &Path, backup: &Path, job: &Job) -> Result<Backup> {
    let prepared = Prepared::from(backup, path, Likeness::Backup, job).await?;
    let aside = path.exists().then(|| set_aside(path)).transpose()?;
    let mut restored = prepared.become_new(path)?;
    restored.before = aside.map(|path| path.display().to_string());
    Ok(restored)
}

/// How the restored workspace is encrypted.
enum Likeness {
    /// As the workspace is that it takes the place of.
    Workspace,
    /// As the backup is, since nobody knows what the workspace was.
    Backup,
}

/// A copy of the backup that is sound and of today's schema.
struct Prepared {
    origin: PathBuf,
    copy: PathBuf,
    contacts: i64,
    files: Carried,
    _folder: TempDir,
}

impl Prepared {
    /// Nothing is written in the workspace's place; attached contents are only added to those that are there.
    async fn from(backup: &Path, workspace: &Path, like: Likeness, job: &Job) -> Result<Self> {
        if !backup.is_file() {
            return Err(Error::NoWorkspace {
                path: backup.display().to_string(),
            });
        }
        let beside = folder(workspace);
        std::fs::create_dir_all(beside)?;
        let folder = tempfile::Builder::new()
            .prefix(".restoring-")
            .tempdir_in(beside)?;
        let copy = folder.path().join("copy.roster");
        let (origin, target, cancel) = (backup.to_owned(), copy.clone(), job.cancel_handle());
        let model = matches!(like, Likeness::Workspace).then(|| workspace.to_owned());
        let contacts = blocking(move || {
            sqlite::verify(&origin, &cancel)?;
            let contacts = save::copy_database(&origin, &target, &cancel)?;
            match model {
                Some(model) => encryption::match_encryption(&target, &model).map(|()| contacts),
                None => Ok(contacts),
            }
        })
        .await?;
        // Opening brings an older schema up to date.
        Workspace::open_copy(&copy).await?.close().await;
        let files = files::carry(&copy, &Store::of(backup), workspace, job)?;
        Ok(Self {
            origin: backup.to_owned(),
            copy,
            contacts,
            files,
            _folder: folder,
        })
    }

    /// Where there is no workspace yet, the copy becomes it.
    fn become_new(self, path: &Path) -> Result<Backup> {
        name_state(
            &sqlite::open_to_write(&self.copy, &CancelHandle::default())?,
            0,
        )?;
        std::fs::rename(&self.copy, path)?;
        self.done(None)
    }

    /// In one transaction, after what is there now was kept.
    async fn into_place(self, ws: &Workspace, job: &Job) -> Result<Backup> {
        let seen = journal::generation(&mut *ws.read().await?).await?;
        let (copy, path, cancel) = (self.copy.clone(), ws.path().to_owned(), job.cancel_handle());
        let before = blocking(move || {
            let before = match seen {
                0 => None,
                _ => Some(kept::make(&path, Why::Restore, &cancel, || ())?),
            };
            swap(&copy, &path, seen, &cancel)?;
            Ok(before)
        })
        .await?;
        ws.announce(Operation::BackupRestore);
        let returned = privacy::erase_returned(ws, job).await;
        Ok(Backup {
            returned,
            ..self.done(before)?
        })
    }

    fn done(&self, before: Option<PathBuf>) -> Result<Backup> {
        Ok(Backup {
            file: self.origin.display().to_string(),
            bytes: self.origin.metadata()?.len(),
            contacts: self.contacts,
            files: self.files.into(),
            before: before.map(|path| path.display().to_string()),
            returned: Returned::default(),
        })
    }
}

fn swap(copy: &Path, path: &Path, seen: i64, cancel: &CancelHandle) -> Result<()> {
    let source = sqlite::open_to_write(copy, cancel)?;
    let mut target = sqlite::open_to_write(path, &CancelHandle::default())?;
    sqlite::match_page_size(&source, &target)?;
    name_state(&source, seen)?;
    let now: i64 = target.query_row("SELECT coalesce(max(id), 0) FROM batches", [], |row| {
        row.get(0)
    })?;
    if now != seen {
        return Err(Error::Busy);
    }
    privacy::carry_over(&source, path)?;
    sqlite::replace(&source, &mut target)
}

/// The highest batch names the state of a workspace: the restored state gets a name that no other had, so that nothing
/// that was made for another state is taken for it.
fn name_state(copy: &rusqlite::Connection, seen: i64) -> Result<()> {
    copy.execute(
        include_str!("name_state.sql"),
        (seen, journal::now(), Operation::BackupRestore.name()),
    )?;
    // The workspace is no backup any more.
    copy.execute("DELETE FROM settings WHERE key = ?", [workspace::BACKUP])?;
    Ok(())
}

/// Moves the files of a workspace that can't be opened out of the way, keeping them.
fn set_aside(path: &Path) -> Result<PathBuf> {
    let time = journal::now().replace(':', "-");
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let aside = folder(path).join(format!("{stem} damaged {time}.roster"));
    if log_of(path).exists() {
        std::fs::rename(log_of(path), log_of(&aside))?;
    }
    std::fs::rename(path, &aside)?;
    Ok(aside)
}

pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| Error::Call {
            detail: e.to_string(),
        })?
}
