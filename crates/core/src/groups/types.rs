//! What a group looks like from outside.

use serde::Serialize;
use ts_rs::TS;

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
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Groups {
    pub groups: Vec<Group>,
}
