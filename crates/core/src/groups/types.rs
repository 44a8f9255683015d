//! What a group looks like from outside, and the requests about groups.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::{ContactsQuery, Selection};
use crate::filters::Mistake;
use crate::import::ImportSource;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    Static,
    Dynamic,
}

/// A named set of contacts with its counts at this moment (G5).
#[derive(Debug, Clone, Serialize, TS)]
pub struct Group {
    pub id: i64,
    pub name: String,
    pub category: Option<String>,
    /// `general`, `campaign`, `event` or `segment`.
    #[serde(rename = "type")]
    pub kind_of_use: String,
    pub kind: GroupKind,
    /// Members with at least one active phone or e-mail.
    pub active: i64,
    pub total: i64,
    pub created: String,
    pub description: Option<String>,
    /// The text of a dynamic group's filter.
    pub filter: Option<String>,
    /// Why the filter can't be asked any more, as when a field that it names was removed. Then the group holds only
    /// whom it always includes.
    pub problem: Option<Mistake>,
    /// How many contacts a dynamic group always includes and always excludes, whatever its filter says.
    pub included: i64,
    pub excluded: i64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Groups {
    pub groups: Vec<Group>,
}

/// A new group; with a filter a dynamic one.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct GroupCreate {
    pub name: String,
    /// By name; made when new.
    #[serde(default)]
    pub category: Option<String>,
    #[serde(default, rename = "type")]
    pub kind_of_use: Option<String>,
    #[serde(default)]
    pub filter: Option<String>,
    #[serde(default)]
    pub description: Option<String>,
}

/// Changes to a group; what is null stays, an empty category or description goes.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct GroupEdit {
    pub id: i64,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub category: Option<String>,
    #[serde(default, rename = "type")]
    pub kind_of_use: Option<String>,
    /// Of a dynamic group.
    #[serde(default)]
    pub filter: Option<String>,
    #[serde(default)]
    pub description: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupChanged {
    pub group: Group,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupIds {
    pub ids: Vec<i64>,
}

/// Which contacts are meant.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Who {
    Selection {
        selection: Selection,
    },
    /// All that match.
    Query {
        query: ContactsQuery,
    },
    /// Those who have one of the e-mails or phones in a list: a file, or what was pasted.
    List {
        source: ImportSource,
    },
}

/// Puts contacts into a group or takes them out. On a dynamic group they are pinned: always included, always
/// excluded.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupAssign {
    pub group: i64,
    pub who: Who,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupAssigned {
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
    /// How many contacts were meant.
    pub contacts: u64,
    /// How many of them were changed; the others were as asked already.
    pub changed: u64,
    /// Values of a list, or rows of a table, that name no contact: how many, and the first 500 as they stand there.
    pub unknown: u64,
    pub unknown_values: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pin {
    Include,
    Exclude,
    /// As the filter says.
    None,
}

/// Pins contacts to a dynamic group.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupPin {
    pub group: i64,
    pub who: Who,
    pub pin: Pin,
}

/// Moves all contacts of other groups into one; the others go.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupsMerge {
    pub into: i64,
    pub from: Vec<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Combination {
    /// In any of the groups.
    Union,
    /// In all of them.
    Intersect,
    /// In the first and in none of the others.
    Except,
}

/// A new group made of others.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupsCombine {
    pub group: GroupCreate,
    pub how: Combination,
    pub of: Vec<i64>,
    /// Follows the groups it is made of; else it holds who is in them now.
    pub live: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupDuplicate {
    pub id: i64,
    pub name: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupCategory {
    pub id: i64,
    pub name: String,
    pub groups: i64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupCategories {
    pub categories: Vec<GroupCategory>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupCategoryRename {
    pub id: i64,
    pub name: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupCategoryAdd {
    pub name: String,
}

/// The categories in their new order; those that are not named follow.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupCategoriesArrange {
    pub ids: Vec<i64>,
}
