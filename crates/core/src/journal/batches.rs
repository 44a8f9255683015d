//! The list of what was done, and which of it undo and redo would take.

use serde_json::Value;
use sqlx::{FromRow, SqliteConnection};

use super::types::{Batch, Batches, BatchesRequest};
use crate::error::Result;
use crate::workspace::Workspace;

#[derive(FromRow)]
struct BatchRow {
    id: i64,
    at: String,
    by: Option<String>,
    operation: String,
    contacts: i64,
    undone_by: Option<i64>,
    reverses: Option<i64>,
    report: Option<String>,
}

/// What was done, the latest first.
pub async fn batches(ws: &Workspace, request: &BatchesRequest) -> Result<Batches> {
    let mut conn = ws.read().await?;
    let rows: Vec<BatchRow> = sqlx::query_as(include_str!("batches.sql"))
        .bind(request.imports_only)
        .bind(request.limit.unwrap_or(100))
        .fetch_all(&mut *conn)
        .await?;
    Ok(Batches {
        batches: rows.into_iter().map(batch).collect(),
    })
}

fn batch(row: BatchRow) -> Batch {
    let import = row
        .report
        .and_then(|text| serde_json::from_str::<Value>(&text).ok());
    Batch {
        batch: row.id,
        at: row.at,
        by: row.by,
        operation: row.operation,
        contacts: row.contacts,
        undone_by: row.undone_by,
        reverses: row.reverses,
        import,
    }
}

/// The state of the workspace: grows with every change, also one made by another program.
pub async fn generation(conn: &mut SqliteConnection) -> Result<i64> {
    Ok(
        sqlx::query_scalar("SELECT coalesce(max(id), 0) FROM batches")
            .fetch_one(conn)
            .await?,
    )
}

/// The batch that undo takes when none is named: the latest before `before` that stands and is no undo itself.
pub(crate) async fn undo_candidate(
    conn: &mut SqliteConnection,
    before: i64,
) -> Result<Option<(i64, String)>> {
    Ok(sqlx::query_as(include_str!("undo_candidate.sql"))
        .bind(before)
        .fetch_optional(conn)
        .await?)
}

/// The undo that redo takes back: the latest before `before`, as long as nothing new was done after it.
pub(crate) async fn redo_candidate(
    conn: &mut SqliteConnection,
    before: i64,
) -> Result<Option<(i64, String)>> {
    Ok(sqlx::query_as(include_str!("redo_candidate.sql"))
        .bind(before)
        .fetch_optional(conn)
        .await?)
}
