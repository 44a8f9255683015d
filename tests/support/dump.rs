//! Everything that a workspace holds, row by row, to compare it with what it held before.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};

/// What tells of changes rather than of contacts: the history keeps what an undo takes back, and the mapping of a
/// file and whom it meant are remembered for its next import; and which workspace it is.
const HISTORY: &[&str] = &[
    "batches",
    "journal",
    "import_rejects",
    "import_mappings",
    "import_seen",
    "identity",
    "sqlite_sequence",
];

/// Whoever closes a workspace, or finds the log of a program that was killed, has it to itself for a moment.
const PATIENCE: Duration = Duration::from_secs(20);

/// Each table with its rows as text, in order.
pub type Dump = BTreeMap<String, Vec<String>>;

pub fn dump(workspace: &Path) -> Dump {
    block_on(read(workspace))
}

/// How many rows a table holds.
pub fn rows(workspace: &Path, table: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM \"{table}\"");
    block_on(async {
        let mut conn = connect(workspace, PATIENCE).await;
        let rows = sqlx::query_scalar(AssertSqlSafe(sql))
            .fetch_one(&mut conn)
            .await
            .unwrap();
        conn.close().await.unwrap();
        rows
    })
}

/// Somebody holds the right to write: a change is under way.
pub fn is_being_written(workspace: &Path) -> bool {
    block_on(async {
        let mut conn = connect(workspace, Duration::ZERO).await;
        let free = sqlx::raw_sql("BEGIN IMMEDIATE; ROLLBACK")
            .execute(&mut conn)
            .await
            .is_ok();
        conn.close().await.unwrap();
        !free
    })
}

pub fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(work)
}

async fn connect(workspace: &Path, patience: Duration) -> SqliteConnection {
    SqliteConnectOptions::new()
        .filename(workspace)
        .busy_timeout(patience)
        .connect()
        .await
        .unwrap()
}

async fn read(workspace: &Path) -> Dump {
    let mut conn = connect(workspace, PATIENCE).await;
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\'";
    let tables: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut conn).await.unwrap();
    let mut dump = Dump::new();
    for table in tables
        .into_iter()
        .filter(|t| !HISTORY.contains(&t.as_str()))
    {
        let rows = table_rows(&mut conn, &table).await;
        dump.insert(table, rows);
    }
    conn.close().await.unwrap();
    dump
}

async fn table_rows(conn: &mut SqliteConnection, table: &str) -> Vec<String> {
    let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?)")
        .bind(table)
        .fetch_all(&mut *conn)
        .await
        .unwrap();
    let quoted: Vec<String> = columns.iter().map(|c| format!("quote(\"{c}\")")).collect();
    let row = quoted.join(" || '|' || ");
    let sql = format!("SELECT {row} AS row FROM \"{table}\" ORDER BY row");
    sqlx::query_scalar(AssertSqlSafe(sql))
        .fetch_all(conn)
        .await
        .unwrap()
}

/// Fails with the rows that differ.
#[track_caller]
pub fn assert_same(before: &Dump, after: &Dump) {
    for (table, rows) in before {
        let now = &after[table];
        let gone: Vec<_> = rows
            .iter()
            .filter(|r| now.binary_search(r).is_err())
            .take(5)
            .collect();
        let new: Vec<_> = now
            .iter()
            .filter(|r| rows.binary_search(r).is_err())
            .take(5)
            .collect();
        assert!(
            rows == now,
            "{table} differs: {} rows became {}\ngone {gone:#?}\nnew {new:#?}",
            rows.len(),
            now.len()
        );
    }
}
