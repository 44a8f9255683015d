//! The hierarchy that an organization stands in.

use super::types::{OrganizationNode, OrganizationTree};
use crate::error::Result;
use crate::workspace::Workspace;

/// More than this many are not listed.
const MOST: usize = 500;

/// From the highest above `id` down to everything below that, each after the one above it, by name.
pub async fn tree(ws: &Workspace, id: i64) -> Result<OrganizationTree> {
    let mut conn = ws.read().await?;
    let mut nodes: Vec<OrganizationNode> = sqlx::query_as(include_str!("tree.sql"))
        .bind(id)
        .bind(MOST as i64 + 1)
        .fetch_all(&mut *conn)
        .await?;
    let more = nodes.len() > MOST;
    nodes.truncate(MOST);
    Ok(OrganizationTree { nodes, more })
}
