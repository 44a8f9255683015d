//! Writing an export: contacts in chunks through the gate to the file.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use roster_formats::FormatError;
use sqlx::SqliteConnection;
use tokio::sync::mpsc;

use super::columns::{self, Column};
use super::left_out::Leaving;
use super::types::{ExportReport, ExportRequest};
use super::write::{Kind, Photos, Writer};
use crate::contacts::{self, Contact, chosen_ids};
use crate::error::{Error, Result};
use crate::fields;
use crate::gate::{LeftOut, Outgoing};
use crate::progress::{Job, Stage};
use crate::sql;
use crate::workspace::Workspace;

const CHUNK: usize = 1000;
/// With their pictures.
const CARDS: usize = 100;

/// Writes the contacts of a query or a selection to a file.
///
/// # Errors
/// `Invalid` for an unknown field or ending; the file's own errors. An existing file is replaced only when the whole
/// export has succeeded; `Cancelled` leaves it as it was.
pub async fn run(ws: &Workspace, request: &ExportRequest, job: &Job) -> Result<ExportReport> {
    let started = Instant::now();
    let path = PathBuf::from(&request.path);
    let kind = kind(request)?;
    let mut leaving = Leaving::begin(request.left_out_path.as_deref())?;
    let ids = chosen_ids(ws, &request.query, request.selection.as_ref()).await?;
    let columns = Arc::new(columns(ws, request, &ids).await?);
    let (sender, rows) = mpsc::channel(2);
    let with = columns.clone();
    let writing = tokio::task::spawn_blocking(move || write(&path, kind, &with, rows));
    let to = (&sender, &mut leaving);
    let (contacts, left_out) = match send(ws, request, kind, &ids, to, job).await {
        Ok(sent) => sent,
        Err(error) => {
            // Without the closing message the writer drops what it has written.
            drop(sender);
            let _ = writing.await;
            leaving.abandon().await;
            return Err(error);
        }
    };
    let _ = sender.send(Message::End).await;
    let written = writing.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })?;
    if let Err(error) = written {
        leaving.abandon().await;
        return Err(error.into());
    }
    let (left_out_file, left_out_rows) = leaving.end().await?;
    Ok(ExportReport {
        file: request.path.clone(),
        contacts,
        left_out,
        left_out_file,
        left_out_rows,
        seconds: started.elapsed().as_secs_f64(),
    })
}

fn kind(request: &ExportRequest) -> Result<Kind> {
    let ending = PathBuf::from(&request.path)
        .extension()
        .map(|e| e.to_string_lossy().into_owned());
    let name = request.format.clone().or(ending).unwrap_or_default();
    Kind::by_name(&name.to_lowercase()).ok_or_else(|| {
        Error::field(
            "path",
            "Contacts can be written as .xlsx, .csv or .vcf: give the name one of these endings.",
        )
    })
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
    Contacts(Vec<Outgoing>, Photos),
    End,
}

async fn send(
    ws: &Workspace,
    request: &ExportRequest,
    kind: Kind,
    ids: &[i64],
    (sender, leaving): (&mpsc::Sender<Message>, &mut Leaving),
    job: &Job,
) -> Result<(u64, LeftOut)> {
    let mut conn = ws.read().await?;
    let mut left_out = LeftOut::default();
    let mut written = 0;
    let size = match kind {
        Kind::Table(_) => CHUNK,
        Kind::Cards(_) => CARDS,
    };
    for (i, chunk) in ids.chunks(size).enumerate() {
        let done = i * size;
        job.report(
            Stage::Exporting,
            done as u64,
            Some(done as f32 / ids.len() as f32),
        )?;
        let contacts = contacts::by_ids(&mut conn, chunk).await?;
        let mut passed: Vec<Outgoing> = Vec::with_capacity(chunk.len());
        for contact in contacts {
            passed.extend(pass(request, contact, &mut left_out, leaving));
        }
        leaving.flush(&mut conn).await?;
        let photos = match kind {
            // A picture stands in no column; it belongs to a card of everything.
            Kind::Cards(_) if request.fields.is_empty() => photos(&mut conn, &passed).await?,
            _ => Photos::default(),
        };
        written += passed.len() as u64;
        // A writer that has stopped says why when it is awaited.
        if sender
            .send(Message::Contacts(passed, photos))
            .await
            .is_err()
        {
            break;
        }
    }
    Ok((written, left_out))
}

fn pass(
    request: &ExportRequest,
    contact: Contact,
    left_out: &mut LeftOut,
    leaving: &mut Leaving,
) -> Option<Outgoing> {
    let Some(channel) = request.purpose else {
        return Some(Outgoing::whole(contact));
    };
    Outgoing::pass(channel, contact)
        .map_err(|refused| {
            left_out.count(refused.refusal);
            leaving.add(channel, refused);
        })
        .ok()
}

async fn photos(conn: &mut SqliteConnection, contacts: &[Outgoing]) -> Result<Photos> {
    let hashes: Vec<&String> = contacts.iter().filter_map(|c| c.photo.as_ref()).collect();
    if hashes.is_empty() {
        return Ok(Photos::default());
    }
    let sql = "SELECT hash, bytes FROM photos WHERE hash IN (SELECT value FROM json_each(?))";
    let found: Vec<(String, Vec<u8>)> = sqlx::query_as(sql)
        .bind(serde_json::json!(hashes).to_string())
        .fetch_all(conn)
        .await?;
    Ok(found.into_iter().collect())
}

/// Writes what comes; finishes the file only when the end was announced.
fn write(
    path: &std::path::Path,
    kind: Kind,
    columns: &[Column],
    mut messages: mpsc::Receiver<Message>,
) -> Result<(), FormatError> {
    let mut writer = Writer::create(path, kind, columns)?;
    while let Some(message) = messages.blocking_recv() {
        let Message::Contacts(contacts, photos) = message else {
            return writer.finish();
        };
        for contact in contacts {
            writer.contact(&contact, &photos)?;
        }
    }
    Ok(())
}
