//! Contacts: the list, one contact, creating and editing, the trash.

mod belonging;
mod cells;
mod check_point;
pub(crate) mod consents;
mod derive;
mod details;
mod edit;
mod edits;
pub(crate) mod further_addresses;
mod list;
mod merge;
mod order;
mod page;
pub(crate) mod photo;
pub(crate) mod point_labels;
mod preferences;
mod scalar;
mod sets;
pub(crate) mod status;
#[cfg(test)]
mod tests;
mod trash;
mod types;

pub(crate) use belonging::{follow_organizations, insist_on_organization, missing_organization};
pub(crate) use cells::used_first;
pub use check_point::{check_point, check_postcode};
pub(crate) use derive::{SearchParts, derive, derive_in_bulk, stale_search_texts};
pub use details::{by_ids, details, get};
pub(crate) use details::{by_ids_in_bulk, one};
pub use edit::{create, edit};
pub(crate) use edit::{display_name, fill, insert, settle};
pub(crate) use edits::{choose_primaries, read_scalar};
pub(crate) use list::{ContactLists, Selected, chosen_ids, list, searched, selected};
pub use list::{read_ahead, selection_of};
pub use merge::{ContactsMerge, MergeChoice, MergeField, MergeLook, look as merge_look, merge};
pub use order::sorts_by;
pub(crate) use page::cell as point_cell;
pub use page::{page, position};
pub use photo::{photo, set_photo};
pub(crate) use preferences::read_choice;
pub(crate) use scalar::Scalar;
pub(crate) use sets::{Sets, sets};
pub use trash::{archive, delete, restore, unarchive};
pub use types::*;
