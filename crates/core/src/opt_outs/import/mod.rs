//! Opt-outs from a list: pasted, typed, standard input or a file of any kind that can be read (O4).
//!
//! `columns` finds where the phones and e-mails stand, `cells` takes them out of their cells, `run` looks each up and
//! opts it out. A rehearsal does the same without writing.

mod cells;
mod columns;
mod run;
#[cfg(test)]
mod tests;
mod types;

pub use run::{rehearse, run};
pub use types::*;
