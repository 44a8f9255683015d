//! What the columns of a bank's table mean, by their headers.

use roster_formats::{Row, Table};

use super::words::{HEADERS, Headers};
use crate::error::{Error, Result};
use crate::values::fold::fold;

/// Where each thing stands.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Columns {
    pub date: usize,
    /// Positive came in, negative went out.
    pub amount: Option<usize>,
    /// Or what came in and what went out, each in a column of its own.
    pub credit: Option<usize>,
    pub debit: Option<usize>,
    pub currency: Option<usize>,
    pub name: Option<usize>,
    pub iban: Option<usize>,
    pub text: Vec<usize>,
}

/// Whether a header is one of a bank's; votes for the header row among the lines above a table.
pub(super) fn is_known(header: &str) -> bool {
    let Headers {
        date,
        amount,
        credit,
        debit,
        currency,
        name,
        iban,
        text,
    } = HEADERS;
    let folded = fold(header);
    [date, amount, credit, debit, currency, name, iban, text]
        .iter()
        .any(|list| list.contains(&folded.as_str()))
}

/// # Errors
/// `Invalid` where the table has no column for the day or for the amount.
pub(super) fn find(table: &Table) -> Result<Columns> {
    let headers: Vec<String> = table.columns.iter().map(|header| fold(header)).collect();
    let first = |list: &[&str]| {
        list.iter()
            .find_map(|name| headers.iter().position(|header| header == name))
    };
    let amount = first(HEADERS.amount);
    let credit = first(HEADERS.credit).filter(|_| amount.is_none());
    if amount.is_none() && credit.is_none() {
        return Err(missing("amounts"));
    }
    let is_text = |header: &&str| HEADERS.text.contains(header);
    let text = headers.iter().enumerate();
    Ok(Columns {
        date: first(HEADERS.date).ok_or_else(|| missing("days"))?,
        amount,
        credit,
        debit: first(HEADERS.debit).filter(|_| amount.is_none()),
        currency: first(HEADERS.currency),
        name: first(HEADERS.name),
        iban: first(HEADERS.iban),
        text: text
            .filter(|(_, header)| is_text(&header.as_str()))
            .map(|(at, _)| at)
            .collect(),
    })
}

fn missing(what: &str) -> Error {
    let message = format!(
        "No column of the file is known as that of the {what}: give it a header such as Date, Amount, Name, Reference, IBAN."
    );
    Error::field("path", message)
}

impl Columns {
    pub fn cell(row: &Row, at: Option<usize>) -> String {
        let cell = at.and_then(|at| row.cells.get(at));
        let text = cell.map(|cell| cell.to_text()).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn text(&self, row: &Row) -> String {
        let mut parts: Vec<String> = Vec::new();
        for at in &self.text {
            let part = Self::cell(row, Some(*at));
            if !part.is_empty() && !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts.join(" ")
    }
}
