//! Edits of addresses.

use sqlx::AssertSqlSafe;

use super::text;
use crate::contacts::FieldValue;
use crate::error::{Error, Result};
use crate::fields::{AddressLabel, AddressPart};
use crate::journal::Change;
use crate::sql;
use crate::values::country;

/// Takes the ids of addresses as JSON.
pub(crate) const KEEP_ADDRESSES: &str = include_str!("keep_addresses.sql");
/// Takes the ids of contacts as JSON.
pub(crate) const LEFT_ADDRESSES: &str = include_str!("left_addresses.sql");

fn address_value(part: AddressPart, value: &str) -> Option<String> {
    let value = text(value)?;
    match part {
        AddressPart::Country => Some(country::code_of(value).unwrap_or(value).to_owned()),
        _ => Some(value.to_owned()),
    }
}

pub(super) async fn set_address(
    change: &mut Change,
    id: i64,
    label: AddressLabel,
    part: AddressPart,
    value: &str,
) -> Result<()> {
    let sql = "SELECT id FROM addresses WHERE contact_id = ? AND label = ? ORDER BY is_primary DESC, id LIMIT 1";
    let found: Option<i64> = sqlx::query_scalar(sql)
        .bind(id)
        .bind(label.name())
        .fetch_optional(&mut **change)
        .await?;
    let address = match found {
        Some(address) => address,
        None if value.is_empty() => return Ok(()),
        None => insert(change, id, label.name()).await?,
    };
    set_address_part(change, address, part, value).await
}

/// The labels that the database knows.
const LABELS: [&str; 6] = ["physical", "mailing", "billing", "work", "home", "other"];

fn read_label(label: &str) -> Result<&str> {
    let label = label.trim();
    if LABELS.contains(&label) {
        return Ok(label);
    }
    Err(Error::field(
        "label",
        format!("An address is one of {}.", LABELS.join(", ")),
    ))
}

fn read_part(part: &str) -> Result<AddressPart> {
    AddressPart::by_code(part)
        .ok_or_else(|| Error::field(part, format!("No address has a {part}.")))
}

/// One more address; without any part nothing happens.
pub(super) async fn add_address(
    change: &mut Change,
    id: i64,
    label: &str,
    parts: &[FieldValue],
) -> Result<()> {
    let label = read_label(label)?;
    if parts.iter().all(|part| part.value.trim().is_empty()) {
        return Ok(());
    }
    let address = insert(change, id, label).await?;
    for part in parts {
        let value = part.value.trim();
        set_address_part(change, address, read_part(&part.field)?, value).await?;
    }
    Ok(())
}

async fn insert(change: &mut Change, id: i64, label: &str) -> Result<i64> {
    Ok(sqlx::query(include_str!("add_address.sql"))
        .bind(id)
        .bind(label)
        .execute(&mut **change)
        .await?
        .last_insert_rowid())
}

/// Refuses an address of somebody else.
async fn own(change: &mut Change, id: i64, address: i64) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM addresses WHERE id = ? AND contact_id = ?)";
    let exists: bool = sqlx::query_scalar(sql)
        .bind(address)
        .bind(id)
        .fetch_one(&mut **change)
        .await?;
    if exists {
        Ok(())
    } else {
        Err(Error::not_found("address", address))
    }
}

pub(super) async fn edit_address(
    change: &mut Change,
    id: i64,
    address: i64,
    part: &str,
    value: &str,
) -> Result<()> {
    own(change, id, address).await?;
    set_address_part(change, address, read_part(part)?, value).await
}

pub(super) async fn label_address(
    change: &mut Change,
    id: i64,
    address: i64,
    label: &str,
) -> Result<()> {
    own(change, id, address).await?;
    sqlx::query("UPDATE addresses SET label = ? WHERE id = ?")
        .bind(read_label(label)?)
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(super) async fn make_address_primary(change: &mut Change, id: i64, address: i64) -> Result<()> {
    own(change, id, address).await?;
    let sql = "UPDATE addresses SET is_primary = NULL WHERE contact_id = ? AND is_primary = 1 AND id <> ?";
    sqlx::query(sql)
        .bind(id)
        .bind(address)
        .execute(&mut **change)
        .await?;
    sqlx::query("UPDATE addresses SET is_primary = 1 WHERE id = ?")
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(super) async fn remove_address(change: &mut Change, id: i64, address: i64) -> Result<()> {
    own(change, id, address).await?;
    sqlx::query("DELETE FROM addresses WHERE id = ?")
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// One more address that follows an organization's primary one; where one does already, nothing happens.
///
/// # Errors
/// `Invalid` when the contact is not tied to the organization.
pub(super) async fn follow_address(
    change: &mut Change,
    id: i64,
    organization: i64,
    label: &str,
) -> Result<()> {
    let label = read_label(label)?;
    let sql =
        "SELECT EXISTS (SELECT 1 FROM affiliations WHERE contact_id = ? AND organization_id = ?)";
    let is_tied: bool = sqlx::query_scalar(sql)
        .bind(id)
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
        .bind(id)
        .bind(label)
        .bind(organization)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// An address that followed an organization becomes the contact's own, as it reads now.
pub(super) async fn keep_address(change: &mut Change, id: i64, address: i64) -> Result<()> {
    own(change, id, address).await?;
    make_own(change, address).await
}

async fn make_own(change: &mut Change, address: i64) -> Result<()> {
    sqlx::query(KEEP_ADDRESSES)
        .bind(sql::ids(&[address]))
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Contacts that left an organization keep the address that they had from it, as their own.
pub(in crate::contacts) async fn keep_left_addresses(
    change: &mut Change,
    contacts: &str,
) -> Result<()> {
    let left: Vec<i64> = sqlx::query_scalar(LEFT_ADDRESSES)
        .bind(contacts)
        .fetch_all(&mut **change)
        .await?;
    for address in left {
        make_own(change, address).await?;
        remove_if_empty(change, address).await?;
    }
    Ok(())
}

async fn set_address_part(
    change: &mut Change,
    address: i64,
    part: AddressPart,
    value: &str,
) -> Result<()> {
    make_own(change, address).await?;
    let sql = format!("UPDATE addresses SET {} = ? WHERE id = ?", part.code());
    sqlx::query(AssertSqlSafe(sql))
        .bind(address_value(part, value))
        .bind(address)
        .execute(&mut **change)
        .await?;
    remove_if_empty(change, address).await
}

async fn remove_if_empty(change: &mut Change, address: i64) -> Result<()> {
    sqlx::query(include_str!("remove_empty_address.sql"))
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}
