//! A change of a field as the history shows it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One change of one field (CLI.md, `contact history`); of an organization too.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FieldChange {
    pub at: String,
    pub by: Option<String>,
    /// The operation's name, such as `contact_edit`, `import_run`, `undo`.
    pub operation: String,
    /// In words of the record: a field name or a custom field's code; `phone mobile`, `tag`, `group`; `contact` or
    /// `organization` for the one itself.
    pub field: String,
    /// Which one, where a contact may have several: the label of an address, the organization of a job title.
    pub of: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    pub batch: i64,
    /// What `contact_restore_value` and `organization_restore_value` take; null where there is nothing to bring back.
    pub restore: Option<RestorePoint>,
}

/// The value that a change replaced, by its place in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestorePoint {
    pub entry: i64,
    /// The one part of an entry that changed several; null for all of it.
    pub part: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct History {
    pub changes: Vec<FieldChange>,
}

/// Asks for the value before a change to be the value of the contact or the organization again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RestoreValue {
    pub id: i64,
    pub restore: RestorePoint,
}
