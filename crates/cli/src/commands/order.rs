//! `roster order …`: an order made by hand, and cancelling one.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use roster_core::Workspace;
use roster_core::contacts::ById;
use roster_core::orders::{self, OrderCreate, OrderLineInput, Statement, StatementChanged};
use serde::Serialize;

use super::Context;
use super::orders::row;
use crate::failure::Result;
use crate::table::table;

/// Make an order by hand, or cancel one.
#[derive(Debug, Subcommand)]
pub enum Order {
    Add(Add),
    Cancel(Cancel),
}

/// Make an order that a contact owes.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster order add 12 --line \"Handbook=12.50\" --line \"Discount=-2.50\""
)]
pub struct Add {
    /// The contact's number.
    id: i64,
    /// A line and its amount; a discount is negative. Repeatable.
    #[arg(long, value_name = "TEXT=AMOUNT", required = true, value_parser = parse_line)]
    line: Vec<OrderLineInput>,
    /// The currency, unless the contact or the membership types say it.
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// The day; today unless told.
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,
    /// A note.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// Cancel an order: it stays, and owes nothing.
#[derive(Debug, Args)]
pub struct Cancel {
    /// The order's number, from `roster orders`.
    id: i64,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    statement: &'a Statement,
    batch: Option<i64>,
}

impl Order {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let global = context.global;
        let work = async |ws: &Workspace| {
            Ok(match self {
                Self::Add(add) => orders::create(ws, &add.input()).await?,
                Self::Cancel(cancel) => orders::cancel(ws, &ById { id: cancel.id }).await?,
            })
        };
        let changed = crate::workspace::existing(global, work).await?;
        answer(context, &changed)
    }
}

impl Add {
    fn input(self) -> OrderCreate {
        OrderCreate {
            id: self.id,
            lines: self.line,
            currency: self.currency,
            date: self.date,
            note: self.note,
        }
    }
}

fn answer(context: &mut Context<'_, '_>, changed: &StatementChanged) -> Result<()> {
    let answer = Answer {
        statement: &changed.statement,
        batch: changed.batch,
    };
    context.out.done(&answer, || {
        let heads = [
            "Order", "Date", "Contact", "Name", "What", "Total", "Open", "State",
        ];
        table(heads, changed.statement.orders.iter().map(row))
    })
}

fn parse_line(text: &str) -> std::result::Result<OrderLineInput, String> {
    let (text, amount) = text
        .rsplit_once('=')
        .ok_or("write TEXT=AMOUNT, such as Handbook=12.50")?;
    Ok(OrderLineInput {
        text: text.trim().to_owned(),
        amount: amount.trim().to_owned(),
    })
}
