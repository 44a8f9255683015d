//! One change for many contacts: tags, groups, fields, organizations; or fields of many organizations; done and undone as
//! one batch (L4).
//!
//! Every step works on a few thousand contacts at a time with a statement for all of them, finds out first which of them it
//! changes, and touches no others, so that the journal grows by what changed. Rows that a step adds are recorded as
//! a range of ids, rows that it takes away as one packed lot; values that were there before are recorded one by one.
//! `CROSS JOIN` keeps the contacts outermost: a group or tag of a hundred thousand would be walked for each chunk of them.

mod affected;
mod affiliate;
mod columns;
mod custom;
mod groups;
mod prepare;
mod tags;
#[cfg(test)]
mod tests;
mod types;

use std::collections::HashSet;

pub use types::*;

use crate::backup::{self, Why};
use crate::contacts::{BatchDone, Selected, selected};
use crate::error::{Error, Result};
use crate::fields::Subject;
use crate::journal::Change;
use crate::operations::Operation;
use crate::organizations;
use crate::progress::{Job, Stage};
use crate::sql;
use crate::workspace::Workspace;
use prepare::Step;

const CHUNK: usize = 2000;

/// The tables that a step may add rows to.
const ADDED_TO: [&str; 5] = [
    "contact_tags",
    "group_contacts",
    "custom_values",
    "organization_values",
    "affiliations",
];

/// Changes the selected contacts, those in the trash left out. `count` says how many are different now.
///
/// # Errors
/// `Invalid` with the field, before anything is changed; `NotFound` for a tag or group that is to be taken away and doesn't
/// exist; `ListChanged`; `Cancelled` (nothing was changed).
pub async fn change(ws: &Workspace, request: &BulkChange, job: &Job) -> Result<BatchDone> {
    must_say_something(request.edits.is_empty())?;
    let selected = selected(ws, &request.selection).await?;
    let (mut change, ids) = begin(ws, Operation::ContactsChange, selected).await?;
    let mut steps = Vec::new();
    for edit in &request.edits {
        steps.push(Step::prepare(&mut change, edit).await?);
    }
    let count = run(&mut change, Subject::Contact, &steps, &ids, job).await?;
    finish(change, Subject::Contact, count).await
}

/// Gives fields of the selected organizations a value, those in the trash left out. `count` says how many are different now.
///
/// # Errors
/// As [`change`]; `Invalid` for `parent` when the hierarchy would be a circle.
pub async fn change_organizations(
    ws: &Workspace,
    request: &OrganizationsChange,
    job: &Job,
) -> Result<BatchDone> {
    must_say_something(request.set.is_empty())?;
    let selected = organizations::selected(ws, &request.selection).await?;
    let (mut change, ids) = begin(ws, Operation::OrganizationsChange, selected).await?;
    let mut steps = Vec::new();
    for set in &request.set {
        steps.push(Step::prepare_for_organizations(&mut change, set, &ids).await?);
    }
    let count = run(&mut change, Subject::Organization, &steps, &ids, job).await?;
    finish(change, Subject::Organization, count).await
}

fn must_say_something(is_empty: bool) -> Result<()> {
    match is_empty {
        true => Err(Error::invalid("Say what to change.")),
        false => Ok(()),
    }
}

/// The change, and those that it is about, each once.
async fn begin(
    ws: &Workspace,
    operation: Operation,
    selected: Selected,
) -> Result<(Change, Vec<i64>)> {
    let Selected {
        mut ids,
        generation,
    } = selected;
    ids.sort_unstable();
    ids.dedup();
    if ids.len() >= backup::MANY {
        backup::before(ws, Why::Change).await;
    }
    let change = Change::begin(ws, operation).await?;
    change.expect_generation(generation)?;
    Ok((change, ids))
}

/// Does the steps to all. Gives how many are different now.
async fn run(
    change: &mut Change,
    subject: Subject,
    steps: &[Step],
    ids: &[i64],
    job: &Job,
) -> Result<u64> {
    change.stop_recording_inserts().await?;
    let mut before = Vec::new();
    for table in ADDED_TO {
        before.push((table, sql::max_id(change, table).await?));
    }
    let mut changed = HashSet::new();
    for (i, chunk) in ids.chunks(CHUNK).enumerate() {
        let done = i * CHUNK;
        let fraction = done as f32 / ids.len() as f32;
        job.report(Stage::Changing, done as u64, Some(fraction))?;
        let present = affected::present(change, subject, chunk).await?;
        for step in steps {
            changed.extend(step.apply(change, subject, &present).await?);
        }
    }
    for (table, last) in before {
        let now = sql::max_id(change, table).await?;
        change.record_inserted(table, last + 1, now).await?;
    }
    Ok(changed.len() as u64)
}

/// A change that changed nothing leaves no batch, and none of what was made for it.
async fn finish(mut change: Change, subject: Subject, count: u64) -> Result<BatchDone> {
    if count == 0 || change.is_empty().await? {
        return Ok(BatchDone {
            batch: None,
            count: 0,
        });
    }
    let contacts = match subject {
        Subject::Organization => 0,
        Subject::Contact | Subject::Member => count as i64,
    };
    let batch = change.commit_with(contacts).await?;
    Ok(BatchDone {
        batch: Some(batch),
        count,
    })
}
