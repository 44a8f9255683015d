//! A contact for people: one line for each thing it holds.

use roster_core::contacts::{Address, Affiliation, Consent, Contact, Point};
use serde_json::Value;

use crate::commands::contacts::marked;

/// A label and what stands beside it.
pub type Line = (String, String);

pub fn contact(contact: &Contact) -> String {
    let mut lines = Vec::new();
    lines.extend(contact.points.iter().map(point));
    lines.extend(contact.addresses.iter().map(address));
    lines.extend(contact.organizations.iter().map(affiliation));
    lines.extend(single(contact));
    lines.extend(contact.consents.iter().map(consent));
    lines.extend(
        contact
            .fields
            .iter()
            .map(|(code, value)| (code.clone(), plain(value))),
    );
    format!(
        "{} (contact {})\n{}",
        contact.name,
        contact.id,
        in_columns(&lines)
    )
}

/// Labels in a column, and what stands beside them in another.
pub fn in_columns(lines: &[Line]) -> String {
    let widths = lines.iter().map(|(label, _)| label.chars().count());
    let width = widths.max().unwrap_or(0);
    let lines = lines
        .iter()
        .map(|(label, value)| format!("  {label:width$}  {value}\n"));
    lines.collect()
}

pub fn point(point: &Point) -> Line {
    let label = match &point.label {
        Some(label) => format!("{} {label}", point.kind),
        None => point.kind.clone(),
    };
    (label, marked(point))
}

pub fn address(address: &Address) -> Line {
    let parts = [
        &address.street,
        &address.street2,
        &address.postcode,
        &address.city,
        &address.region,
        &address.country,
        &address.full_address,
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    (format!("address {}", address.label), parts.join(", "))
}

fn affiliation(affiliation: &Affiliation) -> Line {
    let dates = match (&affiliation.from, &affiliation.to) {
        (None, None) => None,
        (from, to) => Some(format!(
            "{} to {}",
            from.as_deref().unwrap_or("?"),
            to.as_deref().unwrap_or("now")
        )),
    };
    let more = [
        &affiliation.title,
        &affiliation.role,
        &affiliation.department,
        &dates,
    ];
    let more: Vec<&str> = more.into_iter().flatten().map(String::as_str).collect();
    let value = if more.is_empty() {
        affiliation.name.clone()
    } else {
        format!("{}: {}", affiliation.name, more.join(", "))
    };
    (affiliation.kind.clone(), value)
}

fn consent(consent: &Consent) -> Line {
    let parts = [&consent.date, &consent.how, &consent.note];
    let proof: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    let proof = if proof.is_empty() {
        String::new()
    } else {
        format!(" ({})", proof.join(", "))
    };
    (
        "consent".into(),
        format!("{}: {}{proof}", consent.purpose, consent.state),
    )
}

/// What a contact holds once; empty ones are left out.
fn single(contact: &Contact) -> Vec<Line> {
    let yes = |is: bool| is.then(|| "yes".to_owned());
    let lines = [
        ("job title", contact.job_title.clone()),
        ("department", contact.department.clone()),
        ("groups", Some(contact.groups.join(", "))),
        ("tags", Some(contact.tags.join(", "))),
        ("lifecycle", contact.lifecycle.clone()),
        ("birthday", contact.birthday.clone()),
        ("time zone", contact.time_zone.clone()),
        ("language", contact.language.clone()),
        ("source", contact.source.clone()),
        ("preferred channel", contact.preferred_channel.clone()),
        ("frequency", contact.contact_frequency.clone()),
        ("topics", Some(contact.content_topics.join(", "))),
        ("do not contact", yes(contact.do_not_contact)),
        ("deceased", yes(contact.deceased)),
        ("notes", contact.notes.clone()),
        ("created", Some(contact.created.clone())),
        ("changed", Some(contact.changed.clone())),
        ("archived since", contact.archived.clone()),
        ("in the trash since", contact.deleted.clone()),
    ];
    let held = lines
        .into_iter()
        .filter_map(|(label, value)| Some((label.to_owned(), value?)));
    held.filter(|(_, value)| !value.is_empty()).collect()
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
