//! Edits of an organization's addresses.

use sqlx::AssertSqlSafe;

use super::text;
use crate::contacts::FieldValue;
use crate::error::{Error, Result};
use crate::fields::{AddressLabel, AddressPart};
use crate::journal::Change;
use crate::values::country;

/// What an address can be for, as the database and the JSON say it.
const LABELS: &[&str] = &["physical", "mailing", "billing", "work", "home", "other"];

fn known(label: &str) -> Result<&str> {
    let label = label.trim();
    let unknown = || Error::field("label", format!("No address is “{label}”."));
    let found = LABELS.iter().find(|known| **known == label);
    found.copied().ok_or_else(unknown)
}

fn part_named(part: &str) -> Result<AddressPart> {
    let unknown = || Error::field(part, format!("No address has a {part}."));
    AddressPart::by_code(part).ok_or_else(unknown)
}

async fn insert(change: &mut Change, id: i64, label: &str) -> Result<i64> {
    let done = sqlx::query(include_str!("add_organization_address.sql"))
        .bind(id)
        .bind(label)
        .execute(&mut **change)
        .await?;
    Ok(done.last_insert_rowid())
}

/// A part of the physical address, which is made when there is none.
pub(super) async fn set(
    change: &mut Change,
    id: i64,
    part: AddressPart,
    value: &str,
) -> Result<()> {
    let label = AddressLabel::Physical.name();
    let sql = "SELECT id FROM organization_addresses WHERE organization_id = ? AND label = ? ORDER BY is_primary DESC, id LIMIT 1";
    let found: Option<i64> = sqlx::query_scalar(sql)
        .bind(id)
        .bind(label)
        .fetch_optional(&mut **change)
        .await?;
    let address = match found {
        Some(address) => address,
        None if value.is_empty() => return Ok(()),
        None => insert(change, id, label).await?,
    };
    set_part(change, address, part, value).await?;
    tidy(change, id).await
}

pub(super) async fn add(
    change: &mut Change,
    id: i64,
    label: &str,
    parts: &[FieldValue],
) -> Result<()> {
    let address = insert(change, id, known(label)?).await?;
    for part in parts {
        set_part(change, address, part_named(&part.field)?, part.value.trim()).await?;
    }
    tidy(change, id).await
}

pub(super) async fn edit(
    change: &mut Change,
    id: i64,
    address: i64,
    part: &str,
    value: &str,
) -> Result<()> {
    let part = part_named(part)?;
    must_be_there(change, id, address).await?;
    set_part(change, address, part, value).await?;
    tidy(change, id).await
}

pub(super) async fn label(change: &mut Change, id: i64, address: i64, label: &str) -> Result<()> {
    must_be_there(change, id, address).await?;
    sqlx::query("UPDATE organization_addresses SET label = ? WHERE id = ?")
        .bind(known(label)?)
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(super) async fn make_primary(change: &mut Change, id: i64, address: i64) -> Result<()> {
    must_be_there(change, id, address).await?;
    let sql = "UPDATE organization_addresses SET is_primary = NULL WHERE organization_id = ? AND is_primary = 1 AND id <> ?";
    sqlx::query(sql)
        .bind(id)
        .bind(address)
        .execute(&mut **change)
        .await?;
    sqlx::query("UPDATE organization_addresses SET is_primary = 1 WHERE id = ?")
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(super) async fn remove(change: &mut Change, id: i64, address: i64) -> Result<()> {
    must_be_there(change, id, address).await?;
    sqlx::query("DELETE FROM organization_addresses WHERE id = ?")
        .bind(address)
        .execute(&mut **change)
        .await?;
    tidy(change, id).await
}

async fn must_be_there(change: &mut Change, id: i64, address: i64) -> Result<()> {
    let sql =
        "SELECT EXISTS (SELECT 1 FROM organization_addresses WHERE id = ? AND organization_id = ?)";
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

async fn set_part(change: &mut Change, address: i64, part: AddressPart, value: &str) -> Result<()> {
    let value = match part {
        AddressPart::Country => country::code_of(value).unwrap_or(value),
        _ => value,
    };
    let column = part.code();
    let sql = format!("UPDATE organization_addresses SET {column} = ? WHERE id = ?");
    sqlx::query(AssertSqlSafe(sql))
        .bind(text(value))
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// An address without any part goes; where none is primary, the oldest becomes it.
async fn tidy(change: &mut Change, id: i64) -> Result<()> {
    sqlx::query(include_str!("remove_empty_organization_address.sql"))
        .bind(id)
        .execute(&mut **change)
        .await?;
    sqlx::query(include_str!("choose_primary_organization_address.sql"))
        .bind(id)
        .execute(&mut **change)
        .await?;
    Ok(())
}
