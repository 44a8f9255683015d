//! Statements of the bank (M4): a file's credits, each with the open orders that it may be for, and booking them as payments.
//!
//! `columns` finds out what a table of a bank means, `read` gives the credits of a table or of CAMT, `open` holds what is
//! open, `matching` proposes and says why, `book` makes payments of what was chosen, as one batch.

mod book;
mod columns;
mod matching;
mod open;
mod read;
#[cfg(test)]
mod tests;
mod types;
mod words;

pub use book::book;
pub use matching::look;
pub use types::*;
