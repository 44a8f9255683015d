//! `roster membership-types`: the types of membership with their tiers and prices.

use clap::Args;
use roster_core::membership_types::{self, MembershipType, MembershipTypes as All};

use super::Context;
use crate::failure::Result;
use crate::table::{count, table};

/// List the types of membership with their tiers and prices.
#[derive(Debug, Args)]
pub struct MembershipTypes {}

impl MembershipTypes {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let work = async |ws: &_| Ok(membership_types::list(ws).await?);
        let types = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&types, || text(&types))
    }
}

fn text(all: &All) -> String {
    if all.types.is_empty() {
        return "There are no types of membership. `roster membership-type add Annual --term rolling:12m --tier Adult=50.00 --currency EUR` makes one.\n".into();
    }
    let rows = all.types.iter().map(row);
    table(["Name", "Term", "Grace", "Tiers", "Members"], rows)
}

pub fn row(one: &MembershipType) -> [String; 5] {
    let offered = one.tiers.iter().filter(|tier| !tier.retired);
    let tiers: Vec<String> = offered
        .map(|tier| format!("{} {}", tier.name, tier.price))
        .collect();
    [
        one.name.clone(),
        one.term.clone(),
        format!("{} days", one.grace_days),
        tiers.join(", "),
        count(one.members),
    ]
}
