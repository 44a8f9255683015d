//! The views as the tabs show them.

use sqlx::{FromRow, SqliteConnection};

use super::types::{View, ViewContent, ViewSubject, Views, ViewsRequest};
use crate::contacts::Sort;
use crate::error::{Error, Result};
use crate::filters::Catalog;
use crate::workspace::Workspace;

#[derive(FromRow)]
pub(super) struct Row {
    pub id: i64,
    pub name: String,
    search: String,
    filter: String,
    columns: String,
    sort: String,
    descending: bool,
}

impl From<Row> for View {
    fn from(row: Row) -> Self {
        View {
            id: row.id,
            name: row.name,
            content: ViewContent {
                search: row.search,
                filter: row.filter,
                columns: serde_json::from_str(&row.columns).unwrap_or_default(),
                sort: Sort {
                    field: row.sort,
                    descending: row.descending,
                },
            },
            problem: None,
        }
    }
}

/// The views of a list in their order.
pub async fn list(ws: &Workspace, request: &ViewsRequest) -> Result<Views> {
    let mut conn = ws.read().await?;
    let rows = rows(&mut conn, request.subject).await?;
    let mut views: Vec<View> = rows.into_iter().map(View::from).collect();
    if request.subject == ViewSubject::Contact {
        let catalog = Catalog::load(ws, &mut conn).await?;
        for view in &mut views {
            view.problem = catalog.problem(&view.content.filter);
        }
    }
    Ok(Views { views })
}

pub(super) async fn rows(conn: &mut SqliteConnection, subject: ViewSubject) -> Result<Vec<Row>> {
    Ok(sqlx::query_as(include_str!("list.sql"))
        .bind(subject.name())
        .fetch_all(conn)
        .await?)
}

/// The view and the list that it is of.
pub(super) async fn one(conn: &mut SqliteConnection, id: i64) -> Result<(ViewSubject, View)> {
    for subject in [ViewSubject::Contact, ViewSubject::Organization] {
        let found = rows(conn, subject).await?.into_iter().find(|v| v.id == id);
        if let Some(row) = found {
            return Ok((subject, View::from(row)));
        }
    }
    Err(Error::not_found("view", id))
}
