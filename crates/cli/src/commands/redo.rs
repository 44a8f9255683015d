//! `roster redo`: does again what the last undo took back.

use clap::Args;
use roster_core::journal;

use super::{Context, undo};
use crate::failure::Result;

/// Do again what the last undo took back.
#[derive(Debug, Args)]
pub struct Redo {}

impl Redo {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &_| Ok(journal::redo(ws, job).await?);
        let redone = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .done(&redone, || undo::text("Did again", &redone))
    }
}
