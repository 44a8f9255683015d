//! What was done to a contact: each change of a field with its time, who made it, and the value before and after (P3).
//!
//! Read backwards from the journal. The present rows are the state to begin with, and each entry takes the state one
//! step back, so that an entry which names only one column is still told as the phone or address that it belonged
//! to (`walk.rs`). What a row of a table means in words of the record is in `words.rs`; `restore.rs` brings a value
//! back.

mod members;
mod restore;
#[cfg(test)]
mod tests;
mod types;
mod walk;
mod words;

pub use restore::restore_value;
pub use types::*;

use super::details::one;
use crate::error::Result;
use crate::workspace::Workspace;

/// The changes of a contact, the latest first, at most 2,000 entries of the journal back.
///
/// # Errors
/// `NotFound`.
pub async fn history(ws: &Workspace, id: i64) -> Result<History> {
    let mut conn = ws.read().await?;
    let contact = one(&mut conn, id).await?;
    let changes = walk::back(&mut conn, &contact).await?;
    Ok(History { changes })
}
