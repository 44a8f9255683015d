//! Taking a batch back, keeping what was edited since, and doing it again.
//!
//! Three kinds of things are taken back, in this order: recorded rows, the latest first (`reverse.rs`); rows that a
//! bulk change added to contacts which were there before; and contacts that it created, with everything on them
//! (`remove.rs`). A contact that was edited by a later change keeps what was edited, and the answer says why.
//! An opt-out that came with an import stays: it is lifted by the reinstating act only (O1, I9), or by taking back the
//! very act that opted out, unless a later one said the same or something else.

use std::collections::{BTreeMap, HashSet};

use sqlx::SqliteConnection;

use super::change::Change;
use super::table::{TABLES, Table};
use super::types::{Kept, UndoRequest, Undone};
use super::undoing::Undoing;
use super::{remove, reverse};
use crate::contacts;
use crate::documents::{self, Standing};
use crate::error::{Error, Result};
use crate::fields;
use crate::operations::Operation;
use crate::organizations;
use crate::progress::{Job, Stage};
use crate::sql;
use crate::workspace::Workspace;

/// Takes a batch back: the named one, or the latest that stands.
///
/// # Errors
/// `NothingToUndo`, `AlreadyUndone`, `NotFound`, `Cancelled` (nothing was changed).
pub async fn undo(ws: &Workspace, request: &UndoRequest, job: &Job) -> Result<Undone> {
    let mut change = Change::begin(ws, Operation::Undo).await?;
    let this = change.batch;
    let (batch, operation) = match request.batch {
        Some(batch) => (batch, standing(&mut change, batch).await?),
        None => super::undo_candidate(&mut change, this)
            .await?
            .ok_or(Error::NothingToUndo)?,
    };
    mark(&mut change, batch, batch).await?;
    let documents = Standing::of(&mut change).await?;
    let undoing = take_back(&mut change, batch, job).await?;
    documents::take_back_fallen(&mut change, &documents, Some(batch)).await?;
    finish(change, undoing, operation).await
}

/// Does again what the latest undo took back.
///
/// # Errors
/// `NothingToRedo` when nothing was undone, or something new was done since.
pub async fn redo(ws: &Workspace, job: &Job) -> Result<Undone> {
    let mut change = Change::begin(ws, Operation::Redo).await?;
    let this = change.batch;
    let (undo, operation) = super::redo_candidate(&mut change, this)
        .await?
        .ok_or(Error::NothingToRedo)?;
    let undone: i64 = sqlx::query_scalar("SELECT reverses FROM batches WHERE id = ?")
        .bind(undo)
        .fetch_one(&mut *change)
        .await?;
    change.stop_recording_inserts().await?;
    mark(&mut change, undo, undo).await?;
    let documents = Standing::of(&mut change).await?;
    let undoing = take_back(&mut change, undo, job).await?;
    documents::take_back_fallen(&mut change, &documents, None).await?;
    sqlx::query("UPDATE batches SET undone_by = NULL WHERE id = ?")
        .bind(undone)
        .execute(&mut *change)
        .await?;
    finish(
        change,
        Undoing {
            batch: undone,
            ..undoing
        },
        operation,
    )
    .await
}

async fn standing(conn: &mut SqliteConnection, batch: i64) -> Result<String> {
    let found: Option<(String, Option<i64>, Option<i64>)> =
        sqlx::query_as("SELECT operation, undone_by, reverses FROM batches WHERE id = ?")
            .bind(batch)
            .fetch_optional(conn)
            .await?;
    match found {
        None => Err(Error::not_found("batch", batch)),
        Some((_, Some(_), _)) => Err(Error::AlreadyUndone { batch }),
        Some((operation, ..)) if operation == Operation::TrashEmpty.name() => Err(Error::invalid(
            "What was removed from the trash for good can't come back.",
        )),
        Some((operation, ..)) if operation == Operation::ContactErase.name() => Err(
            Error::invalid("Whoever was erased can't come back: nothing of them is left."),
        ),
        Some((_, _, Some(_))) => Err(Error::invalid("An undo is taken back by redo.")),
        Some((operation, ..)) if operation == Operation::BackupRestore.name() => {
            Err(Error::invalid(
                "A restore is taken back by restoring the backup that was made before it.",
            ))
        }
        Some((operation, None, None)) => Ok(operation),
    }
}

/// Marked before anything is taken back, so that what this undo itself records counts as no later edit.
async fn mark(change: &mut Change, batch: i64, reverses: i64) -> Result<()> {
    let this = change.batch;
    sqlx::query("UPDATE batches SET undone_by = ? WHERE id = ?")
        .bind(this)
        .bind(batch)
        .execute(&mut **change)
        .await?;
    sqlx::query("UPDATE batches SET reverses = ? WHERE id = ?")
        .bind(reverses)
        .bind(this)
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn finish(mut change: Change, undoing: Undoing, operation: String) -> Result<Undone> {
    let this = change.batch;
    let others = sqlx::query_as(include_str!("others.sql"))
        .bind(this)
        .fetch_one(&mut *change)
        .await?;
    let without_organization = loosened(&mut change, &undoing).await?;
    let reversed = undoing.restored.len() as u64 + undoing.removed;
    change.commit_with(reversed as i64).await?;
    let kept = undoing
        .kept
        .into_iter()
        .map(|(id, reason)| Kept { id, reason })
        .collect();
    Ok(Undone {
        batch: undoing.batch,
        operation,
        reversed,
        others,
        kept,
        without_organization,
    })
}

/// An undo always works. Where every contact belongs to an organization, it tells how many that it brought back, or
/// whose ties or organizations it touched, belong to none now (R8).
async fn loosened(change: &mut Change, undoing: &Undoing) -> Result<i64> {
    let touched: Vec<i64> = sqlx::query_scalar(include_str!("loosened.sql"))
        .bind(undoing.this)
        .bind(undoing.batch)
        .fetch_all(&mut **change)
        .await?;
    contacts::missing_organization(change, &touched).await
}

async fn take_back(change: &mut Change, batch: i64, job: &Job) -> Result<Undoing> {
    // Parents may go before children and come back after them; all must fit at the end.
    sqlx::query("PRAGMA defer_foreign_keys = ON")
        .execute(&mut **change)
        .await?;
    let mut undoing = Undoing {
        batch,
        this: change.batch,
        tables: Vec::new(),
        // Opt-outs are taken back, and reinstatements, only where that was the act itself.
        opt_outs: holds(change, include_str!("is_act_on_opt_outs.sql"), batch).await?,
        creates: holds(
            change,
            "SELECT EXISTS (SELECT 1 FROM contacts WHERE created_batch = ?)",
            batch,
        )
        .await?,
        is_followed: holds(change, include_str!("is_followed.sql"), batch).await?,
        restored: HashSet::new(),
        stale: HashSet::new(),
        removed: 0,
        kept: BTreeMap::new(),
    };
    for name in TABLES {
        undoing.tables.push(Table::read(change, name).await?);
    }
    find_edited(change, &undoing).await?;
    keep_edited(change, &mut undoing).await?;
    reverse::rows(change, &mut undoing, job).await?;
    remove::added_rows(change, &mut undoing).await?;
    remove::created_contacts(change, &mut undoing, job).await?;
    remove::unused(change, &undoing).await?;
    derive(change, &undoing, job).await?;
    Ok(undoing)
}

/// A question about the batch.
async fn holds(conn: &mut SqliteConnection, sql: &'static str, batch: i64) -> Result<bool> {
    Ok(sqlx::query_scalar(sql).bind(batch).fetch_one(conn).await?)
}

/// Fills `undo_edited` with the contacts that a later change touched which still stands.
async fn find_edited(conn: &mut SqliteConnection, undoing: &Undoing) -> Result<()> {
    sqlx::query("DELETE FROM undo_edited")
        .execute(&mut *conn)
        .await?;
    sqlx::query(include_str!("edited_rows.sql"))
        .bind(undoing.batch)
        .execute(&mut *conn)
        .await?;
    for table in undoing.children() {
        let sql = include_str!("edited_ranges.sql").replace("{table}", table.name);
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(undoing.batch)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Created contacts that were edited since stay whole.
async fn keep_edited(conn: &mut SqliteConnection, undoing: &mut Undoing) -> Result<()> {
    let sql = "SELECT c.id FROM contacts c JOIN undo_edited e ON e.contact_id = c.id WHERE c.created_batch = ?";
    let ids: Vec<i64> = sqlx::query_scalar(sql)
        .bind(undoing.batch)
        .fetch_all(conn)
        .await?;
    for id in ids {
        undoing.keep(Some(id), "edited since");
    }
    Ok(())
}

async fn derive(conn: &mut SqliteConnection, undoing: &Undoing, job: &Job) -> Result<()> {
    let mut ids: Vec<i64> = undoing.stale.iter().copied().collect();
    ids.sort_unstable();
    for (i, chunk) in ids.chunks(500).enumerate() {
        job.report(
            Stage::Undoing,
            (i * 500) as u64,
            Some(i as f32 * 500.0 / ids.len() as f32),
        )?;
        contacts::derive(conn, &sql::ids(chunk)).await?;
    }
    fields::derive(conn, undoing.batch).await?;
    organizations::derive(conn, undoing.batch).await
}
