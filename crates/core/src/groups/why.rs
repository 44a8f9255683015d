//! Why is this contact in a group, or out of it? The filter with each part true or false, and the values it saw.

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use ts_rs::TS;

use super::list;
use super::types::{GroupKind, Pin};
use crate::error::Result;
use crate::filters::{self, Catalog, Part};
use crate::workspace::Workspace;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupWhyRequest {
    pub group: i64,
    pub contact: i64,
}

/// Why a contact is in a group or out of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupWhy {
    pub is_in: bool,
    pub kind: GroupKind,
    pub pin: Pin,
    /// In the trash or archived, and therefore in no group.
    pub gone: bool,
    /// The filter of a dynamic group.
    pub filter: Option<Part>,
}

/// A group that a contact is in, or is kept out of by a pin.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Membership {
    pub id: i64,
    pub name: String,
    pub kind: GroupKind,
    pub is_in: bool,
    pub pin: Pin,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Memberships {
    pub groups: Vec<Membership>,
}

/// # Errors
/// `NotFound`
pub async fn why(ws: &Workspace, input: &GroupWhyRequest) -> Result<GroupWhy> {
    let group = list::get(ws, input.group).await?;
    let mut conn = ws.read().await?;
    let gone = is_gone(&mut conn, input.contact).await?;
    let catalog = Catalog::load(ws, &mut conn).await?;
    let filter = match &group.filter {
        Some(text) => filters::explain(&catalog, &mut conn, text, input.contact).await?,
        None => None,
    };
    Ok(GroupWhy {
        is_in: !gone
            && filters::is_in_group(&catalog, &mut conn, input.group, input.contact).await?,
        kind: group.kind,
        pin: pinned(&mut conn, input.group, input.contact, group.kind).await?,
        gone,
        filter,
    })
}

async fn is_gone(conn: &mut SqliteConnection, contact: i64) -> Result<bool> {
    let sql = "SELECT deleted_at IS NOT NULL OR archived_at IS NOT NULL FROM contacts WHERE id = ?";
    let gone: Option<bool> = sqlx::query_scalar(sql)
        .bind(contact)
        .fetch_optional(conn)
        .await?;
    gone.ok_or_else(|| crate::Error::not_found("contact", contact))
}

async fn pinned(
    conn: &mut SqliteConnection,
    group: i64,
    contact: i64,
    kind: GroupKind,
) -> Result<Pin> {
    let sql = "SELECT pin FROM group_contacts WHERE group_id = ? AND contact_id = ?";
    let pin: Option<String> = sqlx::query_scalar(sql)
        .bind(group)
        .bind(contact)
        .fetch_optional(conn)
        .await?;
    Ok(match (kind, pin.as_deref()) {
        (GroupKind::Static, _) | (_, None) => Pin::None,
        (_, Some("exclude")) => Pin::Exclude,
        _ => Pin::Include,
    })
}

/// The groups that a contact is in at this moment, and those that it is pinned out of.
///
/// # Errors
/// `NotFound`
pub async fn memberships(ws: &Workspace, contact: i64) -> Result<Memberships> {
    let mut conn = ws.read().await?;
    let gone = is_gone(&mut conn, contact).await?;
    let catalog = Catalog::load(ws, &mut conn).await?;
    let mut groups = Vec::new();
    for group in catalog.groups() {
        let kind = match group.filter {
            Some(_) => GroupKind::Dynamic,
            None => GroupKind::Static,
        };
        let is_in = !gone && filters::is_in_group(&catalog, &mut conn, group.id, contact).await?;
        let pin = pinned(&mut conn, group.id, contact, kind).await?;
        if is_in || pin != Pin::None {
            groups.push(Membership {
                id: group.id,
                name: group.name.clone(),
                kind,
                is_in,
                pin,
            });
        }
    }
    Ok(Memberships { groups })
}
