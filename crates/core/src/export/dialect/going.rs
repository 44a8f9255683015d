//! What of a contact is to go out, taken piece by piece: whatever a program has not taken at the end stays behind.

use std::collections::BTreeSet;

use super::super::columns::{self, Column};
use crate::contacts::{Address, Contact, Point, further_addresses};
use crate::fields::{AddressPart, Target};
use crate::points::{Kind, PointField};
use crate::values::country;

/// An address, as far as its columns were asked for.
pub(super) struct Place {
    pub label: String,
    parts: Vec<(AddressPart, String)>,
}

impl Place {
    pub fn part(&self, part: AddressPart) -> String {
        let mut parts = self.parts.iter();
        let found = parts.find(|(own, _)| *own == part);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    /// The first line. An address in one piece has no other place in most programs.
    pub fn street(&self) -> String {
        match self.part(AddressPart::Street) {
            street if street.is_empty() => self.part(AddressPart::FullAddress),
            street => street,
        }
    }

    /// The country's name in a language, if that is among those known.
    pub fn country(&self, language: &str) -> String {
        let country = self.part(AddressPart::Country);
        country::name_of(&country, language)
            .or_else(|| country::name_of(&country, "en"))
            .map_or(country, str::to_owned)
    }
}

pub(super) struct Going<'a> {
    /// The primary one of each kind before its others.
    points: Vec<&'a Point>,
    /// The primary one first.
    places: Vec<Place>,
    groups: &'a [String],
    tags: &'a [String],
    /// Custom fields with their labels.
    custom: Vec<(&'a Column, String)>,
    /// The other fields by code and which of several they are.
    single: Vec<(String, usize, String)>,
    left: BTreeSet<String>,
}

impl<'a> Going<'a> {
    pub fn of(columns: &'a [Column], contact: &'a Contact) -> Self {
        let mut going = Self {
            points: points(columns, contact),
            places: places(columns, contact),
            groups: &[],
            tags: &[],
            custom: Vec::new(),
            single: Vec::new(),
            left: BTreeSet::new(),
        };
        for column in columns {
            match &column.target {
                Target::Groups => going.groups = &contact.groups,
                Target::Tags => going.tags = &contact.tags,
                Target::Point(_)
                | Target::Address(..)
                | Target::FurtherAddresses
                // The order of points and their labels say these; ids and times are the workspace's own.
                | Target::UsedFirst
                | Target::PointLabels
                | Target::Uid
                | Target::Created
                // Who is out is not in the file, or was asked for.
                | Target::StatusEmail
                | Target::StatusPhone => {}
                other => {
                    let text = columns::text(columns, column, contact);
                    match (text.filter(|text| !text.is_empty()), other) {
                        (None, _) => {}
                        (Some(text), Target::Custom(_)) => going.custom.push((column, text)),
                        (Some(text), _) => going.single.push((other.code(), column.nth, text)),
                    }
                }
            }
        }
        if contact.photo.is_some() {
            going.left.insert("photo".to_owned());
        }
        going
    }

    /// A field that stands once; of several, the first.
    pub fn take(&mut self, code: &str) -> String {
        let is_it = |(own, nth, _): &(String, usize, String)| own == code && *nth == 0;
        let at = self.single.iter().position(is_it);
        at.map(|at| self.single.swap_remove(at).2)
            .unwrap_or_default()
    }

    /// The first name, or where there are no parts the whole one: without it most programs show none.
    pub fn take_first_name(&mut self) -> String {
        let parts = ["first_name", "middle_name", "last_name"];
        let has_parts = self
            .single
            .iter()
            .any(|(code, ..)| parts.contains(&code.as_str()));
        self.take(if has_parts { "first_name" } else { "full_name" })
    }

    /// The points of some kinds, as many as the program takes of them, in their order.
    pub fn take_points(&mut self, mut takes: impl FnMut(Kind, &Point) -> bool) -> Vec<&'a Point> {
        let (taken, left): (Vec<_>, Vec<_>) = std::mem::take(&mut self.points)
            .into_iter()
            .partition(|point| Kind::from_name(&point.kind).is_some_and(|kind| takes(kind, point)));
        self.points = left;
        taken
    }

    /// The addresses that the program takes.
    pub fn take_places(&mut self, takes: impl FnMut(&Place) -> bool) -> Vec<Place> {
        let (taken, left) = std::mem::take(&mut self.places)
            .into_iter()
            .partition(takes);
        self.places = left;
        taken
    }

    pub fn take_groups(&mut self) -> &'a [String] {
        std::mem::take(&mut self.groups)
    }

    pub fn take_tags(&mut self) -> &'a [String] {
        std::mem::take(&mut self.tags)
    }

    /// Custom fields as label and value.
    pub fn take_custom(&mut self) -> Vec<(String, String)> {
        let custom = std::mem::take(&mut self.custom).into_iter();
        custom
            .map(|(column, text)| (column.title.clone(), text))
            .collect()
    }

    /// Says that something did not fit, by a field or a word of its own.
    pub fn leave(&mut self, what: &str) {
        self.left.insert(what.to_owned());
    }

    /// What nobody took, by field.
    pub fn left(mut self) -> BTreeSet<String> {
        let points = self.points.iter().filter_map(|point| {
            let kind = Kind::from_name(&point.kind)?;
            Some(PointField::of(kind, point.label.as_deref()).code.to_owned())
        });
        self.left.extend(points);
        let custom = self.custom.iter().map(|(column, _)| column.target.code());
        self.left.extend(custom);
        self.left
            .extend(self.single.into_iter().map(|(code, ..)| code));
        let lists = [
            ("groups", self.groups.is_empty()),
            ("tags", self.tags.is_empty()),
            ("further_addresses", self.places.is_empty()),
        ];
        for (code, _) in lists.into_iter().filter(|(_, is_empty)| !is_empty) {
            self.left.insert(code.to_owned());
        }
        self.left
    }
}

/// The points that some column stands for.
fn points<'a>(columns: &'a [Column], contact: &'a Contact) -> Vec<&'a Point> {
    let wanted: BTreeSet<i64> = columns
        .iter()
        .filter_map(|column| match column.target {
            Target::Point(field) => columns::point(columns, column, field, contact),
            _ => None,
        })
        .map(|point| point.id)
        .collect();
    let mut points: Vec<&Point> = contact
        .points
        .iter()
        .filter(|p| wanted.contains(&p.id))
        .collect();
    points.sort_by_key(|point| !point.primary);
    points
}

fn places(columns: &[Column], contact: &Contact) -> Vec<Place> {
    let has_further = columns.iter().any(|c| c.target == Target::FurtherAddresses);
    let further: Vec<i64> = further_addresses::of(&contact.addresses)
        .map(|a| a.id)
        .collect();
    let mut addresses: Vec<&Address> = contact.addresses.iter().collect();
    addresses.sort_by_key(|address| !address.primary);
    let place = |address: &Address| {
        let is_further = further.contains(&address.id);
        let is_wanted = |part: AddressPart| {
            match is_further {
            true => has_further,
            false => columns.iter().any(|column| {
                matches!(column.target, Target::Address(label, own) if label.name() == address.label && own == part)
            }),
        }
        };
        let parts = AddressPart::ALL.into_iter().filter(|part| is_wanted(*part));
        let parts: Vec<_> = parts
            .filter_map(|part| Some((part, columns::part_text(address, part)?)))
            .collect();
        (!parts.is_empty()).then(|| Place {
            label: address.label.clone(),
            parts,
        })
    };
    addresses.into_iter().filter_map(place).collect()
}
