//! `roster mappings` and `roster mapping …`: what becomes of columns, kept under names by `import --save-mapping`.

use clap::{Args, Subcommand};
use roster_core::import;
use roster_core::kept::{KeptByName, KeptRename};

use super::Context;
use crate::failure::Result;
use crate::table::table;

/// List the named mappings; `import --mapping NAME` takes one.
#[derive(Debug, Args)]
pub struct Mappings {}

/// Rename or delete a named mapping.
#[derive(Debug, Subcommand)]
pub enum Mapping {
    /// Give a mapping another name.
    Rename(Rename),
    /// Delete a mapping; `roster undo` brings it back.
    Delete(Delete),
}

/// Another name for what is kept under one.
#[derive(Debug, Args)]
pub struct Rename {
    /// The name that it has.
    name: String,
    /// The name that it gets.
    to: String,
}

/// What is kept under a name, to be deleted.
#[derive(Debug, Args)]
pub struct Delete {
    /// The name that it has.
    name: String,
}

impl Mappings {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(import::mappings(ws).await?);
        let found = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&found, || {
            let rows = found.mappings.iter();
            let row = |m: &import::NamedMapping| {
                [m.name.clone(), m.headers.join(", "), m.saved_at.clone()]
            };
            table(["Name", "Columns", "Saved"], rows.map(row))
        })
    }
}

impl Mapping {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Rename(rename) => {
                let said = rename.said();
                let request = rename.request();
                let work = async |ws: &_| Ok(import::rename_mapping(ws, &request).await?);
                let done = crate::workspace::existing(context.global, work).await?;
                context.out.done(&done, || said)
            }
            Self::Delete(delete) => {
                let said = delete.said();
                let request = delete.request();
                let work = async |ws: &_| Ok(import::delete_mapping(ws, &request).await?);
                let done = crate::workspace::existing(context.global, work).await?;
                context.out.done(&done, || said)
            }
        }
    }
}

impl Rename {
    pub(super) fn said(&self) -> String {
        format!("{} is called {} now.\n", self.name, self.to)
    }

    pub(super) fn request(self) -> KeptRename {
        let Self { name, to } = self;
        KeptRename { name, to }
    }
}

impl Delete {
    pub(super) fn said(&self) -> String {
        format!("{} is gone; `roster undo` brings it back.\n", self.name)
    }

    pub(super) fn request(self) -> KeptByName {
        KeptByName { name: self.name }
    }
}
