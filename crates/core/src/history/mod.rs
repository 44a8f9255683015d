//! What was done to a contact or an organization: each change of a field with its time, who made it, and the value before and
//! after (P3).
//!
//! Read backwards from the journal. The present rows are the state to begin with, and each entry takes the state one
//! step back, so that an entry which names only one column is still told as the phone or address that it belonged
//! to (`walk.rs`). What a row of a table means in words of the record is in `words.rs`; `restore.rs` brings a value
//! back.

#[cfg(test)]
mod contact_tests;
mod members;
#[cfg(test)]
mod organization_tests;
mod restore;
mod types;
mod walk;
mod words;

pub use restore::{restore_on_contact, restore_on_organization};
pub use types::*;

use crate::error::Result;
use crate::workspace::Workspace;
use crate::{contacts, organizations};
use walk::Holder;

/// The changes of a contact, the latest first, at most 2,000 entries of the journal back.
///
/// # Errors
/// `NotFound`.
pub async fn of_contact(ws: &Workspace, id: i64) -> Result<History> {
    let mut conn = ws.read().await?;
    let contact = contacts::one(&mut conn, id).await?;
    let holder = Holder::from(&contact);
    let changes = walk::back(&mut conn, &holder).await?;
    Ok(History { changes })
}

/// The changes of an organization, the latest first, at most 2,000 entries of the journal back. Who came to belong to it is in
/// the history of the contact.
///
/// # Errors
/// `NotFound`.
pub async fn of_organization(ws: &Workspace, id: i64) -> Result<History> {
    let mut conn = ws.read().await?;
    let organization = organizations::one(&mut conn, id).await?;
    let holder = Holder::from(&organization);
    let changes = walk::back(&mut conn, &holder).await?;
    Ok(History { changes })
}
