//! Edits of addresses.

use sqlx::AssertSqlSafe;

use super::{Owner, following, text};
use crate::contacts::FieldValue;
use crate::error::{Error, Result};
use crate::fields::{AddressLabel, AddressPart};
use crate::journal::Change;
use crate::values::country;

/// The labels that the database knows.
const LABELS: [&str; 6] = ["physical", "mailing", "billing", "work", "home", "other"];

pub(super) fn read_label(label: &str) -> Result<&str> {
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
    let unknown = || Error::field(part, format!("No address has a {part}."));
    AddressPart::by_code(part).ok_or_else(unknown)
}

fn part_value(part: AddressPart, value: &str) -> Option<&str> {
    let value = text(value)?;
    match part {
        AddressPart::Country => Some(country::code_of(value).unwrap_or(value)),
        _ => Some(value),
    }
}

/// A part of the address of that label, which is made when there is none.
pub(crate) async fn set(
    change: &mut Change,
    owner: Owner,
    label: AddressLabel,
    part: AddressPart,
    value: &str,
) -> Result<()> {
    let found: Option<i64> = sqlx::query_scalar(owner.sql(include_str!("address_of_label.sql")))
        .bind(owner.id())
        .bind(label.name())
        .fetch_optional(&mut **change)
        .await?;
    let address = match found {
        Some(address) => address,
        None if value.is_empty() => return Ok(()),
        None => insert(change, owner, label.name()).await?,
    };
    set_part(change, owner, address, part, value).await
}

/// One more address; without any part nothing happens.
pub(crate) async fn add(
    change: &mut Change,
    owner: Owner,
    label: &str,
    parts: &[FieldValue],
) -> Result<()> {
    let label = read_label(label)?;
    if parts.iter().all(|part| part.value.trim().is_empty()) {
        return Ok(());
    }
    let address = insert(change, owner, label).await?;
    for part in parts {
        let value = part.value.trim();
        set_part(change, owner, address, read_part(&part.field)?, value).await?;
    }
    Ok(())
}

async fn insert(change: &mut Change, owner: Owner, label: &str) -> Result<i64> {
    Ok(sqlx::query(owner.sql(include_str!("add_address.sql")))
        .bind(owner.id())
        .bind(label)
        .execute(&mut **change)
        .await?
        .last_insert_rowid())
}

/// Refuses an address of somebody else.
pub(super) async fn must_be_own(change: &mut Change, owner: Owner, address: i64) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM {addresses} WHERE id = ? AND {owner} = ?)";
    let exists: bool = sqlx::query_scalar(owner.sql(sql))
        .bind(address)
        .bind(owner.id())
        .fetch_one(&mut **change)
        .await?;
    if exists {
        Ok(())
    } else {
        Err(Error::not_found("address", address))
    }
}

/// One part of an address; the address goes when its last part is emptied.
pub(crate) async fn edit(
    change: &mut Change,
    owner: Owner,
    address: i64,
    part: &str,
    value: &str,
) -> Result<()> {
    must_be_own(change, owner, address).await?;
    set_part(change, owner, address, read_part(part)?, value).await
}

pub(crate) async fn label(
    change: &mut Change,
    owner: Owner,
    address: i64,
    label: &str,
) -> Result<()> {
    must_be_own(change, owner, address).await?;
    sqlx::query(owner.sql("UPDATE {addresses} SET label = ? WHERE id = ?"))
        .bind(read_label(label)?)
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(crate) async fn make_primary(change: &mut Change, owner: Owner, address: i64) -> Result<()> {
    must_be_own(change, owner, address).await?;
    let sql =
        "UPDATE {addresses} SET is_primary = NULL WHERE {owner} = ? AND is_primary = 1 AND id <> ?";
    sqlx::query(owner.sql(sql))
        .bind(owner.id())
        .bind(address)
        .execute(&mut **change)
        .await?;
    sqlx::query(owner.sql("UPDATE {addresses} SET is_primary = 1 WHERE id = ?"))
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(crate) async fn remove(change: &mut Change, owner: Owner, address: i64) -> Result<()> {
    must_be_own(change, owner, address).await?;
    sqlx::query(owner.sql("DELETE FROM {addresses} WHERE id = ?"))
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Where addresses are held but none of them is primary, the oldest becomes it.
pub(crate) async fn choose_primary(change: &mut Change, owner: Owner) -> Result<()> {
    sqlx::query(owner.sql(include_str!("choose_primary_address.sql")))
        .bind(owner.id())
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn set_part(
    change: &mut Change,
    owner: Owner,
    address: i64,
    part: AddressPart,
    value: &str,
) -> Result<()> {
    // One that followed an organization's is the contact's own from the first edit on.
    if let Owner::Contact(_) = owner {
        following::make_own(change, address).await?;
    }
    let AssertSqlSafe(sql) = owner.sql("UPDATE {addresses} SET {part} = ? WHERE id = ?");
    sqlx::query(AssertSqlSafe(sql.replace("{part}", part.code())))
        .bind(part_value(part, value))
        .bind(address)
        .execute(&mut **change)
        .await?;
    remove_if_empty(change, owner, address).await
}

pub(super) async fn remove_if_empty(change: &mut Change, owner: Owner, address: i64) -> Result<()> {
    let not_following = match owner {
        Owner::Contact(_) => " AND organization_id IS NULL",
        Owner::Organization(_) => "",
    };
    let sql = include_str!("remove_empty_address.sql").replace("{not_following}", not_following);
    sqlx::query(owner.sql(&sql))
        .bind(address)
        .execute(&mut **change)
        .await?;
    Ok(())
}
