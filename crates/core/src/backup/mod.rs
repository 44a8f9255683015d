//! Backups: a consistent copy of the workspace while it is in use, and the way back from one (P4).
//!
//! `save` writes a copy, `restore` puts one in the workspace's place, `sqlite` holds what both need of SQLite that the
//! pooled connections don't give. A copy `FILE` has its attached files in `FILE.files`, as the workspace itself has. When copies are made by themselves, and which are kept, is not decided here.

mod restore;
mod save;
mod sqlite;
#[cfg(test)]
mod tests;
mod types;

pub use restore::{restore, restore_at};
pub use save::save;
pub(crate) use sqlite::open_to_read;
pub use types::*;
