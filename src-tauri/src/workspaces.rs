//! Opening, making and changing the workspace.

use std::path::{Path, PathBuf};
use std::time::Duration;

use roster_core::workspace::{self, WorkspaceInfo};
use roster_core::{Error, OpenMode, Workspace, copies};
use tauri::{AppHandle, Emitter, Manager, async_runtime};

use crate::desk::{Desk, Open};
use crate::failure::{Failure, Result};
use crate::jobs::Jobs;
use crate::lock::WorkspaceLock;
use crate::{locking, pickers, window};

/// How long the end of the program waits for a job to notice that it was cancelled.
const PATIENCE: Duration = Duration::from_secs(5);

/// Lets the user choose another workspace and opens it. Answers nothing when the picker was closed.
#[tauri::command]
pub async fn open_workspace(app: AppHandle) -> Result<Option<WorkspaceInfo>> {
    match pickers::workspace_to_open(&app).await {
        Some(path) => change(&app, &path, OpenMode::Existing).await.map(Some),
        None => Ok(None),
    }
}

/// Lets the user name a new workspace, makes it and opens it. Answers nothing when the picker was closed.
#[tauri::command]
pub async fn new_workspace(app: AppHandle) -> Result<Option<WorkspaceInfo>> {
    match pickers::workspace_to_make(&app).await {
        Some(path) => make(&app, &path).await.map(Some),
        None => Ok(None),
    }
}

/// Makes a workspace where there is no file yet: an existing one is never written over.
pub async fn make(app: &AppHandle, path: &Path) -> Result<WorkspaceInfo> {
    if path.exists() {
        return Err(Failure::workspace_exists(&path.to_string_lossy()));
    }
    change(app, path, OpenMode::CreateIfMissing).await
}

/// Opens `path` in place of the workspace that is open, now and at the next start.
pub async fn change(app: &AppHandle, path: &Path, mode: OpenMode) -> Result<WorkspaceInfo> {
    if !app.state::<Desk>().holds(path) {
        let opened = open(app, path, mode).await;
        if let Err(Failure::Core(Error::PassphraseNeeded { .. })) = &opened {
            locking::wait_at(app, path).await;
        }
        opened?;
        remember(path);
        drop(app.emit("workspace-changed", ()));
    }
    Ok(workspace::info(&app.state::<Desk>().workspace()?).await?)
}

/// Opening worked; a choice that can't be written down only has to be made again.
fn remember(path: &Path) {
    if let Err(error) = workspace::remember(path) {
        eprintln!(
            "{} will not be remembered as the workspace to open: {error}",
            path.display()
        );
    }
}

/// Opens `path`; whatever was open stays so when that fails.
pub async fn open(app: &AppHandle, path: &Path, mode: OpenMode) -> Result<()> {
    if app.state::<Jobs>().any() {
        return Err(Failure::job_under_way());
    }
    if mode == OpenMode::CreateIfMissing {
        make_folder(path);
    }
    let lock = WorkspaceLock::take(path)
        .map_err(|_| Failure::workspace_in_use(&path.to_string_lossy()))?;
    let workspace = opened(path.to_owned(), mode).await?;
    let open = Open::new(app, path.to_owned(), workspace, lock);
    if let Some(before) = app.state::<Desk>().put(open) {
        before.close().await;
    }
    drop(window::set_title(app, &name(path)));
    Ok(())
}

/// The lock needs the folder before the workspace does. Where it can't be made, opening says so.
fn make_folder(path: &Path) {
    if let Some(folder) = path.parent() {
        drop(std::fs::create_dir_all(folder));
    }
}

/// Opens on a thread of its own: sqlx's migrations make a future that can't move between threads.
async fn opened(path: PathBuf, mode: OpenMode) -> Result<Workspace> {
    let opening = move || {
        async_runtime::block_on(async {
            let workspace = Workspace::open(&path, mode).await?;
            copies::watch(&workspace, &workspace::data_folder()).await;
            Ok::<_, Error>(workspace)
        })
    };
    let done = async_runtime::spawn_blocking(opening).await;
    let panicked = |error: tauri::Error| Error::DamagedWorkspace {
        detail: error.to_string(),
    };
    Ok(done.map_err(panicked)??)
}

/// At the end of the program: what runs is cancelled, which undoes it, and the workspace is closed in order.
pub fn close(app: &AppHandle) {
    app.state::<Jobs>().cancel_all();
    if let Some(open) = app.state::<Desk>().take() {
        let closing = async { tokio::time::timeout(PATIENCE, open.close()).await };
        if async_runtime::block_on(closing).is_err() {
            eprintln!("The workspace was still at work; its log is read at the next start.");
        }
    }
}

/// What the window calls a workspace: its file's name without the ending.
pub fn name(path: &Path) -> String {
    path.file_stem()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}
