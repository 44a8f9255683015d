//! What a document is made of, and the requests about documents.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::orders::Amount;

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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum DocumentKind {
    Invoice,
    CreditNote,
    Receipt,
    VoidedReceipt,
}

/// A document that was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "IssuedDocument")]
pub struct Document {
    pub id: i64,
    pub kind: DocumentKind,
    /// Of its series; without a gap.
    pub number: i64,
    pub title: String,
    #[ts(type = "string")]
    pub date: NaiveDate,
    /// None where the order or payment is gone.
    pub contact_id: Option<i64>,
    /// To whom, as it stands on the paper.
    pub name: String,
    pub amount: Option<Amount>,
    pub order: Option<i64>,
    pub payment: Option<i64>,
    /// Another document takes it back.
    pub taken_back: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "IssuedDocuments")]
pub struct Documents {
    pub total: u32,
    /// The latest first.
    pub documents: Vec<Document>,
}

/// Which of the documents that were issued.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct DocumentsRequest {
    #[serde(default)]
    pub kind: Option<DocumentKind>,
    /// A number, or part of a name.
    #[serde(default)]
    pub search: String,
    #[serde(default)]
    pub offset: u32,
    /// At most 1,000.
    pub limit: u32,
}

/// An issued document as PDF once more.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct DocumentSave {
    pub id: i64,
    pub path: String,
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
