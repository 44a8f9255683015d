//! Reinstating: the one act that lifts an opt-out. It wants a ground and records it.

use super::owners;
use super::types::{OptOutRemove, OptOutsDone};
use super::value::{self, words};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Makes an opted-out value active again.
///
/// # Errors
/// `Invalid` without a ground, or when the value is none; `NotFound` when it is not opted out.
pub async fn remove(ws: &Workspace, input: &OptOutRemove) -> Result<OptOutsDone> {
    let ground = words(Some(&input.ground)).ok_or_else(|| {
        Error::field(
            "ground",
            "Say what allows it, such as “asked again in writing”.",
        )
    })?;
    let mut change = Change::begin(ws, Operation::OptOutRemove).await?;
    let key = value::key(&mut change, &input.value, input.country.as_deref()).await?;
    let (now, by) = (change.now.clone(), change.by.clone());
    let id: Option<i64> = sqlx::query_scalar(include_str!("reinstate.sql"))
        .bind(key.0)
        .bind(&key.1)
        .bind(&now)
        .fetch_optional(&mut *change)
        .await?;
    let id = id.ok_or_else(|| Error::not_found("opt-out of", value::shown(key.0, &key.1)))?;
    sqlx::query(include_str!("add_reinstatement.sql"))
        .bind(id)
        .bind(&now)
        .bind(ground)
        .bind(words(input.note.as_deref()))
        .bind(by)
        .execute(&mut *change)
        .await?;
    let batch = owners::commit(change, &[key]).await?;
    Ok(OptOutsDone {
        batch,
        changed: 1,
        already: 0,
    })
}
