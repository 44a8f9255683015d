//! What is asked of a backup and what is answered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Carried;
use crate::privacy::Returned;

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
    /// People who had been erased and were in the backup.
    #[serde(flatten)]
    pub returned: Returned,
}

/// Why Roster made a backup by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Before an import.
    Import,
    /// Before a change of many contacts.
    Change,
    /// Before something was removed for good.
    Removal,
    /// Before a newer Roster changed the form of the file.
    Update,
    /// Before a restore.
    Restore,
    /// Before a repair.
    Repair,
    /// Since something had changed.
    Use,
    /// The user asked for it.
    Asked,
}

/// A backup in the workspace's folder of backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptBackup {
    /// The name of its file, by which calls name it.
    pub name: String,
    /// When it was made; null where the file doesn't say.
    pub at: Option<String>,
    pub why: Option<Why>,
    pub bytes: u64,
    pub contacts: Option<i64>,
    pub organizations: Option<i64>,
    pub groups: Option<i64>,
    /// Whether it can be read at all. A restore looks closer.
    pub readable: bool,
}

/// The workspace's own backups, the latest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Backups {
    pub folder: String,
    pub bytes: u64,
    pub backups: Vec<KeptBackup>,
    /// Why the last one could not be made; null when it could.
    pub failure: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BackupName {
    pub name: String,
}

/// Looking inside a backup: a stretch of its contacts that a search finds.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BackupLook {
    pub name: String,
    #[serde(default)]
    pub search: String,
    pub offset: u32,
    /// At most 200.
    pub limit: u32,
}

/// What became of a contact since the backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Since {
    Same,
    Changed,
    /// It is in the trash or in the archive.
    Aside,
    Gone,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupContact {
    /// Its number in the backup.
    pub id: i64,
    pub name: String,
    pub organization: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub since: Since,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupContents {
    pub total: u32,
    pub contacts: Vec<BackupContact>,
}

/// Contacts to bring back from a backup, by their numbers in it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BackupTake {
    pub name: String,
    pub ids: Vec<i64>,
}
