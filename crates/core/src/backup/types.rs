//! What is asked of a backup and what is answered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BackupRequest {
    pub path: String,
}

/// A copy that was made, or that the workspace was restored from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Backup {
    pub file: String,
    pub bytes: u64,
    /// Contacts in it, without those in the trash and the archive.
    pub contacts: i64,
    /// Where the state from before a restore was kept; absent where there was none, and after saving.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub before: Option<String>,
}
