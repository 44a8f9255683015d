//! What a person may ask of an office (P1): to see everything that is known of them, and to be forgotten.
//!
//! `dossier` gathers, `readable` lays it out as a document, `erase` removes, `erased` knows whom an import must not bring
//! back. `register` lists the consents of all.

mod dossier;
mod erase;
mod erased;
mod readable;
mod register;
mod returned;
#[cfg(test)]
mod tests;
mod traces;
mod types;

pub use dossier::{dossier, save};
pub(crate) use erase::unfinished;
pub use erase::{erase, erasures, finish_erasures};
pub(crate) use erased::{Erased, carry_over};
pub use register::{consents, save_consents};
pub(crate) use returned::erase_returned;
pub use types::*;
