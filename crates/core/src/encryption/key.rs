//! From a passphrase to a key, and from the key to what else needs one.

use argon2::{Algorithm, Argon2, Params, Version};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::head::{Head, LENGTH, SALT};
use crate::error::{Error, Result};

/// The second recommendation of RFC 9106 on one lane: 64 MiB and three passes. OWASP asks for 19 MiB and two.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;

/// The fewest characters of a new passphrase.
const FEWEST: usize = 8;

/// The key of an encrypted file, with the head that belongs to it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key {
    head: Head,
    secret: Zeroizing<[u8; 32]>,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// A key for a new passphrase, under a new salt. Takes its time, on purpose.
    ///
    /// # Errors
    /// `Invalid` when the passphrase is too short.
    pub(super) fn new(passphrase: &str) -> Result<Self> {
        if passphrase.trim().chars().count() < FEWEST {
            let message = format!(
                "A passphrase has at least {FEWEST} characters; a few words are better still."
            );
            return Err(Error::field("passphrase", message));
        }
        let salt = Head::salt_anew()?;
        let secret = derive(passphrase, &salt)?;
        let mut head = [0; LENGTH];
        head[..SALT].copy_from_slice(&salt);
        head[SALT..].copy_from_slice(&told(&secret));
        Ok(Self {
            head: Head(head),
            secret,
        })
    }

    /// The key of a file that is there.
    ///
    /// # Errors
    /// `WrongPassphrase`.
    pub(super) fn of(passphrase: &str, head: Head) -> Result<Self> {
        let secret = derive(passphrase, head.salt())?;
        if told(&secret) != head.0[SALT..] {
            return Err(Error::WrongPassphrase);
        }
        Ok(Self { head, secret })
    }

    pub(super) fn head(&self) -> Head {
        self.head
    }

    /// As SQLCipher takes it: key and salt in hexadecimal.
    pub(super) fn literal(&self) -> Zeroizing<String> {
        Zeroizing::new(format!(
            "x'{}{}'",
            hex::encode(*self.secret),
            hex::encode(self.head.0)
        ))
    }

    /// A key for something else than pages. From it, nobody comes back to this one.
    pub(crate) fn for_use(&self, what: &str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(keyed(&*self.secret, what.as_bytes()))
    }
}

/// A hash that only who has the secret can make.
pub(crate) fn keyed(secret: &[u8], message: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("any length will do");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

fn told(secret: &Zeroizing<[u8; 32]>) -> [u8; LENGTH - SALT] {
    let hash = keyed(&**secret, b"roster: the right passphrase");
    [hash[0], hash[1], hash[2]]
}

/// The same letters may be typed as different characters: the composed form counts.
pub(crate) fn derive(passphrase: &str, salt: &[u8]) -> Result<Zeroizing<[u8; 32]>> {
    let failed = |e: argon2::Error| Error::Io(std::io::Error::other(e.to_string()));
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(32)).map_err(failed)?;
    let composed: Zeroizing<String> = Zeroizing::new(passphrase.nfc().collect());
    let mut secret = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(composed.as_bytes(), salt, &mut *secret)
        .map_err(failed)?;
    Ok(secret)
}
