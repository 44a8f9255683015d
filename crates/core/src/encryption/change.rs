//! Setting, changing and removing the passphrase of a workspace that nobody has open.
//!
//! The whole is written anew beside the workspace and compared with it; giving it the workspace's name is the moment from
//! which it holds. A kill before it leaves the workspace as it was, one after it leaves what `sweep.rs` finishes at the next
//! opening: contents of files under their former names, and backups under the former key.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use serde::Serialize;
use tempfile::NamedTempFile;
use ts_rs::TS;

use super::connect::open;
use super::key::Key;
use super::keyring::{self, key_of};
use super::{rewrite, sweep};
use crate::backup::{self, blocking};
use crate::error::{Error, Result};
use crate::files::{self, Store};
use crate::progress::{CancelHandle, Job, Stage};

/// Between two looks how far it is.
const LOOK: Duration = Duration::from_millis(100);
/// How long another program is waited for.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many of SQLite's instructions pass between two looks whether to stop.
const INSTRUCTIONS: i32 = 10_000;

/// How a workspace is encrypted from now on.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "PassphraseChanged")]
pub struct Changed {
    pub file: String,
    pub encrypted: bool,
    /// How many of its backups were written anew in the same way.
    pub backups: u64,
    /// The names of those that are still as they were.
    pub left: Vec<String>,
}

/// Encrypts a workspace, its attached files and its backups.
///
/// # Errors
/// `Invalid` when it is encrypted already, or the passphrase too short; `Busy` while anybody has it open; `DiskFull`,
/// `Cancelled`. Nothing was changed then.
pub async fn encrypt(path: &Path, passphrase: &str, job: &Job) -> Result<Changed> {
    if super::is_encrypted(path) {
        return Err(Error::invalid(
            "This workspace has a passphrase already. Change it instead.",
        ));
    }
    let passphrase = zeroize::Zeroizing::new(passphrase.to_owned());
    let key = blocking(move || Key::new(&passphrase)).await?;
    rekey(path, Some(key), job).await
}

/// Gives an encrypted workspace that was unlocked another passphrase.
///
/// # Errors
/// As [`encrypt`]; `PassphraseNeeded`.
pub async fn change_passphrase(path: &Path, passphrase: &str, job: &Job) -> Result<Changed> {
    expect_unlocked(path)?;
    let passphrase = zeroize::Zeroizing::new(passphrase.to_owned());
    let key = blocking(move || Key::new(&passphrase)).await?;
    rekey(path, Some(key), job).await
}

/// Writes an encrypted workspace that was unlocked, its files and its backups in the clear.
///
/// # Errors
/// As [`encrypt`]; `PassphraseNeeded`.
pub async fn decrypt(path: &Path, job: &Job) -> Result<Changed> {
    expect_unlocked(path)?;
    rekey(path, None, job).await
}

fn expect_unlocked(path: &Path) -> Result<()> {
    match key_of(path)? {
        Some(_) => Ok(()),
        None if path.exists() => Err(Error::invalid("This workspace has no passphrase.")),
        None => Err(Error::NoWorkspace {
            path: path.display().to_string(),
        }),
    }
}

async fn rekey(path: &Path, key: Option<Key>, job: &Job) -> Result<Changed> {
    if !path.is_file() {
        return Err(Error::NoWorkspace {
            path: path.display().to_string(),
        });
    }
    job.report(Stage::Saving, 0, None)?;
    let written = Arc::new(AtomicU64::new(0));
    let total = path.metadata()?.len().max(1);
    let rekeying = Rekeying {
        path: path.to_owned(),
        key,
        cancel: job.cancel_handle(),
        written: written.clone(),
    };
    let mut running = tokio::task::spawn_blocking(move || rekeying.carry_out());
    loop {
        match tokio::time::timeout(LOOK, &mut running).await {
            Ok(done) => {
                return done.map_err(|e| Error::Call {
                    detail: e.to_string(),
                })?;
            }
            Err(_) => {
                let done = written.load(Ordering::Relaxed);
                let fraction = (done as f32 / total as f32).min(0.99);
                // Who cancels is heard by the work itself, which cleans up.
                let _ = job.report(Stage::Saving, done, Some(fraction));
            }
        }
    }
}

struct Rekeying {
    path: PathBuf,
    key: Option<Key>,
    cancel: CancelHandle,
    /// Bytes of the new file, for the progress.
    written: Arc<AtomicU64>,
}

impl Rekeying {
    fn carry_out(self) -> Result<Changed> {
        if self.path.metadata()?.len() > 0 && !crate::workspace::is_ours(&self.path)? {
            return Err(Error::NotAWorkspace {
                path: self.path.display().to_string(),
            });
        }
        sweep::finish(&self.path)?;
        backup::keep_before(&self.path, &self.cancel)?;
        let conn = alone(&self.path)?;
        let partial = tempfile::Builder::new()
            .prefix(&sweep::prefix(&self.path))
            .tempfile_in(backup::folder(&self.path))?;
        let done = match self.prepare(&conn, &partial) {
            Ok(()) => self.put_in_place(conn, partial),
            Err(error) => {
                drop((conn, partial));
                Err(error)
            }
        };
        if done.is_err() {
            // What was copied for the new key is of no use, and may be in the clear.
            files::sweep_alone(&self.path, &Store::of(&self.path))?;
        }
        done?;
        let backups = sweep::finish(&self.path)?;
        Ok(Changed {
            file: self.path.display().to_string(),
            encrypted: self.key.is_some(),
            backups: backups.rewritten,
            left: backups.left,
        })
    }

    /// Everything that the workspace will be, on the disk, while it is still what it was.
    fn prepare(&self, conn: &Connection, partial: &NamedTempFile) -> Result<()> {
        let (cancel, written) = (self.cancel.clone(), self.written.clone());
        let watched = partial.path().to_owned();
        conn.progress_handler(
            INSTRUCTIONS,
            Some(move || {
                let length = watched.metadata().map_or(0, |found| found.len());
                written.store(length, Ordering::Relaxed);
                cancel.is_cancelled()
            }),
        )?;
        rewrite::write_anew(conn, partial.path(), self.key.as_ref())?;
        conn.progress_handler(0, None::<fn() -> bool>)?;
        if let Some(key) = &self.key {
            // Its own process must find it from now on; a file that never gets its name does no harm.
            keyring::add(key.clone());
        }
        sweep::note_unfinished(partial.path())?;
        let job = Job::following(self.cancel.clone());
        files::carry(partial.path(), &Store::of(&self.path), &self.path, &job)?;
        Ok(partial.as_file().sync_all()?)
    }

    fn put_in_place(&self, conn: Connection, partial: NamedTempFile) -> Result<()> {
        let permissions = self.path.metadata()?.permissions();
        partial.as_file().set_permissions(permissions)?;
        let former = File::options().write(true).open(&self.path)?;
        // Some systems don't rename over a file that is open.
        let conn = (!cfg!(windows)).then_some(conn);
        partial.persist(&self.path).map_err(|e| e.error)?;
        backup::keep_name(backup::folder(&self.path));
        drop(conn);
        empty(&former);
        Ok(())
    }
}

/// Whoever waited for the file that had the name until now finds nothing in it, and can't write what nobody would see.
fn empty(former: &File) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        if former.metadata().is_ok_and(|found| found.nlink() == 0) {
            let _ = former.set_len(0);
        }
    }
    #[cfg(not(unix))]
    let _ = former;
}

/// The one connection to a workspace, with everything in the one file, until it is dropped.
///
/// # Errors
/// `Busy` while anybody else has it open.
fn alone(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = open(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    // Leaving the log wants to be alone.
    let mode: String = conn.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")?;
    let still: String = conn.query_row("PRAGMA main.journal_mode", [], |row| row.get(0))?;
    if mode != "delete" || still != "delete" {
        return Err(Error::Busy);
    }
    Ok(conn)
}
