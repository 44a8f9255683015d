//! `roster mappings` and `roster mapping …`: what becomes of columns, kept under names by `import --save-mapping`.

use clap::{Args, Subcommand};
use roster_core::import::{self, MappingByName, MappingRename};

use super::Context;
use crate::failure::Result;
use crate::table::table;

/// List the named mappings; `import --mapping NAME` takes one.
#[derive(Debug, Args)]
pub struct Mappings {}

/// Rename or delete a named mapping.
#[derive(Debug, Subcommand)]
pub enum Mapping {
    Rename(Rename),
    Delete(Delete),
}

/// Give a mapping another name.
#[derive(Debug, Args)]
pub struct Rename {
    /// The name that it has.
    name: String,
    /// The name that it gets.
    to: String,
}

/// Delete a mapping; `roster undo` brings it back.
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
        let (done, said) = match self {
            Self::Rename(Rename { name, to }) => {
                let said = format!("{name} is called {to} now.\n");
                let request = MappingRename { name, to };
                let work = async |ws: &_| Ok(import::rename_mapping(ws, &request).await?);
                (
                    crate::workspace::existing(context.global, work).await?,
                    said,
                )
            }
            Self::Delete(Delete { name }) => {
                let said = format!("{name} is gone; `roster undo` brings it back.\n");
                let request = MappingByName { name };
                let work = async |ws: &_| Ok(import::delete_mapping(ws, &request).await?);
                (
                    crate::workspace::existing(context.global, work).await?,
                    said,
                )
            }
        };
        context.out.done(&done, || said)
    }
}
