//! What a membership looks like from outside, and the requests about memberships.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::standing::Status;

/// A membership as it stands today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "MemberMembership")]
pub struct Membership {
    pub id: i64,
    #[serde(rename = "type")]
    pub type_name: String,
    pub type_id: i64,
    pub tier: Option<String>,
    pub tier_id: Option<i64>,
    /// Of the term that runs, or the next, or the last.
    #[ts(type = "string | null")]
    pub start: Option<NaiveDate>,
    /// The last day that is paid for without a gap; null where no day ends it.
    #[ts(type = "string | null")]
    pub end: Option<NaiveDate>,
    pub issues_left: Option<u32>,
    pub status: Status,
    /// Who pays, where that is somebody else.
    pub payer_id: Option<i64>,
}

/// A new membership, or a new term of one that has lapsed or was cancelled.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct MemberEnroll {
    pub id: i64,
    /// The membership type.
    pub type_id: i64,
    /// May be left out where the type has one tier or none.
    #[serde(default)]
    pub tier: Option<i64>,
    /// Today without one.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub start: Option<NaiveDate>,
    /// No order is made.
    #[serde(default)]
    pub free: bool,
    /// The contact that pays, where that is somebody else.
    #[serde(default)]
    pub payer: Option<i64>,
    /// Why it is for life.
    #[serde(default)]
    pub reason: Option<String>,
    /// A code that gives a discount on the order.
    #[serde(default)]
    pub code: Option<String>,
}

/// One more term of a membership.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct MemberRenew {
    pub id: i64,
    pub type_id: i64,
    /// That of the last term without one.
    #[serde(default)]
    pub tier: Option<i64>,
    #[serde(default)]
    pub free: bool,
}

/// Cancels, suspends or resumes a membership from a day on.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MemberAct {
    pub id: i64,
    pub type_id: i64,
    /// Today without one.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub on: Option<NaiveDate>,
    #[serde(default)]
    pub reason: Option<String>,
}
