//! `roster batches`: what was done.

use clap::Args;
use roster_core::import::{self, Missing};
use roster_core::journal::{self, Batch, BatchesRequest, UndoRequest};

use super::Context;
use crate::failure::Result;
use crate::table::{count, table};
use crate::words;

/// List what was done, newest first; `roster undo BATCH` takes one back.
#[derive(Debug, Args)]
pub struct Batches {
    /// Only imports.
    #[arg(long)]
    imports: bool,
    /// Of an import: who was in the last file with the same header and is missing in its own.
    #[arg(long, value_name = "BATCH")]
    missing: Option<i64>,
    /// How many to show.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
}

impl Batches {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        if let Some(batch) = self.missing {
            let request = UndoRequest { batch: Some(batch) };
            let work = async |ws: &_| Ok(import::missing(ws, &request).await?);
            let missing = crate::workspace::existing(context.global, work).await?;
            return context.out.answer(&missing, || gone(&missing));
        }
        let request = BatchesRequest {
            imports_only: self.imports,
            limit: Some(self.limit),
        };
        let work = async |ws: &_| Ok(journal::batches(ws, &request).await?);
        let batches = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&batches, || text(&batches.batches))
    }
}

fn gone(missing: &Missing) -> String {
    let Some(last) = &missing.last else {
        return "No earlier import had the same header.\n".into();
    };
    let head = format!(
        "The last file with the same header was {} (batch {}). Missing in this one: {}\n",
        last.file,
        last.batch,
        count(missing.total as i64)
    );
    let rows = missing.contacts.iter().map(|contact| {
        let reached = contact.emails.first().or(contact.phones.first());
        [
            contact.id.to_string(),
            contact.name.clone(),
            reached.cloned().unwrap_or_default(),
        ]
    });
    match missing.contacts.is_empty() {
        true => head,
        false => format!("{head}{}", table(["Contact", "Name", "Reached by"], rows)),
    }
}

fn text(batches: &[Batch]) -> String {
    if batches.is_empty() {
        return "Nothing was done yet.\n".into();
    }
    let rows = batches.iter().map(|batch| {
        [
            batch.batch.to_string(),
            batch.at.clone(),
            words::operation(&batch.operation),
            file(batch).to_owned(),
            count(batch.contacts),
            state(batch),
        ]
    });
    table(["Batch", "When", "What", "File", "Contacts", "State"], rows)
}

fn file(batch: &Batch) -> &str {
    batch
        .import
        .as_ref()
        .and_then(|report| report["file"].as_str())
        .unwrap_or_default()
}

fn state(batch: &Batch) -> String {
    match (batch.undone_by, batch.reverses) {
        (Some(by), _) => format!("taken back by {by}"),
        (None, Some(reversed)) => format!("takes back {reversed}"),
        (None, None) => String::new(),
    }
}
