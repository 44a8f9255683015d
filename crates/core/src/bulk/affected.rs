//! Which of some contacts or organizations a statement is about.

use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Sqlite, query::QueryScalar};

use crate::contacts;
use crate::error::Result;
use crate::fields::{Subject, of_subject};
use crate::journal::Change;
use crate::sql;

/// A query that gives ids joined by commas.
pub(super) async fn ids(
    conn: &mut SqliteConnection,
    query: QueryScalar<'_, Sqlite, Option<String>, SqliteArguments>,
) -> Result<Vec<i64>> {
    Ok(sql::parse_ids(query.fetch_one(conn).await?))
}

/// Those that are there and not in the trash.
pub(super) async fn present(
    conn: &mut SqliteConnection,
    subject: Subject,
    list: &[i64],
) -> Result<Vec<i64>> {
    let statement = of_subject(include_str!("present.sql"), subject);
    let query = sqlx::query_scalar(statement).bind(sql::ids(list));
    ids(conn, query).await
}

/// Notes on contacts or organizations that they were changed.
pub(super) async fn touch(change: &mut Change, subject: Subject, list: &[i64]) -> Result<()> {
    let sql = "UPDATE {owners} SET changed_at = ? WHERE id IN (SELECT value FROM json_each(?))";
    let now = change.now.clone();
    sqlx::query(of_subject(sql, subject))
        .bind(now)
        .bind(sql::ids(list))
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Gives contacts the display names that they have by now, and derives what hangs on them.
pub(super) async fn rename(conn: &mut SqliteConnection, list: &[i64]) -> Result<()> {
    for contact in contacts::by_ids(conn, list).await? {
        let name = contacts::display_name(&contact);
        if name != contact.name {
            sqlx::query("UPDATE contacts SET name = ? WHERE id = ?")
                .bind(name)
                .bind(contact.id)
                .execute(&mut *conn)
                .await?;
        }
    }
    contacts::derive(conn, &sql::ids(list)).await
}

/// Adds words to what the search finds the contacts by.
pub(super) async fn add_words(
    conn: &mut SqliteConnection,
    list: &[i64],
    words: &str,
) -> Result<()> {
    let mut parts = contacts::SearchParts::default();
    parts.words(words);
    sqlx::query(include_str!("add_words.sql"))
        .bind(parts.finish())
        .bind(sql::ids(list))
        .execute(conn)
        .await?;
    Ok(())
}
