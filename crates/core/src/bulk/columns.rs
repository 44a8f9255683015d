//! Columns of the contacts themselves: single-valued fields and flags.

use sqlx::AssertSqlSafe;

use super::affected::{ids, rename};
use crate::contacts::{self, Scalar};
use crate::error::Result;
use crate::journal::Change;
use crate::sql;

/// A column and what it is to hold.
pub(super) struct Column {
    name: &'static str,
    value: Option<String>,
    /// The display name is made of it.
    is_of_name: bool,
    /// The search finds contacts by it.
    is_searched: bool,
}

impl Column {
    pub fn of(scalar: &Scalar, value: String) -> Self {
        Self {
            name: scalar.code,
            value: Some(value).filter(|value| !value.is_empty()),
            is_of_name: Scalar::NAMES.contains(scalar),
            is_searched: scalar.code == "notes",
        }
    }

    pub fn flag(name: &'static str, is_on: bool) -> Self {
        Self {
            name,
            value: Some(i64::from(is_on).to_string()),
            is_of_name: false,
            is_searched: false,
        }
    }
}

pub(super) async fn set(
    change: &mut Change,
    contacts: &[i64],
    column: &Column,
) -> Result<Vec<i64>> {
    let Column { name, value, .. } = column;
    let find = format!(
        "SELECT group_concat(id) FROM contacts WHERE id IN (SELECT value FROM json_each(?1)) AND {name} IS NOT ?2"
    );
    let query = sqlx::query_scalar(AssertSqlSafe(find))
        .bind(sql::ids(contacts))
        .bind(value.as_deref());
    let changed = ids(change, query).await?;
    let now = change.now.clone();
    let write = format!(
        "UPDATE contacts SET {name} = ?2, changed_at = ?3 WHERE id IN (SELECT value FROM json_each(?1))"
    );
    sqlx::query(AssertSqlSafe(write))
        .bind(sql::ids(&changed))
        .bind(value.as_deref())
        .bind(now)
        .execute(&mut **change)
        .await?;
    if column.is_of_name {
        rename(change, &changed).await?;
    } else if column.is_searched {
        contacts::derive(change, &sql::ids(&changed)).await?;
    }
    Ok(changed)
}
