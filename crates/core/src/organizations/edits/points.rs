//! Edits of an organization's phones, e-mails and the like.

use sqlx::SqliteConnection;

use super::text;
use crate::contacts::Warning;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::points::{self, Kind, PointField, Reading};
use crate::workspace::settings;

async fn read(conn: &mut SqliteConnection, id: i64, kind: Kind, value: &str) -> Result<Reading> {
    let sql = "SELECT country FROM organization_addresses WHERE organization_id = ? ORDER BY is_primary DESC, id LIMIT 1";
    let own: Option<Option<String>> = sqlx::query_scalar(sql)
        .bind(id)
        .fetch_optional(&mut *conn)
        .await?;
    let default = settings(conn).await?.country;
    let own = own.flatten();
    Ok(points::read(
        kind,
        value,
        own.as_deref(),
        default.as_deref(),
    ))
}

fn warning(field: &str, reading: &Reading) -> Option<Warning> {
    let trouble = reading.trouble?;
    Some(Warning {
        field: field.to_owned(),
        value: reading.value.clone(),
        message: format!("{}. {}", trouble.reason, trouble.hint),
    })
}

/// One more point; an empty value adds none.
pub(super) async fn add(
    change: &mut Change,
    id: i64,
    kind: &str,
    label: Option<&str>,
    value: &str,
) -> Result<Option<Warning>> {
    let unknown = || Error::field("kind", format!("There is no kind {kind} of points."));
    let kind = Kind::from_name(kind).ok_or_else(unknown)?;
    if value.is_empty() {
        return Ok(None);
    }
    let reading = read(change, id, kind, value).await?;
    sqlx::query(include_str!("add_organization_point.sql"))
        .bind(id)
        .bind(kind.name())
        .bind(label.and_then(text))
        .bind(&reading.value)
        .bind(&reading.normalized)
        .execute(&mut **change)
        .await?;
    Ok(warning(kind.name(), &reading))
}

/// Removes the points that a field name stands for.
pub(super) async fn remove(change: &mut Change, id: i64, field: &PointField) -> Result<()> {
    let sql = "DELETE FROM organization_points WHERE organization_id = ? AND kind = ? AND (label IS ?3 OR ?3 IS NULL)";
    sqlx::query(sql)
        .bind(id)
        .bind(field.kind.name())
        .bind(field.label)
        .execute(&mut **change)
        .await?;
    choose_primary(change, id, field.kind).await
}

/// Where a kind has points but none is primary, the oldest becomes it.
async fn choose_primary(change: &mut Change, id: i64, kind: Kind) -> Result<()> {
    sqlx::query(include_str!("choose_primary_point.sql"))
        .bind(id)
        .bind(kind.name())
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn kind_of(conn: &mut SqliteConnection, id: i64, point: i64) -> Result<Kind> {
    let sql = "SELECT kind FROM organization_points WHERE id = ? AND organization_id = ?";
    let kind: Option<String> = sqlx::query_scalar(sql)
        .bind(point)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    kind.and_then(|kind| Kind::from_name(&kind))
        .ok_or_else(|| Error::not_found("contact point", point))
}

pub(super) async fn edit(
    change: &mut Change,
    id: i64,
    point: i64,
    value: &str,
) -> Result<Option<Warning>> {
    let kind = kind_of(change, id, point).await?;
    if value.is_empty() {
        sqlx::query("DELETE FROM organization_points WHERE id = ?")
            .bind(point)
            .execute(&mut **change)
            .await?;
        choose_primary(change, id, kind).await?;
        return Ok(None);
    }
    let reading = read(change, id, kind, value).await?;
    sqlx::query("UPDATE organization_points SET value = ?, normalized = ? WHERE id = ?")
        .bind(&reading.value)
        .bind(&reading.normalized)
        .bind(point)
        .execute(&mut **change)
        .await?;
    Ok(warning(kind.name(), &reading))
}

pub(super) async fn label(change: &mut Change, id: i64, point: i64, label: &str) -> Result<()> {
    kind_of(change, id, point).await?;
    sqlx::query("UPDATE organization_points SET label = ? WHERE id = ?")
        .bind(text(label))
        .bind(point)
        .execute(&mut **change)
        .await?;
    Ok(())
}

pub(super) async fn make_primary(change: &mut Change, id: i64, point: i64) -> Result<()> {
    let kind = kind_of(change, id, point).await?;
    let sql = "UPDATE organization_points SET is_primary = NULL WHERE organization_id = ? AND kind = ? AND is_primary = 1 AND id <> ?";
    sqlx::query(sql)
        .bind(id)
        .bind(kind.name())
        .bind(point)
        .execute(&mut **change)
        .await?;
    sqlx::query("UPDATE organization_points SET is_primary = 1 WHERE id = ?")
        .bind(point)
        .execute(&mut **change)
        .await?;
    Ok(())
}
