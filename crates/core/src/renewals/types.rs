//! The requests of a renewal run and what it answers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::orders::Amount;

/// Which memberships are to be renewed: those that end within the days ahead or are in grace, of the members that the
/// filter chooses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RenewalsRequest {
    /// Days from today; 30 without.
    #[serde(default)]
    pub ends_within: Option<u32>,
    #[serde(default)]
    pub filter: String,
    #[serde(default)]
    pub type_id: Option<i64>,
    /// Members who are left out of the run.
    #[serde(default)]
    pub without: Vec<i64>,
    /// How many of them are answered, for the window; all without.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A term to come, as it would be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Renewal {
    pub contact_id: i64,
    pub name: String,
    pub number: String,
    #[serde(rename = "type")]
    pub type_name: String,
    pub tier: Option<String>,
    /// The last day of the present term.
    #[ts(type = "string | null")]
    pub ends: Option<NaiveDate>,
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string | null")]
    pub to: Option<NaiveDate>,
    pub price: Amount,
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) term: TermToBe,
}

/// What the database needs of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TermToBe {
    pub membership: i64,
    pub type_id: i64,
    pub payer: i64,
    pub tier: Option<i64>,
    pub issues: Option<u32>,
    pub text: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Renewals {
    /// The batch to undo; null where nothing was done.
    pub batch: Option<i64>,
    pub total: u32,
    /// What the new orders come to, one for each currency.
    pub totals: Vec<Amount>,
    pub renewals: Vec<Renewal>,
}
