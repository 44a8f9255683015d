//! What a document is made of, and the requests about documents.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What stands on every paper of the office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Letterhead {
    pub name: String,
    /// Several lines.
    pub address: String,
    /// Where to pay, below the text; several lines.
    pub bank: String,
    /// Below the sum of an invoice, such as when it is due; several lines.
    pub note: String,
}

/// An order's invoice as PDF: issued when it is asked for the first time, the same paper later.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct InvoiceSave {
    pub order: i64,
    pub path: String,
    /// `en` or `he`; English without one.
    #[serde(default)]
    pub language: Option<String>,
}

/// A payment's receipt as PDF: issued when it is asked for the first time, the same paper later.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct ReceiptSave {
    pub payment: i64,
    pub path: String,
    /// `en` or `he`; English without one.
    #[serde(default)]
    pub language: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentSaved {
    pub file: String,
    /// Of its series; without a gap.
    pub number: i64,
    /// It got its number now.
    pub issued: bool,
}

/// All that stands on a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Content {
    pub language: String,
    pub title: String,
    pub head: Vec<String>,
    pub to: Vec<String>,
    pub facts: Vec<[String; 2]>,
    pub columns: [String; 2],
    pub lines: Vec<[String; 2]>,
    pub totals: Vec<[String; 2]>,
    pub text: Vec<String>,
    pub foot: Vec<String>,
}
