//! Removing a custom field with its values. What would be lost is what [`super::uses`] counts; undo brings all of it back.

use super::custom;
use super::fit::of_subject;
use super::types::{FieldByCode, FieldRemoved, Subject};
use crate::backup::{self, Why};
use crate::error::Result;
use crate::journal::{self, Change};
use crate::operations::Operation;
use crate::progress::{Job, Stage};
use crate::workspace::Workspace;

/// Removes a custom field and every value in it.
///
/// # Errors
/// `NotFound`; `Cancelled` (nothing was changed).
pub async fn remove(ws: &Workspace, input: &FieldByCode, job: &Job) -> Result<FieldRemoved> {
    backup::before(ws, Why::Change).await;
    let mut change = Change::begin(ws, Operation::FieldRemove).await?;
    let field = custom::by_code(&mut change, &input.code).await?;
    let table = match field.subject {
        Subject::Organization => "organization_values",
        Subject::Contact | Subject::Member => "custom_values",
    };
    // The record is read backwards: the field comes back before its values.
    let mut values = 0;
    loop {
        job.report(Stage::Changing, values, None)?;
        let ids: Vec<i64> =
            sqlx::query_scalar(of_subject(include_str!("value_ids.sql"), field.subject))
                .bind(field.id)
                .fetch_all(&mut *change)
                .await?;
        if ids.is_empty() {
            break;
        }
        values += ids.len() as u64;
        journal::delete_rows(&mut change, table, &ids).await?;
    }
    sqlx::query("DELETE FROM custom_fields WHERE id = ?")
        .bind(field.id)
        .execute(&mut *change)
        .await?;
    let batch = change.commit_with(values as i64).await?;
    Ok(FieldRemoved { batch, values })
}
