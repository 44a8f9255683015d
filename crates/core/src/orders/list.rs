//! The orders of all contacts, the latest first: what is open, and who owes it.

use sqlx::SqliteConnection;

use super::statement::{LineRow, OrderRow, PaymentRow, settled};
use super::types::{Order, OrderState, Orders, OrdersRequest};
use crate::error::{Error, Result};
use crate::workspace::Workspace;

const MOST: u32 = 1000;

/// A stretch of the orders, those in a state where one is told.
pub async fn list(ws: &Workspace, request: &OrdersRequest) -> Result<Orders> {
    let orders = of(&mut *ws.read().await?, request.contact).await?;
    let mut found: Vec<Order> = orders
        .into_iter()
        .filter(|order| request.state.is_none_or(|state| order.state == state))
        .collect();
    found.reverse();
    let total = found.len() as u32;
    let from = (request.offset as usize).min(found.len());
    let to = (from + request.limit.min(MOST) as usize).min(found.len());
    Ok(Orders {
        total,
        orders: found.drain(from..to).collect(),
    })
}

/// All that are not paid in full, the oldest first.
pub(crate) async fn open(conn: &mut SqliteConnection) -> Result<Vec<Order>> {
    let mut orders = of(conn, None).await?;
    orders.retain(|order| matches!(order.state, OrderState::Open | OrderState::Part));
    Ok(orders)
}

/// Of one contact or of all, the oldest first.
async fn of(conn: &mut SqliteConnection, contact: Option<i64>) -> Result<Vec<Order>> {
    let all = contact.map_or((0, i64::MAX), |id| (id, id));
    let orders: Vec<OrderRow> = sqlx::query_as(include_str!("orders.sql"))
        .bind(all.0)
        .bind(all.1)
        .fetch_all(&mut *conn)
        .await?;
    let lines: Vec<LineRow> = sqlx::query_as(include_str!("lines.sql"))
        .bind(all.0)
        .bind(all.1)
        .fetch_all(&mut *conn)
        .await?;
    let payments: Vec<PaymentRow> = sqlx::query_as(include_str!("payments.sql"))
        .bind(all.0)
        .bind(all.1)
        .fetch_all(&mut *conn)
        .await?;
    settled(orders, lines, &payments)
}

/// One order with its lines and what has come in for it.
///
/// # Errors
/// `NotFound`.
pub async fn get(ws: &Workspace, id: i64) -> Result<Order> {
    let contact: Option<i64> = sqlx::query_scalar("SELECT contact_id FROM orders WHERE id = ?")
        .bind(id)
        .fetch_optional(&mut *ws.read().await?)
        .await?;
    let missing = || Error::not_found("order", id);
    let request = OrdersRequest {
        contact: Some(contact.ok_or_else(missing)?),
        limit: MOST,
        ..OrdersRequest::default()
    };
    let all = list(ws, &request).await?.orders;
    all.into_iter()
        .find(|order| order.id == id)
        .ok_or_else(missing)
}
