//! Bringing one recorded value back, whatever was done since: not an undo, but a change of its own.

use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, FromRow, SqliteConnection};

use super::reverse::object;
use super::table::{TABLES, Table};
use crate::error::{Error, Result};
use crate::owned::Owner;

#[derive(FromRow)]
struct Entry {
    table: String,
    operation: String,
    row_id: i64,
    before: Option<String>,
}

/// Columns that say one thing together: a point is its text and what was understood of it, a name how it is found.
fn together(table: &str, part: &str) -> Vec<String> {
    let all: &[&str] = match (table, part) {
        ("points", "value") => &["value", "normalized", "match_key"],
        ("organization_points", "value") => &["value", "normalized"],
        ("organizations", "name") => &["name", "folded"],
        _ => &[part],
    };
    all.iter().map(|&column| column.to_owned()).collect()
}

/// Makes the owner's row as it was before an entry of the journal, or one part of it. Answers whether there was
/// anything to bring back: the entry must be this owner's, and a row that was edited must still be there.
pub(crate) async fn put_back(
    conn: &mut SqliteConnection,
    owner: Owner,
    entry: i64,
    part: Option<&str>,
) -> Result<bool> {
    let sql = match owner {
        Owner::Contact(_) => include_str!("entry_of_contact.sql"),
        Owner::Organization(_) => include_str!("entry_of_organization.sql"),
    };
    let found: Option<Entry> = sqlx::query_as(sql)
        .bind(entry)
        .bind(owner.id())
        .fetch_optional(&mut *conn)
        .await?;
    let Some(entry) = found else { return Ok(false) };
    let Some(name) = TABLES.iter().find(|name| **name == entry.table) else {
        return Ok(false);
    };
    let table = Table::read(conn, name).await?;
    match entry.operation.as_str() {
        "update" => put_parts_back(conn, owner, &table, &entry, part).await,
        "delete" => {
            let row = object(entry.before.as_deref());
            put_row_back(conn, &table, entry.row_id, row).await?;
            Ok(true)
        }
        _ if matches!(table.name, "contacts" | "organizations") => Ok(false),
        _ => take_out(conn, &table, entry.row_id).await,
    }
}

async fn is_there(conn: &mut SqliteConnection, table: &Table, row: i64) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?)", table.name);
    Ok(sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(row)
        .fetch_one(conn)
        .await?)
}

async fn put_parts_back(
    conn: &mut SqliteConnection,
    owner: Owner,
    table: &Table,
    entry: &Entry,
    part: Option<&str>,
) -> Result<bool> {
    let before = object(entry.before.as_deref());
    let columns: Vec<String> = match part {
        Some(part) => together(table.name, part),
        None => before.keys().cloned().collect(),
    };
    let sets: Vec<String> = columns
        .iter()
        .filter(|column| before.contains_key(*column) && table.columns.contains(column))
        .map(|column| format!("\"{column}\" = ?2 ->> '{column}'"))
        .collect();
    if sets.is_empty() {
        return Ok(false);
    }
    if !is_there(conn, table, entry.row_id).await? {
        // Removed since, and so it comes back whole with the older part.
        let row = removed_row(conn, owner, table, entry.row_id).await?;
        if row.is_empty() {
            return Ok(false);
        }
        put_row_back(conn, table, entry.row_id, row).await?;
    }
    let sql = format!(
        "UPDATE {} SET {} WHERE id = ?1",
        table.name,
        sets.join(", ")
    );
    let done = sqlx::query(AssertSqlSafe(sql))
        .bind(entry.row_id)
        .bind(entry.before.as_deref())
        .execute(conn)
        .await
        .map_err(|error| refers_to_nothing(error, entry.row_id))?;
    Ok(done.rows_affected() > 0)
}

/// The row as it was when it was taken away.
async fn removed_row(
    conn: &mut SqliteConnection,
    owner: Owner,
    table: &Table,
    row: i64,
) -> Result<Map<String, Value>> {
    let sql = match owner {
        Owner::Contact(_) => include_str!("removed_row_of_contact.sql"),
        Owner::Organization(_) => include_str!("removed_row_of_organization.sql"),
    };
    let removed: Option<String> = sqlx::query_scalar(sql)
        .bind(table.name)
        .bind(row)
        .bind(owner.id())
        .fetch_optional(conn)
        .await?;
    Ok(object(removed.as_deref()))
}

async fn take_out(conn: &mut SqliteConnection, table: &Table, row: i64) -> Result<bool> {
    let sql = format!("DELETE FROM {} WHERE id = ?", table.name);
    let done = sqlx::query(AssertSqlSafe(sql))
        .bind(row)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

async fn put_row_back(
    conn: &mut SqliteConnection,
    table: &Table,
    id: i64,
    mut row: Map<String, Value>,
) -> Result<()> {
    // Another one may be the primary one by now; where none is, the editor chooses.
    if row.contains_key("is_primary") {
        row.insert("is_primary".into(), Value::Null);
    }
    let of_field = match table.name {
        "custom_values" => Some("contact_id"),
        "organization_values" => Some("organization_id"),
        _ => None,
    };
    if let Some(owner) = of_field {
        let sql = format!(
            "DELETE FROM {} WHERE {owner} = ? AND field_id = ?",
            table.name
        );
        sqlx::query(AssertSqlSafe(sql))
            .bind(row.get(owner).and_then(Value::as_i64))
            .bind(row.get("field_id").and_then(Value::as_i64))
            .execute(&mut *conn)
            .await?;
    }
    let columns: Vec<String> = row
        .keys()
        .filter(|column| table.columns.contains(column))
        .cloned()
        .collect();
    let values = Value::from(vec![Value::from(
        columns
            .iter()
            .map(|column| row[column].clone())
            .collect::<Vec<_>>(),
    )]);
    let table = Table {
        name: table.name,
        columns,
    };
    let sql = table
        .insert_from_json()
        .0
        .replacen("INSERT", "INSERT OR IGNORE", 1);
    // One that is there again already is left as it is.
    sqlx::query(AssertSqlSafe(sql))
        .bind(values.to_string())
        .execute(conn)
        .await
        .map_err(|error| refers_to_nothing(error, id))?;
    Ok(())
}

/// The group, tag or organization that the row belonged to has gone meanwhile.
fn refers_to_nothing(error: sqlx::Error, id: i64) -> Error {
    match &error {
        sqlx::Error::Database(cause) if cause.is_foreign_key_violation() => {
            Error::not_found("value", id)
        }
        _ => error.into(),
    }
}
