//! Opt-outs: which phones and e-mails may not be written to or called, since when, at whose wish, and why (O1 to O4).
//!
//! A subscription belongs to a kind and a normalized value, never to a contact, so nothing that happens to contacts
//! lifts it: only the reinstating act does (`remove.rs`), and the undo of the very act that opted out. Everything that
//! opts out writes through `write.rs`. Whether a value may be used for something is not asked here but at the gate
//! (`crate::gate`).

mod add;
mod edit;
mod history;
mod import;
mod list;
mod owners;
mod page;
mod remove;
mod select;
#[cfg(test)]
mod tests;
mod types;
mod value;
mod write;

pub use add::add;
pub use edit::edit;
pub use history::{history, of_contact};
pub use import::{
    OptOutsColumn, OptOutsImport, OptOutsReport, OptOutsSample, ValueOutcome, rehearse, run,
};
pub(crate) use list::Lists;
pub use page::page;
pub use remove::remove;
pub use select::opt_out_selection;
pub use types::*;
pub(crate) use write::{Act, Case, opt_out_in_bulk};
