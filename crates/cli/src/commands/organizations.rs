//! `roster orgs`: the list of accounts, agencies and leads.

use clap::Args;
use roster_core::contacts::{PointCell, PointStatus};
use roster_core::organizations::{
    self, OrganizationRow, OrganizationsPageRequest, OrganizationsQuery,
};
use serde::Serialize;

use super::Context;
use crate::choosing_organizations::ChoosingOrganizations;
use crate::failure::Result;
use crate::table::{count, counted, table};

/// How many the core hands out at a time.
const PAGE: u32 = 1000;

/// List accounts, agencies and leads, or find some.
#[derive(Debug, Args)]
pub struct Organizations {
    #[command(flatten)]
    choosing: ChoosingOrganizations,
    /// Those in the trash instead.
    #[arg(long)]
    trash: bool,
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
    organizations: Vec<OrganizationRow>,
}

impl Organizations {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let (offset, limit) = (self.offset, self.limit);
        let work = async |ws: &_| {
            let query = OrganizationsQuery {
                trash: self.trash,
                ..self.choosing.query(ws).await?
            };
            let mut answer = Answer {
                total: 0,
                organizations: Vec::new(),
            };
            loop {
                let have = answer.organizations.len() as u32;
                let request = OrganizationsPageRequest {
                    query: query.clone(),
                    offset: offset.saturating_add(have),
                    limit: (limit - have).min(PAGE),
                    columns: Vec::new(),
                };
                let page = organizations::page(ws, &request).await?;
                answer.total = page.total;
                let ended = page.rows.is_empty();
                answer.organizations.extend(page.rows);
                if ended || answer.organizations.len() as u32 >= limit {
                    return Ok(answer);
                }
            }
        };
        let answer = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&answer, || text(&answer, offset))
    }
}

fn text(answer: &Answer, offset: u32) -> String {
    let total = counted(answer.total, "organization", "organizations");
    if answer.total == 0 {
        return "No organizations.\n".into();
    }
    let rows = answer.organizations.iter().map(|row| {
        [
            row.id.to_string(),
            row.kind.name().to_owned(),
            row.name.clone(),
            row.number.clone().unwrap_or_default(),
            count(row.contacts.unsigned_abs()),
            row.parent.clone().unwrap_or_default(),
            shown(row.phone.as_ref()),
            shown(row.email.as_ref()),
            row.owner.clone().unwrap_or_default(),
        ]
    });
    let heads = [
        "Id", "Kind", "Name", "Number", "Contacts", "Parent", "Phone", "E-mail", "Owner",
    ];
    let list = table(heads, rows);
    let shown = answer.organizations.len() as u32;
    if shown == answer.total {
        return format!("{list}{total}\n");
    }
    let (first, last) = (count(offset + 1), count(offset + shown));
    format!("{list}{first} to {last} of {total}; --offset and --limit show others\n")
}

fn shown(point: Option<&PointCell>) -> String {
    let Some(PointCell { value, status }) = point else {
        return String::new();
    };
    match status {
        PointStatus::Active => value.clone(),
        PointStatus::OptedOut => format!("{value} (opted out)"),
        PointStatus::Invalid => format!("{value} (not valid)"),
    }
}
