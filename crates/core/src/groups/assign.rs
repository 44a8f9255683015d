//! Putting contacts into groups and taking them out; on dynamic groups, pinning them.

use sqlx::SqliteConnection;

use super::types::{GroupAssign, GroupAssigned, GroupPin, Pin};
use super::who::{Meant, meant};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::sql;
use crate::workspace::Workspace;

/// From so many rows on, the journal records their range instead of each.
const MANY: usize = 500;

/// Puts contacts into a group; into a dynamic one by including them always.
///
/// # Errors
/// `NotFound`, `ListChanged`, `Filter`, those of a file.
pub async fn assign(ws: &Workspace, input: &GroupAssign) -> Result<GroupAssigned> {
    let meant = meant(ws, &input.who).await?;
    let mut change = begin(ws, Operation::GroupAssign, &meant).await?;
    let changed = if is_dynamic(&mut change, input.group).await? {
        pin_all(&mut change, input.group, &meant.ids, "include").await?
    } else {
        put_in(&mut change, input.group, &meant.ids).await?
    };
    finish(change, meant, changed).await
}

/// Takes contacts out of a group; out of a dynamic one by excluding them always.
///
/// # Errors
/// As [`assign`].
pub async fn unassign(ws: &Workspace, input: &GroupAssign) -> Result<GroupAssigned> {
    let meant = meant(ws, &input.who).await?;
    let mut change = begin(ws, Operation::GroupUnassign, &meant).await?;
    let changed = if is_dynamic(&mut change, input.group).await? {
        pin_all(&mut change, input.group, &meant.ids, "exclude").await?
    } else {
        unpin(&mut change, input.group, &meant.ids).await?
    };
    finish(change, meant, changed).await
}

/// Pins contacts to a dynamic group, or lets the filter decide again.
///
/// # Errors
/// As [`assign`]; `Invalid` when the group is not dynamic.
pub async fn pin(ws: &Workspace, input: &GroupPin) -> Result<GroupAssigned> {
    let meant = meant(ws, &input.who).await?;
    let mut change = begin(ws, Operation::GroupPin, &meant).await?;
    if !is_dynamic(&mut change, input.group).await? {
        let message =
            "Contacts are put into this group by hand: there is nothing to pin them against.";
        return Err(Error::invalid(message));
    }
    let changed = match input.pin {
        Pin::Include => pin_all(&mut change, input.group, &meant.ids, "include").await?,
        Pin::Exclude => pin_all(&mut change, input.group, &meant.ids, "exclude").await?,
        Pin::None => unpin(&mut change, input.group, &meant.ids).await?,
    };
    finish(change, meant, changed).await
}

async fn begin(ws: &Workspace, operation: Operation, meant: &Meant) -> Result<Change> {
    let change = Change::begin(ws, operation).await?;
    change.expect_generation(meant.generation)?;
    Ok(change)
}

async fn finish(change: Change, meant: Meant, changed: u64) -> Result<GroupAssigned> {
    let batch = match changed {
        0 => None,
        changed => Some(change.commit_with(changed as i64).await?),
    };
    Ok(GroupAssigned {
        batch,
        contacts: meant.ids.len() as u64,
        changed,
        unknown: meant.unknown,
        unknown_values: meant.unknown_values,
    })
}

pub(super) async fn is_dynamic(conn: &mut SqliteConnection, group: i64) -> Result<bool> {
    let found: Option<bool> =
        sqlx::query_scalar("SELECT filter IS NOT NULL FROM groups WHERE id = ?")
            .bind(group)
            .fetch_optional(conn)
            .await?;
    found.ok_or_else(|| Error::not_found("group", group))
}

/// Makes contacts members of a static group; gives how many were none before. Contacts in the trash stay out.
pub(super) async fn put_in(change: &mut Change, group: i64, ids: &[i64]) -> Result<u64> {
    let many = ids.len() > MANY;
    let before = sql::max_id(change, "group_contacts").await?;
    if many {
        change.stop_recording_inserts().await?;
    }
    let added = sqlx::query(include_str!("put_in.sql"))
        .bind(group)
        .bind(sql::ids(ids))
        .execute(&mut **change)
        .await?
        .rows_affected();
    if many {
        let last = sql::max_id(change, "group_contacts").await?;
        change
            .record_inserted("group_contacts", before + 1, last)
            .await?;
    }
    Ok(added)
}

async fn pin_all(conn: &mut SqliteConnection, group: i64, ids: &[i64], pin: &str) -> Result<u64> {
    let done = sqlx::query(include_str!("pin.sql"))
        .bind(group)
        .bind(sql::ids(ids))
        .bind(pin)
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}

async fn unpin(conn: &mut SqliteConnection, group: i64, ids: &[i64]) -> Result<u64> {
    let sql = "DELETE FROM group_contacts WHERE group_id = ? AND contact_id IN (SELECT value FROM json_each(?))";
    let done = sqlx::query(sql)
        .bind(group)
        .bind(sql::ids(ids))
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}
