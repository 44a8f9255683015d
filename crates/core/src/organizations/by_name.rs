//! Organizations as contacts and files name them: finding or making one by its name, and the primary tie to it.

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::create::insert;
use super::types::OrganizationKind;
use crate::error::Result;
use crate::groups::folded;
use crate::journal::Change;

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
    insert(change, OrganizationKind::Account, name).await
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
