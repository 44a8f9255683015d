//! `roster orders statement`: the credits of a bank's statement, and booking those that are sure.

use clap::Args;
use roster_core::Workspace;
use roster_core::bank::{
    self, BankBook, BankBooked, BankChoice, BankLine, BankLook, BankReason, BankStatement,
};
use serde::Serialize;

use super::Context;
use crate::failure::{Failure, Result};
use crate::table::{counted, table};

/// Match the credits of a bank's statement with open orders; with --apply, book those that are sure.
///
/// The file is CAMT (camt.052, .053, .054 in XML) or a table of the bank with headers such as Date, Amount, Name, Reference, IBAN.
/// A line that was booked once is never booked again.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster orders statement june.xml\n  roster orders statement june.xml --apply --book 3=17"
)]
pub struct Statement {
    /// The file of the bank.
    file: String,
    /// Book the lines that are sure, as one batch.
    #[arg(long)]
    apply: bool,
    /// Book this line for this order, whatever is proposed; repeatable.
    #[arg(long, value_name = "LINE=ORDER", value_parser = parse_choice)]
    book: Vec<(u32, i64)>,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    statement: BankStatement,
    /// What was booked; null without --apply and --book.
    booking: Option<BankBooked>,
}

impl Statement {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| {
            let input = BankLook {
                path: self.file.clone(),
                limit: None,
            };
            let statement = bank::look(ws, &input).await?;
            let booking = match self.apply || !self.book.is_empty() {
                true => {
                    let input = BankBook {
                        path: self.file.clone(),
                        choices: self.choices(ws, &statement).await?,
                    };
                    Some(bank::book(ws, &input).await?)
                }
                false => None,
            };
            Ok(Answer { statement, booking })
        };
        let answer = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&answer, || text(&answer))
    }

    /// What was named by hand goes before what is proposed.
    async fn choices(&self, ws: &Workspace, statement: &BankStatement) -> Result<Vec<BankChoice>> {
        let mut choices = Vec::new();
        for (line, order) in &self.book {
            let found = statement.lines.iter().find(|one| one.line == *line);
            let found =
                found.ok_or_else(|| Failure::from(roster_core::Error::not_found("line", line)))?;
            let order = roster_core::orders::get(ws, *order).await?;
            choices.push(BankChoice {
                key: found.key.clone(),
                contact: order.contact_id,
                order: Some(order.id),
            });
        }
        let is_sure = |line: &&BankLine| {
            self.apply && line.sure && self.book.iter().all(|(named, _)| *named != line.line)
        };
        for line in statement.lines.iter().filter(is_sure) {
            choices.extend(line.proposals.first().map(|first| BankChoice {
                key: line.key.clone(),
                contact: first.contact_id,
                order: first.order,
            }));
        }
        Ok(choices)
    }
}

fn text(answer: &Answer) -> String {
    let statement = &answer.statement;
    let rows = statement.lines.iter().map(|line| {
        let first = line.proposals.first();
        let of = |told: &dyn Fn(&bank::BankProposal) -> String| first.map(told).unwrap_or_default();
        [
            line.line.to_string(),
            line.date.to_string(),
            line.amount.to_string(),
            line.name.clone(),
            line.text.clone(),
            of(&|first| format!("{} {}", first.contact_id, first.name)),
            of(&|first| first.order.map_or("all open".into(), |id| id.to_string())),
            of(&|first| why(first)),
            if line.sure { "sure" } else { "" }.to_owned(),
        ]
    });
    let heads = [
        "Line", "Date", "Amount", "Payer", "Text", "Contact", "Order", "Why", "",
    ];
    let list = table(heads, rows);
    let credits = counted(statement.credits, "credit", "credits");
    let rest = format!(
        "{credits} ({} sure), {} booked before, {} outgoing, {} unread.\n",
        statement.sure, statement.booked, statement.outgoing, statement.unread
    );
    let end = match &answer.booking {
        Some(BankBooked {
            batch: Some(batch),
            payments,
            ..
        }) => {
            let payments = counted(*payments, "payment", "payments");
            format!("{payments} booked as batch {batch}; `roster undo {batch}` takes it back.\n")
        }
        Some(_) => "Nothing was booked.\n".to_owned(),
        None if statement.sure > 0 => "--apply books what is sure.\n".to_owned(),
        None => String::new(),
    };
    format!("{list}{rest}{end}")
}

fn why(first: &bank::BankProposal) -> String {
    let reasons: Vec<&str> = first.reasons.iter().map(|reason| word(*reason)).collect();
    format!("{:.0} %: {}", first.confidence * 100.0, reasons.join(", "))
}

fn word(reason: BankReason) -> &'static str {
    match reason {
        BankReason::Invoice => "invoice number",
        BankReason::Order => "order number",
        BankReason::Number => "a number",
        BankReason::MemberNumber => "member number",
        BankReason::Payer => "payer's name",
        BankReason::NameInText => "name in the text",
        BankReason::Amount => "amount",
        BankReason::AllOpen => "all that is open",
        BankReason::Part => "part of it",
    }
}

fn parse_choice(text: &str) -> std::result::Result<(u32, i64), String> {
    let parts = text.split_once('=');
    let read = parts
        .and_then(|(line, order)| Some((line.trim().parse().ok()?, order.trim().parse().ok()?)));
    read.ok_or_else(|| "write LINE=ORDER, such as 3=17".to_owned())
}
