//! A stretch of the list of opt-outs.

use std::collections::BTreeMap;

use sqlx::{FromRow, SqliteConnection};

use super::list::list;
use super::owners;
use super::types::{
    Holder, Initiative, OptOutKind, OptOutRow, OptOutsPage, OptOutsPageRequest, SubscriptionStatus,
};
use super::value::{self, Key};
use crate::error::Result;
use crate::sql;
use crate::workspace::Workspace;

const MOST: u32 = 1000;

/// The rows `offset..offset + limit` of the list, and how many there are in all.
pub async fn page(ws: &Workspace, request: &OptOutsPageRequest) -> Result<OptOutsPage> {
    let mut conn = ws.read().await?;
    let list = list(ws, &mut conn, &request.query).await?;
    let total = list.ids.len();
    let from = (request.offset as usize).min(total);
    let to = (from + request.limit.min(MOST) as usize).min(total);
    Ok(OptOutsPage {
        total: total as u32,
        generation: list.generation,
        rows: rows(&mut conn, &list.ids[from..to]).await?,
    })
}

#[derive(FromRow)]
struct Row {
    id: i64,
    kind: OptOutKind,
    normalized: String,
    status: SubscriptionStatus,
    since: String,
    initiative: Option<Initiative>,
    reason: Option<String>,
    note: Option<String>,
}

async fn rows(conn: &mut SqliteConnection, ids: &[i64]) -> Result<Vec<OptOutRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("rows.sql"))
        .bind(sql::ids(ids))
        .fetch_all(&mut *conn)
        .await?;
    let keys: Vec<Key> = rows
        .iter()
        .map(|row| (row.kind, row.normalized.clone()))
        .collect();
    let mut holders: BTreeMap<usize, Vec<Holder>> = BTreeMap::new();
    for (index, holder) in owners::holders(conn, &keys).await? {
        holders.entry(index).or_default().push(holder);
    }
    let row = |(index, row): (usize, Row)| OptOutRow {
        id: row.id,
        kind: row.kind,
        shown: value::shown(row.kind, &row.normalized),
        value: row.normalized,
        status: row.status,
        since: row.since,
        initiative: row.initiative,
        reason: row.reason,
        note: row.note,
        contacts: holders.remove(&index).unwrap_or_default(),
    };
    Ok(rows.into_iter().enumerate().map(row).collect())
}
