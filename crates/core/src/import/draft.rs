//! A row of the file as the contact it could become: every cell understood, every trouble noted. Pure.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use chrono::{NaiveDateTime, SecondsFormat};
use roster_formats::{Cell, Row};
use rustc_hash::FxHashMap;

use super::cells::Cells;
use super::few::Few;
use super::labels;
use super::plan::{Plan, PlanColumn};
use super::types::{Problem, Update};
use crate::contacts::{Consent, Scalar, consents, photo, read_choice};
use crate::fields::{AddressLabel, AddressPart, Target};
use crate::guess;
use crate::points::{self, Kind};
use crate::values::custom::Style;
use crate::values::date::{self, Order, Reading};
use crate::values::name::{self, NameKey, NameParts};
use crate::values::{country, postcode, split, yes_no};

/// A point that a row gives.
#[derive(Debug, Clone)]
pub(super) struct DraftPoint {
    pub kind: Kind,
    pub label: Option<Cow<'static, str>>,
    pub value: String,
    pub normalized: Option<String>,
    pub key: Option<i64>,
    /// The policy of its column.
    pub update: Update,
}

pub(super) type DraftAddress = Few<AddressPart, String>;

/// What a row says of the contact's place in an organization.
#[derive(Debug, Clone, Default)]
pub(super) struct DraftTie {
    /// Empty for the first one, whose name, title and department stand on the draft.
    pub organization: Option<String>,
    pub title: Option<String>,
    pub department: Option<String>,
    pub role: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
}

impl DraftTie {
    fn fill(&mut self, other: DraftTie) {
        self.title = self.title.take().or(other.title);
        self.department = self.department.take().or(other.department);
        self.role = self.role.take().or(other.role);
        self.from = self.from.take().or(other.from);
        self.to = self.to.take().or(other.to);
    }
}

/// What a row says.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub row: u32,
    pub cells: Cells,
    pub uid: Option<String>,
    /// By code of the scalar field.
    pub scalars: Few<&'static str, String>,
    pub points: Vec<DraftPoint>,
    pub addresses: Few<AddressLabel, DraftAddress>,
    pub organization: Option<String>,
    pub job_title: Option<String>,
    pub department: Option<String>,
    /// What else the row says of the first organization, and its others, by their place.
    pub ties: Few<usize, DraftTie>,
    pub consents: Vec<Consent>,
    /// Values of points and labels of addresses that are primary.
    pub used_first: Vec<String>,
    pub groups: Vec<String>,
    pub tags: Vec<String>,
    pub do_not_contact: bool,
    pub deceased: bool,
    /// By position of the column.
    pub custom: Vec<(usize, String)>,
    pub emails_opted_out: bool,
    pub phones_opted_out: bool,
    /// Since when and why they are out, where the row tells.
    pub out_since: Option<String>,
    pub out_reason: Option<String>,
    /// A picture, and the hash of its bytes.
    pub photo: Option<(String, Arc<Vec<u8>>)>,
    /// When the contact was made, as Roster's own exports say it: RFC 3339 in UTC.
    pub created: Option<String>,
    pub problems: Vec<Problem>,
    pub repaired: Vec<&'static str>,
}

impl Draft {
    /// The whole tie at a place, where the row names its organization.
    pub fn tie(&self, nth: usize) -> Option<DraftTie> {
        let mut tie = self.ties.get(nth).cloned().unwrap_or_default();
        if nth == 0 {
            tie.organization.clone_from(&self.organization);
            tie.title.clone_from(&self.job_title);
            tie.department.clone_from(&self.department);
        }
        tie.organization.is_some().then_some(tie)
    }

    /// The first point of a kind is its primary one.
    fn order_points(&mut self) {
        let Self {
            points, used_first, ..
        } = self;
        if !used_first.is_empty() {
            let is_first = |p: &DraftPoint| {
                let named = p.normalized.as_ref().unwrap_or(&p.value);
                used_first.contains(named) || used_first.contains(&p.value)
            };
            points.sort_by_key(|point| !is_first(point));
        }
    }

    /// The label of the primary address.
    pub fn primary_address(&self) -> Option<AddressLabel> {
        let mut labels = self.addresses.iter().map(|(label, _)| label);
        let first = labels.clone().next();
        labels
            .find(|label| self.used_first.iter().any(|named| named == label.name()))
            .or(first)
    }

    /// The places of the ties behind the first.
    pub fn further_ties(&self) -> Vec<usize> {
        let places = self.ties.iter().map(|(nth, _)| nth);
        places.filter(|nth| *nth > 0).collect()
    }

    /// Whether anybody can be reached by it (R7).
    pub fn is_reachable(&self) -> bool {
        self.points
            .iter()
            .any(|p| p.kind.is_subscribable() && p.normalized.is_some())
    }

    pub fn name_parts(&self) -> NameParts<'_> {
        let part = |code: &'static str| self.scalars.get(code).map(String::as_str);
        NameParts {
            prefix: part("prefix"),
            first: part("first_name"),
            middle: part("middle_name"),
            last: part("last_name"),
            suffix: part("suffix"),
            nickname: part("nickname"),
            full: part("full_name"),
        }
    }

    pub fn name_key(&self) -> NameKey {
        name::key(&self.name_parts())
    }

    /// The name to show: by its parts, else the company, else the first point (R1).
    pub fn display_name(&self) -> String {
        name::display(&self.name_parts())
            .or_else(|| self.organization.clone())
            .or_else(|| self.points.first().map(|p| p.value.clone()))
            .unwrap_or_default()
    }

    /// Keeps a value that could not be used as a note on the contact, so that nothing is lost.
    pub fn note_problems(&mut self) {
        for problem in &self.problems {
            let column = problem.column.as_deref().unwrap_or_default();
            let line = format!(
                "{column}: {} ({})",
                problem.value.as_deref().unwrap_or_default(),
                problem.reason
            );
            let notes = self.scalars.entry("notes", String::new);
            if !notes.contains(&line) {
                if !notes.is_empty() {
                    notes.push('\n');
                }
                notes.push_str(&line);
            }
        }
    }

    /// Takes what another row of the same contact says and this one doesn't.
    pub fn absorb(&mut self, other: Draft) {
        for (code, value) in other.scalars {
            match code {
                "notes" => add_line(self.scalars.entry(code, String::new), &value),
                _ => drop(self.scalars.entry(code, || value)),
            }
        }
        for point in other.points {
            let known = self
                .points
                .iter()
                .any(|p| p.kind == point.kind && p.normalized == point.normalized);
            if !known {
                self.points.push(point);
            }
        }
        for (label, address) in other.addresses {
            self.addresses.entry(label, || address);
        }
        self.organization = self.organization.take().or(other.organization);
        self.job_title = self.job_title.take().or(other.job_title);
        self.department = self.department.take().or(other.department);
        self.absorb_ties(other.ties);
        for consent in other.consents {
            if self
                .consents
                .iter()
                .all(|held| held.purpose != consent.purpose)
            {
                self.consents.push(consent);
            }
        }
        self.groups.extend(other.groups);
        self.tags.extend(other.tags);
        self.do_not_contact |= other.do_not_contact;
        self.deceased |= other.deceased;
        for (position, value) in other.custom {
            if self.custom.iter().all(|(known, _)| *known != position) {
                self.custom.push((position, value));
            }
        }
        self.emails_opted_out |= other.emails_opted_out;
        self.phones_opted_out |= other.phones_opted_out;
        self.photo = self.photo.take().or(other.photo);
        self.out_since = self.out_since.take().or(other.out_since);
        self.out_reason = self.out_reason.take().or(other.out_reason);
    }

    fn absorb_ties(&mut self, others: Few<usize, DraftTie>) {
        for (nth, tie) in others {
            let held = || self.ties.iter();
            let known = held()
                .find(|(place, held)| *place > 0 && held.organization == tie.organization)
                .map(|(place, _)| place);
            let free = held().map(|(place, _)| place + 1).max().unwrap_or(1);
            match (nth, known) {
                (0, _) => self.ties.entry(0, DraftTie::default).fill(tie),
                (_, Some(known)) => self.ties.entry(known, DraftTie::default).fill(tie),
                (_, None) => self.ties.insert(free, tie),
            }
        }
    }
}

/// Adds a line to notes, once.
pub(super) fn add_line(notes: &mut String, line: &str) {
    if !notes.contains(line) {
        if !notes.is_empty() {
            notes.push('\n');
        }
        notes.push_str(line);
    }
}

/// Understands a row.
pub(super) fn draft(plan: &Plan, row: Row) -> Draft {
    let mut draft = Draft {
        row: row.number,
        points: Vec::with_capacity(4),
        ..Draft::default()
    };
    let country = row_country(plan, &row);
    for (i, column) in plan.columns.iter().enumerate() {
        let cell = row.cell(i);
        if cell.is_empty() || (column.target.is_none() && column.new_field.is_none()) {
            continue;
        }
        let text = cell.to_text();
        if let (Some(Target::Photo), Cell::Picture(bytes)) = (&column.target, cell) {
            draft.photo = Some((photo::hash(bytes), bytes.clone()));
            continue;
        }
        let value = Value {
            position: i,
            column,
            text: text.trim(),
            is_text: matches!(cell, Cell::Text(_)),
            country,
            label: column.labelled_by.map(|label| row.cell(label).to_text()),
        };
        read_cell(plan, &mut draft, &value);
    }
    if let Some(everyone) = &plan.everyone_out {
        draft.emails_opted_out = true;
        (draft.out_since, draft.out_reason) = everyone.case(&row);
    }
    draft.order_points();
    draft.cells = Cells::of(&row.cells);
    draft
}

/// One cell on its way into the draft.
struct Value<'a> {
    position: usize,
    column: &'a PlanColumn,
    text: &'a str,
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
        Some(Target::Consents) => match consents::read(value.text) {
            Some(read) => draft.consents.extend(read),
            None => draft.problems.push(problem(
                value,
                "invalid_consent",
                "Not a consent",
                "Write a line for each: purpose,given,2024-05-01,how,note",
            )),
        },
        Some(Target::Groups) => draft
            .groups
            .extend(split::list(value.text).into_iter().map(str::to_owned)),
        Some(Target::Tags) => draft
            .tags
            .extend(split::list(value.text).into_iter().map(str::to_owned)),
        Some(Target::StatusEmail) => draft.emails_opted_out |= says_opted_out(value),
        Some(Target::StatusPhone) => draft.phones_opted_out |= says_opted_out(value),
        Some(Target::DoNotContact) => {
            draft.do_not_contact = yes_no::parse(value.text) == Some(true)
        }
        Some(Target::Deceased) => draft.deceased = yes_no::parse(value.text) == Some(true),
        Some(Target::UsedFirst) => {
            let named = split::list(value.text).into_iter();
            draft.used_first = named.map(str::to_owned).collect();
        }
        Some(Target::Photo) => {
            let hint = "Only cards of an address book hold pictures";
            let problem = problem(value, "no_picture", "Not a picture", hint);
            draft.problems.push(problem);
        }
        Some(Target::Created) => draft.created = time(value.text, value.column.order),
    }
}

/// A state of a subscription by its own word ("unsubscribed"), or yes and no by what the header asks ("Email opt out").
fn says_opted_out(value: &Value) -> bool {
    yes_no::opted_out(value.text).unwrap_or_else(|| {
        let yes_means_out = guess::yes_means_opted_out(&value.column.header);
        yes_means_out.is_some() && yes_no::parse(value.text) == yes_means_out
    })
}

fn problem(value: &Value, code: &str, reason: &str, hint: &str) -> Problem {
    Problem {
        code: code.to_owned(),
        position: Some(value.position as u32 + 1),
        column: Some(value.column.header.clone()),
        value: Some(value.text.to_owned()),
        reason: reason.to_owned(),
        hint: hint.to_owned(),
    }
}

fn read_custom(plan: &Plan, draft: &mut Draft, value: &Value) {
    let Some(field) = &value.column.custom else {
        // A field still to be made is one of text.
        return draft.custom.push((value.position, value.text.to_owned()));
    };
    let style = Style {
        decimal_comma: plan.decimal_comma && value.is_text,
        dates: value.column.order,
    };
    match field.shape.read(value.text, &style) {
        Ok(Some(kept)) => draft.custom.push((value.position, kept)),
        Ok(None) => {}
        Err(misfit) => {
            let problem = problem(value, misfit.code, misfit.reason, &misfit.hint);
            draft.problems.push(problem);
        }
    }
}

fn read_date(draft: &mut Draft, value: &Value, code: &'static str) {
    if let Some(date) = date_of(draft, value) {
        draft.scalars.insert(code, date);
    }
}

fn date_of(draft: &mut Draft, value: &Value) -> Option<String> {
    match date::parse(value.text, value.column.order) {
        Reading::Date(date) => return Some(date.to_string()),
        Reading::Empty => {}
        Reading::Invalid => draft.problems.push(problem(
            value,
            "invalid_date",
            "Not a date",
            "Write it like 1990-12-31",
        )),
    }
    None
}

fn read_scalar(draft: &mut Draft, value: &Value, scalar: &'static Scalar) {
    if scalar.kind == "list" {
        let kept = split::join(&split::list(value.text));
        return draft.scalars.insert(scalar.code, kept);
    }
    match read_choice(scalar.code, value.text) {
        None => draft.scalars.insert(scalar.code, value.text.to_owned()),
        Some(Ok(choice)) => draft.scalars.insert(scalar.code, choice.to_owned()),
        Some(Err(names)) => draft.problems.push(problem(
            value,
            "unknown_option",
            "None of the choices",
            &format!("Write one of {names}"),
        )),
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
pub(super) fn time(text: &str, order: Order) -> Option<String> {
    let plain = text.trim_end_matches('Z').replace(' ', "T");
    if let Ok(at) = NaiveDateTime::parse_from_str(&plain, "%Y-%m-%dT%H:%M:%S") {
        return Some(at.and_utc().to_rfc3339_opts(SecondsFormat::Secs, true));
    }
    match date::parse(text, order) {
        Reading::Date(date) if date.year.is_some() => Some(format!("{date}T00:00:00Z")),
        _ => None,
    }
}

/// Several values in one cell that plainly are several: one on each line, or Google's ` ::: `.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .flat_map(|line| line.split(" ::: "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn read_point(plan: &Plan, draft: &mut Draft, value: &Value, field: &'static points::PointField) {
    let (kind, label) = match &value.label {
        Some(word) => labels::point(field, word),
        None => (field.kind, field.label.map(Cow::Borrowed)),
    };
    for part in parts(value.text) {
        let reading = points::read(kind, part, value.country, plan.country.as_deref());
        if reading.repair.is_some() {
            draft.repaired.push("damaged_number");
        }
        if let Some(trouble) = reading.trouble {
            draft
                .problems
                .push(problem(value, trouble.code, trouble.reason, trouble.hint));
            continue;
        }
        let normalized = reading.normalized;
        let known = draft
            .points
            .iter()
            .any(|p| p.kind == kind && p.normalized == normalized);
        if !known {
            let key = normalized.as_deref().map(|n| points::match_key(kind, n));
            draft.points.push(DraftPoint {
                kind,
                label: label.clone(),
                value: reading.value,
                normalized,
                key,
                update: value.column.update,
            });
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
    let text: Cow<str> = match part {
        AddressPart::Country => country_code(value.text).unwrap_or(value.text).into(),
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
        _ => value.text.into(),
    };
    draft
        .addresses
        .entry(label, Few::default)
        .insert(part, text.into_owned());
}
