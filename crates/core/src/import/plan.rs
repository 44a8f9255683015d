//! The plan of an import: what each column becomes.
//!
//! Where the user says nothing, the mapping last used for the same header holds, then the proposal made from headers
//! and values.

use std::ops::ControlFlow;

use roster_formats::Table;
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::types::{
    ColumnMapping, DateGuess, DateReading, ImportRequest, Order, PreviewColumn, Update,
};
use crate::error::{Error, Result};
use crate::fields::{CustomField, Target, custom_fields, default_fields};
use crate::guess;
use crate::values::date::{self, OrderGuess};
use crate::values::fold;

const SAMPLES: usize = 50;
const SHOWN_SAMPLES: usize = 5;
/// Dates are judged by more rows than are shown: one day above 12 settles the order.
const DATE_ROWS: usize = 5000;

/// What a column becomes. `target` is None for columns that are left out.
#[derive(Debug, Clone)]
pub(super) struct PlanColumn {
    pub header: String,
    pub target: Option<Target>,
    /// The field name to report: as asked for, with its number (`email2`).
    pub field: String,
    pub confidence: f64,
    pub update: Update,
    pub order: Order,
    pub custom: Option<CustomField>,
    /// The label of a custom field still to be made.
    pub new_field: Option<String>,
    /// The user said so, now or the last time; a proposal alone is not remembered as a wish to leave a column out.
    decided: bool,
}

pub(super) struct Plan {
    pub columns: Vec<PlanColumn>,
    pub country: Option<String>,
    /// How names of columns are remembered (I15).
    pub signature: String,
}

impl Plan {
    /// The update policy of a target: its column's.
    pub fn update_of(&self, wanted: impl Fn(&Target) -> bool) -> Update {
        let column = self
            .columns
            .iter()
            .find(|c| c.target.as_ref().is_some_and(&wanted));
        column.map_or(Update::Fill, |c| c.update)
    }
}

/// What is known of the columns before the user decides: samples and proposals.
pub(super) struct Look {
    pub columns: Vec<PreviewColumn>,
    pub signature: String,
    pub remembered: bool,
}

/// A remembered decision for one column.
#[derive(Serialize, Deserialize)]
struct Remembered {
    position: u32,
    field: Option<String>,
}

/// Reads samples and proposes a field for each column.
pub(super) async fn look(
    conn: &mut SqliteConnection,
    table: &Table,
    country: Option<&str>,
) -> Result<Look> {
    let samples = samples(table)?;
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
    let mut columns: Vec<PreviewColumn> = guess::columns(&asked)
        .into_iter()
        .enumerate()
        .map(|(i, guess)| PreviewColumn {
            position: i as u32 + 1,
            column: table.columns[i].clone(),
            field: guess.field,
            confidence: guess.confidence,
            samples: firsts[i].iter().take(SHOWN_SAMPLES).cloned().collect(),
            dates: dates(&samples[i], country),
        })
        .collect();
    propose_own(&mut columns);
    propose_custom(&mut columns, &customs);
    leave_out_own_columns(&mut columns);
    let signature = guess::signature(&headers);
    let remembered = apply_remembered(conn, &signature, &mut columns, &customs).await?;
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
/// gave a surer proposal.
fn propose_own(columns: &mut [PreviewColumn]) {
    let fields = default_fields();
    for column in columns
        .iter_mut()
        .filter(|c| c.field.is_none() || c.confidence < 0.9)
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

/// The two columns that a file of rejected rows has more are for the reader, not for the contact.
fn leave_out_own_columns(columns: &mut [PreviewColumn]) {
    for column in columns.iter_mut() {
        if [guess::REASON_HEADER, guess::HINT_HEADER].contains(&column.column.as_str()) {
            column.field = Some("ignore".into());
            column.confidence = 1.0;
        }
    }
}

async fn apply_remembered(
    conn: &mut SqliteConnection,
    signature: &str,
    columns: &mut [PreviewColumn],
    customs: &[CustomField],
) -> Result<bool> {
    let sql = "SELECT mapping FROM import_mappings WHERE signature = ?";
    let stored: Option<String> = sqlx::query_scalar(sql)
        .bind(signature)
        .fetch_optional(conn)
        .await?;
    let Some(mapping) = stored.and_then(|text| serde_json::from_str::<Vec<Remembered>>(&text).ok())
    else {
        return Ok(false);
    };
    for remembered in mapping {
        let known = remembered
            .field
            .as_deref()
            .is_none_or(|field| is_known(field, customs));
        if let Some(column) = columns
            .get_mut(remembered.position as usize - 1)
            .filter(|_| known)
        {
            column.field = remembered.field;
            column.confidence = 1.0;
        }
    }
    Ok(true)
}

fn is_known(field: &str, customs: &[CustomField]) -> bool {
    field == "ignore"
        || match Target::parse(field) {
            Target::Custom(code) => customs.iter().any(|f| f.code == code),
            _ => true,
        }
}

/// Remembers the mapping for the next file with this header.
pub(super) async fn remember(conn: &mut SqliteConnection, plan: &Plan, now: &str) -> Result<()> {
    let mapping: Vec<Remembered> = plan
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.decided || column.target.is_some() || column.custom.is_some())
        .map(|(i, column)| Remembered {
            position: i as u32 + 1,
            field: match (&column.target, &column.custom) {
                (_, Some(custom)) => Some(custom.code.clone()),
                (Some(_), None) => Some(column.field.clone()),
                (None, None) => Some("ignore".into()),
            },
        })
        .collect();
    let text = serde_json::to_string(&mapping).map_err(|e| Error::Call {
        detail: e.to_string(),
    })?;
    sqlx::query(include_str!("remember.sql"))
        .bind(&plan.signature)
        .bind(text)
        .bind(now)
        .execute(conn)
        .await?;
    Ok(())
}

/// The plan of a request: the user's decisions over the proposals.
///
/// # Errors
/// `Invalid` for a field that doesn't exist, a column that doesn't exist, or a single field given to two columns.
pub(super) async fn plan(
    conn: &mut SqliteConnection,
    table: &Table,
    request: &ImportRequest,
) -> Result<Plan> {
    let look = look(conn, table, request.country.as_deref()).await?;
    let customs = custom_fields(conn).await?;
    let mut columns = Vec::with_capacity(look.columns.len());
    for (i, preview) in look.columns.iter().enumerate() {
        let position = i as u32 + 1;
        let decided = request
            .mapping
            .iter()
            .rev()
            .find(|m| m.position == position);
        columns.push(column(preview, decided, request, &customs)?);
    }
    if let Some(wrong) = request
        .mapping
        .iter()
        .find(|m| m.position == 0 || m.position as usize > columns.len())
    {
        return Err(Error::invalid(format!(
            "The file has no column {}.",
            wrong.position
        )));
    }
    no_field_twice(&columns)?;
    Ok(Plan {
        columns,
        country: request.country.clone(),
        signature: look.signature,
    })
}

fn column(
    preview: &PreviewColumn,
    decided: Option<&ColumnMapping>,
    request: &ImportRequest,
    customs: &[CustomField],
) -> Result<PlanColumn> {
    let field = match decided {
        Some(mapping) => mapping.field.clone(),
        None => preview.field.clone(),
    };
    let field = field.filter(|f| f != "ignore" && !f.is_empty());
    let target = field.as_deref().map(Target::parse);
    let custom = match &target {
        Some(Target::Custom(code)) => Some(find_custom(customs, code)?),
        _ => None,
    };
    let ignored_on_purpose = preview.field.as_deref() == Some("ignore");
    let new_field = decided
        .and_then(|m| m.new_field.clone())
        .or_else(|| {
            (request.new_fields && decided.is_none() && !ignored_on_purpose)
                .then(|| preview.column.clone())
        })
        .filter(|label| target.is_none() && !label.trim().is_empty());
    let guessed = preview.dates.as_ref().map(|d| (d.order, d.ambiguous));
    let asked = decided.and_then(|m| m.date_order).or(request.date_order);
    let order = match (asked, guessed) {
        (_, Some((order, false))) => order,
        (Some(order), _) => order,
        (None, Some((order, true))) => order,
        (None, None) => date::default_order(request.country.as_deref()),
    };
    let to_be = new_field
        .as_deref()
        .map(|label| fold::fold(label).replace(' ', "_"));
    Ok(PlanColumn {
        header: preview.column.clone(),
        field: field.or(to_be).unwrap_or_else(|| "ignore".into()),
        confidence: if decided.is_some() {
            1.0
        } else {
            preview.confidence
        },
        update: decided.and_then(|m| m.update).unwrap_or(request.update),
        decided: decided.is_some() || ignored_on_purpose,
        target,
        order,
        custom,
        new_field,
    })
}

fn find_custom(customs: &[CustomField], code: &str) -> Result<CustomField> {
    let found = customs.iter().find(|f| f.code == code);
    found
        .cloned()
        .ok_or_else(|| Error::field("mapping", format!("There is no field {code}.")))
}

fn no_field_twice(columns: &[PlanColumn]) -> Result<()> {
    for (i, column) in columns.iter().enumerate() {
        let Some(target) = column.target.as_ref().filter(|t| !t.is_repeatable()) else {
            continue;
        };
        if let Some(other) = columns[..i]
            .iter()
            .find(|c| c.target.as_ref() == Some(target))
        {
            return Err(Error::field(
                "mapping",
                format!(
                    "Both “{}” and “{}” are given to the field {}.",
                    other.header, column.header, column.field
                ),
            ));
        }
    }
    Ok(())
}
