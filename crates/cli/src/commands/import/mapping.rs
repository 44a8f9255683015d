//! `--map COLUMN=FIELD`: reads it, and finds the columns that are named by their header.

use roster_core::import::{self, ColumnMapping, ImportSource, PreviewColumn, PreviewRequest};
use roster_core::{Job, Workspace};
use roster_formats::ReadOptions;

use crate::failure::{Failure, Result};

/// One `--map`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    column: Column,
    field: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    /// 1-based.
    Number(u32),
    Header(String),
}

/// Headers may hold `=`, fields don't: the last one divides.
pub fn parse_assignment(text: &str) -> std::result::Result<Assignment, String> {
    let (column, field) = text
        .rsplit_once('=')
        .ok_or("write COLUMN=FIELD, such as \"Mobile=phone_mobile\"")?;
    let field = field.trim().to_owned();
    if field.is_empty() {
        return Err("no field is named; write `ignore` to leave the column out".into());
    }
    let number = column.trim().strip_prefix('#').and_then(|n| n.parse().ok());
    let column = match number {
        Some(0) => return Err("columns are counted from 1".into()),
        Some(number) => Column::Number(number),
        None => Column::Header(column.to_owned()),
    };
    Ok(Assignment { column, field })
}

/// The core names columns by number; headers are looked up in the file, which is only then read for it.
pub async fn resolve(
    ws: &Workspace,
    source: &ImportSource,
    options: &ReadOptions,
    assignments: &[Assignment],
    job: &Job,
) -> Result<Vec<ColumnMapping>> {
    if assignments.is_empty() {
        return Ok(Vec::new());
    }
    let request = PreviewRequest {
        source: source.clone(),
        options: options.clone(),
        rows: Some(0),
        raw: false,
    };
    let columns = import::preview(ws, request, job).await?.columns;
    assignments
        .iter()
        .map(|assignment| mapping(&columns, assignment))
        .collect()
}

fn mapping(columns: &[PreviewColumn], assignment: &Assignment) -> Result<ColumnMapping> {
    let position = match &assignment.column {
        Column::Number(number) if columns.iter().any(|c| c.position == *number) => *number,
        Column::Number(number) => return Err(unknown(columns, &format!("number {number}"))),
        Column::Header(header) => position(columns, header)?,
    };
    let field = Some(assignment.field.clone());
    Ok(ColumnMapping {
        position,
        field,
        new_field: None,
        update: None,
        date_order: None,
    })
}

/// The column with exactly this header, else the one that differs in case or blanks around it.
fn position(columns: &[PreviewColumn], header: &str) -> Result<u32> {
    let folded = |text: &str| text.trim().to_lowercase();
    let exact: Vec<u32> = columns
        .iter()
        .filter(|c| c.column == header)
        .map(|c| c.position)
        .collect();
    let near = || {
        columns
            .iter()
            .filter(|c| folded(&c.column) == folded(header))
            .map(|c| c.position)
            .collect()
    };
    let found: Vec<u32> = if exact.is_empty() { near() } else { exact };
    match found[..] {
        [position] => Ok(position),
        [] => Err(unknown(columns, &format!("called \"{header}\""))),
        _ => Err(ambiguous(header, &found)),
    }
}

fn unknown(columns: &[PreviewColumn], which: &str) -> Failure {
    let names: Vec<String> = columns
        .iter()
        .map(|c| format!("#{} {}", c.position, c.column))
        .collect();
    let message = format!("The file has no column {which}. Nothing was imported.");
    Failure::told(
        "unknown_column",
        message,
        format!("Its columns are: {}.", names.join(", ")),
    )
}

fn ambiguous(header: &str, positions: &[u32]) -> Failure {
    let numbers: Vec<String> = positions.iter().map(|p| format!("#{p}")).collect();
    let message = format!("Several columns are called \"{header}\". Nothing was imported.");
    Failure::told(
        "ambiguous_column",
        message,
        format!("Name them by number: {}.", numbers.join(", ")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headers: &[&str]) -> Vec<PreviewColumn> {
        let column = |(i, header): (usize, &&str)| PreviewColumn {
            position: i as u32 + 1,
            column: (*header).to_owned(),
            field: None,
            confidence: 0.0,
            samples: Vec::new(),
            dates: None,
            label_of: None,
        };
        headers.iter().enumerate().map(column).collect()
    }

    #[test]
    fn headers_may_hold_an_equals_sign() {
        let read = parse_assignment("a=b=email").unwrap();
        assert_eq!(
            read,
            Assignment {
                column: Column::Header("a=b".into()),
                field: "email".into()
            }
        );
        assert_eq!(
            parse_assignment("#3=ignore").unwrap().column,
            Column::Number(3)
        );
        for wrong in ["email", "x=", "#0=email"] {
            assert!(parse_assignment(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_exact_header_goes_before_a_near_one() {
        let columns = columns(&["tel", "Tel"]);
        assert_eq!(position(&columns, "Tel").unwrap(), 2);
        assert!(position(&columns, "TEL").is_err(), "both are near");
        assert!(position(&columns, "Fax").is_err());
        assert_eq!(position(&columns[..1], " TEL ").unwrap(), 1);
    }
}
