//! Carrying an import of opt-outs out, or rehearsing it: the list is read on a thread of its own, some values ahead.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Instant;

use roster_formats::{ReadOptions, Row, Table};
use sqlx::{AssertSqlSafe, SqliteConnection};
use tokio::sync::mpsc;

use super::cells::{Piece, values};
use super::columns;
use super::types::{OptOutsImport, OptOutsReport, OptOutsSample, ValueOutcome};
use crate::backup::{self, Why};
use crate::error::{Error, Result};
use crate::import::{ImportSource, open_source};
use crate::journal::Change;
use crate::operations::Operation;
use crate::opt_outs::value::{Key, country_or_default};
use crate::opt_outs::write::{Act, opt_out};
use crate::opt_outs::{Holder, OptOutKind, owners};
use crate::points::Trouble;
use crate::progress::{Job, Stage};
use crate::sql;
use crate::workspace::Workspace;

const CHUNK: usize = 1000;
const SAMPLES: usize = 500;
/// What a list adds rows to.
const TABLES: [&str; 2] = ["subscriptions", "subscription_changes"];

/// What the list would do. Writes nothing.
///
/// # Errors
/// Those of the file; `Invalid` when it holds no phones or e-mails; `NoRows`; `Cancelled`.
pub async fn rehearse(ws: &Workspace, input: OptOutsImport, job: &Job) -> Result<OptOutsReport> {
    let mut conn = ws.read().await?;
    let mut work = Work::open(&mut conn, input).await?;
    while let Some(values) = work.next(job).await? {
        work.look_up(&mut conn, values).await?;
    }
    work.finish().await
}

/// Opts the values of the list out, as one batch.
///
/// # Errors
/// As [`rehearse`]; nothing is changed then.
pub async fn run(ws: &Workspace, input: OptOutsImport, job: &Job) -> Result<OptOutsReport> {
    backup::before(ws, Why::Import).await;
    let mut change = Change::begin(ws, Operation::OptOutsImport).await?;
    let mut work = Work::open(&mut change, input).await?;
    let mut before = Vec::new();
    for table in TABLES {
        before.push(sql::max_id(&mut change, table).await?);
    }
    change.stop_recording_inserts().await?;
    while let Some(values) = work.next(job).await? {
        let keys = work.look_up(&mut change, values).await?;
        opt_out(&mut change, &keys, &work.act).await?;
    }
    for (table, before) in TABLES.into_iter().zip(before) {
        record_rows_after(&mut change, table, before).await?;
    }
    let mut report = work.finish().await?;
    if !change.is_empty().await? {
        report.batch = Some(change.commit_with(report.contacts as i64).await?);
    }
    Ok(report)
}

/// Records the rows that were inserted; there may be none, although ids were used up in trying.
async fn record_rows_after(change: &mut Change, table: &'static str, before: i64) -> Result<()> {
    let sql = format!("SELECT coalesce(max(id), 0) FROM {table}");
    let last = sqlx::query_scalar(AssertSqlSafe(sql))
        .fetch_one(&mut **change)
        .await?;
    change.record_inserted(table, before + 1, last).await
}

/// A value on its way from the list.
struct Found {
    row: u32,
    position: f32,
    piece: Piece,
}

/// A list being read, and what has become of it so far.
struct Work {
    rows: mpsc::Receiver<Vec<Found>>,
    reading: tokio::task::JoinHandle<Result<()>>,
    act: Act,
    seen: HashSet<Key>,
    contacts: HashSet<i64>,
    samples: [Vec<OptOutsSample>; 3],
    report: OptOutsReport,
    started: Instant,
}

impl Work {
    async fn open(conn: &mut SqliteConnection, input: OptOutsImport) -> Result<Self> {
        let started = Instant::now();
        let country = country_or_default(conn, input.country.as_deref()).await?;
        let table = open(&input, country.as_deref()).await?;
        let mut act = Act::of(&input.act);
        if matches!(input.source, ImportSource::File { .. }) {
            act = act.or_reason(&format!("Import of {}", table.name));
        }
        let chosen = columns::choose(&table, &input.columns, country.as_deref())?;
        let report = OptOutsReport::new(table.name.clone(), chosen);
        let taken: Vec<usize> = report
            .columns
            .iter()
            .filter(|c| c.taken)
            .map(|c| c.position as usize - 1)
            .collect();
        let (sender, rows) = mpsc::channel(2);
        let reading =
            tokio::task::spawn_blocking(move || read(&table, &taken, country.as_deref(), &sender));
        Ok(Self {
            rows,
            reading,
            act,
            seen: HashSet::new(),
            contacts: HashSet::new(),
            samples: Default::default(),
            report,
            started,
        })
    }

    /// The next values, or None at the end of the list.
    async fn next(&mut self, job: &Job) -> Result<Option<Vec<Found>>> {
        let values = self.rows.recv().await;
        let position = values.as_ref().and_then(|v| v.last()).map(|v| v.position);
        job.report(Stage::Importing, self.report.rows, position)?;
        Ok(values)
    }

    /// Counts the values, and gives the valid ones, each once in the whole list.
    async fn look_up(
        &mut self,
        conn: &mut SqliteConnection,
        values: Vec<Found>,
    ) -> Result<Vec<Key>> {
        let mut keys: Vec<Key> = Vec::new();
        let mut typed: Vec<(u32, String)> = Vec::new();
        for Found { row, piece, .. } in values {
            self.report.rows += 1;
            match piece.key {
                Err(trouble) => self.invalid(row, piece.typed, trouble),
                Ok(key) if self.seen.contains(&key) => {
                    self.already(row, piece.typed, key, Vec::new());
                }
                Ok(key) => {
                    self.seen.insert(key.clone());
                    keys.push(key);
                    typed.push((row, piece.typed));
                }
            }
        }
        let out: HashSet<i64> = sqlx::query_scalar(include_str!("out_already.sql"))
            .bind(serde_json::json!(keys).to_string())
            .fetch_all(&mut *conn)
            .await?
            .into_iter()
            .collect();
        let mut holders: Vec<Vec<Holder>> = keys.iter().map(|_| Vec::new()).collect();
        for (index, holder) in owners::holders(conn, &keys).await? {
            holders[index].push(holder);
        }
        for (index, ((row, typed), holders)) in typed.into_iter().zip(holders).enumerate() {
            let key = keys[index].clone();
            if out.contains(&(index as i64)) {
                self.already(row, typed, key, holders);
            } else {
                self.added(row, typed, key, holders);
            }
        }
        Ok(keys)
    }

    fn added(&mut self, row: u32, typed: String, key: Key, holders: Vec<Holder>) {
        self.report.added += 1;
        match key.0 {
            OptOutKind::Phone => self.report.phones += 1,
            OptOutKind::Email => self.report.emails += 1,
        }
        self.report.unknown += u64::from(holders.is_empty());
        self.contacts.extend(holders.iter().map(|holder| holder.id));
        self.keep(OptOutsSample::valid(
            row,
            typed,
            key,
            ValueOutcome::Added,
            holders,
        ));
    }

    fn already(&mut self, row: u32, typed: String, key: Key, holders: Vec<Holder>) {
        self.report.already += 1;
        self.keep(OptOutsSample::valid(
            row,
            typed,
            key,
            ValueOutcome::Already,
            holders,
        ));
    }

    fn invalid(&mut self, row: u32, typed: String, trouble: Trouble) {
        self.report.invalid += 1;
        self.keep(OptOutsSample::invalid(row, typed, trouble));
    }

    fn keep(&mut self, sample: OptOutsSample) {
        let kept = &mut self.samples[sample.outcome as usize];
        if kept.len() < SAMPLES {
            kept.push(sample);
        }
    }

    async fn finish(self) -> Result<OptOutsReport> {
        let reading = self.reading.await;
        reading.map_err(|e| Error::Call {
            detail: e.to_string(),
        })??;
        if self.report.rows == 0 {
            return Err(Error::NoRows {
                file: self.report.file,
            });
        }
        let mut samples: Vec<OptOutsSample> = self.samples.into_iter().flatten().collect();
        samples.sort_by_key(|sample| sample.row);
        Ok(OptOutsReport {
            contacts: self.contacts.len() as u64,
            samples,
            seconds: self.started.elapsed().as_secs_f64(),
            ..self.report
        })
    }
}

/// Opens the list. A first line that is a value itself is none that names columns.
async fn open(input: &OptOutsImport, country: Option<&str>) -> Result<Arc<Table>> {
    let table = open_source(&input.source, &input.options).await?;
    let holds_value = |name: &String| values(name, country).iter().any(|piece| piece.key.is_ok());
    if input.options.header_row.is_some() || !table.columns.iter().any(holds_value) {
        return Ok(table);
    }
    let options = ReadOptions {
        header_row: Some(0),
        ..input.options.clone()
    };
    open_source(&input.source, &options).await
}

fn read(
    table: &Table,
    taken: &[usize],
    country: Option<&str>,
    sender: &mpsc::Sender<Vec<Found>>,
) -> Result<()> {
    let mut lot = Vec::with_capacity(CHUNK);
    table.read(&mut |row| {
        lot.extend(found(&row, taken, country));
        if lot.len() >= CHUNK && sender.blocking_send(std::mem::take(&mut lot)).is_err() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    if !lot.is_empty() {
        // Nobody waits for the rest of a list that was cancelled.
        let _ = sender.blocking_send(lot);
    }
    Ok(())
}

/// The values of a row; a row that has none in the taken columns is one invalid value, so that none is lost unseen.
fn found(row: &Row, taken: &[usize], country: Option<&str>) -> Vec<Found> {
    let cells = taken
        .iter()
        .flat_map(|at| values(&row.cell(*at).to_text(), country));
    let mut pieces: Vec<Piece> = cells.collect();
    if pieces.is_empty() {
        let texts = row
            .cells
            .iter()
            .filter(|c| !c.is_empty())
            .map(|c| c.to_text().into_owned());
        let typed = texts.collect::<Vec<_>>().join(", ");
        let key = crate::opt_outs::value::read(None, "", country);
        pieces.push(Piece { typed, key });
    }
    let found = |piece| Found {
        row: row.number,
        position: row.position,
        piece,
    };
    pieces.into_iter().map(found).collect()
}
