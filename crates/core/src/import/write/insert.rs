//! Multi-row inserts in blocks of a few fixed sizes, so that each statement is prepared once.

use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteArguments};

use crate::error::Result;
use crate::journal::Change;
use crate::sql::insert_rows;

pub(super) type Insert = Query<'static, Sqlite, SqliteArguments>;

/// SQLite allows 32,766 parameters in a statement; the widest table here has 25 columns.
const LARGEST: usize = 256;

/// Inserts rows, the largest blocks first, the rest in blocks of powers of two.
pub(super) async fn insert<R>(
    change: &mut Change,
    table: &str,
    columns: &[&str],
    rows: Vec<R>,
    bind: impl Fn(Insert, R) -> Insert,
) -> Result<()> {
    let mut left = rows.len();
    let mut rows = rows.into_iter();
    while left > 0 {
        let block = if left >= LARGEST {
            LARGEST
        } else {
            1 << left.ilog2()
        };
        let query = sqlx::query(insert_rows(table, columns, block));
        let query = rows.by_ref().take(block).fold(query, &bind);
        query.execute(&mut **change).await?;
        left -= block;
    }
    Ok(())
}
