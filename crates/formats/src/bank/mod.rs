//! Statements of a bank account in the ISO 20022 messages that banks hand out (CAMT): what came in and what went out.
//!
//! `tree` reads one entry at a time as a small tree, within bounds that no bank's file reaches; `camt` says what an entry
//! means. Statements as tables go the way of all tables.

mod camt;
#[cfg(test)]
mod tests;
mod tree;

use chrono::NaiveDate;

use crate::error::FormatError;
use crate::source::{Input, Source};

/// One booking of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BankEntry {
    pub date: Option<NaiveDate>,
    /// As the file writes it: digits and a decimal point.
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
    /// Money came in; a payment that came back is none.
    pub is_credit: bool,
    /// Who paid, or was paid.
    pub name: String,
    pub iban: Option<String>,
    /// What the payer wrote.
    pub text: String,
    /// By which the bank knows the booking.
    pub reference: Option<String>,
}

/// What a file of CAMT says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BankMessage {
    /// As the message calls itself: `camt.053.001.08`.
    pub message: String,
    /// The IBAN of the account.
    pub account: Option<String>,
    pub entries: Vec<BankEntry>,
}

/// Reads a statement of a bank; None where the file is no XML, and so perhaps a table.
///
/// # Errors
/// Those of the file; `Unsupported` for other XML and for XML that declares a document type, `TooLarge` beyond the bounds.
pub fn read_bank_message(source: Source) -> Result<Option<BankMessage>, FormatError> {
    let input = Input::new(source)?;
    if !is_xml(&input.head(512)?) {
        return Ok(None);
    }
    camt::read(&input).map(Some)
}

fn is_xml(head: &[u8]) -> bool {
    let text = encoding_rs::Encoding::for_bom(head)
        .map_or_else(
            || String::from_utf8_lossy(head),
            |(encoding, _)| encoding.decode(head).0,
        )
        .into_owned();
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    text.starts_with("<?xml") || text.starts_with("<Document") || text.starts_with("<!DOCTYPE")
}
