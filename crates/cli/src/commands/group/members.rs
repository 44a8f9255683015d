//! `roster group assign`, `unassign` and `pin`.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{ArgGroup, Args};
use roster_core::Workspace;
use roster_core::contacts::Selection;
use roster_core::groups::{self, GroupAssign, GroupAssigned, GroupPin, Who};

use crate::choosing::{Choosing, Reaching, group_named};
use crate::commands::Context;
use crate::failure::{Failure, Result};
use crate::reading::source;
use crate::table::counted;

/// Which contacts are meant: by number, by a list, or by the options that choose contacts.
#[derive(Debug, Args)]
pub struct Whom {
    /// Contacts by their numbers.
    #[arg(
        long,
        value_name = "ID,ID",
        value_delimiter = ',',
        conflicts_with = "purpose"
    )]
    contacts: Vec<i64>,
    /// Those who have one of the e-mails or phones in this file; - for standard input.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["contacts", "purpose"])]
    list: Option<PathBuf>,
    #[command(flatten)]
    choosing: Choosing,
    #[command(flatten)]
    reaching: Reaching,
}

/// Put contacts into a group; a dynamic one then always includes them.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster group assign Board --filter 'city = \"Leeds\" and has email'"
)]
pub struct Assign {
    /// The group's name.
    name: String,
    #[command(flatten)]
    whom: Whom,
}

/// Take contacts out of a group; a dynamic one then always excludes them.
#[derive(Debug, Args)]
pub struct Unassign {
    /// The group's name.
    name: String,
    #[command(flatten)]
    whom: Whom,
}

/// Pin contacts to a dynamic group, whatever its filter says, or let the filter decide again.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("pin").required(true).args(["include", "exclude", "free"]))]
pub struct Pin {
    /// The group's name.
    name: String,
    /// Always in the group.
    #[arg(long)]
    include: bool,
    /// Never in the group.
    #[arg(long)]
    exclude: bool,
    /// As the filter says.
    #[arg(long)]
    free: bool,
    #[command(flatten)]
    whom: Whom,
}

impl Whom {
    async fn who(self, ws: &Workspace, context: &mut Context<'_, '_>) -> Result<Who> {
        if let Some(list) = &self.list {
            let source = source(list, context.stdin)?;
            return Ok(Who::List { source });
        }
        if !self.contacts.is_empty() {
            let selection = Selection::Ids { ids: self.contacts };
            return Ok(Who::Selection { selection });
        }
        if self.choosing.is_empty() && self.reaching.is_empty() {
            let message = "Say whom: --contacts, --list, --filter, --search, --group or --for.";
            return Err(Failure::Usage(clap::Error::raw(
                ErrorKind::MissingRequiredArgument,
                message,
            )));
        }
        let query = self.choosing.query(ws).await?;
        let query = self.reaching.narrow(ws, query).await?;
        Ok(Who::Query { query })
    }
}

impl Assign {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let global = context.global;
        let work = async |ws: &Workspace| {
            let group = group_named(ws, &self.name).await?;
            let who = self.whom.who(ws, context).await?;
            Ok(groups::assign(ws, &GroupAssign { group, who }).await?)
        };
        let done = crate::workspace::existing(global, work).await?;
        context.out.done(&done, || text(&done))
    }
}

impl Unassign {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let global = context.global;
        let work = async |ws: &Workspace| {
            let group = group_named(ws, &self.name).await?;
            let who = self.whom.who(ws, context).await?;
            Ok(groups::unassign(ws, &GroupAssign { group, who }).await?)
        };
        let done = crate::workspace::existing(global, work).await?;
        context.out.done(&done, || text(&done))
    }
}

impl Pin {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let global = context.global;
        let pin = match (self.include, self.exclude) {
            (true, _) => groups::Pin::Include,
            (_, true) => groups::Pin::Exclude,
            _ => groups::Pin::None,
        };
        let work = async |ws: &Workspace| {
            let group = group_named(ws, &self.name).await?;
            let who = self.whom.who(ws, context).await?;
            Ok(groups::pin(ws, &GroupPin { group, who, pin }).await?)
        };
        let done = crate::workspace::existing(global, work).await?;
        context.out.done(&done, || text(&done))
    }
}

fn text(done: &GroupAssigned) -> String {
    let mut text = format!(
        "{} of {} changed.\n",
        counted(done.changed, "contact", "contacts"),
        counted(done.contacts, "contact", "contacts")
    );
    if done.unknown > 0 {
        let rows = counted(done.unknown, "entry names", "entries name");
        text.push_str(&format!("{rows} no contact:\n"));
    }
    for value in &done.unknown_values {
        text.push_str(&format!("  {value}\n"));
    }
    text
}
