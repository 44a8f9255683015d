//! Phones, e-mails and the other ways to reach somebody, and whether they are out.

use std::borrow::Cow;

use super::super::{Draft, DraftPoint, parts};
use super::{Value, problem, problem_of};
use crate::contacts::{point_labels, status};
use crate::fields::Target;
use crate::guess;
use crate::import::labels;
use crate::import::plan::Plan;
use crate::points::{self, PointField};
use crate::values::yes_no;

pub(super) fn read_point(
    plan: &Plan,
    draft: &mut Draft,
    value: &Value,
    field: &'static PointField,
) {
    let (kind, label) = match &value.label {
        Some(word) => labels::point(field, word),
        None => (field.kind, field.label.map(Cow::Borrowed)),
    };
    for (part, reading) in
        parts::read_points(kind, value.text, value.country, plan.country.as_deref())
    {
        if reading.repair.is_some() {
            draft.repaired.push("damaged_number");
        }
        if let Some(trouble) = reading.trouble.filter(|_| !plan.is_own) {
            let one = Value {
                text: &part,
                label: None,
                ..*value
            };
            draft
                .problems
                .push(problem(&one, trouble.code, trouble.reason, trouble.hint));
            continue;
        }
        let normalized = reading.normalized;
        let key = normalized.as_deref().map(|n| points::match_key(kind, n));
        let point = DraftPoint {
            kind,
            label: label.clone(),
            value: reading.value,
            normalized,
            key,
            update: value.column.update,
            column: value.position as u32,
        };
        if !draft.points.iter().any(|p| p.is_same(&point)) {
            draft.points.push(point);
        }
    }
}

/// A state of a subscription by its own word ("unsubscribed"), or yes and no by what the header asks ("Email opt out").
fn says_opted_out(draft: &mut Draft, value: &Value) -> bool {
    if let Some(out) = yes_no::opted_out(value.text) {
        return out;
    }
    let yes_means_out = guess::yes_means_opted_out(&value.column.header);
    let yes = yes_no::parse(value.text);
    if yes.is_none() {
        let hint = "Write active or unsubscribed";
        draft
            .problems
            .push(problem(value, "unknown_status", "Not a known status", hint));
    }
    yes_means_out.is_some() && yes == yes_means_out
}

pub(super) fn read_status(draft: &mut Draft, value: &Value, target: &Target) {
    if let Some(values) = status::named(value.text) {
        let values = values.into_iter().map(str::to_owned);
        draft.values_opted_out.extend(values);
    } else if says_opted_out(draft, value) {
        match target {
            Target::StatusEmail => draft.emails_opted_out = true,
            _ => draft.phones_opted_out = true,
        }
    }
}

pub(super) fn read_labels(draft: &mut Draft, value: &Value) {
    match point_labels::read(value.text) {
        Some(labels) => draft.point_labels.extend(labels),
        None => draft.problems.push(problem(
            value,
            "invalid_label",
            "Not a label",
            "Write a line for each: phone,+34612345679,Summer house",
        )),
    }
}

/// Gives the points of a row their labels, once all are known. A label of none of them is told.
pub(super) fn label_points(plan: &Plan, draft: &mut Draft) {
    for (kind, value, label) in std::mem::take(&mut draft.point_labels) {
        let mut points = draft.points.iter_mut();
        if let Some(point) = points.find(|p| p.kind == kind && p.is_called(&value)) {
            point.label = Some(label.into());
            continue;
        }
        let mut columns = plan.columns.iter();
        let at = columns.position(|c| c.target == Some(Target::PointLabels));
        let cell = at.map(|at| (at, plan.columns[at].header.as_str(), &*label));
        let unknown = cell.map(|cell| {
            let hint = "Write the phone, e-mail or website as it stands in the row";
            problem_of(
                cell,
                "invalid_label",
                "The label of a value that the row doesn't have",
                hint,
            )
        });
        draft.problems.extend(unknown);
    }
}
