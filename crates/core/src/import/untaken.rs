//! Which values of a row gave way to what the contact holds: all that is not found there once the row has changed it.

use super::draft::{Draft, DraftAddress, same_text};
use super::plan::{Plan, PlanColumn};
use crate::contacts::{Contact, Point, Scalar};
use crate::fields::{AddressLabel, Target};
use crate::values::split;

/// The columns (0-based) of the values that `held` doesn't have, each once.
pub(super) fn untaken(plan: &Plan, held: &Contact, row: &Draft) -> Vec<usize> {
    let mut found = Found {
        plan,
        positions: Vec::new(),
    };
    found.scalars(held, row);
    for point in &row.points {
        let is_it = |p: &Point| {
            p.kind == point.kind.name()
                && (p.value == point.value
                    || (p.normalized.is_some() && p.normalized == point.normalized))
        };
        if !held.points.iter().any(is_it) {
            found.add(point.column as usize);
        }
    }
    for (label, address) in row.addresses.iter() {
        found.address(held, row, label, address);
    }
    for (label, address) in &row.further_addresses {
        found.address(held, row, *label, address);
    }
    found.ties(held, row);
    for given in &row.consents {
        let mut consents = held.consents.iter();
        let is_held = consents.any(|c| c.purpose == given.purpose && c.state == given.state);
        found.unless(is_held, |c| c.target == Some(Target::Consents));
    }
    for (position, value) in &row.custom {
        let column = &plan.columns[*position];
        let key = column
            .custom
            .as_ref()
            .map_or(&column.header, |field| &field.code);
        if held.fields.get(key).and_then(|held| held.as_str()) != Some(value) {
            found.add(column.shown_at.unwrap_or(*position));
        }
    }
    if let Some((hash, _)) = &row.photo {
        let is_held = held.photo.as_ref() == Some(hash);
        found.unless(is_held, |c| c.target == Some(Target::Photo));
    }
    found.positions
}

struct Found<'a> {
    plan: &'a Plan,
    positions: Vec<usize>,
}

impl Found<'_> {
    fn add(&mut self, position: usize) {
        if !self.positions.contains(&position) {
            self.positions.push(position);
        }
    }

    /// Adds the first column of a kind that is not there yet.
    fn unless(&mut self, is_held: bool, is_it: impl Fn(&PlanColumn) -> bool) {
        if is_held {
            return;
        }
        let mut columns = self.plan.columns.iter().enumerate();
        let first = columns.find(|(i, column)| is_it(column) && !self.positions.contains(i));
        self.positions.extend(first.map(|(i, _)| i));
    }

    fn scalars(&mut self, held: &Contact, row: &Draft) {
        for (code, given) in row.scalars.iter() {
            let known = held.scalar(code);
            let is_list = Scalar::by_code(code).is_some_and(|scalar| scalar.kind == "list");
            let is_held = match known.as_deref() {
                Some(known) if is_list => {
                    let known = split::list(known);
                    let mut given = split::list(given).into_iter();
                    given.all(|given| known.iter().any(|known| same_text(known, given)))
                }
                Some(known) => {
                    known == given
                        || (code == "notes" && given.lines().all(|line| known.contains(line)))
                }
                // A name in one piece says nothing that its parts don't.
                None => code == "full_name" && same_text(&held.name, given),
            };
            if is_held {
                continue;
            }
            let of = |wanted: &'static str| {
                move |c: &PlanColumn| {
                    matches!(&c.target, Some(Target::Scalar(s)) if s.code == wanted) && !c.is_joined
                }
            };
            let has_column = self.plan.columns.iter().any(of(code));
            let code = if has_column { code } else { "full_name" };
            if let Some(position) = self.plan.columns.iter().position(of(code)) {
                self.add(position);
            }
        }
    }

    /// The parts of an address that none of the contact's has together.
    fn address(
        &mut self,
        held: &Contact,
        row: &Draft,
        label: AddressLabel,
        address: &DraftAddress,
    ) {
        let mut of_label = held.addresses.iter().filter(|a| a.label == label.name());
        let says_it = |a: &crate::contacts::Address| {
            let same = |given: &str, known: Option<&str>| {
                known.is_some_and(|known| same_text(known, given))
            };
            address
                .iter()
                .all(|(part, given)| same(given, a.part(part.code())))
        };
        if of_label.any(says_it) {
            return;
        }
        for (i, column) in self.plan.columns.iter().enumerate() {
            let is_of = match (&column.target, column.numbered) {
                (Some(Target::FurtherAddresses), None) => !row.further_addresses.is_empty(),
                (Some(Target::FurtherAddresses), Some((_, part))) => {
                    let text = row.cells.text_at(i).unwrap_or_default();
                    address
                        .get(part)
                        .is_some_and(|given| same_text(given, text.trim()))
                }
                (Some(Target::Address(own, _)), _) => *own == label || column.labelled_by.is_some(),
                _ => false,
            };
            if is_of {
                self.add(i);
            }
        }
    }

    fn ties(&mut self, held: &Contact, row: &Draft) {
        let places = std::iter::once(0).chain(row.further_ties());
        for nth in places {
            let tie = row.tie(nth);
            let name = tie.as_ref().and_then(|tie| tie.organization.as_deref());
            let known = match name {
                Some(name) => held.organizations.iter().find(|o| same_text(&o.name, name)),
                None => held.organizations.iter().find(|o| o.primary),
            };
            let is_it = |target: Target| {
                move |c: &PlanColumn| c.target == Some(target.clone()) && c.nth == nth
            };
            self.unless(
                name.is_none() || known.is_some(),
                is_it(Target::Organization),
            );
            let given = match (tie, nth) {
                (Some(tie), _) => [tie.title, tie.department, tie.role, tie.from, tie.to],
                (None, 0) => [
                    row.job_title.clone(),
                    row.department.clone(),
                    None,
                    None,
                    None,
                ],
                (None, _) => continue,
            };
            let own = || {
                [
                    held.job_title.clone(),
                    held.department.clone(),
                    None,
                    None,
                    None,
                ]
            };
            let known = known.map_or_else(own, |o| {
                [
                    o.title.clone(),
                    o.department.clone(),
                    o.role.clone(),
                    o.from.clone(),
                    o.to.clone(),
                ]
            });
            let targets = [
                Target::JobTitle,
                Target::Department,
                Target::Role,
                Target::From,
                Target::To,
            ];
            for ((given, known), target) in given.into_iter().zip(known).zip(targets) {
                self.unless(given.is_none() || given == known, is_it(target));
            }
        }
    }
}
