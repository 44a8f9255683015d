//! `roster member bundle add|show|leave|payer|renew`: a family's or a company's memberships on one bill.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use roster_core::Workspace;
use roster_core::bundles::{
    self, Bundle as Whole, BundleAdd, BundleChanged, BundleLeave, BundlePayer, BundleRenew,
};
use serde::Serialize;

use crate::commands::Context;
use crate::commands::membership_type::{tier_named, type_named};
use crate::failure::Result;
use crate::table::table;

/// Family and company bundles: one payer, who may be no member, and a term that all share.
#[derive(Debug, Subcommand)]
pub enum Bundle {
    Add(Add),
    Show(Show),
    Leave(Leave),
    Payer(Payer),
    Renew(Renew),
}

/// Take members into the bundle of a payer; the first make it. Each pays from their own day to the shared end.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  roster member bundle add 12 15 16 --type Annual --tier Family")]
pub struct Add {
    /// The contact that pays; a member or not.
    payer: i64,
    /// The members, by their contact numbers.
    #[arg(required = true, value_name = "ID")]
    members: Vec<i64>,
    /// The type of membership.
    #[arg(long = "type", value_name = "T")]
    type_name: String,
    /// The tier; may be left out where there is one.
    #[arg(long, value_name = "R")]
    tier: Option<String>,
    /// The day of joining; today unless told.
    #[arg(long, value_name = "DATE")]
    joined: Option<NaiveDate>,
    /// Make no order.
    #[arg(long)]
    free: bool,
}

/// Show the bundles that a contact pays for or is part of.
#[derive(Debug, Args)]
pub struct Show {
    /// The contact's number.
    id: i64,
}

/// Let a member leave: the term goes on to its end, and they pay for the next themselves.
#[derive(Debug, Args)]
pub struct Leave {
    /// The contact's number, from `roster members`.
    id: i64,
    /// The type of membership.
    #[arg(long = "type", value_name = "T")]
    type_name: String,
}

/// Let somebody else pay from the next order on.
#[derive(Debug, Args)]
pub struct Payer {
    /// The contact that has paid until now.
    payer: i64,
    /// The contact that pays from now on; a member or not.
    #[arg(long, value_name = "ID")]
    to: i64,
    /// The type of membership.
    #[arg(long = "type", value_name = "T")]
    type_name: String,
}

/// Renew all of a bundle for one more shared term, on one order.
#[derive(Debug, Args)]
pub struct Renew {
    /// The contact that pays.
    payer: i64,
    /// The type of membership.
    #[arg(long = "type", value_name = "T")]
    type_name: String,
    /// Make no order.
    #[arg(long)]
    free: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    bundle: Option<&'a Whole>,
    batch: Option<i64>,
}

impl Bundle {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let changed = match self {
            Self::Show(command) => return command.run(context).await,
            Self::Add(command) => command.run(context).await,
            Self::Leave(command) => command.run(context).await,
            Self::Payer(command) => command.run(context).await,
            Self::Renew(command) => command.run(context).await,
        }?;
        let answer = Answer {
            bundle: changed.bundle.as_ref(),
            batch: changed.batch,
        };
        context.out.done(&answer, || match &changed.bundle {
            Some(bundle) => text(bundle),
            None => "Nobody is left in this bundle.\n".to_owned(),
        })
    }
}

impl Show {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(bundles::of_contact(ws, self.id).await?);
        let found = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .answer(&found, || match found.bundles.as_slice() {
                [] => "No bundle; `roster member bundle add` makes one.\n".to_owned(),
                bundles => bundles.iter().map(text).collect(),
            })
    }
}

impl Add {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<BundleChanged> {
        let work = async |ws: &Workspace| {
            let of = type_named(ws, &self.type_name).await?;
            let tier = self.tier.as_deref().map(|tier| tier_named(&of, tier));
            let input = BundleAdd {
                payer: self.payer,
                type_id: of.id,
                members: self.members,
                tier: tier.transpose()?,
                joined: self.joined,
                free: self.free,
            };
            Ok(bundles::add(ws, &input).await?)
        };
        crate::workspace::existing(context.global, work).await
    }
}

impl Leave {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<BundleChanged> {
        let work = async |ws: &Workspace| {
            let type_id = type_named(ws, &self.type_name).await?.id;
            let input = BundleLeave {
                id: self.id,
                type_id,
            };
            Ok(bundles::leave(ws, &input).await?)
        };
        crate::workspace::existing(context.global, work).await
    }
}

impl Payer {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<BundleChanged> {
        let work = async |ws: &Workspace| {
            let input = BundlePayer {
                payer: self.payer,
                type_id: type_named(ws, &self.type_name).await?.id,
                to: self.to,
            };
            Ok(bundles::change_payer(ws, &input).await?)
        };
        crate::workspace::existing(context.global, work).await
    }
}

impl Renew {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<BundleChanged> {
        let work = async |ws: &Workspace| {
            let input = BundleRenew {
                payer: self.payer,
                type_id: type_named(ws, &self.type_name).await?.id,
                free: self.free,
            };
            Ok(bundles::renew(ws, &input).await?)
        };
        crate::workspace::existing(context.global, work).await
    }
}

fn text(bundle: &Whole) -> String {
    let end = bundle.end.map(|end| format!(", to {end}"));
    let head = format!(
        "{}: {} (contact {}) pays{}\n",
        bundle.type_name,
        bundle.payer,
        bundle.payer_id,
        end.unwrap_or_default()
    );
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let rows = bundle.members.iter().map(|one| {
        [
            one.contact_id.to_string(),
            one.number.clone(),
            one.name.clone(),
            one.tier.clone().unwrap_or_default(),
            one.status.name().to_owned(),
            day(one.joined),
            day(one.end),
        ]
    });
    let heads = [
        "Contact", "Member", "Name", "Tier", "Status", "Joined", "To",
    ];
    format!("{head}{}", table(heads, rows))
}
