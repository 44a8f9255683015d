//! `roster file verify`: are the contents what was attached?

use clap::Args;
use roster_core::files::{self, FilesVerified, FilesVerify};

use super::list::rows;
use crate::commands::Context;
use crate::failure::{Failure, Result};
use crate::table::counted;

/// Read every attached file and compare it with what was attached; exits with 1 when one is missing or changed.
#[derive(Debug, Args)]
pub struct Verify {}

impl Verify {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &_| Ok(files::verify(ws, &FilesVerify::default(), job).await?);
        let verified = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&verified, || text(&verified))?;
        match verified.problems.is_empty() {
            true => Ok(()),
            false => Err(Failure::Answered),
        }
    }
}

fn text(verified: &FilesVerified) -> String {
    if verified.problems.is_empty() {
        let checked = counted(verified.checked, "content is", "contents are");
        return format!("{checked} what was attached.\n");
    }
    rows(&verified.problems)
}
