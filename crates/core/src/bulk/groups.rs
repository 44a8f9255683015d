//! Many contacts in a static group. Being in one is no property of the contact: it doesn't count as changed by it.

use super::affected::ids;
use crate::error::{Error, Result};
use crate::journal::{self, Change};
use crate::sql;

/// Whom a dynamic group holds is said by its filter.
pub(super) async fn must_be_static(change: &mut Change, group: i64, name: &str) -> Result<()> {
    let kind: String = sqlx::query_scalar("SELECT kind FROM groups WHERE id = ?")
        .bind(group)
        .fetch_one(&mut **change)
        .await?;
    if kind == "static" {
        return Ok(());
    }
    let message = format!(
        "“{}” is a dynamic group: its filter says who is in it.",
        name.trim()
    );
    Err(Error::field("group", message))
}

pub(super) async fn join(change: &mut Change, contacts: &[i64], group: i64) -> Result<Vec<i64>> {
    let outside = sqlx::query_scalar(include_str!("outside_group.sql"))
        .bind(sql::ids(contacts))
        .bind(group);
    let changed = ids(change, outside).await?;
    let sql =
        "INSERT INTO group_contacts (contact_id, group_id) SELECT value, ?2 FROM json_each(?1)";
    sqlx::query(sql)
        .bind(sql::ids(&changed))
        .bind(group)
        .execute(&mut **change)
        .await?;
    Ok(changed)
}

pub(super) async fn leave(change: &mut Change, contacts: &[i64], group: i64) -> Result<Vec<i64>> {
    let sql = "SELECT group_concat(gc.{column}) FROM json_each(?1) i CROSS JOIN group_contacts gc ON gc.contact_id = i.value AND gc.group_id = ?2";
    let mut found = Vec::new();
    for column in ["id", "contact_id"] {
        let query = sqlx::AssertSqlSafe(sql.replace("{column}", column));
        let query = sqlx::query_scalar(query)
            .bind(sql::ids(contacts))
            .bind(group);
        found.push(ids(change, query).await?);
    }
    let (changed, rows) = (
        found.pop().unwrap_or_default(),
        found.pop().unwrap_or_default(),
    );
    journal::delete_rows(change, "group_contacts", &rows).await?;
    Ok(changed)
}
