//! Opting values out: the one place that does, for the window, the command line and imports.
//!
//! A value that is out already keeps its date. What this act adds is not lost, though: a line in its history, once for
//! the same reason, so that taking back the older act does not lift what was asked for twice; and where the person
//! asked and so far only we did or a message came back, the person's wish now stands.

use serde_json::json;

use super::types::{Initiative, OptOutAct};
use super::value::{Key, words};
use crate::error::Result;
use crate::journal::Change;
use crate::sql;

/// An act in the form that is stored.
#[derive(Debug, Clone)]
pub(crate) struct Act {
    initiative: Initiative,
    reason: Option<String>,
    note: Option<String>,
}

impl Act {
    pub fn of(act: &OptOutAct) -> Self {
        Self {
            initiative: act.initiative,
            reason: words(act.reason.as_deref()),
            note: words(act.note.as_deref()),
        }
    }

    /// The reason where none was given.
    pub fn or_reason(mut self, reason: &str) -> Self {
        self.reason.get_or_insert_with(|| reason.to_owned());
        self
    }
}

/// Opts values out. Gives how many were not out before.
pub(crate) async fn opt_out(change: &mut Change, keys: &[Key], act: &Act) -> Result<u64> {
    let keys = json!(keys).to_string();
    let now = change.now.clone();
    let new: Vec<i64> = sqlx::query_scalar(include_str!("opt_out.sql"))
        .bind(&keys)
        .bind(&now)
        .bind(act.initiative)
        .bind(&act.reason)
        .bind(&act.note)
        .fetch_all(&mut **change)
        .await?;
    if act.initiative == Initiative::Theirs {
        sqlx::query(include_str!("their_wish.sql"))
            .bind(&keys)
            .bind(&act.reason)
            .bind(&act.note)
            .execute(&mut **change)
            .await?;
    }
    // New ones get their line in any case, the others one for each reason.
    for (statement, values) in [
        (include_str!("add_change.sql"), sql::ids(&new)),
        (include_str!("add_confirmation.sql"), keys),
    ] {
        let by = change.by.clone();
        sqlx::query(statement)
            .bind(values)
            .bind(&now)
            .bind(act.initiative)
            .bind(&act.reason)
            .bind(&act.note)
            .bind(by)
            .execute(&mut **change)
            .await?;
    }
    Ok(new.len() as u64)
}
