//! What is done with chosen contacts, with pictures, and with a point that is being typed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::Selection;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BySelection {
    pub selection: Selection,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct BatchDone {
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
    /// How many contacts changed.
    pub count: u64,
}

/// A picture for a contact: a file to be read, or null to take the picture away.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PhotoSet {
    pub id: i64,
    pub path: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PhotoRequest {
    pub hash: String,
}

/// A picture as a `data:` address, which the window's rules let in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Photo {
    pub data: String,
}

/// A phone, e-mail, fax or website as it stands in the field while it is typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PointCheck {
    pub point_kind: String,
    pub value: String,
    /// Whose country helps to read a phone number.
    #[serde(default)]
    pub contact: Option<i64>,
}

/// A postcode as it stands in the field while it is typed, with the country of its address: its code or its name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PostcodeCheck {
    pub value: String,
    #[serde(default)]
    pub country: Option<String>,
}

/// What is to be said about a postcode. Nothing keeps it from being saved (D3).
#[derive(Debug, Clone, Serialize, TS)]
pub struct PostcodeChecked {
    /// How postcodes of the country are written, where this one is written otherwise; null where all is well.
    pub example: Option<String>,
}

/// What is to be said about a point. Nothing keeps it from being saved (D3).
#[derive(Debug, Clone, Serialize, TS)]
pub struct PointChecked {
    /// As it would be kept to be compared: E.164, or the comparable e-mail address.
    pub normalized: Option<String>,
    /// Null where all is well: `phone_too_short`, `phone_doubtful`, `email_…`, `website` …
    pub problem: Option<String>,
    /// The problem and what to do about it, in English.
    pub message: Option<String>,
}
