//! Small helpers for SQL that is made at run time, multi-row inserts and lists of ids; and rows that both the
//! asynchronous connections and the bulk one read.

use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::error::Result;

/// A row that a bulk change reads too; see [`record!`].
pub(crate) trait Record: Sized {
    fn read(row: &rusqlite::Row) -> rusqlite::Result<Self>;
}

/// Declares a row of a query, by the names of its columns, for both libraries.
macro_rules! record {
    ($name:ident { $($field:ident: $type:ty,)* }) => {
        #[derive(sqlx::FromRow)]
        struct $name { $($field: $type,)* }

        impl crate::sql::Record for $name {
            fn read(row: &rusqlite::Row) -> rusqlite::Result<Self> {
                let mut at = 0;
                Ok(Self { $($field: crate::sql::field(row, &mut at, stringify!($field))?,)* })
            }
        }
    };
}
pub(crate) use record;

/// A value by the name of its column, which is mostly the one after that of the value before.
pub(crate) fn field<T: rusqlite::types::FromSql>(
    row: &rusqlite::Row,
    at: &mut usize,
    name: &str,
) -> rusqlite::Result<T> {
    let columns = row.as_ref();
    if !columns.column_name(*at).is_ok_and(|is| is == name) {
        *at = columns.column_index(name)?;
    }
    *at += 1;
    row.get(*at - 1)
}

/// The rows of a query that takes a list of ids.
pub(crate) fn records<T: Record>(
    conn: &rusqlite::Connection,
    sql: &str,
    list: &str,
) -> Result<Vec<T>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([list], T::read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Ids as a JSON array, for `json_each(?)`.
pub fn ids(ids: &[i64]) -> String {
    let mut text = String::with_capacity(ids.len() * 8 + 2);
    text.push('[');
    for (i, id) in ids.iter().enumerate() {
        if i > 0 {
            text.push(',');
        }
        text.push_str(&id.to_string());
    }
    text.push(']');
    text
}

/// Reads what `group_concat(id)` gives: a row each would cost more than the query itself.
pub fn parse_ids(concatenated: Option<String>) -> Vec<i64> {
    concatenated
        .as_deref()
        .unwrap_or_default()
        .split(',')
        .filter_map(|id| id.parse().ok())
        .collect()
}

/// `INSERT INTO table (columns) VALUES (…),(…)…` for `rows` rows. Each column comes with what stands for its value:
/// `?`, or a literal where all rows have the same. Names and literals come from the code, never from a user.
pub fn insert_rows(table: &str, columns: &[(&str, &str)], rows: usize) -> AssertSqlSafe<String> {
    let (names, values): (Vec<&str>, Vec<&str>) = columns.iter().copied().unzip();
    let one = format!("({})", values.join(","));
    let all = vec![one.as_str(); rows].join(",");
    AssertSqlSafe(format!(
        "INSERT INTO {table} ({}) VALUES {all}",
        names.join(",")
    ))
}

/// The highest id of a table so far, for bulk inserts that number their rows themselves.
pub async fn max_id(conn: &mut SqliteConnection, table: &str) -> Result<i64> {
    let sql = format!(
        "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0), coalesce((SELECT max(id) FROM {table}), 0))"
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(sql))
        .fetch_one(conn)
        .await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_ids_go_in_and_out() {
        assert_eq!(ids(&[1, 20, 3]), "[1,20,3]");
        assert_eq!(parse_ids(Some("1,20,3".into())), vec![1, 20, 3]);
        assert_eq!(parse_ids(None), Vec::<i64>::new());
        assert_eq!(
            insert_rows("t", &[("a", "?"), ("b", "1")], 2).0,
            "INSERT INTO t (a,b) VALUES (?,1),(?,1)"
        );
    }
}
