//! The codes: listing, adding, changing when and how often they are taken.

use chrono::NaiveDate;
use sqlx::{FromRow, SqliteConnection};

use super::types::{PromoCode, PromoCodeAdd, PromoCodeChanged, PromoCodeEdit, PromoCodes};
use crate::error::{Error, Result};
use crate::groups::folded;
use crate::journal::Change;
use crate::memberships::optional_day;
use crate::operations::Operation;
use crate::orders::Amount;
use crate::values::custom::currency_of_country;
use crate::workspace::{Workspace, settings};

/// All codes, those that are taken no more last.
pub async fn list(ws: &Workspace) -> Result<PromoCodes> {
    let codes = find(&mut *ws.read().await?, None, None).await?;
    Ok(PromoCodes { codes })
}

/// A new code.
///
/// # Errors
/// `Invalid` with the field.
pub async fn add(ws: &Workspace, input: &PromoCodeAdd) -> Result<PromoCodeChanged> {
    let mut change = Change::begin(ws, Operation::PromoCodeAdd).await?;
    let code = input.code.trim();
    if code.is_empty() || code.chars().any(char::is_whitespace) {
        let message = "A code is one word, such as SUMMER26.";
        return Err(Error::field("code", message));
    }
    if !find(&mut change, None, Some(code)).await?.is_empty() {
        let message = format!("There is a code “{code}” already.");
        return Err(Error::field("code", message));
    }
    let (percent, amount) = worth(&mut change, input).await?;
    check_times(input.valid_from, input.valid_until)?;
    check_uses(input.uses)?;
    let id = sqlx::query(include_str!("add.sql"))
        .bind(code)
        .bind(folded(code))
        .bind(
            input
                .text
                .as_deref()
                .map(str::trim)
                .filter(|t| !t.is_empty()),
        )
        .bind(percent)
        .bind(amount.as_ref().map(|amount| amount.minor))
        .bind(amount.map(|amount| amount.currency))
        .bind(input.valid_from.map(|day| day.to_string()))
        .bind(input.valid_until.map(|day| day.to_string()))
        .bind(input.uses)
        .execute(&mut *change)
        .await?
        .last_insert_rowid();
    finish(change, id).await
}

/// Changes when and how often a code is taken. Orders that have it keep it.
///
/// # Errors
/// `NotFound`; `Invalid` with the field.
pub async fn edit(ws: &Workspace, input: &PromoCodeEdit) -> Result<PromoCodeChanged> {
    let mut change = Change::begin(ws, Operation::PromoCodeEdit).await?;
    check_times(input.valid_from, input.valid_until)?;
    check_uses(input.uses)?;
    let now = change.now.clone();
    sqlx::query(include_str!("edit.sql"))
        .bind(input.id)
        .bind(input.valid_from.map(|day| day.to_string()))
        .bind(input.valid_until.map(|day| day.to_string()))
        .bind(input.uses)
        .bind(input.retired.then_some(now))
        .execute(&mut *change)
        .await?;
    finish(change, input.id).await
}

async fn finish(mut change: Change, id: i64) -> Result<PromoCodeChanged> {
    let found = find(&mut change, Some(id), None).await?.into_iter().next();
    Ok(PromoCodeChanged {
        code: found.ok_or_else(|| Error::not_found("code", id))?,
        batch: change.commit().await?,
    })
}

/// One of the two, and possible.
async fn worth(
    conn: &mut SqliteConnection,
    input: &PromoCodeAdd,
) -> Result<(Option<u32>, Option<Amount>)> {
    let typed = input.amount.as_deref().filter(|t| !t.trim().is_empty());
    match (input.percent, typed) {
        (Some(percent @ 1..=100), None) => Ok((Some(percent), None)),
        (Some(_), None) => Err(Error::field("percent", "Between 1 and 100 per cent.")),
        (None, Some(typed)) => {
            let country = settings(conn).await?.country;
            let own = country.as_deref().and_then(currency_of_country);
            let amount = Amount::read(typed, own.unwrap_or_default()).filter(|a| a.minor > 0);
            let amount = amount.ok_or_else(|| {
                let message = format!("“{typed}” is no amount: write it like 5.00 EUR.");
                Error::field("amount", message)
            })?;
            Ok((None, Some(amount)))
        }
        _ => Err(Error::field(
            "percent",
            "A code gives a percentage or an amount: one of the two.",
        )),
    }
}

fn check_times(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Result<()> {
    match (from, until) {
        (Some(from), Some(until)) if until < from => {
            let message = "The last day lies before the first.";
            Err(Error::field("valid_until", message))
        }
        _ => Ok(()),
    }
}

fn check_uses(uses: Option<u32>) -> Result<()> {
    match uses {
        Some(0) => Err(Error::field("uses", "A code is used once at least.")),
        _ => Ok(()),
    }
}

#[derive(FromRow)]
struct Row {
    id: i64,
    code: String,
    text: Option<String>,
    percent: Option<u32>,
    minor: Option<i64>,
    currency: Option<String>,
    valid_from: Option<String>,
    valid_until: Option<String>,
    uses: Option<u32>,
    retired: bool,
    used: u32,
}

/// All, or the one of that id or code.
pub(super) async fn find(
    conn: &mut SqliteConnection,
    id: Option<i64>,
    code: Option<&str>,
) -> Result<Vec<PromoCode>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("codes.sql"))
        .bind(id)
        .bind(code.map(|code| folded(code.trim())))
        .fetch_all(conn)
        .await?;
    rows.into_iter().map(Row::code).collect()
}

impl Row {
    fn code(self) -> Result<PromoCode> {
        let amount = self.minor.zip(self.currency);
        Ok(PromoCode {
            id: self.id,
            code: self.code,
            text: self.text,
            percent: self.percent,
            amount: amount.map(|(minor, currency)| Amount { minor, currency }),
            valid_from: optional_day(self.valid_from.as_deref())?,
            valid_until: optional_day(self.valid_until.as_deref())?,
            uses: self.uses,
            used: self.used,
            retired: self.retired,
        })
    }
}
