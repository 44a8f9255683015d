//! Exporting contacts as a spreadsheet or as cards: who, which columns, through the gate, to a file.

mod cards;
mod columns;
mod left_out;
mod run;
mod sheet;
#[cfg(test)]
mod tests;
mod types;
mod write;

pub use left_out::save_left_out;
pub use run::run;
pub use types::*;
