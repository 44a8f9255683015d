//! Rejected rows: kept with the batch, shown, and saved as a file that imports again once mended (I12).

use std::path::Path;

use roster_formats::{OutCell, OutColumn, OutFormat, OutKind};
use sqlx::SqliteConnection;

use super::draft::Drafted;
use super::refusals::{ERASED, erased};
use super::report::SAMPLES;
use super::types::{
    ImportReport, Outcome, Problem, Rejects, RejectsRequest, RejectsSaved, RowOutcome,
};
use crate::error::{Error, Result};
use crate::guess::{HINT_HEADER, REASON_HEADER};
use crate::journal::Bulk;
use crate::operations::Operation;
use crate::staff;
use crate::workspace::Workspace;

/// Keeps the rejected rows of a chunk with the batch.
pub(super) fn store(change: &Bulk, drafts: &[Drafted]) -> Result<()> {
    let rows: Vec<serde_json::Value> = drafts
        .iter()
        .map(|d| {
            let is_erased = d.problems.iter().any(|problem| problem.code == ERASED);
            let (cells, problems) = match is_erased {
                true => (vec![String::new(); d.cells.to_vec().len()], vec![erased()]),
                false => (d.cells.to_vec(), d.problems.clone()),
            };
            serde_json::json!([
                d.row,
                serde_json::json!(cells).to_string(),
                serde_json::json!(problems).to_string()
            ])
        })
        .collect();
    change
        .prepare_cached(include_str!("store_rejects.sql"))?
        .execute((change.batch, serde_json::Value::from(rows).to_string()))?;
    Ok(())
}

async fn batch_with_report(
    conn: &mut SqliteConnection,
    batch: Option<i64>,
) -> Result<(i64, ImportReport)> {
    let found: Option<(i64, String)> = sqlx::query_as(include_str!("import_batch.sql"))
        .bind(batch)
        .fetch_optional(conn)
        .await?;
    let (id, report) =
        found.ok_or_else(|| Error::not_found("import", batch.unwrap_or_default()))?;
    let report = serde_json::from_str(&report).map_err(|e| Error::DamagedWorkspace {
        detail: format!("the report of batch {id}: {e}"),
    })?;
    Ok((id, report))
}

const STORED: &str =
    "SELECT row, cells, problems FROM import_rejects WHERE batch_id = ? ORDER BY id LIMIT ?";

async fn stored(conn: &mut SqliteConnection, batch: i64, most: i64) -> Result<Vec<RowOutcome>> {
    let rows: Vec<(u32, String, String)> = sqlx::query_as(STORED)
        .bind(batch)
        .bind(most)
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(outcome).collect())
}

fn outcome((row, cells, problems): (u32, String, String)) -> RowOutcome {
    RowOutcome {
        row,
        outcome: Outcome::Rejected,
        cells: serde_json::from_str(&cells).unwrap_or_default(),
        contact: None,
        problems: serde_json::from_str(&problems).unwrap_or_default(),
    }
}

/// All rejected rows of the import that is being written.
pub(super) fn of_change(change: &Bulk) -> Result<Vec<RowOutcome>> {
    let mut statement = change.prepare(STORED)?;
    let rows = statement.query_map((change.batch, i64::MAX), |row| {
        Ok(outcome((row.get(0)?, row.get(1)?, row.get(2)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The first rejected rows of an import, of the latest one unless told.
pub async fn rejects(ws: &Workspace, batch: Option<i64>) -> Result<Rejects> {
    let mut conn = ws.read().await?;
    let (batch, report) = batch_with_report(&mut conn, batch).await?;
    let rows = stored(&mut conn, batch, SAMPLES as i64).await?;
    Ok(Rejects {
        total: report.rejected,
        columns: report.columns(),
        rows,
    })
}

/// Saves the rejected rows with their original columns and two more, reason and hint.
pub async fn save_rejects(ws: &Workspace, request: &RejectsRequest) -> Result<RejectsSaved> {
    staff::permit(ws, Operation::ImportRejectsSave).await?;
    let mut conn = ws.read().await?;
    let (batch, report) = batch_with_report(&mut conn, Some(request.batch)).await?;
    let rows = stored(&mut conn, batch, i64::MAX).await?;
    let path = request.path.clone();
    let count = rows.len() as u64;
    let written =
        tokio::task::spawn_blocking(move || write(Path::new(&path), &report.columns(), &rows));
    written.await.map_err(|e| Error::Call {
        detail: e.to_string(),
    })??;
    Ok(RejectsSaved {
        file: request.path.clone(),
        rows: count,
    })
}

/// Writes rejected rows as xlsx or csv, by the name's ending. All cells are text, so that nothing is damaged twice.
pub(super) fn write(path: &Path, columns: &[String], rows: &[RowOutcome]) -> Result<()> {
    let own = [REASON_HEADER, HINT_HEADER];
    // A rejects file imported again has the two columns already: they are written anew.
    let kept: Vec<usize> = (0..columns.len())
        .filter(|i| !own.contains(&columns[*i].as_str()))
        .collect();
    let titles = kept
        .iter()
        .map(|i| columns[*i].clone())
        .chain(own.map(str::to_owned));
    let out: Vec<OutColumn> = titles
        .map(|title| OutColumn {
            title,
            kind: OutKind::Text,
            width_hint: None,
        })
        .collect();
    let mut writer = roster_formats::create(path, format_of(path)?, &out)?;
    for row in rows {
        let (reason, hint) = texts(&row.problems);
        let cell = |i: &usize| OutCell::Text(row.cells.get(*i).map_or("", String::as_str));
        let cells: Vec<OutCell> = kept
            .iter()
            .map(cell)
            .chain([OutCell::Text(&reason), OutCell::Text(&hint)])
            .collect();
        writer.row(&cells)?;
    }
    writer.finish()?;
    Ok(())
}

fn texts(problems: &[Problem]) -> (String, String) {
    let reason = |p: &Problem| match &p.column {
        Some(column) => format!("{column}: {}", p.reason),
        None => p.reason.clone(),
    };
    let reasons: Vec<String> = problems.iter().map(reason).collect();
    let hints: Vec<&str> = problems.iter().map(|p| p.hint.as_str()).collect();
    (reasons.join("; "), hints.join("; "))
}

/// xlsx or csv, by the name's ending.
pub(crate) fn format_of(path: &Path) -> Result<OutFormat> {
    let ending = path
        .extension()
        .map(|e| e.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    match ending.as_str() {
        "xlsx" => Ok(OutFormat::Xlsx),
        "csv" => Ok(OutFormat::CSV),
        _ => Err(Error::field(
            "path",
            "A file can be written as .xlsx or .csv: give its name one of these endings.",
        )),
    }
}

impl ImportReport {
    fn columns(&self) -> Vec<String> {
        self.mapping
            .iter()
            .map(|column| column.column.clone())
            .collect()
    }
}
