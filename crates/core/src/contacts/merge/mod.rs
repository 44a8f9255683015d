//! Merging: several contacts were one person all along, and become one (D2). Everything that hangs on the others moves to
//! the one that is kept; they go away and leave a trace (`merges`), by which their history is shown and their uid
//! is recognised. Opt-outs belong to values, not to contacts, and so are not touched at all.

mod fields;
mod look;
mod rows;
#[cfg(test)]
mod tests;
mod types;

use std::collections::HashSet;

use sqlx::SqliteConnection;

use super::details::by_ids;
use super::edit::settle;
use super::edits;
use super::types::{Contact, ContactChanged, Edit};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;
pub use look::look;
pub use types::*;

/// More than these are no one person; and nobody can compare them side by side.
const MOST: usize = 10;

/// Merges contacts into one; undone, all are as they were.
///
/// # Errors
/// `NotFound` for a contact that isn't there or is in the trash; `Invalid` where there is nothing to merge, there are too
/// many, or a field can't be chosen or set so.
pub async fn merge(ws: &Workspace, input: &ContactsMerge) -> Result<ContactChanged> {
    let mut change = Change::begin(ws, Operation::ContactsMerge).await?;
    let ids: Vec<i64> = std::iter::once(input.into)
        .chain(input.from.iter().copied())
        .collect();
    let contacts = people(&mut change, &ids).await?;
    fields::take(&mut change, &contacts, input).await?;
    for contact in &contacts[1..] {
        rows::take(ws, &mut change, input, contact).await?;
    }
    let edits: Vec<Edit> = input
        .set
        .iter()
        .map(|set| Edit::Set {
            field: set.field.clone(),
            value: set.value.clone(),
        })
        .collect();
    let warnings = edits::apply_all(&mut change, input.into, &edits).await?;
    settle(change, input.into, warnings).await
}

/// The contacts in the order of their ids as given: two to ten different ones, none in the trash.
async fn people(conn: &mut SqliteConnection, ids: &[i64]) -> Result<Vec<Contact>> {
    let different: HashSet<&i64> = ids.iter().collect();
    if ids.len() < 2 || different.len() < ids.len() {
        return Err(Error::invalid(
            "Choose at least two different contacts to merge.",
        ));
    }
    if ids.len() > MOST {
        return Err(Error::invalid(format!(
            "At most {MOST} contacts are merged at once."
        )));
    }
    let mut found = by_ids(conn, ids).await?;
    found.retain(|contact| contact.deleted.is_none());
    let mut ordered = Vec::new();
    for id in ids {
        let at = found.iter().position(|contact| contact.id == *id);
        let at = at.ok_or_else(|| Error::not_found("contact", id))?;
        ordered.push(found.swap_remove(at));
    }
    Ok(ordered)
}
