//! What codes look like from outside, and the requests about discounts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::orders::Amount;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromoCode {
    pub id: i64,
    pub code: String,
    /// What stands on the order.
    pub text: Option<String>,
    /// This many per cent of what the order costs, or else an amount.
    pub percent: Option<u32>,
    pub amount: Option<Amount>,
    #[ts(type = "string | null")]
    pub valid_from: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub valid_until: Option<NaiveDate>,
    /// How often at most.
    pub uses: Option<u32>,
    /// How often it was used, on orders that are not cancelled.
    pub used: u32,
    pub retired: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromoCodes {
    pub codes: Vec<PromoCode>,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct PromoCodeAdd {
    pub code: String,
    #[serde(default)]
    pub text: Option<String>,
    /// Either this or an amount.
    #[serde(default)]
    pub percent: Option<u32>,
    /// Such as `5.00 EUR`.
    #[serde(default)]
    pub amount: Option<String>,
    #[serde(default)]
    #[ts(type = "string | null")]
    pub valid_from: Option<NaiveDate>,
    #[serde(default)]
    #[ts(type = "string | null")]
    pub valid_until: Option<NaiveDate>,
    #[serde(default)]
    pub uses: Option<u32>,
}

/// What of a code can change: when and how often. What it is worth can't, since it was given out.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct PromoCodeEdit {
    pub id: i64,
    #[serde(default)]
    #[ts(type = "string | null")]
    pub valid_from: Option<NaiveDate>,
    #[serde(default)]
    #[ts(type = "string | null")]
    pub valid_until: Option<NaiveDate>,
    #[serde(default)]
    pub uses: Option<u32>,
    /// It is taken no more.
    #[serde(default)]
    pub retired: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromoCodeChanged {
    pub code: PromoCode,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

/// A discount on an order: by a code, a percentage or an amount.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct OrderDiscount {
    pub order: i64,
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    pub percent: Option<u32>,
    /// Such as `5.00`.
    #[serde(default)]
    pub amount: Option<String>,
    /// What stands on the order; “Discount” without one.
    #[serde(default)]
    pub text: Option<String>,
}
