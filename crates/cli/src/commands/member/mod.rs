//! `roster member …`: one member: made of a contact or directly, shown, turned back, and their memberships and payments.

mod bundle;
mod membership;
mod money;
mod text;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use roster_core::contacts::{ById, FieldValue};
use roster_core::members::{
    self, Member as Whole, MemberChanged, MemberConvert, MemberCreate, MemberKept,
};
use serde::Serialize;

use super::Context;
use super::contact::parse_set;
use crate::failure::Result;
use crate::table::counted;
use bundle::Bundle;
use membership::{Cancel, Enroll, Renew, Resume, Suspend};
use money::{Pay, Refund};

/// Make members, show them, enroll, renew, cancel, suspend, resume, and take their payments.
#[derive(Debug, Subcommand)]
pub enum Member {
    Convert(Convert),
    Create(Create),
    Show(Show),
    Revert(Revert),
    Enroll(Enroll),
    Renew(Renew),
    Cancel(Cancel),
    Suspend(Suspend),
    Resume(Resume),
    Pay(Pay),
    Refund(Refund),
    #[command(subcommand)]
    Bundle(Bundle),
}

/// Make a contact a member: the same person, everything kept.
#[derive(Debug, Args)]
pub struct Convert {
    /// The contact's number, from `roster contacts`.
    id: i64,
    /// The member number; the next free one unless told.
    #[arg(long, value_name = "NUMBER")]
    number: Option<String>,
    /// The day of joining; today unless told.
    #[arg(long, value_name = "DATE")]
    joined: Option<NaiveDate>,
}

/// Make a new contact who is a member.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster member create --set last_name=Levi --set email=noa@levi.example"
)]
pub struct Create {
    /// Give a field a value, as in `roster contact add`. Repeatable.
    #[arg(long, value_name = "FIELD=VALUE", required = true, value_parser = parse_set)]
    set: Vec<FieldValue>,
    /// The member number; the next free one unless told.
    #[arg(long, value_name = "NUMBER")]
    number: Option<String>,
    /// The day of joining; today unless told.
    #[arg(long, value_name = "DATE")]
    joined: Option<NaiveDate>,
}

/// Show a member with memberships and balance.
#[derive(Debug, Args)]
pub struct Show {
    /// The contact's number, from `roster members`.
    id: i64,
}

/// Turn a member back into a contact; memberships, orders and payments are kept.
#[derive(Debug, Args)]
pub struct Revert {
    /// The contact's number, from `roster members`.
    id: i64,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    member: &'a Whole,
    batch: Option<i64>,
}

#[derive(Serialize)]
struct Reverted<'a> {
    #[serde(flatten)]
    member: &'a Whole,
    kept: &'a MemberKept,
    batch: Option<i64>,
}

impl Member {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Convert(command) => command.run(context).await,
            Self::Create(command) => command.run(context).await,
            Self::Show(command) => command.run(context).await,
            Self::Revert(command) => command.run(context).await,
            Self::Enroll(command) => command.run(context).await,
            Self::Renew(command) => command.run(context).await,
            Self::Cancel(command) => command.run(context).await,
            Self::Suspend(command) => command.run(context).await,
            Self::Resume(command) => command.run(context).await,
            Self::Pay(command) => command.run(context).await,
            Self::Refund(command) => command.run(context).await,
            Self::Bundle(command) => command.run(context).await,
        }
    }
}

impl Convert {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = MemberConvert {
            id: self.id,
            number: self.number,
            joined: self.joined,
        };
        let work = async |ws: &_| Ok(members::convert(ws, &input).await?);
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Create {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = MemberCreate {
            set: self.set,
            number: self.number,
            joined: self.joined,
        };
        let work = async |ws: &_| Ok(members::create(ws, &input).await?);
        let changed = crate::workspace::writable(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Show {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(members::get(ws, self.id).await?);
        let member = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&member, || text::member(&member))
    }
}

impl Revert {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let input = ById { id: self.id };
        let work = async |ws: &_| Ok(members::revert(ws, &input).await?);
        let reverted = crate::workspace::existing(context.global, work).await?;
        let answer = Reverted {
            member: &reverted.member,
            kept: &reverted.kept,
            batch: reverted.batch,
        };
        context.out.done(&answer, || {
            let kept = &reverted.kept;
            format!(
                "{} is no member any more. Kept: the number {}, {}, {}, {}. `roster member convert {}` brings them back.\n",
                reverted.member.name,
                reverted.member.number,
                counted(kept.memberships, "membership", "memberships"),
                counted(kept.orders, "order", "orders"),
                counted(kept.payments, "payment", "payments"),
                reverted.member.contact_id,
            )
        })
    }
}

pub fn answer(context: &mut Context<'_, '_>, changed: &MemberChanged) -> Result<()> {
    let answer = Answer {
        member: &changed.member,
        batch: changed.batch,
    };
    context.out.done(&answer, || text::member(&changed.member))
}
