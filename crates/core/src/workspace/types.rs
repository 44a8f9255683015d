//! Counts, settings and the state of a workspace.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow, TS)]
pub struct Stats {
    pub contacts: i64,
    /// With at least one active phone or e-mail.
    pub active: i64,
    /// Without any phone or e-mail that is valid.
    pub unreachable: i64,
    pub organizations: i64,
    pub members: i64,
    pub groups: i64,
    pub opt_outs: i64,
    pub trash: i64,
    /// Put aside (L6).
    pub archived: i64,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkspaceInfo {
    pub path: String,
    /// The file's name without its ending.
    pub name: String,
    pub stats: Stats,
    pub settings: Settings,
    /// What Ctrl+Z would take back: the operation's name, or null.
    pub can_undo: Option<String>,
    pub can_redo: Option<String>,
}

/// Settings that belong to the workspace rather than to the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// ISO 3166 alpha-2: the country of phone numbers without one.
    #[serde(default)]
    pub country: Option<String>,
    /// Contacts belong to an organization (R8): each needs an account, an agency or a lead.
    #[serde(default)]
    pub organization_required: bool,
    /// Roster makes backups by itself (P4).
    #[serde(default = "yes")]
    pub backups: bool,
    /// How much its own backups may take; the oldest go first.
    #[serde(default = "two_gigabytes")]
    pub backups_megabytes: u32,
}

fn yes() -> bool {
    true
}

fn two_gigabytes() -> u32 {
    2000
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            country: None,
            organization_required: false,
            backups: yes(),
            backups_megabytes: two_gigabytes(),
        }
    }
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckReport {
    pub ok: bool,
    pub problems: Vec<String>,
    /// What is worth knowing and no problem.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub remarks: Vec<String>,
}
