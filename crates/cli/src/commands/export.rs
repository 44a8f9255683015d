//! `roster export`: writes contacts to a file.

use std::path::PathBuf;

use clap::Args;
use roster_core::Workspace;
use roster_core::export::{
    self, CsvChoice, CsvDelimiter, ExportChoice, ExportProfileSave, ExportReport, ExportRequest,
    LeftBehind, SplitFile,
};
use roster_core::fields::{self, Field};
use roster_core::gate::{Channel, LeftOut};
use serde::Serialize;

use super::Context;
use crate::choosing::{Choosing, For};
use crate::failure::Result;
use crate::reading::utf8;
use crate::table::{count, counted};

const EXAMPLES: &str = "\
Examples:
  roster export all.xlsx
  roster export choir.csv --group Choir --fields first_name,last_name,email
  roster export phone.vcf --group Board
  roster export call.xlsx --for phone --sort last_name
  roster export send.xlsx --for email --left-out left.xlsx   the second file says who is missing and why
  roster export phone.csv --dialect google                   as Google Contacts reads it
  roster export liste.csv --delimiter ';'                    as Excel opens it in most of Europe
  roster export lists --split-by country --format csv        a file for each country, in the folder lists
  roster export post.xlsx --fields last_name,street,city --save-profile 'Post office'
  roster export post.xlsx --profile 'Post office'            the same columns the next time";

/// Write contacts to a spreadsheet or to cards: xlsx, csv or vcf by the file's ending.
///
/// With --for, whom the office may not reach that way is left out and counted.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Export {
    /// The file to write; with --split-by the folder.
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
    /// Write a csv as another program reads it: google, outlook (outlook:de for a German one) or mailchimp. Opted-out
    /// values stay out of it; Mailchimp gets only those who may be written to.
    #[arg(long, value_name = "PROGRAM")]
    dialect: Option<String>,
    /// Opted-out values too, in a file for a program that knows no opt-outs.
    #[arg(long)]
    with_opted_out: bool,
    /// What stands between the cells of a csv. Where Excel expects a semicolon, numbers have a comma.
    #[arg(long, value_name = "D", value_parser = [",", ";", "tab"], allow_hyphen_values = true)]
    delimiter: Option<String>,
    /// UTF-8 with the mark by which Excel knows it, or without.
    #[arg(long, value_name = "E", value_parser = ["utf-8-mark", "utf-8"])]
    encoding: Option<String>,
    /// A file for each value of a field, or of `owner` for the organization's owner; all of them or none. What stands in
    /// the folder stays.
    #[arg(long, value_name = "FIELD")]
    split_by: Option<String>,
    /// Take columns, format, purpose and program from a profile; what else is said here comes before that.
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Keep columns, format, purpose and program under a name for the next time.
    #[arg(long, value_name = "NAME")]
    save_profile: Option<String>,
}

/// CLI.md, `export`.
#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    contacts: u64,
    left_out: &'a LeftOut,
    /// The list of those left out, where it was asked for and there are any.
    left_out_file: Option<&'a str>,
    /// What the program of the dialect has no place for.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    left_behind: &'a [LeftBehind],
    /// The files of a split export.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    files: &'a [SplitFile],
    seconds: f64,
}

impl<'a> Answer<'a> {
    fn of(report: &'a ExportReport) -> Self {
        Self {
            file: &report.file,
            contacts: report.contacts,
            left_out: &report.left_out,
            left_out_file: report.left_out_file.as_deref(),
            left_behind: &report.left_behind,
            files: &report.files,
            seconds: report.seconds,
        }
    }
}

impl Export {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &Workspace| {
            let choice = self.choice(ws).await?;
            let request = ExportRequest {
                path: utf8(&self.file)?,
                left_out_path: self.left_out.as_deref().map(utf8).transpose()?,
                query: self.choosing.query(ws).await?,
                selection: None,
                choice: choice.clone(),
            };
            if choice.split_by.is_some() {
                std::fs::create_dir_all(&self.file).map_err(roster_core::Error::Io)?;
            }
            let report = export::run(ws, &request, job).await?;
            if let Some(name) = self.save_profile {
                export::save_profile(ws, &ExportProfileSave { name, choice }).await?;
            }
            Ok((report, fields::list(ws).await?.fields))
        };
        let (report, fields) = crate::workspace::existing(context.global, work).await?;
        context
            .out
            .done(&Answer::of(&report), || text(&report, &fields))
    }

    /// What the profile says, and before that what was said on the command line.
    async fn choice(&self, ws: &Workspace) -> Result<ExportChoice> {
        let kept = match &self.profile {
            Some(name) => export::profile(ws, name).await?,
            None => ExportChoice::default(),
        };
        let fields: Vec<String> = self.fields.iter().map(|f| f.trim().to_owned()).collect();
        // The file's ending says the format, unless the profile writes into a folder.
        let ending = self.file.extension().filter(|_| self.split_by.is_none());
        let format = match (&self.format, ending) {
            (None, Some(_)) if kept.split_by.is_none() => None,
            (format, _) => format.clone().or(kept.format),
        };
        Ok(ExportChoice {
            format,
            fields: if fields.is_empty() {
                kept.fields
            } else {
                fields
            },
            purpose: self.purpose.map(Channel::from).or(kept.purpose),
            dialect: self.dialect.clone().or(kept.dialect),
            opted_out: self.with_opted_out || kept.opted_out,
            csv: self.csv().or(kept.csv),
            split_by: self.split_by.clone().or(kept.split_by),
        })
    }

    fn csv(&self) -> Option<CsvChoice> {
        if self.delimiter.is_none() && self.encoding.is_none() {
            return None;
        }
        let delimiter = match self.delimiter.as_deref() {
            Some(";") => CsvDelimiter::Semicolon,
            Some("tab") => CsvDelimiter::Tab,
            _ => CsvDelimiter::Comma,
        };
        Some(CsvChoice {
            delimiter,
            mark: self.encoding.as_deref() != Some("utf-8"),
        })
    }
}

fn text(report: &ExportReport, fields: &[Field]) -> String {
    let contacts = counted(report.contacts, "contact", "contacts");
    let files = match report.files.len() as u64 {
        0 => String::new(),
        n => format!("{} in ", counted(n, "file", "files")),
    };
    let listed = report.files.iter().map(|file| {
        let contacts = counted(file.contacts, "contact", "contacts");
        format!("  {}: {contacts}\n", file.name)
    });
    format!(
        "Wrote {contacts} to {files}{} in {:.1} s.\n{}{}{}",
        report.file,
        report.seconds,
        listed.collect::<String>(),
        left_out(&report.left_out, report.left_out_file.as_deref()),
        left_behind(&report.left_behind, fields)
    )
}

/// What the program has no place for, in words.
fn left_behind(left: &[LeftBehind], fields: &[Field]) -> String {
    let name = |code: &str| match code {
        "opted_out" => "opted-out values".to_owned(),
        "birth_year" => "years of birthdays".to_owned(),
        code => {
            let field = fields.iter().find(|field| field.code == code);
            field.map_or_else(|| code.to_owned(), |field| field.label.clone())
        }
    };
    let told = left
        .iter()
        .map(|one| format!("{} ({})", name(&one.field), count(one.contacts)));
    match told.collect::<Vec<_>>() {
        none if none.is_empty() => String::new(),
        told => format!(
            "Left behind, for the file can't hold it: {}.\n",
            told.join(", ")
        ),
    }
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
