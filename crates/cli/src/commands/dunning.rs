//! `roster orders dunning` and `roster orders dunning-levels`: what is overdue, the letters, the levels.

use clap::Args;
use roster_core::Workspace;
use roster_core::dunning::{
    self, Dunning as Due, DunningDone, DunningLevel, DunningLevels, DunningLook, DunningRun,
};
use serde::Serialize;

use super::Context;
use super::membership_type::parse_days;
use crate::failure::Result;
use crate::table::{counted, table};

/// List the orders that are due for their next level of dunning; with --apply, record the level and write the letters.
///
/// No level is skipped. Who has died gets no letter.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster orders dunning --level 1 --apply --letters reminders.pdf"
)]
pub struct Dunning {
    /// Only orders whose next level is this one.
    #[arg(long, value_name = "N")]
    level: Option<u32>,
    /// Only these orders; repeatable.
    #[arg(long, value_name = "ID")]
    order: Vec<i64>,
    /// Record the level of each, as one batch.
    #[arg(long)]
    apply: bool,
    /// Write a letter for each who owes; ends with .pdf.
    #[arg(long, value_name = "FILE", requires = "apply")]
    letters: Option<String>,
    /// en or he.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    language: String,
}

/// Show the levels of dunning, or set them.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster orders dunning-levels --due 14d --level 7d=Reminder --level 21d --level \"35d=Final demand\""
)]
pub struct Levels {
    /// An order is to be paid within so many days.
    #[arg(long, value_name = "DAYS", value_parser = parse_days)]
    due: Option<u32>,
    /// A level, after so many days, with the title of its letter; repeatable, all of them anew.
    #[arg(long, value_name = "DAYS[=TITLE]", value_parser = parse_level)]
    level: Vec<DunningLevel>,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    dunning: Due,
    /// What was recorded; null without --apply.
    done: Option<DunningDone>,
}

impl Dunning {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| {
            let input = DunningLook {
                level: self.level,
                limit: None,
            };
            let mut dunning = dunning::look(ws, &input).await?;
            if !self.order.is_empty() {
                dunning.due.retain(|one| self.order.contains(&one.order));
            }
            let done = match self.apply {
                true => {
                    let input = DunningRun {
                        path: self.letters,
                        level: self.level,
                        orders: Some(dunning.due.iter().map(|one| one.order).collect()),
                        language: Some(self.language),
                    };
                    Some(dunning::run(ws, &input).await?)
                }
                false => None,
            };
            Ok(Answer { dunning, done })
        };
        let answer = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&answer, || text(&answer))
    }
}

impl Levels {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| {
            let held = dunning::levels(ws).await?;
            if self.due.is_none() && self.level.is_empty() {
                return Ok(held);
            }
            let levels = match self.level.is_empty() {
                true => held.levels,
                false => self.level,
            };
            let new = DunningLevels {
                due_days: self.due.unwrap_or(held.due_days),
                levels,
            };
            Ok(dunning::set_levels(ws, &new).await?)
        };
        let levels: DunningLevels = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&levels, || {
            let rows = (1..).zip(&levels.levels).map(|(at, level): (u32, _)| {
                [at.to_string(), level.days.to_string(), level.title.clone()]
            });
            let list = table(["Level", "Days", "Title"], rows);
            format!("{list}To be paid within {} days.\n", levels.due_days)
        })
    }
}

fn text(answer: &Answer) -> String {
    let rows = answer.dunning.due.iter().map(|one| {
        [
            one.level.to_string(),
            one.order.to_string(),
            one.contact_id.to_string(),
            one.name.clone(),
            one.due_on.to_string(),
            one.days_over.to_string(),
            one.open.to_string(),
            if one.deceased { "deceased" } else { "" }.to_owned(),
        ]
    });
    let heads = [
        "Level",
        "Order",
        "Contact",
        "Name",
        "Due",
        "Days over",
        "Open",
        "",
    ];
    let list = table(heads, rows);
    let end = match &answer.done {
        Some(DunningDone {
            batch: Some(batch),
            orders,
            letters,
            ..
        }) => {
            let orders = counted(*orders, "order", "orders");
            let letters = counted(*letters, "letter", "letters");
            format!(
                "{orders} recorded ({letters}) as batch {batch}; `roster undo {batch}` takes it back.\n"
            )
        }
        Some(_) => "Nothing is due.\n".to_owned(),
        None => format!(
            "{} due; --apply records it.\n",
            counted(answer.dunning.due.len() as u32, "order", "orders")
        ),
    };
    format!("{list}{end}")
}

fn parse_level(text: &str) -> std::result::Result<DunningLevel, String> {
    let (days, title) = text.split_once('=').unwrap_or((text, ""));
    Ok(DunningLevel {
        days: parse_days(days.trim())?,
        title: title.trim().to_owned(),
        text: String::new(),
    })
}
