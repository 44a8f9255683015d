//! Recording: triggers on the writing connection, made from the schema when its first change begins.
//!
//! They are temporary, so that the file itself carries no behaviour and a column added by a migration is recorded
//! from then on. They record only while a change is open.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::table::{TABLES, Table};

/// Which batch is being recorded (NULL: none); and a place for undo to note the contacts that were edited since.
const STATE: &str = "CREATE TEMP TABLE journal_state (batch INTEGER);
    INSERT INTO journal_state VALUES (NULL);
    CREATE TEMP TABLE undo_edited (contact_id INTEGER PRIMARY KEY);";

/// Makes the triggers where the connection has none yet: an import, which has its own, needs none here, and making them
/// takes longer than most changes.
pub(crate) async fn start_recording(conn: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let is_made = "SELECT EXISTS (SELECT 1 FROM temp.sqlite_schema WHERE name = 'journal_state')";
    if sqlx::query_scalar(is_made).fetch_one(&mut *conn).await? {
        return Ok(());
    }
    let sql = triggers_without_inserts(&tables(conn).await?, &[]);
    run(conn, sql).await
}

/// Inserts are recorded by triggers of their own, which the redo of an import takes away: asking each of them for
/// each row whether to record would cost as much as the row itself.
pub(super) async fn start_recording_inserts(
    conn: &mut SqliteConnection,
) -> Result<(), sqlx::Error> {
    for table in tables(conn).await? {
        run(conn, trigger(&table, "insert")).await?;
    }
    Ok(())
}

/// The triggers of a bulk change, which records its inserts into the `filled` tables itself.
pub(super) fn triggers_without_inserts(tables: &[Table], filled: &[&str]) -> String {
    let mut sql = STATE.to_owned();
    for table in tables {
        sql.push_str(&trigger(table, "update"));
        sql.push_str(&trigger(table, "delete"));
        if !filled.contains(&table.name) {
            sql.push_str(&trigger(table, "insert"));
        }
    }
    sql
}

/// Part of the transaction like everything else: a rollback brings the triggers back.
pub(super) async fn stop_recording_inserts(conn: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    for name in TABLES {
        run(conn, format!("DROP TRIGGER temp.journal_{name}_insert")).await?;
    }
    Ok(())
}

pub(super) async fn tables(conn: &mut SqliteConnection) -> Result<Vec<Table>, sqlx::Error> {
    let mut tables = Vec::new();
    for name in TABLES {
        let table = Table::read(conn, name).await;
        tables.push(table.map_err(|e| sqlx::Error::Configuration(e.into()))?);
    }
    Ok(tables)
}

async fn run(conn: &mut SqliteConnection, sql: String) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(conn).await?;
    Ok(())
}

fn trigger(table: &Table, operation: &str) -> String {
    let name = table.name;
    let (row, when, before, after) = match operation {
        "insert" => (
            "new",
            "true".to_owned(),
            "NULL".to_owned(),
            table.json("new"),
        ),
        "update" => (
            "new",
            table.changed(),
            table.json_changed("old"),
            table.json_changed("new"),
        ),
        _ => (
            "old",
            "true".to_owned(),
            table.json("old"),
            "NULL".to_owned(),
        ),
    };
    let owner = table.owner(row);
    format!(
        "CREATE TEMP TRIGGER journal_{name}_{operation} AFTER {operation} ON main.{name}
           WHEN (SELECT batch FROM journal_state) IS NOT NULL AND ({when}) BEGIN
           INSERT INTO journal (batch_id, \"table\", operation, row_id, last_id, contact_id, before, after)
           VALUES ((SELECT batch FROM journal_state), '{name}', '{operation}', {row}.id, {row}.id, {owner}, {before}, {after});
         END;"
    )
}
