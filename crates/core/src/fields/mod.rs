//! Fields: the default ones with their codes, the custom ones, and what a field name stands for.

mod list;
mod target;
mod types;

pub use list::list;
pub(crate) use list::{CustomField, create_custom, custom_fields, default_fields};
pub use target::{AddressLabel, AddressPart, Target};
pub use types::*;
