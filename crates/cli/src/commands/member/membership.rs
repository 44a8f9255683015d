//! `roster member enroll|renew|cancel|suspend|resume`.

use chrono::NaiveDate;
use clap::Args;
use roster_core::Workspace;
use roster_core::memberships::{self, MemberAct, MemberEnroll, MemberRenew};

use super::answer;
use crate::commands::Context;
use crate::commands::membership_type::{tier_named, type_named};
use crate::failure::Result;

/// Enroll a member: a membership, its first term, and the order for it.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster member enroll 12 --type Annual --tier Adult --start 2026-01-01"
)]
pub struct Enroll {
    /// The contact's number, from `roster members`.
    id: i64,
    /// The type of membership.
    #[arg(long = "type", value_name = "T")]
    type_name: String,
    /// The tier; may be left out where there is one.
    #[arg(long, value_name = "R")]
    tier: Option<String>,
    /// The first day; today unless told.
    #[arg(long, value_name = "DATE")]
    start: Option<NaiveDate>,
    /// Make no order.
    #[arg(long)]
    free: bool,
    /// The contact that pays, where that is somebody else.
    #[arg(long, value_name = "ID")]
    payer: Option<i64>,
    /// Why it is for life.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// A code that gives a discount.
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
}

/// Renew a membership: before the end and in grace from the day after the end, later from today.
#[derive(Debug, Args)]
pub struct Renew {
    /// The contact's number, from `roster members`.
    id: i64,
    /// The type of membership.
    #[arg(long = "type", value_name = "T")]
    type_name: String,
    /// Another tier than that of the last term.
    #[arg(long, value_name = "R")]
    tier: Option<String>,
    /// Make no order.
    #[arg(long)]
    free: bool,
}

#[derive(Debug, Args)]
struct Act {
    /// The contact's number, from `roster members`.
    id: i64,
    /// The type of membership.
    #[arg(long = "type", value_name = "T")]
    type_name: String,
    /// The day from which on it holds; today unless told.
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

/// Cancel a membership from a day on; its orders stay.
#[derive(Debug, Args)]
pub struct Cancel {
    #[command(flatten)]
    act: Act,
}

/// Suspend a membership from a day on; of a rolling term the days are added at the end.
#[derive(Debug, Args)]
pub struct Suspend {
    #[command(flatten)]
    act: Act,
}

/// Let a suspended membership go on from a day on.
#[derive(Debug, Args)]
pub struct Resume {
    #[command(flatten)]
    act: Act,
}

impl Enroll {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| {
            let of = type_named(ws, &self.type_name).await?;
            let tier = self.tier.as_deref().map(|tier| tier_named(&of, tier));
            let input = MemberEnroll {
                id: self.id,
                type_id: of.id,
                tier: tier.transpose()?,
                start: self.start,
                free: self.free,
                payer: self.payer,
                reason: self.reason,
                code: self.code,
            };
            Ok(memberships::enroll(ws, &input).await?)
        };
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Renew {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| {
            let of = type_named(ws, &self.type_name).await?;
            let tier = self.tier.as_deref().map(|tier| tier_named(&of, tier));
            let input = MemberRenew {
                id: self.id,
                type_id: of.id,
                tier: tier.transpose()?,
                free: self.free,
            };
            Ok(memberships::renew(ws, &input).await?)
        };
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Act {
    async fn input(self, ws: &Workspace) -> Result<MemberAct> {
        Ok(MemberAct {
            id: self.id,
            type_id: type_named(ws, &self.type_name).await?.id,
            on: self.on,
            reason: self.reason,
        })
    }
}

impl Cancel {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(memberships::cancel(ws, &self.act.input(ws).await?).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Suspend {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(memberships::suspend(ws, &self.act.input(ws).await?).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Resume {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(memberships::resume(ws, &self.act.input(ws).await?).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}
