//! Edits of preferences and consents (R10).

use super::{read_date, set_column, text};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::values::split;

const CHANNELS: [&str; 5] = ["email", "phone", "sms", "messaging", "post"];
const FREQUENCIES: [&str; 3] = ["daily", "weekly", "monthly"];
const STATES: [&str; 3] = ["given", "refused", "withdrawn"];

fn one_of<'a>(field: &str, value: &'a str, choices: &[&str]) -> Result<&'a str> {
    if value.is_empty() || choices.contains(&value) {
        return Ok(value);
    }
    Err(Error::field(
        field,
        format!("“{value}” is none of {}.", choices.join(", ")),
    ))
}

/// Sets a preference. Answers whether the field is one.
pub(super) async fn set_preference(
    change: &mut Change,
    id: i64,
    field: &str,
    value: &str,
) -> Result<bool> {
    let value = match field {
        "preferred_channel" => one_of(field, value, &CHANNELS)?.to_owned(),
        "contact_frequency" => one_of(field, value, &FREQUENCIES)?.to_owned(),
        "content_topics" => split::list(value).join(", "),
        _ => return Ok(false),
    };
    set_column(change, id, field, text(&value)).await?;
    Ok(true)
}

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
    if one_of("state", state, &STATES)?.is_empty() {
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
