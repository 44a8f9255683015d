//! `roster import`: files become contacts.

mod answer;
mod mapping;
mod options;
mod text;

use std::path::{Path, PathBuf};

use clap::Args;
use roster_core::import::{self, ImportReport, ImportRequest, MappingSave, PreviewRequest};
use roster_core::journal::{self, UndoRequest};
use roster_core::{Job, Workspace};

use super::Context;
use crate::failure::{Failure, Result};
use crate::reading::{Reading, source, utf8};
use options::Options;

const EXAMPLES: &str = "\
Examples:
  roster import people.xlsx --rehearse                 count first, write nothing
  roster import people.csv --group Choir --country ES
  roster import people.csv --map \"Tel=phone_mobile\" --map \"#7=ignore\"
  roster import people.csv --value \"Newsletter:nope=no\" --value \"Colour:?=ignore\"
  roster import people.csv --rejects left.csv          mend left.csv, then import it
  roster import unsubscribed.csv --mode opt-out";

/// Import contacts from spreadsheets, each in one transaction and undoable as a whole.
///
/// Columns get the proposed field; --map says otherwise, and `roster preview FILE` shows the proposals. The same
/// file imported twice changes nothing. Where one of several files fails, those before it are taken back.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Import {
    /// The files, or - for standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    options: Options,
    /// Save the rejected rows with the reasons, xlsx or csv by the file's ending.
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Count what would happen, and write nothing.
    #[arg(long)]
    rehearse: bool,
}

impl Import {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        self.check()?;
        let reports = if self.rehearse {
            crate::workspace::looking(context.global, async |ws| {
                self.rehearse_all(ws, context).await
            })
            .await?
        } else {
            crate::workspace::writable(context.global, async |ws| {
                self.import_all(ws, context).await
            })
            .await?
        };
        let answer = answer::of(reports);
        context.out.done(&answer, || text::text(&answer))
    }

    fn check(&self) -> Result<()> {
        let usage = |message: &str| {
            let kind = clap::error::ErrorKind::ArgumentConflict;
            Err(Failure::Usage(clap::Error::raw(
                kind,
                format!("{message}\n"),
            )))
        };
        if self.files.len() > 1 && self.rejects.is_some() {
            return usage("--rejects takes the rows of one file: import the files one by one");
        }
        if self.files.iter().filter(|f| *f == Path::new("-")).count() > 1 {
            return usage("standard input can be read once");
        }
        Ok(())
    }

    async fn rehearse_all(
        &self,
        ws: &Workspace,
        context: &mut Context<'_, '_>,
    ) -> Result<Vec<ImportReport>> {
        let mut reports = Vec::new();
        for file in &self.files {
            let request = self.request(ws, file, context).await?;
            reports.push(import::rehearse(ws, request, context.job).await?);
        }
        Ok(reports)
    }

    async fn import_all(
        &self,
        ws: &Workspace,
        context: &mut Context<'_, '_>,
    ) -> Result<Vec<ImportReport>> {
        let mut reports = Vec::new();
        for file in &self.files {
            match self.import_one(ws, file, context).await {
                Ok(report) => reports.push(report),
                Err(failure) => {
                    take_back(ws, &reports).await?;
                    return Err(failure);
                }
            }
        }
        Ok(reports)
    }

    async fn import_one(
        &self,
        ws: &Workspace,
        file: &Path,
        context: &mut Context<'_, '_>,
    ) -> Result<ImportReport> {
        let request = self.request(ws, file, context).await?;
        let report = import::run(ws, request.clone(), context.job).await?;
        if let Some(name) = self.options.save_mapping.clone() {
            import::save_mapping(ws, MappingSave { name, request }).await?;
        }
        Ok(report)
    }

    async fn request(
        &self,
        ws: &Workspace,
        file: &Path,
        context: &mut Context<'_, '_>,
    ) -> Result<ImportRequest> {
        let source = source(file, context.stdin)?;
        let options = self.reading.options();
        let look = PreviewRequest {
            source: source.clone(),
            options: options.clone(),
            rows: Some(0),
            raw: false,
            dialect: self.options.dialect.clone(),
            named: self.options.mapping.clone(),
        };
        let mapping = mapping::resolve(ws, look, self.options.said(), context.job).await?;
        let rejects = self.rejects.as_deref().map(utf8).transpose()?;
        Ok(self.options.request(source, options, mapping, rejects))
    }
}

/// A command that fails leaves the contacts as they were: the files before the failing one are taken back.
async fn take_back(ws: &Workspace, reports: &[ImportReport]) -> Result<()> {
    for batch in reports.iter().rev().filter_map(|r| r.batch) {
        journal::undo(ws, &UndoRequest { batch: Some(batch) }, &Job::silent()).await?;
    }
    Ok(())
}
