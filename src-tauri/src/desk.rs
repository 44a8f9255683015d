//! The workspace that is open: its core, its lock, and the news of what became stale on their way to the page.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use roster_core::{Workspace, backup, contacts, groups};
use tauri::AppHandle;
use tauri::async_runtime::{self, JoinHandle};

use crate::failure::{Failure, Result};
use crate::lock::WorkspaceLock;
use crate::stale;

/// How often a workspace in use is looked at: whether a backup is due.
const OFTEN: Duration = Duration::from_secs(5 * 60);

#[derive(Default)]
pub struct Desk(Mutex<Option<Open>>);

pub struct Open {
    path: PathBuf,
    workspace: Workspace,
    relay: JoinHandle<()>,
    keeping: JoinHandle<()>,
    reading: Option<JoinHandle<()>>,
    _lock: WorkspaceLock,
}

impl Open {
    pub fn new(app: &AppHandle, path: PathBuf, workspace: Workspace, lock: WorkspaceLock) -> Self {
        let relay = stale::relay(app.clone(), &workspace);
        let keeping = keep(workspace.clone());
        Self {
            path,
            workspace,
            relay,
            keeping,
            reading: None,
            _lock: lock,
        }
    }

    /// Reads what the first search and the groups screen need, once: of a million contacts it takes longer than a key
    /// pressed or a look should.
    fn read_ahead(&mut self) {
        let workspace = &self.workspace;
        self.reading
            .get_or_insert_with(|| read_ahead(workspace.clone()));
    }

    /// Writes everything back into the one file, so that it can be copied, and frees it for others.
    pub async fn close(self) {
        self.relay.abort();
        self.keeping.abort();
        if let Some(reading) = self.reading {
            reading.abort();
        }
        self.workspace.close().await;
    }
}

impl Desk {
    pub fn workspace(&self) -> Result<Workspace> {
        self.open()
            .as_ref()
            .map(|open| open.workspace.clone())
            .ok_or_else(Failure::no_workspace)
    }

    /// The first contacts are to be seen: from now on there is time for what may be asked next.
    pub fn has_shown_contacts(&self) {
        if let Some(open) = &mut *self.open() {
            open.read_ahead();
        }
    }

    /// Whether `path` is the workspace that is open already, however it is written.
    pub fn holds(&self, path: &Path) -> bool {
        self.open()
            .as_ref()
            .is_some_and(|open| same(&open.path, path))
    }

    /// Whether `path` is the folder in which the open workspace has its backups.
    pub fn keeps_backups_in(&self, path: &Path) -> bool {
        self.open()
            .as_ref()
            .is_some_and(|open| same(&backup::folder_of(&open.path), path))
    }

    /// Answers what was open before.
    pub fn put(&self, open: Open) -> Option<Open> {
        self.open().replace(open)
    }

    pub fn take(&self) -> Option<Open> {
        self.open().take()
    }

    fn open(&self) -> MutexGuard<'_, Option<Open>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes backups of an open workspace while it is in use.
fn keep(workspace: Workspace) -> JoinHandle<()> {
    workspace.keep_backups();
    async_runtime::spawn(async move {
        let mut due = tokio::time::interval(OFTEN);
        // The first tick is at once: the state that was opened is as good as the last backup.
        due.tick().await;
        loop {
            due.tick().await;
            backup::regularly(&workspace).await;
        }
    })
}

fn read_ahead(workspace: Workspace) -> JoinHandle<()> {
    async_runtime::spawn(async move {
        // What can't be read says so when it is asked for.
        drop(contacts::read_ahead(&workspace).await);
        drop(groups::count_ahead(&workspace).await);
    })
}

fn same(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
