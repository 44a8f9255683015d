//! Tying a contact to an organization, and the organization that was picked for it.

use super::by_name::find;
use super::create::{insert, required_name};
use super::types::{OrganizationChoice, OrganizationKind};
use crate::error::{Error, Result};
use crate::journal::Change;

/// The id of an organization that was picked; it is made where there is none of that name.
///
/// # Errors
/// `NotFound` when the id is that of none, or of one in the trash.
pub(crate) async fn chosen(change: &mut Change, choice: &OrganizationChoice) -> Result<i64> {
    if let Some(id) = choice.id {
        must_be_there(change, id).await?;
        return Ok(id);
    }
    let name = required_name(&choice.name)?;
    match find(change, name).await? {
        Some(id) => Ok(id),
        None => {
            insert(
                change,
                choice.kind.unwrap_or(OrganizationKind::Account),
                name,
            )
            .await
        }
    }
}

pub(super) async fn must_be_there(change: &mut Change, id: i64) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM organizations WHERE id = ? AND deleted_at IS NULL)";
    let exists: bool = sqlx::query_scalar(sql)
        .bind(id)
        .fetch_one(&mut **change)
        .await?;
    if exists {
        Ok(())
    } else {
        Err(Error::not_found("organization", id))
    }
}

/// Ties a contact to an organization, as its primary one if it has none. A tie that is there stays as it is.
pub(crate) async fn tie(
    change: &mut Change,
    contact: i64,
    organization: i64,
    role: &str,
) -> Result<()> {
    sqlx::query(include_str!("tie.sql"))
        .bind(contact)
        .bind(organization)
        .bind(Some(role).filter(|role| !role.is_empty()))
        .execute(&mut **change)
        .await?;
    Ok(())
}
