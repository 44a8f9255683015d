//! The groups with their counts, which are right at the moment they are shown (G5).

use sqlx::{FromRow, SqliteConnection};

use super::counts::{self, Count};
use super::types::{Group, GroupKind, Groups};
use crate::error::{Error, Result};
use crate::filters::{self, Catalog};
use crate::workspace::Workspace;

#[derive(FromRow)]
struct Row {
    id: i64,
    name: String,
    category: Option<String>,
    #[sqlx(rename = "type")]
    kind_of_use: String,
    filter: Option<String>,
    description: Option<String>,
    created: String,
    included: i64,
    excluded: i64,
}

/// The groups by name, with their counts.
pub async fn list(ws: &Workspace) -> Result<Groups> {
    let mut conn = ws.read().await?;
    let groups = rows(ws, &mut conn, None).await?;
    Ok(Groups { groups })
}

/// One group.
///
/// # Errors
/// `NotFound`
pub async fn get(ws: &Workspace, id: i64) -> Result<Group> {
    let group = rows(ws, &mut *ws.read().await?, Some(id)).await?.pop();
    group.ok_or_else(|| Error::not_found("group", id))
}

async fn rows(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    only: Option<i64>,
) -> Result<Vec<Group>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("list.sql"))
        .bind(only)
        .fetch_all(&mut *conn)
        .await?;
    let (sets, counts) = counts::of_static(ws, conn, only).await?;
    let catalog = Catalog::load(ws, conn).await?;
    let mut groups = Vec::new();
    for row in rows {
        let problem = row.filter.as_deref().and_then(|text| catalog.problem(text));
        let count = match row.filter {
            Some(_) => Count::of(&filters::group_ids(&catalog, conn, row.id).await?, &sets),
            None => counts.get(&row.id).copied().unwrap_or_default(),
        };
        groups.push(Group {
            id: row.id,
            name: row.name,
            category: row.category,
            kind_of_use: row.kind_of_use,
            kind: match row.filter {
                Some(_) => GroupKind::Dynamic,
                None => GroupKind::Static,
            },
            active: count.active,
            total: count.total,
            created: row.created,
            description: row.description,
            filter: row.filter,
            problem,
            included: row.included,
            excluded: row.excluded,
        });
    }
    Ok(groups)
}
