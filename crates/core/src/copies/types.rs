//! What is told of other copies.

use serde::Serialize;
use ts_rs::TS;

/// How another copy stands to the one that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kin {
    /// The other has everything that the open one has, and more.
    Newer,
    /// Each has changes that the other lacks.
    Diverged,
}

/// A copy that this machine knows and that has changes which the open one lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OtherCopy {
    pub kin: Kin,
    /// Where it was when it was seen.
    pub path: String,
    /// It was at the very place of the open one, which has taken its place.
    pub replaced: bool,
    /// A file is still there.
    pub is_there: bool,
    /// When this machine saw it last.
    pub seen_at: String,
    /// Its latest change.
    pub changed_at: String,
    pub contacts: i64,
    /// How many changes only it has, as far as they are known: at least so many.
    pub changes: u32,
    /// How many changes only the open one has; null when that can't be told.
    pub changes_here: Option<u32>,
    /// The latest change that both have; null when that is too long ago to tell.
    pub common_at: Option<String>,
}

/// The open workspace beside its copies. Mostly there are none to tell of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Copies {
    pub path: String,
    /// The latest change of the open one; null before the first.
    pub changed_at: Option<String>,
    pub contacts: i64,
    pub others: Vec<OtherCopy>,
}
