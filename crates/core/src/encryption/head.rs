//! The first sixteen bytes of an encrypted file, in the clear, where SQLCipher keeps its salt.
//!
//! ```text
//! 0..4   "Rstr"
//! 4      how the key is made of the passphrase: 1 (`key.rs`)
//! 5..13  random: the salt
//! 13..16 three bytes of a hash of the key: a wrong passphrase is told from a damaged file
//! ```
//! Three bytes are no help to whoever tries passphrases: each try costs the making of a key with or without them.

use std::io::Read as _;
use std::path::Path;

use crate::error::{Error, Result};

pub(crate) const LENGTH: usize = 16;
pub(super) const SALT: usize = 13;
const MAGIC: &[u8; 4] = b"Rstr";
const VERSION: u8 = 1;

/// The head of an encrypted file; unlike for every file and every passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Head(pub(super) [u8; LENGTH]);

/// What a file begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beginning {
    /// There is no file, or nothing in it yet.
    Nothing,
    Encrypted(Head),
    /// A database in the clear, or something that is none.
    Other,
}

impl Head {
    /// A new salt; what tells the right key is filled in once there is one.
    pub(super) fn salt_anew() -> Result<[u8; SALT]> {
        let mut salt = [0; SALT];
        salt[..4].copy_from_slice(MAGIC);
        salt[4] = VERSION;
        random(&mut salt[5..])?;
        Ok(salt)
    }

    pub(super) fn salt(&self) -> &[u8] {
        &self.0[..SALT]
    }
}

/// Fills with what nobody can guess.
pub(crate) fn random(bytes: &mut [u8]) -> std::io::Result<()> {
    getrandom::fill(bytes).map_err(|e| std::io::Error::other(e.to_string()))
}

pub(super) fn beginning(path: &Path) -> Result<Beginning> {
    let mut head = [0; LENGTH];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    Ok(match read {
        Ok(()) if head.starts_with(MAGIC) && head[4] == VERSION => Beginning::Encrypted(Head(head)),
        // Made by a Roster that makes keys in another way.
        Ok(()) if head.starts_with(MAGIC) => return Err(Error::NewerWorkspace),
        Ok(()) => Beginning::Other,
        Err(e) if e.kind() == std::io::ErrorKind::PermissionDenied => Beginning::Other,
        Err(_) => Beginning::Nothing,
    })
}

/// Whether a file says that it is an encrypted workspace.
pub fn is_encrypted(path: &Path) -> bool {
    !matches!(beginning(path), Ok(Beginning::Nothing | Beginning::Other))
}
