//! Removing contacts for good: they, everything on them, and what the journal knows of them. It can't be undone, and so
//! it is the one act that people are asked about (P5).

use super::change::Change;
use super::remove::set_recording;
use crate::error::Result;
use crate::sql;

/// Removes contacts and every trace of their values, and of those that were merged into them. What belongs to a value rather than to a contact stays: an
/// opt-out outlives the contact (O1).
pub(crate) async fn forget(change: &mut Change, ids: &[i64]) -> Result<()> {
    let (batch, list) = (change.batch, sql::ids(ids));
    set_recording(change, None).await?;
    for sql in [
        "DELETE FROM journal WHERE contact_id IN (SELECT merged_id FROM merges WHERE contact_id IN (SELECT value FROM json_each(?1)))",
        "DELETE FROM journal WHERE contact_id IN (SELECT value FROM json_each(?1))",
        "DELETE FROM contacts WHERE id IN (SELECT value FROM json_each(?1))",
    ] {
        sqlx::query(sql).bind(&list).execute(&mut **change).await?;
    }
    set_recording(change, Some(batch)).await
}

/// Removes what only the journal holds: contacts packed by an undo that was itself taken back, and pictures that
/// neither a contact nor the journal names any more.
pub(crate) async fn forget_leftovers(change: &mut Change) -> Result<()> {
    for sql in [
        "DELETE FROM journal WHERE payload IS NOT NULL AND batch_id IN (SELECT id FROM batches WHERE undone_by IS NOT NULL)",
        include_str!("unnamed_photos.sql"),
    ] {
        sqlx::query(sql).execute(&mut **change).await?;
    }
    Ok(())
}
