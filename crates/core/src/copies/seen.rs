//! What this machine has seen of a workspace and its copies: one small file for each identity, in Roster's own folder. It
//! holds paths, times and counts, and nothing of a contact.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lineage::Lineage;

/// How many workspaces are remembered; those that were seen least lately go.
const WORKSPACES: usize = 100;
/// How many copies of one are.
const COPIES: usize = 10;

/// A copy as it was when it was seen last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SeenCopy {
    pub path: PathBuf,
    pub seen_at: String,
    pub contacts: i64,
    pub lineage: Lineage,
    /// It was worked on while it was not settled yet how it stands to the others.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_unsettled: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
fn is_false(value: &bool) -> bool {
    !value
}

/// Where the copies of a workspace are remembered.
#[derive(Debug, Clone)]
pub(super) struct Memory {
    folder: PathBuf,
    file: PathBuf,
}

impl Memory {
    /// None for an identity that is none: it comes out of a file that anybody may have made, and becomes a name here.
    pub fn of(data: &Path, identity: &str) -> Option<Self> {
        let is_sound = identity.len() == 32
            && identity
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let folder = data.join("seen");
        let file = folder.join(format!("{identity}.json"));
        is_sound.then_some(Self { folder, file })
    }

    /// What can't be read was never seen.
    pub fn read(&self) -> Vec<SeenCopy> {
        let text = fs::read(&self.file).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// The latest first. Written beside and renamed, since the window and the command line may write at once.
    pub fn write(&self, mut copies: Vec<SeenCopy>) -> io::Result<()> {
        copies.truncate(COPIES);
        fs::create_dir_all(&self.folder)?;
        if !self.file.exists() {
            self.thin();
        }
        let mut written = tempfile::NamedTempFile::new_in(&self.folder)?;
        written.write_all(&serde_json::to_vec(&copies)?)?;
        written.persist(&self.file).map_err(|e| e.error)?;
        Ok(())
    }

    fn thin(&self) {
        let read = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut files: Vec<_> = read
            .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
            .collect();
        files.sort();
        let many = files.len().saturating_sub(WORKSPACES - 1);
        for (_, path) in files.drain(..many) {
            // One that stays does no harm.
            let _ = fs::remove_file(path);
        }
    }
}
