//! Lists of contacts: a row, which contacts in which order, a stretch of them, chosen ones.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::PointStatus;

/// A phone or e-mail as a row of the grid shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PointCell {
    pub value: String,
    pub status: PointStatus,
}

/// What a contact holds in a column. Phones and e-mails have a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Cell {
    pub text: String,
    pub status: Option<PointStatus>,
}

/// One row of the grid (L3).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactRow {
    pub id: i64,
    pub name: String,
    pub organization: Option<String>,
    pub phone: Option<PointCell>,
    pub email: Option<PointCell>,
    pub groups: Vec<String>,
    pub created: String,
    /// When it was put into the trash.
    pub deleted: Option<String>,
    pub active: bool,
    /// What it holds in the other columns that were asked for, by their codes; empty ones are left out.
    pub cells: BTreeMap<String, Cell>,
}

/// By any field: a default one by its name, a custom one by its code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Sort {
    pub field: String,
    #[serde(default)]
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            field: "name".into(),
            descending: false,
        }
    }
}

/// Where contacts are: in the lists, put aside (L6), or in the trash (L5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    #[default]
    Lists,
    Archive,
    Trash,
}

/// Which contacts, in which order. All conditions hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct ContactsQuery {
    /// What was typed into the search: every word a prefix, order free, accents and case ignored (L2).
    #[serde(default)]
    pub search: String,
    /// Only members of this group.
    #[serde(default)]
    pub group: Option<i64>,
    /// Only contacts that this batch created.
    #[serde(default)]
    pub batch: Option<i64>,
    /// The text form of a filter; empty lets everything pass.
    #[serde(default)]
    pub filter: String,
    /// The lists unless told.
    #[serde(default)]
    #[ts(optional, as = "Option<Place>")]
    pub place: Place,
    #[serde(default)]
    pub sort: Sort,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PageRequest {
    pub query: ContactsQuery,
    pub offset: u32,
    /// At most 1,000.
    pub limit: u32,
    /// Codes of fields that the rows carry beside those that every row has.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub columns: Vec<String>,
}

/// A stretch of the list. `generation` names the state of the workspace that the list was made from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Page {
    pub total: u32,
    pub generation: i64,
    pub rows: Vec<ContactRow>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ById {
    pub id: i64,
}

/// Where a contact stands in a list, to keep it in view: its index or null.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PositionRequest {
    pub query: ContactsQuery,
    pub id: i64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Position {
    pub index: Option<u32>,
}

/// Chosen contacts: by id, or as ranges `[from, to)` of a list that must not have changed since.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Selection {
    Ids {
        ids: Vec<i64>,
    },
    Ranges {
        query: ContactsQuery,
        generation: i64,
        ranges: Vec<(u32, u32)>,
    },
}
