//! Groups: named sets of contacts, with counts that are right at the moment they are shown (G5).
//!
//! Static groups hold who was put into them; dynamic ones are a filter and pins, asked anew at every look. Deleted and
//! archived contacts keep their place in a group, and are neither shown nor counted in it.

mod assign;
mod categories;
mod circle;
mod combine;
mod counts;
mod list;
mod names;
mod pins;
#[cfg(test)]
mod properties;
mod save;
#[cfg(test)]
mod tests;
mod types;
mod who;
mod why;

pub use assign::{assign, pin, unassign};
pub use categories::{
    add_category, arrange_categories, categories, category_named, delete_category, rename_category,
};
pub use combine::{combine, duplicate, merge};
pub(crate) use counts::GroupCounts;
pub use counts::count_ahead;
pub use list::{get, list};
pub use names::find;
pub(crate) use names::{find_or_create, folded, set_members};
pub use pins::*;
pub use save::{create, delete, edit};
pub use types::*;
pub use why::*;
