//! Changing the words of an opt-out that stands: on whose initiative, why, the note.

use super::owners;
use super::types::{OptOutEdit, OptOutsDone};
use super::value::{self, words};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::sql;
use crate::workspace::Workspace;

/// Gives an opt-out other words; its state and date stay, and its history says so.
///
/// # Errors
/// `NotFound` when the value is not opted out.
pub async fn edit(ws: &Workspace, input: &OptOutEdit) -> Result<OptOutsDone> {
    let mut change = Change::begin(ws, Operation::OptOutEdit).await?;
    let key = value::key(&mut change, &input.value, None).await?;
    let find =
        "SELECT id FROM subscriptions WHERE kind = ? AND normalized = ? AND status = 'opted_out'";
    let id: Option<i64> = sqlx::query_scalar(find)
        .bind(key.0)
        .bind(&key.1)
        .fetch_optional(&mut *change)
        .await?;
    let id = id.ok_or_else(|| Error::not_found("opt-out of", value::shown(key.0, &key.1)))?;
    let (now, by) = (change.now.clone(), change.by.clone());
    let act = &input.act;
    let (reason, note) = (words(act.reason.as_deref()), words(act.note.as_deref()));
    let changed = sqlx::query(include_str!("reword.sql"))
        .bind(id)
        .bind(act.initiative)
        .bind(&reason)
        .bind(&note)
        .execute(&mut *change)
        .await?
        .rows_affected();
    if changed > 0 {
        sqlx::query(include_str!("add_change.sql"))
            .bind(sql::ids(&[id]))
            .bind(&now)
            .bind(act.initiative)
            .bind(&reason)
            .bind(&note)
            .bind(by)
            .execute(&mut *change)
            .await?;
    }
    let batch = owners::commit(change, &[key]).await?;
    Ok(OptOutsDone {
        batch,
        changed,
        already: 1 - changed,
    })
}
