//! Values of single fields that are checked or brought into one form.

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::default_country;
use crate::contacts::Warning;
use crate::error::{Error, Result};
use crate::values::date::{self, Reading};
use crate::values::{lifecycle, time_zone};

fn kept(field: &str, value: &str, message: String) -> (String, Option<Warning>) {
    let warning = Warning {
        field: field.to_owned(),
        value: value.to_owned(),
        message,
    };
    (value.to_owned(), Some(warning))
}

/// The stage's code; words that name no stage are kept as they are, and said.
pub(super) fn read_lifecycle(value: &str) -> (String, Option<Warning>) {
    match lifecycle::code_of(value) {
        Some(code) => (code.to_owned(), None),
        None if value.is_empty() => (String::new(), None),
        None => kept(
            "lifecycle",
            value,
            format!("“{value}” is none of the usual stages. It was kept as it is."),
        ),
    }
}

/// The zone's name as the IANA database writes it; another text is kept, and said.
pub(super) fn read_time_zone(value: &str) -> (String, Option<Warning>) {
    match time_zone::name_of(value) {
        Some(name) => (name.to_owned(), None),
        None if value.is_empty() => (String::new(), None),
        None => kept(
            "time_zone",
            value,
            format!("“{value}” is no time zone such as Europe/Paris. It was kept as it is."),
        ),
    }
}

/// A UUID that no other contact has.
pub(super) async fn read_uid(conn: &mut SqliteConnection, id: i64, value: &str) -> Result<String> {
    let uid = Uuid::parse_str(value)
        .map_err(|_| Error::field("uid", format!("“{value}” is no UUID.")))?
        .to_string();
    let sql = "SELECT EXISTS (SELECT 1 FROM contacts WHERE uid = ?1 AND id <> ?2) OR EXISTS (SELECT 1 FROM merges WHERE uid = ?1)";
    let is_taken: bool = sqlx::query_scalar(sql)
        .bind(&uid)
        .bind(id)
        .fetch_one(conn)
        .await?;
    if is_taken {
        return Err(Error::field("uid", "Another contact has this uid."));
    }
    Ok(uid)
}

/// A time in UTC, or a day, which begins at midnight.
pub(super) async fn read_created(conn: &mut SqliteConnection, value: &str) -> Result<String> {
    if let Ok(time) = chrono::DateTime::parse_from_rfc3339(value) {
        return Ok(time
            .to_utc()
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
    }
    let order = date::default_order(default_country(conn).await?.as_deref());
    match date::parse(value, order) {
        Reading::Date(day) if day.year.is_some() => Ok(format!("{day}T00:00:00Z")),
        _ => Err(Error::field(
            "created",
            format!("“{value}” is no date. Write it like 1990-12-31."),
        )),
    }
}
