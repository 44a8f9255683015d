//! `roster consents`: the register of consents over all contacts.

use clap::Args;
use roster_core::privacy::{self, ConsentEntry, ConsentsRequest, ConsentsSave};

use super::Context;
use crate::failure::Result;
use crate::table::{counted, table};

/// List the consents of all contacts: who agreed to what, when and how, and who refused or withdrew it.
#[derive(Debug, Args)]
pub struct Consents {
    /// Only for this purpose.
    #[arg(long, value_name = "TEXT")]
    purpose: Option<String>,
    /// Only in this state.
    #[arg(long, value_name = "given|refused|withdrawn")]
    state: Option<String>,
    /// Only of contacts in whom this is found.
    #[arg(long, value_name = "TEXT", default_value = "", conflicts_with = "save")]
    search: String,
    /// How many to show, at most 1000.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
    /// How many to skip.
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u32,
    /// Write all of them to a spreadsheet, .xlsx or .csv, instead.
    #[arg(long, value_name = "FILE")]
    save: Option<String>,
}

impl Consents {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        if let Some(path) = self.save {
            let request = ConsentsSave {
                path,
                purpose: self.purpose,
                state: self.state,
            };
            let job = context.job;
            let work = async |ws: &_| Ok(privacy::save_consents(ws, &request, job).await?);
            let saved = crate::workspace::existing(context.global, work).await?;
            let consents = counted(saved.consents, "consent", "consents");
            let said = || format!("Wrote {consents} to {}.\n", saved.file);
            return context.out.done(&saved, said);
        }
        let request = ConsentsRequest {
            search: self.search,
            purpose: self.purpose,
            state: self.state,
            offset: self.offset,
            limit: self.limit,
        };
        let work = async |ws: &_| Ok(privacy::consents(ws, &request).await?);
        let found = crate::workspace::existing(context.global, work).await?;
        context.out.answer(&found, || {
            let heads = [
                "Contact", "Name", "Purpose", "State", "Given", "Ended", "How",
            ];
            let list = table(heads, found.consents.iter().map(row));
            format!("{list}{}\n", counted(found.total, "consent", "consents"))
        })
    }
}

fn row(entry: &ConsentEntry) -> [String; 7] {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    [
        entry.contact_id.to_string(),
        entry.name.clone(),
        entry.purpose.clone(),
        entry.state.clone(),
        text(&entry.given_on),
        text(&entry.ended_on),
        text(&entry.how),
    ]
}
