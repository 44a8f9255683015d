//! An organization for people: one line for each thing it holds.

use roster_core::organizations::Organization;
use serde_json::Value;

use crate::commands::contact::text::{Line, address, in_columns, point};

pub fn organization(organization: &Organization) -> String {
    let mut all: Vec<Line> = Vec::new();
    all.extend(organization.points.iter().map(point));
    all.extend(organization.addresses.iter().map(address));
    all.extend(single(organization));
    let fields = organization.fields.iter();
    all.extend(fields.map(|(code, value)| (code.clone(), plain(value))));
    format!(
        "{} ({} {})\n{}",
        organization.name,
        organization.kind.name(),
        organization.id,
        in_columns(&all)
    )
}

/// What an organization holds once; empty ones are left out.
fn single(organization: &Organization) -> Vec<Line> {
    let above: Vec<&str> = organization.above.iter().map(|o| o.name.as_str()).collect();
    let lines = [
        ("number", organization.number.clone()),
        ("industry", organization.industry.clone()),
        ("size", organization.size.clone()),
        ("owner", organization.owner.clone()),
        ("above it", Some(above.join(" / "))),
        ("contacts", Some(organization.contacts.to_string())),
        ("notes", organization.notes.clone()),
        ("created", Some(organization.created.clone())),
        ("changed", Some(organization.changed.clone())),
        ("in the trash since", organization.deleted.clone()),
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
