//! Making a contact and changing one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::Contact;
use crate::organizations::OrganizationChoice;

/// One field given a value; an empty value clears it. Field names as in CLI.md.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FieldValue {
    pub field: String,
    pub value: String,
}

/// A new contact: scalar fields are set; `email`, `phone_mobile` and the like add a point; `groups` and `tags`
/// take names separated by commas.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ContactCreate {
    pub set: Vec<FieldValue>,
}

/// One change to a contact. Each names only what it changes, so that two people at one contact don't overwrite each
/// other's fields.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Edit {
    /// As in [`ContactCreate`].
    Set {
        field: String,
        value: String,
    },
    /// An edit of a value that was seen to be `was` (empty: nothing). Where it is another one by now, and not the new
    /// one already, the whole change is refused with the code `conflict`.
    Seen {
        was: String,
        edit: Box<Edit>,
    },
    /// A point of any kind and label.
    AddPoint {
        point_kind: String,
        label: Option<String>,
        value: String,
    },
    /// The new text of a point; empty removes the point.
    Point {
        point: i64,
        value: String,
    },
    PointLabel {
        point: i64,
        label: String,
    },
    /// Makes it the primary one of its kind.
    Primary {
        point: i64,
    },
    /// One more address, with its parts (`street`, `city` …).
    AddAddress {
        label: String,
        parts: Vec<FieldValue>,
    },
    /// One part (`street`, `city` …) of an address; the address goes when its last part is emptied. One that followed an
    /// organization becomes the contact's own.
    Address {
        address: i64,
        part: String,
        value: String,
    },
    AddressLabel {
        address: i64,
        label: String,
    },
    AddressPrimary {
        address: i64,
    },
    RemoveAddress {
        address: i64,
    },
    /// One more address that follows the primary one of an organization that the contact is tied to (R3).
    FollowAddress {
        organization: i64,
        label: String,
    },
    /// What an address that follows an organization says now becomes the contact's own.
    KeepAddress {
        address: i64,
    },
    /// One more tie to an organization.
    AddAffiliation {
        organization: OrganizationChoice,
    },
    /// Moves a tie to another organization.
    AffiliationOrganization {
        affiliation: i64,
        organization: OrganizationChoice,
    },
    /// One part of a tie: `role`, `title`, `department`, `from`, `to`.
    Affiliation {
        affiliation: i64,
        part: String,
        value: String,
    },
    AffiliationPrimary {
        affiliation: i64,
    },
    RemoveAffiliation {
        affiliation: i64,
    },
    /// One more of `tags` or `groups`, made when there is none of that name.
    AddWord {
        field: String,
        word: String,
    },
    RemoveWord {
        field: String,
        word: String,
    },
    /// What the contact agreed to or refused for a purpose (R10), in place of what was known about that purpose.
    Consent {
        purpose: String,
        /// `given`, `refused` or `withdrawn`; empty takes the entry away.
        state: String,
        date: Option<String>,
        how: Option<String>,
        note: Option<String>,
    },
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ContactEdit {
    pub id: i64,
    pub edits: Vec<Edit>,
}

/// A value that was kept although something is wrong with it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Warning {
    pub field: String,
    pub value: String,
    pub message: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactChanged {
    pub contact: Contact,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
    pub warnings: Vec<Warning>,
}
