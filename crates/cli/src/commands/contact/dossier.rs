//! `roster contact dossier`: everything that is known of a person.

use std::path::PathBuf;

use clap::Args;
use roster_core::privacy::{self, DossierSave};

use crate::commands::Context;
use crate::failure::Result;

/// Save everything that is known of a person: a document to read, or JSON where the name ends in .json.
#[derive(Debug, Args)]
pub struct Dossier {
    /// The contact's number, from `roster contacts`.
    id: i64,
    /// Where it goes; without it, it is printed as JSON.
    file: Option<PathBuf>,
}

impl Dossier {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let Some(file) = self.file else {
            let work = async |ws: &_| Ok(privacy::dossier(ws, self.id).await?);
            let dossier = crate::workspace::existing(context.global, work).await?;
            let text = serde_json::to_string_pretty(&dossier).unwrap_or_default();
            return context.out.answer(&dossier, || text + "\n");
        };
        let input = DossierSave {
            id: self.id,
            path: file.display().to_string(),
        };
        let work = async |ws: &_| Ok(privacy::save(ws, &input).await?);
        let saved = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .done(&saved, || format!("Saved {}.\n", saved.file))
    }
}
