//! Importing rows as contacts: look, rehearse, carry out, take the rejected rows home.
//!
//! ```text
//! source -> plan -> draft -> matching -> decide -> write
//! ```
//! `source` opens the file; `plan` gives every column its field; `draft` turns a row into a contact to be (pure);
//! `matching` finds whom it means, in the file and in the workspace; `decide` says what changes; `write` does it in
//! bulk. A rehearsal is the same without `write`, so that what was shown is what is carried out.

mod account;
#[cfg(test)]
mod accounting_tests;
mod cells;
mod changed;
mod chunk;
mod decide;
mod differing;
mod draft;
mod everyone;
mod example;
#[cfg(test)]
mod far_apart_tests;
mod few;
mod joining;
mod labelled;
mod labels;
mod look;
mod matching;
mod missing;
mod named;
mod numbered;
mod plan;
mod preview;
mod refusals;
mod rejects;
mod remember;
mod replay;
mod report;
mod run;
mod similar;
mod source;
#[cfg(test)]
mod tests;
mod types;
mod untaken;
mod value_map;
mod values;
#[cfg(test)]
mod values_tests;
mod write;

pub use example::{sample_data, save_example};
pub use missing::{LastFile, Missing, missing};
pub use named::{MappingSave, NamedMapping, NamedMappings, mappings};
pub use named::{delete as delete_mapping, rename as rename_mapping, save as save_mapping};
pub use preview::preview;
pub use rejects::{rejects, save_rejects};
pub use run::{rehearse, run};
pub use similar::{Similar, SimilarContact, SimilarPair, similar};
pub(crate) use source::open as open_source;
pub use types::*;
pub use values::{ColumnValues, ImportValues, Meaning, ValueChoice, ValueSeen, values};
