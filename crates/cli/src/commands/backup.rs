//! `roster backup`: a copy of the workspace, also while it is in use.

use std::path::PathBuf;

use clap::Args;
use roster_core::backup;

use super::Context;
use crate::failure::Result;
use crate::table::counted;

/// Save a verified copy of the workspace, also while the window is open.
///
/// An older backup of the same name is replaced once the new one is whole; any other file is left alone.
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
            format!("Saved {contacts} to {}.\n", saved.file)
        })
    }
}
