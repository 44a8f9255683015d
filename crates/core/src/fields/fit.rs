//! Whether the values of a field fit it: carrying them to another type or other options, marking what doesn't fit, and
//! keeping the marks right after an undo.

use std::collections::HashMap;

use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::custom::{self, CustomField};
use super::options::{Renamed, carried};
use super::types::{Conversion, FieldByCode, FieldPreview, MisfitValue, Misfits, Subject};
use crate::error::Result;
use crate::journal::Change;
use crate::progress::{Job, Stage};
use crate::values::custom::{Shape, Style};
use crate::workspace::Workspace;

const PAGE: i64 = 2000;
/// Values that are told apart in a preview; beyond them only counts are kept.
const TOLD_APART: usize = 10_000;
const SHOWN: usize = 100;

/// A change of what a field's values may be.
pub(super) struct Refit {
    pub field: CustomField,
    /// As it shall be.
    pub shape: Shape,
    pub renamed: Renamed,
    pub style: Style,
}

impl Refit {
    pub fn changes_values(&self) -> bool {
        self.field.shape != self.shape || !self.renamed.is_empty()
    }

    /// The value that a kept one becomes; None where it doesn't fit.
    fn converted(&self, kept: &str, was_misfit: bool) -> Option<String> {
        let old = &self.field.shape;
        // What didn't fit before is still as somebody typed it.
        let typed = Shape::default();
        let from = if was_misfit { &typed } else { old };
        let value = carried(from.kind, kept, &self.renamed);
        self.shape.convert(&value, from, &self.style).ok()
    }
}

/// A statement with the names of the tables of contacts or organizations, and of their values.
pub(crate) fn of_subject(sql: &str, subject: Subject) -> AssertSqlSafe<String> {
    let (values, owner, owners) = match subject {
        Subject::Organization => ("organization_values", "organization_id", "organizations"),
        Subject::Contact | Subject::Member => ("custom_values", "contact_id", "contacts"),
    };
    let sql = sql
        .replace("{values}", values)
        .replace("{owner}", owner)
        .replace("{owners}", owners);
    AssertSqlSafe(sql)
}

type Row = (i64, String, bool);

/// A stretch of the field's values, by id.
async fn page(conn: &mut SqliteConnection, field: &CustomField, after: i64) -> Result<Vec<Row>> {
    Ok(
        sqlx::query_as(of_subject(include_str!("values_page.sql"), field.subject))
            .bind(field.id)
            .bind(after)
            .bind(PAGE)
            .fetch_all(conn)
            .await?,
    )
}

/// Counts what would become of the values.
pub(super) async fn preview(
    conn: &mut SqliteConnection,
    refit: &Refit,
    job: &Job,
) -> Result<FieldPreview> {
    let mut preview = FieldPreview::default();
    let mut seen: HashMap<String, (Option<String>, u64)> = HashMap::new();
    let mut after = 0;
    loop {
        job.report(Stage::Changing, preview.values, None)?;
        let rows = page(conn, &refit.field, after).await?;
        let Some((last, ..)) = rows.last() else {
            break;
        };
        after = *last;
        for (_, value, was_misfit) in rows {
            preview.values += 1;
            let becomes = refit.converted(&value, was_misfit);
            match &becomes {
                None => preview.misfits += 1,
                Some(new) if *new != value => preview.converted += 1,
                Some(_) => continue,
            }
            if seen.len() < TOLD_APART || seen.contains_key(&value) {
                seen.entry(value).or_insert((becomes, 0)).1 += 1;
            }
        }
    }
    preview.conversions = most_frequent(seen);
    Ok(preview)
}

fn most_frequent(seen: HashMap<String, (Option<String>, u64)>) -> Vec<Conversion> {
    let all = seen
        .into_iter()
        .map(|(value, (becomes, count))| Conversion {
            value,
            becomes,
            count,
        });
    let (mut converted, mut misfits): (Vec<_>, Vec<_>) = all.partition(|c| c.becomes.is_some());
    for list in [&mut converted, &mut misfits] {
        list.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        list.truncate(SHOWN);
    }
    misfits.extend(converted);
    misfits
}

/// Carries the values over; gives how many don't fit that did before.
pub(super) async fn carry_out(change: &mut Change, refit: &Refit, job: &Job) -> Result<u64> {
    let (mut after, mut done, mut misfits) = (0, 0, 0);
    loop {
        job.report(Stage::Changing, done, None)?;
        let rows = page(change, &refit.field, after).await?;
        let Some((last, ..)) = rows.last() else {
            return Ok(misfits);
        };
        after = *last;
        done += rows.len() as u64;
        let mut changed = Vec::new();
        for (id, value, was_misfit) in rows {
            let becomes = refit.converted(&value, was_misfit);
            misfits += u64::from(becomes.is_none() && !was_misfit);
            let new = becomes.as_deref().unwrap_or(&value);
            if new != value || becomes.is_none() != was_misfit {
                changed.push(json!([id, new, becomes.is_none()]));
            }
        }
        write(change, refit.field.subject, changed).await?;
    }
}

/// Writes values and marks, given as `[id, value, misfit]`.
async fn write(conn: &mut SqliteConnection, subject: Subject, rows: Vec<Value>) -> Result<()> {
    if !rows.is_empty() {
        sqlx::query(of_subject(include_str!("values_write.sql"), subject))
            .bind(Value::from(rows).to_string())
            .execute(conn)
            .await?;
    }
    Ok(())
}

/// The values of a field that don't fit it, by name.
///
/// # Errors
/// `NotFound`.
pub async fn misfits(ws: &Workspace, input: &FieldByCode) -> Result<Misfits> {
    let mut conn = ws.read().await?;
    let field = custom::by_code(&mut conn, &input.code).await?;
    let total: i64 =
        sqlx::query_scalar(of_subject(include_str!("misfits_count.sql"), field.subject))
            .bind(field.id)
            .fetch_one(&mut *conn)
            .await?;
    let rows: Vec<(i64, String, String)> =
        sqlx::query_as(of_subject(include_str!("misfits.sql"), field.subject))
            .bind(field.id)
            .fetch_all(&mut *conn)
            .await?;
    let values = rows
        .into_iter()
        .map(|(id, name, value)| MisfitValue { id, name, value });
    Ok(Misfits {
        total: total as u64,
        values: values.collect(),
    })
}

/// Marks anew what an undo brought back: the values that its batch recorded, and all of the fields that it changed.
pub(crate) async fn derive(conn: &mut SqliteConnection, batch: i64) -> Result<()> {
    let fields = custom::all(conn).await?;
    let changed: Vec<i64> = sqlx::query_scalar(include_str!("touched_fields.sql"))
        .bind(batch)
        .fetch_all(&mut *conn)
        .await?;
    for field in &fields {
        if changed.contains(&field.id) {
            let marks = wrong_marks(conn, field).await?;
            write(conn, field.subject, marks).await?;
        }
    }
    for subject in [Subject::Contact, Subject::Organization] {
        derive_values(conn, batch, subject, &fields).await?;
    }
    Ok(())
}

async fn derive_values(
    conn: &mut SqliteConnection,
    batch: i64,
    subject: Subject,
    fields: &[CustomField],
) -> Result<()> {
    let shapes: HashMap<i64, &Shape> = fields.iter().map(|f| (f.id, &f.shape)).collect();
    let sql = of_subject(include_str!("touched_values.sql"), subject);
    let rows: Vec<(i64, i64, String, bool)> = sqlx::query_as(sql)
        .bind(batch)
        .fetch_all(&mut *conn)
        .await?;
    let wrong = rows.into_iter().filter_map(|(field, id, value, marked)| {
        let fits = shapes.get(&field).is_none_or(|shape| shape.fits(&value));
        (fits == marked).then(|| json!([id, value, !fits]))
    });
    write(conn, subject, wrong.collect()).await
}

/// The values of a field whose mark is wrong, as [`write`] takes them.
async fn wrong_marks(conn: &mut SqliteConnection, field: &CustomField) -> Result<Vec<Value>> {
    let (mut wrong, mut after) = (Vec::new(), 0);
    loop {
        let rows = page(conn, field, after).await?;
        let Some((last, ..)) = rows.last() else {
            return Ok(wrong);
        };
        after = *last;
        for (id, value, marked) in rows {
            let fits = field.shape.fits(&value);
            if fits == marked {
                wrong.push(json!([id, value, !fits]));
            }
        }
    }
}

/// Marks all values as they should be.
pub(crate) async fn mark_anew(conn: &mut SqliteConnection) -> Result<()> {
    for field in custom::all(conn).await? {
        let marks = wrong_marks(conn, &field).await?;
        write(conn, field.subject, marks).await?;
    }
    Ok(())
}

/// Fields whose values are not marked as they should be, one sentence each.
pub(crate) async fn stale_marks(conn: &mut SqliteConnection) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for field in custom::all(conn).await? {
        let wrong = wrong_marks(conn, &field).await?.len();
        if wrong > 0 {
            problems.push(format!(
                "{wrong} values of the field {} are not marked rightly.",
                field.code
            ));
        }
    }
    Ok(problems)
}
