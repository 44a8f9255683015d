//! Changing an organization: a change of its own, undone as a whole.

use super::derive::{derive, follow};
use super::details::one;
use super::edits;
use super::types::{Organization, OrganizationChanged, OrganizationEdit, OrganizationStep};
use crate::contacts::Warning;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::owned::{Owner, addresses, points};
use crate::workspace::Workspace;

/// Changes one organization.
///
/// # Errors
/// `NotFound`; `Invalid` with the field.
pub async fn edit(ws: &Workspace, input: &OrganizationEdit) -> Result<OrganizationChanged> {
    let mut change = Change::begin(ws, Operation::OrganizationEdit).await?;
    let sql = "SELECT EXISTS (SELECT 1 FROM organizations WHERE id = ?)";
    let exists: bool = sqlx::query_scalar(sql)
        .bind(input.id)
        .fetch_one(&mut *change)
        .await?;
    if !exists {
        return Err(Error::not_found("organization", input.id));
    }
    let name = name_of(&mut change, input.id).await?;
    let warnings = apply_all(&mut change, input.id, &input.edits).await?;
    if name_of(&mut change, input.id).await? != name {
        follow(&mut change, &[input.id]).await?;
    }
    finish(change, input.id, warnings).await
}

pub(super) async fn apply_all(
    change: &mut Change,
    id: i64,
    all: &[OrganizationStep],
) -> Result<Vec<Warning>> {
    let mut warnings = Vec::new();
    for edit in all {
        warnings.extend(edits::apply(change, id, edit).await?);
    }
    Ok(warnings)
}

/// What bringing a value back ends with; `before` is the organization before it.
///
/// # Errors
/// `Invalid` when what stands above it again stands below it.
pub(crate) async fn settle(
    mut change: Change,
    before: &Organization,
) -> Result<OrganizationChanged> {
    let (batch, id) = (change.batch, before.id);
    derive(&mut change, batch).await?;
    let now = one(&mut change, id).await?;
    if let Some(parent) = now.parent_id.filter(|_| now.parent_id != before.parent_id) {
        edits::refuse_circle(&mut change, &[id], parent).await?;
    }
    if now.name != before.name {
        follow(&mut change, &[id]).await?;
    }
    finish(change, id, Vec::new()).await
}

/// What every change of an organization ends with: the time, the commit.
pub(super) async fn finish(
    mut change: Change,
    id: i64,
    warnings: Vec<Warning>,
) -> Result<OrganizationChanged> {
    let owner = Owner::Organization(id);
    points::choose_primaries(&mut change, owner).await?;
    addresses::choose_primary(&mut change, owner).await?;
    // A change of anything on the organization is a change of it; without any, there is no batch.
    if !change.is_empty().await? {
        let now = change.now.clone();
        sqlx::query("UPDATE organizations SET changed_at = ? WHERE id = ?")
            .bind(now)
            .bind(id)
            .execute(&mut *change)
            .await?;
    }
    let organization = one(&mut change, id).await?;
    Ok(OrganizationChanged {
        organization,
        batch: change.commit().await?,
        warnings,
    })
}

async fn name_of(change: &mut Change, id: i64) -> Result<String> {
    Ok(
        sqlx::query_scalar("SELECT name FROM organizations WHERE id = ?")
            .bind(id)
            .fetch_one(&mut **change)
            .await?,
    )
}
