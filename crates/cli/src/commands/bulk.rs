//! `roster bulk`: one change for many contacts.

use clap::Args;
use roster_core::bulk::{self, BulkChange, BulkEdit};
use roster_core::contacts::{BatchDone, Selection, selection_of};

use super::Context;
use crate::choosing::{Choosing, Reaching};
use crate::failure::Result;
use crate::table::counted;

/// Change many contacts at once, undone together.
///
/// Several changes are done one after the other, as one batch. Contacts that are so already stay as they are.
#[derive(Debug, Args)]
pub struct Bulk {
    #[command(flatten)]
    choosing: Choosing,
    #[command(flatten)]
    reaching: Reaching,
    #[command(flatten)]
    edits: Edits,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
struct Edits {
    /// Gives a field of one value this value; an empty one empties it.
    #[arg(long, value_name = "FIELD=VALUE", value_parser = parse_set)]
    set: Vec<BulkEdit>,
    /// Puts a tag on, made when there is none of that name.
    #[arg(long, value_name = "TAG")]
    add_tag: Vec<String>,
    /// Takes a tag off.
    #[arg(long, value_name = "TAG")]
    remove_tag: Vec<String>,
    /// Adds to a group, made when there is none of that name.
    #[arg(long, value_name = "GROUP")]
    add_to: Vec<String>,
    /// Removes from a group.
    #[arg(long, value_name = "GROUP")]
    remove_from: Vec<String>,
    /// Ties to an organization, made when there is none of that name.
    #[arg(long, value_name = "NAME")]
    organization: Vec<String>,
}

impl Edits {
    fn all(self) -> Vec<BulkEdit> {
        let tags = self.add_tag.into_iter().map(|tag| BulkEdit::AddTag { tag });
        let off = self
            .remove_tag
            .into_iter()
            .map(|tag| BulkEdit::RemoveTag { tag });
        let into = self
            .add_to
            .into_iter()
            .map(|group| BulkEdit::AddToGroup { group });
        let out = self
            .remove_from
            .into_iter()
            .map(|group| BulkEdit::RemoveFromGroup { group });
        let ties = self
            .organization
            .into_iter()
            .map(|organization| BulkEdit::Affiliate { organization });
        self.set
            .into_iter()
            .chain(tags)
            .chain(off)
            .chain(into)
            .chain(out)
            .chain(ties)
            .collect()
    }
}

impl Bulk {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &_| {
            let query = self.choosing.query(ws).await?;
            let query = self.reaching.narrow(ws, query).await?;
            let selection: Selection = selection_of(ws, &query).await?;
            let request = BulkChange {
                selection,
                edits: self.edits.all(),
            };
            Ok(bulk::change(ws, &request, job).await?)
        };
        let done: BatchDone = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&done, || text(&done))
    }
}

fn text(done: &BatchDone) -> String {
    match done.batch {
        Some(batch) => format!(
            "Changed {} (batch {batch}; `roster undo` takes it back).\n",
            counted(done.count, "contact", "contacts")
        ),
        None => "Nothing had to be changed.\n".to_owned(),
    }
}

fn parse_set(text: &str) -> std::result::Result<BulkEdit, String> {
    let (field, value) = text.split_once('=').ok_or("write FIELD=VALUE")?;
    Ok(BulkEdit::SetField {
        field: field.trim().to_owned(),
        value: value.to_owned(),
    })
}
