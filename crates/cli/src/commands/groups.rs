//! `roster groups`: the groups with their counts.

use clap::Args;
use roster_core::groups::{self, GroupKind};

use super::Context;
use crate::failure::Result;
use crate::table::{count, table};

/// List the groups with their active and all contacts.
#[derive(Debug, Args)]
pub struct Groups {}

impl Groups {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let groups =
            crate::workspace::existing(context.global, async |ws| Ok(groups::list(ws).await?))
                .await?;
        context.out.answer(&groups, || text(&groups))
    }
}

fn text(groups: &groups::Groups) -> String {
    if groups.groups.is_empty() {
        return "There are no groups. `roster group create NAME` makes one, and so does `roster import FILE --group NAME`.\n".into();
    }
    let rows = groups.groups.iter().map(|group| {
        let kind = match group.kind {
            GroupKind::Static => "static",
            GroupKind::Dynamic => "dynamic",
        };
        [
            group.id.to_string(),
            group.name.clone(),
            group.category.clone().unwrap_or_default(),
            group.kind_of_use.clone(),
            kind.to_owned(),
            count(group.active),
            count(group.total),
        ]
    });
    table(
        ["Id", "Name", "Category", "Type", "Kind", "Active", "All"],
        rows,
    )
}
