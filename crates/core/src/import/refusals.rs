//! Why a whole row is refused, in the words that its report has for it.

use super::types::Problem;

pub(super) fn no_contact_point() -> Problem {
    row_problem(
        "no_contact_point",
        "No phone and no e-mail",
        "A contact needs at least one",
    )
}

pub(super) fn left_out() -> Problem {
    row_problem(
        "left_out",
        "Left out by you",
        "Import it again without leaving it out",
    )
}

pub(super) fn erased() -> Problem {
    row_problem(
        ERASED,
        "This person was erased at their wish",
        "Add them by hand if they ask for it",
    )
}

/// Of whom nothing is kept, so that nothing of the row is kept either.
pub(super) const ERASED: &str = "erased";

pub(super) fn no_match() -> Problem {
    row_problem(
        "no_match",
        "No such contact is there to update",
        "Import with “create and update” to add it",
    )
}

pub(super) fn no_organization() -> Problem {
    row_problem(
        "no_organization",
        "The row names no organization",
        "Name one in the row, or choose the organization that takes such rows",
    )
}

pub(super) fn required(label: &str) -> Problem {
    let mut problem = row_problem("required_field", "A required field is empty", "Fill it in");
    problem.column = Some(label.to_owned());
    problem
}

fn row_problem(code: &str, reason: &str, hint: &str) -> Problem {
    Problem {
        code: code.to_owned(),
        position: None,
        column: None,
        value: None,
        reason: reason.to_owned(),
        hint: hint.to_owned(),
    }
}
