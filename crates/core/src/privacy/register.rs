//! The register of consents: who agreed to what, when and how, and who refused or withdrew it, over all contacts.

use std::path::PathBuf;

use roster_formats::{OutColumn, OutKind};
use sqlx::SqliteConnection;

use super::types::{ConsentEntry, Consents, ConsentsRequest, ConsentsSave, ConsentsSaved};
use crate::contacts::consents::STATES;
use crate::error::{Error, Result};
use crate::export::sheet::{Sheet, format_of};
use crate::operations::Operation;
use crate::progress::{Job, Stage};
use crate::staff;
use crate::values::fold;
use crate::workspace::Workspace;

const MOST: u32 = 1000;

/// A stretch of the register, with its purposes.
///
/// # Errors
/// `Invalid` for a state that there is not.
pub async fn consents(ws: &Workspace, request: &ConsentsRequest) -> Result<Consents> {
    let mut conn = ws.read().await?;
    Ok(Consents {
        total: count(&mut conn, request).await?,
        consents: stretch(&mut conn, request).await?,
        purposes: sqlx::query_as(include_str!("purposes.sql"))
            .fetch_all(&mut *conn)
            .await?,
    })
}

/// Writes the register, or the part of it that a request chooses, to a spreadsheet.
///
/// # Errors
/// `Invalid` for another ending than xlsx or csv; the file's own errors. An existing file is replaced only by a whole one.
pub async fn save_consents(
    ws: &Workspace,
    request: &ConsentsSave,
    job: &Job,
) -> Result<ConsentsSaved> {
    staff::permit(ws, Operation::ConsentsSave).await?;
    let format = format_of(&request.path, None)?;
    let mut conn = ws.read().await?;
    let mut chosen = ConsentsRequest {
        purpose: request.purpose.clone(),
        state: request.state.clone(),
        limit: MOST,
        ..ConsentsRequest::default()
    };
    let total = count(&mut conn, &chosen).await?;
    let sheet = Sheet::begin(PathBuf::from(&request.path), format, columns());
    while chosen.offset < total {
        let fraction = chosen.offset as f32 / total as f32;
        if let Err(cancelled) = job.report(Stage::Exporting, chosen.offset.into(), Some(fraction)) {
            sheet.abandon().await;
            return Err(cancelled);
        }
        let rows = stretch(&mut conn, &chosen).await?;
        // A writer that has stopped says why at the end.
        if !sheet.add(rows.into_iter().map(row).collect()).await {
            break;
        }
        chosen.offset += MOST;
    }
    sheet.end().await?;
    Ok(ConsentsSaved {
        file: request.path.clone(),
        consents: total,
    })
}

async fn count(conn: &mut SqliteConnection, request: &ConsentsRequest) -> Result<u32> {
    if let Some(state) = &request.state
        && !STATES.contains(&state.as_str())
    {
        let message = format!("“{state}” is none of {}.", STATES.join(", "));
        return Err(Error::field("state", message));
    }
    Ok(sqlx::query_scalar(include_str!("count_consents.sql"))
        .bind(&request.purpose)
        .bind(&request.state)
        .bind(fold::fold(&request.search))
        .fetch_one(conn)
        .await?)
}

async fn stretch(
    conn: &mut SqliteConnection,
    request: &ConsentsRequest,
) -> Result<Vec<ConsentEntry>> {
    Ok(sqlx::query_as(include_str!("consents.sql"))
        .bind(&request.purpose)
        .bind(&request.state)
        .bind(fold::fold(&request.search))
        .bind(request.limit.min(MOST))
        .bind(request.offset)
        .fetch_all(conn)
        .await?)
}

const TITLES: [&str; 9] = [
    "Roster id",
    "Name",
    "Purpose",
    "State",
    "Given on",
    "How it was given",
    "Refused or withdrawn on",
    "How",
    "Note",
];

fn columns() -> Vec<OutColumn> {
    let column = |title: &str| OutColumn {
        title: title.to_owned(),
        kind: OutKind::Text,
        width_hint: None,
    };
    TITLES.into_iter().map(column).collect()
}

fn row(entry: ConsentEntry) -> Vec<String> {
    let ended = entry.state != "given";
    vec![
        entry.contact_id.to_string(),
        entry.name,
        entry.purpose,
        entry.state,
        entry.given_on.unwrap_or_default(),
        entry.given_how.unwrap_or_default(),
        entry.ended_on.unwrap_or_default(),
        entry.how.filter(|_| ended).unwrap_or_default(),
        entry.note.unwrap_or_default(),
    ]
}
