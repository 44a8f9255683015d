//! What is known of the columns before the user decides: samples, proposals, and how dates are written.

use std::ops::ControlFlow;
use std::sync::Arc;

use roster_formats::{Format, Table};
use sqlx::SqliteConnection;

use super::labelled;
use super::labels;
use super::named::apply_named;
use super::numbered;
use super::remember::apply_remembered;
use super::types::{DateGuess, DateReading, PreviewColumn};
use crate::error::{Error, Result};
use crate::fields::{CustomField, Target, custom_fields, default_fields};
use crate::guess::{self, Wanted};
use crate::values::date::{self, OrderGuess};

const SAMPLES: usize = 50;
const SHOWN_SAMPLES: usize = 5;
/// Dates are judged by more rows than are shown: one day above 12 settles the order.
const DATE_ROWS: usize = 5000;

/// Formats whose rows are made from the cards of an address book.
pub(super) const CARDS: [Format; 4] = [Format::Vcf, Format::Ldif, Format::Zip, Format::Folder];

/// What is known of the columns before the user decides: samples and proposals.
pub(super) struct Look {
    pub columns: Vec<PreviewColumn>,
    pub signature: String,
    pub remembered: bool,
}

/// Reads samples and proposes a field for each column.
pub(super) async fn look(
    conn: &mut SqliteConnection,
    table: &Arc<Table>,
    country: Option<&str>,
    wanted: &Wanted,
    named: Option<&str>,
) -> Result<Look> {
    let reading = table.clone();
    let samples = tokio::task::spawn_blocking(move || samples(&reading));
    let samples = samples.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })??;
    let headers: Vec<&str> = table.columns.iter().map(String::as_str).collect();
    let firsts: Vec<Vec<String>> = samples
        .iter()
        .map(|s| s.iter().take(SAMPLES).cloned().collect())
        .collect();
    let asked: Vec<guess::Column> = headers
        .iter()
        .zip(&firsts)
        .map(|(header, samples)| guess::Column { header, samples })
        .collect();
    let customs = custom_fields(conn).await?;
    let mut columns: Vec<PreviewColumn> = guess::columns_as(&asked, wanted)
        .into_iter()
        .enumerate()
        .map(|(i, guess)| PreviewColumn {
            position: i as u32 + 1,
            column: table.columns[i].clone(),
            field: guess.field,
            confidence: guess.confidence,
            samples: firsts[i].iter().take(SHOWN_SAMPLES).cloned().collect(),
            dates: dates(&samples[i], country),
            label_of: None,
            kept: None,
        })
        .collect();
    propose_own(&mut columns);
    propose_custom(&mut columns, &customs);
    leave_out_own_columns(&mut columns);
    mind_cards(&mut columns, table.format);
    mind_numbers(&mut columns);
    mind_labels(&mut columns);
    let program = guess::dialect(&headers, wanted);
    if program
        .as_ref()
        .is_some_and(|program| program.name == "google")
    {
        labelled::propose(&mut columns);
    }
    mind_program(&mut columns, program);
    let signature = guess::signature(&headers);
    // Who asks for another dialect wants its proposals, not what was decided about the header before.
    if let Some(name) = named {
        apply_named(conn, name, &mut columns, &customs).await?;
    }
    let remembered = named.is_none()
        && *wanted == Wanted::Voted
        && apply_remembered(conn, &signature, &mut columns, &customs).await?;
    Ok(Look {
        columns,
        signature,
        remembered,
    })
}

/// The first non-empty values of each column, as text.
fn samples(table: &Table) -> Result<Vec<Vec<String>>> {
    let mut samples: Vec<Vec<String>> = vec![Vec::new(); table.columns.len()];
    let mut rows = 0;
    table.read(&mut |row| {
        for (i, cell) in row
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
        {
            if let Some(column) = samples.get_mut(i) {
                column.push(cell.to_text().trim().to_owned());
            }
        }
        rows += 1;
        if rows < DATE_ROWS {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    Ok(samples)
}

fn dates(samples: &[String], country: Option<&str>) -> Option<DateGuess> {
    match date::detect(samples.iter().map(String::as_str)) {
        OrderGuess::NotDates => None,
        OrderGuess::Certain(order) => Some(DateGuess {
            order,
            ambiguous: false,
            readings: Vec::new(),
        }),
        OrderGuess::Ambiguous { samples } => {
            let readings = samples
                .into_iter()
                .map(|(typed, dmy, mdy)| DateReading {
                    typed,
                    dmy: dmy.to_string(),
                    mdy: mdy.to_string(),
                })
                .collect();
            Some(DateGuess {
                order: date::default_order(country),
                ambiguous: true,
                readings,
            })
        }
    }
}

/// A header that is the label of a field, as exports write it ("E-mail, work 2"), means that field, unless the values
/// gave a surer proposal. A label with a comma is nobody's but Roster's: there it is the words that are taken wrongly,
/// "Postcode, mailing" for the postcode.
fn propose_own(columns: &mut [PreviewColumn]) {
    let fields = default_fields();
    for column in columns
        .iter_mut()
        .filter(|c| c.field.is_none() || c.confidence < 0.9 || c.column.contains(", "))
    {
        let header = column.column.trim();
        let base = header
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .trim_end();
        let number = &header[base.len()..].trim_start();
        let exact = fields.iter().find(|field| field.label == header);
        let numbered = fields
            .iter()
            .find(|field| field.repeatable && field.label == base);
        column.field = match (exact, numbered) {
            (Some(field), _) => Some(field.code.clone()),
            (None, Some(field)) => Some(format!("{}{number}", field.code)),
            (None, None) => continue,
        };
        column.confidence = 0.99;
    }
}

/// A header that names a custom field, by code or label, means that field.
fn propose_custom(columns: &mut [PreviewColumn], customs: &[CustomField]) {
    for column in columns
        .iter_mut()
        .filter(|c| c.field.is_none() || c.confidence < 0.9)
    {
        let header = guess::normalize_header(&column.column);
        let found = customs.iter().find(|f| {
            guess::normalize_header(&f.label) == header
                || guess::normalize_header(&f.code) == header
        });
        if let (Some(field), false) = (found, header.is_empty()) {
            column.field = Some(field.code.clone());
            column.confidence = 0.97;
        }
    }
}

/// Parts of a second address go with the further ones.
fn mind_numbers(columns: &mut [PreviewColumn]) {
    let headers: Vec<&str> = columns.iter().map(|c| c.column.as_str()).collect();
    let target = |i: usize| columns[i].field.as_deref().map(Target::parse);
    let parts = numbered::parts(&headers, target);
    for (column, _) in columns
        .iter_mut()
        .zip(parts)
        .filter(|(_, part)| part.is_some())
    {
        column.field = Some(numbered::FIELD.to_owned());
        column.confidence = 0.95;
    }
}

/// Mailchimp's birthdays are a month and a day, in that order.
fn mind_program(columns: &mut [PreviewColumn], dialect: Option<guess::Dialect>) {
    if dialect.is_none_or(|dialect| dialect.name != "mailchimp") {
        return;
    }
    for column in columns.iter_mut() {
        if let Some(dates) = column.dates.as_mut().filter(|dates| dates.ambiguous) {
            *dates = DateGuess {
                order: date::Order::Mdy,
                ambiguous: false,
                readings: Vec::new(),
            };
        }
    }
}

/// A column that labels another one is no field of its own.
fn mind_labels(columns: &mut [PreviewColumn]) {
    let headers: Vec<&str> = columns.iter().map(|c| c.column.as_str()).collect();
    let is_free = |i: usize| {
        columns[i]
            .field
            .as_deref()
            .is_none_or(|field| field == "ignore")
    };
    let labelled_by = labels::labelled_by(&headers, is_free);
    for (i, label) in labelled_by.into_iter().enumerate() {
        let target = columns[i].field.as_deref().map(Target::parse);
        if let (
            Some(label),
            Some(Target::Point(_) | Target::Address(..) | Target::FurtherAddresses),
        ) = (label, target)
        {
            columns[label].field = Some("ignore".into());
            columns[label].label_of.get_or_insert(i as u32 + 1);
        }
    }
}

/// In a row made from a card, a picture stands as a size only, and where a column stands says nothing: a guess by that
/// is none.
fn mind_cards(columns: &mut [PreviewColumn], format: Format) {
    if !CARDS.contains(&format) {
        return;
    }
    for column in columns.iter_mut() {
        if column.column == "Photo" {
            column.field = Some("photo".into());
            column.confidence = 1.0;
        } else if column.confidence < 0.7 {
            column.field = None;
            column.confidence = 0.0;
        }
    }
}

/// The two columns that a file of rejected rows has more are for the reader, not for the contact.
fn leave_out_own_columns(columns: &mut [PreviewColumn]) {
    for column in columns.iter_mut() {
        if [guess::REASON_HEADER, guess::HINT_HEADER].contains(&column.column.as_str()) {
            column.field = Some("ignore".into());
            column.confidence = 1.0;
        }
    }
}
