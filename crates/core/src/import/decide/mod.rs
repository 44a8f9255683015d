//! What a row changes on a contact that is there already, by the update policy of each column (I8).
//!
//! The contact in memory is changed along with the decision, so that a second row for the same contact is judged by
//! what the first has made of it. Empty cells never erase: a draft holds no empty values.

mod addresses;
mod organizations;
mod points;

use rustc_hash::FxHashSet;

use addresses::{decide_address, decide_further};
use organizations::{affiliation, further_affiliations};
use points::decide_point;

use crate::contacts::{Contact, Scalar};
use crate::fields::{AddressLabel, AddressPart, Target};
use crate::groups::folded;
use crate::points::Kind;
use crate::values::split;

use super::draft::{Draft, DraftPoint, add_line, same_text as same};
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
    /// The row's picture.
    Photo,
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
    /// The row's one at that place among those behind the first of their label.
    AddFurtherAddress {
        at: usize,
        primary: bool,
    },
    /// An address that followed an organization becomes the contact's own.
    KeepAddress {
        id: i64,
    },
    AddressPart {
        id: i64,
        part: AddressPart,
        value: String,
    },
    /// A new tie, the row's one at that place; `replace` moves the primary one.
    Affiliate {
        nth: usize,
        replace: Option<i64>,
        primary: bool,
    },
    AffiliationColumn {
        id: i64,
        column: &'static str,
        value: String,
    },
    /// The row's consent at that place, in place of what was known about its purpose.
    Consent(usize),
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
    pub fn of(&self, target: impl Fn(&Target) -> bool) -> Update {
        self.instead.unwrap_or_else(|| self.plan.update_of(target))
    }

    /// The policy of the address's own columns, or of the plain ones where the label stands in the row.
    fn of_address(&self, label: AddressLabel) -> Update {
        let of = |wanted| move |t: &Target| matches!(t, Target::Address(l, _) if *l == wanted);
        let mut columns = self.plan.columns.iter().filter_map(|c| c.target.as_ref());
        match columns.any(of(label)) {
            true => self.of(of(label)),
            false => self.of(of(AddressLabel::Physical)),
        }
    }
}

/// The steps that make `contact` what the row says, as far as the policies let it.
pub(super) fn decide(policy: &Policy, contact: &mut Contact, draft: &Draft) -> Vec<Step> {
    let mut steps = Vec::new();
    scalars(policy, contact, draft, &mut steps);
    problems(contact, draft, &mut steps);
    flags(contact, draft, &mut steps);
    photo(policy, contact, draft, &mut steps);
    for (at, point) in draft.points.iter().enumerate() {
        let update = policy.instead.unwrap_or(point.update);
        steps.extend(decide_point(contact, point, at, update));
    }
    for (label, address) in draft.addresses.iter() {
        let update = policy.of_address(label);
        decide_address(contact, label, address, update, &mut steps);
    }
    let update = policy.of(|t| *t == Target::FurtherAddresses);
    for (at, (label, address)) in draft.further_addresses.iter().enumerate() {
        steps.extend(decide_further(contact, *label, address, update, at));
    }
    affiliation(policy, contact, draft, &mut steps);
    further_affiliations(policy, contact, draft, &mut steps);
    consents(policy, contact, draft, &mut steps);
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
        "preferred_channel" => &mut contact.preferred_channel,
        "contact_frequency" => &mut contact.contact_frequency,
        _ => return None,
    })
}

fn scalars(policy: &Policy, contact: &mut Contact, draft: &Draft, steps: &mut Vec<Step>) {
    let has_parts = contact.first_name.is_some() || contact.last_name.is_some();
    let is_named = has_parts || contact.full_name.is_some() || contact.middle_name.is_some();
    for scalar in Scalar::all() {
        let Some(value) = draft.scalars.get(scalar.code) else {
            continue;
        };
        // A name in one piece says nothing new where its parts are known.
        if scalar.code == "full_name" && has_parts {
            continue;
        }
        let update = policy.of(|t| *t == Target::Scalar(scalar));
        if is_part_of_split(draft, scalar.code) {
            match policy.of(|t| matches!(t, Target::Scalar(s) if s.code == "full_name")) {
                Update::Replace => {}
                // Parts of one name are not mixed with those of another spelling.
                Update::Fill | Update::Add if is_named => continue,
                Update::Fill | Update::Add => {}
            }
        }
        if scalar.kind == "list" {
            topics(contact, scalar.code, value, update, steps);
            continue;
        }
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

/// Values that could not be used go into the notes whatever the policy of these: they are kept, as the report says.
fn problems(contact: &mut Contact, draft: &Draft, steps: &mut Vec<Step>) {
    if draft.problems.is_empty() {
        return;
    }
    let mut notes = contact.notes.clone().unwrap_or_default();
    for problem in &draft.problems {
        add_line(&mut notes, &problem.as_note());
    }
    if contact.notes.as_deref() == Some(&*notes) {
        return;
    }
    let is_notes = |step: &Step| matches!(step, Step::Column { code: "notes", .. });
    steps.retain(|step| !is_notes(step));
    steps.push(Step::Column {
        code: "notes",
        value: notes.clone(),
    });
    contact.notes = Some(notes);
}

/// Whether a part of a name comes from a name in one piece.
fn is_part_of_split(draft: &Draft, code: &str) -> bool {
    const PARTS: [&str; 5] = ["prefix", "first_name", "middle_name", "last_name", "suffix"];
    draft.name_split && PARTS.contains(&code)
}

/// Several words in one field.
fn topics(
    contact: &mut Contact,
    code: &'static str,
    value: &str,
    update: Update,
    steps: &mut Vec<Step>,
) {
    let given = split::list(value).into_iter().map(str::to_owned);
    let mut topics = match update {
        Update::Fill if !contact.content_topics.is_empty() => return,
        Update::Replace => Vec::new(),
        Update::Fill | Update::Add => contact.content_topics.clone(),
    };
    for topic in given {
        if !topics.iter().any(|held| folded(held) == folded(&topic)) {
            topics.push(topic);
        }
    }
    if topics != contact.content_topics {
        let names: Vec<&str> = topics.iter().map(String::as_str).collect();
        let value = split::join(&names);
        contact.content_topics = topics;
        steps.push(Step::Column { code, value });
    }
}

/// A file adds consents. It replaces what was known about a purpose only where it is asked to, and never turns a refusal or
/// a withdrawal into a consent.
fn consents(policy: &Policy, contact: &mut Contact, draft: &Draft, steps: &mut Vec<Step>) {
    let replaces = policy.of(|t| *t == Target::Consents) == Update::Replace;
    for (at, given) in draft.consents.iter().enumerate() {
        let mut held = contact.consents.iter_mut();
        match held.find(|held| held.purpose == given.purpose) {
            None => contact.consents.push(given.clone()),
            Some(held)
                if replaces
                    && held != given
                    && (held.state == "given" || given.state != "given") =>
            {
                held.clone_from(given);
            }
            Some(_) => continue,
        }
        steps.push(Step::Consent(at));
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

/// Another picture is set only where the column says replace.
fn photo(policy: &Policy, contact: &mut Contact, draft: &Draft, steps: &mut Vec<Step>) {
    let Some((hash, _)) = &draft.photo else {
        return;
    };
    let replaces = policy.of(|t| *t == Target::Photo) == Update::Replace;
    let changes = match &contact.photo {
        None => true,
        Some(held) => replaces && held != hash,
    };
    if changes {
        contact.photo = Some(hash.clone());
        steps.push(Step::Photo);
    }
}

/// Groups and tags only ever grow.
fn names(
    held: &mut Vec<String>,
    given: &[String],
    step: fn(String) -> Step,
    steps: &mut Vec<Step>,
) {
    if given.is_empty() {
        return;
    }
    // A cell may name a million of them.
    let mut known: FxHashSet<String> = held.iter().map(|name| folded(name)).collect();
    for name in given {
        if known.insert(folded(name)) {
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
    let by_column = match point.kind {
        Kind::Email => draft.emails_opted_out,
        Kind::Phone => draft.phones_opted_out,
        _ => false,
    };
    by_column
        || draft
            .values_opted_out
            .iter()
            .any(|value| point.is_called(value))
}
