//! When Roster makes a backup by itself: before what changes much or can't be undone, and after half an hour of use.
//!
//! Only programs that people use ask for it ([`Workspace::keep_backups`]); a program that opens a workspace to test or to
//! measure does not. A backup is made from a state that a connection of its own holds on to, so that an import need not
//! wait for it: the two go on side by side. One that fails is no reason to stop who wants to work; the screen of backups
//! says so. What can't be undone waits for its backup and does not begin without it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::Utc;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::kept;
use super::look::Looked;
use super::types::{KeptBackup, Why};
use crate::error::{Error, Result};
use crate::journal;
use crate::operations::Operation;
use crate::progress::{CancelHandle, Job, Stage};
use crate::workspace::{self, Workspace};

/// How many contacts a change has to touch before a backup is made first.
pub(crate) const MANY: usize = 200;
/// How old the latest backup is before another one is made of a workspace in use.
const OFTEN: Duration = Duration::from_secs(30 * 60);

/// What an open workspace knows of its backups.
#[derive(Default)]
pub(crate) struct Keeper {
    is_on: AtomicBool,
    /// The one that is being made. Locked while it begins, so that there is never a second.
    running: tokio::sync::Mutex<Option<JoinHandle<Result<()>>>>,
    failure: Mutex<Option<String>>,
    pub(super) looked: tokio::sync::Mutex<Option<Looked>>,
}

impl Keeper {
    pub fn turn_on(&self) {
        self.is_on.store(true, Ordering::Relaxed);
    }

    pub fn failure(&self) -> Option<String> {
        self.failure
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn note(&self, failure: Option<String>) {
        *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = failure;
    }

    /// Waits for the backup that is being made.
    pub async fn settle(&self) -> Result<()> {
        end(&mut *self.running.lock().await).await
    }
}

async fn end(running: &mut Option<JoinHandle<Result<()>>>) -> Result<()> {
    match running.take() {
        Some(running) => running.await.unwrap_or_else(|e| {
            Err(Error::Call {
                detail: e.to_string(),
            })
        }),
        None => Ok(()),
    }
}

/// Begins a backup of the state as it is now; the caller goes on at once and may change what it likes.
pub(crate) async fn before(ws: &Workspace, why: Why) {
    // Noted where it happened.
    let _ = begin(ws, why, CancelHandle::default()).await;
}

/// Makes a backup and waits for it: for what can't be undone.
///
/// # Errors
/// When it could not be made: then the caller must not begin.
pub(crate) async fn first(ws: &Workspace, why: Why, job: &Job) -> Result<()> {
    job.report(Stage::Saving, 0, None)?;
    begin(ws, why, job.cancel_handle()).await?;
    ws.keeper().settle().await
}

/// After half an hour of use, when something has changed since the latest backup.
pub async fn regularly(ws: &Workspace) {
    let path = ws.path().to_owned();
    let latest = tokio::task::spawn_blocking(move || kept::latest(&path)).await;
    let age = latest.ok().flatten().map(|mark| Utc::now() - mark.at);
    let is_recent = age.is_some_and(|age| age.to_std().is_ok_and(|age| age < OFTEN));
    if !is_recent {
        before(ws, Why::Use).await;
    }
}

/// A backup at the user's word, also while Roster makes none by itself and when nothing has changed since the last.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `Cancelled`, `DamagedWorkspace`.
pub async fn now(ws: &Workspace, job: &Job) -> Result<KeptBackup> {
    made(ws, Why::Asked, job).await
}

/// A backup whatever the settings say, whole when this answers.
pub(crate) async fn made(ws: &Workspace, why: Why, job: &Job) -> Result<KeptBackup> {
    job.report(Stage::Saving, 0, None)?;
    ws.keeper().settle().await.ok();
    let mut running = ws.keeper().running.lock().await;
    start(ws, why, job.cancel_handle(), &mut running).await?;
    end(&mut running).await?;
    drop(running);
    let made = super::list(ws).await?.backups.into_iter().next();
    made.ok_or_else(|| Error::not_found("backup", ""))
}

async fn begin(ws: &Workspace, why: Why, cancel: CancelHandle) -> Result<()> {
    if !ws.keeper().is_on.load(Ordering::Relaxed) {
        return Ok(());
    }
    let mut conn = ws.read().await?;
    let state = journal::generation(&mut conn).await?;
    let wanted = workspace::settings(&mut conn).await?.backups;
    drop(conn);
    let mut running = ws.keeper().running.lock().await;
    end(&mut running).await.ok();
    let path = ws.path().to_owned();
    let latest = super::restore::blocking(move || Ok(kept::latest(&path))).await?;
    let is_kept = state == 0 || latest.is_some_and(|mark| mark.state == state);
    if !wanted || is_kept {
        return Ok(());
    }
    start(ws, why, cancel, &mut running).await
}

/// Goes on once the state is held on to.
async fn start(
    ws: &Workspace,
    why: Why,
    cancel: CancelHandle,
    running: &mut Option<JoinHandle<Result<()>>>,
) -> Result<()> {
    let settings = workspace::settings(&mut *ws.read().await?).await?;
    let (begun, is_held) = oneshot::channel();
    let ws = ws.clone();
    *running = Some(tokio::task::spawn_blocking(move || {
        let made = kept::make(ws.path(), why, &cancel, || {
            // The one who asked may have been cancelled; the backup is made all the same.
            let _ = begun.send(());
        });
        ws.keeper()
            .note(made.as_ref().err().map(ToString::to_string));
        made?;
        kept::thin(ws.path(), &settings);
        ws.announce(Operation::BackupNow);
        Ok(())
    }));
    // Answers when the state is held, and fails when the work ended before.
    match is_held.await {
        Ok(()) => Ok(()),
        Err(_) => end(running).await,
    }
}
