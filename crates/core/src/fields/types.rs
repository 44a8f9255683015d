//! The fields that a column of a file can be given to, and that an export can write.

use serde::Serialize;
use ts_rs::TS;

/// The section of the field menu that a field stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldSection {
    Name,
    Reach,
    Address,
    Work,
    More,
    Custom,
}

/// A default or custom field (CLI.md, `fields`).
#[derive(Debug, Clone, Serialize, TS)]
pub struct Field {
    pub code: String,
    pub label: String,
    /// `text`, `long_text`, `number`, `money`, `date`, `yes_no`, `one_of`, `many_of`, `url`, `phone`, `email`, `list`.
    #[serde(rename = "type")]
    pub kind: String,
    pub custom: bool,
    pub section: FieldSection,
    /// May be given to several columns as `email`, `email2`, `email3` …
    pub repeatable: bool,
    /// An export can write it.
    pub exportable: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Fields {
    pub fields: Vec<Field>,
}
