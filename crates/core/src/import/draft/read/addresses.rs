//! Addresses: their parts, whole ones, and those behind the first of their label.

use std::borrow::Cow;
use std::cell::RefCell;

use roster_formats::Row;
use rustc_hash::FxHashMap;

use super::super::{Draft, DraftAddress, parts, same_text};
use super::{Value, problem, problem_of};
use crate::contacts::further_addresses;
use crate::fields::{AddressLabel, AddressPart, Target};
use crate::import::few::Few;
use crate::import::labels;
use crate::import::plan::Plan;
use crate::values::{country, postcode};

/// The country that the row itself names, for its phones and postcodes.
pub(super) fn row_country(plan: &Plan, row: &Row) -> Option<&'static str> {
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

pub(super) fn read_address(
    plan: &Plan,
    draft: &mut Draft,
    value: &Value,
    label: AddressLabel,
    part: AddressPart,
) {
    let label = labelled(plan, draft, value, label);
    if part == AddressPart::FullAddress
        && let Some(parts) = taken_apart(plan, value)
    {
        return add_parts(draft, value, label, parts);
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
    add_parts(draft, value, label, [(part, text.into_owned())]);
}

/// The label of the column, or the one that the row itself names beside it. A word that no address is labelled with is
/// kept as a note.
fn labelled(
    plan: &Plan,
    draft: &mut Draft,
    value: &Value,
    of_column: AddressLabel,
) -> AddressLabel {
    let (Some(word), Some(at)) = (&value.label, value.column.labelled_by) else {
        return of_column;
    };
    labels::address(of_column, word).unwrap_or_else(|| {
        let unknown = problem_of(
            (at, &plan.columns[at].header, word.trim()),
            "unknown_label",
            "No label that addresses have",
            "Write physical, work, home, mailing, billing or other",
        );
        if !draft
            .problems
            .iter()
            .any(|p| p.position == unknown.position)
        {
            draft.problems.push(unknown);
        }
        of_column
    })
}

fn taken_apart(plan: &Plan, value: &Value) -> Option<DraftAddress> {
    let blank = plan
        .blank_addresses
        .then(|| parts::read_blank_address(value.column, value.whole));
    let country = value.country.or(plan.country.as_deref());
    blank
        .flatten()
        .or_else(|| parts::read_address(value.column, value.text, country))
}

/// What another cell of the row has said already stands.
fn add_parts(
    draft: &mut Draft,
    value: &Value,
    label: AddressLabel,
    parts: impl IntoIterator<Item = (AddressPart, String)>,
) {
    let address = draft.addresses.entry(label, Few::default);
    let mut is_another = false;
    for (part, text) in parts {
        match address.get(part) {
            None => address.insert(part, text),
            Some(held) => is_another |= !same_text(held, &text),
        }
    }
    if is_another {
        let hint = "Keep one of them";
        let reason = "The address says something else already";
        draft
            .problems
            .push(problem(value, "another_value", reason, hint));
    }
}

pub(super) fn read_further(plan: &Plan, draft: &mut Draft, value: &Value) {
    if let Some((nth, part)) = value.column.numbered {
        let label = labelled(plan, draft, value, AddressLabel::Physical);
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

/// A country by its code, if it is known; the others as they stand.
fn part_text(part: AddressPart, text: &str) -> Cow<'_, str> {
    match part {
        AddressPart::Country => country_code(text).unwrap_or(text).into(),
        _ => text.into(),
    }
}
