//! What dunning looks like from outside, and the requests about it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::orders::Amount;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DunningLevel {
    /// For so many days an order is overdue.
    pub days: u32,
    /// The heading of the letter; in the letter's language without one.
    #[serde(default)]
    pub title: String,
    /// What the letter says below the sum; in the letter's language without one.
    #[serde(default)]
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DunningLevels {
    /// An order is to be paid within so many days.
    pub due_days: u32,
    /// The first first, each with more days than the one before.
    pub levels: Vec<DunningLevel>,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct DunningLook {
    /// Only orders whose next level is this one.
    #[serde(default)]
    pub level: Option<u32>,
    /// How many are told; all without one.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// An order that is due for the next level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueOrder {
    pub order: i64,
    pub contact_id: i64,
    pub name: String,
    /// What the order is for.
    pub text: String,
    #[ts(type = "string")]
    pub date: NaiveDate,
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    pub days_over: u32,
    pub open: Amount,
    /// The level that it has reached, and when.
    pub reached: Option<u32>,
    #[ts(type = "string | null")]
    pub reached_on: Option<NaiveDate>,
    /// The next level.
    pub level: u32,
    pub deceased: bool,
    /// There is an address for the letter.
    pub has_address: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueAtLevel {
    pub level: u32,
    pub days: u32,
    pub title: String,
    pub orders: u32,
    /// By currency.
    pub totals: Vec<Amount>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Dunning {
    /// Every level, with what is due for it.
    pub levels: Vec<DueAtLevel>,
    pub total: u32,
    /// The longest overdue first.
    pub due: Vec<DueOrder>,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct DunningRun {
    /// Where the letters are written, as PDF; without it the levels are only recorded.
    #[serde(default)]
    pub path: Option<String>,
    #[serde(default)]
    pub level: Option<u32>,
    /// Only these orders; all that are due without it.
    #[serde(default)]
    pub orders: Option<Vec<i64>>,
    /// `en` or `he`; English without one.
    #[serde(default)]
    pub language: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DunningDone {
    pub file: Option<String>,
    /// The batch to undo; null where nothing was due.
    pub batch: Option<i64>,
    pub letters: u32,
    pub orders: u32,
    /// Orders of those who have died.
    pub left_out: u32,
}
