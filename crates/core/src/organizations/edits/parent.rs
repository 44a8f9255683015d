//! The organization above others. A circle is refused.

use super::super::by_name::find;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::sql;

/// The id of the organization that is to stand above `ids`, as text; `value` is an id or a name. Empty takes them out of the
/// hierarchy.
///
/// # Errors
/// `Invalid` when there is none, and when it is one of `ids` or stands below one.
pub(super) async fn read(change: &mut Change, ids: &[i64], value: &str) -> Result<String> {
    if value.is_empty() {
        return Ok(String::new());
    }
    let parent = named(change, value).await?;
    refuse_circle(change, ids, parent).await?;
    Ok(parent.to_string())
}

async fn named(change: &mut Change, value: &str) -> Result<i64> {
    let by_id: Option<i64> = match value.parse::<i64>() {
        Ok(id) => {
            let sql = "SELECT id FROM organizations WHERE id = ? AND deleted_at IS NULL";
            sqlx::query_scalar(sql)
                .bind(id)
                .fetch_optional(&mut **change)
                .await?
        }
        Err(_) => None,
    };
    let found = match by_id {
        Some(id) => Some(id),
        None => find(change, value).await?,
    };
    found.ok_or_else(|| Error::field("parent", format!("There is no organization “{value}”.")))
}

/// Those in the trash count: they may come back.
pub(in crate::organizations) async fn refuse_circle(
    change: &mut Change,
    ids: &[i64],
    parent: i64,
) -> Result<()> {
    let above: bool = sqlx::query_scalar(include_str!("is_above.sql"))
        .bind(sql::ids(ids))
        .bind(parent)
        .fetch_one(&mut **change)
        .await?;
    if !above {
        return Ok(());
    }
    let message = match ids {
        [id] if *id == parent => "An organization can't stand above itself.",
        [_] => "That organization stands below this one: the hierarchy would be a circle.",
        _ => {
            "That organization is one of these or stands below one: the hierarchy would be a circle."
        }
    };
    Err(Error::field("parent", message))
}
