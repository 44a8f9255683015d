//! `roster restore`: the workspace as it was in a backup.

use std::path::PathBuf;

use clap::Args;
use roster_core::backup::{self, Backup};
use roster_core::privacy::Returned;
use roster_core::{Error, copies};

use super::Context;
use super::backup::{missing, with_files};
use crate::failure::{Failure, Result};
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
        crate::passphrase::unlock(&self.file)?;
        let (file, job) = (&self.file, context.job);
        let work = async |ws: &_| Ok(backup::restore(ws, file, job).await?);
        let restored = match crate::workspace::existing(context.global, work).await {
            Err(Failure::Core(Error::NoWorkspace { .. } | Error::DamagedWorkspace { .. })) => {
                let restored = backup::restore_at(&path, file, job).await?;
                if let Some(data) = &context.global.data {
                    // On purpose: the state that it took the place of is no copy that went astray.
                    copies::keep_at(&path, data).await?;
                }
                restored
            }
            restored => restored?,
        };
        context.out.done(&restored, || told(&restored))
    }
}

pub fn told(restored: &Backup) -> String {
    let contacts = counted(restored.contacts, "contact", "contacts");
    let files = with_files(&restored.files);
    let mut text = format!("Restored {contacts}{files} from {}.\n", restored.file);
    text += &missing(&restored.files);
    let Returned {
        erased_again,
        still_there,
    } = restored.returned;
    if erased_again > 0 {
        let people = counted(erased_again as i64, "person", "people");
        text += &format!("{people} in it had been erased since, and were erased again.\n");
    }
    if still_there > 0 {
        let people = counted(still_there as i64, "person", "people");
        text += &format!(
            "{people} in it had been erased and could not be erased again: an owner has to do it by hand.\n"
        );
    }
    if let Some(before) = &restored.before {
        text += &format!("What was there before is kept in {before}.\n");
    }
    text
}
