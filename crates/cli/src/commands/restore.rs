//! `roster restore`: the workspace as it was in a backup.

use std::path::PathBuf;

use clap::Args;
use roster_core::backup::{self, Backup};
use roster_core::copies;

use super::Context;
use super::backup::{missing, with_files};
use crate::failure::Result;
use crate::table::counted;

/// Bring the workspace back to a backup; what it held before is kept as a backup of its own.
///
/// Works on a workspace that is open in the window, and on one that is missing or too damaged to be opened.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup.
    file: PathBuf,
}

impl Restore {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let path = crate::workspace::path(context.global);
        crate::passphrase::unlock(&path)?;
        crate::passphrase::unlock(&self.file)?;
        let restored = backup::restore_at(&path, &self.file, context.job).await?;
        // On purpose: the state that it took the place of is no copy that went astray.
        let keep = async |ws: &_| Ok(copies::keep(ws).await?);
        crate::workspace::existing(context.global, keep).await?;
        context.out.done(&restored, || told(&restored))
    }
}

pub fn told(restored: &Backup) -> String {
    let contacts = counted(restored.contacts, "contact", "contacts");
    let files = with_files(&restored.files);
    let mut text = format!("Restored {contacts}{files} from {}.\n", restored.file);
    text += &missing(&restored.files);
    if let Some(before) = &restored.before {
        text += &format!("What was there before is kept in {before}.\n");
    }
    text
}
