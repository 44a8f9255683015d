//! The office's letterhead: a setting of the workspace. Documents that are issued keep the one of their day.

use sqlx::SqliteConnection;

use super::types::Letterhead;
use crate::error::{Error, Result};
use crate::operations::Operation;
use crate::staff;
use crate::workspace::Workspace;

const KEY: &str = "letterhead";

pub async fn letterhead(ws: &Workspace) -> Result<Letterhead> {
    read(&mut *ws.read().await?).await
}

pub(super) async fn read(conn: &mut SqliteConnection) -> Result<Letterhead> {
    let text: Option<String> = sqlx::query_scalar("SELECT value FROM settings WHERE key = ?")
        .bind(KEY)
        .fetch_optional(conn)
        .await?;
    let held = text.and_then(|text| serde_json::from_str(&text).ok());
    Ok(held.unwrap_or_default())
}

/// Changes the letterhead. It is no data of contacts: there is no batch to undo.
pub async fn set_letterhead(ws: &Workspace, new: &Letterhead) -> Result<Letterhead> {
    staff::permit(ws, Operation::LetterheadSet).await?;
    let text = serde_json::to_string(new).map_err(|e| Error::Call {
        detail: e.to_string(),
    })?;
    let mut transaction = ws.begin_write().await?;
    sqlx::query("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)")
        .bind(KEY)
        .bind(text)
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    ws.announce(Operation::LetterheadSet);
    Ok(new.clone())
}
