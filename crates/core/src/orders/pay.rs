//! Payments and refunds.

use super::amount::Amount;
use super::statement::{currency_for, finish, must_be_there};
use super::types::{PaymentInput, PaymentKind, StatementChanged};
use crate::contacts::ById;
use crate::documents::{self, Standing};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Money that came in, for one order or for the oldest that are open. More than is owed stands as credit.
///
/// # Errors
/// `NotFound`; `Invalid` where the amount is none, or its currency is not the order's.
pub async fn pay(ws: &Workspace, input: &PaymentInput) -> Result<StatementChanged> {
    record(ws, input, Operation::MemberPay, PaymentKind::Payment).await
}

/// Money that goes back.
///
/// # Errors
/// As [`pay`].
pub async fn refund(ws: &Workspace, input: &PaymentInput) -> Result<StatementChanged> {
    record(ws, input, Operation::MemberRefund, PaymentKind::Refund).await
}

/// Takes out a payment that was entered by mistake; undo brings it back.
///
/// # Errors
/// `NotFound`.
pub async fn remove_payment(ws: &Workspace, input: &ById) -> Result<StatementChanged> {
    let mut change = Change::begin(ws, Operation::PaymentRemove).await?;
    let documents = Standing::of(&mut change).await?;
    let contact: Option<i64> =
        sqlx::query_scalar("DELETE FROM payments WHERE id = ? RETURNING contact_id")
            .bind(input.id)
            .fetch_optional(&mut *change)
            .await?;
    let contact = contact.ok_or_else(|| Error::not_found("payment", input.id))?;
    documents::take_back_fallen(&mut change, &documents, None).await?;
    finish(change, contact).await
}

async fn record(
    ws: &Workspace,
    input: &PaymentInput,
    operation: Operation,
    kind: PaymentKind,
) -> Result<StatementChanged> {
    let mut change = Change::begin(ws, operation).await?;
    must_be_there(&mut change, input.id).await?;
    let currency = match input.order {
        Some(order) => currency_of(&mut change, order, input.id).await?,
        None => currency_for(&mut change, input.id).await?,
    };
    let amount = Amount::read(&input.amount, &currency)
        .filter(|amount| amount.minor > 0)
        .ok_or_else(|| {
            let message = format!("“{}” is no amount: write it like 12.50.", input.amount);
            Error::field("amount", message)
        })?;
    if input.order.is_some() && amount.currency != currency {
        let message = format!("The order is in {currency}.");
        return Err(Error::field("amount", message));
    }
    let on = input.date.unwrap_or_else(|| ws.today());
    sqlx::query(include_str!("insert_payment.sql"))
        .bind(input.id)
        .bind(input.order)
        .bind(kind)
        .bind(on.to_string())
        .bind(amount.minor)
        .bind(&amount.currency)
        .bind(input.method)
        .bind(input.note.as_deref().filter(|note| !note.is_empty()))
        .execute(&mut *change)
        .await?;
    finish(change, input.id).await
}

async fn currency_of(change: &mut Change, order: i64, contact: i64) -> Result<String> {
    let found = sqlx::query_scalar("SELECT currency FROM orders WHERE id = ? AND contact_id = ?")
        .bind(order)
        .bind(contact)
        .fetch_optional(&mut **change)
        .await?;
    found.ok_or_else(|| Error::not_found("order", order))
}
