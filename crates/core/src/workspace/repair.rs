//! Repairing what `check` finds and what can be repaired, after a backup: indexes, references to nothing, primary points and
//! addresses, and everything that is derived. What a rule can't tell the right value of is left and named.
//!
//! References and primaries are data, and their repair is a change like any other, which undo takes back. Indexes and
//! derived data are not recorded: they say nothing of their own.

use serde::Serialize;
use sqlx::{AssertSqlSafe, SqliteConnection};
use ts_rs::TS;

use super::check::check_watched;
use super::open::Workspace;
use super::types::CheckReport;
use super::wrong_keys::wrong_keys;
use crate::backup::{self, Why};
use crate::contacts;
use crate::error::Result;
use crate::fields;
use crate::journal::{Change, TABLES};
use crate::operations::Operation;
use crate::organizations;
use crate::progress::{Job, Stage};
use crate::sql;

const LOT: usize = 500;

/// Rules whose breach has one right answer.
const RULES: [&str; 5] = [
    include_str!("repair_points.sql"),
    include_str!("repair_addresses.sql"),
    include_str!("repair_organization_points.sql"),
    include_str!("repair_organization_addresses.sql"),
    include_str!("repair_subscriptions.sql"),
];

/// What a repair did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Repair {
    /// The backup that was made before; null when nothing had to be repaired.
    pub backup: Option<String>,
    /// The batch to undo; null where only derived data was made anew.
    pub batch: Option<i64>,
    /// How many problems there were.
    pub before: u64,
    /// What is left.
    pub report: CheckReport,
}

/// Repairs what can be repaired.
///
/// # Errors
/// When the backup could not be made; `Cancelled`. The data of contacts was not changed then.
pub async fn repair(ws: &Workspace, job: &Job) -> Result<Repair> {
    let found = check_watched(ws, job).await?;
    if found.ok {
        return Ok(Repair {
            backup: None,
            batch: None,
            before: 0,
            report: found,
        });
    }
    let backup = backup::made(ws, Why::Repair, job).await?;
    let batch = mend(ws, job).await?;
    Ok(Repair {
        backup: Some(backup.name),
        batch,
        before: found.problems.len() as u64,
        report: check_watched(ws, job).await?,
    })
}

/// All that can be mended, in an order in which each step finds what it needs.
pub(crate) async fn mend(ws: &Workspace, job: &Job) -> Result<Option<i64>> {
    sqlx::query("REINDEX")
        .execute(&mut *ws.writer().await?)
        .await?;
    let mut change = Change::begin(ws, Operation::Repair).await?;
    loosen(&mut change).await?;
    for rule in RULES {
        sqlx::query(rule)
            .bind(change.now.clone())
            .execute(&mut *change)
            .await?;
    }
    keys(&mut change).await?;
    fields::mark_anew(&mut change).await?;
    organizations::derive_all(&mut change).await?;
    derive(&mut change, job).await?;
    let is_data = !change.is_empty().await?;
    let contacts = change.count_contacts().await?;
    // Committed in any case: lists that were made of the old sort keys must not be shown again.
    let batch = change.commit_with(contacts).await?;
    Ok(is_data.then_some(batch))
}

#[derive(sqlx::FromRow)]
struct Loose {
    table: String,
    row: Option<i64>,
    column: String,
    required: bool,
}

/// Rows that refer to nothing: the reference is emptied, or the row goes where it can't be without.
async fn loosen(conn: &mut SqliteConnection) -> Result<()> {
    loop {
        let loose: Vec<Loose> = sqlx::query_as(include_str!("loose.sql"))
            .fetch_all(&mut *conn)
            .await?;
        let mut mended = 0;
        for Loose {
            table,
            row,
            column,
            required,
        } in loose
        {
            let known = TABLES.iter().any(|known| *known == table) || table == "contact_search";
            let sql = match required {
                _ if !known => continue,
                true => format!("DELETE FROM {table} WHERE rowid = ?"),
                false => format!("UPDATE {table} SET \"{column}\" = NULL WHERE rowid = ?"),
            };
            mended += sqlx::query(AssertSqlSafe(sql))
                .bind(row)
                .execute(&mut *conn)
                .await?
                .rows_affected();
        }
        // A row that went may have been what others referred to.
        if mended == 0 {
            return Ok(());
        }
    }
}

async fn keys(conn: &mut SqliteConnection) -> Result<()> {
    for (id, right) in wrong_keys(conn).await? {
        sqlx::query("UPDATE points SET match_key = ? WHERE id = ?")
            .bind(right)
            .bind(id)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

async fn derive(conn: &mut SqliteConnection, job: &Job) -> Result<()> {
    let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM contacts")
        .fetch_all(&mut *conn)
        .await?;
    for (i, lot) in ids.chunks(LOT).enumerate() {
        let done = i * LOT;
        job.report(
            Stage::Changing,
            done as u64,
            Some(done as f32 / ids.len() as f32),
        )?;
        contacts::derive(conn, &sql::ids(lot)).await?;
    }
    Ok(())
}
