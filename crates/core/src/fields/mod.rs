//! Fields: the default ones with their codes, the custom ones, and what a field name stands for.
//!
//! What a value of a custom field means is the business of `values::custom`; here are the fields themselves: making,
//! changing, arranging, retiring and removing them, and what happens to their values then.

mod add;
mod arrange;
mod code;
mod custom;
mod edit;
mod fit;
mod grow;
mod list;
mod options;
mod remove;
mod set;
mod target;
#[cfg(test)]
mod tests;
mod types;
mod uses;

pub use add::add;
pub(crate) use add::create_custom;
pub use arrange::{arrange, retire};
pub(crate) use custom::{CustomField, all, custom_fields, fields_of};
pub use edit::{edit, preview};
pub use fit::misfits;
pub(crate) use fit::{derive, mark_anew, of_subject, stale_marks};
pub(crate) use grow::{save_options, with_options};
pub(crate) use list::default_fields;
pub use list::{list, manage};
pub use remove::remove;
pub(crate) use set::{complete, read_value, set_value};
pub use target::{AddressLabel, AddressPart, MemberPart, Target};
pub use types::*;
pub use uses::{uses, values_of};
