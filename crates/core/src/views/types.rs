//! What a view is, and the requests about views.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::Sort;
use crate::filters::Mistake;

/// Which list a view is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ViewSubject {
    Contact,
    Organization,
}

impl ViewSubject {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Organization => "organization",
        }
    }
}

/// A column as a view shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewColumn {
    /// A field's code.
    pub id: String,
    /// In pixels; null where nobody gave one.
    pub width: Option<u32>,
}

/// What a view shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewContent {
    #[serde(default)]
    pub search: String,
    /// The text form of a filter.
    #[serde(default)]
    pub filter: String,
    pub columns: Vec<ViewColumn>,
    #[serde(default)]
    pub sort: Sort,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct View {
    pub id: i64,
    pub name: String,
    pub content: ViewContent,
    /// Why the filter can't be asked any more, as when a group or field that it names was removed.
    pub problem: Option<Mistake>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ViewsRequest {
    pub subject: ViewSubject,
}

/// In the order of their tabs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Views {
    pub views: Vec<View>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ViewCreate {
    pub subject: ViewSubject,
    pub name: String,
    pub content: ViewContent,
}

/// Another name, another content, or both.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ViewUpdate {
    pub id: i64,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub content: Option<ViewContent>,
}

/// The same once more, under another name, right behind it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ViewDuplicate {
    pub id: i64,
    pub name: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ViewById {
    pub id: i64,
}

/// The views of a list in their new order; those that are not named follow.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ViewsArrange {
    pub subject: ViewSubject,
    pub ids: Vec<i64>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ViewChanged {
    /// Null for one that is gone, and after a change of the order.
    pub id: Option<i64>,
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}
