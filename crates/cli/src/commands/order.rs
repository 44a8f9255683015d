//! `roster order …`: an order made by hand, and cancelling one.

use chrono::NaiveDate;
use clap::{ArgGroup, Args, Subcommand};
use roster_core::Workspace;
use roster_core::contacts::ById;
use roster_core::discounts::{self, OrderDiscount};
use roster_core::documents::{self, DocumentSaved, InvoiceSave, ReceiptSave};
use roster_core::orders::{self, OrderCreate, OrderLineInput, Statement, StatementChanged};
use serde::Serialize;

use super::Context;
use super::orders::row;
use crate::failure::Result;
use crate::table::table;

/// Make an order by hand, show or cancel one; invoices and receipts as PDF.
#[derive(Debug, Subcommand)]
pub enum Order {
    Add(Add),
    Cancel(Cancel),
    Discount(Discount),
    Show(Show),
    Invoice(Invoice),
    Receipt(Receipt),
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
    /// A code that gives a discount.
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
}

/// Give a discount on an order, as a line of it: by a code, a percentage or an amount. An order that was invoiced gets none.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("worth").required(true).args(["code", "percent", "amount"]))]
pub struct Discount {
    /// The order's number, from `roster orders`.
    id: i64,
    /// By this code, from `roster orders codes`.
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// This many per cent.
    #[arg(long, value_name = "N")]
    percent: Option<u32>,
    /// This much.
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    /// What stands on the order.
    #[arg(long, value_name = "TEXT", conflicts_with = "code")]
    text: Option<String>,
}

/// Show an order with its lines.
#[derive(Debug, Args)]
pub struct Show {
    /// The order's number, from `roster orders`.
    id: i64,
}

/// Write the invoice of an order as PDF.
///
/// It is issued with the next number when it is asked for the first time; later the same paper is written again. Cancelling or
/// undoing the order makes a credit note.
#[derive(Debug, Args)]
pub struct Invoice {
    /// The order's number, from `roster orders`.
    id: i64,
    /// The file to write; ends with .pdf.
    file: String,
    /// en or he.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    language: String,
}

/// Write the receipt of a payment as PDF.
#[derive(Debug, Args)]
pub struct Receipt {
    /// The payment's number, from `roster order show` or a statement.
    id: i64,
    /// The file to write; ends with .pdf.
    file: String,
    /// en or he.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    language: String,
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
        match self {
            Self::Add(add) => {
                let input = add.input();
                change(context, async |ws| Ok(orders::create(ws, &input).await?)).await
            }
            Self::Cancel(cancel) => {
                let input = ById { id: cancel.id };
                change(context, async |ws| Ok(orders::cancel(ws, &input).await?)).await
            }
            Self::Discount(discount) => {
                let input = discount.input();
                change(context, async |ws| {
                    Ok(discounts::discount(ws, &input).await?)
                })
                .await
            }
            Self::Show(show) => show.run(context).await,
            Self::Invoice(Invoice { id, file, language }) => {
                let input = InvoiceSave {
                    order: id,
                    path: file,
                    language: Some(language),
                };
                write(
                    context,
                    async |ws| Ok(documents::invoice(ws, &input).await?),
                )
                .await
            }
            Self::Receipt(Receipt { id, file, language }) => {
                let input = ReceiptSave {
                    payment: id,
                    path: file,
                    language: Some(language),
                };
                write(
                    context,
                    async |ws| Ok(documents::receipt(ws, &input).await?),
                )
                .await
            }
        }
    }
}

impl Show {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| Ok(orders::get(ws, self.id).await?);
        let order = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&order, || {
            let lines = order.lines.iter();
            let lines = lines.map(|line| [line.text.clone(), line.amount.to_string()]);
            let sums = [
                ["Total".to_owned(), order.total.to_string()],
                ["Paid".to_owned(), order.paid.to_string()],
                ["Open".to_owned(), order.open.to_string()],
            ];
            table(["What", "Amount"], lines.chain(sums))
        })
    }
}

async fn change(
    context: &mut Context<'_, '_>,
    work: impl AsyncFnOnce(&Workspace) -> Result<StatementChanged>,
) -> Result<()> {
    let changed = crate::workspace::existing(context.global, work).await?;
    answer(context, &changed)
}

async fn write(
    context: &mut Context<'_, '_>,
    work: impl AsyncFnOnce(&Workspace) -> Result<DocumentSaved>,
) -> Result<()> {
    let saved = crate::workspace::existing(context.global, work).await?;
    context.out.done(&saved, || {
        let what = if saved.issued {
            "issued"
        } else {
            "written again, as it was issued"
        };
        format!("Number {} {what}: {}\n", saved.number, saved.file)
    })
}

impl Discount {
    fn input(self) -> OrderDiscount {
        OrderDiscount {
            order: self.id,
            code: self.code,
            percent: self.percent,
            amount: self.amount,
            text: self.text,
        }
    }
}

impl Add {
    fn input(self) -> OrderCreate {
        OrderCreate {
            id: self.id,
            lines: self.line,
            code: self.code,
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
