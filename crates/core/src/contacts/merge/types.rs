//! What to merge, and how it looks side by side before.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::{Contact, FieldValue};

/// Contacts that are one person: those `from` go into `into`.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct ContactsMerge {
    pub into: i64,
    pub from: Vec<i64>,
    /// Whose values stand where several contacts have one; the kept contact's unless told.
    #[serde(default)]
    pub prefer: Option<i64>,
    /// For single fields, whose value stands, even where it is none.
    #[serde(default)]
    pub choose: Vec<MergeChoice>,
    /// Values to set afterwards.
    #[serde(default)]
    pub set: Vec<FieldValue>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct MergeChoice {
    /// A field with one value, by its code; `member_number`.
    pub field: String,
    pub contact: i64,
}

/// Contacts side by side, the one that was there first in front.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergeLook {
    pub contacts: Vec<Contact>,
    /// The fields in which they differ and of which one value stays.
    pub fields: Vec<MergeField>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergeField {
    pub field: String,
    /// Beside the contacts, what each has.
    pub values: Vec<Option<String>>,
}
