//! Backups: a consistent copy of the workspace while it is in use, and the way back from one (P4).
//!
//! `save` writes a copy where the user wants it, `restore` puts one in the workspace's place, `sqlite` holds what both need
//! of SQLite that the pooled connections don't give. A copy `FILE` has its attached files in `FILE.files`, as the workspace
//! itself has.
//!
//! Roster makes copies by itself too: `keep` says when, `kept` writes and reads the folder beside the workspace, `thin` says
//! which of them go. `look` opens one to be read, `take_back` brings single contacts back from it.

mod keep;
#[cfg(test)]
mod keep_tests;
mod kept;
mod look;
mod restore;
mod save;
mod sqlite;
mod take_back;
#[cfg(test)]
mod tests;
mod thin;
mod types;

pub(crate) use keep::{Keeper, MANY, before, first, made};
pub use keep::{now, regularly};
pub(crate) use kept::{PARTIAL, before_update, holding, keep_before, own, remove};
pub use kept::{folder_of, kept_in, list};
pub use look::look;
pub(crate) use restore::blocking;
pub use restore::{restore, restore_at, restore_instead, restore_kept};
pub use save::save;
pub(crate) use save::{folder, keep_name};
pub(crate) use sqlite::{open_to_read, open_to_write, page_size, watched};
pub use take_back::{BackupTaken, take_back};
pub use types::*;
