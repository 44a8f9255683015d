//! The order of the views, which is that of their tabs.

use super::list::rows;
use super::types::{ViewChanged, ViewsArrange};
use super::write::done;
use crate::error::Result;
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Puts the views of a list in an order. Ids of other views are passed over.
pub async fn arrange(ws: &Workspace, input: &ViewsArrange) -> Result<ViewChanged> {
    let mut change = Change::begin(ws, Operation::ViewsArrange).await?;
    let now: Vec<i64> = rows(&mut change, input.subject)
        .await?
        .iter()
        .map(|view| view.id)
        .collect();
    let named = input.ids.iter().filter(|id| now.contains(id));
    let others = now.iter().filter(|id| !input.ids.contains(id));
    let order: Vec<i64> = named.chain(others).copied().collect();
    put_in_order(&mut change, &order).await?;
    done(change, None).await
}

pub(super) async fn put_in_order(change: &mut Change, ids: &[i64]) -> Result<()> {
    for (position, id) in (1_i64..).zip(ids) {
        sqlx::query("UPDATE views SET position = ? WHERE id = ?")
            .bind(position)
            .bind(id)
            .execute(&mut **change)
            .await?;
    }
    Ok(())
}
