//! `roster orders`: the orders of all contacts, or of one, with what is open; and what is done with all of them.

use clap::{Args, Subcommand};
use roster_core::Workspace;
use roster_core::orders::{self, Order, OrderState, OrdersRequest};
use serde::Serialize;

use super::Context;
use super::bank::Statement;
use super::code::{Code, Codes};
use super::documents::{Document, Documents};
use super::dunning::{Dunning, Levels};
use crate::failure::Result;
use crate::table::{counted, table};

/// List the orders, the latest first, with what has been paid.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Orders {
    #[command(subcommand)]
    deed: Option<Deed>,
    /// Only open, part (paid in part), paid or cancelled ones.
    #[arg(long, value_name = "open|part|paid|cancelled", value_parser = parse_state)]
    state: Option<OrderState>,
    /// Only those of this contact.
    #[arg(long, value_name = "ID")]
    contact: Option<i64>,
    /// How many to show.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
    /// How many to skip.
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u32,
}

#[derive(Debug, Subcommand)]
enum Deed {
    Statement(Statement),
    Codes(Codes),
    #[command(subcommand)]
    Code(Code),
    Dunning(Dunning),
    DunningLevels(Levels),
    Documents(Documents),
    Document(Document),
}

#[derive(Serialize)]
struct Answer {
    total: u32,
    orders: Vec<Order>,
}

impl Orders {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self.deed {
            Some(Deed::Statement(statement)) => return statement.run(context).await,
            Some(Deed::Codes(codes)) => return codes.run(context).await,
            Some(Deed::Code(code)) => return code.run(context).await,
            Some(Deed::Dunning(dunning)) => return dunning.run(context).await,
            Some(Deed::DunningLevels(levels)) => return levels.run(context).await,
            Some(Deed::Documents(documents)) => return documents.run(context).await,
            Some(Deed::Document(document)) => return document.run(context).await,
            None => {}
        }
        let request = OrdersRequest {
            state: self.state,
            contact: self.contact,
            offset: self.offset,
            limit: self.limit,
        };
        let work = async |ws: &Workspace| Ok(orders::list(ws, &request).await?);
        let orders::Orders { total, orders } =
            crate::workspace::existing(context.global, work).await?;
        let answer = Answer { total, orders };
        context.out.answer(&answer, || text(&answer))
    }
}

fn text(answer: &Answer) -> String {
    let rows = answer.orders.iter().map(row);
    let list = table(
        [
            "Order", "Date", "Contact", "Name", "What", "Total", "Open", "State",
        ],
        rows,
    );
    format!("{list}{}\n", counted(answer.total, "order", "orders"))
}

pub fn row(order: &Order) -> [String; 8] {
    let what: Vec<&str> = order.lines.iter().map(|line| line.text.as_str()).collect();
    [
        order.id.to_string(),
        order.date.to_string(),
        order.contact_id.to_string(),
        order.name.clone(),
        what.join("; "),
        order.total.to_string(),
        order.open.to_string(),
        order.state.name().to_owned(),
    ]
}

fn parse_state(text: &str) -> std::result::Result<OrderState, String> {
    OrderState::from_name(text).ok_or_else(|| "write open, part, paid or cancelled".to_owned())
}
