//! Entries of one shape that stand together in the record, as a change of many contacts leaves them: taken back by one
//! statement instead of one or two each. What is not plainly as the batch left it is handed back, to be judged alone.

use std::collections::HashSet;

use serde_json::{Map, Value, json};
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::reverse::{Entry, object};
use super::table::Table;
use super::undoing::Undoing;
use crate::error::Result;
use crate::sql;

/// Entries of one table and operation with the same columns, each of another row.
pub(super) struct Run {
    entries: Vec<Entry>,
    /// What each row was before; empty for inserted ones.
    before: Vec<Map<String, Value>>,
    rows: HashSet<i64>,
}

impl Run {
    fn takes(&self, entry: &Entry, before: &Map<String, Value>) -> bool {
        let first = &self.entries[0];
        let plain = |entry: &Entry| entry.payload.is_none() && entry.contact_id.is_some();
        plain(first)
            && plain(entry)
            && first.table == entry.table
            && first.operation == entry.operation
            && self.before[0].keys().eq(before.keys())
            && !self.rows.contains(&entry.row_id)
    }

    fn ids(&self) -> Vec<i64> {
        self.entries.iter().map(|entry| entry.row_id).collect()
    }
}

/// The entries in their order, divided where they differ.
pub(super) fn runs(entries: Vec<Entry>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for entry in entries {
        let before = object(entry.before.as_deref());
        if runs.last().is_none_or(|run| !run.takes(&entry, &before)) {
            runs.push(Run {
                entries: Vec::new(),
                before: Vec::new(),
                rows: HashSet::new(),
            });
        }
        if let Some(run) = runs.last_mut() {
            run.rows.insert(entry.row_id);
            run.entries.push(entry);
            run.before.push(before);
        }
    }
    runs
}

/// Reverses what can be reversed together, and gives the other entries.
pub(super) async fn reverse(
    conn: &mut SqliteConnection,
    undoing: &mut Undoing,
    run: Run,
) -> Result<Vec<Entry>> {
    let first = &run.entries[0];
    let table = undoing.tables.iter().find(|t| t.name == first.table);
    let (Some(table), true) = (table, run.entries.len() > 1) else {
        return Ok(run.entries);
    };
    let done: HashSet<i64> = match first.operation.as_str() {
        "update" => put_values_back(conn, table, &run).await?,
        "insert" if !undoing.is_followed => {
            take_out(conn, table, &run).await?;
            run.rows
        }
        "delete" => {
            put_rows_back(conn, table, &run).await?;
            run.rows
        }
        _ => HashSet::new(),
    };
    let columns = (first.operation == "update").then(|| run.before[0].clone());
    let mut left = Vec::new();
    for entry in run.entries {
        match entry.contact_id.filter(|_| done.contains(&entry.row_id)) {
            Some(contact) => undoing.restore(contact, &entry.table, columns.as_ref()),
            None => left.push(entry),
        }
    }
    Ok(left)
}

/// Restores the rows all of whose values are as the batch left them; gives those.
async fn put_values_back(
    conn: &mut SqliteConnection,
    table: &Table,
    run: &Run,
) -> Result<HashSet<i64>> {
    let columns: Vec<&String> = run.before[0].keys().collect();
    let each = |make: &dyn Fn(&str) -> String| -> Vec<String> {
        columns.iter().map(|column| make(column)).collect()
    };
    let sql = include_str!("put_values_back.sql")
        .replace("{table}", table.name)
        .replace(
            "{sets}",
            &each(&|c| format!("\"{c}\" = e.before ->> '{c}'")).join(", "),
        )
        .replace(
            "{same}",
            &each(&|c| format!("t.\"{c}\" IS (e.after ->> '{c}')")).join(" AND "),
        );
    let rows: Vec<Value> = run
        .entries
        .iter()
        .map(|entry| json!([entry.row_id, entry.before, entry.after]))
        .collect();
    let done: Vec<i64> = sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(Value::from(rows).to_string())
        .fetch_all(conn)
        .await?;
    Ok(done.into_iter().collect())
}

async fn take_out(conn: &mut SqliteConnection, table: &Table, run: &Run) -> Result<()> {
    let sql = format!(
        "DELETE FROM {} WHERE id IN (SELECT value FROM json_each(?))",
        table.name
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(sql::ids(&run.ids()))
        .execute(conn)
        .await?;
    Ok(())
}

async fn put_rows_back(conn: &mut SqliteConnection, table: &Table, run: &Run) -> Result<()> {
    let table = Table {
        name: table.name,
        columns: run.before[0].keys().cloned().collect(),
    };
    let rows: Vec<Value> = run
        .before
        .iter()
        .map(|row| row.values().cloned().collect())
        .collect();
    sqlx::query(table.insert_from_json())
        .bind(Value::from(rows).to_string())
        .execute(conn)
        .await?;
    Ok(())
}
