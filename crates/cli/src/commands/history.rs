//! `roster contact history`: what was done to a contact.

use clap::Args;
use roster_core::contacts::{self, FieldChange};

use crate::commands::Context;
use crate::failure::Result;
use crate::table::table;
use crate::words;

/// Show what was changed on a contact, by whom, when, from what to what; the latest first.
#[derive(Debug, Args)]
pub struct History {
    /// The contact's number, from `roster contacts`.
    id: i64,
}

impl History {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(contacts::history(ws, self.id).await?);
        let history = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&history, || text(&history.changes))
    }
}

fn text(changes: &[FieldChange]) -> String {
    let rows = changes.iter().map(|change| {
        [
            change.at.clone(),
            change.by.clone().unwrap_or_default(),
            words::operation(&change.operation),
            field(change),
            change.before.clone().unwrap_or_default(),
            change.after.clone().unwrap_or_default(),
        ]
    });
    table(["When", "Who", "What", "Field", "Before", "After"], rows)
}

fn field(change: &FieldChange) -> String {
    match &change.of {
        Some(of) => format!("{} ({of})", change.field),
        None => change.field.clone(),
    }
}
