//! Looking at a file: what was detected and what its columns probably are.

use roster_formats::ReadOptions;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::request::ColumnMapping;
use super::source::{ImportSource, OrderTs, ReadOptionsTs};
use crate::error::{Error, Result};
use crate::guess::{self, Wanted};
use crate::values::date::Order;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PreviewRequest {
    pub source: ImportSource,
    #[serde(default)]
    #[ts(as = "ReadOptionsTs")]
    pub options: ReadOptions,
    /// How many rows to show; 20 unless told, null for all.
    #[serde(default = "twenty")]
    pub rows: Option<u32>,
    /// Rows as they stand in the sheet, preamble and header too.
    #[serde(default)]
    pub raw: bool,
    /// The program whose export the header is read as: `NAME`, `NAME:LOCALE` or `none`; as voted unless told.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub dialect: Option<String>,
    /// The named mapping whose decisions take the place of the proposals.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub named: Option<String>,
}

fn twenty() -> Option<u32> {
    Some(20)
}

/// Text that was once read in a wrong encoding and saved so ("GrÃ¶ÃŸer" for "Größer").
#[derive(Debug, Clone, Serialize, TS)]
pub struct Garbled {
    /// The encoding that it was taken for.
    pub encoding: String,
    /// How many cells of the first thousand rows are so.
    pub cells: u32,
    pub samples: Vec<GarbledSample>,
    /// The file is read repaired.
    pub repaired: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct GarbledSample {
    pub before: String,
    pub after: String,
}

impl From<&roster_formats::Garbled> for Garbled {
    fn from(found: &roster_formats::Garbled) -> Self {
        let sample = |(before, after): &(String, String)| GarbledSample {
            before: before.clone(),
            after: after.clone(),
        };
        Self {
            encoding: found.encoding.to_owned(),
            cells: found.cells as u32,
            samples: found.samples.iter().map(sample).collect(),
            repaired: found.repaired,
        }
    }
}

/// One way to read an ambiguous date column.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DateReading {
    pub typed: String,
    pub dmy: String,
    pub mdy: String,
}

/// How the dates of a column are written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DateGuess {
    #[ts(as = "OrderTs")]
    pub order: Order,
    /// All days are 12 or less: both readings are possible, and the user decides (I4).
    pub ambiguous: bool,
    pub readings: Vec<DateReading>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewColumn {
    /// 1-based.
    pub position: u32,
    pub column: String,
    /// The proposed field; null where there is no proposal (orange in the window).
    pub field: Option<String>,
    /// 0 to 1.
    pub confidence: f64,
    /// The first non-empty values.
    pub samples: Vec<String>,
    pub dates: Option<DateGuess>,
    /// The column (1-based) whose phones, e-mails or addresses this one names, unless it is given a field.
    pub label_of: Option<u32>,
    /// What was decided of the column the last time, or in the named mapping.
    pub kept: Option<ColumnMapping>,
}

/// What identifies the state of a file, to notice a change between looking and importing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fingerprint {
    pub bytes: u64,
    /// Milliseconds since 1970.
    pub modified: i64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Preview {
    pub file: String,
    pub format: String,
    pub sheets: Vec<String>,
    pub sheet: Option<String>,
    pub encoding: Option<String>,
    pub delimiter: Option<String>,
    /// 1-based; null where there is no header.
    pub header_row: Option<u32>,
    /// The program that the file comes from, where its header tells or the user did.
    pub dialect: Option<Dialect>,
    /// The programs that it could come from, the likeliest first.
    pub dialects: Vec<Dialect>,
    pub columns: Vec<PreviewColumn>,
    pub rows: Vec<Vec<String>>,
    /// The row numbers of `rows` as a spreadsheet shows them.
    pub row_numbers: Vec<u32>,
    /// By its name or columns, the file holds only people who have opted out.
    pub everyone_opted_out: bool,
    pub garbled: Option<Garbled>,
    /// The mapping is the one used for the last file with this header.
    pub remembered: bool,
    pub fingerprint: Option<Fingerprint>,
}

/// A program's way of naming columns: "41 of 43 columns are Outlook's, in German".
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Dialect {
    pub name: String,
    pub locale: String,
    pub known: u32,
    pub columns: u32,
}

impl Dialect {
    /// Whose header this is, as asked for or by a vote of all columns.
    pub(in crate::import) fn of(columns: &[String], wanted: &Wanted) -> Option<Self> {
        let headers: Vec<&str> = columns.iter().map(String::as_str).collect();
        guess::dialect(&headers, wanted).map(Self::from)
    }

    /// Whose header it could be, the likeliest first.
    pub(in crate::import) fn candidates(columns: &[String]) -> Vec<Self> {
        let headers: Vec<&str> = columns.iter().map(String::as_str).collect();
        guess::candidates(&headers)
            .into_iter()
            .map(Self::from)
            .collect()
    }
}

impl From<guess::Dialect> for Dialect {
    fn from(found: guess::Dialect) -> Self {
        Self {
            name: found.name.to_owned(),
            locale: found.locale.to_owned(),
            known: found.known as u32,
            columns: found.columns as u32,
        }
    }
}

/// What a request says of the dialect.
///
/// # Errors
/// `Invalid` where no dialect is called so.
pub(in crate::import) fn wanted_dialect(asked: Option<&str>) -> Result<Wanted> {
    match asked.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(Wanted::Voted),
        Some(text) => Wanted::parse(text).ok_or_else(|| {
            Error::field(
                "dialect",
                format!("No program's way of naming columns is called “{text}”."),
            )
        }),
    }
}
