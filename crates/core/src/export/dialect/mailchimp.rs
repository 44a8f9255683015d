//! Mailchimp: one e-mail for each person, the address in one cell with two blanks between its parts, tags in quotation
//! marks.

use super::super::columns::{Column, point_text};
use super::Dialect;
use super::going::{Going, Place};
use crate::error::{Error, Result};
use crate::fields::{AddressPart, Target};
use crate::points::Kind;
use crate::values::split;

pub(super) struct Mailchimp;

impl Mailchimp {
    /// # Errors
    /// `Invalid` where none of the chosen columns holds e-mails: Mailchimp knows people by them.
    pub fn new(columns: &[Column], are_chosen: bool) -> Result<Self> {
        let is_email = |column: &Column| matches!(column.target, Target::Point(field) if field.kind == Kind::Email);
        match !are_chosen || columns.iter().any(is_email) {
            true => Ok(Self),
            false => Err(Error::field(
                "fields",
                "Mailchimp knows people by their e-mail: choose that field too.",
            )),
        }
    }

    pub fn headers(&self) -> Vec<String> {
        let list = Dialect::Mailchimp.headers();
        list.iter().map(|column| column.header.to_owned()).collect()
    }

    pub fn row(&self, going: &mut Going) -> Vec<String> {
        let mut cells = Vec::new();
        for column in Dialect::Mailchimp.headers() {
            cells.push(match column.header {
                "Email Address" => first(going, Kind::Email),
                "Phone Number" => first(going, Kind::Phone),
                "Address" => address(going),
                "Birthday" => birthday(going),
                "TAGS" => tags(going.take_tags()),
                "First Name" => going.take_first_name(),
                "Last Name" | "NOTES" | "TIMEZONE" => going.take(column.field),
                // What Mailchimp finds out by itself.
                _ => String::new(),
            });
        }
        cells
    }
}

fn first(going: &mut Going, wanted: Kind) -> String {
    let mut free = true;
    let taken = going.take_points(|kind, _| kind == wanted && std::mem::take(&mut free));
    taken
        .first()
        .map(|point| point_text(point))
        .unwrap_or_default()
}

/// Month and day, as Mailchimp greets people.
fn birthday(going: &mut Going) -> String {
    let birthday = going.take("birthday");
    let (year, day) = birthday.split_at(birthday.len().saturating_sub(6));
    if !year.is_empty() && year != "-" {
        going.leave("birth_year");
    }
    day.trim_start_matches('-').replace('-', "/")
}

fn address(going: &mut Going) -> String {
    let mut free = true;
    let taken = going.take_places(|_| std::mem::take(&mut free));
    taken.first().map(one_cell).unwrap_or_default()
}

/// The parts with two blanks between them, where that tells which is which; else with commas.
fn one_cell(place: &Place) -> String {
    let part = |part| place.part(part);
    let (mut street, mut street2) = (place.street(), part(AddressPart::Street2));
    let (city, region) = (part(AddressPart::City), part(AddressPart::Region));
    if region.is_empty() && !street2.is_empty() {
        street = format!("{street}, {street2}");
        street2.clear();
    }
    let between = match street.is_empty() || city.is_empty() {
        true => ", ",
        false => "  ",
    };
    let postcode = part(AddressPart::Postcode);
    let country = part(AddressPart::Country);
    let parts = [street, street2, city, region, postcode, country];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|p| !p.is_empty())
        .collect();
    parts.join(between)
}

/// Each name in quotation marks, commas between: a csv within the cell.
fn tags(tags: &[String]) -> String {
    let quoted = tags.iter().map(|tag| match tag.contains('"') {
        true => split::join(&[tag]),
        false => format!("\"{tag}\""),
    });
    quoted.collect::<Vec<_>>().join(",")
}
