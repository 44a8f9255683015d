//! From the cells of a row to its draft: each by the target of its column.

use std::borrow::Cow;
use std::cell::RefCell;

use chrono::{NaiveDateTime, SecondsFormat};
use roster_formats::{Cell, Row};
use rustc_hash::FxHashMap;

use super::{Draft, DraftAddress, DraftPoint, DraftTie, members, parts};
use crate::contacts::{
    Scalar, consents, further_addresses, photo, point_labels, read_choice, status,
};
use crate::fields::{AddressLabel, AddressPart, Target};
use crate::guess;
use crate::import::cells::Cells;
use crate::import::few::Few;
use crate::import::labels;
use crate::import::plan::{Plan, PlanColumn};
use crate::import::types::Problem;
use crate::organizations::OrganizationKind;
use crate::points;
use crate::values::custom::Style;
use crate::values::date::{self, Order, Reading};
use crate::values::{country, language, lifecycle, postcode, split, yes_no};

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
    draft.label_points();
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

/// The country that the row itself names, for its phones and postcodes.
fn row_country(plan: &Plan, row: &Row) -> Option<&'static str> {
    let columns = plan.columns.iter().enumerate();
    let mut countries =
        columns.filter(|(_, c)| matches!(c.target, Some(Target::Address(_, AddressPart::Country))));
    countries.find_map(|(i, _)| country_code(row.cell(i).to_text().trim()))
}

/// Countries that this thread has read lately: a file names few, each in nearly every row.
fn country_code(text: &str) -> Option<&'static str> {
    const MOST: usize = 500;
    thread_local! {
        static READ: RefCell<FxHashMap<String, Option<&'static str>>> = RefCell::default();
    }
    READ.with_borrow_mut(|read| {
        if let Some(code) = read.get(text) {
            return *code;
        }
        let code = country::code_of(text);
        if read.len() < MOST {
            read.insert(text.to_owned(), code);
        }
        code
    })
}

fn read_cell(plan: &Plan, draft: &mut Draft, value: &Value) {
    let text = || value.text.to_owned();
    match value.column.target.as_ref() {
        None | Some(Target::Custom(_)) => read_custom(plan, draft, value),
        Some(Target::Uid) => draft.uid = Some(text()),
        Some(Target::Scalar(scalar)) if scalar.kind == "date" => {
            read_date(draft, value, scalar.code)
        }
        Some(Target::Scalar(scalar)) if scalar.code == "full_name" => {
            let country = value.country.or(plan.country.as_deref());
            if !parts::read_name(draft, value.column, value.text, country) {
                draft.scalars.insert(scalar.code, text());
            }
        }
        Some(Target::Scalar(scalar)) => read_scalar(draft, value, scalar),
        Some(Target::Point(field)) => read_point(plan, draft, value, field),
        Some(Target::Address(label, part)) => read_address(plan, draft, value, *label, *part),
        Some(
            target @ (Target::Organization
            | Target::JobTitle
            | Target::Department
            | Target::Role
            | Target::From
            | Target::To),
        ) => read_tie(draft, value, target),
        Some(Target::OrganizationKind) => match OrganizationKind::read(value.text) {
            Some(kind) => {
                let tie = draft.ties.entry(value.column.nth, DraftTie::default);
                tie.kind = Some(kind);
            }
            None => draft.problems.push(problem(
                value,
                "unknown_option",
                "None of the choices",
                "Write one of account, agency, lead",
            )),
        },
        Some(Target::Consents) => match consents::read(value.text) {
            Some(read) => draft.consents.extend(read),
            None => draft.problems.push(problem(
                value,
                "invalid_consent",
                "Not a consent",
                "Write a line for each: purpose,given,2024-05-01,how,note",
            )),
        },
        Some(Target::Groups) => {
            let names = match plan.google_lists {
                true => split::google(value.text),
                false => split::list(value.text),
            };
            draft.groups.extend(names.into_iter().map(str::to_owned));
        }
        Some(Target::Tags) => draft
            .tags
            .extend(split::list(value.text).into_iter().map(str::to_owned)),
        Some(Target::FurtherAddresses) => read_further(draft, value),
        Some(Target::PointLabels) => match point_labels::read(value.text) {
            Some(labels) => draft.point_labels.extend(labels),
            None => draft.problems.push(problem(
                value,
                "invalid_label",
                "Not a label",
                "Write a line for each: phone,+34612345679,Summer house",
            )),
        },
        Some(target @ (Target::StatusEmail | Target::StatusPhone)) => {
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
        Some(Target::DoNotContact) => draft.do_not_contact = says_yes(draft, value),
        Some(Target::Deceased) => draft.deceased = says_yes(draft, value),
        Some(Target::UsedFirst) => {
            let named = split::list(value.text).into_iter();
            draft.used_first = named.map(str::to_owned).collect();
        }
        Some(Target::Photo) => {
            let hint = "Only cards of an address book hold pictures";
            let problem = problem(value, "no_picture", "Not a picture", hint);
            draft.problems.push(problem);
        }
        Some(Target::Member(part)) => members::read(draft, value, *part),
        Some(Target::Created) => match time(value.text, value.column.order) {
            None => draft.problems.push(invalid_date(value)),
            at => draft.created = at,
        },
    }
}

fn read_further(draft: &mut Draft, value: &Value) {
    if let Some((nth, part)) = value.column.numbered {
        let word = value.label.as_deref().unwrap_or_default();
        let label = labels::address(AddressLabel::Physical, word);
        let (_, address) = draft
            .numbered
            .entry(nth, || (label, DraftAddress::default()));
        return address.insert(part, part_text(part, value.text).into_owned());
    }
    let Some(addresses) = further_addresses::read(value.text) else {
        return draft.problems.push(problem(
            value,
            "invalid_address",
            "Not a list of addresses",
            "Write a line for each: billing,street,line 2,city,region,postcode,country",
        ));
    };
    for (label, parts) in addresses {
        let mut address = DraftAddress::default();
        for (part, text) in parts {
            let country = (part == AddressPart::Country).then(|| country_code(&text));
            let text = country.flatten().map_or(text, str::to_owned);
            address.insert(part, text);
        }
        draft.further_addresses.push((label, address));
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

fn says_yes(draft: &mut Draft, value: &Value) -> bool {
    let yes = yes_no::parse(value.text);
    if yes.is_none() {
        let problem = problem(
            value,
            "invalid_yes_no",
            "Neither yes nor no",
            "Write yes or no",
        );
        draft.problems.push(problem);
    }
    yes == Some(true)
}

pub(super) fn problem(value: &Value, code: &str, reason: &str, hint: &str) -> Problem {
    Problem {
        code: code.to_owned(),
        position: Some(value.shown as u32 + 1),
        column: Some(value.column.header.clone()),
        value: Some(value.text.to_owned()),
        reason: reason.to_owned(),
        hint: hint.to_owned(),
    }
}

fn read_custom(plan: &Plan, draft: &mut Draft, value: &Value) {
    let Some(field) = &value.column.custom else {
        // A field still to be made is one of text.
        return add_custom(draft, value, value.text.to_owned());
    };
    let style = Style {
        // The kept form of a number, which Roster's own exports write, has no comma, unless the list was for an Excel that
        // expects one.
        decimal_comma: match plan.has_uid {
            true => value.text.contains(','),
            false => plan.decimal_comma && value.is_text,
        },
        dates: value.column.order,
    };
    match field.shape.read(value.whole, &style) {
        Ok(Some(kept)) => add_custom(draft, value, kept),
        Ok(None) => {}
        Err(misfit) => {
            let problem = problem(value, misfit.code, misfit.reason, &misfit.hint);
            draft.problems.push(problem);
        }
    }
}

/// A field has one value; of texts under one label several make one.
fn add_custom(draft: &mut Draft, value: &Value, kept: String) {
    let mut held = draft.custom.iter_mut();
    match held.find(|(position, _)| *position == value.position) {
        None => draft.custom.push((value.position, kept)),
        Some((_, held)) if *held == kept => {}
        Some((_, held)) if value.column.holds_text() => {
            held.push_str(", ");
            held.push_str(&kept);
        }
        Some(_) => draft.problems.push(problem(
            value,
            "another_value",
            "The field has a value already",
            "Keep one of them",
        )),
    }
}

fn read_date(draft: &mut Draft, value: &Value, code: &'static str) {
    if let Some(date) = date_of(draft, value) {
        draft.scalars.insert(code, date);
    }
}

pub(super) fn date_of(draft: &mut Draft, value: &Value) -> Option<String> {
    match date::parse(value.text, value.column.order) {
        Reading::Date(date) => return Some(date.to_string()),
        Reading::Empty => {}
        Reading::Invalid => draft.problems.push(invalid_date(value)),
    }
    None
}

pub(super) fn invalid_date(value: &Value) -> Problem {
    let hint = "Write it like 1990-12-31";
    problem(value, "invalid_date", "Not a date", hint)
}

fn read_scalar(draft: &mut Draft, value: &Value, scalar: &'static Scalar) {
    if scalar.kind == "list" {
        let kept = split::join(&split::list(value.text));
        return draft.scalars.insert(scalar.code, kept);
    }
    match read_choice(scalar.code, value.text) {
        None if scalar.kind == "long_text" => {
            draft.scalars.insert(scalar.code, value.whole.to_owned());
        }
        None => {
            let known = known_word(scalar.code, value.text);
            draft
                .scalars
                .insert(scalar.code, known.unwrap_or_else(|| value.text.to_owned()));
        }
        Some(Ok(choice)) => draft.scalars.insert(scalar.code, choice.to_owned()),
        Some(Err(names)) => draft.problems.push(problem(
            value,
            "unknown_option",
            "None of the choices",
            &format!("Write one of {names}"),
        )),
    }
}

/// The code of a stage or a language that is written by its name. What is none is kept as it is written.
pub(in crate::import) fn known_word(code: &str, text: &str) -> Option<String> {
    match code {
        "lifecycle" => lifecycle::code_of(text).map(str::to_owned),
        "language" => language::code_of(text),
        _ => None,
    }
}

fn read_tie(draft: &mut Draft, value: &Value, target: &Target) {
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

/// A time in UTC as exports write it, or a day.
pub(in crate::import) fn time(text: &str, order: Order) -> Option<String> {
    let plain = text.trim_end_matches('Z').replace(' ', "T");
    if let Ok(at) = NaiveDateTime::parse_from_str(&plain, "%Y-%m-%dT%H:%M:%S") {
        return Some(at.and_utc().to_rfc3339_opts(SecondsFormat::Secs, true));
    }
    match date::parse(text, order) {
        Reading::Date(date) if date.year.is_some() => Some(format!("{date}T00:00:00Z")),
        _ => None,
    }
}

fn read_point(plan: &Plan, draft: &mut Draft, value: &Value, field: &'static points::PointField) {
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

fn read_address(
    plan: &Plan,
    draft: &mut Draft,
    value: &Value,
    label: AddressLabel,
    part: AddressPart,
) {
    let label = match &value.label {
        Some(word) => labels::address(label, word),
        None => label,
    };
    if part == AddressPart::FullAddress {
        let country = value.country.or(plan.country.as_deref());
        let read = match plan.blank_addresses {
            true => parts::read_blank_address(value.column, value.whole),
            false => None,
        };
        let read = read.or_else(|| parts::read_address(value.column, value.text, country));
        if let Some(parts) = read {
            let address = draft.addresses.entry(label, Few::default);
            for (part, text) in parts {
                if address.get(part).is_none() {
                    address.insert(part, text);
                }
            }
            return;
        }
    }
    let text: Cow<str> = match part {
        AddressPart::Postcode => {
            let country = value.country.or(plan.country.as_deref());
            match postcode::repair(value.text, country) {
                Some(repaired) => {
                    draft.repaired.push("damaged_number");
                    repaired.into()
                }
                None => value.text.into(),
            }
        }
        part => part_text(part, value.text),
    };
    draft
        .addresses
        .entry(label, Few::default)
        .insert(part, text.into_owned());
}

/// A country by its code, if it is known; the others as they stand.
fn part_text(part: AddressPart, text: &str) -> Cow<'_, str> {
    match part {
        AddressPart::Country => country_code(text).unwrap_or(text).into(),
        _ => text.into(),
    }
}
