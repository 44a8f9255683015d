//! Giving a discount: one more line of the order, reckoned of what the order costs at that moment.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::codes::find;
use super::types::{OrderDiscount, PromoCode};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::memberships::day;
use crate::operations::Operation;
use crate::orders::{self, Amount, StatementChanged};
use crate::workspace::Workspace;

/// What is given.
pub(crate) enum Given<'a> {
    Code(&'a str),
    Percent(u32, &'a str),
    Amount(&'a str, &'a str),
}

/// A discount on an order that is there.
///
/// # Errors
/// `NotFound`; `Invalid` where the order is cancelled, invoiced or costs nothing, or the code is not to be taken.
pub async fn discount(ws: &Workspace, input: &OrderDiscount) -> Result<StatementChanged> {
    let mut change = Change::begin(ws, Operation::OrderDiscount).await?;
    let filled = |text: &'_ Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let text = filled(&input.text).unwrap_or_else(|| "Discount".into());
    let (code, amount) = (filled(&input.code), filled(&input.amount));
    let given = match (&code, input.percent, &amount) {
        (Some(code), None, None) => Given::Code(code),
        (None, Some(percent), None) => Given::Percent(percent, text.trim()),
        (None, None, Some(amount)) => Given::Amount(amount, text.trim()),
        _ => {
            let message = "A discount is a code, a percentage or an amount: one of the three.";
            return Err(Error::field("code", message));
        }
    };
    let contact = give(&mut change, input.order, &given).await?;
    orders::finish(change, contact).await
}

#[derive(FromRow)]
struct Row {
    contact_id: i64,
    on_date: String,
    currency: String,
    cancelled: bool,
    invoiced: bool,
    total: i64,
}

/// Adds the line; tells who owes the order.
pub(crate) async fn give(change: &mut Change, order: i64, given: &Given<'_>) -> Result<i64> {
    let row: Option<Row> = sqlx::query_as(include_str!("order.sql"))
        .bind(order)
        .fetch_optional(&mut **change)
        .await?;
    let row = row.ok_or_else(|| Error::not_found("order", order))?;
    check_order(&row)?;
    let (promo, minor, text) = match given {
        Given::Code(code) => {
            let promo = find(change, None, Some(code)).await?.into_iter().next();
            let promo = promo.ok_or_else(|| {
                Error::field("code", format!("There is no code “{}”.", code.trim()))
            })?;
            check_code(change, &promo, order, &row).await?;
            let minor = match (promo.percent, &promo.amount) {
                (Some(percent), _) => part(row.total, percent),
                (None, Some(amount)) => amount.minor,
                (None, None) => 0,
            };
            let text = promo.text.clone().unwrap_or_else(|| promo.code.clone());
            (Some(promo.id), minor, text)
        }
        Given::Percent(percent @ 1..=100, text) => (
            None,
            part(row.total, *percent),
            format!("{text} ({percent} %)"),
        ),
        Given::Percent(..) => {
            return Err(Error::field("percent", "Between 1 and 100 per cent."));
        }
        Given::Amount(typed, text) => {
            let amount = Amount::read(typed, &row.currency)
                .filter(|amount| amount.minor > 0 && amount.currency == row.currency);
            let amount = amount.ok_or_else(|| {
                let message = format!("“{typed}” is no amount in {}.", row.currency);
                Error::field("amount", message)
            })?;
            (None, amount.minor, (*text).to_owned())
        }
    };
    sqlx::query(include_str!("insert_line.sql"))
        .bind(order)
        .bind(text)
        // Never more than the order costs: a discount owes nobody anything.
        .bind(-minor.min(row.total))
        .bind(promo)
        .execute(&mut **change)
        .await?;
    Ok(row.contact_id)
}

/// To the nearest minor unit, halves up.
pub(super) fn part(total: i64, percent: u32) -> i64 {
    let whole = i128::from(total) * i128::from(percent) + 50;
    i64::try_from(whole / 100).unwrap_or(total)
}

fn check_order(row: &Row) -> Result<()> {
    if row.cancelled {
        return Err(Error::invalid("The order is cancelled."));
    }
    if row.invoiced {
        let message = "The order is invoiced: what stands on an invoice is never changed. Cancel it and make another.";
        return Err(Error::invalid(message));
    }
    if row.total <= 0 {
        return Err(Error::invalid("The order costs nothing."));
    }
    Ok(())
}

async fn check_code(change: &mut Change, promo: &PromoCode, order: i64, row: &Row) -> Result<()> {
    let refused = |message: String| Err(Error::field("code", message));
    let code = &promo.code;
    if promo.retired {
        return refused(format!("{code} is taken no more."));
    }
    let on: NaiveDate = day(&row.on_date)?;
    if let Some(from) = promo.valid_from.filter(|from| on < *from) {
        return refused(format!(
            "{code} is taken from {from} on, and the order is of {on}."
        ));
    }
    if let Some(until) = promo.valid_until.filter(|until| on > *until) {
        return refused(format!(
            "{code} was taken until {until}, and the order is of {on}."
        ));
    }
    if promo.uses.is_some_and(|uses| promo.used >= uses) {
        return refused(format!(
            "{code} was used {} times, as often as it may be.",
            promo.used
        ));
    }
    if let Some(amount) = promo.amount.as_ref().filter(|a| a.currency != row.currency) {
        return refused(format!(
            "{code} gives {amount}, and the order is in {}.",
            row.currency
        ));
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM order_lines WHERE order_id = ? AND promo_id = ?)";
    let has: bool = sqlx::query_scalar(sql)
        .bind(order)
        .bind(promo.id)
        .fetch_one(&mut **change)
        .await?;
    if has {
        return refused(format!("The order has {code} already."));
    }
    Ok(())
}
