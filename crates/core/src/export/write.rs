//! The file of an export: a table or cards, made from contacts that have passed the gate.

use std::collections::HashMap;
use std::path::Path;

use roster_formats::{
    CardWriter, FormatError, OutCell, OutFormat, TableWriter, Version, create, create_cards,
};

use super::cards;
use super::columns::{self, Column};
use crate::gate::Outgoing;

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Table(OutFormat),
    Cards(Version),
}

impl Kind {
    /// By the ending of a file's name, or as the user called it.
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "xlsx" => Some(Self::Table(OutFormat::Xlsx)),
            "csv" => Some(Self::Table(OutFormat::Csv)),
            "vcf" | "vcard" => Some(Self::Cards(Version::V30)),
            "vcf4" => Some(Self::Cards(Version::V40)),
            _ => None,
        }
    }
}

/// Pictures by their hash.
pub(super) type Photos = HashMap<String, Vec<u8>>;

pub(super) enum Writer<'a> {
    Table(TableWriter, &'a [Column]),
    Cards(CardWriter, Version, &'a [Column]),
}

impl<'a> Writer<'a> {
    pub fn create(path: &Path, kind: Kind, columns: &'a [Column]) -> Result<Self, FormatError> {
        Ok(match kind {
            Kind::Table(format) => Self::Table(
                create(path, format, &columns::out_columns(columns))?,
                columns,
            ),
            Kind::Cards(version) => Self::Cards(create_cards(path, version)?, version, columns),
        })
    }

    pub fn contact(&mut self, contact: &Outgoing, photos: &Photos) -> Result<(), FormatError> {
        match self {
            Self::Table(writer, columns) => {
                let texts = columns::texts(columns, contact);
                let cells = columns.iter().zip(&texts);
                let cells: Vec<OutCell> = cells.map(|(c, text)| columns::cell(c, text)).collect();
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

    pub fn finish(self) -> Result<(), FormatError> {
        match self {
            Self::Table(writer, _) => writer.finish().map(drop),
            Self::Cards(writer, ..) => writer.finish().map(drop),
        }
    }
}
