//! The credits of a file, each with a key that is the same in every statement that holds it.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use roster_formats::{BankMessage, ReadOptions, Row, Source, open_with, read_bank_message};
use sha2::{Digest, Sha256};

use super::columns::{Columns, find, is_known};
use crate::error::{Error, Result};
use crate::orders::Amount;
use crate::values::custom::read_money;
use crate::values::date::{self, Order, OrderGuess, Reading};
use crate::values::fold::fold;

/// Bookings of a table; a year of a large association has some tens of thousands.
const MOST_ROWS: usize = 200_000;
const SAMPLES: usize = 500;

/// Money that came in.
#[derive(Debug, Clone)]
pub(super) struct Credit {
    pub key: String,
    pub date: NaiveDate,
    pub amount: Amount,
    pub name: String,
    pub iban: Option<String>,
    pub text: String,
}

#[derive(Debug, Default)]
pub(super) struct Statement {
    pub file: String,
    pub format: String,
    pub account: Option<String>,
    pub credits: Vec<Credit>,
    pub outgoing: u32,
    pub unread: u32,
}

/// What a file that doesn't say everything is taken to mean.
#[derive(Debug, Clone)]
pub(super) struct Defaults {
    /// Of amounts without one.
    pub currency: String,
    /// Of days that can be read in two ways.
    pub order: Order,
}

/// # Errors
/// Those of the file; `Invalid` where it is a table without days or amounts.
pub(super) async fn read(path: &str, defaults: Defaults) -> Result<Statement> {
    let path = PathBuf::from(path);
    let reading = tokio::task::spawn_blocking(move || from_file(&path, &defaults));
    reading.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })?
}

fn from_file(path: &Path, defaults: &Defaults) -> Result<Statement> {
    let source = Source::Path(path.to_owned());
    let mut statement = match read_bank_message(source.clone())? {
        Some(message) => from_message(message),
        None => from_table(source, defaults)?,
    };
    statement.file = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    number_the_alike(&mut statement.credits);
    Ok(statement)
}

fn from_message(message: BankMessage) -> Statement {
    let mut statement = Statement {
        format: message.message,
        account: message.account,
        ..Statement::default()
    };
    for entry in message.entries {
        if !entry.is_credit {
            statement.outgoing += 1;
            continue;
        }
        let amount = Amount::read(&entry.amount, &entry.currency).filter(|a| a.minor > 0);
        let (Some(date), Some(amount)) = (entry.date, amount) else {
            statement.unread += 1;
            continue;
        };
        let account = statement.account.as_deref().unwrap_or_default();
        let known = entry
            .reference
            .map(|reference| format!("{account} {reference}"));
        statement.credits.push(Credit {
            key: known.unwrap_or_default(),
            date,
            amount,
            name: entry.name,
            iban: entry.iban,
            text: entry.text,
        });
    }
    statement
}

fn from_table(source: Source, defaults: &Defaults) -> Result<Statement> {
    let table = open_with(source, &ReadOptions::default(), &is_known)?;
    let columns = find(&table)?;
    let mut rows: Vec<Row> = Vec::new();
    table.read(&mut |row| {
        rows.push(row);
        match rows.len() < MOST_ROWS {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    })?;
    if rows.len() >= MOST_ROWS {
        let message = format!("A statement has fewer than {MOST_ROWS} rows: take a shorter time.");
        return Err(Error::field("path", message));
    }
    let order = order(&rows, &columns, defaults.order);
    let amounts = columns.amount.or(columns.credit);
    let decimal_comma = rows
        .iter()
        .any(|row| ends_in_comma(&Columns::cell(row, amounts)));
    let mut statement = Statement {
        format: table.format.name().to_owned(),
        ..Statement::default()
    };
    for row in &rows {
        let money = |at: Option<usize>| {
            let named = Columns::cell(row, columns.currency);
            let currency = if named.is_empty() {
                &defaults.currency
            } else {
                &named
            };
            let money = read_money(&Columns::cell(row, at), Some(currency), decimal_comma).ok()?;
            Some(Amount::new(money.minor, money.currency()))
        };
        let came_in = money(amounts).filter(|amount| amount.minor != 0);
        let went_out = money(columns.debit).is_some_and(|amount| amount.minor != 0);
        let day = day(&Columns::cell(row, Some(columns.date)), order);
        match (day, came_in) {
            (Some(_), Some(amount)) if amount.minor < 0 => statement.outgoing += 1,
            (Some(_), None) if went_out => statement.outgoing += 1,
            (Some(date), Some(amount)) => statement.credits.push(Credit {
                key: String::new(),
                date,
                amount,
                name: Columns::cell(row, columns.name),
                iban: Some(Columns::cell(row, columns.iban)).filter(|iban| !iban.is_empty()),
                text: columns.text(row),
            }),
            _ => statement.unread += 1,
        }
    }
    Ok(statement)
}

fn order(rows: &[Row], columns: &Columns, usual: Order) -> Order {
    let samples = rows.iter().take(SAMPLES);
    let samples: Vec<String> = samples
        .map(|row| Columns::cell(row, Some(columns.date)))
        .collect();
    match date::detect(samples.iter().map(String::as_str)) {
        OrderGuess::Certain(order) => order,
        _ => usual,
    }
}

fn day(text: &str, order: Order) -> Option<NaiveDate> {
    match date::parse(text, order) {
        Reading::Date(date) => {
            NaiveDate::from_ymd_opt(date.year?, date.month.into(), date.day.into())
        }
        _ => None,
    }
}

/// `1.234,5` or `12,50`: what no amount with a decimal point looks like.
fn ends_in_comma(amount: &str) -> bool {
    let digits = amount.trim_end_matches(|c: char| !c.is_ascii_digit());
    digits
        .rsplit_once(',')
        .is_some_and(|(_, fraction)| (1..=2).contains(&fraction.len()))
}

/// Bookings that the bank has no reference for are known by all that they say, those that say the same by their order.
fn number_the_alike(credits: &mut [Credit]) {
    let mut alike: HashMap<String, u32> = HashMap::new();
    for credit in credits {
        let what = match credit.key.is_empty() {
            true => format!(
                "{}|{}|{}|{}|{}",
                credit.date,
                credit.amount,
                credit.iban.as_deref().unwrap_or_default(),
                fold(&credit.name),
                fold(&credit.text)
            ),
            false => credit.key.clone(),
        };
        let place = alike.entry(what.clone()).or_default();
        *place += 1;
        let digest = Sha256::digest(format!("{what}|{place}"));
        credit.key = digest[..16]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
    }
}
