//! What a member looks like from outside, and the requests about members.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::FieldValue;
use crate::memberships::{Membership, Status};
use crate::orders::Amount;

/// A contact raised to membership, as everything stands today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Member {
    pub contact_id: i64,
    pub number: String,
    pub name: String,
    #[ts(type = "string")]
    pub joined: NaiveDate,
    pub memberships: Vec<Membership>,
    /// What is owed, below nothing credit; in the first currency where there are several.
    pub balance: Amount,
    pub balances: Vec<Amount>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MemberChanged {
    pub member: Member,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

/// Makes a contact a member. One who was a member before gets their number and memberships back.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct MemberConvert {
    pub id: i64,
    /// The next free one without.
    #[serde(default)]
    pub number: Option<String>,
    /// Today without one.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub joined: Option<NaiveDate>,
}

/// A new contact who is a member from the beginning.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MemberCreate {
    pub set: Vec<FieldValue>,
    #[serde(default)]
    pub number: Option<String>,
    #[serde(default)]
    #[ts(type = "string | null")]
    pub joined: Option<NaiveDate>,
}

/// What stays with a contact who is no member any more, and is there again when they come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberKept {
    pub memberships: i64,
    pub orders: i64,
    pub payments: i64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MemberReverted {
    /// As it was until now.
    pub member: Member,
    pub kept: MemberKept,
    /// The batch to undo.
    pub batch: Option<i64>,
}

/// Whether a contact is a member, for its profile.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MemberFound {
    pub member: Option<Member>,
}

/// By what the list of members is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MemberSort {
    #[default]
    Name,
    Number,
    Joined,
    Status,
    Type,
    Tier,
    Ends,
    Balance,
}

/// Which members. The conditions on a membership hold for one and the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MembersQuery {
    /// As in the list of contacts, or a member number.
    #[serde(default)]
    pub search: String,
    /// The text form of a filter.
    #[serde(default)]
    pub filter: String,
    #[serde(default)]
    pub status: Option<Status>,
    /// A membership type.
    #[serde(default)]
    pub type_id: Option<i64>,
    /// Ends within so many days from today.
    #[serde(default)]
    pub ends_within: Option<u32>,
    /// Owes something.
    #[serde(default)]
    pub owing: bool,
    #[serde(default)]
    pub sort: MemberSort,
    #[serde(default)]
    pub descending: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct MembersPageRequest {
    pub query: MembersQuery,
    pub offset: u32,
    /// At most 1,000.
    pub limit: u32,
}

/// How many members there are in each state, each counted once, by the best of their memberships.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct MemberCounts {
    pub all: u32,
    pub current: u32,
    pub grace: u32,
    pub pending: u32,
    pub suspended: u32,
    pub lapsed: u32,
    pub cancelled: u32,
    pub deceased: u32,
    /// Without any membership.
    pub none: u32,
    /// Who owe something.
    pub owing: u32,
    /// With a membership that ends within thirty days.
    pub ending: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MembersPage {
    pub total: u32,
    pub members: Vec<Member>,
    /// Of all members, whatever was asked for.
    pub counts: MemberCounts,
}
