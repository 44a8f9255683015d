//! Booking chosen credits of a statement: each becomes a payment, all of them one batch.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::matching::defaults;
use super::read::{Credit, read};
use super::types::{BankBook, BankBooked, BankChoice};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::orders::Amount;
use crate::workspace::Workspace;

/// What a payment's note holds of a booking's text; CAMT allows much longer ones.
const LONGEST_NOTE: usize = 200;

/// Makes a payment of each chosen credit, with the bank's day and text. One that was booked before is left as it is.
///
/// # Errors
/// Those of the file; `FileChanged` where a chosen credit is not in it, or is chosen twice; `NotFound`; `Invalid` where an order
/// is in another currency. Nothing is booked then.
pub async fn book(ws: &Workspace, input: &BankBook) -> Result<BankBooked> {
    let defaults = defaults(&mut *ws.read().await?).await?;
    let statement = read(&input.path, defaults).await?;
    let mut credits: HashMap<String, Credit> = statement
        .credits
        .into_iter()
        .map(|credit| (credit.key.clone(), credit))
        .collect();
    let mut change = Change::begin(ws, Operation::BankBook).await?;
    let booked: Vec<String> = sqlx::query_scalar(include_str!("booked.sql"))
        .fetch_all(&mut *change)
        .await?;
    let booked: HashSet<String> = booked.into_iter().collect();
    let mut totals: BTreeMap<String, i64> = BTreeMap::new();
    let (mut payments, mut already) = (0, 0);
    for choice in &input.choices {
        let credit = credits.remove(&choice.key).ok_or(Error::FileChanged)?;
        if booked.contains(&choice.key) {
            already += 1;
            continue;
        }
        pay(&mut change, choice, &credit).await?;
        *totals.entry(credit.amount.currency).or_default() += credit.amount.minor;
        payments += 1;
    }
    Ok(BankBooked {
        batch: change.commit().await?,
        payments,
        totals: totals
            .into_iter()
            .map(|(currency, minor)| Amount { minor, currency })
            .collect(),
        already,
    })
}

async fn pay(change: &mut Change, choice: &BankChoice, credit: &Credit) -> Result<()> {
    check(change, choice, credit).await?;
    let says = [credit.name.as_str(), credit.text.as_str()];
    let says: Vec<&str> = says.into_iter().filter(|part| !part.is_empty()).collect();
    let note: String = says.join(": ").chars().take(LONGEST_NOTE).collect();
    sqlx::query(include_str!("insert_payment.sql"))
        .bind(choice.contact)
        .bind(choice.order)
        .bind(credit.date.to_string())
        .bind(credit.amount.minor)
        .bind(&credit.amount.currency)
        .bind(Some(note).filter(|note| !note.is_empty()))
        .bind(&credit.key)
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// The contact must be there, and the order be theirs and in the credit's currency.
async fn check(change: &mut Change, choice: &BankChoice, credit: &Credit) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM contacts WHERE id = ? AND deleted_at IS NULL)";
    let is_there: bool = sqlx::query_scalar(sql)
        .bind(choice.contact)
        .fetch_one(&mut **change)
        .await?;
    if !is_there {
        return Err(Error::not_found("contact", choice.contact));
    }
    let Some(order) = choice.order else {
        return Ok(());
    };
    let sql =
        "SELECT currency FROM orders WHERE id = ? AND contact_id = ? AND cancelled_on IS NULL";
    let currency: Option<String> = sqlx::query_scalar(sql)
        .bind(order)
        .bind(choice.contact)
        .fetch_optional(&mut **change)
        .await?;
    match currency {
        None => Err(Error::not_found("order", order)),
        Some(currency) if currency != credit.amount.currency => Err(Error::invalid(format!(
            "Order {order} is in {currency}, and {} came in.",
            credit.amount
        ))),
        Some(_) => Ok(()),
    }
}
