//! The keys that this program has for now, by the heads of the files that they open. Backups have the head of the workspace
//! that they were made of, so that one key opens them all. A program that locks a workspace forgets them all.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use super::head::{Beginning, Head, beginning};
use super::key::Key;
use crate::error::{Error, Result};

#[derive(Default)]
struct Keyring {
    keys: HashMap<Head, Key>,
    /// Files that are being made and have no head yet.
    intended: HashMap<PathBuf, Option<Key>>,
}

static KEYRING: LazyLock<Mutex<Keyring>> = LazyLock::new(Mutex::default);

fn keyring() -> MutexGuard<'static, Keyring> {
    KEYRING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The key that a file is opened with; none for one in the clear, and for what is none of ours.
///
/// # Errors
/// `PassphraseNeeded` when it is encrypted and nobody has given its passphrase; `NewerWorkspace`.
pub(crate) fn key_of(path: &Path) -> Result<Option<Key>> {
    match beginning(path)? {
        Beginning::Nothing => Ok(keyring().intended.get(path).cloned().flatten()),
        Beginning::Other => Ok(None),
        Beginning::Encrypted(head) => {
            let key = keyring().keys.get(&head).cloned();
            key.map(Some).ok_or_else(|| Error::PassphraseNeeded {
                path: path.display().to_string(),
            })
        }
    }
}

/// Whether a file is encrypted and can't be opened for now.
pub fn is_locked(path: &Path) -> bool {
    matches!(key_of(path), Err(Error::PassphraseNeeded { .. }))
}

/// Gives the passphrase of a file, from now on also for its backups. Takes its time, on purpose. Blocks.
///
/// # Errors
/// `WrongPassphrase`. One in the clear needs none, and any will do.
pub fn unlock(path: &Path, passphrase: &str) -> Result<()> {
    if let Beginning::Encrypted(head) = beginning(path)? {
        add(Key::of(passphrase, head)?);
    }
    Ok(())
}

pub(super) fn add(key: Key) {
    keyring().keys.insert(key.head(), key);
}

/// Forgets every key: that of the workspace, and those it had before its passphrase was changed, which still open its
/// older backups. Connections that are open stay so.
pub fn forget_all() {
    keyring().keys.clear();
}

/// Forgets the key of one file: tests share one keyring.
#[cfg(test)]
pub(super) fn forget(path: &Path) {
    if let Ok(Beginning::Encrypted(head)) = beginning(path) {
        keyring().keys.remove(&head);
    }
}

/// While it lives, a file that is made at a path is encrypted in a certain way.
pub(crate) struct Intended(PathBuf);

impl Drop for Intended {
    fn drop(&mut self) {
        keyring().intended.remove(&self.0);
    }
}

pub(super) fn intend(path: &Path, key: Option<Key>) -> Intended {
    keyring().intended.insert(path.to_owned(), key);
    Intended(path.to_owned())
}

/// What is made at `target` will be encrypted as `source` is.
///
/// # Errors
/// `PassphraseNeeded`.
pub(crate) fn like(target: &Path, source: &Path) -> Result<Intended> {
    Ok(intend(target, key_of(source)?))
}
