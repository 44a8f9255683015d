//! What a bundle looks like from outside, and the requests about bundles.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::memberships::Status;

/// The memberships of one type that one contact pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Bundle {
    pub payer_id: i64,
    /// The payer's name.
    pub payer: String,
    pub type_id: i64,
    #[serde(rename = "type")]
    pub type_name: String,
    /// The last day of the shared term; null where none runs or no day ends it.
    #[ts(type = "string | null")]
    pub end: Option<NaiveDate>,
    /// The payer first, where they are part of it.
    pub members: Vec<BundleMember>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BundleMember {
    pub contact_id: i64,
    pub name: String,
    pub number: String,
    pub tier: Option<String>,
    pub status: Status,
    /// The first day of their first term.
    #[ts(type = "string | null")]
    pub joined: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub end: Option<NaiveDate>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Bundles {
    pub bundles: Vec<Bundle>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct BundleChanged {
    /// Null where nobody but the payer is left.
    pub bundle: Option<Bundle>,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

/// Members who come into the bundle of a payer. Who has such a membership already keeps their term, and is given what is
/// missing to the end of the shared one.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct BundleAdd {
    /// The contact that pays; a member or not.
    pub payer: i64,
    pub type_id: i64,
    pub members: Vec<i64>,
    /// May be left out where the type has one tier or none.
    #[serde(default)]
    pub tier: Option<i64>,
    /// Today without one.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub joined: Option<NaiveDate>,
    /// No order is made.
    #[serde(default)]
    pub free: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BundleLeave {
    /// The member who leaves.
    pub id: i64,
    pub type_id: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BundlePayer {
    /// Who has paid until now.
    pub payer: i64,
    pub type_id: i64,
    /// Who pays from now on.
    pub to: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BundleRenew {
    pub payer: i64,
    pub type_id: i64,
    /// No order is made.
    #[serde(default)]
    pub free: bool,
}
