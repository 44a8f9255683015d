//! `roster membership-type …`: one type of membership, made, changed, counted down.

mod change;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use roster_core::Workspace;
use roster_core::membership_types::{self, IssueMailed, MembershipType as Whole};

use super::Context;
use crate::failure::{Failure, Result};
pub use change::parse_days;
use change::{Add, Edit};

/// Add or change a type of membership, or say that an issue was mailed.
#[derive(Debug, Subcommand)]
pub enum MembershipType {
    Add(Add),
    Edit(Edit),
    Mail(Mail),
}

/// Count down the memberships of a type by an issue that was mailed.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster membership-type mail Magazine --on 2026-12-01 --issue 12/2026"
)]
pub struct Mail {
    /// The type's name.
    name: String,
    /// The day on which it was mailed; today unless told.
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// What the issue is called.
    #[arg(long, value_name = "TEXT")]
    issue: Option<String>,
}

impl MembershipType {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        match self {
            Self::Add(command) => command.run(context).await,
            Self::Edit(command) => command.run(context).await,
            Self::Mail(command) => command.run(context).await,
        }
    }
}

impl Mail {
    async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &Workspace| {
            let input = IssueMailed {
                id: type_named(ws, &self.name).await?.id,
                on: self.on.unwrap_or_else(|| ws.today()),
                name: self.issue,
            };
            Ok(membership_types::mail(ws, &input).await?)
        };
        let changed = crate::workspace::existing(context.global, work).await?;
        change::answer(context, &changed)
    }
}

/// The type of that name, case and accents ignored.
pub async fn type_named(ws: &Workspace, name: &str) -> Result<Whole> {
    let types = membership_types::list(ws).await?.types;
    let id = match membership_types::named(&mut *ws.read().await?, name).await {
        Ok(id) => id,
        Err(error @ roster_core::Error::NotFound { .. }) => {
            let names: Vec<&str> = types.iter().map(|one| one.name.as_str()).collect();
            let hint = match names.as_slice() {
                [] => "`roster membership-type add NAME` makes one.".to_owned(),
                names => format!("There are: {}.", names.join(", ")),
            };
            return Err(Failure::told("not_found", error.to_string(), hint));
        }
        Err(error) => return Err(error.into()),
    };
    let found = types.into_iter().find(|one| one.id == id);
    Ok(found.ok_or_else(|| roster_core::Error::not_found("membership type", name))?)
}

/// The tier of that name.
pub fn tier_named(of: &Whole, name: &str) -> Result<i64> {
    let found = of
        .tiers
        .iter()
        .find(|tier| tier.name.to_lowercase() == name.trim().to_lowercase());
    found.map(|tier| tier.id).ok_or_else(|| {
        let names: Vec<&str> = of.tiers.iter().map(|tier| tier.name.as_str()).collect();
        Failure::told(
            "not_found",
            format!("{} has no tier {name}.", of.name),
            format!("There are: {}.", names.join(", ")),
        )
    })
}
