//! Removing contacts and organizations for good: they, everything on them, and what the journal knows of them. It can't be
//! undone, and so it is the one act that people are asked about (P5).

use serde_json::Value;
use sqlx::AssertSqlSafe;

use super::change::Change;
use super::packed;
use super::remove::set_recording;
use crate::error::Result;
use crate::sql;

/// Removes contacts and every trace of their values, and of those that were merged into them. What belongs to a value rather than to a contact stays: an
/// opt-out outlives the contact (O1).
pub(crate) async fn forget(change: &mut Change, ids: &[i64]) -> Result<()> {
    let (batch, list) = (change.batch, sql::ids(ids));
    set_recording(change, None).await?;
    for sql in [
        "DELETE FROM journal WHERE contact_id IN (SELECT merged_id FROM merges WHERE contact_id IN (SELECT value FROM json_each(?1)))",
        "DELETE FROM journal WHERE contact_id IN (SELECT value FROM json_each(?1))",
        "DELETE FROM contacts WHERE id IN (SELECT value FROM json_each(?1))",
    ] {
        sqlx::query(sql).bind(&list).execute(&mut **change).await?;
    }
    set_recording(change, Some(batch)).await
}

/// Removes what only the journal holds: contacts packed by an undo that was itself taken back, and pictures that
/// neither a contact nor the journal names any more.
pub(crate) async fn forget_leftovers(change: &mut Change) -> Result<()> {
    for sql in [
        "DELETE FROM journal WHERE payload IS NOT NULL AND batch_id IN (SELECT id FROM batches WHERE undone_by IS NOT NULL)",
        include_str!("unnamed_photos.sql"),
    ] {
        sqlx::query(sql).execute(&mut **change).await?;
    }
    Ok(())
}

/// Tables whose rows hang on an organization, and those of contacts that name one.
const ON_ORGANIZATIONS: [&str; 4] = [
    "organization_points",
    "organization_addresses",
    "organization_values",
    "files",
];
const NAMING_ORGANIZATIONS: [&str; 2] = ["affiliations", "addresses"];

/// Removes what the journal knows of organizations, before they are removed themselves: their own rows and what hung on
/// them, ties and addresses of contacts that named them, and that they stood above others.
pub(crate) async fn forget_organizations(change: &mut Change, ids: &[i64]) -> Result<()> {
    let list = sql::ids(ids);
    for table in ON_ORGANIZATIONS.into_iter().chain(NAMING_ORGANIZATIONS) {
        let traces = include_str!("forget_of_organizations.sql");
        let traces = traces.replace("{of_organization}", table);
        sqlx::query(AssertSqlSafe(traces))
            .bind(&list)
            .execute(&mut **change)
            .await?;
    }
    for table in ON_ORGANIZATIONS {
        forget_packed(change, table, ids).await?;
    }
    for sql in [
        include_str!("forget_organizations.sql"),
        include_str!("forget_parents.sql"),
    ] {
        sqlx::query(sql).bind(&list).execute(&mut **change).await?;
    }
    Ok(())
}

/// Takes the rows of organizations out of packed lots. Lots of contacts are left: an undo has taken those contacts out, and
/// the redo that could bring them back is none any more once something else was done.
async fn forget_packed(change: &mut Change, table: &str, ids: &[i64]) -> Result<()> {
    let sql = "SELECT id, payload FROM journal WHERE \"table\" = ? AND payload IS NOT NULL AND contact_id IS NULL";
    let lots: Vec<(i64, Vec<u8>)> = sqlx::query_as(sql)
        .bind(table)
        .fetch_all(&mut **change)
        .await?;
    for (entry, payload) in lots {
        take_out(change, entry, &payload, "organization_id", ids).await?;
    }
    Ok(())
}

/// Takes the rows of contacts out of every packed lot: also of those that an undo has taken out, and the values that they
/// had in fields which were removed.
pub(crate) async fn forget_in_lots(change: &mut Change, ids: &[i64]) -> Result<()> {
    let sql = "SELECT id FROM journal WHERE payload IS NOT NULL";
    let entries: Vec<i64> = sqlx::query_scalar(sql).fetch_all(&mut **change).await?;
    for entry in entries {
        let sql = "SELECT \"table\", payload FROM journal WHERE id = ?";
        let (table, payload): (String, Vec<u8>) = sqlx::query_as(sql)
            .bind(entry)
            .fetch_one(&mut **change)
            .await?;
        let owner = match table.as_str() {
            "contacts" => "id",
            _ => "contact_id",
        };
        take_out(change, entry, &payload, owner, ids).await?;
    }
    Ok(())
}

/// Takes those rows out of a lot that name one of `ids` as their owner.
async fn take_out(
    change: &mut Change,
    entry: i64,
    payload: &[u8],
    owner: &str,
    ids: &[i64],
) -> Result<()> {
    let (columns, mut rows) = packed::unpack(payload)?;
    let Some(owner) = columns.iter().position(|c| c == owner) else {
        return Ok(());
    };
    let all = rows.len();
    let is_of = |row: &Vec<Value>| row.get(owner).and_then(Value::as_i64);
    rows.retain(|row| !is_of(row).is_some_and(|id| ids.contains(&id)));
    if rows.len() < all {
        let left = Value::from(rows.into_iter().map(Value::from).collect::<Vec<_>>());
        sqlx::query("UPDATE journal SET payload = ? WHERE id = ?")
            .bind(packed::pack(&columns, &left.to_string())?)
            .bind(entry)
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}
