//! `roster trash`: what was deleted, and removing it for good.

use clap::{Args, Subcommand};
use roster_core::contacts::{self, Contact, ContactsQuery, Place};
use roster_core::trash::{self, Emptied, TrashEmpty};
use serde::Serialize;

use super::Context;
use crate::failure::Result;
use crate::table::{counted, table};

/// List the contacts in the trash; `roster contact restore ID` brings one back. `roster orgs --trash` lists organizations.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Trash {
    #[command(subcommand)]
    command: Option<TrashCommand>,
    /// Only those that this finds.
    #[arg(long, value_name = "TEXT", default_value = "")]
    search: String,
    /// How many to show.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
}

#[derive(Debug, Subcommand)]
enum TrashCommand {
    /// Remove everything in the trash for good, contacts and organizations, and the files that were taken off. This can't
    /// be undone.
    Empty(Empty),
}

#[derive(Debug, Args)]
struct Empty {
    /// Say that it is meant: what is removed can't come back.
    #[arg(long, required = true)]
    yes: bool,
    /// Only contacts.
    #[arg(long, conflicts_with = "organizations")]
    contacts: bool,
    /// Only organizations.
    #[arg(long)]
    organizations: bool,
}

impl Empty {
    fn request(&self) -> TrashEmpty {
        match (self.contacts, self.organizations) {
            (true, _) => TrashEmpty::Contacts { selection: None },
            (_, true) => TrashEmpty::Organizations { selection: None },
            _ => TrashEmpty::Everything,
        }
    }
}

#[derive(Serialize)]
struct Answer {
    total: u32,
    contacts: Vec<Contact>,
}

impl Trash {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self.command {
            Some(TrashCommand::Empty(command)) => empty(context, command.request()).await,
            None => list(context, self.search, self.limit).await,
        }
    }
}

async fn list(context: &mut Context<'_, '_>, search: String, limit: u32) -> Result<()> {
    let query = ContactsQuery {
        place: Place::Trash,
        search,
        ..ContactsQuery::default()
    };
    let work = async |ws: &_| Ok(contacts::details(ws, &query, 0, limit).await?);
    let (total, contacts) = crate::workspace::existing(context.global, work).await?;
    let answer = Answer { total, contacts };
    context.out.answer(&answer, || text(&answer))
}

fn text(answer: &Answer) -> String {
    if answer.contacts.is_empty() {
        return "Nothing in the trash.\n".into();
    }
    let rows = answer.contacts.iter().map(|contact| {
        [
            contact.id.to_string(),
            contact.name.clone(),
            contact.deleted.clone().unwrap_or_default(),
        ]
    });
    let total = counted(answer.total, "contact", "contacts");
    format!("{}{total}\n", table(["Id", "Name", "Deleted"], rows))
}

async fn empty(context: &mut Context<'_, '_>, request: TrashEmpty) -> Result<()> {
    let job = context.job;
    let work = async |ws: &_| Ok(trash::empty(ws, &request, job).await?);
    let emptied: Emptied = crate::workspace::existing(context.global, work).await?;
    context.out.done(&emptied, || removed(&emptied))
}

/// What went, each kind of it where there was any.
fn removed(emptied: &Emptied) -> String {
    let contacts = emptied.count - emptied.organizations;
    let parts = [
        (contacts, counted(contacts, "contact", "contacts")),
        (
            emptied.organizations,
            counted(emptied.organizations, "organization", "organizations"),
        ),
        (
            emptied.files,
            counted(emptied.files, "attached file", "attached files"),
        ),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, words)| words)
        .collect();
    let kept = match emptied.with_orders {
        0 => String::new(),
        n => format!(
            "{} stayed: the books need their orders and payments.\n",
            counted(n, "contact", "contacts")
        ),
    };
    match told.as_slice() {
        [] if kept.is_empty() => "Nothing was in the trash.\n".to_owned(),
        [] => kept,
        told => format!("{} removed for good.\n{kept}", told.join(", ")),
    }
}
