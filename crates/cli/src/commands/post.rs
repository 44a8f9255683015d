//! `roster labels` and `roster letters`: what is printed for letters.

use std::path::PathBuf;

use clap::Args;
use roster_core::Workspace;
use roster_core::gate::LeftOut;
use roster_core::post::{
    self, LabelsRequest, LettersRequest, Mailed, Mailing, PaperSize, SheetChoice,
};
use serde::Serialize;

use super::Context;
use super::export::left_out;
use crate::choosing::Choosing;
use crate::failure::Result;
use crate::reading::utf8;
use crate::table::counted;

const EXAMPLES: &str = "\
Examples:
  roster labels labels.pdf --group Members --home DE
  roster labels labels.pdf --sheet 5160 --first 7     the first six labels of the sheet are gone
  roster labels labels.pdf --filter 'city = \"Haifa\"' --per-household";

fn after_help() -> String {
    let [a4, letter] = [PaperSize::A4, PaperSize::Letter].map(|paper| post::codes(paper).join(" "));
    format!("{EXAMPLES}\n\nSheets: {a4} (A4), {letter} (Letter). Print without scaling.")
}

/// Write address labels as PDF, for Avery's sheets and those like them.
///
/// Whom no letter may be sent to is left out and counted.
#[derive(Debug, Args)]
#[command(after_help = after_help())]
pub struct Labels {
    /// The file to write; ends with .pdf.
    file: PathBuf,
    #[command(flatten)]
    choosing: Choosing,
    /// The sheet, by Avery's number.
    #[arg(long, value_name = "NUMBER", default_value = "L7160")]
    sheet: String,
    /// The label to begin on, counted from 1, row by row.
    #[arg(long, value_name = "N", default_value_t = 1)]
    first: u32,
    #[command(flatten)]
    addressing: Addressing,
}

/// Write the data of a mail merge: a row for each letter, xlsx or csv by the file's ending.
///
/// Whom no letter may be sent to is left out and counted.
#[derive(Debug, Args)]
pub struct Letters {
    /// The file to write.
    file: PathBuf,
    #[command(flatten)]
    choosing: Choosing,
    #[command(flatten)]
    addressing: Addressing,
}

#[derive(Debug, Args)]
struct Addressing {
    /// One letter for those who have the same address.
    #[arg(long)]
    per_household: bool,
    /// The country that the letters are posted in: its name is left out of addresses there.
    #[arg(long, value_name = "CC")]
    home: Option<String>,
    /// The language of the names of countries, such as de.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    language: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    contacts: u64,
    letters: u64,
    pages: u64,
    /// Labels whose text was too long.
    cut: u64,
    left_out: &'a LeftOut,
    seconds: f64,
}

impl Labels {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &_| {
            let request = LabelsRequest {
                path: utf8(&self.file)?,
                mailing: mailing(ws, self.choosing, self.addressing).await?,
                sheet: SheetChoice::Known { code: self.sheet },
                first: self.first,
            };
            Ok(post::labels(ws, &request, job).await?)
        };
        let mailed = crate::workspace::existing(context.global, work).await?;
        context.out.done(&answer(&mailed), || {
            let letters = counted(mailed.letters, "label", "labels");
            let pages = counted(mailed.pages, "sheet", "sheets");
            format!(
                "Wrote {letters} on {pages} to {}.\n{}{}",
                mailed.file,
                cut(&mailed),
                left_out(&mailed.left_out, None)
            )
        })
    }
}

impl Letters {
    pub async fn run(self, context: &mut Context<'_, '_>) -> Result<()> {
        let job = context.job;
        let work = async |ws: &_| {
            let request = LettersRequest {
                path: utf8(&self.file)?,
                mailing: mailing(ws, self.choosing, self.addressing).await?,
            };
            Ok(post::letters(ws, &request, job).await?)
        };
        let mailed = crate::workspace::existing(context.global, work).await?;
        context.out.done(&answer(&mailed), || {
            let letters = counted(mailed.letters, "letter", "letters");
            format!(
                "Wrote the data of {letters} to {}.\n{}",
                mailed.file,
                left_out(&mailed.left_out, None)
            )
        })
    }
}

async fn mailing(ws: &Workspace, choosing: Choosing, addressing: Addressing) -> Result<Mailing> {
    Ok(Mailing {
        query: choosing.query(ws).await?,
        selection: None,
        per_household: addressing.per_household,
        home: addressing.home.map(|code| code.to_uppercase()),
        language: Some(addressing.language),
    })
}

fn answer(mailed: &Mailed) -> Answer<'_> {
    Answer {
        file: &mailed.file,
        contacts: mailed.contacts,
        letters: mailed.letters,
        pages: mailed.pages,
        cut: mailed.cut,
        left_out: &mailed.left_out,
        seconds: mailed.seconds,
    }
}

fn cut(mailed: &Mailed) -> String {
    match mailed.cut {
        0 => String::new(),
        n => format!(
            "{} too long for the sheet: the end is missing.\n",
            counted(n, "label is", "labels are")
        ),
    }
}
