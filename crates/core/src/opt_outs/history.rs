//! The state of a value and everything that was decided about it; and the values of a contact.

use std::collections::BTreeMap;

use sqlx::{FromRow, SqliteConnection};

use super::owners;
use super::types::{
    ContactSubscriptions, Holder, Initiative, OptOutHistoryRequest, OptOutKind, Subscription,
    SubscriptionChange, SubscriptionStatus,
};
use super::value::{self, Key};
use crate::contacts;
use crate::error::Result;
use crate::workspace::Workspace;

/// A value's state and history. One that was never opted out is active and has none.
///
/// # Errors
/// `Invalid` when it is no phone number and no e-mail address.
pub async fn history(ws: &Workspace, request: &OptOutHistoryRequest) -> Result<Subscription> {
    let mut conn = ws.read().await?;
    let key = value::key(&mut conn, &request.value, request.country.as_deref()).await?;
    let holders = owners::holders(&mut conn, std::slice::from_ref(&key)).await?;
    let holders = holders.into_iter().map(|(_, holder)| holder).collect();
    subscription(&mut conn, key, holders).await
}

/// The valid phones and e-mails of a contact, each once, with their states and histories.
///
/// # Errors
/// `NotFound`.
pub async fn of_contact(ws: &Workspace, id: i64) -> Result<ContactSubscriptions> {
    let contact = contacts::get(ws, id).await?;
    let mut conn = ws.read().await?;
    let mut keys: Vec<Key> = Vec::new();
    for point in &contact.points {
        let kind = match point.kind.as_str() {
            "phone" => OptOutKind::Phone,
            "email" => OptOutKind::Email,
            _ => continue,
        };
        let key = point
            .normalized
            .clone()
            .map(|normalized| (kind, normalized));
        keys.extend(key.filter(|key| !keys.contains(key)));
    }
    let mut holders: BTreeMap<usize, Vec<Holder>> = BTreeMap::new();
    for (index, holder) in owners::holders(&mut conn, &keys).await? {
        holders.entry(index).or_default().push(holder);
    }
    let mut values = Vec::new();
    for (index, key) in keys.into_iter().enumerate() {
        let holders = holders.remove(&index).unwrap_or_default();
        values.push(subscription(&mut conn, key, holders).await?);
    }
    Ok(ContactSubscriptions {
        id,
        name: contact.name,
        do_not_contact: contact.do_not_contact,
        deceased: contact.deceased,
        values,
    })
}

#[derive(FromRow)]
struct State {
    id: i64,
    status: SubscriptionStatus,
    since: String,
    initiative: Option<Initiative>,
    reason: Option<String>,
    note: Option<String>,
}

async fn subscription(
    conn: &mut SqliteConnection,
    (kind, value): Key,
    contacts: Vec<Holder>,
) -> Result<Subscription> {
    let find = "SELECT id, status, since, initiative, reason, note FROM subscriptions WHERE kind = ? AND normalized = ?";
    let state: Option<State> = sqlx::query_as(find)
        .bind(kind)
        .bind(&value)
        .fetch_optional(&mut *conn)
        .await?;
    let changes = match &state {
        Some(state) => changes(conn, state.id).await?,
        None => Vec::new(),
    };
    let shown = value::shown(kind, &value);
    Ok(Subscription {
        kind,
        value,
        shown,
        status: state
            .as_ref()
            .map_or(SubscriptionStatus::Active, |s| s.status),
        since: state.as_ref().map(|s| s.since.clone()),
        initiative: state.as_ref().and_then(|s| s.initiative),
        reason: state.as_ref().and_then(|s| s.reason.clone()),
        note: state.and_then(|s| s.note),
        contacts,
        changes,
    })
}

async fn changes(
    conn: &mut SqliteConnection,
    subscription: i64,
) -> Result<Vec<SubscriptionChange>> {
    let sql = "SELECT at, status, initiative, reason, ground, note, by FROM subscription_changes WHERE subscription_id = ? ORDER BY id DESC";
    Ok(sqlx::query_as(sql)
        .bind(subscription)
        .fetch_all(conn)
        .await?)
}
