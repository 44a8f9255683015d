//! Proposing a field for each column of a spreadsheet: by its header in many
//! languages, by the columns beside it, by the shape of its values and, weakly,
//! by its position. The answer is a proposal with a confidence; the user decides.
//! Nothing is read or imported here, and no field of the office's own is known.
//!
//! A column passes through `header` (made comparable), `dialects` (does the whole
//! header look like a known export?), `vocabulary` and `words` (what the header
//! can mean), `context` (which of the meanings, given its neighbours), `shape` and
//! `weigh` (do the values agree?) and `settle` (each field once).

mod claim;
mod context;
mod dialects;
mod header;
mod settle;
mod shape;
mod vocabulary;
mod weigh;
mod words;

use claim::Claims;
use header::Header;
use shape::Shape;

pub use dialects::{Dialect, ListColumn, Wanted, candidates, columns_of, dialect, locales_of};
pub use header::{HINT_HEADER, REASON_HEADER, normalize_header, numbered, signature};

/// A column as the file has it.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    pub header: &'a str,
    /// Its first values that are not empty, as text; some dozens suffice.
    pub samples: &'a [String],
}

/// What a column is taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// A field name of the command line's document, such as `work_email` or
    /// `phone_mobile2`, or none.
    pub field: Option<String>,
    /// From 0 to 1: above 0.9 a known header, from 0.7 words within a header,
    /// from 0.6 the values alone, below that the position.
    pub confidence: f64,
}

/// Guesses below this are none.
const LEAST_CONFIDENCE: f64 = 0.5;

/// One guess for each column, in order. No field is proposed twice, but for a birthday in three columns and the further
/// lines of a street.
pub fn columns(columns: &[Column]) -> Vec<Guess> {
    columns_as(columns, &Wanted::Voted)
}

/// The same, read as a certain program's export or as none.
pub fn columns_as(columns: &[Column], wanted: &Wanted) -> Vec<Guess> {
    let headers: Vec<Header> = columns.iter().map(|c| Header::new(c.header)).collect();
    let shapes: Vec<Shape> = columns.iter().map(|c| shape::of(c.samples)).collect();
    let mut claims = dialects::claims(&headers, wanted);
    for (claims, header) in claims.iter_mut().zip(&headers) {
        if claims.is_open() {
            *claims = meanings(header);
        }
    }
    context::decide(&mut claims, &headers, &shapes);
    for ((claims, header), shape) in claims.iter_mut().zip(&headers).zip(&shapes) {
        weigh::weigh(claims, header, *shape);
    }
    context::place(&mut claims, columns, &shapes);
    settle::settle(claims, &headers)
}

/// What a header can mean by itself.
fn meanings(header: &Header) -> Claims {
    vocabulary::lookup(header).unwrap_or_else(|| words::compose(header))
}

/// The field that a header means by itself, if it means one; without a number.
pub fn field_of_header(text: &str) -> Option<String> {
    let claims = meanings(&Header::new(text));
    claims.best().map(|claim| claim.field.to_owned())
}

/// Whether a cell reads as a column's header; for finding the header row.
pub fn is_known_header(text: &str) -> bool {
    let header = Header::new(text);
    !header.key.is_empty() && (vocabulary::lookup(&header).is_some() || words::says_all(&header))
}

/// What "yes" means under this header: opted out (`Some(true)`: "Email opt out",
/// "Do not call"), active (`Some(false)`: "Subscribed"), or neither.
pub fn yes_means_opted_out(header: &str) -> Option<bool> {
    words::yes_means_opted_out(&Header::new(header))
}

#[cfg(test)]
mod tests;
