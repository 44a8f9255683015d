//! What is asked of a backup and what is answered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Carried;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BackupRequest {
    pub path: String,
}

/// The attached contents that came along, in the folder beside the copy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct BackupFiles {
    pub count: u64,
    pub bytes: u64,
    /// Contents that are missing or changed where they should have come from, and so did not come along.
    pub missing: u64,
}

impl From<Carried> for BackupFiles {
    fn from(carried: Carried) -> Self {
        Self {
            count: carried.count,
            bytes: carried.bytes,
            missing: carried.missing,
        }
    }
}

/// A copy that was made, or that the workspace was restored from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Backup {
    pub file: String,
    pub bytes: u64,
    /// Contacts in it, without those in the trash and the archive.
    pub contacts: i64,
    pub files: BackupFiles,
    /// Where the state from before a restore was kept; absent where there was none, and after saving.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub before: Option<String>,
}
