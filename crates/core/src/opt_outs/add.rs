//! Opting single values out.

use super::owners;
use super::types::{OptOutAdd, OptOutsDone};
use super::value::{self, Key};
use super::write::{Act, opt_out};
use crate::error::Result;
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Opts values out, for every contact that holds them and for those to come.
///
/// # Errors
/// `Invalid` when one is no phone number and no e-mail address; nothing is changed then.
pub async fn add(ws: &Workspace, input: &OptOutAdd) -> Result<OptOutsDone> {
    let mut change = Change::begin(ws, Operation::OptOutAdd).await?;
    let mut keys: Vec<Key> = Vec::new();
    for typed in &input.values {
        keys.push(value::key(&mut change, typed, input.country.as_deref()).await?);
    }
    keys.sort();
    keys.dedup();
    let changed = opt_out(&mut change, &keys, &Act::of(&input.act)).await?;
    let already = keys.len() as u64 - changed;
    let batch = owners::commit(change, &keys).await?;
    Ok(OptOutsDone {
        batch,
        changed,
        already,
    })
}
