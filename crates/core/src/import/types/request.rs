//! What an import is to do: the decisions of the Fields and Groups stages.

use roster_formats::ReadOptions;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::preview::Fingerprint;
use super::source::{ImportSource, OrderTs, ReadOptionsTs};
use crate::values::date::Order;

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
