//! A new order: for a term that begins, or by hand.

use chrono::NaiveDate;

use super::amount::Amount;
use super::statement::{currency_for, finish, must_be_there};
use super::types::{OrderCreate, StatementChanged};
use crate::discounts::{self, Given};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::values::custom::currency_code;
use crate::workspace::Workspace;

/// The order for a term, owed by who pays for the membership; tells its number.
pub(crate) async fn for_term(
    change: &mut Change,
    term: i64,
    on: NaiveDate,
    price: &Amount,
    text: &str,
) -> Result<i64> {
    let order = sqlx::query(include_str!("order_for_term.sql"))
        .bind(term)
        .bind(on.to_string())
        .bind(&price.currency)
        .execute(&mut **change)
        .await?
        .last_insert_rowid();
    insert_line(change, order, text, price.minor, Some(term)).await?;
    Ok(order)
}

/// One order for the terms of several members, with a line for each that costs something.
pub(crate) async fn for_terms(
    change: &mut Change,
    payer: i64,
    on: NaiveDate,
    lines: &[(i64, String, Amount)],
) -> Result<()> {
    let costly = lines.iter().filter(|(_, _, price)| price.minor > 0);
    let mut order = None;
    for (term, text, price) in costly {
        let order = match order {
            Some(order) => order,
            None => *order.insert(insert_order(change, payer, on, &price.currency, None).await?),
        };
        insert_line(change, order, text, price.minor, Some(*term)).await?;
    }
    Ok(())
}

async fn insert_order(
    change: &mut Change,
    contact: i64,
    on: NaiveDate,
    currency: &str,
    note: Option<&str>,
) -> Result<i64> {
    let sql = "INSERT INTO orders (contact_id, on_date, currency, note) VALUES (?, ?, ?, ?)";
    let done = sqlx::query(sql)
        .bind(contact)
        .bind(on.to_string())
        .bind(currency)
        .bind(note.filter(|note| !note.is_empty()))
        .execute(&mut **change)
        .await?;
    Ok(done.last_insert_rowid())
}

/// An order made by hand.
///
/// # Errors
/// `NotFound`; `Invalid` with the field.
pub async fn create(ws: &Workspace, input: &OrderCreate) -> Result<StatementChanged> {
    let mut change = Change::begin(ws, Operation::OrderCreate).await?;
    must_be_there(&mut change, input.id).await?;
    let currency = match &input.currency {
        Some(typed) => currency_code(typed)
            .ok_or_else(|| Error::field("currency", format!("“{typed}” is no currency.")))?
            .to_owned(),
        None => currency_for(&mut change, input.id).await?,
    };
    if input.lines.is_empty() {
        return Err(Error::field("lines", "An order needs a line."));
    }
    let on = input.date.unwrap_or_else(|| ws.today());
    let order = insert_order(&mut change, input.id, on, &currency, input.note.as_deref()).await?;
    for line in &input.lines {
        let amount = Amount::read(&line.amount, &currency)
            .filter(|amount| amount.currency == currency)
            .ok_or_else(|| {
                let message = format!(
                    "“{}” is no amount in {currency}: write it like 12.50.",
                    line.amount
                );
                Error::field("lines", message)
            })?;
        insert_line(&mut change, order, line.text.trim(), amount.minor, None).await?;
    }
    if let Some(code) = input.code.as_deref().filter(|code| !code.trim().is_empty()) {
        discounts::give(&mut change, order, &Given::Code(code)).await?;
    }
    finish(change, input.id).await
}

async fn insert_line(
    change: &mut Change,
    order: i64,
    text: &str,
    minor: i64,
    term: Option<i64>,
) -> Result<()> {
    sqlx::query(include_str!("insert_line.sql"))
        .bind(order)
        .bind(text)
        .bind(minor)
        .bind(term)
        .execute(&mut **change)
        .await?;
    Ok(())
}
