//! What was done, as lists show it.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// One batch: a change that is undone as a whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Batch {
    pub batch: i64,
    pub at: String,
    pub by: Option<String>,
    /// The operation's name, such as `import_run`.
    pub operation: String,
    /// How many contacts it touched.
    pub contacts: i64,
    /// The batch that took it back.
    pub undone_by: Option<i64>,
    /// For an undo or redo: the batch that it took back.
    pub reverses: Option<i64>,
    /// What an import answered (file, mapping, counts, reasons); null for other operations.
    #[ts(type = "ImportReport | null")]
    pub import: Option<Value>,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct BatchesRequest {
    #[serde(default)]
    pub imports_only: bool,
    /// 100 unless told.
    #[serde(default)]
    pub limit: Option<u32>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Batches {
    pub batches: Vec<Batch>,
}

/// Without a batch: the latest one that can be undone.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct UndoRequest {
    #[serde(default)]
    pub batch: Option<i64>,
}

/// A contact that an undo left as it is, and why.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Kept {
    /// The contact's id.
    pub id: i64,
    pub reason: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Undone {
    /// The batch that was taken back.
    pub batch: i64,
    pub operation: String,
    /// How many contacts are as they were before it.
    pub reversed: u64,
    /// What else is as it was before it.
    pub others: Others,
    pub kept: Vec<Kept>,
    /// Contacts that it left without an organization although they must have one here (R8).
    pub without_organization: i64,
}

/// How many things that are no contacts an undo touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, sqlx::FromRow, TS)]
pub struct Others {
    pub organizations: i64,
    pub fields: i64,
    pub groups: i64,
    pub tags: i64,
    pub views: i64,
}
