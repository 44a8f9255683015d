//! `roster renewals`: who would be renewed, and doing it as one batch.

use clap::Args;
use roster_core::Workspace;
use roster_core::renewals::{self, RenewalsRequest};

use super::Context;
use super::membership_type::{parse_days, type_named};
use crate::failure::Result;
use crate::table::{counted, table};

/// Show which memberships would be renewed: those that end soon or are in grace. With --apply, renew them.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  roster renewals --ends-within 30d --filter 'country = \"DE\"' --apply"
)]
pub struct Renewals {
    /// Those that end within so many days.
    #[arg(long, value_name = "DAYS", default_value = "30d", value_parser = parse_days)]
    ends_within: u32,
    /// Only the contacts that meet this expression, as in `roster contacts`.
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Only memberships of this type.
    #[arg(long = "type", value_name = "T")]
    type_name: Option<String>,
    /// Renew them, as one batch with their orders.
    #[arg(long)]
    apply: bool,
}

impl Renewals {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &Workspace| {
            let type_id = match &self.type_name {
                Some(name) => Some(type_named(ws, name).await?.id),
                None => None,
            };
            let request = RenewalsRequest {
                ends_within: Some(self.ends_within),
                filter: self.filter.unwrap_or_default(),
                type_id,
                ..RenewalsRequest::default()
            };
            Ok(match self.apply {
                true => renewals::apply(ws, &request, job).await?,
                false => renewals::preview(ws, &request).await?,
            })
        };
        let answer = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&answer, || text(&answer))
    }
}

fn text(answer: &renewals::Renewals) -> String {
    if answer.renewals.is_empty() {
        return "No membership is due.\n".into();
    }
    let rows = answer.renewals.iter().map(|one| {
        [
            one.contact_id.to_string(),
            one.name.clone(),
            one.type_name.clone(),
            one.from.to_string(),
            one.to.map(|day| day.to_string()).unwrap_or_default(),
            one.price.to_string(),
        ]
    });
    let list = table(["Contact", "Name", "Type", "From", "To", "Price"], rows);
    let totals: Vec<String> = answer.totals.iter().map(ToString::to_string).collect();
    let how_many = counted(answer.total, "membership", "memberships");
    let end = match answer.batch {
        Some(batch) => format!("renewed as batch {batch}; `roster undo {batch}` takes it back"),
        None => "would be renewed; --apply does it".to_owned(),
    };
    format!("{list}{how_many} ({}) {end}.\n", totals.join(", "))
}
