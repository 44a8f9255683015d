//! Edits of addresses.

use sqlx::AssertSqlSafe;

use super::text;
use crate::contacts::Warning;
use crate::error::{Error, Result};
use crate::fields::{AddressLabel, AddressPart};
use crate::journal::Change;
use crate::values::country;

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
        None => sqlx::query(include_str!("add_address.sql"))
            .bind(id)
            .bind(label.name())
            .execute(&mut **change)
            .await?
            .last_insert_rowid(),
    };
    set_address_part(change, id, address, part, value).await
}

pub(super) async fn edit_address(
    change: &mut Change,
    id: i64,
    address: i64,
    part: &str,
    value: &str,
) -> Result<Option<Warning>> {
    let part = AddressPart::by_code(part)
        .ok_or_else(|| Error::field(part, format!("No address has a {part}.")))?;
    let exists: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM addresses WHERE id = ? AND contact_id = ?)",
    )
    .bind(address)
    .bind(id)
    .fetch_one(&mut **change)
    .await?;
    if !exists {
        return Err(Error::not_found("address", address));
    }
    set_address_part(change, id, address, part, value).await?;
    Ok(None)
}

async fn set_address_part(
    change: &mut Change,
    id: i64,
    address: i64,
    part: AddressPart,
    value: &str,
) -> Result<()> {
    let sql = format!("UPDATE addresses SET {} = ? WHERE id = ?", part.code());
    sqlx::query(AssertSqlSafe(sql))
        .bind(address_value(part, value))
        .bind(address)
        .execute(&mut **change)
        .await?;
    sqlx::query(include_str!("remove_empty_address.sql"))
        .bind(address)
        .execute(&mut **change)
        .await?;
    sqlx::query(include_str!("choose_primary_address.sql"))
        .bind(id)
        .execute(&mut **change)
        .await?;
    Ok(())
}
