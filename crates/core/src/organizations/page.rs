//! A stretch of the list as the grid shows it.

use std::collections::{BTreeMap, HashMap};

use sqlx::{FromRow, SqliteConnection};

use super::list::list;
use super::types::{
    OrganizationKind, OrganizationPositionRequest, OrganizationRow, OrganizationsPage,
    OrganizationsPageRequest,
};
use crate::contacts::{Cell, Position, point_cell};
use crate::error::Result;
use crate::sql;
use crate::workspace::Workspace;

const MOST: u32 = 1000;

/// The rows `offset..offset + limit` of the list, and how many there are in all.
pub async fn page(ws: &Workspace, request: &OrganizationsPageRequest) -> Result<OrganizationsPage> {
    let mut conn = ws.read().await?;
    let list = list(ws, &mut conn, &request.query).await?;
    let total = list.ids.len();
    let from = (request.offset as usize).min(total);
    let to = (from + request.limit.min(MOST) as usize).min(total);
    Ok(OrganizationsPage {
        total: total as u32,
        generation: list.generation,
        rows: rows(&mut conn, &list.ids[from..to], &request.columns).await?,
    })
}

/// Where an organization stands in a list.
pub async fn position(ws: &Workspace, request: &OrganizationPositionRequest) -> Result<Position> {
    let mut conn = ws.read().await?;
    let list = list(ws, &mut conn, &request.query).await?;
    let index = list.ids.iter().position(|id| *id == request.id);
    Ok(Position {
        index: index.map(|i| i as u32),
    })
}

#[derive(FromRow)]
struct Row {
    id: i64,
    kind: OrganizationKind,
    name: String,
    number: Option<String>,
    contacts: i64,
    parent_id: Option<i64>,
    parent: Option<String>,
    phone: Option<String>,
    phone_status: Option<String>,
    email: Option<String>,
    email_status: Option<String>,
    website: Option<String>,
    industry: Option<String>,
    size: Option<String>,
    owner: Option<String>,
    city: Option<String>,
    country: Option<String>,
    created: String,
}

async fn rows(
    conn: &mut SqliteConnection,
    ids: &[i64],
    columns: &[String],
) -> Result<Vec<OrganizationRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("organization_rows.sql"))
        .bind(sql::ids(ids))
        .fetch_all(&mut *conn)
        .await?;
    let mut rows: Vec<OrganizationRow> = rows.into_iter().map(OrganizationRow::from).collect();
    if !columns.is_empty() {
        let mut cells = cells(conn, ids, columns).await?;
        for row in &mut rows {
            row.cells = cells.remove(&row.id).unwrap_or_default();
        }
    }
    Ok(rows)
}

type Cells = BTreeMap<String, Cell>;

/// The custom fields of organizations that the columns name.
async fn cells(
    conn: &mut SqliteConnection,
    ids: &[i64],
    columns: &[String],
) -> Result<HashMap<i64, Cells>> {
    let values: Vec<(i64, String, String)> =
        sqlx::query_as(include_str!("organization_fields.sql"))
            .bind(sql::ids(ids))
            .fetch_all(conn)
            .await?;
    let mut cells: HashMap<i64, Cells> = HashMap::new();
    for (id, code, text) in values {
        if columns.contains(&code) {
            let cell = Cell { text, status: None };
            cells.entry(id).or_default().insert(code, cell);
        }
    }
    Ok(cells)
}

impl From<Row> for OrganizationRow {
    fn from(row: Row) -> Self {
        OrganizationRow {
            id: row.id,
            kind: row.kind,
            name: row.name,
            number: row.number,
            contacts: row.contacts,
            parent_id: row.parent_id,
            parent: row.parent,
            phone: point_cell(row.phone, row.phone_status),
            email: point_cell(row.email, row.email_status),
            website: row.website,
            industry: row.industry,
            size: row.size,
            owner: row.owner,
            city: row.city,
            country: row.country,
            created: row.created,
            cells: Cells::new(),
        }
    }
}
