//! What a row of the file says of a contact: every cell understood, every trouble noted. Pure.

mod members;
mod parts;
mod read;

use std::borrow::Cow;
use std::sync::Arc;

use super::cells::Cells;
use super::few::Few;
use super::types::{Problem, Update};
use crate::contacts::Consent;
use crate::contacts::point_labels::PointLabel;
use crate::fields::{AddressLabel, AddressPart};
use crate::groups::folded;
use crate::organizations::OrganizationKind;
use crate::points::Kind;
use crate::values::name::{self, NameKey, NameParts};
pub(super) use members::{DraftAct, DraftMember, DraftPayer, DraftTerm, Joining};
pub(super) use read::{column_text, draft, known_word, time};

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
    /// Its column (0-based).
    pub column: u32,
}

impl DraftPoint {
    pub fn is_same(&self, other: &DraftPoint) -> bool {
        let valid = self.normalized.is_some() || other.normalized.is_some();
        self.kind == other.kind
            && match valid {
                true => self.normalized == other.normalized,
                false => self.value == other.value,
            }
    }

    /// Whether it is the one that a file names by this value.
    pub fn is_called(&self, value: &str) -> bool {
        self.normalized.as_deref() == Some(value) || self.value == value
    }
}

pub(super) type DraftAddress = Few<AddressPart, String>;

/// What a row says of the contact's place in an organization.
#[derive(Debug, Clone, Default)]
pub(super) struct DraftTie {
    /// Empty for the first one, whose name, title and department stand on the draft.
    pub organization: Option<String>,
    /// As what an organization is made that is not there yet.
    pub kind: Option<OrganizationKind>,
    pub title: Option<String>,
    pub department: Option<String>,
    pub role: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
}

impl DraftTie {
    fn fill(&mut self, other: DraftTie) {
        self.kind = self.kind.or(other.kind);
        self.title = self.title.take().or(other.title);
        self.department = self.department.take().or(other.department);
        self.role = self.role.take().or(other.role);
        self.from = self.from.take().or(other.from);
        self.to = self.to.take().or(other.to);
    }
}

/// A draft on its way from list to list: moving it whole would cost more than the memory of its own.
pub(super) type Drafted = Box<Draft>;

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
    /// Those behind the first of their label.
    pub further_addresses: Vec<(AddressLabel, DraftAddress)>,
    /// Those of numbered columns, until their place is known.
    numbered: Few<usize, (AddressLabel, DraftAddress)>,
    /// Labels that the row gives its points beside their columns.
    pub point_labels: Vec<PointLabel>,
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
    /// Those of several that are out.
    pub values_opted_out: Vec<String>,
    /// Since when and why they are out, where the row tells.
    pub out_since: Option<String>,
    pub out_reason: Option<String>,
    /// A picture, and the hash of its bytes.
    pub photo: Option<(String, Arc<Vec<u8>>)>,
    /// When the contact was made, as Roster's own exports say it: RFC 3339 in UTC.
    pub created: Option<String>,
    /// What the row says of a member: whoever has it is one.
    pub member: Option<Box<DraftMember>>,
    pub problems: Vec<Problem>,
    pub repaired: Vec<&'static str>,
    /// The parts of the name were one cell.
    pub name_split: bool,
    /// How many values the user chose to leave out.
    pub left_out: u32,
    /// The columns (0-based) that they were in.
    pub left_out_cells: Vec<u32>,
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

    /// Whether Roster wrote the row: a contact was there, and comes back as it stood.
    pub fn is_own(&self) -> bool {
        self.uid.is_some() && self.created.is_some()
    }

    /// A numbered address is the first of its label or a further one.
    fn place_numbered(&mut self) {
        for (_, (label, address)) in std::mem::take(&mut self.numbered) {
            match self.addresses.get(label) {
                None => self.addresses.insert(label, address),
                Some(_) => self.further_addresses.push((label, address)),
            }
        }
    }

    /// The first point of a kind is its primary one.
    fn order_points(&mut self) {
        let Self {
            points, used_first, ..
        } = self;
        if !used_first.is_empty() {
            points.sort_by_key(|point| !used_first.iter().any(|value| point.is_called(value)));
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

    /// Where the contact stays as it is, all values give way to what it holds.
    pub fn forgo_problems(&mut self) {
        self.problems.clear();
        self.left_out_cells.clear();
        self.left_out = 0;
    }

    /// Keeps a value that could not be used as a note on the contact, so that nothing is lost.
    pub fn note_problems(&mut self) {
        for problem in &self.problems {
            let line = problem.as_note();
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
    pub fn absorb(&mut self, mut other: Draft) {
        self.split_ties(&mut other);
        for (code, value) in other.scalars {
            match code {
                "notes" => add_line(self.scalars.entry(code, String::new), &value),
                _ => drop(self.scalars.entry(code, || value)),
            }
        }
        for point in other.points {
            if !self.points.iter().any(|p| p.is_same(&point)) {
                self.points.push(point);
            }
        }
        for (label, address) in std::mem::take(&mut other.addresses) {
            self.absorb_address(label, address);
        }
        for address in other.further_addresses {
            if !self.further_addresses.contains(&address) {
                self.further_addresses.push(address);
            }
        }
        self.values_opted_out.extend(other.values_opted_out);
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
        match (&mut self.member, other.member) {
            (Some(held), Some(given)) => held.absorb(*given),
            (None, given) => self.member = given,
            (Some(_), None) => {}
        }
        self.out_since = self.out_since.take().or(other.out_since);
        self.out_reason = self.out_reason.take().or(other.out_reason);
    }

    /// Another address of the same label is a further one, unless it only says more of the same.
    fn absorb_address(&mut self, label: AddressLabel, address: DraftAddress) {
        let held = self.addresses.entry(label, Few::default);
        let fits = |(part, text): (AddressPart, &String)| {
            held.get(part).is_none_or(|held| same_text(held, text))
        };
        if address.iter().all(fits) {
            for (part, text) in address {
                held.entry(part, || text);
            }
        } else if !self.further_addresses.contains(&(label, address.clone())) {
            self.further_addresses.push((label, address));
        }
    }

    /// Another organization than the first is one more.
    fn split_ties(&mut self, other: &mut Draft) {
        let is_another = match (&self.organization, &other.organization) {
            (Some(held), Some(given)) => !same_text(held, given),
            _ => false,
        };
        let Some(tie) = other.tie(0).filter(|_| is_another) else {
            return;
        };
        (other.organization, other.job_title, other.department) = (None, None, None);
        let others = std::mem::take(&mut other.ties).into_iter();
        let mut ties: Few<usize, DraftTie> = Few::default();
        for (nth, further) in others.filter(|(nth, _)| *nth > 0) {
            ties.insert(nth, further);
        }
        let free = ties.iter().map(|(nth, _)| nth + 1).max().unwrap_or(1);
        ties.insert(free, tie);
        other.ties = ties;
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

/// Two texts that mean the same, however they are spelled.
pub(super) fn same_text(a: &str, b: &str) -> bool {
    a == b || folded(a) == folded(b)
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
