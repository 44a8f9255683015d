//! Nothing is lost: what an end in the middle leaves behind, and what undo and redo bring back.

/// Kills and a full disk while a file is attached.
#[cfg(unix)]
mod attaching;

/// Backups and the way back from one.
mod backup;

/// Kills in the middle of a change of many contacts, and its undo.
#[cfg(unix)]
mod bulk;

/// Kills and Ctrl-C in the middle of a large import, through the real program.
#[cfg(unix)]
mod interrupted;

/// A disk that is full, and one that fails.
#[cfg(target_os = "linux")]
mod full_disk;

/// Kills at random moments of everything that writes.
#[cfg(unix)]
pub mod torture;

/// A workspace that was copied and changed in two places.
mod copies;

/// Ten megabytes in a field, thousands of tags.
mod limits;

/// Profiles of those who work with a workspace.
mod staff;

/// Passphrases, through the program: from the environment, told in its words, killed in the middle.
mod passphrase;

/// Undo and redo, batch by batch.
mod undo;
