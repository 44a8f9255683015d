//! The requests and answers of the import wizard and of `roster import`.
//!
//! Every call carries the whole request, so that a stage can be repeated and what was rehearsed is what runs.

use std::collections::BTreeMap;

use roster_formats::ReadOptions;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::guess::{self, Wanted};
pub use crate::values::date::Order;

/// Where the rows come from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportSource {
    File {
        path: String,
    },
    /// Pasted or typed rows.
    Text {
        text: String,
    },
    /// Standard input of the command line: bytes and a name to show.
    #[serde(skip)]
    #[ts(skip)]
    Bytes {
        name: String,
        bytes: Vec<u8>,
    },
}

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

/// The TypeScript shape of [`Order`].
#[derive(TS)]
#[ts(rename = "DateOrder", rename_all = "UPPERCASE")]
#[allow(dead_code)]
enum OrderTs {
    Dmy,
    Mdy,
    Ymd,
}

/// The TypeScript shape of `roster_formats::ReadOptions`.
#[derive(TS)]
#[ts(rename = "ReadOptions", optional_fields = nullable)]
#[allow(dead_code)]
struct ReadOptionsTs {
    format: Option<String>,
    sheet: Option<String>,
    encoding: Option<String>,
    delimiter: Option<String>,
    /// 1-based; 0 when there is no header.
    header_row: Option<u32>,
    /// Whether text that was once read in a wrong encoding is repaired.
    repair_text: Option<bool>,
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
    pub(super) fn of(columns: &[String], wanted: &Wanted) -> Option<Self> {
        let headers: Vec<&str> = columns.iter().map(String::as_str).collect();
        guess::dialect(&headers, wanted).map(Self::from)
    }

    /// Whose header it could be, the likeliest first.
    pub(super) fn candidates(columns: &[String]) -> Vec<Self> {
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
pub(super) fn wanted_dialect(asked: Option<&str>) -> Result<Wanted> {
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

/// What happens to a value that a matched contact holds already (I8).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Update {
    /// Only what was empty is written.
    #[default]
    Fill,
    /// The file's value takes the place of the old one; empty cells never erase.
    Replace,
    /// Lists grow and points are added; single values are filled.
    Add,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    #[default]
    CreateUpdate,
    Create,
    Update,
    OptOut,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MatchKey {
    Uid,
    Email,
    Phone,
}

/// What a column becomes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ColumnMapping {
    /// 1-based.
    pub position: u32,
    /// A field name of CLI.md or a custom field's code; null or `ignore` leaves the column out.
    pub field: Option<String>,
    /// The label of a custom field to make from the column.
    #[serde(default)]
    pub new_field: Option<String>,
    #[serde(default)]
    pub update: Option<Update>,
    #[serde(default)]
    #[ts(as = "Option<OrderTs>")]
    pub date_order: Option<Order>,
    /// Whether full names and whole addresses are taken apart; null: where no other column holds their parts.
    #[serde(default)]
    pub split: Option<bool>,
    /// What stands before this column's value where an earlier column has the same field; a blank unless told.
    #[serde(default)]
    pub separator: Option<String>,
    /// What values of the column are to mean.
    #[serde(default)]
    #[ts(as = "Option<_>")]
    pub values: Vec<ValueMapping>,
}

/// What a value of a column is read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ValueMapping {
    /// As it stands in the file; upper and lower case and accents say nothing.
    pub value: String,
    /// What is read instead: a value of the field, or a new option of its list; null leaves the value out.
    pub becomes: Option<String>,
}

impl ColumnMapping {
    /// A column that is given a field, with nothing else said of it.
    pub fn new(position: u32, field: Option<String>) -> Self {
        Self {
            position,
            field,
            new_field: None,
            update: None,
            date_order: None,
            split: None,
            separator: None,
            values: Vec::new(),
        }
    }
}

/// A cell corrected in the rehearsal.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CellEdit {
    /// The row number as the spreadsheet shows it.
    pub row: u32,
    /// 1-based column.
    pub position: u32,
    pub value: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportRequest {
    pub source: ImportSource,
    #[serde(default)]
    #[ts(as = "ReadOptionsTs")]
    pub options: ReadOptions,
    /// As in a preview.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub dialect: Option<String>,
    /// As in a preview.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub named: Option<String>,
    /// Columns that are not named here get their proposed field.
    #[serde(default)]
    pub mapping: Vec<ColumnMapping>,
    /// ISO 3166 alpha-2: the country of phone numbers without one.
    #[serde(default)]
    pub country: Option<String>,
    #[serde(default)]
    #[ts(as = "Option<OrderTs>")]
    pub date_order: Option<Order>,
    #[serde(default)]
    pub mode: Mode,
    /// The keys tried for matching, in this order; uid, email, phone unless told.
    #[serde(default = "default_keys")]
    pub match_keys: Vec<MatchKey>,
    #[serde(default)]
    pub update: Update,
    /// Names of groups that every row's contact joins; made where they don't exist.
    #[serde(default)]
    pub groups: Vec<String>,
    /// The organization that takes the new contacts of rows that name none; found by its name or made as an account.
    #[serde(default)]
    pub organization: Option<String>,
    /// Columns without a field become custom fields.
    #[serde(default)]
    pub new_fields: bool,
    /// Whether full names and whole addresses are taken apart, for columns that say nothing else.
    #[serde(default)]
    pub split: Option<bool>,
    /// Whether everyone in the file has opted out; as recognized by the file (Mailchimp's) unless told.
    #[serde(default)]
    pub everyone_opted_out: Option<bool>,
    #[serde(default)]
    pub edits: Vec<CellEdit>,
    /// Rows that are rejected since the user left them out, by the numbers that the spreadsheet shows.
    #[serde(default)]
    pub left_out: Vec<u32>,
    /// The state of the file when it was looked at.
    #[serde(default)]
    pub fingerprint: Option<Fingerprint>,
    /// Where to save the rejected rows; only when there are any.
    #[serde(default)]
    pub rejects: Option<String>,
}

impl ImportRequest {
    /// An import of everything in the source, with all that can be decided left to the proposals.
    pub fn new(source: ImportSource) -> Self {
        Self {
            source,
            options: ReadOptions::default(),
            dialect: None,
            named: None,
            mapping: Vec::new(),
            country: None,
            date_order: None,
            mode: Mode::default(),
            match_keys: default_keys(),
            update: Update::default(),
            groups: Vec::new(),
            organization: None,
            new_fields: false,
            split: None,
            everyone_opted_out: None,
            edits: Vec::new(),
            left_out: Vec::new(),
            fingerprint: None,
            rejects: None,
        }
    }
}

fn default_keys() -> Vec<MatchKey> {
    vec![MatchKey::Uid, MatchKey::Email, MatchKey::Phone]
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Created,
    Updated,
    Unchanged,
    /// Repeats an earlier row of the file and was folded into it.
    Duplicate,
    Rejected,
}

/// What is wrong with a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// `no_contact_point`, `invalid_phone`, `invalid_email`, `damaged_number`, `no_match`, `required_field`, `no_organization`, `invalid_number` …
    pub code: String,
    /// 1-based column; null when it is about the whole row.
    pub position: Option<u32>,
    pub column: Option<String>,
    pub value: Option<String>,
    pub reason: String,
    pub hint: String,
}

/// What one row becomes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RowOutcome {
    pub row: u32,
    pub outcome: Outcome,
    pub cells: Vec<String>,
    /// The contact that was made or matched; null in a rehearsal of a new one.
    pub contact: Option<i64>,
    /// The first is why a rejected row was rejected; on other rows, details that are kept as a note.
    pub problems: Vec<Problem>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReportColumn {
    pub column: String,
    pub position: u32,
    /// `ignore` for columns that were left out.
    pub field: String,
    pub confidence: f64,
}

/// The answer of `import` (CLI.md). `rows` = created + updated + unchanged + duplicates + rejected.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// Null for a rehearsal.
    pub batch: Option<i64>,
    pub mode: Mode,
    pub file: String,
    pub format: String,
    pub sheet: Option<String>,
    pub encoding: Option<String>,
    pub delimiter: Option<String>,
    pub dialect: Option<Dialect>,
    pub mapping: Vec<ReportColumn>,
    pub rows: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub duplicates: u64,
    pub rejected: u64,
    /// Why rows were rejected; adds up to `rejected`.
    pub reasons: BTreeMap<String, u64>,
    /// Bad details of rows that were imported all the same, kept as notes on the contacts.
    pub kept_as_notes: BTreeMap<String, u64>,
    /// Values that a spreadsheet had damaged and that could be mended for certain.
    pub repaired: BTreeMap<String, u64>,
    /// Values that were left out since the mapping of values says so.
    #[serde(default)]
    pub left_out_values: u64,
    /// New contacts that look like ones that were there: the same name, or a phone or e-mail of somebody of another name.
    #[serde(default)]
    pub similar: u64,
    /// New opt-outs from a status column or in the mode `opt-out`.
    pub opted_out: u64,
    pub rejects_file: Option<String>,
    pub seconds: f64,
    /// The first rows of each outcome, at most 500 each, in the order of the file; not kept in the history.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<RowOutcome>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RejectsRequest {
    pub batch: i64,
    pub path: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct RejectsSaved {
    pub file: String,
    pub rows: u64,
}

/// Rejected rows of an import of the history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Rejects {
    pub total: u64,
    pub columns: Vec<String>,
    pub rows: Vec<RowOutcome>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExampleRequest {
    pub path: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ExampleSaved {
    pub file: String,
}
