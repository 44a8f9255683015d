//! Opens the workspace that a command works on, lends it out, and closes it whatever happens.

use std::path::{Path, PathBuf};

use roster_core::copies;
use roster_core::journal::generation;
use roster_core::operations::Operation;
use roster_core::staff::{self, StaffEnter};
use roster_core::workspace::{default_path, is_remembered};
use roster_core::{OpenMode, Workspace};

use crate::args::Global;
use crate::failure::Result;
use crate::passphrase;

/// The workspace that was named, if any.
fn named(global: &Global) -> Option<PathBuf> {
    let named = global.workspace.clone();
    named.filter(|path| !path.as_os_str().is_empty())
}

/// The named workspace, or the one that the window opens.
pub fn path(global: &Global) -> PathBuf {
    named(global).unwrap_or_else(default_path)
}

fn is_there(path: &Path) -> bool {
    path.metadata().is_ok_and(|m| m.len() > 0)
}

async fn lend<T>(
    global: &Global,
    path: &Path,
    mode: OpenMode,
    work: impl AsyncFnOnce(&Workspace) -> Result<T>,
) -> Result<T> {
    let named = async |ws: &Workspace| {
        come_in(ws, global.who.as_deref()).await?;
        work(ws).await
    };
    lend_to_anyone(global, path, mode, named).await
}

async fn lend_to_anyone<T>(
    global: &Global,
    path: &Path,
    mode: OpenMode,
    work: impl AsyncFnOnce(&Workspace) -> Result<T>,
) -> Result<T> {
    passphrase::unlock(path)?;
    let ws = Workspace::open(path, mode).await?;
    ws.keep_backups();
    if let Some(data) = &global.data {
        copies::watch(&ws, data).await;
    }
    if let Some(day) = global.today {
        ws.reckon_from(day);
    }
    let result = work(&ws).await;
    ws.close().await;
    result
}

/// Somebody has to be at the desk of a workspace with profiles.
async fn come_in(ws: &Workspace, who: Option<&str>) -> Result<()> {
    let people = staff::list(ws).await?.people;
    // Where there are no profiles nobody is asked for one.
    if let Some(who) = who.filter(|_| !people.is_empty()) {
        let has_pin = people.iter().any(|p| p.name == who && p.has_pin);
        let pin = match has_pin {
            true => passphrase::pin_of(who)?,
            false => passphrase::given_pin(),
        };
        let name = who.to_owned();
        staff::enter(ws, &StaffEnter { name, pin }).await?;
    }
    Ok(staff::permit(ws, Operation::WorkspaceInfo).await?)
}

/// For commands that anybody may give without a name.
pub async fn unnamed<T>(
    global: &Global,
    work: impl AsyncFnOnce(&Workspace) -> Result<T>,
) -> Result<T> {
    lend_to_anyone(global, &path(global), OpenMode::Existing, work).await
}

/// For commands that need a workspace that is there.
pub async fn existing<T>(
    global: &Global,
    work: impl AsyncFnOnce(&Workspace) -> Result<T>,
) -> Result<T> {
    lend(global, &path(global), OpenMode::Existing, work).await
}

/// For commands that write: a missing workspace is made, and goes away again when the command fails. One that was
/// chosen in the window and is missing now (a drive that is not there) is not made anew.
pub async fn writable<T>(
    global: &Global,
    work: impl AsyncFnOnce(&Workspace) -> Result<T>,
) -> Result<T> {
    let path = path(global);
    let made = !is_there(&path);
    let must_be_there = named(global).is_none() && is_remembered();
    let mode = if must_be_there {
        OpenMode::Existing
    } else {
        OpenMode::CreateIfMissing
    };
    let result = lend(global, &path, mode, work).await;
    if made && result.is_err() && is_untouched(global, &path).await {
        remove(&path);
    }
    result
}

/// For commands that look at files: the named workspace if it is there, else an empty one that is gone afterwards,
/// so that looking makes nothing.
pub async fn looking<T>(
    global: &Global,
    work: impl AsyncFnOnce(&Workspace) -> Result<T>,
) -> Result<T> {
    let path = path(global);
    if is_there(&path) {
        return lend(global, &path, OpenMode::Existing, work).await;
    }
    let scratch = tempfile::tempdir()?;
    lend(
        global,
        &scratch.path().join("empty.roster"),
        OpenMode::CreateIfMissing,
        work,
    )
    .await
}

/// Whether nothing was ever written to it. Another program may have found it and used it in the meantime: what can't
/// be told stays.
async fn is_untouched(global: &Global, path: &Path) -> bool {
    let look = async |ws: &Workspace| Ok(generation(&mut *ws.read().await?).await? == 0);
    lend_to_anyone(global, path, OpenMode::Existing, look)
        .await
        .unwrap_or(false)
}

/// Removes a workspace that holds nothing; what can't be removed does no harm, so nobody is told.
fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        let _ = std::fs::remove_file(file);
    }
}
