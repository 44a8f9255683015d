//! What became of the rows, and what can be saved of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::preview::Dialect;
use super::request::Mode;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Created,
    Updated,
    Unchanged,
    /// Repeats an earlier row of the file and was folded into it.
    Duplicate,
    Rejected,
}

/// What is wrong with a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// `no_contact_point`, `invalid_phone`, `invalid_email`, `damaged_number`, `no_match`, `erased`, `required_field`, `no_organization`, `invalid_number` …
    pub code: String,
    /// 1-based column; null when it is about the whole row.
    pub position: Option<u32>,
    pub column: Option<String>,
    pub value: Option<String>,
    pub reason: String,
    pub hint: String,
}

impl Problem {
    /// As the notes of a contact keep it.
    pub(in crate::import) fn as_note(&self) -> String {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        format!(
            "{}: {} ({})",
            text(&self.column),
            text(&self.value),
            self.reason
        )
    }
}

/// What one row becomes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RowOutcome {
    pub row: u32,
    pub outcome: Outcome,
    pub cells: Vec<String>,
    /// The contact that was made or matched; null in a rehearsal of a new one.
    pub contact: Option<i64>,
    /// The first is why a rejected row was rejected; on other rows, details that are kept as a note.
    pub problems: Vec<Problem>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReportColumn {
    pub column: String,
    pub position: u32,
    /// `ignore` for columns that were left out.
    pub field: String,
    pub confidence: f64,
    /// What became of its values; null for imports of older versions.
    #[serde(default)]
    pub values: Option<ValueCounts>,
}

/// What became of the values of a column, one for each cell that holds anything: `in` is the sum of the others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ValueCounts {
    #[serde(rename = "in")]
    pub given: u64,
    /// The contacts hold them.
    pub stored: u64,
    /// Kept as notes on the contacts, since they could not be used as they were.
    pub noted: u64,
    /// Gave way to what the contacts hold.
    pub kept_existing: u64,
    /// Left out since the mapping of values says so; a label with nothing beside it; of a list of opt-outs, what is no
    /// phone and no e-mail.
    pub left_out: u64,
    /// The column was given to no field.
    pub ignored: u64,
    /// Their rows were rejected, which keeps them whole.
    pub rejected: u64,
}

impl ValueCounts {
    /// Those that are told rather than stored.
    pub fn reported(&self) -> u64 {
        self.noted + self.kept_existing + self.left_out + self.ignored + self.rejected
    }
}

/// The answer of `import` (CLI.md). `rows` = created + updated + unchanged + duplicates + rejected.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// Null for a rehearsal.
    pub batch: Option<i64>,
    pub mode: Mode,
    pub file: String,
    pub format: String,
    pub sheet: Option<String>,
    pub encoding: Option<String>,
    pub delimiter: Option<String>,
    pub dialect: Option<Dialect>,
    pub mapping: Vec<ReportColumn>,
    pub rows: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub duplicates: u64,
    pub rejected: u64,
    /// Why rows were rejected; adds up to `rejected`.
    pub reasons: BTreeMap<String, u64>,
    /// Bad details of rows that were imported all the same, kept as notes on the contacts.
    pub kept_as_notes: BTreeMap<String, u64>,
    /// Values that a spreadsheet had damaged and that could be mended for certain.
    pub repaired: BTreeMap<String, u64>,
    /// Values that were left out since the mapping of values says so, or that a list of opt-outs could not opt out.
    #[serde(default)]
    pub left_out_values: u64,
    /// New contacts that look like ones that were there: the same name, or a phone or e-mail of somebody of another name.
    #[serde(default)]
    pub similar: u64,
    /// New opt-outs from a status column or in the mode `opt-out`.
    pub opted_out: u64,
    pub rejects_file: Option<String>,
    pub seconds: f64,
    /// The first rows of each outcome, at most 500 each, in the order of the file; not kept in the history.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<RowOutcome>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RejectsRequest {
    pub batch: i64,
    pub path: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct RejectsSaved {
    pub file: String,
    pub rows: u64,
}

/// Rejected rows of an import of the history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Rejects {
    pub total: u64,
    pub columns: Vec<String>,
    pub rows: Vec<RowOutcome>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExampleRequest {
    pub path: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ExampleSaved {
    pub file: String,
}
