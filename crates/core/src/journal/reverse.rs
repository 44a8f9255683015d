//! Taking recorded rows back, the latest first.

use std::collections::HashSet;

use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, FromRow, SqliteConnection};

use super::alike;
use super::change::Change;
use super::hanging;
use super::packed;
use super::remove::{delete_lot, set_recording};
use super::table::Table;
use super::undoing::Undoing;
use crate::error::Result;
use crate::progress::{Job, Stage};

#[derive(FromRow)]
pub(super) struct Entry {
    id: i64,
    pub table: String,
    pub operation: String,
    pub row_id: i64,
    pub contact_id: Option<i64>,
    pub before: Option<String>,
    pub after: Option<String>,
    pub payload: Option<Vec<u8>>,
}

const PAGE: i64 = 1000;

/// Reverses every row entry of the batch; ranges of inserted rows are left to `remove.rs`.
pub(super) async fn rows(change: &mut Change, undoing: &mut Undoing, job: &Job) -> Result<()> {
    let mut below = i64::MAX;
    let mut done = 0;
    loop {
        let entries: Vec<Entry> = sqlx::query_as(include_str!("entries.sql"))
            .bind(undoing.batch)
            .bind(below)
            .bind(PAGE)
            .fetch_all(&mut **change)
            .await?;
        let Some(last) = entries.last() else {
            return Ok(());
        };
        below = last.id;
        done += entries.len() as u64;
        job.report(Stage::Undoing, done, None)?;
        let created = created_among(change, undoing, &entries).await?;
        let is_left = |entry: &Entry| {
            undoing.skips(&entry.table) || entry.contact_id.is_some_and(|c| created.contains(&c))
        };
        let entries = entries.into_iter().filter(|entry| !is_left(entry));
        for run in alike::runs(entries.collect()) {
            for entry in alike::reverse(change, undoing, run).await? {
                reverse(change, undoing, &entry).await?;
            }
        }
    }
}

async fn reverse(conn: &mut SqliteConnection, undoing: &mut Undoing, entry: &Entry) -> Result<()> {
    let Some(index) = undoing.tables.iter().position(|t| t.name == entry.table) else {
        return Ok(());
    };
    if decided_since(conn, undoing, entry).await? {
        return Ok(());
    }
    let table = &undoing.tables[index];
    let columns = (entry.operation == "update").then(|| object(entry.before.as_deref()));
    let mut back = Vec::new();
    let problem = match entry.operation.as_str() {
        "insert" => match &entry.payload {
            Some(payload) => {
                let ids = first_columns(&packed::unpack(payload)?.1);
                back = owners(conn, table, &ids).await?;
                delete_lot(conn, undoing.this, table, &ids).await?;
                None
            }
            None => take_out(conn, undoing.batch, table, entry).await?,
        },
        "update" => {
            let (problem, without) = put_values_back(conn, table, entry).await?;
            back.extend(without);
            problem
        }
        _ => {
            back = put_rows_back(conn, undoing.this, table, entry).await?;
            None
        }
    };
    match (problem, entry.contact_id) {
        (Some(reason), contact) => undoing.keep(contact, reason),
        (None, Some(contact)) => back.push(contact),
        (None, None) => {}
    }
    for contact in back {
        undoing.restore(contact, &entry.table, columns.as_ref());
    }
    Ok(())
}

/// Contacts that the batch created are kept or removed as a whole, by `remove.rs`. No change creates and removes the
/// same contact, so that they are all there.
async fn created_among(
    conn: &mut SqliteConnection,
    undoing: &Undoing,
    entries: &[Entry],
) -> Result<HashSet<i64>> {
    if !undoing.creates {
        return Ok(HashSet::new());
    }
    let contacts: Vec<i64> = entries
        .iter()
        .filter_map(|entry| entry.contact_id)
        .collect();
    let sql = "SELECT id FROM contacts WHERE id IN (SELECT value FROM json_each(?)) AND created_batch = ?";
    let created: Vec<i64> = sqlx::query_scalar(sql)
        .bind(crate::sql::ids(&contacts))
        .bind(undoing.batch)
        .fetch_all(conn)
        .await?;
    Ok(created.into_iter().collect())
}

/// An opt-out or reinstatement that a later act has decided anew or confirmed is that act's: it stays as it is. The
/// undo of an undo has no lines in the history of its own and asks nothing, since nothing can have come after it.
async fn decided_since(
    conn: &mut SqliteConnection,
    undoing: &Undoing,
    entry: &Entry,
) -> Result<bool> {
    if entry.table != "subscriptions" {
        return Ok(false);
    }
    Ok(sqlx::query_scalar(include_str!("decided_since.sql"))
        .bind(undoing.batch)
        .bind(entry.row_id)
        .fetch_one(conn)
        .await?)
}

/// Deletes a row that was inserted, unless a later change touched it. At once, so that it doesn't stand in the way of
/// what stood in its place before.
async fn take_out(
    conn: &mut SqliteConnection,
    batch: i64,
    table: &Table,
    entry: &Entry,
) -> Result<Option<&'static str>> {
    // A contact that an undo put back: those that a batch created are left to `remove.rs`.
    let is_contact = table.name == "contacts";
    if !is_contact && !table.belongs_to_contact() && !table.belongs_to_organization() {
        return Ok(None); // Left to `remove::unused`, which looks whether anything refers to it.
    }
    let touched = match entry.contact_id {
        Some(contact) => sqlx::query_scalar(include_str!("touched_since.sql"))
            .bind(batch)
            .bind(contact),
        None => sqlx::query_scalar(include_str!("other_touched_since.sql")).bind(batch),
    };
    let touched: bool = touched
        .bind(table.name)
        .bind(entry.row_id)
        .fetch_one(&mut *conn)
        .await?;
    // The trace of a merge goes with it, also where the contact was merged on since.
    let touched = touched && table.name != "merges";
    let holding = hanging::holding(conn, table.name, &[entry.row_id]).await?;
    if touched || !holding.is_empty() {
        return Ok(Some("edited since"));
    }
    let sql = format!("DELETE FROM {} WHERE id = ?", table.name);
    sqlx::query(AssertSqlSafe(sql))
        .bind(entry.row_id)
        .execute(conn)
        .await?;
    Ok(None)
}

/// Restores each value that is still as the batch left it. Also gives the contact that has the row no more.
async fn put_values_back(
    conn: &mut SqliteConnection,
    table: &Table,
    entry: &Entry,
) -> Result<(Option<&'static str>, Option<i64>)> {
    let (before, after) = (
        object(entry.before.as_deref()),
        object(entry.after.as_deref()),
    );
    let sql = format!(
        "SELECT {} FROM {} t WHERE id = ?",
        table.json("t"),
        table.name
    );
    let current: Option<String> = sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(entry.row_id)
        .fetch_optional(&mut *conn)
        .await?;
    let Some(current) = current else {
        return Ok((Some("deleted since"), None));
    };
    let current = object(Some(&current));
    let moved_on = merged_on(conn, after.get("contact_id"), current.get("contact_id")).await?;
    let (same, edited): (Vec<&String>, Vec<&String>) = before.keys().partition(|column| {
        current.get(*column) == after.get(*column) || (moved_on && *column == "contact_id")
    });
    if !same.is_empty() {
        let sets: Vec<String> = same
            .iter()
            .map(|c| format!("\"{c}\" = ?2 ->> '{c}'"))
            .collect();
        let sql = format!(
            "UPDATE OR IGNORE {} SET {} WHERE id = ?1",
            table.name,
            sets.join(", ")
        );
        let put_back = sqlx::query(AssertSqlSafe(sql))
            .bind(entry.row_id)
            .bind(entry.before.as_deref())
            .execute(conn)
            .await?;
        // Something made since has taken its place, such as another primary point.
        if put_back.rows_affected() == 0 {
            return Ok((Some("edited since"), None));
        }
    }
    let without = current
        .get("contact_id")
        .filter(|_| before.contains_key("contact_id"));
    let without = without.and_then(Value::as_i64);
    // The time of the last change differs whenever anything else does; alone it is no reason.
    let edited = edited.iter().any(|column| *column != "changed_at");
    Ok((edited.then_some("edited since"), without))
}

/// Whether a row is with another contact only because the one that had it was merged into that since.
async fn merged_on(
    conn: &mut SqliteConnection,
    then: Option<&Value>,
    now: Option<&Value>,
) -> Result<bool> {
    let (Some(then), Some(now)) = (then.and_then(Value::as_i64), now.and_then(Value::as_i64))
    else {
        return Ok(false);
    };
    let sql = "SELECT EXISTS (SELECT 1 FROM merges WHERE merged_id = ? AND contact_id = ?)";
    Ok(sqlx::query_scalar(sql)
        .bind(then)
        .bind(now)
        .fetch_one(conn)
        .await?)
}

/// Puts deleted rows back, one or a packed lot. Gives the contacts they belong to.
async fn put_rows_back(
    conn: &mut SqliteConnection,
    this: i64,
    table: &Table,
    entry: &Entry,
) -> Result<Vec<i64>> {
    let (columns, rows) = match (&entry.payload, &entry.before) {
        (Some(payload), _) => packed::unpack(payload)?,
        (None, before) => {
            let row = object(before.as_deref());
            let columns: Vec<String> = row.keys().cloned().collect();
            (
                columns,
                vec![row.into_iter().map(|(_, value)| value).collect()],
            )
        }
    };
    let table = Table {
        name: table.name,
        columns,
    };
    let owner = if table.name == "contacts" {
        "id"
    } else {
        "contact_id"
    };
    let owner = table.columns.iter().position(|c| c == owner);
    let contacts = rows
        .iter()
        .filter_map(|row| row.get(owner?)?.as_i64())
        .collect();
    let ids: Vec<i64> = first_columns(&rows);
    let json = Value::from(rows.into_iter().map(Value::from).collect::<Vec<_>>()).to_string();
    let insert = sqlx::query(table.insert_from_json()).bind(json);
    if entry.payload.is_none() {
        insert.execute(conn).await?;
        return Ok(contacts);
    }
    // A lot that went as one comes back as one: the record names its ids, not each row.
    set_recording(conn, None).await?;
    insert.execute(&mut *conn).await?;
    set_recording(conn, Some(this)).await?;
    record_lot(conn, this, table.name, &ids).await?;
    Ok(contacts)
}

/// The contacts that rows belong to.
async fn owners(conn: &mut SqliteConnection, table: &Table, ids: &[i64]) -> Result<Vec<i64>> {
    if !table.belongs_to_contact() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT DISTINCT contact_id FROM {} WHERE id IN (SELECT value FROM json_each(?))",
        table.name
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(crate::sql::ids(ids))
        .fetch_all(conn)
        .await?)
}

/// The ids of unpacked rows.
fn first_columns(rows: &[Vec<Value>]) -> Vec<i64> {
    rows.iter()
        .filter_map(|row| row.first()?.as_i64())
        .collect()
}

async fn record_lot(
    conn: &mut SqliteConnection,
    this: i64,
    table: &str,
    ids: &[i64],
) -> Result<()> {
    let lot: Vec<Value> = ids.iter().map(|id| Value::from(vec![*id])).collect();
    sqlx::query(include_str!("record_lot.sql"))
        .bind(this)
        .bind(table)
        .bind(ids.iter().min())
        .bind(ids.iter().max())
        .bind(packed::pack(&["id".into()], &Value::from(lot).to_string())?)
        .execute(conn)
        .await?;
    Ok(())
}

pub(super) fn object(json: Option<&str>) -> Map<String, Value> {
    json.and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default()
}
