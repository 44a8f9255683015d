//! `roster group merge`, `combine` and `duplicate`.

use clap::{ArgGroup, Args};
use roster_core::groups::{
    self, Combination, GroupCreate, GroupDuplicate, GroupsCombine, GroupsMerge,
};

use super::save::answer;
use crate::choosing::group_named;
use crate::commands::Context;
use crate::failure::Result;

/// Move the contacts of other groups into one; the others go.
#[derive(Debug, Args)]
pub struct Merge {
    /// The group that stays.
    into: String,
    /// The groups that go.
    #[arg(required = true)]
    from: Vec<String>,
}

/// Make a group of others: of who is in them now, or with --live one that follows them.
#[derive(Debug, Args)]
#[command(
    group = ArgGroup::new("how").required(true).args(["union", "intersect", "except"]),
    after_help = "Example:\n  roster group combine \"Not yet asked\" --except Newsletter Asked --live"
)]
pub struct Combine {
    /// The new group's name.
    name: String,
    /// In any of these groups.
    #[arg(long, value_name = "GROUP", num_args = 2..)]
    union: Vec<String>,
    /// In all of these groups.
    #[arg(long, value_name = "GROUP", num_args = 2..)]
    intersect: Vec<String>,
    /// In the first and in none of the others.
    #[arg(long, value_name = "GROUP", num_args = 2..)]
    except: Vec<String>,
    /// Follow the groups from now on.
    #[arg(long)]
    live: bool,
}

/// Make a group like another.
#[derive(Debug, Args)]
pub struct Duplicate {
    /// The group's name.
    name: String,
    /// The new group's name.
    new: String,
}

impl Merge {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            let into = group_named(ws, &self.into).await?;
            let mut from = Vec::new();
            for name in &self.from {
                from.push(group_named(ws, name).await?);
            }
            Ok(groups::merge(ws, &GroupsMerge { into, from }).await?)
        };
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Combine {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let (how, names) = match (self.union, self.intersect) {
            (names, _) if !names.is_empty() => (Combination::Union, names),
            (_, names) if !names.is_empty() => (Combination::Intersect, names),
            _ => (Combination::Except, self.except),
        };
        let work = async |ws: &_| {
            let mut of = Vec::new();
            for name in &names {
                of.push(group_named(ws, name).await?);
            }
            let combine = GroupsCombine {
                group: GroupCreate {
                    name: self.name,
                    ..GroupCreate::default()
                },
                how,
                of,
                live: self.live,
            };
            Ok(groups::combine(ws, &combine).await?)
        };
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}

impl Duplicate {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| {
            let id = group_named(ws, &self.name).await?;
            Ok(groups::duplicate(ws, &GroupDuplicate { id, name: self.new }).await?)
        };
        let changed = crate::workspace::existing(context.global, work).await?;
        answer(context, &changed)
    }
}
