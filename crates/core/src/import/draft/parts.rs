//! Cells that hold several things: a full name, a whole address, several phones or e-mails.

use super::super::few::Few;
use super::super::plan::PlanColumn;
use super::{Draft, DraftAddress};
use crate::fields::AddressPart;
use crate::points::{self, Kind, Reading};
use crate::values::{address, name};

/// What stands between values where each of them is one by itself.
const OFTEN_BETWEEN: [&str; 6] = [" / ", ", ", ",", "|", " or ", " oder "];
/// What may as well stand within one: only where the whole is none.
const PERHAPS_BETWEEN: [&str; 2] = ["/", " "];

/// The parts of a full name, where the column is to be taken apart and it is certain.
pub(super) fn read_name(
    draft: &mut Draft,
    column: &PlanColumn,
    text: &str,
    country: Option<&str>,
) -> bool {
    if column.split != Some(true) {
        return false;
    }
    let Some(split) = name::split(text, country) else {
        return false;
    };
    let parts = [
        ("prefix", split.prefix),
        ("first_name", split.first),
        ("middle_name", split.middle),
        ("last_name", split.last),
        ("suffix", split.suffix),
    ];
    for (code, part) in parts {
        // A column of titles goes before a title within the name.
        if !part.is_empty() && draft.scalars.get(code).is_none() {
            draft.scalars.insert(code, part);
        }
    }
    draft.name_split = true;
    true
}

/// The parts of a whole address, where the column is to be taken apart and it is certain.
pub(super) fn read_address(
    column: &PlanColumn,
    text: &str,
    country: Option<&str>,
) -> Option<DraftAddress> {
    let split = address::split(text, country).filter(|_| column.split == Some(true))?;
    Some(parts_of(split))
}

/// The same of an address whose parts have two blanks between them.
pub(super) fn read_blank_address(column: &PlanColumn, text: &str) -> Option<DraftAddress> {
    let split = address::split_at_blanks(text).filter(|_| column.split == Some(true))?;
    Some(parts_of(split))
}

fn parts_of(split: address::Split) -> DraftAddress {
    let mut parts = Few::default();
    for (part, value) in [
        (AddressPart::Street, split.street),
        (AddressPart::Street2, split.street2),
        (AddressPart::City, split.city),
        (AddressPart::Region, split.region),
        (AddressPart::Postcode, split.postcode),
        (AddressPart::Country, split.country),
    ] {
        if !value.is_empty() {
            parts.insert(part, value);
        }
    }
    parts
}

/// The points in a cell, each with its text as it stands there. What reads as one is one; lines, ` ::: ` and semicolons
/// divide, other signs only where each piece is a phone or an e-mail by itself.
pub(super) fn read_points(
    kind: Kind,
    text: &str,
    country: Option<&str>,
    default: Option<&str>,
) -> Vec<(String, Reading)> {
    let read = |piece: &str| {
        (
            piece.to_owned(),
            points::read(kind, piece, country, default),
        )
    };
    if !kind.is_subscribable() && kind != Kind::Fax {
        let lines = lines(text).flat_map(|line| line.split("; "));
        return pieces(lines).map(read).collect();
    }
    if !text.contains([',', '/', '|', ';', ':', '\n', ' ']) {
        return vec![read(text)];
    }
    if !text.contains([',', '/', '|', ';', ':', '\n']) {
        return one_or_more(text.trim(), &read);
    }
    // "tel:+49301234567;ext=12" is one number.
    let semicolon = if text.contains(";ext") { '\n' } else { ';' };
    let lines = lines(text).flat_map(|line| line.split(semicolon));
    pieces(lines)
        .flat_map(|piece| one_or_more(piece, &read))
        .collect()
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.split(" ::: "))
}

fn pieces<'a>(parts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    parts.map(str::trim).filter(|piece| !piece.is_empty())
}

/// What stands between two signs that certainly divide.
fn one_or_more(piece: &str, read: &impl Fn(&str) -> (String, Reading)) -> Vec<(String, Reading)> {
    // Most phones have blanks and nothing else that divides.
    if piece.contains([',', '/', '|', 'o'])
        && let Some(several) = each_by_itself(piece, &OFTEN_BETWEEN, read)
    {
        return several;
    }
    let one = read(piece);
    match one.1.trouble {
        None => vec![one],
        Some(_) => each_by_itself(piece, &PERHAPS_BETWEEN, read).unwrap_or_else(|| vec![one]),
    }
}

/// The pieces between signs, where each of them is a value by itself.
fn each_by_itself(
    text: &str,
    signs: &[&str],
    read: &impl Fn(&str) -> (String, Reading),
) -> Option<Vec<(String, Reading)>> {
    signs
        .iter()
        .filter(|sign| text.contains(**sign))
        .find_map(|sign| {
            let pieces: Vec<&str> = pieces(text.split(*sign)).collect();
            if pieces.len() < 2 {
                return None;
            }
            let readings: Vec<(String, Reading)> = pieces.into_iter().map(read).collect();
            readings
                .iter()
                .all(|(_, reading)| reading.trouble.is_none())
                .then_some(readings)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(kind: Kind, text: &str) -> Vec<String> {
        read_points(kind, text, None, Some("DE"))
            .into_iter()
            .map(|(piece, reading)| reading.normalized.unwrap_or(format!("? {piece}")))
            .collect()
    }

    #[test]
    fn several_phones_in_a_cell_are_several() {
        for text in [
            "0151 23456789; 030 1234567",
            "0151 23456789 / 030 1234567",
            "0151 23456789/030 1234567",
            "0151 23456789\n030 1234567",
            "0151 23456789 ::: 030 1234567",
            "0151 23456789, 030/1234567",
            "0151 23456789, 030 1234567",
        ] {
            assert_eq!(
                values(Kind::Phone, text),
                ["+4915123456789", "+49301234567"],
                "{text}"
            );
        }
        assert_eq!(
            values(Kind::Phone, "030/1234567"),
            ["+49301234567"],
            "one number"
        );
        assert_eq!(
            values(Kind::Phone, "030 1234567; 12"),
            ["+49301234567", "? 12"]
        );
    }

    #[test]
    fn several_mails_in_a_cell_are_several() {
        for text in [
            "a@x.example; b@x.example",
            "a@x.example, b@x.example",
            "a@x.example b@x.example",
            "a@x.example/b@x.example;",
        ] {
            assert_eq!(
                values(Kind::Email, text),
                ["a@x.example", "b@x.example"],
                "{text}"
            );
        }
        assert_eq!(
            values(Kind::Email, "a@x.example, none"),
            ["? a@x.example, none"]
        );
        assert_eq!(
            values(Kind::Website, "x.example/a\ny.example"),
            ["x.example/a", "y.example"]
        );
    }
}
