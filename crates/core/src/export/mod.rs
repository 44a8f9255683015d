//! Exporting contacts as a spreadsheet: who, which columns, through the gate, to a file.

mod columns;
mod gate;
mod run;
mod types;

pub use run::run;
pub use types::*;
