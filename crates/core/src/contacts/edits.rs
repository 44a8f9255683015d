//! One edit of a contact: where it goes and what it does there.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::types::{Edit, Warning};
use crate::error::{Error, Result};
use crate::fields::{AddressLabel, AddressPart, Target, custom_fields};
use crate::journal::Change;
use crate::organizations;
use crate::points::{self, Kind, PointField};
use crate::values::date::{self, Order, Reading};
use crate::values::{country, split, yes_no};
use crate::workspace::settings;
use crate::{groups, tags};

pub(super) async fn apply(change: &mut Change, id: i64, edit: &Edit) -> Result<Option<Warning>> {
    match edit {
        Edit::Set { field, value } => set(change, id, field, value.trim()).await,
        Edit::Point { point, value } => edit_point(change, id, *point, value.trim()).await,
        Edit::PointLabel { point, label } => label_point(change, id, *point, label.trim()).await,
        Edit::Primary { point } => make_primary(change, id, *point).await,
        Edit::Address {
            address,
            part,
            value,
        } => edit_address(change, id, *address, part, value.trim()).await,
    }
}

async fn set(change: &mut Change, id: i64, field: &str, value: &str) -> Result<Option<Warning>> {
    match Target::parse(field) {
        Target::Scalar(scalar) => {
            let value = if scalar.kind == "date" {
                read_date(change, field, value).await?
            } else {
                value.to_owned()
            };
            set_column(change, id, scalar.code, text(&value)).await?;
        }
        Target::Point(_) if value.is_empty() => remove_points(change, id, field).await?,
        Target::Point(point) => return add_point(change, id, point, value).await,
        Target::Address(label, part) => set_address(change, id, label, part, value).await?,
        Target::Organization => organizations::affiliate(change, id, value).await?,
        Target::JobTitle => {
            organizations::set_on_affiliation(change, id, "title", "job_title", text(value)).await?
        }
        Target::Department => {
            organizations::set_on_affiliation(change, id, "department", "department", text(value))
                .await?;
        }
        Target::Groups => groups::set_members(change, id, &split::list(value)).await?,
        Target::Tags => tags::set(change, id, &split::list(value)).await?,
        Target::DoNotContact => set_flag(change, id, "do_not_contact", value).await?,
        Target::Deceased => set_flag(change, id, "deceased", value).await?,
        Target::Custom(code) => set_custom(change, id, &code, value).await?,
        Target::Uid | Target::Created | Target::StatusEmail | Target::StatusPhone => {
            return Err(Error::field(
                field,
                format!("The field {field} can't be set by hand."),
            ));
        }
    }
    Ok(None)
}

fn text(value: &str) -> Option<&str> {
    Some(value).filter(|text| !text.is_empty())
}

async fn set_column(
    conn: &mut SqliteConnection,
    id: i64,
    column: &str,
    value: Option<&str>,
) -> Result<()> {
    let sql = format!("UPDATE contacts SET {column} = ? WHERE id = ?");
    sqlx::query(AssertSqlSafe(sql))
        .bind(value)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

async fn set_flag(conn: &mut SqliteConnection, id: i64, column: &str, value: &str) -> Result<()> {
    let flag = match value {
        "" => false,
        text => yes_no::parse(text)
            .ok_or_else(|| Error::field(column, format!("“{text}” is neither yes nor no.")))?,
    };
    let sql = format!("UPDATE contacts SET {column} = ? WHERE id = ?");
    sqlx::query(AssertSqlSafe(sql))
        .bind(flag)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

async fn default_country(conn: &mut SqliteConnection) -> Result<Option<String>> {
    Ok(settings(conn).await?.country)
}

async fn read_date(conn: &mut SqliteConnection, field: &str, value: &str) -> Result<String> {
    let order: Order = date::default_order(default_country(conn).await?.as_deref());
    match date::parse(value, order) {
        Reading::Date(date) => Ok(date.to_string()),
        Reading::Empty => Ok(String::new()),
        Reading::Invalid => Err(Error::field(
            field,
            format!("“{value}” is no date. Write it like 1990-12-31."),
        )),
    }
}

async fn set_custom(change: &mut Change, id: i64, code: &str, value: &str) -> Result<()> {
    let fields = custom_fields(change).await?;
    let field = fields
        .iter()
        .find(|field| field.code == code)
        .ok_or_else(|| Error::field(code, format!("There is no field {code}.")))?;
    let sql = if value.is_empty() {
        "DELETE FROM custom_values WHERE contact_id = ?1 AND field_id = ?2"
    } else {
        include_str!("set_custom.sql")
    };
    sqlx::query(sql)
        .bind(id)
        .bind(field.id)
        .bind(value)
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn country_of(conn: &mut SqliteConnection, id: i64) -> Result<Option<String>> {
    let sql =
        "SELECT country FROM addresses WHERE contact_id = ? ORDER BY is_primary DESC, id LIMIT 1";
    Ok(sqlx::query_scalar::<_, Option<String>>(sql)
        .bind(id)
        .fetch_optional(conn)
        .await?
        .flatten())
}

async fn read_point(
    conn: &mut SqliteConnection,
    id: i64,
    kind: Kind,
    value: &str,
) -> Result<points::Reading> {
    let own = country_of(conn, id).await?;
    let default = default_country(conn).await?;
    Ok(points::read(
        kind,
        value,
        own.as_deref(),
        default.as_deref(),
    ))
}

fn warning(field: &str, reading: &points::Reading) -> Option<Warning> {
    let trouble = reading.trouble?;
    let message = format!("{}. {}", trouble.reason, trouble.hint);
    Some(Warning {
        field: field.to_owned(),
        value: reading.value.clone(),
        message,
    })
}

async fn add_point(
    change: &mut Change,
    id: i64,
    field: &PointField,
    value: &str,
) -> Result<Option<Warning>> {
    let reading = read_point(change, id, field.kind, value).await?;
    sqlx::query(include_str!("add_point.sql"))
        .bind(id)
        .bind(field.kind.name())
        .bind(field.label)
        .bind(&reading.value)
        .bind(&reading.normalized)
        .bind(key(field.kind, &reading))
        .execute(&mut **change)
        .await?;
    Ok(warning(field.code, &reading))
}

fn key(kind: Kind, reading: &points::Reading) -> Option<i64> {
    reading
        .normalized
        .as_deref()
        .map(|normalized| points::match_key(kind, normalized))
}

/// Removes the points that a field name stands for (`--unset phone_mobile`).
async fn remove_points(change: &mut Change, id: i64, field: &str) -> Result<()> {
    let Target::Point(point) = Target::parse(field) else {
        return Ok(());
    };
    sqlx::query(
        "DELETE FROM points WHERE contact_id = ? AND kind = ? AND (label IS ?3 OR ?3 IS NULL)",
    )
    .bind(id)
    .bind(point.kind.name())
    .bind(point.label)
    .execute(&mut **change)
    .await?;
    choose_primary(change, id, point.kind).await
}

/// Where a kind has points but none is primary, the oldest becomes it.
async fn choose_primary(change: &mut Change, id: i64, kind: Kind) -> Result<()> {
    sqlx::query(include_str!("choose_primary.sql"))
        .bind(id)
        .bind(kind.name())
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn kind_of(conn: &mut SqliteConnection, id: i64, point: i64) -> Result<Kind> {
    let sql = "SELECT kind FROM points WHERE id = ? AND contact_id = ?";
    let kind: Option<String> = sqlx::query_scalar(sql)
        .bind(point)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    kind.and_then(|kind| Kind::from_name(&kind))
        .ok_or_else(|| Error::not_found("contact point", point))
}

async fn edit_point(
    change: &mut Change,
    id: i64,
    point: i64,
    value: &str,
) -> Result<Option<Warning>> {
    let kind = kind_of(change, id, point).await?;
    if value.is_empty() {
        sqlx::query("DELETE FROM points WHERE id = ?")
            .bind(point)
            .execute(&mut **change)
            .await?;
        choose_primary(change, id, kind).await?;
        return Ok(None);
    }
    let reading = read_point(change, id, kind, value).await?;
    sqlx::query("UPDATE points SET value = ?, normalized = ?, match_key = ? WHERE id = ?")
        .bind(&reading.value)
        .bind(&reading.normalized)
        .bind(key(kind, &reading))
        .bind(point)
        .execute(&mut **change)
        .await?;
    Ok(warning(kind.name(), &reading))
}

async fn label_point(
    change: &mut Change,
    id: i64,
    point: i64,
    label: &str,
) -> Result<Option<Warning>> {
    kind_of(change, id, point).await?;
    sqlx::query("UPDATE points SET label = ? WHERE id = ?")
        .bind(text(label))
        .bind(point)
        .execute(&mut **change)
        .await?;
    Ok(None)
}

async fn make_primary(change: &mut Change, id: i64, point: i64) -> Result<Option<Warning>> {
    let kind = kind_of(change, id, point).await?;
    sqlx::query("UPDATE points SET is_primary = 0 WHERE contact_id = ? AND kind = ? AND is_primary = 1 AND id <> ?")
        .bind(id)
        .bind(kind.name())
        .bind(point)
        .execute(&mut **change)
        .await?;
    sqlx::query("UPDATE points SET is_primary = 1 WHERE id = ?")
        .bind(point)
        .execute(&mut **change)
        .await?;
    Ok(None)
}

fn address_value(part: AddressPart, value: &str) -> Option<String> {
    let value = text(value)?;
    match part {
        AddressPart::Country => Some(country::code_of(value).unwrap_or(value).to_owned()),
        _ => Some(value.to_owned()),
    }
}

async fn set_address(
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

async fn edit_address(
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
