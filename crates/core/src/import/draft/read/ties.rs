//! What the contact is for organizations.

use super::super::{Draft, DraftTie};
use super::dates::date_of;
use super::{Value, problem};
use crate::fields::Target;
use crate::organizations::OrganizationKind;

pub(super) fn read_tie(draft: &mut Draft, value: &Value, target: &Target) {
    let dated = matches!(target, Target::From | Target::To);
    let text = match dated {
        true => date_of(draft, value),
        false => Some(value.text.to_owned()),
    };
    let place = value.column.nth;
    let slot = match (target, place) {
        (Target::Organization, 0) => &mut draft.organization,
        (Target::JobTitle, 0) => &mut draft.job_title,
        (Target::Department, 0) => &mut draft.department,
        (target, place) => {
            let tie = draft.ties.entry(place, DraftTie::default);
            match target {
                Target::Organization => &mut tie.organization,
                Target::JobTitle => &mut tie.title,
                Target::Department => &mut tie.department,
                Target::Role => &mut tie.role,
                Target::From => &mut tie.from,
                _ => &mut tie.to,
            }
        }
    };
    *slot = text;
}

pub(super) fn read_kind(draft: &mut Draft, value: &Value) {
    let Some(kind) = OrganizationKind::read(value.text) else {
        let hint = "Write one of account, agency, lead";
        let unknown = problem(value, "unknown_option", "None of the choices", hint);
        return draft.problems.push(unknown);
    };
    let tie = draft.ties.entry(value.column.nth, DraftTie::default);
    tie.kind = Some(kind);
}
