//! Profiles for staff who share a machine (P2): who is at the desk, and what each may do.
//!
//! Every operation says in the table of operations which right it needs (`rights.rs`). The window's calls are asked there;
//! whatever writes is asked again by [`crate::journal::Change`], in its own transaction, so that the command line and every
//! later caller pass it too, and the journal gets the name. A workspace without profiles asks nobody anything.

mod change;
mod enter;
mod here;
mod pin;
mod rights;
#[cfg(test)]
mod tests;
mod types;

pub use change::{add, clear, edit, remove, set_pin};
pub use enter::{enter, leave, list, stay};
pub(crate) use here::AtDesk;
pub(crate) use rights::actor;
pub use rights::permit;
pub use types::*;
