//! Rows and cards to a file: an Excel workbook, csv or vCards, whole or not at all.
//!
//! What a column means and which rows go out is the core's to decide; here are their types and the file.

mod cards;
mod csv;
mod target;
mod xlsx;

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

use crate::error::FormatError;
pub use cards::{CardWriter, create_cards};
use target::Target;
pub use target::write_whole;

/// A kind of file that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OutFormat {
    Xlsx,
    Csv(CsvStyle),
}

impl OutFormat {
    /// csv as most programs take it.
    pub const CSV: Self = Self::Csv(CsvStyle::PLAIN);
}

/// How a csv is written, by who is to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CsvStyle {
    pub delimiter: Delimiter,
    /// A byte order mark, by which Excel knows UTF-8.
    pub mark: bool,
}

impl CsvStyle {
    pub const PLAIN: Self = Self {
        delimiter: Delimiter::Comma,
        mark: true,
    };
}

/// What stands between the cells of a csv. Where Excel expects a semicolon, numbers have a comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delimiter {
    Comma,
    Semicolon,
    Tab,
}

/// What a column holds; decides its format in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OutKind {
    Text,
    Date,
    DateTime,
    Number,
    YesNo,
}

#[derive(Debug, Clone, PartialEq)]
pub struct OutColumn {
    pub title: String,
    pub kind: OutKind,
    /// In characters; without it the column is as wide as its contents ask.
    pub width_hint: Option<f64>,
}

/// One cell to be written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OutCell<'a> {
    Empty,
    Text(&'a str),
    Date(NaiveDate),
    DateTime(NaiveDateTime),
    Number(f64),
    Bool(bool),
}

/// A file being written. It appears under its name when [`TableWriter::finish`] is called; dropped before that, it
/// leaves nothing behind, and a file that was there before stays as it was.
#[derive(Debug)]
pub struct TableWriter {
    body: Body,
    shortened: u64,
}

#[derive(Debug)]
enum Body {
    Xlsx(Box<xlsx::XlsxBody>),
    Csv(Box<csv::CsvBody>),
}

/// Begins a file with its header.
pub fn create(
    path: &Path,
    format: OutFormat,
    columns: &[OutColumn],
) -> Result<TableWriter, FormatError> {
    let target = Target::beside(path)?;
    let body = match format {
        OutFormat::Xlsx => Body::Xlsx(Box::new(xlsx::XlsxBody::new(target, columns)?)),
        OutFormat::Csv(style) => Body::Csv(Box::new(csv::CsvBody::new(target, style, columns)?)),
    };
    Ok(TableWriter { body, shortened: 0 })
}

impl TableWriter {
    /// Adds a row; cells beyond the columns are written too.
    pub fn row(&mut self, cells: &[OutCell<'_>]) -> Result<(), FormatError> {
        match &mut self.body {
            Body::Xlsx(body) => self.shortened += body.row(cells)?,
            Body::Csv(body) => body.row(cells)?,
        }
        Ok(())
    }

    /// How many cells were cut to the 32,767 characters that a workbook's cell can hold.
    pub fn shortened_cells(&self) -> u64 {
        self.shortened
    }

    /// Completes the file, puts it in its place, and says how many bytes it has.
    pub fn finish(self) -> Result<u64, FormatError> {
        match self.body {
            Body::Xlsx(body) => body.finish(),
            Body::Csv(body) => body.finish(),
        }
    }
}
