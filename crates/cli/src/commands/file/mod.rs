//! `roster file …`: files attached, saved, renamed, taken off, compared with what was attached.

mod add;
pub mod list;
mod verify;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use roster_core::contacts::BatchDone;
use roster_core::files::{self, FileRename, FileSave, FilesDetach};

use super::Context;
use crate::failure::Result;
use crate::reading::utf8;
use crate::table::counted;
use add::Add;
use verify::Verify;

/// Attach files to contacts and organizations, save, rename or remove them.
///
/// `roster contact files ID` and `roster org files ID` list them with their numbers.
#[derive(Debug, Subcommand)]
pub enum File {
    Add(Add),
    Save(Save),
    Rename(Rename),
    Remove(Remove),
    Verify(Verify),
}

/// Save a copy of an attached file.
#[derive(Debug, Args)]
pub struct Save {
    /// The file's number, from `roster contact files`.
    id: i64,
    /// Where the copy goes.
    file: PathBuf,
}

/// Give an attached file another name; without an ending it keeps the one it has.
#[derive(Debug, Args)]
pub struct Rename {
    /// The file's number, from `roster contact files`.
    id: i64,
    /// The new name.
    name: String,
}

/// Take files off; `roster undo` brings them back until the trash is emptied.
#[derive(Debug, Args)]
pub struct Remove {
    /// The files' numbers, from `roster contact files`.
    #[arg(required = true)]
    ids: Vec<i64>,
}

impl File {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Add(command) => command.run(context).await,
            Self::Save(command) => command.run(context).await,
            Self::Rename(command) => command.run(context).await,
            Self::Remove(command) => command.run(context).await,
            Self::Verify(command) => command.run(context).await,
        }
    }
}

impl Save {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let input = FileSave {
            id: self.id,
            path: utf8(&self.file)?,
        };
        let work = async |ws: &_| Ok(files::save(ws, &input, job).await?);
        let saved = crate::workspace::existing(context.global, work).await?;
        context.out.done(&saved, || {
            let doubt = if saved.changed {
                " It is not what was attached: something has changed it since."
            } else {
                ""
            };
            format!("Saved to {}.{doubt}\n", saved.file)
        })
    }
}

impl Rename {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = FileRename {
            id: self.id,
            name: self.name,
        };
        let work = async |ws: &_| Ok(files::rename(ws, &input).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        let told = || format!("The file is called {} now.\n", changed.file.name);
        context.out.done(&changed, told)
    }
}

impl Remove {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = FilesDetach { ids: self.ids };
        let work = async |ws: &_| Ok(files::detach(ws, &input).await?);
        let done: BatchDone = crate::workspace::existing(context.global, work).await?;
        let told = || {
            let count = counted(done.count, "file", "files");
            format!("{count} taken off; `roster undo` brings them back.\n")
        };
        context.out.done(&done, told)
    }
}
