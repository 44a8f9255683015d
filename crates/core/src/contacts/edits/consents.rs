//! Edits of consents (R10).

use super::{read_date, text};
use crate::contacts::consents::{self, STATES};
use crate::error::{Error, Result};
use crate::journal::Change;

/// Notes what a contact agreed to or refused for a purpose, with date, way and note as its proof.
pub(super) async fn set_consent(
    change: &mut Change,
    id: i64,
    purpose: &str,
    state: &str,
    [date, how, note]: [&Option<String>; 3],
) -> Result<()> {
    if purpose.is_empty() {
        return Err(Error::field("purpose", "A consent is for a purpose."));
    }
    if !state.is_empty() && !STATES.contains(&state) {
        return Err(Error::field(
            "state",
            format!("“{state}” is none of {}.", STATES.join(", ")),
        ));
    }
    if state.is_empty() {
        sqlx::query("DELETE FROM consents WHERE contact_id = ? AND purpose = ?")
            .bind(id)
            .bind(purpose)
            .execute(&mut **change)
            .await?;
        return Ok(());
    }
    let date = read_date(change, "date", date.as_deref().unwrap_or_default().trim()).await?;
    let trimmed = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .unwrap_or_default()
            .to_owned()
    };
    sqlx::query(include_str!("set_consent.sql"))
        .bind(id)
        .bind(purpose)
        .bind(state)
        .bind(text(&date))
        .bind(text(&trimmed(how)))
        .bind(text(&trimmed(note)))
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// All consents of a contact in one text, as exports write them; an empty one takes them all away.
pub(super) async fn set_consents(change: &mut Change, id: i64, text: &str) -> Result<()> {
    let all = consents::read(text).ok_or_else(|| {
        Error::field(
            "consents",
            "Write one consent on each line: purpose,given,2024-05-01,how,note (or refused, withdrawn).",
        )
    })?;
    let purposes: Vec<&str> = all.iter().map(|consent| consent.purpose.as_str()).collect();
    let sql = "DELETE FROM consents WHERE contact_id = ? AND purpose NOT IN (SELECT value FROM json_each(?))";
    sqlx::query(sql)
        .bind(id)
        .bind(serde_json::json!(purposes).to_string())
        .execute(&mut **change)
        .await?;
    for consent in &all {
        let proof = [&consent.date, &consent.how, &consent.note];
        set_consent(change, id, &consent.purpose, &consent.state, proof).await?;
    }
    Ok(())
}
