//! `roster backup`: a copy of the workspace, also while it is in use.

use std::path::PathBuf;

use clap::Args;
use roster_core::backup::{self, BackupFiles};

use super::Context;
use crate::failure::Result;
use crate::table::counted;

/// Save a verified copy of the workspace, also while the window is open.
///
/// Attached files go into a folder beside it, whose name is that of the copy and `.files`: keep the two together. An older backup of the same name is replaced once the new one is whole; any other file is left alone.
#[derive(Debug, Args)]
pub struct Backup {
    /// Where the copy goes.
    file: PathBuf,
}

impl Backup {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &_| Ok(backup::save(ws, &self.file, job).await?);
        let saved = crate::workspace::existing(context.global, work).await?;
        context.out.done(&saved, || {
            let contacts = counted(saved.contacts, "contact", "contacts");
            format!(
                "Saved {contacts}{} to {}.\n{}",
                with_files(&saved.files),
                saved.file,
                missing(&saved.files)
            )
        })
    }
}

/// What came along beside the contacts.
pub fn with_files(files: &BackupFiles) -> String {
    match files.count {
        0 => String::new(),
        count => format!(" and {}", counted(count, "attached file", "attached files")),
    }
}

pub fn missing(files: &BackupFiles) -> String {
    match files.missing {
        0 => String::new(),
        count => format!(
            "{} could not come along: missing or changed; `roster file verify` names them.\n",
            counted(count, "attached file", "attached files")
        ),
    }
}
