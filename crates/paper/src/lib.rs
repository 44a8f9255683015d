//! Pages to print, as PDF: texts in any script, from right to left too, and sheets of labels. Lengths are millimetres;
//! type sizes are points, as everywhere.
//!
//! Noto Sans and Noto Sans Hebrew come with the program, so that a page looks the same on every machine; what they lack
//! is taken from the fonts of the system.

mod bill;
mod labels;
mod sheet;
mod text;

pub use bill::Bill;
pub use labels::{Label, Labels, Printed};
pub use sheet::{KNOWN, KnownSheet, Paper, Sheet};

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A sheet whose labels don't fit on its paper, told as a sentence.
    #[error("{0}")]
    Sheet(String),
    #[error("the PDF could not be made: {0}")]
    Pdf(String),
}

/// Millimetres as points of PDF, 72 to the inch.
fn points(mm: f32) -> f32 {
    mm * 72.0 / 25.4
}
