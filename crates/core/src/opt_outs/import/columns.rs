//! Which columns of a list hold phones or e-mails.

use std::ops::ControlFlow;

use roster_formats::Table;

use super::cells::values;
use super::types::OptOutsColumn;
use crate::error::{Error, Result};
use crate::fields::Target;
use crate::guess;
use crate::opt_outs::OptOutKind;

const SAMPLE_ROWS: usize = 200;
const SHOWN: usize = 3;

/// The columns with their first values, and whether each is taken: as the user said, else by header and values.
///
/// # Errors
/// `Invalid` when none holds phones or e-mails, or one that was asked for doesn't exist.
pub(super) fn choose(
    table: &Table,
    asked: &[u32],
    country: Option<&str>,
) -> Result<Vec<OptOutsColumn>> {
    let samples = samples(table)?;
    let found = find(table, &samples, country);
    let width = found.len() as u32;
    if let Some(wrong) = asked.iter().find(|n| **n == 0 || **n > width) {
        return Err(Error::field(
            "columns",
            format!("The list has no column {wrong}."),
        ));
    }
    let columns: Vec<OptOutsColumn> = (1..=width)
        .zip(found)
        .map(|(position, found)| {
            let at = position as usize - 1;
            OptOutsColumn {
                position,
                column: table.columns[at].clone(),
                samples: samples[at].iter().take(SHOWN).cloned().collect(),
                taken: if asked.is_empty() {
                    found
                } else {
                    asked.contains(&position)
                },
            }
        })
        .collect();
    if columns.iter().any(|c| c.taken) {
        Ok(columns)
    } else {
        Err(Error::field(
            "columns",
            "No column of the list holds phone numbers or e-mail addresses.",
        ))
    }
}

fn samples(table: &Table) -> Result<Vec<Vec<String>>> {
    let mut samples: Vec<Vec<String>> = vec![Vec::new(); table.columns.len()];
    let mut rows = 0;
    table.read(&mut |row| {
        for (column, cell) in samples.iter_mut().zip(&row.cells) {
            if !cell.is_empty() {
                column.push(cell.to_text().trim().to_owned());
            }
        }
        rows += 1;
        if rows < SAMPLE_ROWS {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    Ok(samples)
}

/// A single column is the list. Of several, those whose header says phone or e-mail; those that hold e-mails whatever
/// their header; and those that hold phones where there is no header, since numbers under one may be anything.
fn find(table: &Table, samples: &[Vec<String>], country: Option<&str>) -> Vec<bool> {
    let asked: Vec<guess::Column> = table
        .columns
        .iter()
        .zip(samples)
        .map(|(header, samples)| guess::Column { header, samples })
        .collect();
    if asked.len() == 1 {
        return vec![true];
    }
    let by_header = guess::columns(&asked)
        .into_iter()
        .map(|guess| guess.field.is_some_and(|f| is_point(&f)));
    let by_values = asked.iter().map(|column| {
        let most = |kind| share(column.samples, kind, country) > 0.5;
        most(OptOutKind::Email) || (column.header.is_empty() && most(OptOutKind::Phone))
    });
    by_header
        .zip(by_values)
        .map(|(header, values)| header || values)
        .collect()
}

fn is_point(field: &str) -> bool {
    matches!(Target::parse(field), Target::Point(point) if point.kind.is_subscribable())
}

/// How much of a column is values of a kind, from 0 to 1.
fn share(samples: &[String], kind: OptOutKind, country: Option<&str>) -> f64 {
    let holds = |sample: &&String| {
        let mut pieces = values(sample, country).into_iter();
        pieces.any(|piece| piece.key.is_ok_and(|(found, _)| found == kind))
    };
    samples.iter().filter(holds).count() as f64 / samples.len().max(1) as f64
}
