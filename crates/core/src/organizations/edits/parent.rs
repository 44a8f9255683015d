//! The organization above another. A circle is refused.

use super::super::by_name::find;
use crate::error::{Error, Result};
use crate::journal::Change;

/// `value` is an id or a name; empty takes the organization out of the hierarchy.
pub(super) async fn set(change: &mut Change, id: i64, value: &str) -> Result<()> {
    let parent = match value {
        "" => None,
        value => Some(named(change, value).await?),
    };
    if let Some(parent) = parent {
        refuse_circle(change, id, parent).await?;
    }
    sqlx::query("UPDATE organizations SET parent_id = ? WHERE id = ?")
        .bind(parent)
        .bind(id)
        .execute(&mut **change)
        .await?;
    Ok(())
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
async fn refuse_circle(change: &mut Change, id: i64, parent: i64) -> Result<()> {
    let above: bool = sqlx::query_scalar(include_str!("is_above.sql"))
        .bind(id)
        .bind(parent)
        .fetch_one(&mut **change)
        .await?;
    if !above {
        return Ok(());
    }
    let message = if id == parent {
        "An organization can't stand above itself."
    } else {
        "That organization stands below this one: the hierarchy would be a circle."
    };
    Err(Error::field("parent", message))
}
