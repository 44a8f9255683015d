//! A stretch of the list as the grid shows it.

use std::collections::BTreeMap;

use sqlx::{FromRow, SqliteConnection};

use super::cells::cells;
use super::details::by_ids;
use super::list::list;
use super::types::{
    ContactRow, Page, PageRequest, PointCell, PointStatus, Position, PositionRequest,
};
use crate::error::Result;
use crate::sql;
use crate::workspace::Workspace;

const MOST: u32 = 1000;

/// The rows `offset..offset + limit` of the list, and how many there are in all.
pub async fn page(ws: &Workspace, request: &PageRequest) -> Result<Page> {
    let mut conn = ws.read().await?;
    let list = list(ws, &mut conn, &request.query).await?;
    let total = list.ids.len();
    let from = (request.offset as usize).min(total);
    let to = (from + request.limit.min(MOST) as usize).min(total);
    let rows = rows(&mut conn, &list.ids[from..to], &request.columns).await?;
    Ok(Page {
        total: total as u32,
        generation: list.generation,
        rows,
    })
}

/// Where a contact stands in a list.
pub async fn position(ws: &Workspace, request: &PositionRequest) -> Result<Position> {
    let mut conn = ws.read().await?;
    let list = list(ws, &mut conn, &request.query).await?;
    let index = list
        .ids
        .iter()
        .position(|id| *id == request.id)
        .map(|i| i as u32);
    Ok(Position { index })
}

#[derive(FromRow)]
struct Row {
    id: i64,
    name: String,
    created: String,
    deleted: Option<String>,
    organization: Option<String>,
    groups: String,
    phone: Option<String>,
    phone_status: Option<String>,
    email: Option<String>,
    email_status: Option<String>,
    active: bool,
}

async fn rows(
    conn: &mut SqliteConnection,
    ids: &[i64],
    columns: &[String],
) -> Result<Vec<ContactRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("page.sql"))
        .bind(sql::ids(ids))
        .fetch_all(&mut *conn)
        .await?;
    let mut rows: Vec<ContactRow> = rows.into_iter().map(ContactRow::from).collect();
    if !columns.is_empty() {
        let contacts = by_ids(conn, ids).await?;
        for (row, contact) in rows.iter_mut().zip(&contacts) {
            row.cells = cells(contact, columns);
        }
    }
    Ok(rows)
}

impl From<Row> for ContactRow {
    fn from(row: Row) -> Self {
        ContactRow {
            id: row.id,
            name: row.name,
            organization: row.organization,
            phone: cell(row.phone, row.phone_status),
            email: cell(row.email, row.email_status),
            groups: serde_json::from_str(&row.groups).unwrap_or_default(),
            created: row.created,
            deleted: row.deleted,
            active: row.active,
            cells: BTreeMap::new(),
        }
    }
}

/// A phone or e-mail with its state, as the queries of rows give it.
pub(crate) fn cell(value: Option<String>, status: Option<String>) -> Option<PointCell> {
    let status = match status.as_deref() {
        Some("opted_out") => PointStatus::OptedOut,
        Some("invalid") => PointStatus::Invalid,
        _ => PointStatus::Active,
    };
    value.map(|value| PointCell { value, status })
}
