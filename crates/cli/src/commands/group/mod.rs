//! `roster group …`: groups made, changed, filled, combined; their categories.

mod category;
mod combine;
mod members;
mod save;
mod text;

use clap::{Args, Subcommand};
use roster_core::groups::{self, GroupIds, GroupWhyRequest};

use super::Context;
use crate::choosing::group_named;
use crate::failure::Result;
use crate::table::counted;
use category::Category;
use combine::{Combine, Duplicate, Merge};
use members::{Assign, Pin, Unassign};
use save::{Create, Edit};

/// Make, change, fill, combine and delete groups.
#[derive(Debug, Subcommand)]
pub enum Group {
    Create(Create),
    Edit(Edit),
    Show(Show),
    Delete(Delete),
    Assign(Assign),
    Unassign(Unassign),
    Pin(Pin),
    Merge(Merge),
    Combine(Combine),
    Duplicate(Duplicate),
    Why(Why),
    Category(Category),
}

/// Show a group.
#[derive(Debug, Args)]
pub struct Show {
    /// The group's name.
    name: String,
}

/// Delete groups; their contacts stay.
#[derive(Debug, Args)]
pub struct Delete {
    /// The groups' names.
    #[arg(required = true)]
    names: Vec<String>,
}

/// Tell why a contact is in a group, or out of it: each condition true or false, and what it saw.
#[derive(Debug, Args)]
pub struct Why {
    /// The group's name.
    name: String,
    /// The contact's number, from `roster contacts`.
    contact: i64,
}

impl Group {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Create(command) => command.run(context).await,
            Self::Edit(command) => command.run(context).await,
            Self::Show(command) => command.run(context).await,
            Self::Delete(command) => command.run(context).await,
            Self::Assign(command) => command.run(context).await,
            Self::Unassign(command) => command.run(context).await,
            Self::Pin(command) => command.run(context).await,
            Self::Merge(command) => command.run(context).await,
            Self::Combine(command) => command.run(context).await,
            Self::Duplicate(command) => command.run(context).await,
            Self::Why(command) => command.run(context).await,
            Self::Category(command) => command.run(context).await,
        }
    }
}

impl Show {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(groups::get(ws, group_named(ws, &self.name).await?).await?);
        let group = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&group, || text::group(&group))
    }
}

impl Delete {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            let mut ids = Vec::new();
            for name in &self.names {
                ids.push(group_named(ws, name).await?);
            }
            Ok(groups::delete(ws, &GroupIds { ids }).await?)
        };
        let done = crate::workspace::existing(context.global, work).await?;
        let told = || {
            let groups = counted(self.names.len() as u64, "group", "groups");
            format!("Deleted {groups}; `roster undo` brings them back.\n")
        };
        context.out.done(&done, told)
    }
}

impl Why {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let contact = self.contact;
        let work = async |ws: &_| {
            let group = group_named(ws, &self.name).await?;
            Ok(groups::why(ws, &GroupWhyRequest { group, contact }).await?)
        };
        let why = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&why, || text::why(&why))
    }
}
