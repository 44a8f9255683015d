//! "Restore this value": what stood before a change stands again. That is a change of its own.

use super::types::RestoreValue;
use crate::contacts::{self, ContactChanged};
use crate::error::{Error, Result};
use crate::fields;
use crate::journal::{self, Change};
use crate::operations::Operation;
use crate::organizations::{self, OrganizationChanged};
use crate::owned::Owner;
use crate::workspace::Workspace;

/// Brings back what a change of a contact's history replaced.
///
/// # Errors
/// `NotFound` when the contact, or the phone, address … that the value belonged to, is not there any more.
pub async fn restore_on_contact(ws: &Workspace, input: &RestoreValue) -> Result<ContactChanged> {
    let mut change = Change::begin(ws, Operation::ContactRestoreValue).await?;
    put_back(&mut change, Owner::Contact(input.id), input).await?;
    contacts::settle(change, input.id, Vec::new()).await
}

/// Brings back what a change of an organization's history replaced.
///
/// # Errors
/// `NotFound` as for contacts; `Invalid` when the organization that stood above it stands below it now.
pub async fn restore_on_organization(
    ws: &Workspace,
    input: &RestoreValue,
) -> Result<OrganizationChanged> {
    let mut change = Change::begin(ws, Operation::OrganizationRestoreValue).await?;
    let before = organizations::one(&mut change, input.id).await?;
    put_back(&mut change, Owner::Organization(input.id), input).await?;
    organizations::settle(change, &before).await
}

async fn put_back(change: &mut Change, owner: Owner, input: &RestoreValue) -> Result<()> {
    let RestoreValue { restore, .. } = input;
    let found = journal::put_back(change, owner, restore.entry, restore.part.as_deref()).await?;
    if !found {
        return Err(Error::not_found("value", restore.entry));
    }
    // A field may have got another type since.
    let batch = change.batch;
    fields::derive(change, batch).await
}
