//! Columns of the contacts or organizations themselves: single-valued fields and flags.

use super::affected::{ids, rename};
use crate::contacts::{self, Scalar};
use crate::error::Result;
use crate::fields::{Subject, of_subject};
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
    /// One that nothing is derived from. An empty text is none.
    pub fn plain(name: &'static str, value: String) -> Self {
        Self {
            name,
            value: Some(value).filter(|value| !value.is_empty()),
            is_of_name: false,
            is_searched: false,
        }
    }

    pub fn of(scalar: &Scalar, value: String) -> Self {
        Self {
            is_of_name: Scalar::NAMES.contains(scalar),
            is_searched: scalar.code == "notes",
            ..Self::plain(scalar.code, value)
        }
    }

    pub fn flag(name: &'static str, is_on: bool) -> Self {
        Self::plain(name, i64::from(is_on).to_string())
    }
}

pub(super) async fn set(
    change: &mut Change,
    subject: Subject,
    owners: &[i64],
    column: &Column,
) -> Result<Vec<i64>> {
    let Column { name, value, .. } = column;
    let find = format!(
        "SELECT group_concat(id) FROM {{owners}} WHERE id IN (SELECT value FROM json_each(?1)) AND {name} IS NOT ?2"
    );
    let query = sqlx::query_scalar(of_subject(&find, subject))
        .bind(sql::ids(owners))
        .bind(value.as_deref());
    let changed = ids(change, query).await?;
    let now = change.now.clone();
    let write = format!(
        "UPDATE {{owners}} SET {name} = ?2, changed_at = ?3 WHERE id IN (SELECT value FROM json_each(?1))"
    );
    sqlx::query(of_subject(&write, subject))
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
