//! `roster membership-type add` and `roster membership-type edit`.

use chrono::NaiveDate;
use clap::{ArgAction, Args};
use roster_core::Workspace;
use roster_core::membership_types::{
    self, MembershipTypeChanged, MembershipTypeCreate, MembershipTypeEdit, ProRata, TierInput,
};
use serde::Serialize;

use super::{tier_named, type_named};
use crate::commands::Context;
use crate::commands::membership_types::row;
use crate::failure::Result;
use crate::table::table;

/// Add a type of membership.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster membership-type add Annual --term rolling:12m --grace 30d --tier Adult=50.00 --tier Student=20.00 --currency EUR"
)]
pub struct Add {
    /// The type's name.
    name: String,
    /// How long a term is: rolling:12m, rolling:30d, fixed:01-01 (to the day before that day comes round), lifetime or
    /// issues:12.
    #[arg(long, value_name = "TERM", default_value = "rolling:12m")]
    term: String,
    /// For how many days after the end a membership is in grace, such as 30d.
    #[arg(long, value_name = "DAYS", default_value = "0d", value_parser = parse_days)]
    grace: u32,
    /// A tier and its price. Repeatable.
    #[arg(long, value_name = "NAME=AMOUNT", value_parser = parse_tier)]
    tier: Vec<TierInput>,
    /// The currency of the prices; that of the workspace's country unless told.
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// What a term costs that begins within a fixed period: none (the whole price), months or days.
    #[arg(long, value_name = "none|months|days", default_value = "none", value_parser = parse_pro_rata)]
    pro_rata: ProRata,
    /// From this day of the fixed period on, a new term runs to the end of the next one.
    #[arg(long, value_name = "MM-DD")]
    roll_over: Option<String>,
}

/// Change a type of membership; terms and orders that are there stay as they were agreed.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster membership-type edit Annual --tier Adult=55.00 --from 2027-01-01"
)]
pub struct Edit {
    /// The type's name.
    name: String,
    /// Another name.
    #[arg(long, value_name = "NAME")]
    rename: Option<String>,
    /// How long the terms to come are.
    #[arg(long, value_name = "TERM")]
    term: Option<String>,
    /// For how many days after the end a membership is in grace, such as 30d.
    #[arg(long, value_name = "DAYS", value_parser = parse_days)]
    grace: Option<u32>,
    /// A new tier, or another price for one that is there. Repeatable.
    #[arg(long, value_name = "NAME=AMOUNT", value_parser = parse_tier)]
    tier: Vec<TierInput>,
    /// The day from which on these prices hold; without one they take the place of the first.
    #[arg(long, value_name = "DATE", requires = "tier")]
    from: Option<NaiveDate>,
    /// A tier that is offered no more. Repeatable.
    #[arg(long, value_name = "NAME")]
    retire_tier: Vec<String>,
    /// What a term costs that begins within a fixed period.
    #[arg(long, value_name = "none|months|days", value_parser = parse_pro_rata)]
    pro_rata: Option<ProRata>,
    /// From this day of the fixed period on, a new term runs to the end of the next one; empty takes it away.
    #[arg(long, value_name = "MM-DD")]
    roll_over: Option<String>,
    /// Offer the type no more (true), or again (false).
    #[arg(long, action = ArgAction::Set, value_name = "true|false")]
    retired: Option<bool>,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    membership_type: &'a membership_types::MembershipType,
    batch: Option<i64>,
}

impl Add {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = MembershipTypeCreate {
            name: self.name,
            term: self.term,
            grace_days: self.grace,
            currency: self.currency,
            pro_rata: self.pro_rata,
            roll_over: self.roll_over,
            tiers: self.tier,
        };
        let work = async |ws: &_| Ok(membership_types::create(ws, &input).await?);
        let changed = crate::workspace::writable(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Edit {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let global = context.global;
        let work = async |ws: &Workspace| {
            let of = type_named(ws, &self.name).await?;
            let mut retire_tiers = Vec::new();
            for name in &self.retire_tier {
                retire_tiers.push(tier_named(&of, name)?);
            }
            let from = self.from;
            let tiers = self.tier.into_iter().map(|tier| TierInput { from, ..tier });
            let input = MembershipTypeEdit {
                id: of.id,
                name: self.rename,
                term: self.term,
                grace_days: self.grace,
                pro_rata: self.pro_rata,
                roll_over: self.roll_over,
                tiers: tiers.collect(),
                retire_tiers,
                retired: self.retired,
            };
            Ok(membership_types::edit(ws, &input).await?)
        };
        let changed = crate::workspace::existing(global, work).await?;
        answer(context, &changed)
    }
}

pub fn answer(context: &mut Context<'_, '_>, changed: &MembershipTypeChanged) -> Result<()> {
    let answer = Answer {
        membership_type: &changed.membership_type,
        batch: changed.batch,
    };
    context.out.done(&answer, || {
        let rows = [row(&changed.membership_type)];
        table(["Name", "Term", "Grace", "Tiers", "Members"], rows)
    })
}

/// `30d` or `30`.
pub fn parse_days(text: &str) -> std::result::Result<u32, String> {
    let number = text.trim().trim_end_matches('d');
    number
        .parse()
        .map_err(|_| "write a number of days, such as 30d".to_owned())
}

fn parse_tier(text: &str) -> std::result::Result<TierInput, String> {
    let (name, price) = text
        .rsplit_once('=')
        .ok_or("write NAME=AMOUNT, such as Adult=50.00")?;
    Ok(TierInput {
        id: None,
        name: name.trim().to_owned(),
        price: price.trim().to_owned(),
        from: None,
    })
}

fn parse_pro_rata(text: &str) -> std::result::Result<ProRata, String> {
    ProRata::from_name(text).ok_or_else(|| "write none, months or days".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_tiers_are_read() {
        assert_eq!((parse_days("30d"), parse_days("7")), (Ok(30), Ok(7)));
        assert!(parse_days("d").is_err() && parse_days("3m").is_err());
        let tier = parse_tier("A=B=12.50").unwrap();
        assert_eq!((tier.name.as_str(), tier.price.as_str()), ("A=B", "12.50"));
        assert!(parse_tier("Adult").is_err());
    }
}
