//! `--map COLUMN=FIELD` and `--value COLUMN:VALUE=TARGET`: reads them, and finds the columns that are named by their
//! header.

use roster_core::import::{self, ColumnMapping, PreviewColumn, PreviewRequest, ValueMapping};
use roster_core::{Job, Workspace};

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
    let column = parse_column(column)?;
    Ok(Assignment { column, field })
}

fn parse_column(text: &str) -> std::result::Result<Column, String> {
    let number = text.trim().strip_prefix('#').and_then(|n| n.parse().ok());
    match number {
        Some(0) => Err("columns are counted from 1".into()),
        Some(number) => Ok(Column::Number(number)),
        None => Ok(Column::Header(text.to_owned())),
    }
}

/// One `--value`: what a value of a column becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueRule {
    /// `COLUMN:VALUE`; where one ends shows when the columns are known.
    place: String,
    /// None leaves the value out.
    becomes: Option<String>,
}

/// Values may hold `=`, what they become hardly does: the last one divides.
pub fn parse_value(text: &str) -> std::result::Result<ValueRule, String> {
    let usage = "write COLUMN:VALUE=TARGET, such as \"Newsletter:nope=no\"";
    let (place, becomes) = text.rsplit_once('=').ok_or(usage)?;
    if !place.contains(':') {
        return Err(usage.into());
    }
    let becomes = Some(becomes.trim()).filter(|text| !text.is_empty() && *text != "ignore");
    Ok(ValueRule {
        place: place.to_owned(),
        becomes: becomes.map(str::to_owned),
    })
}

/// What is said of the columns of one file: `--map` and `--value`.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    pub map: &'a [Assignment],
    pub values: &'a [ValueRule],
}

/// The core names columns by number; headers are looked up in the file, which is only then read for it.
pub async fn resolve(
    ws: &Workspace,
    request: PreviewRequest,
    said: Said<'_>,
    job: &Job,
) -> Result<Vec<ColumnMapping>> {
    if said.map.is_empty() && said.values.is_empty() {
        return Ok(Vec::new());
    }
    let columns = import::preview(ws, request, job).await?.columns;
    let mut mappings: Vec<ColumnMapping> = Vec::new();
    for assignment in said.map {
        let position = find(&columns, &assignment.column)?;
        let mapping = ColumnMapping::new(position, Some(assignment.field.clone()));
        mappings.push(mapping);
    }
    for rule in said.values {
        let (position, value) = place(&columns, &rule.place)?;
        let index = mappings.iter().rposition(|m| m.position == position);
        let index = index.unwrap_or_else(|| {
            mappings.push(proposed(&columns, position));
            mappings.len() - 1
        });
        mappings[index].values.push(ValueMapping {
            value: value.to_owned(),
            becomes: rule.becomes.clone(),
        });
    }
    Ok(mappings)
}

/// A column as it is proposed or was decided the last time.
fn proposed(columns: &[PreviewColumn], position: u32) -> ColumnMapping {
    let column = columns.iter().find(|column| column.position == position);
    let kept = column.and_then(|column| column.kept.clone());
    kept.unwrap_or_else(|| ColumnMapping::new(position, column.and_then(|c| c.field.clone())))
}

fn find(columns: &[PreviewColumn], column: &Column) -> Result<u32> {
    match column {
        Column::Number(number) if columns.iter().any(|c| c.position == *number) => Ok(*number),
        Column::Number(number) => Err(unknown(columns, &format!("number {number}"))),
        Column::Header(header) => position(columns, header),
    }
}

/// The column and the value of `COLUMN:VALUE`; headers may hold colons as well as values.
fn place<'a>(columns: &[PreviewColumn], text: &'a str) -> Result<(u32, &'a str)> {
    let divided = || {
        text.match_indices(':')
            .map(|(at, _)| (&text[..at], &text[at + 1..]))
    };
    let read = |(column, value): (&str, &'a str)| {
        let column = parse_column(column).map_err(|message| unknown(columns, &message))?;
        Ok((find(columns, &column)?, value))
    };
    let found = divided().find_map(|pair| read(pair).ok());
    let first = text.split_once(':').unwrap_or((text, ""));
    found.map_or_else(|| read(first), Ok)
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
            kept: None,
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
    fn the_column_of_a_value_ends_where_a_header_does() {
        let columns = columns(&["Mail: ok?", "Kind"]);
        for (text, expected) in [
            ("Kind:a:b", (2, "a:b")),
            ("Mail: ok?:x=y", (1, "x=y")),
            ("#2:z", (2, "z")),
        ] {
            assert_eq!(place(&columns, text).unwrap(), expected);
        }
        assert!(place(&columns, "Fax:z").is_err());
        let rule = parse_value("Kind:a=b=ignore").unwrap();
        assert_eq!((rule.place.as_str(), rule.becomes), ("Kind:a=b", None));
        assert!(parse_value("Kind=b").is_err() && parse_value("Kind:b").is_err());
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
