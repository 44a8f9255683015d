//! The request and answer of an import of opt-outs.

use roster_formats::ReadOptions;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::import::ImportSource;
use crate::opt_outs::value::Key;
use crate::opt_outs::{Holder, OptOutAct, OptOutKind};
use crate::points::Trouble;

#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OptOutsImport {
    pub source: ImportSource,
    #[serde(default)]
    #[ts(skip)]
    pub options: ReadOptions,
    /// 1-based positions of the columns to take; those that hold phones or e-mails unless told.
    #[serde(default)]
    pub columns: Vec<u32>,
    /// ISO 3166 alpha-2: the country of phone numbers without one; the workspace's unless told.
    #[serde(default)]
    pub country: Option<String>,
    pub act: OptOutAct,
}

impl OptOutsImport {
    /// An import of everything in the source, as the persons' own wish.
    pub fn new(source: ImportSource) -> Self {
        Self {
            source,
            options: ReadOptions::default(),
            columns: Vec::new(),
            country: None,
            act: OptOutAct::default(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ValueOutcome {
    Added,
    /// Opted out before, or earlier in the list.
    Already,
    Invalid,
}

/// One value of the list and what became of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OptOutsSample {
    /// The row as a spreadsheet shows it.
    pub row: u32,
    /// As it stands in the list.
    pub typed: String,
    pub kind: Option<OptOutKind>,
    /// Normalized; null where it is invalid.
    pub value: Option<String>,
    pub outcome: ValueOutcome,
    pub contacts: Vec<Holder>,
    /// What is wrong with an invalid one, and what to do.
    pub reason: Option<String>,
    pub hint: Option<String>,
}

impl OptOutsSample {
    pub(super) fn valid(
        row: u32,
        typed: String,
        (kind, value): Key,
        outcome: ValueOutcome,
        contacts: Vec<Holder>,
    ) -> Self {
        Self {
            row,
            typed,
            kind: Some(kind),
            value: Some(value),
            outcome,
            contacts,
            reason: None,
            hint: None,
        }
    }

    pub(super) fn invalid(row: u32, typed: String, trouble: Trouble) -> Self {
        Self {
            row,
            typed,
            kind: None,
            value: None,
            outcome: ValueOutcome::Invalid,
            contacts: Vec::new(),
            reason: Some(trouble.reason.to_owned()),
            hint: Some(trouble.hint.to_owned()),
        }
    }
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OptOutsColumn {
    /// 1-based.
    pub position: u32,
    pub column: String,
    /// Its first values.
    pub samples: Vec<String>,
    pub taken: bool,
}

/// What became of a list. `rows` = added + already + invalid: each counts a value, and a row without any is one invalid.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OptOutsReport {
    /// Null for a rehearsal, and where nothing was new.
    pub batch: Option<i64>,
    pub file: String,
    pub rows: u64,
    pub added: u64,
    pub already: u64,
    /// Among the added: those that belong to no contact, kept as suppressions.
    pub unknown: u64,
    pub invalid: u64,
    /// Among the added.
    pub phones: u64,
    pub emails: u64,
    /// How many contacts hold the added values.
    pub contacts: u64,
    pub columns: Vec<OptOutsColumn>,
    /// The first values of each outcome, at most 500 each, in the order of the list.
    pub samples: Vec<OptOutsSample>,
    pub seconds: f64,
}

impl OptOutsReport {
    /// Before the first value.
    pub(super) fn new(file: String, columns: Vec<OptOutsColumn>) -> Self {
        Self {
            batch: None,
            file,
            rows: 0,
            added: 0,
            already: 0,
            unknown: 0,
            invalid: 0,
            phones: 0,
            emails: 0,
            contacts: 0,
            columns,
            samples: Vec::new(),
            seconds: 0.0,
        }
    }
}
