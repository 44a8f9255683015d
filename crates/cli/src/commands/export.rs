//! `roster export`: writes contacts to a file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use roster_core::export::{self, ExportReport, ExportRequest};
use roster_core::gate::{Channel, LeftOut};
use serde::Serialize;

use super::Context;
use crate::choosing::Choosing;
use crate::failure::Result;
use crate::reading::utf8;
use crate::table::{count, counted};

const EXAMPLES: &str = "\
Examples:
  roster export all.xlsx
  roster export choir.csv --group Choir --fields first_name,last_name,email
  roster export phone.vcf --group Board
  roster export call.xlsx --for phone --sort last_name
  roster export send.xlsx --for email --left-out left.xlsx   the second file says who is missing and why";

/// Write contacts to a spreadsheet or to cards: xlsx, csv or vcf by the file's ending.
///
/// With --for, whom the office may not reach that way is left out and counted.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Export {
    /// The file to write.
    file: PathBuf,
    /// The format, where the file's ending does not say it; vcf is vCard 3.0, vcf4 is vCard 4.0.
    #[arg(long, value_name = "F", value_parser = ["xlsx", "csv", "vcf", "vcf4"])]
    format: Option<String>,
    #[command(flatten)]
    choosing: Choosing,
    /// The columns in their order, by the fields' codes (see `roster fields`); all that hold anything unless told.
    #[arg(long, value_name = "A,B,C", value_delimiter = ',')]
    fields: Vec<String>,
    /// What the list is for: leaves out opted-out values, do-not-contact and deceased.
    #[arg(long = "for", value_name = "PURPOSE")]
    purpose: Option<For>,
    /// Save whom --for left out and why, xlsx or csv by the file's ending.
    #[arg(long, value_name = "FILE", requires = "purpose")]
    left_out: Option<PathBuf>,
}

/// CLI.md, `export`.
#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    contacts: u64,
    left_out: &'a LeftOut,
    /// The list of those left out, where it was asked for and there are any.
    left_out_file: Option<&'a str>,
    seconds: f64,
}

impl<'a> Answer<'a> {
    fn of(report: &'a ExportReport) -> Self {
        Self {
            file: &report.file,
            contacts: report.contacts,
            left_out: &report.left_out,
            left_out_file: report.left_out_file.as_deref(),
            seconds: report.seconds,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum For {
    Email,
    Sms,
    Phone,
    Post,
}

impl Export {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &_| {
            let request = ExportRequest {
                path: utf8(&self.file)?,
                format: self.format,
                query: self.choosing.query(ws).await?,
                selection: None,
                fields: self
                    .fields
                    .into_iter()
                    .map(|f| f.trim().to_owned())
                    .collect(),
                purpose: self.purpose.map(channel),
                left_out_path: self.left_out.as_deref().map(utf8).transpose()?,
            };
            Ok(export::run(ws, &request, job).await?)
        };
        let report = crate::workspace::existing(context.global, work).await?;
        context.out.done(&Answer::of(&report), || text(&report))
    }
}

fn channel(purpose: For) -> Channel {
    match purpose {
        For::Email => Channel::Email,
        For::Sms => Channel::Sms,
        For::Phone => Channel::Phone,
        For::Post => Channel::Post,
    }
}

fn text(report: &ExportReport) -> String {
    let contacts = counted(report.contacts, "contact", "contacts");
    format!(
        "Wrote {contacts} to {} in {:.1} s.\n{}",
        report.file,
        report.seconds,
        left_out(&report.left_out, report.left_out_file.as_deref())
    )
}

/// Whom the gate left out, in words, and where they are listed; nothing when nobody was.
pub(super) fn left_out(left_out: &LeftOut, listed: Option<&str>) -> String {
    let reasons = [
        ("opted out", left_out.opted_out),
        ("do not contact", left_out.do_not_contact),
        ("deceased", left_out.deceased),
        ("nothing to reach them by", left_out.no_address),
    ];
    let told: Vec<String> = reasons
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(why, n)| format!("{} {why}", count(*n)))
        .collect();
    if told.is_empty() {
        String::new()
    } else {
        let listed = listed
            .map(|file| format!(" See {file}."))
            .unwrap_or_default();
        format!("Left out: {}.{listed}\n", told.join(", "))
    }
}
