//! Contacts and the organizations they belong to: what follows from a change of an organization, and the rule that every
//! contact belongs to one (R8).

use super::derive::derive;
use super::details::by_ids;
use super::edit::display_name;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::sql;
use crate::workspace::settings;

/// After the organizations of contacts changed: a contact without a name of its own is named after them, and all are
/// found by them.
pub(crate) async fn follow_organizations(change: &mut Change, contacts: &[i64]) -> Result<()> {
    for chunk in contacts.chunks(500) {
        for contact in by_ids(change, chunk).await? {
            let name = display_name(&contact);
            // A contact that would have no name at all keeps the one it had.
            if !name.is_empty() && name != contact.name {
                sqlx::query("UPDATE contacts SET name = ? WHERE id = ?")
                    .bind(name)
                    .bind(contact.id)
                    .execute(&mut **change)
                    .await?;
            }
        }
        derive(change, &sql::ids(chunk)).await?;
    }
    Ok(())
}

/// Whether a contact belongs to an organization that is not in the trash.
pub(super) async fn belongs(change: &mut Change, contact: i64) -> Result<bool> {
    Ok(without_organization(change, &[contact]).await? == 0)
}

async fn without_organization(change: &mut Change, contacts: &[i64]) -> Result<i64> {
    Ok(sqlx::query_scalar(include_str!("without_organization.sql"))
        .bind(sql::ids(contacts))
        .fetch_one(&mut **change)
        .await?)
}

/// Where the workspace says that contacts belong to an organization, refuses a change that leaves any of these without.
///
/// # Errors
/// `Invalid` at the field `organization`.
pub(crate) async fn insist_on_organization(change: &mut Change, contacts: &[i64]) -> Result<()> {
    if !settings(change).await?.organization_required {
        return Ok(());
    }
    match without_organization(change, contacts).await? {
        0 => Ok(()),
        1 if contacts.len() == 1 => Err(Error::field(
            "organization",
            "Every contact belongs to an organization here. Choose one, or name a new one.",
        )),
        count => Err(Error::field(
            "organization",
            format!(
                "Every contact belongs to an organization here, and {count} would belong to none. Give them another one first."
            ),
        )),
    }
}
