//! Removing organizations for good: contacts keep what they had from them, and those below stand by themselves.

use sqlx::SqliteConnection;

use crate::contacts;
use crate::error::Result;
use crate::journal::{self, Change};
use crate::owned::following;
use crate::sql;

/// Removes organizations with everything on them, without a record: what is removed for good is not undone. A contact that
/// was tied to one keeps its title and department, and the address that it had from the organization, as its own.
pub(crate) async fn remove(change: &mut Change, ids: &[i64]) -> Result<()> {
    let list = sql::ids(ids);
    let tied: Vec<i64> = sqlx::query_scalar(include_str!("tied_contacts.sql"))
        .bind(&list)
        .fetch_all(&mut **change)
        .await?;
    let following: Vec<i64> = sqlx::query_scalar(include_str!("following_contacts.sql"))
        .bind(&list)
        .fetch_all(&mut **change)
        .await?;
    let batch = change.batch;
    journal::set_recording(change, None).await?;
    for statement in [
        include_str!("keep_titles.sql"),
        "DELETE FROM affiliations WHERE organization_id IN (SELECT value FROM json_each(?1))",
        "UPDATE organizations SET parent_id = NULL WHERE parent_id IN (SELECT value FROM json_each(?1))",
    ] {
        run(change, statement, &list).await?;
    }
    run(
        change,
        include_str!("choose_primary_ties.sql"),
        &sql::ids(&tied),
    )
    .await?;
    for contact in following {
        following::keep_left(change, contact).await?;
        contacts::choose_primaries(change, contact).await?;
    }
    let gone = "DELETE FROM organizations WHERE id IN (SELECT value FROM json_each(?1))";
    run(change, gone, &list).await?;
    journal::set_recording(change, Some(batch)).await
}

async fn run(conn: &mut SqliteConnection, statement: &'static str, list: &str) -> Result<()> {
    sqlx::query(statement).bind(list).execute(conn).await?;
    Ok(())
}
