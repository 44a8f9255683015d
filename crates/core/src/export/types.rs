//! The request and answer of an export.

use roster_formats::{CsvStyle, Delimiter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::{ContactsQuery, Selection};
use crate::gate::{Channel, LeftOut, Refusal};
use crate::opt_outs::Initiative;
use crate::organizations::{OrganizationSelection, OrganizationsQuery};

/// How an export is to be, whoever is in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ExportChoice {
    /// `xlsx`, `csv`, `vcf` (vCard 3.0) or `vcf4`; by the name's ending unless told.
    pub format: Option<String>,
    /// Field names in their order; all that hold anything unless told.
    pub fields: Vec<String>,
    /// What the list is for: the gate leaves out whom it may not reach that way (X3).
    pub purpose: Option<Channel>,
    /// The program that is to read a csv: `google`, `outlook` (`outlook:de`) or `mailchimp`.
    pub dialect: Option<String>,
    /// Opted-out values too, in a file for a program that knows no opt-outs.
    pub opted_out: bool,
    /// As the reader's Excel opens a csv; unless told as the program of the dialect takes it, else with commas and a byte
    /// order mark.
    pub csv: Option<CsvChoice>,
    /// A field, or `owner` for the owner of the organization: a file for each of its values, in a folder.
    pub split_by: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CsvChoice {
    pub delimiter: CsvDelimiter,
    /// Whether a byte order mark says that the text is UTF-8, without which Excel doesn't know it.
    pub mark: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CsvDelimiter {
    Comma,
    Semicolon,
    Tab,
}

impl CsvChoice {
    pub(super) fn style(self) -> CsvStyle {
        CsvStyle {
            delimiter: match self.delimiter {
                CsvDelimiter::Comma => Delimiter::Comma,
                CsvDelimiter::Semicolon => Delimiter::Semicolon,
                CsvDelimiter::Tab => Delimiter::Tab,
            },
            mark: self.mark,
        }
    }
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct ExportRequest {
    /// Of the file; of a folder, where the export is split.
    pub path: String,
    #[serde(flatten)]
    pub choice: ExportChoice,
    #[serde(default)]
    pub query: ContactsQuery,
    /// Instead of the query's contacts.
    #[serde(default)]
    pub selection: Option<Selection>,
    /// Where to save the list of those left out, xlsx or csv; only when there are any.
    #[serde(default)]
    pub left_out_path: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportReport {
    pub file: String,
    pub contacts: u64,
    pub left_out: LeftOut,
    /// The list of those left out, where it was asked for and there are any.
    pub left_out_file: Option<String>,
    /// The first of those left out, at most 500.
    pub left_out_rows: Vec<LeftOutRow>,
    /// What the program of the dialect has no place for, the most frequent first.
    pub left_behind: Vec<LeftBehind>,
    /// The files of an export that is split, none of one that isn't.
    pub files: Vec<SplitFile>,
    pub seconds: f64,
}

/// Something that a file for another program can't hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftBehind {
    /// A field, or `opted_out` for opted-out values, `birth_year` for the years of birthdays.
    pub field: String,
    /// How many contacts have it.
    pub contacts: u64,
}

/// One of the files of an export that is split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SplitFile {
    /// Its name in the folder.
    pub name: String,
    /// Null for those that have none.
    pub value: Option<String>,
    pub contacts: u64,
}

/// A contact that the gate left out, and why. It holds none of the contact's addresses: this list is for mending and
/// explaining, not for sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOutRow {
    pub id: i64,
    pub name: String,
    pub organization: Option<String>,
    pub refusal: Refusal,
    /// For an opt-out: since when, at whose wish and why.
    pub since: Option<String>,
    pub initiative: Option<Initiative>,
    pub reason: Option<String>,
}

/// Saves the list of those whom the gate leaves out of an export.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LeftOutRequest {
    pub path: String,
    #[serde(default)]
    pub query: ContactsQuery,
    #[serde(default)]
    pub selection: Option<Selection>,
    pub purpose: Channel,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct LeftOutSaved {
    pub file: String,
    pub contacts: u64,
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct OrganizationsExport {
    pub path: String,
    /// `xlsx` or `csv`; by the name's ending unless told.
    #[serde(default)]
    pub format: Option<String>,
    #[serde(default)]
    pub query: OrganizationsQuery,
    /// Instead of the query's organizations.
    #[serde(default)]
    pub selection: Option<OrganizationSelection>,
    /// `name`, `kind`, `number`, `parent`, `contacts`, `industry`, `size`, `owner`, `notes`, `created`, `uid`, the fields of
    /// points and addresses and the codes of custom fields, in their order; all that hold anything unless told.
    #[serde(default)]
    pub fields: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganizationsExported {
    pub file: String,
    pub organizations: u64,
    pub seconds: f64,
}
