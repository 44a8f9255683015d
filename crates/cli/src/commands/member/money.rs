//! `roster member pay` and `roster member refund`.

use chrono::NaiveDate;
use clap::Args;
use roster_core::Workspace;
use roster_core::members::{self, MemberChanged};
use roster_core::orders::{self, PaymentInput, PaymentMethod};

use super::answer;
use crate::commands::Context;
use crate::failure::Result;

/// Record money that came in, for an order or for the oldest that are open.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  roster member pay 12 --amount 12.50 --method cash")]
pub struct Pay {
    #[command(flatten)]
    money: Money,
}

/// Record money that goes back.
#[derive(Debug, Args)]
pub struct Refund {
    #[command(flatten)]
    money: Money,
}

#[derive(Debug, Args)]
struct Money {
    /// The contact's number, from `roster members`.
    id: i64,
    /// How much, such as 12.50 or "12.50 EUR".
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    amount: String,
    /// The day; today unless told.
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,
    /// cash, transfer, card, debit or other.
    #[arg(long, value_name = "M", default_value = "other", value_parser = parse_method)]
    method: PaymentMethod,
    /// Only for this order, from `roster orders`.
    #[arg(long, value_name = "ID")]
    order: Option<i64>,
    /// A note, such as a reference.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Money {
    fn input(self) -> PaymentInput {
        PaymentInput {
            id: self.id,
            amount: self.amount,
            date: self.date,
            method: self.method,
            order: self.order,
            note: self.note,
        }
    }
}

impl Pay {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = self.money.input();
        let work = async |ws: &Workspace| {
            members::get(ws, input.id).await?;
            let batch = orders::pay(ws, &input).await?.batch;
            let member = members::get(ws, input.id).await?;
            Ok(MemberChanged { member, batch })
        };
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Refund {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = self.money.input();
        let work = async |ws: &Workspace| {
            members::get(ws, input.id).await?;
            let batch = orders::refund(ws, &input).await?.batch;
            let member = members::get(ws, input.id).await?;
            Ok(MemberChanged { member, batch })
        };
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

fn parse_method(text: &str) -> std::result::Result<PaymentMethod, String> {
    PaymentMethod::from_name(text)
        .ok_or_else(|| "write cash, transfer, card, debit or other".to_owned())
}
