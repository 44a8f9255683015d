//! What the Source and Fields stages show.

use std::ops::ControlFlow;

use roster_formats::{Row, Table};

use super::everyone;
use super::look::look;
use super::source::{fingerprint, open};
use super::types::{Dialect, Garbled, Preview, PreviewRequest, wanted_dialect};
use crate::error::{Error, Result};
use crate::progress::{Job, Stage};
use crate::workspace::{Workspace, settings};

/// Detection, proposals and the first rows. Writes nothing.
pub async fn preview(ws: &Workspace, request: PreviewRequest, job: &Job) -> Result<Preview> {
    let seen = fingerprint(&request.source);
    let table = open(&request.source, &request.options).await?;
    let mut conn = ws.read().await?;
    let country = settings(&mut conn).await?.country;
    let wanted = wanted_dialect(request.dialect.as_deref())?;
    let look = look(
        &mut conn,
        &table,
        country.as_deref(),
        &wanted,
        request.named.as_deref(),
    )
    .await?;
    let (rows, row_numbers) = rows(&table, &request, job)?;
    Ok(Preview {
        file: table.name.clone(),
        format: table.format.name().to_owned(),
        sheets: table.sheets.clone(),
        sheet: table.sheet.clone(),
        encoding: table.encoding.map(str::to_owned),
        delimiter: table.delimiter.map(String::from),
        header_row: table.header_row,
        dialect: Dialect::of(&table.columns, &wanted),
        dialects: Dialect::candidates(&table.columns),
        everyone_opted_out: everyone::recognize(&table.name, &table.columns).is_some(),
        garbled: table.garbled.as_ref().map(Garbled::from),
        columns: look.columns,
        rows,
        row_numbers,
        remembered: look.remembered,
        fingerprint: seen,
    })
}

type Rows = (Vec<Vec<String>>, Vec<u32>);

fn rows(table: &Table, request: &PreviewRequest, job: &Job) -> Result<Rows> {
    let most = request.rows.map_or(usize::MAX, |rows| rows as usize);
    let (mut rows, mut numbers): Rows = (Vec::new(), Vec::new());
    let mut stopped: Result<()> = Ok(());
    let mut sink = |row: Row| {
        if rows.len() >= most {
            return ControlFlow::Break(());
        }
        let mut texts: Vec<String> = row
            .cells
            .iter()
            .map(|cell| cell.to_text().into_owned())
            .collect();
        if !request.raw && texts.len() < table.columns.len() {
            texts.resize(table.columns.len(), String::new());
        }
        rows.push(texts);
        numbers.push(row.number);
        stopped = job.report(Stage::Reading, rows.len() as u64, Some(row.position));
        if stopped.is_err() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    match request.raw {
        true => table.read_raw(&mut sink)?,
        false => table.read(&mut sink)?,
    }
    stopped.map_err(|_| Error::Cancelled)?;
    Ok((rows, numbers))
}
