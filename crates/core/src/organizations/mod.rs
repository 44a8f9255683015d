//! Organizations: accounts, agencies and leads in one table (A1, A2, A5, R8).
//!
//! The list, one organization with its points, addresses and place in the hierarchy, its contacts, the trash. Changes of
//! a tie that is there (role, dates, primary, removing) are edits of the contact.

mod by_name;
mod check;
mod contacts;
mod convert;
mod create;
mod derive;
mod details;
mod edit;
mod edits;
mod kind;
mod list;
mod page;
mod remove;
#[cfg(test)]
mod tests;
mod ties;
mod trash;
mod tree;
mod types;

pub(crate) use by_name::{affiliate, find_or_create, set_on_affiliation};
pub(crate) use check::problems;
pub use contacts::{add_contacts, contacts, create_contact};
pub use convert::convert;
pub use create::create;
pub(crate) use derive::{derive, derive_all};
pub(crate) use details::by_ids;
pub use details::get;
pub(crate) use details::one;
pub use edit::edit;
pub(crate) use edit::settle;
pub(crate) use edits::read_column;
pub(crate) use list::{list, selected};
pub use list::{selection_of, sorts_by};
pub use page::{page, position};
pub(crate) use remove::remove;
pub(crate) use ties::chosen;
pub use trash::{delete, restore};
pub use tree::tree;
pub use types::*;
