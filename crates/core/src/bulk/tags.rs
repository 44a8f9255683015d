//! A tag on many contacts.

use super::affected::{add_words, ids, touch};
use crate::contacts;
use crate::error::Result;
use crate::fields::Subject;
use crate::journal::{self, Change};
use crate::sql;

pub(super) async fn add(
    change: &mut Change,
    contacts: &[i64],
    tag: i64,
    name: &str,
) -> Result<Vec<i64>> {
    let without = sqlx::query_scalar(include_str!("without_tag.sql"))
        .bind(sql::ids(contacts))
        .bind(tag);
    let changed = ids(change, without).await?;
    let sql = "INSERT INTO contact_tags (contact_id, tag_id) SELECT value, ?2 FROM json_each(?1)";
    sqlx::query(sql)
        .bind(sql::ids(&changed))
        .bind(tag)
        .execute(&mut **change)
        .await?;
    add_words(change, &changed, name).await?;
    touch(change, Subject::Contact, &changed).await?;
    Ok(changed)
}

pub(super) async fn remove(change: &mut Change, contacts: &[i64], tag: i64) -> Result<Vec<i64>> {
    let sql = "SELECT group_concat(ct.{column}) FROM json_each(?1) i CROSS JOIN contact_tags ct ON ct.contact_id = i.value AND ct.tag_id = ?2";
    let mut found = Vec::new();
    for column in ["id", "contact_id"] {
        let query = sqlx::AssertSqlSafe(sql.replace("{column}", column));
        let query = sqlx::query_scalar(query).bind(sql::ids(contacts)).bind(tag);
        found.push(ids(change, query).await?);
    }
    let (changed, rows) = (
        found.pop().unwrap_or_default(),
        found.pop().unwrap_or_default(),
    );
    journal::delete_rows(change, "contact_tags", &rows).await?;
    contacts::derive(change, &sql::ids(&changed)).await?;
    touch(change, Subject::Contact, &changed).await?;
    Ok(changed)
}
