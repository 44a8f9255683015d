//! A change that writes in bulk: the same transaction, batch, journal and announcement as a [`super::Change`], on a
//! connection of its own whose prepared statements take borrowed values on the thread that has them.
//!
//! SQLite's own price for a row is small; handing each value to the thread of the asynchronous connection costs
//! several times as much. What such a change inserts into the tables of [`FILLED`] is recorded as ranges of ids; all
//! else, and every update, is recorded row by row by the triggers that other changes have too.
//!
//! Foreign keys are off here, since checking them costs a look-up for each row and a copy of each touched page for
//! each statement: who writes in bulk gives ids that it has just made or read. `check` judges them all.

use std::ops::Deref;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use sqlx::Sqlite;
use sqlx::pool::PoolConnection;

use super::change::{self, now};
use super::record;
use super::table::Table;
use crate::encryption;
use crate::error::Result;
use crate::operations::Operation;
use crate::staff;
use crate::workspace::Workspace;

/// The tables that are filled in bulk; their inserts are recorded as ranges.
pub(crate) const FILLED: [&str; 17] = [
    "contacts",
    "organizations",
    "groups",
    "tags",
    "points",
    "addresses",
    "affiliations",
    "contact_tags",
    "group_contacts",
    "custom_values",
    "consents",
    "subscriptions",
    "subscription_changes",
    "members",
    "memberships",
    "terms",
    "membership_acts",
];

/// The cache is larger than elsewhere: what a load changes leaves it once, at the commit. Temporary things may go to a
/// file, for then SQLite sorts the entries of an index in one piece of memory, as large as the cache, and not each in one
/// of its own. The other pragmas are those of every connection; see `workspace/open.rs`.
const PRAGMAS: &str = "PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = OFF;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = FILE;
    PRAGMA cache_size = -131072;";

/// An open bulk change. Dropped without [`Bulk::commit`], it leaves the workspace as it was.
pub(crate) struct Bulk {
    conn: Connection,
    workspace: Workspace,
    operation: Operation,
    /// The first id of each filled table that this change may give.
    first: [i64; FILLED.len()],
    /// Keeps other changes of this program waiting for their turn rather than for the file's lock.
    _writer: PoolConnection<Sqlite>,
    pub batch: i64,
    pub now: String,
    pub by: Option<String>,
}

impl Deref for Bulk {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.conn
    }
}

impl Bulk {
    pub async fn begin(workspace: &Workspace, operation: Operation) -> Result<Self> {
        let mut writer = workspace.writer().await?;
        let by = staff::actor(&mut writer, workspace, operation).await?;
        let tables = record::tables(&mut writer).await?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = encryption::open(workspace.path(), flags)?;
        Self::start(conn, writer, &tables, workspace, (operation, by))
    }

    fn start(
        conn: Connection,
        writer: PoolConnection<Sqlite>,
        tables: &[Table],
        workspace: &Workspace,
        (operation, by): (Operation, Option<String>),
    ) -> Result<Self> {
        conn.busy_timeout(Duration::from_secs(5))?;
        conn.set_prepared_statement_cache_capacity(200);
        conn.execute_batch(PRAGMAS)?;
        if encryption::is_encrypted(workspace.path()) {
            // What it sorts would lie in a file in the clear.
            conn.execute_batch("PRAGMA temp_store = MEMORY")?;
        }
        conn.execute_batch(&record::triggers_without_inserts(tables, &FILLED))?;
        conn.execute_batch("BEGIN IMMEDIATE")?;
        let now = now();
        conn.execute(change::INSERT_BATCH, (&now, &by, operation.name()))?;
        let batch = conn.last_insert_rowid();
        conn.execute("UPDATE journal_state SET batch = ?", [batch])?;
        let mut first = [0; FILLED.len()];
        for (first, table) in first.iter_mut().zip(FILLED) {
            *first = max_id(&conn, table)? + 1;
        }
        Ok(Self {
            conn,
            workspace: workspace.clone(),
            operation,
            first,
            _writer: writer,
            batch,
            now,
            by,
        })
    }

    /// The next id of a filled table, as it was when the change began.
    pub fn first_id(&self, table: &str) -> i64 {
        let index = FILLED.iter().position(|filled| *filled == table);
        index.map_or(1, |index| self.first[index])
    }

    /// Records what was inserted into the filled tables (all ids since the beginning, since nobody else can write)
    /// and commits with the caller's count of contacts.
    pub fn commit(self, contacts: i64) -> Result<()> {
        for (table, first) in FILLED.into_iter().zip(self.first) {
            let last = max_id(&self.conn, table)?;
            if first <= last {
                self.conn.execute(
                    include_str!("record_inserted.sql"),
                    (self.batch, table, first, last),
                )?;
            }
        }
        self.conn
            .execute(change::COUNT_CONTACTS, (contacts, self.batch))?;
        self.conn.execute_batch("COMMIT")?;
        self.workspace.committed(self.operation);
        Ok(())
    }
}

/// The highest id that a table has ever had.
fn max_id(conn: &Connection, table: &str) -> Result<i64> {
    let sql = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?";
    Ok(conn.query_row(sql, [table], |row| row.get(0))?)
}
