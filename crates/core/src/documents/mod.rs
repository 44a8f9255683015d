//! Invoices and receipts (M4). A document gets the next number of its series when it is issued, and all that stands on it is
//! kept from then on: printed again it is the same paper, whatever became of the order, the name or the letterhead.
//!
//! What is out of the house can't be undone. Where an order that was invoiced is cancelled or undone, a credit note with a
//! number of its own takes the invoice back, in the same change; so no number is missing and none is given twice.

mod demand;
mod issue;
mod letterhead;
mod list;
mod paper;
mod standing;
#[cfg(test)]
mod tests;
mod types;
mod words;

pub(crate) use demand::{Demand, demand};
pub use issue::{invoice, receipt};
pub use letterhead::{letterhead, set_letterhead};
pub use list::{list, save_again};
pub(crate) use paper::{checked, write_together};
pub(crate) use standing::{Standing, take_back_fallen};
pub use types::*;
