//! The fields that a column of a file can be given to and that an export can write, and the requests that change custom
//! ones.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::values::custom::FieldType;

/// What a field belongs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    #[default]
    Contact,
    Organization,
    Member,
}

impl Subject {
    pub const ALL: [Subject; 3] = [Self::Contact, Self::Organization, Self::Member];

    /// As the database, the JSON and the command line say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Organization => "organization",
            Self::Member => "member",
        }
    }

    pub(super) fn from_name(name: &str) -> Self {
        let found = Self::ALL.into_iter().find(|subject| subject.name() == name);
        found.unwrap_or_default()
    }
}

/// The section of the field menu that a field stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldSection {
    Name,
    Reach,
    Address,
    Work,
    Member,
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
    pub subject: Subject,
    /// What a value may be, for `one_of` and `many_of`.
    pub options: Vec<String>,
    /// ISO 4217, for `money`: the currency of amounts that are typed without one.
    pub currency: Option<String>,
    /// A new contact needs a value.
    pub required: bool,
    /// What a new contact gets where nothing else is said, in its kept form.
    pub default: Option<String>,
    /// No longer filled in and shown; its values are kept.
    pub retired: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Fields {
    pub fields: Vec<Field>,
}

/// How many contacts (or organizations) hold something in a field.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldUse {
    pub code: String,
    pub values: u64,
    /// Those among them that don't fit the field's type or options.
    pub misfits: u64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldUses {
    pub uses: Vec<FieldUse>,
}

/// A new custom field.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct FieldAdd {
    pub label: String,
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// Made from the label unless given; fixed from then on.
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    #[ts(as = "Option<_>")]
    pub subject: Subject,
    #[serde(default)]
    #[ts(as = "Option<_>")]
    pub options: Vec<String>,
    /// ISO 4217; the one of the workspace's country unless given.
    #[serde(default)]
    pub currency: Option<String>,
    #[serde(default)]
    #[ts(as = "Option<_>")]
    pub required: bool,
    #[serde(default)]
    pub default: Option<String>,
}

/// An option as it shall be; `was` names the one that it takes the place of, whose values are carried along.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OptionEdit {
    pub name: String,
    #[serde(default)]
    pub was: Option<String>,
}

/// Changes of a custom field; what is null stays as it is.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct FieldEdit {
    pub code: String,
    #[serde(default)]
    pub label: Option<String>,
    #[serde(default, rename = "type")]
    pub kind: Option<FieldType>,
    /// All options, in order.
    #[serde(default)]
    pub options: Option<Vec<OptionEdit>>,
    #[serde(default)]
    pub currency: Option<String>,
    #[serde(default)]
    pub required: Option<bool>,
    /// Empty: none from now on.
    #[serde(default)]
    pub default: Option<String>,
    /// Go ahead although values don't fit: they stay as they are, are marked and can be listed. Without it, such a change
    /// is refused.
    #[serde(default)]
    #[ts(as = "Option<_>")]
    pub keep_misfits: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldChanged {
    pub field: Field,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

/// A value that a change would make another, or that would not fit. `becomes` is null for the latter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Conversion {
    pub value: String,
    pub becomes: Option<String>,
    /// How many hold it.
    pub count: u64,
}

/// What a change of a field would do to its values. Nothing is wiped: what doesn't fit stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct FieldPreview {
    pub values: u64,
    pub converted: u64,
    pub misfits: u64,
    /// The most frequent values of either kind, at most 100 each, those that don't fit first.
    pub conversions: Vec<Conversion>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FieldByCode {
    pub code: String,
}

/// A contact or organization whose value doesn't fit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MisfitValue {
    /// The id of the contact or organization.
    pub id: i64,
    pub name: String,
    pub value: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Misfits {
    pub total: u64,
    /// At most 1,000.
    pub values: Vec<MisfitValue>,
}

/// The order of a subject's fields: every code of it, retired ones too.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FieldsArrange {
    pub subject: Subject,
    pub codes: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldsArranged {
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FieldRetire {
    pub code: String,
    /// False brings it back.
    pub retired: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldRemoved {
    /// The batch to undo.
    pub batch: i64,
    /// How many values went with it.
    pub values: u64,
}
