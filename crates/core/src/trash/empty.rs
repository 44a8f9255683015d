//! Removing for good what is in the trash. Whoever has orders or payments stays there: the books need them, and a payment that
//! is nobody's can't be told apart from a mistake.
//!
//! It can't be undone, and so it is the one act that people are asked about (P5).

use std::collections::HashSet;

use sqlx::AssertSqlSafe;

use super::types::{Emptied, TrashEmpty};
use crate::backup::{self, Why};
use crate::contacts::{self, Selected};
use crate::error::Result;
use crate::journal::{self, Change};
use crate::operations::Operation;
use crate::progress::{Job, Stage};
use crate::workspace::Workspace;
use crate::{files, organizations, sql};

/// How many contacts are removed between two reports.
const CHUNK: usize = 500;

/// Removes for good what is in the trash, or what is chosen of it. With the whole trash of contacts or organizations go the
/// files that were taken off, wherever they were.
///
/// # Errors
/// `ListChanged`; `Cancelled` (nothing was changed).
pub async fn empty(ws: &Workspace, input: &TrashEmpty, job: &Job) -> Result<Emptied> {
    let chosen = Chosen::of(ws, input).await?;
    backup::first(ws, Why::Removal, job).await?;
    let mut change = Change::begin(ws, Operation::TrashEmpty).await?;
    change.expect_generation(chosen.generation)?;
    let mut contacts = chosen.contacts.of(&mut change, "contacts").await?;
    let with_orders: HashSet<i64> = with_orders(&mut change, &contacts).await?;
    contacts.retain(|id| !with_orders.contains(id));
    let organizations = chosen
        .organizations
        .of(&mut change, "organizations")
        .await?;
    let mut emptied = Emptied {
        count: (contacts.len() + organizations.len()) as u64,
        organizations: organizations.len() as u64,
        with_orders: with_orders.len() as u64,
        files: 0,
    };
    if emptied.count == 0 && !chosen.is_whole {
        return Ok(emptied);
    }
    forget(&mut change, &contacts, &organizations, job).await?;
    let forgot = chosen.is_whole && files::forget_removed(&mut change).await?;
    if forgot || emptied.count > 0 {
        journal::forget_leftovers(&mut change).await?;
        change.commit_with(contacts.len() as i64).await?;
    } else {
        drop(change);
    }
    emptied.files = files::sweep(ws).await?;
    Ok(emptied)
}

/// Those of them who have orders or payments.
async fn with_orders(change: &mut Change, contacts: &[i64]) -> Result<HashSet<i64>> {
    let sql = "SELECT value FROM json_each(?1) WHERE value IN (SELECT contact_id FROM orders UNION SELECT contact_id FROM payments)";
    let found: Vec<i64> = sqlx::query_scalar(sql)
        .bind(sql::ids(contacts))
        .fetch_all(&mut **change)
        .await?;
    Ok(found.into_iter().collect())
}

async fn forget(
    change: &mut Change,
    contacts: &[i64],
    organizations: &[i64],
    job: &Job,
) -> Result<()> {
    let all = (contacts.len() + organizations.len()) as f32;
    for (i, chunk) in contacts.chunks(CHUNK).enumerate() {
        let done = i * CHUNK;
        job.report(Stage::Changing, done as u64, Some(done as f32 / all))?;
        journal::forget(change, chunk).await?;
    }
    if !organizations.is_empty() {
        let done = contacts.len();
        job.report(Stage::Changing, done as u64, Some(done as f32 / all))?;
        journal::forget_organizations(change, organizations).await?;
        organizations::remove(change, organizations).await?;
    }
    Ok(())
}

/// Which rows of a table are meant.
enum Which {
    All,
    None,
    These(Vec<i64>),
}

impl Which {
    /// Those among them that are in the trash.
    async fn of(&self, change: &mut Change, table: &str) -> Result<Vec<i64>> {
        let all = format!("SELECT id FROM {table} WHERE deleted_at IS NOT NULL");
        let found = match self {
            Self::None => return Ok(Vec::new()),
            Self::All => sqlx::query_scalar(AssertSqlSafe(all)),
            Self::These(ids) => {
                let these = format!("{all} AND id IN (SELECT value FROM json_each(?))");
                sqlx::query_scalar(AssertSqlSafe(these)).bind(sql::ids(ids))
            }
        };
        Ok(found.fetch_all(&mut **change).await?)
    }
}

struct Chosen {
    contacts: Which,
    organizations: Which,
    generation: Option<i64>,
    /// The whole trash of contacts, of organizations, or both.
    is_whole: bool,
}

impl Chosen {
    async fn of(ws: &Workspace, input: &TrashEmpty) -> Result<Self> {
        let (contacts, organizations, generation) = match input {
            TrashEmpty::Everything => (Which::All, Which::All, None),
            TrashEmpty::Contacts { selection } => {
                let chosen = match selection {
                    Some(selection) => Some(contacts::selected(ws, selection).await?),
                    None => None,
                };
                let (which, generation) = which(chosen);
                (which, Which::None, generation)
            }
            TrashEmpty::Organizations { selection } => {
                let chosen = match selection {
                    Some(selection) => Some(organizations::selected(ws, selection).await?),
                    None => None,
                };
                let (which, generation) = which(chosen);
                (Which::None, which, generation)
            }
        };
        Ok(Self {
            is_whole: matches!(contacts, Which::All) || matches!(organizations, Which::All),
            contacts,
            organizations,
            generation,
        })
    }
}

fn which(chosen: Option<Selected>) -> (Which, Option<i64>) {
    match chosen {
        Some(Selected { ids, generation }) => (Which::These(ids), generation),
        None => (Which::All, None),
    }
}
