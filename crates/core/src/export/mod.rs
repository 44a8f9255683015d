//! Exporting contacts as a spreadsheet or as cards: who, which columns, through the gate, to a file.

mod cards;
mod columns;
mod gate;
mod run;
#[cfg(test)]
mod tests;
mod types;
mod write;

pub use run::run;
pub use types::*;
