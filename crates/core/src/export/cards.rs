//! Contacts as cards of an address book: what each column of an export becomes in a vCard.
//!
//! What vCard has no property for goes out under its label, so that Roster reads it back into the same field.

use roster_formats::{Card, Photo, Point as CardPoint, PostalAddress, Property};

use super::columns::{self, Column};
use crate::contacts::{Address, Contact, Point, further_addresses};
use crate::fields::{AddressLabel, AddressPart, Target};
use crate::points::{Kind, PointField};

pub(super) fn card(columns: &[Column], contact: &Contact, photo: Option<Vec<u8>>) -> Card {
    let mut card = Card {
        photo: photo.map(|bytes| Photo { bytes }),
        ..Card::default()
    };
    for column in columns {
        match &column.target {
            Target::Groups => card.categories.clone_from(&contact.groups),
            Target::Point(field) => {
                if let Some(point) = columns::point(columns, column, field, contact) {
                    add_point(&mut card, point);
                }
            }
            Target::FurtherAddresses => further_addresses(&mut card, &column.title, contact),
            _ => {
                let text = columns::text(columns, column, contact);
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    take(&mut card, column, text);
                }
            }
        }
    }
    card
}

fn take(card: &mut Card, column: &Column, text: String) {
    let place = match &column.target {
        Target::Uid => &mut card.uid,
        Target::Organization if column.is_first() => &mut card.organization,
        Target::JobTitle if column.is_first() => &mut card.job_title,
        Target::Department if column.is_first() => &mut card.department,
        Target::Address(
            label @ (AddressLabel::Physical | AddressLabel::Work | AddressLabel::Home),
            part,
        ) => return add_address(card, *label, *part, text),
        Target::Created => return card.others.push(Property::text("CREATED", &text).into()),
        Target::Scalar(scalar) => match scalar.code {
            "prefix" => &mut card.prefix,
            "first_name" => &mut card.first_name,
            "middle_name" => &mut card.middle_name,
            "last_name" => &mut card.last_name,
            "suffix" => &mut card.suffix,
            "nickname" => &mut card.nickname,
            "full_name" => &mut card.full_name,
            "birthday" => &mut card.birthday,
            "time_zone" => &mut card.time_zone,
            "language" => &mut card.language,
            "notes" => &mut card.notes,
            _ => return add_other(card, &column.title, &text),
        },
        _ => return add_other(card, &column.title, &text),
    };
    *place = Some(text);
}

/// A field that was made from an unknown property of a card goes back under that property's name.
fn add_other(card: &mut Card, label: &str, text: &str) {
    let is_property = label.strip_prefix("X-").is_some_and(|rest| {
        let in_name = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-';
        !rest.is_empty() && rest.bytes().all(in_name)
    });
    let property = match is_property {
        true => Property::text(label, text),
        false => Property::text("X-ROSTER-FIELD", text).with("X-LABEL", &[label]),
    };
    card.others.push(property.into());
}

fn add_point(card: &mut Card, point: &Point) {
    let Some(kind) = Kind::from_name(&point.kind) else {
        return;
    };
    let label = PointField::of(kind, point.label.as_deref()).label;
    let (list, own) = match kind {
        Kind::Email => (&mut card.emails, label),
        Kind::Website => (&mut card.websites, None),
        Kind::Fax => (&mut card.phones, Some("fax")),
        Kind::Messaging => (&mut card.accounts, label),
        Kind::Social => (&mut card.accounts, label.or(Some("social"))),
        Kind::Phone => (&mut card.phones, phone_type(label)),
    };
    // The first type of an account is its service.
    let preferred = point.primary && matches!(kind, Kind::Email | Kind::Phone);
    let types: Vec<&str> = own.into_iter().chain(preferred.then_some("pref")).collect();
    list.push(CardPoint::new(&columns::point_text(point), &types));
}

fn phone_type(label: Option<&str>) -> Option<&'static str> {
    match label? {
        "mobile" => Some("cell"),
        "office" => Some("work"),
        "home" => Some("home"),
        "main" => Some("main"),
        "sms" => Some("text"),
        "other" => Some("other"),
        _ => None,
    }
}

/// Those that cards know go out as such; the others under the label of their field.
fn further_addresses(card: &mut Card, title: &str, contact: &Contact) {
    let is_known =
        |address: &&Address| ["physical", "work", "home"].contains(&address.label.as_str());
    let (known, others): (Vec<&Address>, Vec<&Address>) =
        further_addresses::of(&contact.addresses).partition(is_known);
    for address in known {
        let part = |part: AddressPart| address.part(part.code()).unwrap_or_default().to_owned();
        let kind = (address.label != "physical").then(|| address.label.clone());
        card.addresses.push(PostalAddress {
            types: kind.into_iter().chain(["x-further".to_owned()]).collect(),
            street: part(AddressPart::Street),
            street2: part(AddressPart::Street2),
            city: part(AddressPart::City),
            region: part(AddressPart::Region),
            postcode: part(AddressPart::Postcode),
            country: part(AddressPart::Country),
            full: part(AddressPart::FullAddress),
            label: None,
        });
    }
    if !others.is_empty() {
        add_other(card, title, &further_addresses::text(others));
    }
}

fn add_address(card: &mut Card, label: AddressLabel, part: AddressPart, text: String) {
    let kind = (label != AddressLabel::Physical).then(|| label.name().to_owned());
    let types: Vec<String> = kind.into_iter().collect();
    let at = card.addresses.iter().position(|a| a.types == types);
    let at = at.unwrap_or_else(|| {
        card.addresses.push(PostalAddress {
            types,
            ..PostalAddress::default()
        });
        card.addresses.len() - 1
    });
    let address = &mut card.addresses[at];
    *match part {
        AddressPart::Street => &mut address.street,
        AddressPart::Street2 => &mut address.street2,
        AddressPart::City => &mut address.city,
        AddressPart::Region => &mut address.region,
        AddressPart::Postcode => &mut address.postcode,
        AddressPart::Country => &mut address.country,
        AddressPart::FullAddress => &mut address.full,
    } = text;
}
