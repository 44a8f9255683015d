//! `roster org export`: writes organizations to a spreadsheet.

use std::path::PathBuf;

use clap::Args;
use roster_core::export::{self, OrganizationsExport, OrganizationsExported};

use crate::choosing_organizations::ChoosingOrganizations;
use crate::commands::Context;
use crate::failure::Result;
use crate::reading::utf8;
use crate::table::counted;

const EXAMPLES: &str = "\
Examples:
  roster org export all.xlsx
  roster org export leads.csv --kind lead --fields name,phone,email,owner";

/// Write organizations to a spreadsheet: xlsx or csv by the file's ending.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Export {
    /// The file to write.
    file: PathBuf,
    /// The format, where the file's ending does not say it.
    #[arg(long, value_name = "F", value_parser = ["xlsx", "csv"])]
    format: Option<String>,
    #[command(flatten)]
    choosing: ChoosingOrganizations,
    /// The columns in their order: name, kind, number, parent, contacts, industry, size, owner, notes, created, uid, the
    /// fields of phones, e-mails and addresses (see `roster fields`), codes of custom fields; all that hold anything unless
    /// told.
    #[arg(long, value_name = "A,B,C", value_delimiter = ',')]
    fields: Vec<String>,
}

impl Export {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let path = utf8(&self.file)?;
        let work = async |ws: &_| {
            let request = OrganizationsExport {
                path,
                format: self.format,
                query: self.choosing.query(ws).await?,
                selection: None,
                fields: self.fields,
            };
            Ok(export::run_organizations(ws, &request, job).await?)
        };
        let report: OrganizationsExported =
            crate::workspace::existing(context.global, work).await?;
        context.out.done(&report, || {
            let organizations = counted(report.organizations, "organization", "organizations");
            format!(
                "Wrote {organizations} to {} in {:.1} s.\n",
                report.file, report.seconds
            )
        })
    }
}
