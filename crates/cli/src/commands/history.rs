//! `roster contact history` and `roster org history`: what was done to one of them.

use clap::Args;
use roster_core::history::{self, FieldChange};

use super::Context;
use crate::failure::Result;
use crate::table::table;
use crate::words;

/// Show what was changed on a contact, by whom, when, from what to what; the latest first.
#[derive(Debug, Args)]
pub struct ContactHistory {
    /// The contact's number, from `roster contacts`.
    id: i64,
}

/// Show what was changed on an organization, by whom, when, from what to what; the latest first.
#[derive(Debug, Args)]
pub struct OrganizationHistory {
    /// The organization's number, from `roster orgs`.
    id: i64,
}

impl ContactHistory {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(history::of_contact(ws, self.id).await?);
        let history = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&history, || text(&history.changes))
    }
}

impl OrganizationHistory {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(history::of_organization(ws, self.id).await?);
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
