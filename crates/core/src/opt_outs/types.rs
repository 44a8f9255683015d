//! What a subscription looks like from outside, and the requests about opt-outs.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::Selection;
use crate::points;

/// What can be opted out.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum OptOutKind {
    Phone,
    Email,
}

impl OptOutKind {
    pub fn name(self) -> &'static str {
        self.of_point().name()
    }

    pub(crate) fn of_point(self) -> points::Kind {
        match self {
            Self::Phone => points::Kind::Phone,
            Self::Email => points::Kind::Email,
        }
    }
}

/// Who wanted it: the office, the person, or nobody (the message came back).
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum Initiative {
    Ours,
    #[default]
    Theirs,
    Bounce,
}

impl Initiative {
    pub fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Theirs => "theirs",
            Self::Bounce => "bounce",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum SubscriptionStatus {
    Active,
    OptedOut,
}

/// A phone or e-mail as typed; where the kind is not told, what has an @ is an e-mail.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OptOutValue {
    #[serde(default)]
    pub kind: Option<OptOutKind>,
    pub value: String,
}

/// Why values are opted out.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OptOutAct {
    #[serde(default)]
    pub initiative: Initiative,
    #[serde(default)]
    pub reason: Option<String>,
    #[serde(default)]
    pub note: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OptOutAdd {
    pub values: Vec<OptOutValue>,
    pub act: OptOutAct,
    /// ISO 3166 alpha-2: the country of phone numbers without one; the workspace's unless told.
    #[serde(default)]
    pub country: Option<String>,
}

/// Opts the phones or e-mails of chosen contacts out.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OptOutSelection {
    pub selection: Selection,
    pub kinds: Vec<OptOutKind>,
    pub act: OptOutAct,
}

/// New words for an opt-out that stands.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OptOutEdit {
    pub value: OptOutValue,
    pub act: OptOutAct,
}

/// Reinstates a value: it may be used again.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OptOutRemove {
    pub value: OptOutValue,
    /// What allows it, such as "asked again in writing". Never empty.
    pub ground: String,
    #[serde(default)]
    pub note: Option<String>,
    #[serde(default)]
    pub country: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OptOutHistoryRequest {
    pub value: OptOutValue,
    #[serde(default)]
    pub country: Option<String>,
}

/// What an act about opt-outs did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OptOutsDone {
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
    /// How many values changed their state.
    pub changed: u64,
    /// Values that were in that state before and stay as they were.
    pub already: u64,
}

/// A contact that holds a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Holder {
    pub id: i64,
    pub name: String,
}

/// One line of a value's history.
#[derive(Debug, Clone, Serialize, TS, sqlx::FromRow)]
pub struct SubscriptionChange {
    pub at: String,
    pub status: SubscriptionStatus,
    pub initiative: Option<Initiative>,
    pub reason: Option<String>,
    /// For a reinstatement: what allowed it.
    pub ground: Option<String>,
    pub note: Option<String>,
    /// Who was at the desk.
    pub by: Option<String>,
}

/// A phone or e-mail with its state and whole history, the latest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Subscription {
    pub kind: OptOutKind,
    /// Normalized.
    pub value: String,
    /// As a person reads it.
    pub shown: String,
    pub status: SubscriptionStatus,
    pub since: Option<String>,
    pub initiative: Option<Initiative>,
    pub reason: Option<String>,
    pub note: Option<String>,
    /// All contacts that hold it; an opt-out holds for each of them.
    pub contacts: Vec<Holder>,
    pub changes: Vec<SubscriptionChange>,
}

/// The phones and e-mails of a contact with their states.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactSubscriptions {
    pub id: i64,
    pub name: String,
    pub do_not_contact: bool,
    pub deceased: bool,
    pub values: Vec<Subscription>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OptOutSortField {
    #[default]
    Since,
    Value,
    Contact,
    Kind,
    Initiative,
    Reason,
}

/// Which opt-outs, in which order; the newest first unless told.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OptOutsQuery {
    /// Words to look for in values, reasons, notes and the contacts that hold them.
    #[serde(default)]
    pub search: String,
    #[serde(default)]
    pub kind: Option<OptOutKind>,
    #[serde(default)]
    pub initiative: Option<Initiative>,
    /// Opted out, or once opted out and reinstated since; null for both.
    #[serde(default = "opted_out")]
    pub status: Option<SubscriptionStatus>,
    #[serde(default)]
    pub sort: OptOutSortField,
    #[serde(default = "yes")]
    pub descending: bool,
}

fn opted_out() -> Option<SubscriptionStatus> {
    Some(SubscriptionStatus::OptedOut)
}

fn yes() -> bool {
    true
}

impl Default for OptOutsQuery {
    fn default() -> Self {
        Self {
            search: String::new(),
            kind: None,
            initiative: None,
            status: opted_out(),
            sort: OptOutSortField::Since,
            descending: true,
        }
    }
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OptOutsPageRequest {
    pub query: OptOutsQuery,
    pub offset: u32,
    /// At most 1,000.
    pub limit: u32,
}

/// One row of the list of opt-outs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OptOutRow {
    pub id: i64,
    pub kind: OptOutKind,
    /// Normalized.
    pub value: String,
    /// As a person reads it.
    pub shown: String,
    pub status: SubscriptionStatus,
    pub since: String,
    pub initiative: Option<Initiative>,
    pub reason: Option<String>,
    pub note: Option<String>,
    /// Contacts outside the trash that hold the value; none for a suppression of somebody unknown.
    pub contacts: Vec<Holder>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OptOutsPage {
    pub total: u32,
    /// The state of the workspace that the list was made from.
    pub generation: i64,
    pub rows: Vec<OptOutRow>,
}
