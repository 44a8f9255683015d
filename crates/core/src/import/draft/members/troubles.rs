//! Why cells about a membership come to nothing.

use super::Cells;
use crate::import::types::Problem;

pub(super) fn trouble(code: &str, reason: &str, hint: &str) -> Problem {
    Problem {
        code: code.to_owned(),
        position: None,
        column: None,
        value: None,
        reason: reason.to_owned(),
        hint: hint.to_owned(),
    }
}

pub(super) fn unknown_type() -> Problem {
    trouble(
        "unknown_membership_type",
        "No membership type is called so",
        "Make the membership type, or choose what the value means, and import the file again",
    )
}

pub(super) fn no_type() -> Problem {
    trouble(
        "no_membership_type",
        "The row names no membership type",
        "Add a column with the membership type",
    )
}

/// Every cell with the reason why nothing came of it.
pub(super) fn lost(cells: Cells, why: &Problem) -> impl Iterator<Item = Problem> {
    cells.given.into_iter().map(|(_, cell)| Problem {
        code: why.code.clone(),
        reason: why.reason.clone(),
        hint: why.hint.clone(),
        ..cell
    })
}
