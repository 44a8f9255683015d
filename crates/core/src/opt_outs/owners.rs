//! Which contacts hold a value. Subscriptions know no contacts: they are found by the match key of their points.

use serde_json::json;
use sqlx::SqliteConnection;

use super::types::Holder;
use super::value::Key;
use crate::error::Result;
use crate::journal::Change;
use crate::points::match_key;

/// The contacts outside the trash that hold each of the values, as the value's index and the contact, by name.
pub(super) async fn holders(
    conn: &mut SqliteConnection,
    keys: &[Key],
) -> Result<Vec<(usize, Holder)>> {
    let rows: Vec<(i64, i64, String)> = sqlx::query_as(include_str!("holders.sql"))
        .bind(with_match_keys(keys))
        .fetch_all(conn)
        .await?;
    let holder = |(index, id, name)| (index as usize, Holder { id, name });
    Ok(rows.into_iter().map(holder).collect())
}

/// The values with their match keys, for `json_each`.
pub(super) fn with_match_keys(keys: &[Key]) -> String {
    let rows: Vec<_> = keys
        .iter()
        .map(|(kind, value)| json!([match_key(kind.of_point(), value), kind, value]))
        .collect();
    json!(rows).to_string()
}

/// Commits an act on these values, counting the contacts that hold them. An act that changed nothing leaves no batch.
pub(super) async fn commit(mut change: Change, keys: &[Key]) -> Result<Option<i64>> {
    if change.is_empty().await? {
        return Ok(None);
    }
    let mut contacts: Vec<i64> = Vec::new();
    for chunk in keys.chunks(1000) {
        contacts.extend(
            holders(&mut change, chunk)
                .await?
                .into_iter()
                .map(|(_, h)| h.id),
        );
    }
    contacts.sort_unstable();
    contacts.dedup();
    Ok(Some(change.commit_with(contacts.len() as i64).await?))
}
