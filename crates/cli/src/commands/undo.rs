//! `roster undo`: takes a batch back.

use std::fmt::Write;

use clap::Args;
use roster_core::journal::{self, UndoRequest, Undone};

use super::Context;
use crate::failure::Result;
use crate::table::counted;
use crate::words;

/// Take back the last batch, or the one that is named.
///
/// What was edited since stays as it is, and is listed with the reason.
#[derive(Debug, Args)]
pub struct Undo {
    /// The batch's number, from `roster batches`.
    batch: Option<i64>,
}

impl Undo {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let request = UndoRequest { batch: self.batch };
        let job = context.job;
        let work = async |ws: &_| Ok(journal::undo(ws, &request, job).await?);
        let undone = crate::workspace::existing(context.global, work).await?;
        context.out.done(&undone, || text("Took back", &undone))
    }
}

/// Also the words of `redo`.
pub fn text(verb: &str, undone: &Undone) -> String {
    let what = words::operation(&undone.operation);
    let reversed = reversed(undone).join(", ");
    let mut text = format!(
        "{verb} batch {} ({what}): {reversed} changed.\n",
        undone.batch
    );
    if !undone.kept.is_empty() {
        let kept = counted(undone.kept.len() as u64, "contact", "contacts");
        let _ = writeln!(text, "{kept} stayed:");
    }
    for kept in &undone.kept {
        let _ = writeln!(text, "  {}: {}", kept.id, kept.reason);
    }
    if undone.without_organization > 0 {
        let count = counted(undone.without_organization as u64, "contact", "contacts");
        let _ = writeln!(
            text,
            "{count} changed by this now without an organization, which every contact needs here."
        );
    }
    text
}

/// What was reversed, in words; contacts where nothing was.
fn reversed(undone: &Undone) -> Vec<String> {
    let others = &undone.others;
    let all = [
        (undone.reversed as i64, "contact", "contacts"),
        (others.organizations, "organization", "organizations"),
        (others.fields, "field", "fields"),
        (others.groups, "group", "groups"),
        (others.tags, "tag", "tags"),
        (others.views, "view", "views"),
    ];
    let mut words: Vec<String> = all
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(*count as u64, one, many))
        .collect();
    if words.is_empty() {
        words.push(counted(0, "contact", "contacts"));
    }
    words
}
