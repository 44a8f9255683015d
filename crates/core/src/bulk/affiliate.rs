//! Ties of many contacts to one organization.

use super::affected::{add_words, ids, rename, touch};
use crate::error::Result;
use crate::fields::Subject;
use crate::journal::Change;
use crate::sql;

/// A tie that is there stays as it is; a new one is primary where the contact has no other.
pub(super) async fn tie(
    change: &mut Change,
    contacts: &[i64],
    organization: i64,
    name: &str,
) -> Result<Vec<i64>> {
    let untied = sqlx::query_scalar(include_str!("untied.sql"))
        .bind(sql::ids(contacts))
        .bind(organization);
    let changed = ids(change, untied).await?;
    let list = sql::ids(&changed);
    sqlx::query(include_str!("tie.sql"))
        .bind(&list)
        .bind(organization)
        .execute(&mut **change)
        .await?;
    add_words(change, &changed, name).await?;
    // Those without a name of their own are called by their organization.
    let nameless = sqlx::query_scalar(include_str!("nameless.sql")).bind(&list);
    let nameless = ids(change, nameless).await?;
    rename(change, &nameless).await?;
    touch(change, Subject::Contact, &changed).await?;
    Ok(changed)
}
