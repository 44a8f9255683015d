//! `roster group create` and `roster group edit`.

use clap::Args;
use roster_core::groups::{self, GroupChanged, GroupCreate, GroupEdit};

use super::text;
use crate::choosing::group_named;
use crate::commands::Context;
use crate::failure::Result;

const EXAMPLES: &str = "\
Examples:
  roster group create Board --category Bodies
  roster group create \"New in Spain\" --filter 'country = \"ES\" and created within 30 days'";

/// Make a group: one that contacts are put into, or with --filter one that follows its filter.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Create {
    /// The group's name.
    name: String,
    /// The category, made when new.
    #[arg(long, value_name = "C")]
    category: Option<String>,
    /// general, campaign, event or segment.
    #[arg(long = "type", value_name = "T")]
    kind: Option<String>,
    /// Who is in it, as an expression; makes the group dynamic.
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// What it is for.
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
}

/// Change a group; an empty category or description goes.
#[derive(Debug, Args)]
pub struct Edit {
    /// The group's name.
    name: String,
    /// Its new name, which goes into every filter that names the group.
    #[arg(long = "name", value_name = "NEW")]
    new: Option<String>,
    /// The category, made when new.
    #[arg(long, value_name = "C")]
    category: Option<String>,
    /// general, campaign, event or segment.
    #[arg(long = "type", value_name = "T")]
    kind: Option<String>,
    /// The new filter of a dynamic group.
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// What it is for.
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
}

impl Create {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let create = GroupCreate {
            name: self.name,
            category: self.category,
            kind_of_use: self.kind,
            filter: self.filter,
            description: self.description,
        };
        let work = async |ws: &_| Ok(groups::create(ws, &create).await?);
        let changed = crate::workspace::writable(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Edit {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            let edit = GroupEdit {
                id: group_named(ws, &self.name).await?,
                name: self.new,
                category: self.category,
                kind_of_use: self.kind,
                filter: self.filter,
                description: self.description,
            };
            Ok(groups::edit(ws, &edit).await?)
        };
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

/// The group as it is now.
pub fn answer(context: &mut Context<'_, '_>, changed: &GroupChanged) -> Result<()> {
    context
        .out
        .done(&changed.group, || text::group(&changed.group))
}
