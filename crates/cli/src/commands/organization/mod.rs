//! `roster org …`: one account, agency or lead, shown, made, changed, converted, deleted, brought back, its history; and many at once,
//! changed and written to a file.

mod bulk;
mod change;
mod export;
mod text;

use clap::{Args, Subcommand};
use roster_core::files::FileOwner;
use roster_core::organizations::{self, Organization as Whole, OrganizationSelection};

use super::Context;
use super::file::list::list;
use super::history::OrganizationHistory;
use crate::failure::Result;
use crate::table::counted;
use bulk::Bulk;
use change::{Add, Edit};
use export::Export;

/// Show, add, edit, convert, delete or restore one organization, and its history; change or export many.
#[derive(Debug, Subcommand)]
pub enum Organization {
    Show(Show),
    Add(Add),
    Edit(Edit),
    Convert(Convert),
    Delete(Delete),
    Restore(Restore),
    Files(Files),
    History(OrganizationHistory),
    Bulk(Bulk),
    Export(Export),
}

/// Show everything that an organization holds.
#[derive(Debug, Args)]
pub struct Show {
    /// The organization's number, from `roster orgs`.
    id: i64,
}

/// Make an account of a lead; everything is kept.
#[derive(Debug, Args)]
pub struct Convert {
    /// The organization's number, from `roster orgs`.
    id: i64,
}

/// Put an organization into the trash; its contacts stay, and those below it stand by themselves. `roster org restore ID` or
/// `roster undo` brings it back.
#[derive(Debug, Args)]
pub struct Delete {
    /// The organization's number, from `roster orgs`.
    id: i64,
}

/// Bring an organization back from the trash.
#[derive(Debug, Args)]
pub struct Restore {
    /// The organization's number, from `roster orgs --trash`.
    id: i64,
}

/// List the files of an organization, those of its contacts apart; `roster file` attaches, saves and removes them.
#[derive(Debug, Args)]
pub struct Files {
    /// The organization's number, from `roster orgs`.
    id: i64,
}

impl Files {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        list(context, FileOwner::Organization { id: self.id }).await
    }
}

impl Organization {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Show(command) => command.run(context).await,
            Self::Add(command) => command.run(context).await,
            Self::Edit(command) => command.run(context).await,
            Self::Convert(command) => command.run(context).await,
            Self::Delete(command) => command.run(context).await,
            Self::Restore(command) => command.run(context).await,
            Self::Files(command) => command.run(context).await,
            Self::History(command) => command.run(context).await,
            Self::Bulk(command) => command.run(context).await,
            Self::Export(command) => command.run(context).await,
        }
    }
}

impl Show {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(organizations::get(ws, self.id).await?);
        let organization = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .answer(&organization, || text::organization(&organization))
    }
}

impl Convert {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(organizations::convert(ws, self.id).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        change::answer(context, changed)
    }
}

impl Delete {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            organizations::get(ws, self.id).await?;
            let moved = organizations::delete(ws, &only(self.id)).await?;
            Ok((organizations::get(ws, self.id).await?, moved.below))
        };
        let (organization, below) = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .done(&organization, || deleted(&organization, below))
    }
}

impl Restore {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            organizations::get(ws, self.id).await?;
            organizations::restore(ws, &only(self.id)).await?;
            Ok(organizations::get(ws, self.id).await?)
        };
        let organization = crate::workspace::existing(context.global, work).await?;
        context.out.done(&organization, || {
            format!("{} is back.\n", organization.name)
        })
    }
}

fn deleted(organization: &Whole, below: u64) -> String {
    let stay = match below {
        0 => String::new(),
        1 => "The organization below it stands by itself now.\n".to_owned(),
        n => format!(
            "The {} below it stand by themselves now.\n",
            counted(n, "organization", "organizations")
        ),
    };
    format!(
        "{} is in the trash; `roster org restore {}` brings it back.\n{stay}",
        organization.name, organization.id
    )
}

fn only(id: i64) -> OrganizationSelection {
    OrganizationSelection::Ids { ids: vec![id] }
}
