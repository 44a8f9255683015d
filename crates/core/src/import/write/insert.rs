//! Multi-row inserts in blocks of a few fixed sizes, so that each statement is prepared once.

use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteArguments};

use crate::error::Result;
use crate::journal::Change;
use crate::sql::insert_rows;

pub(super) type Insert = Query<'static, Sqlite, SqliteArguments>;

/// SQLite allows 32,766 parameters in a statement; the widest table here has some 20 columns.
const LARGEST: usize = 1024;

/// Inserts rows, the largest blocks first, the rest in blocks of powers of two. Binding is what a row costs most:
/// columns that are the same for all rows come as literals (see [`insert_rows`]).
pub(super) async fn insert<R>(
    change: &mut Change,
    table: &str,
    columns: &[(&str, &str)],
    rows: Vec<R>,
    bind: impl Fn(Insert, R) -> Insert,
) -> Result<()> {
    let mut left = rows.len();
    let mut rows = rows.into_iter();
    while left > 0 {
        let block = LARGEST.min(1 << left.ilog2());
        let query = sqlx::query(insert_rows(table, columns, block));
        let query = rows.by_ref().take(block).fold(query, &bind);
        query.execute(&mut **change).await?;
        left -= block;
    }
    Ok(())
}
