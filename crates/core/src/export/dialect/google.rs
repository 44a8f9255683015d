//! Google Contacts: as many numbered columns as the contacts need, labels beside the values, ` ::: ` between several.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use super::super::columns::{Column, point_text};
use super::Dialect;
use super::going::{Going, Place};
use crate::contacts::Point;
use crate::error::Result;
use crate::fields::{AddressLabel, AddressPart, Target};
use crate::points::{Kind, PointField};

const BETWEEN: &str = " ::: ";
/// Who has more of a kind has those of one label in one cell, as Google writes them.
const COLUMNS: usize = 5;

/// How many columns each kind needs.
#[derive(Default)]
pub(super) struct Most {
    kinds: HashMap<String, usize>,
    custom: usize,
}

impl Most {
    pub async fn of(conn: &mut SqliteConnection, ids: &str, columns: &[Column]) -> Result<Self> {
        let rows: Vec<(String, i64)> = sqlx::query_as(include_str!("most_points.sql"))
            .bind(ids)
            .bind(COLUMNS as i64)
            .fetch_all(conn)
            .await?;
        let kinds = rows.into_iter().map(|(kind, most)| (kind, most as usize));
        let is_custom = |column: &&Column| matches!(column.target, Target::Custom(_));
        Ok(Self {
            kinds: kinds.collect(),
            custom: columns.iter().filter(is_custom).count(),
        })
    }

    /// At least one of each, so that the header is Google's.
    fn of_kind(&self, kind: &str) -> usize {
        match kind {
            "custom" => self.custom,
            kind => self.kinds.get(kind).copied().unwrap_or_default(),
        }
        .max(1)
    }
}

/// A column: where its text comes from.
enum Source {
    Field(&'static str),
    /// The nth of a kind, and what of it.
    Numbered(&'static str, usize, Part),
}

#[derive(Clone, Copy)]
enum Part {
    Label,
    Value,
    Address(AddressPart),
    Nothing,
}

pub(super) struct Google {
    columns: Vec<(String, Source)>,
}

/// One of several of a kind: its label and its texts.
struct Block {
    label: String,
    value: String,
    place: Option<Place>,
}

impl Google {
    pub fn new(most: Most) -> Self {
        let list = Dialect::Google.headers();
        let mut columns = Vec::new();
        let mut at = 0;
        while at < list.len() {
            let Some(kind) = kind_of(list[at].header) else {
                columns.push((list[at].header.to_owned(), Source::Field(list[at].field)));
                at += 1;
                continue;
            };
            let run = list[at..]
                .iter()
                .take_while(|c| kind_of(c.header) == Some(kind));
            let block: Vec<_> = run.collect();
            for nth in 0..most.of_kind(kind) {
                columns.extend(block.iter().map(|column| {
                    let header = column.header.replacen(" 1 ", &format!(" {} ", nth + 1), 1);
                    (
                        header,
                        Source::Numbered(kind, nth, part_of(column.header, column.field)),
                    )
                }));
            }
            at += block.len();
        }
        Self { columns }
    }

    pub fn headers(&self) -> Vec<String> {
        self.columns
            .iter()
            .map(|(header, _)| header.clone())
            .collect()
    }

    pub fn row(&self, going: &mut Going) -> Vec<String> {
        let mut fields = fields(going);
        let mut blocks: HashMap<&str, Vec<Block>> = HashMap::new();
        for kind in ["email", "phone", "website"] {
            let points = going.take_points(|own, _| column_kind(own) == Some(kind));
            blocks.insert(kind, point_blocks(&points));
        }
        let places = going.take_places(|_| true).into_iter();
        blocks.insert("address", places.map(address_block).collect());
        let custom = going.take_custom().into_iter();
        blocks.insert("custom", custom.map(custom_block).collect());
        let mut text = |(_, source): &(String, Source)| match source {
            Source::Field(field) => fields.remove(field).unwrap_or_default(),
            Source::Numbered(kind, nth, part) => {
                let block = blocks.get(kind).and_then(|blocks| blocks.get(*nth));
                block.map(|block| block.text(*part)).unwrap_or_default()
            }
        };
        self.columns.iter().map(&mut text).collect()
    }
}

impl Block {
    fn text(&self, part: Part) -> String {
        match (part, &self.place) {
            (Part::Label, _) => self.label.clone(),
            (Part::Value, _) => self.value.clone(),
            (Part::Address(AddressPart::Street), Some(place)) => place.street(),
            (Part::Address(AddressPart::Country), Some(place)) => place.country("en"),
            (Part::Address(part), Some(place)) => place.part(part),
            (Part::Address(_) | Part::Nothing, _) => String::new(),
        }
    }
}

/// The kind that a numbered header is of.
fn kind_of(header: &str) -> Option<&'static str> {
    let (word, _) = header.split_once(" 1 - ")?;
    Some(match word {
        "E-mail" => "email",
        "Phone" => "phone",
        "Address" => "address",
        "Website" => "website",
        "Custom Field" => "custom",
        "Relation" => "relation",
        _ => "event",
    })
}

fn part_of(header: &str, field: &str) -> Part {
    if header.ends_with("- Label") {
        return Part::Label;
    }
    if header.ends_with("- Value") {
        return Part::Value;
    }
    AddressPart::by_code(field).map_or(Part::Nothing, Part::Address)
}

fn column_kind(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Email => Some("email"),
        Kind::Phone | Kind::Fax => Some("phone"),
        Kind::Website | Kind::Social => Some("website"),
        Kind::Messaging => None,
    }
}

/// The fields that stand once, by what an import takes their columns for.
fn fields(going: &mut Going) -> HashMap<&'static str, String> {
    const SINGLE: [&str; 9] = [
        "middle_name",
        "last_name",
        "prefix",
        "suffix",
        "nickname",
        "organization",
        "job_title",
        "department",
        "notes",
    ];
    let first = going.take_first_name();
    let mut fields: HashMap<&str, String> = SINGLE
        .into_iter()
        .map(|code| (code, going.take(code)))
        .collect();
    // A birthday without a year has a blank before it.
    let birthday = going.take("birthday");
    let blank = if birthday.starts_with("--") { " " } else { "" };
    fields.insert("birthday", format!("{blank}{birthday}"));
    fields.insert("groups", going.take_groups().join(BETWEEN));
    fields.insert("first_name", first);
    fields.insert("-full_name", going.take("full_name"));
    fields
}

/// A block for each point; for more than there are columns, one for each label.
fn point_blocks(points: &[&Point]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let is_many = points.len() > COLUMNS;
    for (at, point) in points.iter().enumerate() {
        let text = point_text(point);
        let label = label(point);
        let known = blocks
            .iter_mut()
            .find(|block| is_many && block.label == label);
        if let Some(block) = known {
            block.value = format!("{}{BETWEEN}{text}", block.value);
            continue;
        }
        // The star marks the first of several, which a person is reached by.
        let is_first = at == 0 && point.primary && points.len() > 1 && !is_many;
        let star = if is_first { "* " } else { "" };
        blocks.push(Block {
            label: format!("{star}{label}").trim().to_owned(),
            value: text,
            place: None,
        });
    }
    blocks
}

fn label(point: &Point) -> String {
    let kind = Kind::from_name(&point.kind);
    let own = point.label.as_deref().unwrap_or_default();
    match (kind, own) {
        (Some(Kind::Fax), "home") => "Home Fax".to_owned(),
        (Some(Kind::Fax), _) => "Work Fax".to_owned(),
        (Some(Kind::Phone), "office") => "Work".to_owned(),
        (Some(Kind::Phone), "sms") => "SMS".to_owned(),
        (Some(Kind::Social), own) => PointField::of(Kind::Social, Some(own))
            .label_text
            .to_owned(),
        (_, "mobile" | "home" | "main" | "other" | "work") => capital(own),
        (_, own) => own.to_owned(),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn address_block(place: Place) -> Block {
    let label = match place.label.as_str() {
        label if label == AddressLabel::Physical.name() => String::new(),
        label => capital(label),
    };
    Block {
        label,
        value: String::new(),
        place: Some(place),
    }
}

fn custom_block((label, value): (String, String)) -> Block {
    Block {
        label,
        value,
        place: None,
    }
}
