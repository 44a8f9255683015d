//! `roster stats`: how much the workspace holds.

use clap::Args;
use roster_core::workspace;

use super::Context;
use crate::failure::Result;
use crate::table::{count, table};

/// Count what the workspace holds.
#[derive(Debug, Args)]
pub struct Stats {}

impl Stats {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let stats =
            crate::workspace::existing(context.global, async |ws| Ok(workspace::stats(ws).await?))
                .await?;
        context.out.answer(&stats, || text(&stats))
    }
}

fn text(stats: &workspace::Stats) -> String {
    let rows = [
        ("Contacts", stats.contacts),
        (
            "Active: with a phone or e-mail that may be used",
            stats.active,
        ),
        (
            "Unreachable: without a valid phone or e-mail",
            stats.unreachable,
        ),
        ("Organizations", stats.organizations),
        ("Members", stats.members),
        ("Groups", stats.groups),
        ("Opt-outs", stats.opt_outs),
        ("In the trash", stats.trash),
    ];
    table(
        ["What", "How many"],
        rows.map(|(what, number)| [what.to_owned(), count(number)]),
    )
}
