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
        let job = context.job;
        let work = async |ws: &_| Ok(workspace::check_watched(ws, job).await?);
        let report = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&report, || text(&report))?;
        if report.ok {
            Ok(())
        } else {
            Err(Failure::Answered)
        }
    }
}

fn text(report: &CheckReport) -> String {
    let sound = report.ok.then(|| "The workspace is sound.".to_owned());
    let lines = sound.iter().chain(&report.problems).chain(&report.remarks);
    lines.map(|line| format!("{line}\n")).collect()
}
