//! What a contact holds in the columns of the grid, as its row shows it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::types::{Cell, Contact, Point};
use super::{consents, further_addresses, point_labels, status};
use crate::fields::Target;
use crate::points::{Kind, PointField};
use crate::values::split;

pub(super) fn cells(contact: &Contact, columns: &[String]) -> BTreeMap<String, Cell> {
    columns
        .iter()
        .filter_map(|code| Some((code.clone(), cell(contact, code)?)))
        .collect()
}

fn cell(contact: &Contact, code: &str) -> Option<Cell> {
    let text = match Target::parse(code) {
        Target::Point(field) => return point(contact, field),
        Target::Scalar(scalar) => contact.scalar(scalar.code).map(Cow::into_owned),
        Target::Uid => Some(contact.uid.clone()),
        Target::Created => Some(contact.created.clone()),
        Target::Address(label, part) => contact
            .addresses
            .iter()
            .filter(|address| address.label == label.name())
            .find_map(|address| address.part(part.code()))
            .map(str::to_owned),
        Target::Organization => contact.organizations.first().map(|o| o.name.clone()),
        Target::JobTitle => on_tie(contact, "title").or(contact.job_title.clone()),
        Target::Department => on_tie(contact, "department").or(contact.department.clone()),
        Target::OrganizationKind => on_tie(contact, "kind"),
        Target::Role => on_tie(contact, "role"),
        Target::From => on_tie(contact, "from"),
        Target::To => on_tie(contact, "to"),
        Target::Groups => Some(contact.groups.join(", ")),
        Target::Tags => Some(contact.tags.join(", ")),
        Target::StatusEmail => status::text(&contact.points, "email"),
        Target::StatusPhone => status::text(&contact.points, "phone"),
        Target::DoNotContact => contact.do_not_contact.then(|| "yes".to_owned()),
        Target::Deceased => contact.deceased.then(|| "yes".to_owned()),
        Target::UsedFirst => Some(used_first(contact)),
        Target::FurtherAddresses => Some(further_addresses::text(further_addresses::of(
            &contact.addresses,
        ))),
        Target::PointLabels => Some(point_labels::text(&contact.points)),
        Target::Consents => Some(consents::text(&contact.consents)),
        // Members have a list of their own.
        Target::Photo | Target::Member(_) => None,
        Target::Custom(code) if code == "changed" => Some(contact.changed.clone()),
        Target::Custom(code) => contact
            .fields
            .get(&code)
            .and_then(|value| value.as_str())
            .map(str::to_owned),
    };
    text.filter(|text| !text.is_empty())
        .map(|text| Cell { text, status: None })
}

/// The primary ones where there are several: points by their values, the address by its label.
pub(crate) fn used_first(contact: &Contact) -> String {
    let of_kind = |kind: &str| contact.points.iter().filter(|p| p.kind == kind).count();
    let points = contact.points.iter();
    let mut first: Vec<&str> = points
        .filter(|point| point.primary && of_kind(&point.kind) > 1)
        .map(|point| point.normalized.as_deref().unwrap_or(&point.value))
        .collect();
    if let [address, _, ..] = contact.addresses.as_slice() {
        first.push(&address.label);
    }
    split::join(&first)
}

fn on_tie(contact: &Contact, part: &str) -> Option<String> {
    let tie = contact.organizations.first()?;
    tie.part(part).map(str::to_owned)
}

/// The first point of the kind, which is the primary one, or the first with the label where the field names one.
fn point(contact: &Contact, field: &'static PointField) -> Option<Cell> {
    let is_meant = |point: &&Point| {
        Kind::from_name(&point.kind) == Some(field.kind)
            && (field.label.is_none()
                || PointField::of(field.kind, point.label.as_deref()) == field)
    };
    let point = contact.points.iter().find(is_meant)?;
    let status = matches!(field.kind, Kind::Phone | Kind::Email).then_some(point.status);
    Some(Cell {
        text: point.value.clone(),
        status,
    })
}
