//! `roster optout import`: a list of phones and e-mails is opted out.

use std::path::PathBuf;

use clap::Args;
use roster_core::opt_outs::{self, OptOutsImport, OptOutsReport};
use serde::Serialize;

use super::Words;
use crate::commands::Context;
use crate::failure::Result;
use crate::reading::{Reading, source};
use crate::table::{count, counted};

const EXAMPLES: &str = "\
Examples:
  roster optout import unsubscribed.xlsx --rehearse    count first, write nothing
  roster optout import unsubscribed.csv --reason \"left the newsletter\"
  pbpaste | roster optout import - --country ES";

/// Opt out every phone and e-mail of a list, as one batch that `roster undo` takes back.
///
/// The columns that hold phones or e-mails are found. What belongs to no contact is kept, so that nobody is written to
/// who comes later; what is opted out already stays as it is.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Import {
    /// The file, or - for standard input.
    file: PathBuf,
    #[command(flatten)]
    words: Words,
    /// The country of phone numbers without one, such as ES; the workspace's unless told.
    #[arg(long, value_name = "CC")]
    country: Option<String>,
    /// The columns to take, counted from 1; those that hold phones or e-mails unless told.
    #[arg(long, value_name = "N,N", value_delimiter = ',')]
    columns: Vec<u32>,
    #[command(flatten)]
    reading: Reading,
    /// Count what would happen, and write nothing.
    #[arg(long)]
    rehearse: bool,
}

/// CLI.md, `optout import`, and the batch to undo.
#[derive(Serialize)]
struct Answer {
    batch: Option<i64>,
    file: String,
    rows: u64,
    added: u64,
    already: u64,
    unknown: u64,
    invalid: u64,
}

impl Import {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = OptOutsImport {
            source: source(&self.file, context.stdin)?,
            options: self.reading.options(),
            columns: self.columns,
            country: self.country,
            act: self.words.act(),
        };
        let job = context.job;
        let report = if self.rehearse {
            let work = async |ws: &_| Ok(opt_outs::rehearse(ws, input, job).await?);
            crate::workspace::looking(context.global, work).await?
        } else {
            let work = async |ws: &_| Ok(opt_outs::run(ws, input, job).await?);
            crate::workspace::writable(context.global, work).await?
        };
        let text = text(&report, self.rehearse);
        let answer = Answer {
            batch: report.batch,
            file: report.file,
            rows: report.rows,
            added: report.added,
            already: report.already,
            unknown: report.unknown,
            invalid: report.invalid,
        };
        context.out.done(&answer, || text)
    }
}

fn text(report: &OptOutsReport, rehearsal: bool) -> String {
    let verb = if rehearsal {
        "Would opt out"
    } else {
        "Opted out"
    };
    let added = counted(report.added, "value", "values");
    let mut text = format!(
        "{verb} {added} of {} ({} of no contact); {} opted out already, {} not valid.\n",
        count(report.rows),
        count(report.unknown),
        count(report.already),
        count(report.invalid),
    );
    for sample in report
        .samples
        .iter()
        .filter(|s| s.reason.is_some())
        .take(10)
    {
        let reason = sample.reason.as_deref().unwrap_or_default();
        text.push_str(&format!(
            "  row {}: {} ({reason})\n",
            sample.row, sample.typed
        ));
    }
    text
}
