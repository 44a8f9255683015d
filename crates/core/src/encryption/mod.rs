//! A workspace with a passphrase: its database, its backups and its attached files are encrypted.
//!
//! The passphrase becomes a key by Argon2id; SQLCipher encrypts the pages, the log and the journal with it, and what the
//! contents of attached files are encrypted with comes from it. The first sixteen bytes of the file (`head.rs`) say that it
//! is encrypted and hold the salt, so that a file alone can be opened with its passphrase. Whoever opens a file, by
//! whatever library, asks here for its key (`keyring.rs`, `connect.rs`); nobody hands keys about. Setting, changing and removing
//! a passphrase write the workspace anew beside itself (`change.rs`).

mod change;
mod connect;
mod head;
mod key;
mod keyring;
mod rewrite;
mod sweep;
#[cfg(test)]
mod tests;

pub use change::{Changed, change_passphrase, decrypt, encrypt};
pub(crate) use connect::{attach, open, with_key};
pub use head::is_encrypted;
pub(crate) use head::random;
pub(crate) use key::{Key, derive, keyed};
pub use keyring::{forget_all, is_locked, unlock};
pub(crate) use keyring::{key_of, like};
pub(crate) use rewrite::match_encryption;
pub(crate) use sweep::finish;
