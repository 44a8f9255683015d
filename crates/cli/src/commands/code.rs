//! `roster orders codes` and `roster orders code …`: the codes that give discounts.

use chrono::NaiveDate;
use clap::{ArgGroup, Args, Subcommand};
use roster_core::Workspace;
use roster_core::discounts::{
    self, PromoCode, PromoCodeAdd, PromoCodeChanged, PromoCodeEdit, PromoCodes,
};

use super::Context;
use crate::failure::Result;
use crate::table::table;

/// List the codes that give discounts, with how often each was used.
#[derive(Debug, Args)]
pub struct Codes;

/// Add a code that gives a discount, or change when and how often it is taken.
#[derive(Debug, Subcommand)]
pub enum Code {
    Add(Add),
    Edit(Edit),
}

/// Add a code: a percentage of what an order costs, or an amount.
#[derive(Debug, Args)]
#[command(
    group = ArgGroup::new("worth").required(true).args(["percent", "amount"]),
    after_help = "Example:\n  roster orders code add SUMMER26 --percent 10 --until 2026-08-31 --uses 100"
)]
pub struct Add {
    /// The code, one word.
    code: String,
    /// This many per cent.
    #[arg(long, value_name = "N")]
    percent: Option<u32>,
    /// This much, such as "5.00 EUR".
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    /// What stands on the order; the code unless told.
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    #[command(flatten)]
    when: When,
}

/// Change when and how often a code is taken. What isn't told stays as it is.
#[derive(Debug, Args)]
pub struct Edit {
    /// The code.
    code: String,
    #[command(flatten)]
    when: When,
    /// Take it no more.
    #[arg(long, conflicts_with = "resume")]
    retire: bool,
    /// Take it again.
    #[arg(long)]
    resume: bool,
}

#[derive(Debug, Args)]
struct When {
    /// The first day of an order that it is taken for.
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    until: Option<NaiveDate>,
    /// How often at most.
    #[arg(long, value_name = "N")]
    uses: Option<u32>,
}

impl Codes {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| Ok(discounts::list(ws).await?);
        let all: PromoCodes = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&all, || listed(&all.codes))
    }
}

impl Code {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| match self {
            Self::Add(add) => Ok(discounts::add(ws, &add.input()).await?),
            Self::Edit(edit) => Ok(discounts::edit(ws, &edit.input(ws).await?).await?),
        };
        let changed: PromoCodeChanged = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .done(&changed, || listed(std::slice::from_ref(&changed.code)))
    }
}

impl Add {
    fn input(self) -> PromoCodeAdd {
        PromoCodeAdd {
            code: self.code,
            text: self.text,
            percent: self.percent,
            amount: self.amount,
            valid_from: self.when.from,
            valid_until: self.when.until,
            uses: self.when.uses,
        }
    }
}

impl Edit {
    async fn input(self, ws: &Workspace) -> Result<PromoCodeEdit> {
        let all = discounts::list(ws).await?.codes;
        let is_meant = |code: &PromoCode| code.code.to_lowercase() == self.code.to_lowercase();
        let held = all.into_iter().find(is_meant);
        let held = held.ok_or_else(|| roster_core::Error::not_found("code", &self.code))?;
        Ok(PromoCodeEdit {
            id: held.id,
            valid_from: self.when.from.or(held.valid_from),
            valid_until: self.when.until.or(held.valid_until),
            uses: self.when.uses.or(held.uses),
            retired: (held.retired || self.retire) && !self.resume,
        })
    }
}

fn listed(codes: &[PromoCode]) -> String {
    if codes.is_empty() {
        return "There are no codes. `roster orders code add SUMMER26 --percent 10` makes one.\n"
            .into();
    }
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let rows = codes.iter().map(|code| {
        let percent = code.percent.map(|percent| format!("{percent} %"));
        let amount = code.amount.as_ref().map(ToString::to_string);
        let uses = code.uses.map(|uses| format!(" of {uses}"));
        [
            code.code.clone(),
            percent.or(amount).unwrap_or_default(),
            day(code.valid_from),
            day(code.valid_until),
            format!("{}{}", code.used, uses.unwrap_or_default()),
            if code.retired { "retired" } else { "" }.to_owned(),
        ]
    });
    table(["Code", "Discount", "From", "Until", "Used", ""], rows)
}
