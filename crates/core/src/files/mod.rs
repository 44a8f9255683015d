//! Attached files (F1, A3): dropped or picked, kept once by content beside the workspace, each tied to a contact or to an
//! organization under a name of its own.
//!
//! A row of `files` is data like all other: journaled, undone, restored. The contents are not: they lie in the folder
//! `NAME.files` beside the workspace (`store.rs`), called by their hash, written before the row that names them is
//! committed, and never changed. Taking a file off leaves its content for undo; only `sweep.rs` removes contents, at
//! the user's word.

mod attach;
mod carry;
mod change;
mod kind;
mod list;
mod names;
mod open;
mod preview;
mod sealed;
mod store;
mod sweep;
#[cfg(test)]
mod tests;
mod types;
mod verify;

pub use attach::attach;
pub(crate) use carry::{Carried, bring_named, carry, carry_with, drop_unnamed, sweep_alone};
pub use change::{detach, rename};
pub use list::list;
pub use open::{lay_out, save};
pub use preview::preview;
pub(crate) use store::Store;
pub(crate) use sweep::{forget_removed, sweep};
pub use types::*;
pub(crate) use verify::look;
pub use verify::verify;
