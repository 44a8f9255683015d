//! Edits of phones, e-mails and the like.

use sqlx::SqliteConnection;

use super::{default_country, text};
use crate::contacts::Warning;
use crate::error::{Error, Result};
use crate::fields::Target;
use crate::journal::Change;
use crate::points::{self, Kind, PointField};

pub(in crate::contacts) async fn country_of(
    conn: &mut SqliteConnection,
    id: i64,
) -> Result<Option<String>> {
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
    insert(change, id, field.kind, field.label, &reading).await?;
    Ok(warning(field.code, &reading))
}

fn key(kind: Kind, reading: &points::Reading) -> Option<i64> {
    reading
        .normalized
        .as_deref()
        .map(|normalized| points::match_key(kind, normalized))
}

/// A point of a kind and label of the caller's choice.
pub(super) async fn add_labelled_point(
    change: &mut Change,
    id: i64,
    kind: &str,
    label: Option<&str>,
    value: &str,
) -> Result<Option<Warning>> {
    let kind = Kind::from_name(kind)
        .ok_or_else(|| Error::field("kind", format!("There is no kind {kind} of points.")))?;
    if value.trim().is_empty() {
        return Ok(None);
    }
    let reading = read_point(change, id, kind, value.trim()).await?;
    insert(
        change,
        id,
        kind,
        label.map(str::trim).and_then(text),
        &reading,
    )
    .await?;
    Ok(warning(kind.name(), &reading))
}

async fn insert(
    change: &mut Change,
    id: i64,
    kind: Kind,
    label: Option<&str>,
    reading: &points::Reading,
) -> Result<()> {
    sqlx::query(include_str!("add_point.sql"))
        .bind(id)
        .bind(kind.name())
        .bind(label)
        .bind(&reading.value)
        .bind(&reading.normalized)
        .bind(key(kind, reading))
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Removes the points that a field name stands for (`--unset phone_mobile`); with a number (`email2`) that one alone.
pub(super) async fn remove_points(change: &mut Change, id: i64, field: &str) -> Result<()> {
    let Target::Point(point) = Target::parse(field) else {
        return Ok(());
    };
    let number: Option<i64> = field.strip_prefix(point.code).and_then(|n| n.parse().ok());
    sqlx::query(include_str!("remove_points.sql"))
        .bind(id)
        .bind(point.kind.name())
        .bind(point.label)
        .bind(number)
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
) -> Result<()> {
    kind_of(change, id, point).await?;
    sqlx::query("UPDATE points SET label = ? WHERE id = ?")
        .bind(text(label))
        .bind(point)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(super) async fn make_primary(change: &mut Change, id: i64, point: i64) -> Result<()> {
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
    Ok(())
}
