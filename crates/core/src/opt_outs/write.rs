//! Opting values out: the one place that does, for the window, the command line and imports.
//!
//! A value that is out already keeps its date. What this act adds is not lost, though: a line in its history, once for
//! the same reason, so that taking back the older act does not lift what was asked for twice; and where the person
//! asked and so far only we did or a message came back, the person's wish now stands.

use serde_json::json;

use super::types::{Initiative, OptOutAct};
use super::value::{Key, words};
use crate::error::Result;
use crate::journal::{Bulk, Change};
use crate::sql;

/// An act in the form that is stored.
#[derive(Debug, Clone)]
pub(crate) struct Act {
    initiative: Initiative,
    reason: Option<String>,
    note: Option<String>,
}

impl Act {
    /// An act for a reason of the program's own words.
    pub fn because(initiative: Initiative, reason: String) -> Self {
        Self {
            initiative,
            reason: Some(reason),
            note: None,
        }
    }

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

/// A value to opt out, with what is known of its own case; what isn't, is said by the [`Act`].
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub kind: &'static str,
    /// Normalized.
    pub value: String,
    /// A time in UTC.
    pub since: Option<String>,
    pub reason: Option<String>,
}

impl Case {
    /// As the statements take them.
    pub fn list(cases: &[Self]) -> String {
        let cases = cases
            .iter()
            .map(|c| (c.kind, &c.value, &c.since, &c.reason));
        json!(cases.collect::<Vec<_>>()).to_string()
    }
}

/// The same on the connection of a bulk change, for cases that may have a time and a reason of their own.
pub(crate) fn opt_out_in_bulk(change: &Bulk, cases: &[Case], act: &Act) -> Result<u64> {
    let keys = Case::list(cases);
    let (now, initiative) = (&change.now, act.initiative.name());
    let mut statement = change.prepare_cached(include_str!("opt_out.sql"))?;
    let new: Vec<i64> = statement
        .query_map((&keys, now, initiative, &act.reason, &act.note), |row| {
            row.get(0)
        })?
        .collect::<rusqlite::Result<_>>()?;
    if act.initiative == Initiative::Theirs {
        change
            .prepare_cached(include_str!("their_wish.sql"))?
            .execute((&keys, &act.reason, &act.note))?;
    }
    for (statement, values) in [
        (include_str!("add_change.sql"), sql::ids(&new)),
        (include_str!("add_confirmation.sql"), keys),
    ] {
        change.prepare_cached(statement)?.execute((
            values,
            now,
            initiative,
            &act.reason,
            &act.note,
            &change.by,
        ))?;
    }
    Ok(new.len() as u64)
}
