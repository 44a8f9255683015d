//! The trash: organizations go there and come back (L5). Their ties to contacts stay, and show again once they are back; so
//! does their place above others, which stand by themselves meanwhile.

use sqlx::AssertSqlSafe;

use super::derive::follow;
use super::list::selected;
use super::types::{OrganizationSelection, OrganizationsMoved};
use crate::contacts::{Selected, insist_on_organization};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::sql;
use crate::workspace::Workspace;

/// Puts organizations into the trash.
///
/// # Errors
/// `NotFound` when a single id is named that doesn't exist or is in the trash already; `ListChanged`; `Invalid` when
/// contacts must belong to an organization and some would belong to none.
pub async fn delete(
    ws: &Workspace,
    selection: &OrganizationSelection,
) -> Result<OrganizationsMoved> {
    let set = "deleted_at = ?2, changed_at = ?2";
    move_to(
        ws,
        selection,
        Operation::OrganizationsDelete,
        set,
        "IS NULL",
    )
    .await
}

/// Brings organizations back from the trash.
pub async fn restore(
    ws: &Workspace,
    selection: &OrganizationSelection,
) -> Result<OrganizationsMoved> {
    let set = "deleted_at = NULL, changed_at = ?2";
    move_to(
        ws,
        selection,
        Operation::OrganizationsRestore,
        set,
        "IS NOT NULL",
    )
    .await
}

async fn move_to(
    ws: &Workspace,
    selection: &OrganizationSelection,
    operation: Operation,
    set: &str,
    where_they_are: &str,
) -> Result<OrganizationsMoved> {
    let Selected { ids, generation } = selected(ws, selection).await?;
    let mut change = Change::begin(ws, operation).await?;
    change.expect_generation(generation)?;
    let sql = format!(
        "UPDATE organizations SET {set} WHERE id IN (SELECT value FROM json_each(?1)) AND deleted_at {where_they_are}"
    );
    let count = sqlx::query(AssertSqlSafe(sql))
        .bind(sql::ids(&ids))
        .bind(change.now.clone())
        .execute(&mut *change)
        .await?
        .rows_affected();
    if let (0, [id]) = (count, ids.as_slice()) {
        return Err(Error::not_found("organization", id));
    }
    let contacts = follow(&mut change, &ids).await?;
    if operation == Operation::OrganizationsDelete {
        insist_on_organization(&mut change, &contacts).await?;
    }
    let below: i64 = sqlx::query_scalar(include_str!("count_below.sql"))
        .bind(sql::ids(&ids))
        .fetch_one(&mut *change)
        .await?;
    Ok(OrganizationsMoved {
        batch: change.commit().await?,
        count,
        below: below.unsigned_abs(),
    })
}
