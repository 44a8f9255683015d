//! Sheets of labels as PDF.

use std::path::{Path, PathBuf};
use std::time::Instant;

use roster_formats::FormatError;
use roster_paper::{KNOWN, Labels, Paper, PaperError, Printed, Sheet};
use tokio::sync::mpsc;

use super::recipients;
use super::types::{
    KnownSheet, KnownSheets, LabelsRequest, Mailed, PaperSize, SheetChoice, SheetMeasures,
};
use crate::error::{Error, Result};
use crate::operations::Operation;
use crate::progress::{Job, Stage};
use crate::staff;
use crate::workspace::Workspace;

/// Writes labels for the letters of a mailing.
///
/// # Errors
/// `Invalid` for a name that doesn't end with `.pdf`, an unknown sheet, measures that can't be, a place that the sheet
/// hasn't, and when nobody is left to write to; the file's own errors. An existing file is replaced only by a whole one.
pub async fn labels(ws: &Workspace, request: &LabelsRequest, job: &Job) -> Result<Mailed> {
    staff::permit(ws, Operation::LabelsSave).await?;
    let started = Instant::now();
    let path = pdf(&request.path)?;
    let sheet = sheet(&request.sheet)?;
    let first = (request.first.max(1) - 1) as usize;
    Labels::check(&sheet, first).map_err(refused)?;
    let recipients = recipients::find(ws, &request.mailing, job).await?;
    if recipients.all.is_empty() {
        let message = "Nobody of these can be written to by post: nothing was printed.";
        return Err(Error::field("selection", message));
    }
    let texts: Vec<Vec<String>> = recipients
        .all
        .iter()
        .map(|r| r.lines(&request.mailing))
        .collect();
    let letters = texts.len() as u64;
    let printed = print((sheet, first), texts, path, job).await?;
    Ok(Mailed {
        file: request.path.clone(),
        contacts: recipients.contacts,
        letters,
        pages: printed.pages as u64,
        cut: printed.cut as u64,
        left_out: recipients.left_out,
        left_out_rows: recipients.left_out_rows,
        seconds: started.elapsed().as_secs_f64(),
    })
}

/// The sheets that are sold under a number.
pub async fn sheets() -> Result<KnownSheets> {
    let sheets = KNOWN.iter().map(|known| KnownSheet {
        code: known.code.to_owned(),
        sheet: measures(&known.sheet),
        paper: known.sheet.paper.size(),
    });
    Ok(KnownSheets {
        sheets: sheets.collect(),
    })
}

/// The numbers of the sheets of a paper.
pub fn codes(paper: PaperSize) -> Vec<&'static str> {
    let of_paper = KNOWN
        .iter()
        .filter(|known| size(known.sheet.paper) == paper);
    of_paper.map(|known| known.code).collect()
}

/// Sets the labels on a thread of its own, which says now and then how far it is.
async fn print(
    (sheet, first): (Sheet, usize),
    texts: Vec<Vec<String>>,
    path: PathBuf,
    job: &Job,
) -> Result<Printed> {
    let all = texts.len();
    let (sender, mut done) = mpsc::channel(2);
    let printing = tokio::task::spawn_blocking(move || {
        let mut document = Labels::new(sheet, first, "Labels").map_err(refused)?;
        for (i, text) in texts.into_iter().enumerate() {
            if i.is_multiple_of(100) && sender.blocking_send(i).is_err() {
                return Err(Error::Cancelled);
            }
            document.add(text).map_err(refused)?;
        }
        let printed = document.finish().map_err(refused)?;
        roster_formats::write_whole(&path, &printed.pdf)?;
        Ok(printed)
    });
    while let Some(i) = done.recv().await {
        // Nobody listens any longer then, so that the thread stops.
        job.report(Stage::Exporting, i as u64, Some(i as f32 / all as f32))?;
    }
    printing.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })?
}

fn pdf(path: &str) -> Result<PathBuf> {
    let path = Path::new(path);
    let ending = path.extension().map(|e| e.to_ascii_lowercase());
    if ending.as_deref() != Some("pdf".as_ref()) {
        return Err(Error::field(
            "path",
            "Labels are written as .pdf: give the name this ending.",
        ));
    }
    Ok(path.to_owned())
}

fn sheet(choice: &SheetChoice) -> Result<Sheet> {
    match choice {
        SheetChoice::Own { sheet } => Ok(own(sheet)),
        SheetChoice::Known { code } => Sheet::known(code).ok_or_else(|| {
            let codes = [codes(PaperSize::A4), codes(PaperSize::Letter)].concat();
            let codes = codes.join(", ");
            let message = format!("There is no sheet \"{code}\". There are: {codes}.");
            Error::field("sheet", message)
        }),
    }
}

fn own(sheet: &SheetMeasures) -> Sheet {
    Sheet {
        paper: match sheet.paper {
            PaperSize::A4 => Paper::A4,
            PaperSize::Letter => Paper::Letter,
        },
        columns: sheet.columns,
        rows: sheet.rows,
        label: (sheet.width, sheet.height),
        margin: (sheet.left, sheet.top),
        pitch: (sheet.step_across, sheet.step_down),
    }
}

fn size(paper: Paper) -> PaperSize {
    match paper {
        Paper::A4 => PaperSize::A4,
        Paper::Letter => PaperSize::Letter,
    }
}

fn measures(sheet: &Sheet) -> SheetMeasures {
    SheetMeasures {
        paper: size(sheet.paper),
        columns: sheet.columns,
        rows: sheet.rows,
        width: sheet.label.0,
        height: sheet.label.1,
        left: sheet.margin.0,
        top: sheet.margin.1,
        step_across: sheet.pitch.0,
        step_down: sheet.pitch.1,
    }
}

fn refused(error: PaperError) -> Error {
    match error {
        PaperError::Sheet(message) => Error::field("sheet", message),
        PaperError::Pdf(_) => Error::from(FormatError::WriteFailed {
            name: "PDF".into(),
            detail: error.to_string(),
        }),
    }
}
