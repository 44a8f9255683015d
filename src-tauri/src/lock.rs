//! One window per workspace: an operating system's lock on a file beside it, held while it is open.
//!
//! The system drops the lock when the process ends, however it ends, so nothing stale is ever left. The command line
//! doesn't take it: SQLite orders its writes among the window's.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Held while the workspace is open. Empty where the folder can't be written or its file system knows no locks:
/// then the workspace opens without, and SQLite still keeps its writes in order.
#[derive(Debug)]
pub struct WorkspaceLock(#[allow(dead_code, reason = "held for its drop")] Option<File>);

/// Another process holds the lock.
#[derive(Debug)]
pub struct Taken;

impl WorkspaceLock {
    pub fn take(workspace: &Path) -> Result<Self, Taken> {
        let opened = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(beside(workspace));
        let Ok(file) = opened else {
            return Ok(Self(None));
        };
        match file.try_lock() {
            Ok(()) => Ok(Self(Some(file))),
            Err(TryLockError::WouldBlock) => Err(Taken),
            Err(TryLockError::Error(_)) => Ok(Self(None)),
        }
    }
}

fn beside(workspace: &Path) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(OsString::from(".lock"));
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_is_taken_once() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = folder.path().join("contacts.roster");
        let first = WorkspaceLock::take(&workspace).unwrap();
        assert!(WorkspaceLock::take(&workspace).is_err());
        assert!(WorkspaceLock::take(&folder.path().join("other.roster")).is_ok());
        drop(first);
        assert!(WorkspaceLock::take(&workspace).is_ok());
    }

    #[test]
    fn a_folder_that_is_not_there_is_no_reason_to_refuse() {
        let folder = tempfile::tempdir().unwrap();
        assert!(WorkspaceLock::take(&folder.path().join("gone/contacts.roster")).is_ok());
    }
}
