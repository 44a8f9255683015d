//! Cancelling an order: it stays, and owes nothing from then on. What was paid for it stands as credit; where it was invoiced, a
//! credit note takes the invoice back.

use super::statement::finish;
use super::types::StatementChanged;
use crate::contacts::ById;
use crate::documents::{self, Standing};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// # Errors
/// `NotFound`; `Invalid` where it is cancelled already.
pub async fn cancel(ws: &Workspace, input: &ById) -> Result<StatementChanged> {
    let mut change = Change::begin(ws, Operation::OrderCancel).await?;
    let found: Option<(i64, bool)> =
        sqlx::query_as("SELECT contact_id, cancelled_on IS NOT NULL FROM orders WHERE id = ?")
            .bind(input.id)
            .fetch_optional(&mut *change)
            .await?;
    let contact = match found {
        None => return Err(Error::not_found("order", input.id)),
        Some((_, true)) => return Err(Error::invalid("The order is cancelled already.")),
        Some((contact, false)) => contact,
    };
    let documents = Standing::of(&mut change).await?;
    sqlx::query("UPDATE orders SET cancelled_on = ?2 WHERE id = ?1")
        .bind(input.id)
        .bind(ws.today().to_string())
        .execute(&mut *change)
        .await?;
    documents::take_back_fallen(&mut change, &documents, None).await?;
    finish(change, contact).await
}
