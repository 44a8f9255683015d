//! Organizations as far as contacts name them: finding or making one by its name, and the tie to it.

use sqlx::{AssertSqlSafe, SqliteConnection};
use uuid::Uuid;

use crate::error::Result;
use crate::groups::folded;
use crate::journal::Change;
use crate::values::name;

/// The organization of that name, case and accents ignored.
pub(crate) async fn find(conn: &mut SqliteConnection, name: &str) -> Result<Option<i64>> {
    let sql =
        "SELECT id FROM organizations WHERE folded = ? AND deleted_at IS NULL ORDER BY id LIMIT 1";
    Ok(sqlx::query_scalar(sql)
        .bind(folded(name))
        .fetch_optional(conn)
        .await?)
}

/// The organization of that name, made as an account when there is none.
pub(crate) async fn find_or_create(change: &mut Change, name: &str) -> Result<i64> {
    if let Some(id) = find(change, name).await? {
        return Ok(id);
    }
    let (now, batch) = (change.now.clone(), change.batch);
    let done = sqlx::query(include_str!("create.sql"))
        .bind(Uuid::now_v7().to_string())
        .bind(name)
        .bind(folded(name))
        .bind(now)
        .bind(batch)
        .bind(name::sort_key(name))
        .execute(&mut **change)
        .await?;
    Ok(done.last_insert_rowid())
}

/// Ties a contact to the organization of that name as its primary one, in place of the primary one before.
/// An empty name takes the primary tie away.
pub(crate) async fn affiliate(change: &mut Change, contact: i64, name: &str) -> Result<()> {
    if name.is_empty() {
        let sql = "DELETE FROM affiliations WHERE contact_id = ? AND is_primary = 1";
        sqlx::query(sql)
            .bind(contact)
            .execute(&mut **change)
            .await?;
        return Ok(());
    }
    let organization = find_or_create(change, name).await?;
    let moved = sqlx::query(
        "UPDATE affiliations SET organization_id = ? WHERE contact_id = ? AND is_primary = 1",
    )
    .bind(organization)
    .bind(contact)
    .execute(&mut **change)
    .await?
    .rows_affected();
    if moved == 0 {
        sqlx::query(include_str!("affiliate.sql"))
            .bind(contact)
            .bind(organization)
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

/// Sets a column of the primary tie, or of the contact itself where it has none.
pub(crate) async fn set_on_affiliation(
    change: &mut Change,
    contact: i64,
    column: &str,
    contact_column: &str,
    value: Option<&str>,
) -> Result<()> {
    let sql =
        format!("UPDATE affiliations SET {column} = ? WHERE contact_id = ? AND is_primary = 1");
    let set = sqlx::query(AssertSqlSafe(sql))
        .bind(value)
        .bind(contact)
        .execute(&mut **change)
        .await?;
    if set.rows_affected() == 0 {
        let sql = format!("UPDATE contacts SET {contact_column} = ? WHERE id = ?");
        sqlx::query(AssertSqlSafe(sql))
            .bind(value)
            .bind(contact)
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}

/// Derives the sort keys of organizations that came back without one.
pub(crate) async fn derive(conn: &mut SqliteConnection) -> Result<()> {
    let sql = "SELECT id, name FROM organizations WHERE sort_key = x''";
    let bare: Vec<(i64, String)> = sqlx::query_as(sql).fetch_all(&mut *conn).await?;
    for (id, name) in bare {
        sqlx::query("UPDATE organizations SET sort_key = ? WHERE id = ?")
            .bind(name::sort_key(&name))
            .bind(id)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}
