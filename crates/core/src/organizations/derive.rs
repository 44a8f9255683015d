//! What is derived from an organization: its sort key, and on its contacts the name and the search text.

use sqlx::SqliteConnection;

use crate::contacts;
use crate::error::Result;
use crate::groups::folded;
use crate::journal::Change;
use crate::sql;
use crate::values::name;

/// After an undo of `batch`: sort keys of organizations that came back or got another name, and their contacts' texts.
pub(crate) async fn derive(conn: &mut SqliteConnection, batch: i64) -> Result<()> {
    let bare: Vec<(i64, String)> = sqlx::query_as(include_str!("to_derive.sql"))
        .bind(batch)
        .fetch_all(&mut *conn)
        .await?;
    for (id, name) in bare {
        let sql = "UPDATE organizations SET sort_key = ?1 WHERE id = ?2 AND sort_key IS NOT ?1";
        sqlx::query(sql)
            .bind(name::sort_key(&name))
            .bind(id)
            .execute(&mut *conn)
            .await?;
    }
    let contacts: Vec<i64> = sqlx::query_scalar(include_str!("contacts_to_derive.sql"))
        .bind(batch)
        .fetch_all(&mut *conn)
        .await?;
    for chunk in contacts.chunks(500) {
        contacts::derive(conn, &sql::ids(chunk)).await?;
    }
    Ok(())
}

/// Sort keys and folded names of all organizations.
pub(crate) async fn derive_all(conn: &mut SqliteConnection) -> Result<()> {
    let names: Vec<(i64, String)> = sqlx::query_as("SELECT id, name FROM organizations")
        .fetch_all(&mut *conn)
        .await?;
    for (id, name) in names {
        sqlx::query(include_str!("derive_one.sql"))
            .bind(id)
            .bind(name::sort_key(&name))
            .bind(folded(&name))
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// After organizations were renamed, deleted or brought back: their contacts are found by the new name, and those that
/// are named after the organization get it. Gives those contacts.
pub(super) async fn follow(change: &mut Change, organizations: &[i64]) -> Result<Vec<i64>> {
    let sql = "SELECT DISTINCT contact_id FROM affiliations WHERE organization_id IN (SELECT value FROM json_each(?))";
    let contacts: Vec<i64> = sqlx::query_scalar(sql)
        .bind(sql::ids(organizations))
        .fetch_all(&mut **change)
        .await?;
    contacts::follow_organizations(change, &contacts).await?;
    Ok(contacts)
}
