//! Attached files on their way to the programs of the system.
//!
//! The page names a file by its number; which path that is, only the core knows. What is opened is a read-only copy under
//! the file's own name, in a folder that nobody else may enter and that goes when Roster ends: programs neither change
//! what was attached nor see its neighbours.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use roster_core::{Error, Job, files};
use tauri::{AppHandle, Manager, State, async_runtime};
use tempfile::TempDir;

use crate::desk::Desk;
use crate::failure::{Failure, Result};

/// The folder of copies, made when the first one is wanted.
#[derive(Default)]
pub struct Opened(Mutex<Option<TempDir>>);

impl Opened {
    fn folder(&self) -> std::io::Result<PathBuf> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(folder) = held.as_ref() {
            return Ok(folder.path().to_owned());
        }
        // On systems that know users, only this one may enter it.
        let folder = tempfile::Builder::new().prefix("roster-").tempdir()?;
        Ok(held.insert(folder).path().to_owned())
    }

    /// Removes the copies. One that a program holds on to stays for the system to clear away.
    pub fn clear(&self) {
        let folder = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        drop(folder);
    }
}

/// Opens an attached file by the program that the system has for it. What would run is refused by the core.
#[tauri::command]
pub async fn open_attached(
    desk: State<'_, Desk>,
    opened: State<'_, Opened>,
    id: i64,
) -> Result<()> {
    let workspace = desk.workspace()?;
    let folder = opened.folder().map_err(Error::from)?;
    // On a thread that may block: a large file takes its time to be copied.
    let work =
        move || async_runtime::block_on(files::lay_out(&workspace, id, &folder, &Job::silent()));
    let laid = async_runtime::spawn_blocking(work).await;
    let path = laid.map_err(|e| Error::Call {
        detail: e.to_string(),
    })??;
    tauri_plugin_opener::open_path(&path, None::<&str>)
        .map_err(|error| Failure::not_opened(&path.to_string_lossy(), &error.to_string()))
}

/// At the end of the program.
pub fn clear(app: &AppHandle) {
    app.state::<Opened>().clear();
}
