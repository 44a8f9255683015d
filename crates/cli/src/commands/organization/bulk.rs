//! `roster org bulk`: fields of many organizations at once.

use clap::Args;
use roster_core::bulk::{self, OrganizationsChange};
use roster_core::contacts::{BatchDone, FieldValue};
use roster_core::organizations;

use crate::choosing_organizations::ChoosingOrganizations;
use crate::commands::Context;
use crate::commands::contact::parse_set;
use crate::failure::Result;
use crate::table::counted;

/// Give fields of many organizations a value, undone together.
///
/// Organizations that are so already stay as they are. Without options that choose some, all are meant.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  roster org bulk --kind lead --set owner=Mia")]
pub struct Bulk {
    #[command(flatten)]
    choosing: ChoosingOrganizations,
    /// Give a field this value, an empty one empties it: kind, number, industry, size, owner, notes, parent (an id or a
    /// name), the code of a custom field. Repeatable.
    #[arg(long, value_name = "FIELD=VALUE", required = true, value_parser = parse_set)]
    set: Vec<FieldValue>,
}

impl Bulk {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &_| {
            let query = self.choosing.query(ws).await?;
            let request = OrganizationsChange {
                selection: organizations::selection_of(ws, &query).await?,
                set: self.set,
            };
            Ok(bulk::change_organizations(ws, &request, job).await?)
        };
        let done: BatchDone = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&done, || text(&done))
    }
}

fn text(done: &BatchDone) -> String {
    match done.batch {
        Some(batch) => format!(
            "Changed {} (batch {batch}; `roster undo` takes it back).\n",
            counted(done.count, "organization", "organizations")
        ),
        None => "Nothing had to be changed.\n".to_owned(),
    }
}
