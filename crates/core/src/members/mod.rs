//! Members: contacts raised to membership, the same person with all that was known of them (M1). One of them, all of them
//! with how their memberships stand today (`roll.rs`), and the list.

mod convert;
mod create;
mod get;
mod jubilees;
mod merge;
mod page;
mod revert;
mod roll;
mod sheet;
#[cfg(test)]
mod tests;
mod types;

pub use convert::convert;
pub use create::create;
pub use get::{find, get};
pub(crate) use get::{finish, must_be};
pub use jubilees::{Jubilee, JubileeKind, jubilees};
pub(crate) use merge::merge;
pub use page::{list, page};
pub use revert::revert;
pub(crate) use roll::{Roll, Rolls, roll};
pub(crate) use sheet::{MemberSheet, sheets};
pub use types::*;
