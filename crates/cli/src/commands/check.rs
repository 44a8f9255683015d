//! `roster check`: is the workspace sound?

use clap::Args;
use roster_core::workspace::{self, CheckReport};

use super::Context;
use crate::failure::{Failure, Result};

/// Check the file's integrity and Roster's own rules; exits with 1 when something is wrong.
#[derive(Debug, Args)]
pub struct Check {}

impl Check {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let report =
            crate::workspace::existing(context.global, async |ws| Ok(workspace::check(ws).await?))
                .await?;
        context.out.answer(&report, || text(&report))?;
        if report.ok {
            Ok(())
        } else {
            Err(Failure::Answered)
        }
    }
}

fn text(report: &CheckReport) -> String {
    if report.ok {
        return "The workspace is sound.\n".into();
    }
    report
        .problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect()
}
