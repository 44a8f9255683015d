//! Exporting contacts as a spreadsheet or as cards: who, which columns, through the gate, to a file. Exporting organizations
//! as a spreadsheet.

mod cards;
mod columns;
mod dialect;
pub(crate) mod left_out;
mod organizations;
mod profiles;
mod run;
pub(crate) mod sheet;
mod split;
#[cfg(test)]
mod tests;
mod types;
mod write;

pub use dialect::{ExportPrograms, programs};
pub use left_out::save_left_out;
pub use organizations::run as run_organizations;
pub use profiles::*;
pub use run::run;
pub use types::*;
