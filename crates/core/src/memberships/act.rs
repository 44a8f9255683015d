//! Cancelling, suspending and resuming: acts with a day, from which the status follows.

use chrono::NaiveDate;

use super::enroll::membership;
use super::standing::{Act, ActKind, Status};
use super::types::MemberAct;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::members::{self, MemberChanged};
use crate::membership_types;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Ends a membership: from the day on it is cancelled. Orders stay as they are.
///
/// # Errors
/// `NotFound`; `Invalid` where there is no such membership, or it is cancelled already.
pub async fn cancel(ws: &Workspace, input: &MemberAct) -> Result<MemberChanged> {
    act(ws, input, Operation::MemberCancel, ActKind::Cancel).await
}

/// Stops a membership for a while: of a rolling term the days are added at the end.
///
/// # Errors
/// As [`cancel`]; `Invalid` where it does not run on that day.
pub async fn suspend(ws: &Workspace, input: &MemberAct) -> Result<MemberChanged> {
    act(ws, input, Operation::MemberSuspend, ActKind::Suspend).await
}

/// Lets a suspended membership go on from the day on.
///
/// # Errors
/// As [`cancel`]; `Invalid` where it is not suspended on the day before.
pub async fn resume(ws: &Workspace, input: &MemberAct) -> Result<MemberChanged> {
    act(ws, input, Operation::MemberResume, ActKind::Resume).await
}

async fn act(
    ws: &Workspace,
    input: &MemberAct,
    operation: Operation,
    kind: ActKind,
) -> Result<MemberChanged> {
    let mut change = Change::begin(ws, operation).await?;
    members::must_be(&mut change, input.id).await?;
    let of = membership_types::one(ws, &mut change, input.type_id).await?;
    let present = membership(&mut change, &of, input.id)
        .await?
        .ok_or_else(|| Error::invalid(format!("There is no membership {}.", of.name)))?;
    let on = input.on.unwrap_or_else(|| ws.today());
    let batch = change.batch;
    let mut history = present.history;
    let before = history.on(day_of(kind, on)).status;
    history.acts.push(Act { kind, on, batch });
    sensible(kind, before, history.on(on).status, on)?;
    sqlx::query(include_str!("insert_act.sql"))
        .bind(present.id)
        .bind(kind.name())
        .bind(on.to_string())
        .bind(input.reason.as_deref().filter(|reason| !reason.is_empty()))
        .bind(batch)
        .execute(&mut *change)
        .await?;
    members::finish(ws, change, input.id).await
}

/// The day whose status an act changes: who resumes was suspended until the day before.
fn day_of(kind: ActKind, on: NaiveDate) -> NaiveDate {
    match kind {
        ActKind::Resume => on.pred_opt().unwrap_or(on),
        _ => on,
    }
}

/// An act that changes nothing was meant for something else.
fn sensible(kind: ActKind, before: Status, after: Status, on: NaiveDate) -> Result<()> {
    let message = match kind {
        ActKind::Cancel if before == Status::Cancelled => {
            format!("The membership is cancelled already on {on}.")
        }
        ActKind::Suspend if after != Status::Suspended => {
            format!("The membership does not run on {on}: there is nothing to suspend.")
        }
        ActKind::Suspend if before == Status::Suspended => {
            format!("The membership is suspended already on {on}.")
        }
        ActKind::Resume if before != Status::Suspended => {
            format!("The membership is not suspended before {on}.")
        }
        _ => return Ok(()),
    };
    Err(Error::field("on", message))
}
