//! A zip of spreadsheets, as some services hand out their lists: each file in it stands as a sheet.
//!
//! The chosen file is unpacked into memory, under the limits that hold for any package.

use std::cell::Cell;
use std::io::Read;

use crate::book::capped::{Together, part_error};
use crate::error::FormatError;
use crate::format::Format;
use crate::sniff::open_zip;
use crate::source::{Input, Source};

/// A csv of a million contacts has half of this.
const MOST_BYTES: u64 = 512 << 20;

/// The tables of a zip, and the content of one of them.
pub(crate) struct Packed {
    pub names: Vec<String>,
    pub chosen: String,
    pub source: Source,
}

impl Packed {
    /// The table called `wanted`, or else the first; None where the zip holds none.
    pub fn open(input: &Input, wanted: Option<&str>) -> Result<Option<Self>, FormatError> {
        let (mut zip, _) = open_zip(input)?;
        let paths: Vec<String> = zip
            .file_names_raw()
            .map(|n| String::from_utf8_lossy(n).into_owned())
            .collect();
        let mut tables: Vec<(usize, &String)> = paths
            .iter()
            .enumerate()
            .filter(|(_, path)| is_table(path))
            .collect();
        tables.sort_by_key(|(_, path)| path.as_str());
        let Some(first) = tables.first() else {
            return Ok(None);
        };
        let names: Vec<String> = tables.iter().map(|(_, path)| (*path).clone()).collect();
        let (index, path) = match wanted {
            None => *first,
            Some(wanted) => *tables
                .iter()
                .find(|(_, path)| *path == wanted)
                .ok_or_else(|| FormatError::UnknownSheet {
                    name: input.name.clone(),
                    sheet: wanted.to_owned(),
                    sheets: names.clone(),
                })?,
        };
        let unpacked = Cell::new(0);
        let entry = zip.by_index(index).map_err(|_| {
            FormatError::damaged(&input.name, "one of its parts cannot be unpacked")
        })?;
        let mut bytes = Vec::new();
        Together::new(entry, input.len, &unpacked)
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(|e| part_error(&input.name, &e))?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(FormatError::too_large(
                &input.name,
                "a file in it unpacks to more than 512 MB",
            ));
        }
        let chosen = path.clone();
        let name = chosen.rsplit('/').next().unwrap_or_default().to_owned();
        Ok(Some(Self {
            names,
            chosen,
            source: Source::Bytes { name, bytes },
        }))
    }
}

/// Text without columns may be a letter that comes along.
fn is_table(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    let hidden = path.starts_with("__MACOSX/") || file.starts_with('.');
    let format = Format::from_file_name(file);
    !hidden && format.is_some_and(|f| f.is_table() && f != Format::Txt)
}
