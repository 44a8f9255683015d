//! Carrying an import out, and rehearsing it: rows stream from the reader through matching to the outcome.
//!
//! All on the thread that asked: texts are still in the processor's cache when they are written, and memory is given
//! back by the thread that took it, which together spare more than a second thread wins. An import is one change: an
//! error, a cancel or a crash leave the workspace as it was. A rehearsal reads only.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;

use roster_formats::{Cell, Row, Table};
use rusqlite::Connection;
use sqlx::SqliteConnection;

use super::chunk::{Chunk, Seen};
use super::decide::Policy;
use super::draft::{Drafted, draft};
use super::joining::Members;
use super::missing;
use super::plan::{Plan, plan};
use super::rejects;
use super::remember::remember;
use super::replay::Log;
use super::report::Counter;
use super::source::{expect, open};
use super::types::{CellEdit, ImportReport, ImportRequest};
use super::write::{Writer, write_notes};
use crate::backup::{self, Why};
use crate::error::{Error, Result};
use crate::fields::{self, CustomField, Target, create_custom};
use crate::journal::Bulk;
use crate::operations::Operation;
use crate::opt_outs::{Act, Initiative};
use crate::progress::{Job, Stage};
use crate::sql::max_id;
use crate::workspace::{Workspace, settings};

/// Few enough to be still in the processor's cache when they are written.
const CHUNK: usize = 256;
/// Bytes of photos after which a chunk is full, however few its rows.
const MOST_PICTURES: usize = 32 * 1024 * 1024;

/// What an import would do. Writes nothing.
pub async fn rehearse(ws: &Workspace, request: ImportRequest, job: &Job) -> Result<ImportReport> {
    expect(&request.source, request.fingerprint.as_ref())?;
    let table = open(&request.source, &request.options).await?;
    let mut conn = ws.read().await?;
    let request = with_country(&mut conn, request).await?;
    let mut plan = plan(&mut conn, &table, &request).await?;
    plan.add_options()?;
    plan.know_members(ws, &mut conn).await?;
    let mut counter = Counter::new(&table, &plan, &request);
    let first = max_id(&mut conn, "contacts").await? + 1;
    let mut next = first;
    let before = ws.snapshot()?;
    let mut seen = seen(&before, &plan)?;
    let (watched, mut log) = ((job, Stage::Reading), Log::default());
    let rows = Rows::all(&table, &plan, &request);
    each_chunk(rows, watched, &mut |drafts| {
        let mut chunk = Chunk::new(&plan, &request, &mut seen, &mut counter, first, next);
        chunk.log = Some(&mut log);
        chunk.sort(&before, drafts)?;
        chunk.rehearse(&before)?;
        next = chunk.next_contact;
        Ok(())
    })?;
    let mut last = Chunk::new(&plan, &request, &mut seen, &mut counter, first, next);
    last.rehearse_changed(&before)?;
    for mut lot in log.lots() {
        let of_lot = lot.rows();
        let rows = Rows {
            wanted: Some(&of_lot),
            ..rows
        };
        each_chunk(rows, watched, &mut |drafts| {
            let mut drafts = drafts.into_iter();
            drafts.try_for_each(|draft| lot.take(&mut last, &before, draft))
        })?;
    }
    if let Some(mut members) = seen.members {
        let unknown = members.settle(&before, &everywhere(&plan))?;
        unknown
            .iter()
            .for_each(|(_, problem)| counter.note(std::slice::from_ref(problem)));
    }
    counter.expect_rows()?;
    Ok(counter.finish(None, &plan))
}

/// Imports, in one transaction.
pub async fn run(ws: &Workspace, request: ImportRequest, job: &Job) -> Result<ImportReport> {
    run_as(ws, request, job, Operation::ImportRun).await
}

pub(super) async fn run_as(
    ws: &Workspace,
    request: ImportRequest,
    job: &Job,
    operation: Operation,
) -> Result<ImportReport> {
    expect(&request.source, request.fingerprint.as_ref())?;
    let table = open(&request.source, &request.options).await?;
    backup::before(ws, Why::Import).await;
    let change = Bulk::begin(ws, operation).await?;
    // From here on nobody else writes: what is read beside the change is what was there before it.
    let mut before = ws.read().await?;
    let request = with_country(&mut before, request).await?;
    let mut plan = plan(&mut before, &table, &request).await?;
    plan.know_members(ws, &mut before).await?;
    for field in plan.add_options()? {
        fields::save_options(&change, field)?;
    }
    make_fields(&change, fields::all(&mut before).await?, &mut plan)?;
    drop(before);
    remember(&change, &plan)?;
    let counter = Counter::new(&table, &plan, &request);
    let batch = change.batch;
    let everyone = plan.everyone_out.as_ref();
    let act = Act::because(
        everyone.map_or(Initiative::Theirs, |everyone| everyone.initiative),
        format!("Import of {}", counter.report.file),
    );
    let writer = Writer::new(change, act)?;
    let source = (table.as_ref(), &plan);
    let (change, mut counter) = write(writer, ws.snapshot()?, source, &request, counter, job)?;
    counter.expect_rows()?;
    save_rejects(&change, &request, &mut counter)?;
    let (made, known) = (counter.report.created, std::mem::take(&mut counter.known));
    let first = change.first_id("contacts");
    missing::store(&change, &plan.signature, (first, made), known)?;
    let report = counter.finish(Some(batch), &plan);
    let stored = ImportReport {
        samples: Vec::new(),
        ..report.clone()
    };
    let stored = serde_json::to_string(&stored).map_err(|e| Error::Call {
        detail: e.to_string(),
    })?;
    change.execute(
        "UPDATE batches SET report = ? WHERE id = ?",
        (stored, batch),
    )?;
    change.commit((report.created + report.updated) as i64)?;
    Ok(report)
}

pub(super) async fn with_country(
    conn: &mut SqliteConnection,
    request: ImportRequest,
) -> Result<ImportRequest> {
    let country = match request.country.as_deref().map(str::trim) {
        None | Some("") => settings(conn).await?.country,
        Some(text) => {
            let code = crate::values::country::code_of(text);
            let code =
                code.ok_or_else(|| Error::field("country", format!("“{text}” is no country.")))?;
            Some(code.to_owned())
        }
    };
    Ok(ImportRequest { country, ..request })
}

/// Makes the custom fields that the plan asks for.
fn make_fields(change: &Bulk, mut fields: Vec<CustomField>, plan: &mut Plan) -> Result<()> {
    for column in &mut plan.columns {
        if let Some(label) = column.new_field.take() {
            let field = create_custom(change, &mut fields, &label)?;
            column.field.clone_from(&field.code);
            column.target = Some(Target::Custom(field.code.clone()));
            column.custom = Some(field);
        }
    }
    Ok(())
}

/// Writes all rows; `before` shows the workspace as it was.
fn write(
    mut writer: Writer,
    before: Connection,
    (table, plan): (&Table, &Plan),
    request: &ImportRequest,
    mut counter: Counter,
    job: &Job,
) -> Result<(Bulk, Counter)> {
    let first = writer.next_contact();
    let mut seen = seen(&before, plan)?;
    let watched = (job, Stage::Importing);
    each_chunk(Rows::all(table, plan, request), watched, &mut |drafts| {
        let next = writer.next_contact();
        let mut chunk = Chunk::new(plan, request, &mut seen, &mut counter, first, next);
        chunk.sort(&before, drafts)?;
        chunk.write(&mut writer)
    })?;
    let next = writer.next_contact();
    Chunk::new(plan, request, &mut seen, &mut counter, first, next).write_changed(&mut writer)?;
    counter.report.opted_out = writer.opted_out;
    let change = writer.finish()?;
    if let Some(mut members) = seen.members {
        let unknown = members.settle(&change, &everywhere(plan))?;
        unknown
            .iter()
            .for_each(|(_, problem)| counter.note(std::slice::from_ref(problem)));
        members.write(&change)?;
        write_notes(&change, &unknown)?;
    }
    Ok((change, counter))
}

fn seen(before: &Connection, plan: &Plan) -> Result<Seen> {
    Ok(Seen::of(Members::load(before, &everywhere(plan))?))
}

/// Each column with its own policy.
fn everywhere(plan: &Plan) -> Policy<'_> {
    Policy {
        plan,
        instead: None,
    }
}

/// Writes the file of rejected rows before the commit: a full disk then leaves nothing half done.
fn save_rejects(change: &Bulk, request: &ImportRequest, counter: &mut Counter) -> Result<()> {
    let Some(path) = request
        .rejects
        .as_deref()
        .filter(|_| counter.report.rejected > 0)
    else {
        return Ok(());
    };
    let mapping = counter.report.mapping.iter();
    let columns: Vec<String> = mapping.map(|c| c.column.clone()).collect();
    rejects::write(Path::new(path), &columns, &rejects::of_change(change)?)?;
    counter.report.rejects_file = Some(path.to_owned());
    Ok(())
}

/// Rows to be understood.
#[derive(Clone, Copy)]
struct Rows<'a> {
    table: &'a Table,
    plan: &'a Plan,
    request: &'a ImportRequest,
    /// Those that are wanted by their numbers; None: all.
    wanted: Option<&'a HashSet<u32>>,
}

impl<'a> Rows<'a> {
    fn all(table: &'a Table, plan: &'a Plan, request: &'a ImportRequest) -> Self {
        Self {
            table,
            plan,
            request,
            wanted: None,
        }
    }
}

/// Hands the rows of the file on, understood, a chunk at a time.
fn each_chunk(
    rows: Rows,
    (job, stage): (&Job, Stage),
    take: &mut dyn FnMut(Vec<Drafted>) -> Result<()>,
) -> Result<()> {
    let Rows {
        table,
        plan,
        request,
        wanted,
    } = rows;
    let corrections = Corrections::new(&request.edits);
    let mut done = 0;
    let mut hand_on = |drafts: Vec<Drafted>, position: f32| {
        job.report(stage, done, Some(position))?;
        done += drafts.len() as u64;
        take(drafts)
    };
    let (mut drafts, mut pictures) = (Vec::with_capacity(CHUNK), 0);
    let mut failure = None;
    table.read(&mut |mut row| {
        if wanted.is_some_and(|wanted| !wanted.contains(&row.number)) {
            return ControlFlow::Continue(());
        }
        corrections.apply(&mut row);
        let position = row.position;
        let mut draft = Box::new(draft(plan, row));
        draft.groups.extend_from_slice(&request.groups);
        pictures += draft.photo.as_ref().map_or(0, |(_, bytes)| bytes.len());
        drafts.push(draft);
        if drafts.len() < CHUNK && pictures < MOST_PICTURES {
            return ControlFlow::Continue(());
        }
        pictures = 0;
        let full = std::mem::replace(&mut drafts, Vec::with_capacity(CHUNK));
        match hand_on(full, position) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failure = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    match failure {
        Some(error) => Err(error),
        None if drafts.is_empty() => Ok(()),
        None => hand_on(drafts, 1.0),
    }
}

/// Cells corrected in the rehearsal, by row.
struct Corrections(HashMap<u32, Vec<(usize, String)>>);

impl Corrections {
    fn new(edits: &[CellEdit]) -> Self {
        let mut rows: HashMap<u32, Vec<(usize, String)>> = HashMap::new();
        for edit in edits.iter().filter(|edit| edit.position > 0) {
            rows.entry(edit.row)
                .or_default()
                .push((edit.position as usize - 1, edit.value.clone()));
        }
        Self(rows)
    }

    fn apply(&self, row: &mut Row) {
        for (column, value) in self.0.get(&row.number).into_iter().flatten() {
            if row.cells.len() <= *column {
                row.cells.resize(*column + 1, Cell::Empty);
            }
            row.cells[*column] = if value.is_empty() {
                Cell::Empty
            } else {
                Cell::Text(value.clone())
            };
        }
    }
}
