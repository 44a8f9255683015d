//! Tags: coloured words on contacts.

use serde::Serialize;
use sqlx::{FromRow, SqliteConnection};
use ts_rs::TS;

use crate::error::Result;
use crate::groups::folded;
use crate::journal::Change;
use crate::workspace::Workspace;

#[derive(Debug, Clone, Serialize, FromRow, TS)]
pub struct Tag {
    pub id: i64,
    pub name: String,
    pub colour: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Tags {
    pub tags: Vec<Tag>,
}

/// The tags by name.
pub async fn list(ws: &Workspace) -> Result<Tags> {
    let mut conn = ws.read().await?;
    let tags = sqlx::query_as("SELECT id, name, colour FROM tags ORDER BY folded, id")
        .fetch_all(&mut *conn)
        .await?;
    Ok(Tags { tags })
}

/// The tag of that name, case and accents ignored.
pub(crate) async fn find(conn: &mut SqliteConnection, name: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM tags WHERE folded = ?";
    Ok(sqlx::query_scalar(sql)
        .bind(folded(name))
        .fetch_optional(conn)
        .await?)
}

/// The tag of that name, made when there is none.
pub(crate) async fn find_or_create(change: &mut Change, name: &str) -> Result<i64> {
    if let Some(id) = find(change, name).await? {
        return Ok(id);
    }
    let done = sqlx::query("INSERT INTO tags (name, folded) VALUES (?, ?)")
        .bind(name.trim())
        .bind(folded(name))
        .execute(&mut **change)
        .await?;
    Ok(done.last_insert_rowid())
}

/// Makes these the contact's tags, and no others.
pub(crate) async fn set(change: &mut Change, contact: i64, names: &[&str]) -> Result<()> {
    let mut tags = Vec::new();
    for name in names {
        tags.push(find_or_create(change, name).await?);
    }
    let list = crate::sql::ids(&tags);
    sqlx::query("DELETE FROM contact_tags WHERE contact_id = ? AND tag_id NOT IN (SELECT value FROM json_each(?))")
        .bind(contact)
        .bind(&list)
        .execute(&mut **change)
        .await?;
    sqlx::query(
        "INSERT OR IGNORE INTO contact_tags (contact_id, tag_id) SELECT ?, value FROM json_each(?)",
    )
    .bind(contact)
    .bind(&list)
    .execute(&mut **change)
    .await?;
    Ok(())
}
