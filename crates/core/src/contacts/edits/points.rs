//! Edits of phones, e-mails and the like.

use sqlx::SqliteConnection;

use super::{default_country, text};
use crate::contacts::Warning;
use crate::error::{Error, Result};
use crate::fields::Target;
use crate::journal::Change;
use crate::points::{self, Kind, PointField};

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

pub(super) async fn add_point(
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
pub(super) async fn remove_points(change: &mut Change, id: i64, field: &str) -> Result<()> {
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

pub(super) async fn edit_point(
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

pub(super) async fn label_point(
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

pub(super) async fn make_primary(
    change: &mut Change,
    id: i64,
    point: i64,
) -> Result<Option<Warning>> {
    let kind = kind_of(change, id, point).await?;
    sqlx::query("UPDATE points SET is_primary = NULL WHERE contact_id = ? AND kind = ? AND is_primary = 1 AND id <> ?")
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
