//! Exporting contacts as a spreadsheet: who, which columns, through the gate, to a file.

mod columns;
mod gate;
mod run;
#[cfg(test)]
mod tests;
mod types;

pub use run::run;
pub use types::*;
