//! `roster contacts`: the list.

use clap::Args;
use roster_core::contacts::{self, Contact, Point, PointStatus};
use serde::Serialize;

use super::Context;
use crate::choosing::{Choosing, Reaching};
use crate::failure::Result;
use crate::table::{count, counted, table};

/// List contacts, or find some.
#[derive(Debug, Args)]
pub struct Contacts {
    #[command(flatten)]
    choosing: Choosing,
    #[command(flatten)]
    reaching: Reaching,
    /// How many to show.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
    /// How many to skip.
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u32,
}

#[derive(Serialize)]
struct Answer {
    total: u32,
    contacts: Vec<Contact>,
}

impl Contacts {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let (offset, limit) = (self.offset, self.limit);
        let work = async |ws: &_| {
            let query = self.choosing.query(ws).await?;
            let query = self.reaching.narrow(ws, query).await?;
            Ok(contacts::details(ws, &query, offset, limit).await?)
        };
        let (total, contacts) = crate::workspace::existing(context.global, work).await?;
        let answer = Answer { total, contacts };
        context.out.answer(&answer, || text(&answer, offset))
    }
}

fn text(answer: &Answer, offset: u32) -> String {
    let total = counted(answer.total, "contact", "contacts");
    if answer.contacts.is_empty() {
        return format!("{total}, none of them shown.\n")
            .replace("0 contacts, none of them shown", "No contacts");
    }
    let rows = answer.contacts.iter().map(|contact| {
        [
            contact.id.to_string(),
            contact.name.clone(),
            organizations(contact),
            first_point(contact, "phone"),
            first_point(contact, "email"),
            contact.groups.join(", "),
        ]
    });
    let list = table(
        ["Id", "Name", "Organization", "Phone", "E-mail", "Groups"],
        rows,
    );
    let (first, last) = (offset + 1, offset + answer.contacts.len() as u32);
    if answer.contacts.len() as u32 == answer.total {
        return format!("{list}{total}\n");
    }
    format!(
        "{list}{} to {} of {total}; --offset and --limit show others\n",
        count(first),
        count(last)
    )
}

fn organizations(contact: &Contact) -> String {
    let names: Vec<&str> = contact
        .organizations
        .iter()
        .map(|o| o.name.as_str())
        .collect();
    names.join(", ")
}

/// The primary point of a kind, else the first.
fn first_point(contact: &Contact, kind: &str) -> String {
    let mut points = contact.points.iter().filter(|p| p.kind == kind);
    let point = points.clone().find(|p| p.primary).or_else(|| points.next());
    point.map(marked).unwrap_or_default()
}

/// A point's value with its state, where it is not active.
pub fn marked(point: &Point) -> String {
    match point.status {
        PointStatus::Active => point.value.clone(),
        PointStatus::OptedOut => format!("{} (opted out)", point.value),
        PointStatus::Invalid => format!("{} (not valid)", point.value),
    }
}
