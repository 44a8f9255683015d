//! The levels: a setting of the workspace, like the letterhead.

use sqlx::SqliteConnection;

use super::types::{DunningLevel, DunningLevels};
use crate::error::{Error, Result};
use crate::operations::Operation;
use crate::workspace::Workspace;

const KEY: &str = "dunning";
/// Beyond, a court is cheaper.
const MOST: usize = 5;

pub async fn levels(ws: &Workspace) -> Result<DunningLevels> {
    read(&mut *ws.read().await?).await
}

pub(super) async fn read(conn: &mut SqliteConnection) -> Result<DunningLevels> {
    let text: Option<String> = sqlx::query_scalar("SELECT value FROM settings WHERE key = ?")
        .bind(KEY)
        .fetch_optional(conn)
        .await?;
    let held = text.and_then(|text| serde_json::from_str(&text).ok());
    Ok(held.unwrap_or_else(usual))
}

fn usual() -> DunningLevels {
    let level = |days| DunningLevel {
        days,
        title: String::new(),
        text: String::new(),
    };
    DunningLevels {
        due_days: 14,
        levels: vec![level(7), level(21), level(35)],
    }
}

/// Changes the levels. They are no data of contacts: there is no batch to undo, and what was recorded stays.
///
/// # Errors
/// `Invalid` where there is none or too many, or one has no more days than the one before.
pub async fn set_levels(ws: &Workspace, new: &DunningLevels) -> Result<DunningLevels> {
    if new.levels.is_empty() || new.levels.len() > MOST {
        let message = format!("There are one to {MOST} levels.");
        return Err(Error::field("levels", message));
    }
    let mut pairs = new.levels.windows(2);
    if pairs.any(|pair| pair[1].days <= pair[0].days) {
        let message = "Each level has more days than the one before.";
        return Err(Error::field("levels", message));
    }
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
    ws.announce(Operation::DunningLevelsSet);
    Ok(new.clone())
}
