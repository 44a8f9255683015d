//! A workspace with a passphrase: unlocking it, locking it, and setting, changing or removing its passphrase. While it is
//! locked, neither the page nor the shell holds anything of it, nor its key.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use roster_core::encryption::{self, Changed};
use roster_core::operations::Operation;
use roster_core::{Error, Job, OpenMode, staff};
use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager, State, async_runtime};

use crate::desk::Desk;
use crate::failure::{Failure, Result, blocking};
use crate::jobs::Jobs;
use crate::lock::WorkspaceLock;
use crate::rescue::Troubled;
use crate::{attached, workspaces};

/// The workspace that waits for its passphrase.
#[derive(Default)]
pub struct Locked(Mutex<Option<PathBuf>>);

impl Locked {
    fn set(&self, path: Option<PathBuf>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = path;
    }

    fn path(&self) -> Option<PathBuf> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

#[derive(Serialize)]
pub struct LockState {
    /// The workspace that waits for its passphrase; nothing while one is open.
    locked: Option<String>,
    /// Whether the one that is open has a passphrase.
    encrypted: bool,
}

#[tauri::command]
pub fn lock_state(desk: State<'_, Desk>, locked: State<'_, Locked>) -> LockState {
    match desk.workspace() {
        Ok(open) => LockState {
            locked: None,
            encrypted: encryption::is_encrypted(open.path()),
        },
        Err(_) => LockState {
            locked: locked.path().map(|path| path.display().to_string()),
            encrypted: false,
        },
    }
}

/// Closes what is open, if anything, and waits for the passphrase of `path`.
pub async fn wait_at(app: &AppHandle, path: &Path) {
    if let Some(open) = app.state::<Desk>().take() {
        open.close().await;
    }
    encryption::forget_all();
    attached::clear(app);
    app.state::<Locked>().set(Some(path.to_owned()));
    drop(app.emit("workspace-locked", ()));
}

/// Closes the workspace and forgets its key. One without a passphrase stays open, since nothing would be locked.
#[tauri::command]
pub async fn lock_workspace(app: AppHandle) -> Result<bool> {
    if app.state::<Jobs>().any() {
        return Err(Failure::job_under_way());
    }
    let path = app.state::<Desk>().workspace()?.path().to_owned();
    let is_encrypted = encryption::is_encrypted(&path);
    if is_encrypted {
        wait_at(&app, &path).await;
    }
    Ok(is_encrypted)
}

/// Opens the workspace that waits. One that turns out to be damaged is shown as such at the next look.
#[tauri::command]
pub async fn unlock_workspace(app: AppHandle, passphrase: String) -> Result<()> {
    let path = app
        .state::<Locked>()
        .path()
        .ok_or_else(Failure::no_workspace)?;
    let file = path.clone();
    blocking(move || encryption::unlock(&file, &passphrase)).await?;
    match workspaces::change(&app, &path, OpenMode::Existing).await {
        Ok(_) => app.state::<Locked>().set(None),
        Err(Failure::Core(Error::DamagedWorkspace { .. } | Error::NewerWorkspace)) => {
            app.state::<Locked>().set(None);
            app.state::<Troubled>().note(&path);
        }
        Err(other) => return Err(other),
    }
    Ok(())
}

/// Gives the open workspace a passphrase, another one, or none. `present` is asked for again where there is one: whoever
/// sits down at an unlocked desk doesn't know it.
#[tauri::command]
pub async fn passphrase_change(
    app: AppHandle,
    present: Option<String>,
    next: Option<String>,
) -> Result<Changed> {
    if app.state::<Jobs>().any() {
        return Err(Failure::job_under_way());
    }
    let before = app.state::<Desk>().workspace()?;
    // As for the settings: it is an owner's to say.
    staff::permit(&before, Operation::SettingsSet).await?;
    let path = before.path().to_owned();
    let is_encrypted = encryption::is_encrypted(&path);
    let file = path.clone();
    blocking(move || encryption::unlock(&file, present.as_deref().unwrap_or_default())).await?;
    if let Some(open) = app.state::<Desk>().take() {
        open.close().await;
    }
    let changed = carry_out(&path, is_encrypted, next).await;
    // As it is now, or as it was.
    workspaces::open(&app, &path, OpenMode::Existing).await?;
    staff::stay(&app.state::<Desk>().workspace()?, &before);
    changed
}

async fn carry_out(path: &Path, is_encrypted: bool, next: Option<String>) -> Result<Changed> {
    let _alone = WorkspaceLock::take(path)
        .map_err(|_| Failure::workspace_in_use(&path.to_string_lossy()))?;
    let path = path.to_owned();
    blocking(move || {
        let job = Job::silent();
        async_runtime::block_on(async {
            match next {
                None => encryption::decrypt(&path, &job).await,
                Some(next) if is_encrypted => {
                    encryption::change_passphrase(&path, &next, &job).await
                }
                Some(next) => encryption::encrypt(&path, &next, &job).await,
            }
        })
    })
    .await
}
