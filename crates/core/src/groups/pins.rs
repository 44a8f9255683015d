//! Who is pinned to a dynamic group: always in it, or never, whatever its filter says.

use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use ts_rs::TS;

use super::assign::is_dynamic;
use super::types::Pin;
use crate::error::Result;
use crate::workspace::Workspace;

/// A stretch of the contacts that are pinned to a group.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupPinsRequest {
    pub group: i64,
    #[serde(default)]
    pub offset: u32,
    pub limit: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Pinned {
    pub contact: i64,
    pub name: String,
    pub pin: Pin,
    /// Put aside, and shown in the group again when it is brought back.
    pub archived: bool,
}

/// The pinned contacts that are not in the trash: the included before the excluded, each by name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupPins {
    pub included: i64,
    pub excluded: i64,
    pub contacts: Vec<Pinned>,
}

#[derive(FromRow)]
struct Row {
    contact: i64,
    name: String,
    excluded: bool,
    archived: bool,
}

/// # Errors
/// `NotFound`
pub async fn pins(ws: &Workspace, input: &GroupPinsRequest) -> Result<GroupPins> {
    let mut conn = ws.read().await?;
    if !is_dynamic(&mut conn, input.group).await? {
        return Ok(GroupPins {
            included: 0,
            excluded: 0,
            contacts: Vec::new(),
        });
    }
    let (included, excluded) = sqlx::query_as(include_str!("count_pins.sql"))
        .bind(input.group)
        .fetch_one(&mut *conn)
        .await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("pins.sql"))
        .bind(input.group)
        .bind(input.limit)
        .bind(input.offset)
        .fetch_all(&mut *conn)
        .await?;
    let pinned = |row: Row| Pinned {
        contact: row.contact,
        name: row.name,
        pin: match row.excluded {
            true => Pin::Exclude,
            false => Pin::Include,
        },
        archived: row.archived,
    };
    Ok(GroupPins {
        included,
        excluded,
        contacts: rows.into_iter().map(pinned).collect(),
    })
}
