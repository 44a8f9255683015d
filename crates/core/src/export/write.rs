//! The file of an export: a table or cards, made from contacts that have passed the gate.

use std::collections::HashMap;
use std::path::Path;

use roster_formats::{
    CardWriter, CsvStyle, FormatError, OutCell, OutFormat, TableWriter, Version, create,
    create_cards,
};

use super::cards;
use super::columns::{self, Column};
use super::dialect::{Behind, Dialect, Layout};
use crate::fields::Target;
use crate::gate::Outgoing;

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Table(OutFormat),
    /// csv for another program.
    Dialect(Dialect, CsvStyle),
    Cards(Version),
}

impl Kind {
    /// By the ending of a file's name, or as the user called it.
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "xlsx" => Some(Self::Table(OutFormat::Xlsx)),
            "csv" => Some(Self::Table(OutFormat::CSV)),
            "vcf" | "vcard" => Some(Self::Cards(Version::V30)),
            "vcf4" => Some(Self::Cards(Version::V40)),
            _ => None,
        }
    }
}

/// Pictures by their hash.
pub(super) type Photos = HashMap<String, Vec<u8>>;

/// What a file is made by.
pub(super) struct Shape {
    pub kind: Kind,
    pub columns: Vec<Column>,
    /// For another program.
    pub layout: Option<Layout>,
}

impl Shape {
    pub fn tells_of_members(&self) -> bool {
        let is_of_member = |column: &Column| matches!(column.target, Target::Member(_));
        self.columns.iter().any(is_of_member)
    }
}

pub(super) enum Writer<'a> {
    Table(TableWriter, &'a [Column]),
    Dialect(TableWriter, &'a Layout, &'a [Column], Behind),
    Cards(CardWriter, Version, &'a [Column]),
}

impl<'a> Writer<'a> {
    pub fn create(path: &Path, shape: &'a Shape) -> Result<Self, FormatError> {
        let columns = &shape.columns;
        Ok(match (shape.kind, &shape.layout) {
            (Kind::Dialect(_, style), Some(layout)) => {
                let writer = create(path, OutFormat::Csv(style), &layout.columns())?;
                Self::Dialect(writer, layout, columns, Behind::default())
            }
            (Kind::Dialect(_, style), None) => Self::table(path, OutFormat::Csv(style), columns)?,
            (Kind::Table(format), _) => Self::table(path, format, columns)?,
            (Kind::Cards(version), _) => {
                Self::Cards(create_cards(path, version)?, version, columns)
            }
        })
    }

    fn table(path: &Path, format: OutFormat, columns: &'a [Column]) -> Result<Self, FormatError> {
        let out = columns::out_columns(columns);
        Ok(Self::Table(create(path, format, &out)?, columns))
    }

    pub fn contact(&mut self, contact: &Outgoing, photos: &Photos) -> Result<(), FormatError> {
        match self {
            Self::Table(writer, columns) => {
                let texts = columns::texts(columns, contact);
                let cells = columns.iter().zip(&texts);
                let cells: Vec<OutCell> = cells.map(|(c, text)| columns::cell(c, text)).collect();
                writer.row(&cells)
            }
            Self::Dialect(writer, layout, columns, behind) => {
                let texts = layout.row(columns, contact, behind);
                let cells: Vec<OutCell> = texts.iter().map(|text| OutCell::Text(text)).collect();
                writer.row(&cells)
            }
            Self::Cards(writer, version, columns) => {
                let photo = contact
                    .photo
                    .as_ref()
                    .and_then(|hash| photos.get(hash).cloned());
                let card = cards::card(columns, contact, photo);
                writer.card(&card.to_vcard(*version))
            }
        }
    }

    /// Puts the file in its place; says what another program has no place for.
    pub fn finish(self) -> Result<Behind, FormatError> {
        match self {
            Self::Table(writer, _) => writer.finish().map(|_| Behind::default()),
            Self::Dialect(writer, _, _, behind) => writer.finish().map(|_| behind),
            Self::Cards(writer, ..) => writer.finish().map(|_| Behind::default()),
        }
    }
}
