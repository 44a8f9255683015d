//! `roster contact …`: one contact, shown, made, changed, deleted, brought back, and its history.

mod change;
mod dossier;
mod erase;
mod merge;
mod place;
pub mod text;

use clap::{Args, Subcommand};
use roster_core::contacts::{self, Contact as Whole, Selection};
use roster_core::files::FileOwner;

use super::Context;
use super::file::list::list;
use super::history::ContactHistory;
use crate::failure::Result;
pub use change::parse_set;
use change::{Add, Edit};
use dossier::Dossier;
use erase::Erase;
use merge::Merge;
use place::{Archive, Photo, Unarchive};

/// Show, add, edit, delete, restore or erase one contact, merge several, their history and dossier.
#[derive(Debug, Subcommand)]
pub enum Contact {
    Show(Show),
    Add(Add),
    Edit(Edit),
    Delete(Delete),
    Restore(Restore),
    Merge(Merge),
    History(ContactHistory),
    Archive(Archive),
    Unarchive(Unarchive),
    Photo(Photo),
    Files(Files),
    Dossier(Dossier),
    Erase(Erase),
}

/// Show everything that a contact holds.
#[derive(Debug, Args)]
pub struct Show {
    /// The contact's number, from `roster contacts`.
    id: i64,
}

/// Put a contact into the trash; `roster contact restore ID` or `roster undo` brings it back.
#[derive(Debug, Args)]
pub struct Delete {
    /// The contact's number, from `roster contacts`.
    id: i64,
}

/// Bring a contact back from the trash.
#[derive(Debug, Args)]
pub struct Restore {
    /// The contact's number.
    id: i64,
}

/// List the files of a contact; `roster file` attaches, saves and removes them.
#[derive(Debug, Args)]
pub struct Files {
    /// The contact's number, from `roster contacts`.
    id: i64,
}

impl Files {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        list(context, FileOwner::Contact { id: self.id }).await
    }
}

impl Contact {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Show(command) => command.run(context).await,
            Self::Add(command) => command.run(context).await,
            Self::Edit(command) => command.run(context).await,
            Self::Delete(command) => command.run(context).await,
            Self::Restore(command) => command.run(context).await,
            Self::Merge(command) => command.run(context).await,
            Self::History(command) => command.run(context).await,
            Self::Archive(command) => command.run(context).await,
            Self::Unarchive(command) => command.run(context).await,
            Self::Photo(command) => command.run(context).await,
            Self::Files(command) => command.run(context).await,
            Self::Dossier(command) => command.run(context).await,
            Self::Erase(command) => command.run(context).await,
        }
    }
}

impl Show {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(contacts::get(ws, self.id).await?);
        let contact = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&contact, || text::contact(&contact))
    }
}

impl Delete {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            contacts::get(ws, self.id).await?;
            contacts::delete(ws, &only(self.id)).await?;
            Ok(contacts::get(ws, self.id).await?)
        };
        let contact = crate::workspace::existing(context.global, work).await?;
        let told = |c: &Whole| {
            format!(
                "{} is in the trash; `roster contact restore {}` brings it back.\n",
                c.name, c.id
            )
        };
        context.out.done(&contact, || told(&contact))
    }
}

impl Restore {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            contacts::get(ws, self.id).await?;
            contacts::restore(ws, &only(self.id)).await?;
            Ok(contacts::get(ws, self.id).await?)
        };
        let contact = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .done(&contact, || format!("{} is back.\n", contact.name))
    }
}

fn only(id: i64) -> Selection {
    Selection::Ids { ids: vec![id] }
}
