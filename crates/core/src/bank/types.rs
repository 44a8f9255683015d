//! What a statement of the bank looks like from outside, and the requests about it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::orders::Amount;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BankLook {
    pub path: String,
    /// How many of the credits are told; all without one.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Why a credit may be for an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BankReason {
    /// The number of its invoice stands in the text, called one.
    Invoice,
    /// The order's number stands in the text, called one.
    Order,
    /// Such a number stands in the text, without a word that says of what.
    Number,
    MemberNumber,
    /// The payer has the contact's name.
    Payer,
    /// The text has the contact's name.
    NameInText,
    /// Exactly what is open.
    Amount,
    /// Exactly what is open of all the contact's orders together.
    AllOpen,
    /// Less than what is open.
    Part,
}

/// An order that a credit may be for.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BankProposal {
    pub contact_id: i64,
    pub name: String,
    /// None where it pays all that the contact has open.
    pub order: Option<i64>,
    /// What the order is for.
    pub text: String,
    pub open: Amount,
    /// From 0 to 1.
    pub confidence: f64,
    pub reasons: Vec<BankReason>,
}

/// Money that came in and is not booked yet.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BankLine {
    /// Where it stands among the credits of the file, from 1.
    pub line: u32,
    /// The same in every statement that holds it.
    pub key: String,
    #[ts(type = "string")]
    pub date: NaiveDate,
    pub amount: Amount,
    /// Who paid.
    pub name: String,
    pub iban: Option<String>,
    /// What the payer wrote.
    pub text: String,
    /// The likeliest first.
    pub proposals: Vec<BankProposal>,
    /// The first proposal can be booked without a further look.
    pub sure: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BankStatement {
    pub file: String,
    /// `camt.053`, or that of the table.
    pub format: String,
    pub account: Option<String>,
    /// Credits that are not booked, of which `lines` are the first.
    pub credits: u32,
    /// How many of them are sure.
    pub sure: u32,
    /// Credits that were booked before.
    pub booked: u32,
    /// Bookings by which money went out.
    pub outgoing: u32,
    /// Rows without a day or an amount.
    pub unread: u32,
    pub lines: Vec<BankLine>,
}

/// What a credit is for.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BankChoice {
    pub key: String,
    pub contact: i64,
    /// For this order; else for the contact's oldest that are open.
    #[serde(default)]
    pub order: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BankBook {
    pub path: String,
    pub choices: Vec<BankChoice>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankBooked {
    /// The batch to undo; null when nothing was booked.
    pub batch: Option<i64>,
    pub payments: u32,
    /// By currency.
    pub totals: Vec<Amount>,
    /// Chosen lines that had been booked before.
    pub already: u32,
}
