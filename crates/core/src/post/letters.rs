//! The data of a mail merge: a row for each letter, as Word and Writer read it.

use std::path::PathBuf;
use std::time::Instant;

use roster_formats::{OutColumn, OutKind};

use super::recipients::{self, Recipient};
use super::types::{LettersRequest, Mailed, Mailing};
use crate::error::Result;
use crate::export::sheet::{Sheet, format_of};
use crate::operations::Operation;
use crate::progress::Job;
use crate::staff;
use crate::workspace::Workspace;

/// Lines of an address that get a column of their own.
const LINES: usize = 8;

/// Writes a spreadsheet with a row for each letter of a mailing.
///
/// # Errors
/// `Invalid` for another ending than xlsx or csv; the file's own errors.
pub async fn letters(ws: &Workspace, request: &LettersRequest, job: &Job) -> Result<Mailed> {
    staff::permit(ws, Operation::LettersSave).await?;
    let started = Instant::now();
    let format = format_of(&request.path, None)?;
    let recipients = recipients::find(ws, &request.mailing, job).await?;
    let rows: Vec<Vec<String>> = recipients
        .all
        .iter()
        .map(|r| row(r, &request.mailing))
        .collect();
    let letters = rows.len() as u64;
    let sheet = Sheet::begin(PathBuf::from(&request.path), format, columns());
    sheet.add(rows).await;
    sheet.end().await?;
    Ok(Mailed {
        file: request.path.clone(),
        contacts: recipients.contacts,
        letters,
        pages: 0,
        cut: 0,
        left_out: recipients.left_out,
        left_out_rows: recipients.left_out_rows,
        seconds: started.elapsed().as_secs_f64(),
    })
}

fn columns() -> Vec<OutColumn> {
    let parts = [
        "Name",
        "Prefix",
        "First name",
        "Last name",
        "Organization",
        "Street",
        "Street 2",
        "Postcode",
        "City",
        "Region",
        "Country",
    ];
    let lines = (1..=LINES).map(|n| format!("Address line {n}"));
    let titles = parts.iter().map(|t| (*t).to_owned()).chain(lines);
    titles
        .map(|title| OutColumn {
            title,
            kind: OutKind::Text,
            width_hint: None,
        })
        .collect()
}

fn row(recipient: &Recipient, mailing: &Mailing) -> Vec<String> {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    let (person, address) = (recipient.first(), &recipient.address);
    let mut row = vec![
        recipient.name(),
        text(&person.prefix),
        text(&person.first_name),
        text(&person.last_name),
        text(&recipient.house),
        text(&address.street),
        text(&address.street2),
        text(&address.postcode),
        text(&address.city),
        text(&address.region),
        text(&address.country),
    ];
    row.extend(in_lines(recipient.lines(mailing)));
    row
}

/// As many texts as there are columns; what is over stands in the last.
fn in_lines(mut lines: Vec<String>) -> Vec<String> {
    if lines.len() > LINES {
        let over = lines.split_off(LINES - 1);
        lines.push(over.join(", "));
    }
    lines.resize(LINES, String::new());
    lines
}
