//! Letters by post (X5): sheets of labels as PDF, and the data for a mail merge. Both come through the gate, written as
//! each country writes its addresses; who lives together gets one letter where that is wanted.

mod address;
mod format;
mod household;
mod labels;
mod letters;
mod recipients;
#[cfg(test)]
mod tests;
mod types;

pub(crate) use address::whole as address_lines;
pub use labels::{codes, labels, sheets};
pub use letters::letters;
pub use types::*;
