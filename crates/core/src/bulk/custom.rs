//! A custom field of many contacts.

use super::affected::{ids, touch};
use crate::error::Result;
use crate::journal::{self, Change};
use crate::sql;

pub(super) async fn set(
    change: &mut Change,
    contacts: &[i64],
    field: i64,
    value: Option<&str>,
) -> Result<Vec<i64>> {
    let other = sqlx::query_scalar(include_str!("other_value.sql"))
        .bind(sql::ids(contacts))
        .bind(field)
        .bind(value);
    let changed = ids(change, other).await?;
    let list = sql::ids(&changed);
    match value {
        Some(value) => {
            for statement in [
                include_str!("change_value.sql"),
                include_str!("add_value.sql"),
            ] {
                sqlx::query(statement)
                    .bind(&list)
                    .bind(field)
                    .bind(value)
                    .execute(&mut **change)
                    .await?;
            }
        }
        None => {
            let rows = sqlx::query_scalar(include_str!("values_of.sql"))
                .bind(&list)
                .bind(field);
            let rows = ids(change, rows).await?;
            journal::delete_rows(change, "custom_values", &rows).await?;
        }
    }
    let now = change.now.clone();
    touch(change, &changed, &now).await?;
    Ok(changed)
}
