//! From the cells of a row to its draft: each by the target of its column.

mod addresses;
mod dates;
mod fields;
mod points;
mod ties;

use std::borrow::Cow;

use roster_formats::{Cell, Row};

use super::{Draft, members};
use crate::contacts::photo;
use crate::fields::Target;
use crate::import::cells::Cells;
use crate::import::plan::{Plan, PlanColumn};
use crate::import::types::Problem;
use crate::values::split;
use addresses::{read_address, read_further, row_country};
use fields::{read_consents, read_custom, read_scalar, says_yes};
use points::{label_points, read_labels, read_point, read_status};
use ties::{read_kind, read_tie};

pub(in crate::import) use dates::time;
pub(super) use dates::{date_of, invalid_date};
pub(in crate::import) use fields::known_word;

/// Understands a row.
pub(in crate::import) fn draft(plan: &Plan, row: Row) -> Draft {
    let mut draft = Draft {
        row: row.number,
        points: Vec::with_capacity(4),
        ..Draft::default()
    };
    let country = row_country(plan, &row);
    for (i, column) in plan.columns.iter().enumerate() {
        let cell = row.cell(i);
        let is_nothing = column.target.is_none() && column.new_field.is_none();
        if column.is_joined || (is_nothing && column.by_label.is_none()) {
            continue;
        }
        if cell.is_empty() && column.joins.is_empty() {
            continue;
        }
        let whole = column_text(column, i, &row);
        let said = whole.trim();
        let (read, left_out) = column.values.apply(said, column.is_list());
        if left_out > 0 {
            draft.left_out += left_out;
            draft.left_out_cells.push(i as u32);
        }
        // Blanks are looked for once in each cell: a million rows have many.
        let (text, whole) = match &read {
            Cow::Borrowed(text) if text.len() == said.len() => (*text, &*whole),
            other => (other.trim(), &**other),
        };
        if text.is_empty() {
            continue;
        }
        if let (Some(Target::Photo), Cell::Picture(bytes)) = (&column.target, cell) {
            draft.photo = Some((photo::hash(bytes), bytes.clone()));
            continue;
        }
        let label = column.labelled_by.map(|label| row.cell(label).to_text());
        let place = match &column.by_label {
            None => Some(i),
            Some(by_label) => by_label.place(label.as_deref().unwrap_or_default()),
        };
        let value = Value {
            shown: i,
            position: place.unwrap_or(i),
            column: &plan.columns[place.unwrap_or(i)],
            text,
            whole,
            is_text: matches!(cell, Cell::Text(_)) || !column.joins.is_empty(),
            country,
            label,
        };
        if place.is_none() {
            let hint = "Give the column a field of its own";
            let many = problem(&value, "too_many_labels", "One label too many", hint);
            draft.problems.push(many);
            continue;
        }
        read_cell(plan, &mut draft, &value);
    }
    if let Some(everyone) = &plan.everyone_out {
        draft.emails_opted_out = true;
        (draft.out_since, draft.out_reason) = everyone.case(&row);
    }
    members::complete(plan, &mut draft);
    draft.place_numbered();
    label_points(plan, &mut draft);
    draft.order_points();
    draft.cells = Cells::of(&row.cells);
    draft
}

/// What a row says in a column: its cell, and those of the columns that are joined to it.
pub(in crate::import) fn column_text<'a>(
    column: &PlanColumn,
    at: usize,
    row: &'a Row,
) -> Cow<'a, str> {
    let mut text = row.cell(at).to_text();
    for (other, separator) in &column.joins {
        let more = row.cell(*other).to_text();
        let more = more.trim();
        if more.is_empty() {
            continue;
        }
        let before = text.trim();
        text = match before.is_empty() {
            true => more.to_owned().into(),
            false => format!("{before}{separator}{more}").into(),
        };
    }
    text
}

/// One cell on its way into the draft.
pub(super) struct Value<'a> {
    /// Its place in the file, and in the plan.
    shown: usize,
    pub(super) position: usize,
    pub(super) column: &'a PlanColumn,
    pub(super) text: &'a str,
    /// With the blanks around it, which texts of several lines keep.
    whole: &'a str,
    /// Somebody typed it; numbers and dates of a spreadsheet are what they are.
    is_text: bool,
    country: Option<&'a str>,
    /// What the column beside it calls it.
    label: Option<Cow<'a, str>>,
}

fn read_cell(plan: &Plan, draft: &mut Draft, value: &Value) {
    let text = || value.text.to_owned();
    let Some(target) = value.column.target.as_ref() else {
        return read_custom(plan, draft, value);
    };
    match target {
        Target::Custom(_) => read_custom(plan, draft, value),
        Target::Uid => draft.uid = Some(text()),
        Target::Scalar(scalar) => read_scalar(plan, draft, value, scalar),
        Target::Point(field) => read_point(plan, draft, value, field),
        Target::Address(label, part) => read_address(plan, draft, value, *label, *part),
        Target::Organization
        | Target::JobTitle
        | Target::Department
        | Target::Role
        | Target::From
        | Target::To => read_tie(draft, value, target),
        Target::OrganizationKind => read_kind(draft, value),
        Target::Consents => read_consents(draft, value),
        Target::Groups => {
            let names = match plan.google_lists {
                true => split::google(value.text),
                false => split::list(value.text),
            };
            draft.groups.extend(names.into_iter().map(str::to_owned));
        }
        Target::Tags => draft
            .tags
            .extend(split::list(value.text).into_iter().map(str::to_owned)),
        Target::FurtherAddresses => read_further(plan, draft, value),
        Target::PointLabels => read_labels(draft, value),
        Target::StatusEmail | Target::StatusPhone => read_status(draft, value, target),
        Target::DoNotContact => draft.do_not_contact = says_yes(draft, value),
        Target::Deceased => draft.deceased = says_yes(draft, value),
        Target::UsedFirst => {
            let named = split::list(value.text).into_iter();
            draft.used_first = named.map(str::to_owned).collect();
        }
        Target::Photo => {
            let hint = "Only cards of an address book hold pictures";
            let problem = problem(value, "no_picture", "Not a picture", hint);
            draft.problems.push(problem);
        }
        Target::Member(part) => members::read(draft, value, *part),
        Target::Created => match time(value.text, value.column.order) {
            None => draft.problems.push(invalid_date(value)),
            at => draft.created = at,
        },
    }
}

pub(super) fn problem(value: &Value, code: &str, reason: &str, hint: &str) -> Problem {
    let cell = (value.shown, value.column.header.as_str(), value.text);
    problem_of(cell, code, reason, hint)
}

/// Of a cell: its column (0-based), the header of that, its text.
fn problem_of(
    (at, header, text): (usize, &str, &str),
    code: &str,
    reason: &str,
    hint: &str,
) -> Problem {
    Problem {
        code: code.to_owned(),
        position: Some(at as u32 + 1),
        column: Some(header.to_owned()),
        value: Some(text.to_owned()),
        reason: reason.to_owned(),
        hint: hint.to_owned(),
    }
}
