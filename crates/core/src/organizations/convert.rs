//! A lead becomes an account (A5). Nothing else changes, so that everything is kept.

use super::details::one;
use super::types::{OrganizationChanged, OrganizationKind};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Makes an account of a lead.
///
/// # Errors
/// `NotFound`; `Invalid` when it is no lead.
pub async fn convert(ws: &Workspace, id: i64) -> Result<OrganizationChanged> {
    let mut change = Change::begin(ws, Operation::OrganizationConvert).await?;
    let before = one(&mut change, id).await?;
    if before.kind != OrganizationKind::Lead {
        let message = format!("{} is no lead, so it can't become an account.", before.name);
        return Err(Error::field("kind", message));
    }
    let now = change.now.clone();
    sqlx::query("UPDATE organizations SET kind = ?, changed_at = ? WHERE id = ?")
        .bind(OrganizationKind::Account)
        .bind(now)
        .bind(id)
        .execute(&mut *change)
        .await?;
    Ok(OrganizationChanged {
        organization: one(&mut change, id).await?,
        batch: change.commit().await?,
        warnings: Vec::new(),
    })
}
