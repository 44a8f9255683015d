//! Addresses of contacts that follow the primary address of an organization (R3).

use super::Owner;
use super::addresses::{must_be_own, read_label, remove_if_empty};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::sql;

/// Takes the ids of addresses as JSON.
pub(crate) const KEEP_ADDRESSES: &str = include_str!("keep_addresses.sql");
/// Takes the ids of contacts as JSON.
pub(crate) const LEFT_ADDRESSES: &str = include_str!("left_addresses.sql");

/// One more address that follows an organization's primary one; where one does already, nothing happens.
///
/// # Errors
/// `Invalid` when the contact is not tied to the organization.
pub(crate) async fn follow(
    change: &mut Change,
    contact: i64,
    organization: i64,
    label: &str,
) -> Result<()> {
    let label = read_label(label)?;
    let sql =
        "SELECT EXISTS (SELECT 1 FROM affiliations WHERE contact_id = ? AND organization_id = ?)";
    let is_tied: bool = sqlx::query_scalar(sql)
        .bind(contact)
        .bind(organization)
        .fetch_one(&mut **change)
        .await?;
    if !is_tied {
        return Err(Error::field(
            "organization",
            "An address follows an organization that the contact belongs to: add that one first.",
        ));
    }
    sqlx::query(include_str!("follow_address.sql"))
        .bind(contact)
        .bind(label)
        .bind(organization)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// An address that followed an organization becomes the contact's own, as it reads now.
pub(crate) async fn keep(change: &mut Change, contact: i64, address: i64) -> Result<()> {
    must_be_own(change, Owner::Contact(contact), address).await?;
    make_own(change, address).await
}

pub(super) async fn make_own(change: &mut Change, address: i64) -> Result<()> {
    sqlx::query(KEEP_ADDRESSES)
        .bind(sql::ids(&[address]))
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// A contact that left an organization keeps the address that it had from it, as its own.
pub(crate) async fn keep_left(change: &mut Change, contact: i64) -> Result<()> {
    let left: Vec<i64> = sqlx::query_scalar(LEFT_ADDRESSES)
        .bind(sql::ids(&[contact]))
        .fetch_all(&mut **change)
        .await?;
    for address in left {
        make_own(change, address).await?;
        remove_if_empty(change, Owner::Contact(contact), address).await?;
    }
    Ok(())
}
