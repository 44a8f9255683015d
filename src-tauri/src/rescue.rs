//! A workspace that can't be opened at the start: the page says what is wrong with it and offers ways on.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use roster_core::backup::{self, Backup, BackupName};
use roster_core::rescue::{self, Examined, Salvaged};
use roster_core::workspace::WorkspaceInfo;
use roster_core::{Job, OpenMode, copies};
use tauri::{AppHandle, Manager, State, async_runtime};

use crate::desk::Desk;
use crate::failure::{Failure, Result, blocking};
use crate::{pickers, workspaces};

/// The workspace that could not be opened.
#[derive(Default)]
pub struct Troubled(Mutex<Option<PathBuf>>);

impl Troubled {
    pub fn note(&self, path: &Path) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(path.to_owned());
    }

    fn path(&self) -> Result<PathBuf> {
        let path = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        path.ok_or_else(Failure::no_workspace)
    }
}

/// What is wrong with the workspace; nothing while one is open.
#[tauri::command]
pub async fn rescue_examine(
    desk: State<'_, Desk>,
    troubled: State<'_, Troubled>,
) -> Result<Option<Examined>> {
    let Ok(path) = troubled.path() else {
        return Ok(None);
    };
    if desk.workspace().is_ok() {
        return Ok(None);
    }
    Ok(Some(blocking(move || Ok(rescue::examine(&path))).await?))
}

/// Puts a backup in its place; the file that can't be opened is set aside beside it.
#[tauri::command]
pub async fn rescue_restore(app: AppHandle, name: String) -> Result<Backup> {
    let path = app.state::<Troubled>().path()?;
    let target = path.clone();
    let restored = blocking(move || {
        let job = Job::silent();
        async_runtime::block_on(backup::restore_instead(&target, &BackupName { name }, &job))
    })
    .await?;
    workspaces::open(&app, &path, OpenMode::Existing).await?;
    // On purpose: the state that it took the place of is no copy that went astray.
    copies::keep(&app.state::<Desk>().workspace()?).await?;
    Ok(restored)
}

/// Reads what can be read into a new workspace that the user names, and opens that. Nothing when the picker was closed.
#[tauri::command]
pub async fn rescue_salvage(app: AppHandle) -> Result<Option<Salvaged>> {
    let path = app.state::<Troubled>().path()?;
    let Some(target) = pickers::workspace_to_make(&app).await else {
        return Ok(None);
    };
    if target.exists() {
        return Err(Failure::workspace_exists(&target.to_string_lossy()));
    }
    let into = target.clone();
    let salvaged =
        blocking(move || async_runtime::block_on(rescue::salvage(&path, &into, &Job::silent())))
            .await?;
    open(&app, &target).await?;
    Ok(Some(salvaged))
}

async fn open(app: &AppHandle, path: &Path) -> Result<WorkspaceInfo> {
    workspaces::change(app, path, OpenMode::Existing).await
}
