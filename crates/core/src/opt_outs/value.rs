//! From a typed value to what a subscription is keyed by, with the same functions that read contact points.

use sqlx::SqliteConnection;

use super::types::{OptOutKind, OptOutValue};
use crate::error::{Error, Result};
use crate::points::{self, Trouble};
use crate::values::phone;
use crate::workspace::settings;

/// What a subscription is keyed by.
pub(crate) type Key = (OptOutKind, String);

/// Reads a phone or an e-mail. Without a kind, what has an @ is an e-mail.
pub(super) fn read(
    kind: Option<OptOutKind>,
    typed: &str,
    country: Option<&str>,
) -> Result<Key, Trouble> {
    let kind = kind.unwrap_or(if typed.contains(['@', '＠']) {
        OptOutKind::Email
    } else {
        OptOutKind::Phone
    });
    let reading = points::read(kind.of_point(), typed, None, country);
    let trouble = reading.trouble.unwrap_or(NOTHING);
    reading.normalized.map(|value| (kind, value)).ok_or(trouble)
}

/// For the case that a reader gave neither a value nor a reason.
const NOTHING: Trouble = Trouble {
    code: "invalid_phone",
    reason: "Neither a phone number nor an e-mail address",
    hint: "Write it like +34 612 345 678 or name@example.com.",
};

/// # Errors
/// `Invalid` when it is no phone number and no e-mail address.
pub(super) async fn key(
    conn: &mut SqliteConnection,
    value: &OptOutValue,
    country: Option<&str>,
) -> Result<Key> {
    let default = country_or_default(conn, country).await?;
    read(value.kind, &value.value, default.as_deref()).map_err(|trouble| {
        let message = format!(
            "“{}”: {}. {}",
            value.value.trim(),
            trouble.reason,
            trouble.hint
        );
        Error::field("value", message)
    })
}

pub(super) async fn country_or_default(
    conn: &mut SqliteConnection,
    country: Option<&str>,
) -> Result<Option<String>> {
    match country.map(str::trim).filter(|c| !c.is_empty()) {
        Some(country) => Ok(Some(country.to_owned())),
        None => Ok(settings(conn).await?.country),
    }
}

/// As a person reads it: phones in their international form.
pub(crate) fn shown(kind: OptOutKind, normalized: &str) -> String {
    match kind {
        OptOutKind::Phone => phone::format_international(normalized),
        OptOutKind::Email => normalized.to_owned(),
    }
}

/// What was typed into a field for words; None where it was left empty.
pub(super) fn words(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}
