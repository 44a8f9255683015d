//! `roster export-profiles` and `roster export-profile …`: how an export is to be, kept under names by
//! `export --save-profile`.

use clap::{Args, Subcommand};
use roster_core::export::{self, ExportProfile};

use super::Context;
use super::mappings::{Delete, Rename};
use crate::failure::Result;
use crate::table::table;

/// List the export profiles; `export --profile NAME` takes one.
#[derive(Debug, Args)]
pub struct ExportProfiles {}

/// Rename or delete an export profile.
#[derive(Debug, Subcommand)]
pub enum ExportProfileVerb {
    /// Give a profile another name.
    Rename(Rename),
    /// Delete a profile; `roster undo` brings it back.
    Delete(Delete),
}

impl ExportProfiles {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(export::profiles(ws).await?);
        let found = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&found, || {
            table(
                ["Name", "For", "Columns", "Saved"],
                found.profiles.iter().map(row),
            )
        })
    }
}

fn row(profile: &ExportProfile) -> [String; 4] {
    let choice = &profile.choice;
    let format = choice.dialect.clone().or(choice.format.clone());
    let fields = match choice.fields.as_slice() {
        [] => "all".to_owned(),
        fields => fields.join(", "),
    };
    [
        profile.name.clone(),
        format.unwrap_or_default(),
        fields,
        profile.saved_at.clone(),
    ]
}

impl ExportProfileVerb {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Rename(rename) => {
                let said = rename.said();
                let request = rename.request();
                let work = async |ws: &_| Ok(export::rename_profile(ws, &request).await?);
                let done = crate::workspace::existing(context.global, work).await?;
                context.out.done(&done, || said)
            }
            Self::Delete(delete) => {
                let said = delete.said();
                let request = delete.request();
                let work = async |ws: &_| Ok(export::delete_profile(ws, &request).await?);
                let done = crate::workspace::existing(context.global, work).await?;
                context.out.done(&done, || said)
            }
        }
    }
}
