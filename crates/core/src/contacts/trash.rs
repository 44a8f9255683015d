//! The trash: contacts go there and come back, with everything on them, as one batch (L5).

use sqlx::AssertSqlSafe;

use super::list::{Selected, selected};
use super::types::{BatchDone, Selection};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::sql;
use crate::workspace::Workspace;

/// Puts contacts into the trash.
///
/// # Errors
/// `NotFound` when a single id is named that doesn't exist or is in the trash already; `ListChanged`.
pub async fn delete(ws: &Workspace, selection: &Selection) -> Result<BatchDone> {
    move_to(
        ws,
        selection,
        Operation::ContactsDelete,
        "deleted_at = ?2, changed_at = ?2",
        "IS NULL",
    )
    .await
}

/// Brings contacts back from the trash.
pub async fn restore(ws: &Workspace, selection: &Selection) -> Result<BatchDone> {
    move_to(
        ws,
        selection,
        Operation::ContactsRestore,
        "deleted_at = NULL, changed_at = ?2",
        "IS NOT NULL",
    )
    .await
}

async fn move_to(
    ws: &Workspace,
    selection: &Selection,
    operation: Operation,
    set: &str,
    where_it_is: &str,
) -> Result<BatchDone> {
    let Selected { ids, generation } = selected(ws, selection).await?;
    let mut change = Change::begin(ws, operation).await?;
    change.expect_generation(generation)?;
    let sql = format!(
        "UPDATE contacts SET {set} WHERE id IN (SELECT value FROM json_each(?1)) AND deleted_at {where_it_is}"
    );
    let count = sqlx::query(AssertSqlSafe(sql))
        .bind(sql::ids(&ids))
        .bind(change.now.clone())
        .execute(&mut *change)
        .await?
        .rows_affected();
    if let (0, [id]) = (count, ids.as_slice()) {
        return Err(Error::not_found("contact", id));
    }
    Ok(BatchDone {
        batch: change.commit().await?,
        count,
    })
}
