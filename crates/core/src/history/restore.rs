//! "Restore this value": what stood before a change stands again. That is a change of its own.

use super::types::RestoreValue;
use crate::contacts::edit::settle;
use crate::contacts::types::ContactChanged;
use crate::error::{Error, Result};
use crate::journal::{self, Change};
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Brings back what a change of the history replaced.
///
/// # Errors
/// `NotFound` when the contact, or the phone, address … that the value belonged to, is not there any more.
pub async fn restore_value(ws: &Workspace, input: &RestoreValue) -> Result<ContactChanged> {
    let mut change = Change::begin(ws, Operation::ContactRestoreValue).await?;
    let found = journal::put_back(
        &mut change,
        input.id,
        input.restore.entry,
        input.restore.part.as_deref(),
    )
    .await?;
    if !found {
        return Err(Error::not_found("value", input.restore.entry));
    }
    settle(change, input.id, Vec::new()).await
}
