//! Groups: named sets of contacts, with counts that are right at the moment they are shown (G5).

mod types;

use sqlx::{FromRow, SqliteConnection};

pub use types::*;

use crate::error::Result;
use crate::journal::Change;
use crate::values::fold;
use crate::workspace::Workspace;

#[derive(FromRow)]
struct Row {
    id: i64,
    name: String,
    category: Option<String>,
    #[sqlx(rename = "type")]
    kind_of_use: String,
    dynamic: bool,
    active: i64,
    total: i64,
    created: String,
}

/// The groups by name, with their counts.
pub async fn list(ws: &Workspace) -> Result<Groups> {
    let mut conn = ws.read().await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("list.sql"))
        .fetch_all(&mut *conn)
        .await?;
    Ok(Groups {
        groups: rows.into_iter().map(Group::from).collect(),
    })
}

impl From<Row> for Group {
    fn from(row: Row) -> Self {
        Group {
            id: row.id,
            name: row.name,
            category: row.category,
            kind_of_use: row.kind_of_use,
            kind: if row.dynamic {
                GroupKind::Dynamic
            } else {
                GroupKind::Static
            },
            active: row.active,
            total: row.total,
            created: row.created,
        }
    }
}

/// The group of that name, case and accents ignored.
pub async fn find(conn: &mut SqliteConnection, name: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM groups WHERE folded = ?";
    Ok(sqlx::query_scalar(sql)
        .bind(folded(name))
        .fetch_optional(conn)
        .await?)
}

/// The group of that name, made when there is none.
pub(crate) async fn find_or_create(change: &mut Change, name: &str) -> Result<i64> {
    if let Some(id) = find(change, name).await? {
        return Ok(id);
    }
    let (now, batch) = (change.now.clone(), change.batch);
    let done = sqlx::query(
        "INSERT INTO groups (name, folded, created_at, created_batch) VALUES (?, ?, ?, ?)",
    )
    .bind(name.trim())
    .bind(folded(name))
    .bind(now)
    .bind(batch)
    .execute(&mut **change)
    .await?;
    Ok(done.last_insert_rowid())
}

/// How names of groups and tags are compared. A name without letters is compared as it stands.
pub(crate) fn folded(name: &str) -> String {
    match fold::fold(name) {
        folded if folded.is_empty() => name.trim().to_owned(),
        folded => folded,
    }
}

/// Makes these the static groups that the contact is in, and no others.
pub(crate) async fn set_members(change: &mut Change, contact: i64, names: &[&str]) -> Result<()> {
    let mut groups = Vec::new();
    for name in names {
        groups.push(find_or_create(change, name).await?);
    }
    let list = crate::sql::ids(&groups);
    sqlx::query(include_str!("leave.sql"))
        .bind(contact)
        .bind(&list)
        .execute(&mut **change)
        .await?;
    sqlx::query("INSERT OR IGNORE INTO group_contacts (contact_id, group_id) SELECT ?, value FROM json_each(?)")
        .bind(contact)
        .bind(&list)
        .execute(&mut **change)
        .await?;
    Ok(())
}
