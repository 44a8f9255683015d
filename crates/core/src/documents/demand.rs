//! A letter that asks for money that is overdue. It has no number and is not kept: what was reached is recorded with the orders.

use chrono::NaiveDate;

use super::issue::{addressed, lines_of};
use super::letterhead::read as read_letterhead;
use super::types::Content;
use super::words::Words;
use crate::error::Result;
use crate::journal::Change;
use crate::orders::Amount;
use crate::workspace::Workspace;

/// What one letter asks of one contact, in one currency.
pub(crate) struct Demand<'a> {
    pub contact: i64,
    pub level: u32,
    pub is_last: bool,
    /// The office's own words, or empty.
    pub title: &'a str,
    pub text: &'a str,
    pub language: &'a str,
    pub currency: String,
    /// Day, what for, what is open.
    pub orders: Vec<(NaiveDate, String, i64)>,
}

pub(crate) async fn demand(
    ws: &Workspace,
    change: &mut Change,
    demand: &Demand<'_>,
) -> Result<Content> {
    let words = Words::of(demand.language);
    let head = read_letterhead(&mut *change).await?;
    let mut content = addressed(ws, change, demand.contact, &head, words).await?;
    let amount = |minor: i64| Amount::new(minor, &demand.currency).to_string();
    let (title, text) = match (demand.level, demand.is_last) {
        (1, _) => words.reminder,
        (_, true) => words.last_demand,
        _ => words.demand,
    };
    let own = |own: &str, usual: &str| match own.trim() {
        "" => usual.to_owned(),
        own => own.to_owned(),
    };
    content.title = own(demand.title, title);
    content.columns = [words.what.to_owned(), words.open.to_owned()];
    content.lines = demand
        .orders
        .iter()
        .map(|(day, text, minor)| [format!("{}: {text}", words.day(*day)), amount(*minor)])
        .collect();
    let total = demand.orders.iter().map(|(_, _, minor)| minor).sum();
    content.totals = vec![[words.open.to_owned(), amount(total)]];
    content.text = lines_of(&own(demand.text, text));
    Ok(content)
}
