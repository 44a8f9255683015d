//! Recording: triggers on the writing connection, made anew at each start from the schema.
//!
//! They are temporary, so that the file itself carries no behaviour and a column added by a migration is recorded
//! from the first start on. They record only while a change is open.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::table::{TABLES, Table};

/// Which batch is being recorded (NULL: none), and whether inserts are recorded row by row; and a place for undo to
/// note the contacts that were edited since.
const STATE: &str = "CREATE TEMP TABLE journal_state (batch INTEGER, inserts INTEGER NOT NULL);
    INSERT INTO journal_state VALUES (NULL, 1);
    CREATE TEMP TABLE undo_edited (contact_id INTEGER PRIMARY KEY);";

pub(crate) async fn start_recording(conn: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(STATE).execute(&mut *conn).await?;
    for name in TABLES {
        let table = Table::read(conn, name)
            .await
            .map_err(|e| sqlx::Error::Configuration(e.into()))?;
        sqlx::raw_sql(AssertSqlSafe(triggers(&table)))
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

fn triggers(table: &Table) -> String {
    let name = table.name;
    let insert = "INSERT INTO journal (batch_id, \"table\", operation, row_id, last_id, contact_id, before, after)";
    let recording = "(SELECT batch FROM journal_state) IS NOT NULL";
    let batch = "(SELECT batch FROM journal_state)";
    format!(
        "CREATE TEMP TRIGGER journal_{name}_insert AFTER INSERT ON main.{name}
           WHEN {recording} AND (SELECT inserts FROM journal_state) BEGIN
           {insert} VALUES ({batch}, '{name}', 'insert', new.id, new.id, {new_owner}, NULL, {new_row});
         END;
         CREATE TEMP TRIGGER journal_{name}_update AFTER UPDATE ON main.{name}
           WHEN {recording} AND ({changed}) BEGIN
           {insert} VALUES ({batch}, '{name}', 'update', new.id, new.id, {new_owner}, {before}, {after});
         END;
         CREATE TEMP TRIGGER journal_{name}_delete AFTER DELETE ON main.{name} WHEN {recording} BEGIN
           {insert} VALUES ({batch}, '{name}', 'delete', old.id, old.id, {old_owner}, {old_row}, NULL);
         END;",
        new_owner = table.owner("new"),
        old_owner = table.owner("old"),
        new_row = table.json("new"),
        old_row = table.json("old"),
        changed = table.changed(),
        before = table.json_changed("old"),
        after = table.json_changed("new"),
    )
}
