//! What can be done to many contacts or organizations at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::{FieldValue, Selection};
use crate::organizations::OrganizationSelection;

/// One thing to do to each contact. A contact that is so already stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BulkEdit {
    /// Made when there is no tag of that name.
    AddTag {
        tag: String,
    },
    RemoveTag {
        tag: String,
    },
    /// Made as a static group when there is none of that name.
    AddToGroup {
        group: String,
    },
    RemoveFromGroup {
        group: String,
    },
    /// A field of one value, default or custom; an empty value empties it.
    SetField {
        field: String,
        value: String,
    },
    /// Ties to the organization of that name, made when there is none; primary where the contact has no other.
    Affiliate {
        organization: String,
    },
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BulkChange {
    pub selection: Selection,
    /// Done one after the other, as one batch.
    pub edits: Vec<BulkEdit>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrganizationsChange {
    pub selection: OrganizationSelection,
    /// `kind`, `number`, `industry`, `size`, `owner`, `notes`, `parent` (an id or a name) or the code of a custom field; an
    /// empty value empties it. One batch.
    pub set: Vec<FieldValue>,
}
