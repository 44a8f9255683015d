//! The record of every change, and the only way to make one.
//!
//! A [`Change`] is a transaction that names its operation and gets a batch of its own. While it is open, triggers on
//! the writing connection record what each row was before and after (`record.rs`). An import is a [`Bulk`], the same
//! on a connection for writing much, which records the ranges of ids that it inserted instead. Undo (`undo.rs`) reads the record backwards, and is itself a
//! change, so that redo is the undo of an undo.

mod alike;
mod batches;
mod bulk;
mod change;
mod forget;
mod hanging;
mod packed;
mod put_back;
mod record;
mod remove;
mod reverse;
mod table;
#[cfg(test)]
mod tests;
mod types;
mod undo;
mod undoing;

pub use batches::{batches, generation};
pub(crate) use batches::{redo_candidate, undo_candidate};
pub(crate) use bulk::Bulk;
pub use change::Change;
pub(crate) use change::{INSERT_BATCH, now, user};
pub(crate) use forget::{forget, forget_in_lots, forget_leftovers, forget_organizations};
pub(crate) use packed::unpack;
pub(crate) use put_back::put_back;
pub(crate) use record::start_recording;
pub(crate) use remove::{delete_rows, set_recording};
pub(crate) use table::{TABLES, Table};
pub use types::*;
pub use undo::{redo, undo};
