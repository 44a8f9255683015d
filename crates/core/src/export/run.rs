//! Writing an export: contacts in chunks through the gate to the file.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use roster_formats::{FormatError, OutCell, OutFormat, TableWriter};
use tokio::sync::mpsc;

use super::columns::{self, Column};
use super::gate;
use super::types::{ExportReport, ExportRequest, LeftOut};
use crate::contacts::{self, Contact, Selected, list, selected};
use crate::error::{Error, Result};
use crate::fields;
use crate::progress::{Job, Stage};
use crate::sql;
use crate::workspace::Workspace;

const CHUNK: usize = 1000;

/// Writes the contacts of a query or a selection to a file.
///
/// # Errors
/// `Invalid` for an unknown field or ending; the file's own errors. An existing file is replaced only when the whole
/// export has succeeded; `Cancelled` leaves it as it was.
pub async fn run(ws: &Workspace, request: &ExportRequest, job: &Job) -> Result<ExportReport> {
    let started = Instant::now();
    let path = PathBuf::from(&request.path);
    let format = format(request)?;
    let ids = ids(ws, request).await?;
    let columns = Arc::new(columns(ws, request, &ids).await?);
    let (sender, rows) = mpsc::channel(2);
    let with = columns.clone();
    let writing = tokio::task::spawn_blocking(move || write(&path, format, &with, rows));
    let (contacts, left_out) = match send(ws, request, &ids, &columns, &sender, job).await {
        Ok(sent) => sent,
        Err(error) => {
            // Without the closing message the writer drops what it has written.
            drop(sender);
            let _ = writing.await;
            return Err(error);
        }
    };
    let _ = sender.send(Message::End).await;
    writing.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })??;
    Ok(ExportReport {
        file: request.path.clone(),
        contacts,
        left_out,
        seconds: started.elapsed().as_secs_f64(),
    })
}

fn format(request: &ExportRequest) -> Result<OutFormat> {
    let ending = PathBuf::from(&request.path)
        .extension()
        .map(|e| e.to_string_lossy().into_owned());
    match request
        .format
        .clone()
        .or(ending)
        .unwrap_or_default()
        .to_lowercase()
        .as_str()
    {
        "xlsx" => Ok(OutFormat::Xlsx),
        "csv" => Ok(OutFormat::Csv),
        _ => Err(Error::field(
            "path",
            "Contacts can be written as .xlsx or .csv: give the name one of these endings.",
        )),
    }
}

async fn ids(ws: &Workspace, request: &ExportRequest) -> Result<Vec<i64>> {
    match &request.selection {
        Some(selection) => {
            let Selected { ids, .. } = selected(ws, selection).await?;
            Ok(ids)
        }
        None => Ok(list(ws, &mut *ws.read().await?, &request.query)
            .await?
            .ids
            .clone()),
    }
}

async fn columns(ws: &Workspace, request: &ExportRequest, ids: &[i64]) -> Result<Vec<Column>> {
    let fields = fields::list(ws).await?.fields;
    if request.fields.is_empty() {
        columns::used(&mut *ws.read().await?, &sql::ids(ids), &fields).await
    } else {
        columns::chosen(&request.fields, &fields)
    }
}

enum Message {
    Rows(Vec<Vec<String>>),
    End,
}

async fn send(
    ws: &Workspace,
    request: &ExportRequest,
    ids: &[i64],
    columns: &[Column],
    sender: &mpsc::Sender<Message>,
    job: &Job,
) -> Result<(u64, LeftOut)> {
    let mut conn = ws.read().await?;
    let mut left_out = LeftOut::default();
    let mut written = 0;
    for (i, chunk) in ids.chunks(CHUNK).enumerate() {
        let done = i * CHUNK;
        job.report(
            Stage::Exporting,
            done as u64,
            Some(done as f32 / ids.len() as f32),
        )?;
        let contacts = contacts::by_ids(&mut conn, chunk).await?;
        let rows: Vec<Vec<String>> = contacts
            .into_iter()
            .filter_map(|contact| passed(request, contact, &mut left_out))
            .map(|contact| columns::texts(columns, &contact))
            .collect();
        written += rows.len() as u64;
        // A writer that has stopped says why when it is awaited.
        if sender.send(Message::Rows(rows)).await.is_err() {
            break;
        }
    }
    Ok((written, left_out))
}

fn passed(request: &ExportRequest, contact: Contact, left_out: &mut LeftOut) -> Option<Contact> {
    let Some(purpose) = request.purpose else {
        return Some(contact);
    };
    gate::pass(purpose, contact)
        .map_err(|reason| left_out.count(reason))
        .ok()
}

/// Writes what comes; finishes the file only when the end was announced.
fn write(
    path: &std::path::Path,
    format: OutFormat,
    columns: &[Column],
    mut messages: mpsc::Receiver<Message>,
) -> Result<(), FormatError> {
    let mut writer: TableWriter =
        roster_formats::create(path, format, &columns::out_columns(columns))?;
    while let Some(message) = messages.blocking_recv() {
        let Message::Rows(rows) = message else {
            writer.finish()?;
            return Ok(());
        };
        for row in rows {
            let cells: Vec<OutCell> = columns
                .iter()
                .zip(&row)
                .map(|(c, text)| columns::cell(c, text))
                .collect();
            writer.row(&cells)?;
        }
    }
    Ok(())
}
