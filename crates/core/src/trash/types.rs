//! What is to be removed for good, and what was.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::Selection;
use crate::organizations::OrganizationSelection;

/// What is removed for good of that which is in the trash.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TrashEmpty {
    #[default]
    Everything,
    /// All contacts unless some are chosen.
    Contacts {
        #[serde(default)]
        selection: Option<Selection>,
    },
    /// All organizations unless some are chosen.
    Organizations {
        #[serde(default)]
        selection: Option<OrganizationSelection>,
    },
}

#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Emptied {
    /// How many contacts and organizations.
    pub count: u64,
    /// How many among them were organizations.
    pub organizations: u64,
    /// How many contacts stayed in the trash since they have orders or payments.
    pub with_orders: u64,
    /// How many contents of attached files that nothing used any more.
    pub files: u64,
}
