//! Inserts of many rows, in blocks of a few fixed sizes, so that each statement is prepared once.

use rusqlite::{Connection, Statement, ToSql};

use crate::error::Result;
use crate::sql::insert_rows;

/// A statement has a price of its own (cursors, the count of AUTOINCREMENT); far larger ones pay for their length.
const BLOCK: usize = 32;

/// The values of a statement, bound one after the other.
pub(super) struct Values<'a, 'c> {
    statement: &'a mut Statement<'c>,
    next: usize,
}

impl Values<'_, '_> {
    pub fn push(&mut self, value: impl ToSql) -> rusqlite::Result<()> {
        self.statement.raw_bind_parameter(self.next, value)?;
        self.next += 1;
        Ok(())
    }
}

/// Inserts rows, in full blocks first, the rest in blocks of powers of two. Columns that are the same for all rows
/// come as literals (see [`insert_rows`]), the others are bound by `bind`, in order.
pub(super) fn insert<R>(
    conn: &Connection,
    table: &str,
    columns: &[(&str, &str)],
    rows: &[R],
    bind: impl Fn(&mut Values, &R) -> rusqlite::Result<()>,
) -> Result<()> {
    let mut rows = rows;
    while !rows.is_empty() {
        let block = BLOCK.min(1 << rows.len().ilog2());
        // A failure ends the whole change anyway. To take back a statement alone, SQLite would keep a copy of every
        // page that it touches.
        let sql = insert_rows(table, columns, block).0;
        let sql = sql.replacen("INSERT", "INSERT OR ROLLBACK", 1);
        let mut statement = conn.prepare_cached(&sql)?;
        while rows.len() >= block {
            let (now, later) = rows.split_at(block);
            let mut values = Values {
                statement: &mut statement,
                next: 1,
            };
            now.iter().try_for_each(|row| bind(&mut values, row))?;
            statement.raw_execute()?;
            rows = later;
        }
    }
    Ok(())
}
