//! Opting out the phones or e-mails of chosen contacts, as one batch (L4).

use super::owners;
use super::types::{OptOutKind, OptOutSelection, OptOutsDone};
use super::value::Key;
use super::write::{Act, opt_out};
use crate::contacts::{Selected, selected};
use crate::error::Result;
use crate::journal::Change;
use crate::operations::Operation;
use crate::progress::{Job, Stage};
use crate::sql;
use crate::workspace::Workspace;

const CHUNK: usize = 1000;

/// Opts out what the chosen contacts hold of the given kinds.
///
/// # Errors
/// `ListChanged`; `Cancelled` (nothing was changed).
pub async fn opt_out_selection(
    ws: &Workspace,
    input: &OptOutSelection,
    job: &Job,
) -> Result<OptOutsDone> {
    let Selected { ids, generation } = selected(ws, &input.selection).await?;
    let mut change = Change::begin(ws, Operation::OptOutsSelect).await?;
    change.expect_generation(generation)?;
    let act = Act::of(&input.act);
    let kinds = serde_json::json!(input.kinds).to_string();
    let (mut all, mut changed): (Vec<Key>, u64) = (Vec::new(), 0);
    for (i, chunk) in ids.chunks(CHUNK).enumerate() {
        let done = i * CHUNK;
        let fraction = done as f32 / ids.len() as f32;
        job.report(Stage::Importing, done as u64, Some(fraction))?;
        let keys: Vec<(OptOutKind, String)> =
            sqlx::query_as(include_str!("values_of_contacts.sql"))
                .bind(sql::ids(chunk))
                .bind(&kinds)
                .fetch_all(&mut *change)
                .await?;
        changed += opt_out(&mut change, &keys, &act).await?;
        all.extend(keys);
    }
    all.sort();
    all.dedup();
    let already = all.len() as u64 - changed;
    let batch = owners::commit(change, &all).await?;
    Ok(OptOutsDone {
        batch,
        changed,
        already,
    })
}
