//! `roster check`: is the workspace sound?

use clap::Args;
use roster_core::workspace::{self, CheckReport, Repair};

use super::Context;
use crate::failure::{Failure, Result};

/// Check the file's integrity and Roster's own rules; exits with 1 when something is wrong.
#[derive(Debug, Args)]
pub struct Check {
    /// Repair what can be repaired, after a backup.
    #[arg(long)]
    repair: bool,
}

impl Check {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        if self.repair {
            let work = async |ws: &_| Ok(workspace::repair(ws, job).await?);
            let repair = crate::workspace::existing(context.global, work).await?;
            context.out.answer(&repair, || repaired(&repair))?;
            return if repair.report.ok {
                Ok(())
            } else {
                Err(Failure::Answered)
            };
        }
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

fn repaired(repair: &Repair) -> String {
    let done = match &repair.backup {
        None => "There was nothing to repair.\n".to_owned(),
        Some(backup) => format!(
            "{} of {} problems are repaired; the backup before is {backup}.\n",
            repair
                .before
                .saturating_sub(repair.report.problems.len() as u64),
            repair.before
        ),
    };
    done + &text(&repair.report)
}

fn text(report: &CheckReport) -> String {
    let sound = report.ok.then(|| "The workspace is sound.".to_owned());
    let lines = sound.iter().chain(&report.problems).chain(&report.remarks);
    lines.map(|line| format!("{line}\n")).collect()
}
