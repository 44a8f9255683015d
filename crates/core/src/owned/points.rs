//! Edits of phones, e-mails and the like.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::{Owner, text};
use crate::contacts::Warning;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::points::{self, Kind, PointField, Reading};
use crate::workspace::settings;

impl Owner {
    /// As [`Owner::sql`], with what only the points of contacts have: a key for matching, and where they came from.
    fn sql_of_keyed(self, statement: &str) -> AssertSqlSafe<String> {
        let (keyed, key, set_key) = match self {
            Self::Contact(_) => (", match_key, source", ", ?6, 'manual'", ", match_key = ?4"),
            Self::Organization(_) => ("", "", ""),
        };
        let statement = statement
            .replace("{keyed}", keyed)
            .replace("{key}", key)
            .replace("{set_key}", set_key);
        self.sql(&statement)
    }

    fn key(self, kind: Kind, reading: &Reading) -> Option<i64> {
        let normalized = reading.normalized.as_deref()?;
        matches!(self, Self::Contact(_)).then(|| points::match_key(kind, normalized))
    }
}

/// The country of the primary address, by which phone numbers are read.
pub(crate) async fn country_of(
    conn: &mut SqliteConnection,
    owner: Owner,
) -> Result<Option<String>> {
    let sql = owner.sql(include_str!("country.sql"));
    Ok(sqlx::query_scalar::<_, Option<String>>(sql)
        .bind(owner.id())
        .fetch_optional(conn)
        .await?
        .flatten())
}

async fn read(
    conn: &mut SqliteConnection,
    owner: Owner,
    kind: Kind,
    value: &str,
) -> Result<Reading> {
    let own = country_of(conn, owner).await?;
    let default = settings(conn).await?.country;
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

/// One more point, of the kind and label that a field name stands for.
pub(crate) async fn add_by_field(
    change: &mut Change,
    owner: Owner,
    field: &PointField,
    value: &str,
) -> Result<Option<Warning>> {
    let reading = read(change, owner, field.kind, value).await?;
    insert(change, owner, field.kind, field.label, &reading).await?;
    Ok(warning(field.code, &reading))
}

/// One more point, of a kind and label of the caller's choice; an empty value adds none.
pub(crate) async fn add(
    change: &mut Change,
    owner: Owner,
    kind: &str,
    label: Option<&str>,
    value: &str,
) -> Result<Option<Warning>> {
    let unknown = || Error::field("kind", format!("There is no kind {kind} of points."));
    let kind = Kind::from_name(kind).ok_or_else(unknown)?;
    if value.is_empty() {
        return Ok(None);
    }
    let reading = read(change, owner, kind, value).await?;
    let label = label.map(str::trim).and_then(text);
    insert(change, owner, kind, label, &reading).await?;
    Ok(warning(kind.name(), &reading))
}

async fn insert(
    change: &mut Change,
    owner: Owner,
    kind: Kind,
    label: Option<&str>,
    reading: &Reading,
) -> Result<()> {
    sqlx::query(owner.sql_of_keyed(include_str!("add_point.sql")))
        .bind(owner.id())
        .bind(kind.name())
        .bind(label)
        .bind(&reading.value)
        .bind(&reading.normalized)
        .bind(owner.key(kind, reading))
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Removes the points that a field name stands for (`--unset phone_mobile`); with a number (`email2`) that one alone.
pub(crate) async fn remove_by_field(
    change: &mut Change,
    owner: Owner,
    point: &PointField,
    field: &str,
) -> Result<()> {
    let number: Option<i64> = field.strip_prefix(point.code).and_then(|n| n.parse().ok());
    sqlx::query(owner.sql(include_str!("remove_points.sql")))
        .bind(owner.id())
        .bind(point.kind.name())
        .bind(point.label)
        .bind(number)
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn kind_of(conn: &mut SqliteConnection, owner: Owner, point: i64) -> Result<Kind> {
    let sql = owner.sql("SELECT kind FROM {points} WHERE id = ? AND {owner} = ?");
    let kind: Option<String> = sqlx::query_scalar(sql)
        .bind(point)
        .bind(owner.id())
        .fetch_optional(conn)
        .await?;
    kind.and_then(|kind| Kind::from_name(&kind))
        .ok_or_else(|| Error::not_found("contact point", point))
}

/// The new text of a point; an empty one removes it.
pub(crate) async fn edit(
    change: &mut Change,
    owner: Owner,
    point: i64,
    value: &str,
) -> Result<Option<Warning>> {
    let kind = kind_of(change, owner, point).await?;
    if value.is_empty() {
        sqlx::query(owner.sql("DELETE FROM {points} WHERE id = ?"))
            .bind(point)
            .execute(&mut **change)
            .await?;
        return Ok(None);
    }
    let reading = read(change, owner, kind, value).await?;
    sqlx::query(owner.sql_of_keyed(include_str!("edit_point.sql")))
        .bind(point)
        .bind(&reading.value)
        .bind(&reading.normalized)
        .bind(owner.key(kind, &reading))
        .execute(&mut **change)
        .await?;
    Ok(warning(kind.name(), &reading))
}

pub(crate) async fn label(
    change: &mut Change,
    owner: Owner,
    point: i64,
    label: &str,
) -> Result<()> {
    kind_of(change, owner, point).await?;
    sqlx::query(owner.sql("UPDATE {points} SET label = ? WHERE id = ?"))
        .bind(text(label))
        .bind(point)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Makes it the primary one of its kind.
pub(crate) async fn make_primary(change: &mut Change, owner: Owner, point: i64) -> Result<()> {
    let kind = kind_of(change, owner, point).await?;
    sqlx::query(owner.sql(include_str!("no_other_primary_point.sql")))
        .bind(owner.id())
        .bind(kind.name())
        .bind(point)
        .execute(&mut **change)
        .await?;
    sqlx::query(owner.sql("UPDATE {points} SET is_primary = 1 WHERE id = ?"))
        .bind(point)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Where points of a kind are held but none of them is primary, the oldest becomes it.
pub(crate) async fn choose_primaries(change: &mut Change, owner: Owner) -> Result<()> {
    sqlx::query(owner.sql(include_str!("choose_primary_point.sql")))
        .bind(owner.id())
        .execute(&mut **change)
        .await?;
    Ok(())
}
