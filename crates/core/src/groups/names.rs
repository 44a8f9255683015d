//! Groups by their names, which are compared without case and accents, and the groups of one contact.

use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::journal::Change;
use crate::values::fold;

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

/// A name that a group may have: it says something, and no other group has it.
pub(super) async fn free(
    conn: &mut SqliteConnection,
    name: &str,
    own: Option<i64>,
) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::field("name", "A group needs a name."));
    }
    let taken: Option<(i64, String)> =
        sqlx::query_as("SELECT id, name FROM groups WHERE folded = ?")
            .bind(folded(name))
            .fetch_optional(conn)
            .await?;
    match taken {
        Some((id, other)) if Some(id) != own => Err(Error::field(
            "name",
            format!("There is a group “{other}” already. Choose another name, or use that group."),
        )),
        _ => Ok(name.to_owned()),
    }
}

/// Makes these the groups that the contact was put into by hand, and no others.
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
