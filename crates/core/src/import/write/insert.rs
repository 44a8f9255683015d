//! Inserts of many rows, in blocks of a few fixed sizes, so that each statement is prepared once.

use rusqlite::{Connection, Statement, ToSql};

use crate::error::{Error, Result};
use crate::sql::insert_rows;

/// Rows of a statement, which has a price of its own (cursors, the count of AUTOINCREMENT); those of few columns have
/// more, up to about so many values. Far larger ones pay for their length.
const BLOCK: usize = 32;
const VALUES: usize = 256;

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
    let bound = columns.iter().filter(|(_, value)| *value == "?").count();
    let most = BLOCK.max(1 << (VALUES / bound.max(1)).ilog2());
    let mut rows = rows;
    while !rows.is_empty() {
        let block = most.min(1 << rows.len().ilog2());
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

/// As [`insert`], for rows that were given the ids that SQLite gives them now, one after the other up to `last`. To take
/// back a number of ours it would keep a copy of every page that the statement touches (from 3.54 on).
///
/// # Errors
/// `DamagedWorkspace` where the table counts its rows otherwise.
pub(super) fn insert_numbered<R>(
    conn: &Connection,
    table: &str,
    columns: &[(&str, &str)],
    rows: &[R],
    last: Option<i64>,
    bind: impl Fn(&mut Values, &R) -> rusqlite::Result<()>,
) -> Result<()> {
    insert(conn, table, columns, rows, bind)?;
    match last {
        Some(last) if conn.last_insert_rowid() != last => Err(Error::DamagedWorkspace {
            detail: format!("the next number of {table} is not what its sequence says"),
        }),
        _ => Ok(()),
    }
}
