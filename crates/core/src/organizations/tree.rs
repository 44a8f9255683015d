//! The hierarchy that an organization stands in.

use sqlx::SqliteConnection;

use super::details::one;
use super::types::{OrganizationNode, OrganizationTree};
use crate::error::Result;
use crate::workspace::Workspace;

/// More than this many are not listed, nor what lies deeper below the first.
const MOST: usize = 500;
const DEEPEST: i64 = 200;

/// From the highest above `id` (of the nearest 100) down to everything below that, each after the one above it, by name. Where
/// that is too much to list, and `id` would be among what is left out: those above it, and everything below it.
pub async fn tree(ws: &Workspace, id: i64) -> Result<OrganizationTree> {
    let mut conn = ws.read().await?;
    let above = one(&mut conn, id).await?.above;
    let top = above.first().map_or(id, |highest| highest.id);
    let mut nodes = below(&mut conn, top, MOST + 1).await?;
    let more = nodes.len() > MOST || nodes.iter().any(|node| node.depth == DEEPEST);
    nodes.truncate(MOST);
    if !nodes.iter().any(|node| node.id == id) {
        let mut line: Vec<i64> = above.iter().map(|organization| organization.id).collect();
        line.push(id);
        nodes = in_line(&mut conn, &line).await?;
    }
    Ok(OrganizationTree { nodes, more })
}

/// An organization and what is below it, at most so many.
async fn below(
    conn: &mut SqliteConnection,
    top: i64,
    most: usize,
) -> Result<Vec<OrganizationNode>> {
    Ok(sqlx::query_as(include_str!("tree.sql"))
        .bind(top)
        .bind(most as i64)
        .bind(DEEPEST)
        .fetch_all(conn)
        .await?)
}

/// Those of a line, each above the next, and everything below the last.
async fn in_line(conn: &mut SqliteConnection, line: &[i64]) -> Result<Vec<OrganizationNode>> {
    let mut nodes: Vec<OrganizationNode> = Vec::new();
    for id in line {
        let depth = nodes.len() as i64;
        let parent = nodes.last().map(|node| node.id);
        let is_last = Some(id) == line.last();
        let found = below(conn, *id, if is_last { MOST } else { 1 }).await?;
        nodes.extend(found.into_iter().map(|node| OrganizationNode {
            depth: node.depth + depth,
            parent_id: node.parent_id.or(parent),
            ..node
        }));
    }
    nodes.truncate(MOST);
    Ok(nodes)
}
