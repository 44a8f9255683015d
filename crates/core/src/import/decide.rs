//! What a row changes on a contact that is there already, by the update policy of each column (I8).
//!
//! The contact in memory is changed along with the decision, so that a second row for the same contact is judged by
//! what the first has made of it. Empty cells never erase: a draft holds no empty values.

use crate::contacts::{Address, Affiliation, Contact, Point, PointStatus, Scalar};
use crate::fields::{AddressLabel, AddressPart, Target};
use crate::groups::folded;
use crate::points::Kind;

use super::draft::{Draft, DraftAddress, DraftPoint, add_line};
use super::plan::Plan;
use super::types::Update;

/// One thing that changes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    /// A column of the contact.
    Column {
        code: &'static str,
        value: String,
    },
    Flag {
        code: &'static str,
    },
    AddPoint {
        at: usize,
        primary: bool,
    },
    ReplacePoint {
        id: i64,
        at: usize,
    },
    AddAddress {
        label: AddressLabel,
        primary: bool,
    },
    AddressPart {
        id: i64,
        part: AddressPart,
        value: String,
    },
    /// A new tie; `replace` moves the primary one.
    Affiliate {
        replace: Option<i64>,
        primary: bool,
    },
    AffiliationColumn {
        id: i64,
        column: &'static str,
        value: String,
    },
    Group(String),
    Tag(String),
    Custom {
        position: usize,
        value: String,
    },
}

/// Marks rows of the contact in memory that have no id yet.
const NEW: i64 = 0;

/// How far a row may change what a contact holds.
pub(super) struct Policy<'a> {
    pub plan: &'a Plan,
    /// Instead of the columns' own policies: a row that repeats an earlier one of its file only ever adds.
    pub instead: Option<Update>,
}

impl Policy<'_> {
    fn of(&self, target: impl Fn(&Target) -> bool) -> Update {
        self.instead.unwrap_or_else(|| self.plan.update_of(target))
    }
}

/// The steps that make `contact` what the row says, as far as the policies let it.
pub(super) fn decide(policy: &Policy, contact: &mut Contact, draft: &Draft) -> Vec<Step> {
    let mut steps = Vec::new();
    scalars(policy, contact, draft, &mut steps);
    flags(contact, draft, &mut steps);
    for (at, point) in draft.points.iter().enumerate() {
        let update = policy.of(
            |t| matches!(t, Target::Point(f) if f.kind == point.kind && f.label == point.label),
        );
        steps.extend(decide_point(contact, point, at, update));
    }
    for (label, address) in &draft.addresses {
        let update = policy.of(|t| matches!(t, Target::Address(l, _) if l == label));
        decide_address(contact, *label, address, update, &mut steps);
    }
    affiliation(policy, contact, draft, &mut steps);
    names(&mut contact.groups, &draft.groups, Step::Group, &mut steps);
    names(&mut contact.tags, &draft.tags, Step::Tag, &mut steps);
    custom(policy, contact, draft, &mut steps);
    steps
}

/// The field of a contact that holds a scalar.
pub(super) fn slot<'a>(contact: &'a mut Contact, code: &str) -> Option<&'a mut Option<String>> {
    Some(match code {
        "prefix" => &mut contact.prefix,
        "first_name" => &mut contact.first_name,
        "middle_name" => &mut contact.middle_name,
        "last_name" => &mut contact.last_name,
        "suffix" => &mut contact.suffix,
        "nickname" => &mut contact.nickname,
        "full_name" => &mut contact.full_name,
        "birthday" => &mut contact.birthday,
        "time_zone" => &mut contact.time_zone,
        "language" => &mut contact.language,
        "lifecycle" => &mut contact.lifecycle,
        "notes" => &mut contact.notes,
        "source" => &mut contact.source,
        _ => return None,
    })
}

fn scalars(policy: &Policy, contact: &mut Contact, draft: &Draft, steps: &mut Vec<Step>) {
    let has_parts = contact.first_name.is_some() || contact.last_name.is_some();
    for scalar in Scalar::all() {
        let Some(value) = draft.scalars.get(scalar.code) else {
            continue;
        };
        // A name in one piece says nothing new where its parts are known.
        if scalar.code == "full_name" && has_parts {
            continue;
        }
        let update = policy.of(|t| *t == Target::Scalar(scalar));
        let Some(slot) = slot(contact, scalar.code) else {
            continue;
        };
        if let Some(new) = merged(scalar, slot.as_deref(), value, update) {
            *slot = Some(new.clone());
            steps.push(Step::Column {
                code: scalar.code,
                value: new,
            });
        }
    }
}

fn merged(scalar: &Scalar, old: Option<&str>, new: &str, update: Update) -> Option<String> {
    match (old, update) {
        (None, _) => Some(new.to_owned()),
        (Some(old), Update::Replace) => (old != new).then(|| new.to_owned()),
        (Some(old), Update::Add) if scalar.code == "notes" => {
            let mut notes = old.to_owned();
            add_line(&mut notes, new);
            (notes != old).then_some(notes)
        }
        (Some(_), Update::Fill | Update::Add) => None,
    }
}

fn flags(contact: &mut Contact, draft: &Draft, steps: &mut Vec<Step>) {
    let flags = [
        (
            "do_not_contact",
            &mut contact.do_not_contact,
            draft.do_not_contact,
        ),
        ("deceased", &mut contact.deceased, draft.deceased),
    ];
    for (code, held, given) in flags {
        // Only ever raised by a file: a cell that says no is no reason to write to somebody again.
        if given && !*held {
            *held = true;
            steps.push(Step::Flag { code });
        }
    }
}

fn decide_point(
    contact: &mut Contact,
    point: &DraftPoint,
    at: usize,
    update: Update,
) -> Option<Step> {
    let kind = point.kind.name();
    let mut of_kind = contact.points.iter().filter(|p| p.kind == kind);
    if of_kind.any(|p| p.normalized == point.normalized) {
        return None;
    }
    let same_label = |p: &Point| p.kind == kind && p.label.as_deref() == point.label;
    let slot_is_taken = contact
        .points
        .iter()
        .any(|p| p.kind == kind && (point.label.is_none() || p.label.as_deref() == point.label));
    if update == Update::Replace
        && let Some(old) = contact.points.iter_mut().find(|p| same_label(p))
    {
        old.value.clone_from(&point.value);
        old.normalized.clone_from(&point.normalized);
        return (old.id != NEW).then_some(Step::ReplacePoint { id: old.id, at });
    }
    if update == Update::Fill && slot_is_taken {
        return None;
    }
    let primary = !contact.points.iter().any(|p| p.kind == kind && p.primary);
    contact.points.push(new_point(point, primary));
    Some(Step::AddPoint { at, primary })
}

fn new_point(point: &DraftPoint, primary: bool) -> Point {
    Point {
        id: NEW,
        kind: point.kind.name().to_owned(),
        label: point.label.map(str::to_owned),
        value: point.value.clone(),
        normalized: point.normalized.clone(),
        status: PointStatus::Active,
        primary,
        source: None,
    }
}

fn part_of(address: &mut Address, part: AddressPart) -> &mut Option<String> {
    match part {
        AddressPart::Street => &mut address.street,
        AddressPart::Street2 => &mut address.street2,
        AddressPart::City => &mut address.city,
        AddressPart::Region => &mut address.region,
        AddressPart::Postcode => &mut address.postcode,
        AddressPart::Country => &mut address.country,
        AddressPart::FullAddress => &mut address.full_address,
    }
}

/// Two texts that mean the same place.
fn same(a: &str, b: &str) -> bool {
    a == b || folded(a) == folded(b)
}

fn agrees(address: &Address, draft: &DraftAddress) -> bool {
    let mut known = address.clone();
    draft.iter().all(|(part, value)| {
        part_of(&mut known, *part)
            .as_deref()
            .is_none_or(|held| same(held, value))
    })
}

/// Parts are never mixed into another place: blanks are filled only where all that both know agrees.
fn decide_address(
    contact: &mut Contact,
    label: AddressLabel,
    draft: &DraftAddress,
    update: Update,
    steps: &mut Vec<Step>,
) {
    let mut of_label: Vec<&mut Address> = contact
        .addresses
        .iter_mut()
        .filter(|a| a.label == label.name())
        .collect();
    let is_taken = !of_label.is_empty();
    if let Some(address) = of_label.iter_mut().find(|a| agrees(a, draft)) {
        set_parts(address, draft, steps);
        return;
    }
    match (of_label.into_iter().next(), update) {
        (Some(address), Update::Replace) => set_parts(address, draft, steps),
        (_, Update::Fill) if is_taken => {}
        _ => {
            let primary = !contact.addresses.iter().any(|a| a.primary);
            contact.addresses.push(new_address(label, draft, primary));
            steps.push(Step::AddAddress { label, primary });
        }
    }
}

fn set_parts(address: &mut Address, draft: &DraftAddress, steps: &mut Vec<Step>) {
    let id = address.id;
    for (part, value) in draft {
        let held = part_of(address, *part);
        if held.as_deref().is_none_or(|held| !same(held, value)) {
            *held = Some(value.clone());
            if id != NEW {
                steps.push(Step::AddressPart {
                    id,
                    part: *part,
                    value: value.clone(),
                });
            }
        }
    }
}

fn new_address(label: AddressLabel, draft: &DraftAddress, primary: bool) -> Address {
    let part = |part: AddressPart| draft.get(&part).cloned();
    Address {
        id: NEW,
        label: label.name().to_owned(),
        street: part(AddressPart::Street),
        street2: part(AddressPart::Street2),
        city: part(AddressPart::City),
        region: part(AddressPart::Region),
        postcode: part(AddressPart::Postcode),
        country: part(AddressPart::Country),
        full_address: part(AddressPart::FullAddress),
        primary,
    }
}

fn affiliation(policy: &Policy, contact: &mut Contact, draft: &Draft, steps: &mut Vec<Step>) {
    let Some(name) = &draft.organization else {
        return titles_without_organization(policy, contact, draft, steps);
    };
    let known = contact
        .organizations
        .iter()
        .position(|o| same(&o.name, name));
    let index = match known {
        Some(index) => index,
        None => {
            let update = policy.of(|t| *t == Target::Organization);
            let primary = contact.organizations.iter().position(|o| o.primary);
            let replace = match (update, primary) {
                (_, None) => None,
                (Update::Replace, Some(at)) => Some(contact.organizations[at].affiliation_id),
                (Update::Add, Some(_)) => None,
                (Update::Fill, Some(_)) => return,
            };
            let tie = Affiliation {
                id: NEW,
                affiliation_id: replace.unwrap_or(NEW),
                kind: "account".into(),
                name: name.clone(),
                role: None,
                title: draft.job_title.clone(),
                department: draft.department.clone(),
                primary: primary.is_none() || replace.is_some(),
            };
            steps.push(Step::Affiliate {
                replace,
                primary: tie.primary,
            });
            match (replace, primary) {
                (Some(_), Some(at)) => contact.organizations[at] = tie,
                _ => contact.organizations.push(tie),
            }
            return;
        }
    };
    let tie = &mut contact.organizations[index];
    let id = tie.affiliation_id;
    let columns = [
        ("title", &mut tie.title, &draft.job_title, Target::JobTitle),
        (
            "department",
            &mut tie.department,
            &draft.department,
            Target::Department,
        ),
    ];
    for (column, held, given, target) in columns {
        let Some(given) = given else { continue };
        let replaces = policy.of(|t| *t == target) == Update::Replace;
        if held.is_none() || (replaces && held.as_ref() != Some(given)) {
            *held = Some(given.clone());
            if id != NEW {
                steps.push(Step::AffiliationColumn {
                    id,
                    column,
                    value: given.clone(),
                });
            }
        }
    }
}

/// Job title and department of a row that names no organization: on the primary tie, else on the contact.
fn titles_without_organization(
    policy: &Policy,
    contact: &mut Contact,
    draft: &Draft,
    steps: &mut Vec<Step>,
) {
    let columns = [
        ("title", "job_title", &draft.job_title, Target::JobTitle),
        (
            "department",
            "department",
            &draft.department,
            Target::Department,
        ),
    ];
    for (column, code, given, target) in columns {
        let Some(given) = given else { continue };
        let replaces = policy.of(|t| *t == target) == Update::Replace;
        let tie = contact.organizations.iter_mut().find(|o| o.primary);
        let (id, held) = match (tie, code) {
            (Some(tie), "job_title") => (Some(tie.affiliation_id), &mut tie.title),
            (Some(tie), _) => (Some(tie.affiliation_id), &mut tie.department),
            (None, "job_title") => (None, &mut contact.job_title),
            (None, _) => (None, &mut contact.department),
        };
        if held.is_some() && !(replaces && held.as_ref() != Some(given)) {
            continue;
        }
        *held = Some(given.clone());
        match id {
            None => steps.push(Step::Column {
                code,
                value: given.clone(),
            }),
            Some(NEW) => {}
            Some(id) => steps.push(Step::AffiliationColumn {
                id,
                column,
                value: given.clone(),
            }),
        }
    }
}

/// Groups and tags only ever grow.
fn names(
    held: &mut Vec<String>,
    given: &[String],
    step: fn(String) -> Step,
    steps: &mut Vec<Step>,
) {
    for name in given {
        if !held.iter().any(|h| folded(h) == folded(name)) {
            held.push(name.clone());
            steps.push(step(name.clone()));
        }
    }
}

fn custom(policy: &Policy, contact: &mut Contact, draft: &Draft, steps: &mut Vec<Step>) {
    for (position, value) in &draft.custom {
        let column = &policy.plan.columns[*position];
        let update = policy.instead.unwrap_or(column.update);
        let key = column
            .custom
            .as_ref()
            .map_or(column.header.as_str(), |field| field.code.as_str());
        let held = contact.fields.get(key).and_then(|v| v.as_str());
        let changes = match held {
            None => true,
            Some(held) => update == Update::Replace && held != value,
        };
        if changes {
            contact.fields.insert(key.to_owned(), value.clone().into());
            steps.push(Step::Custom {
                position: *position,
                value: value.clone(),
            });
        }
    }
}

/// Whether a point of the row is opted out by the row's own status column.
pub(super) fn is_opted_out(draft: &Draft, point: &DraftPoint) -> bool {
    match point.kind {
        Kind::Email => draft.emails_opted_out,
        Kind::Phone => draft.phones_opted_out,
        _ => false,
    }
}
