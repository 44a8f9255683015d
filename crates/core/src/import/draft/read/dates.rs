//! Days and times.

use chrono::{NaiveDateTime, SecondsFormat};

use super::super::Draft;
use super::{Value, problem};
use crate::import::types::Problem;
use crate::values::date::{self, Order, Reading};

pub(super) fn read_date(draft: &mut Draft, value: &Value, code: &'static str) {
    if let Some(date) = date_of(draft, value) {
        draft.scalars.insert(code, date);
    }
}

pub(in crate::import::draft) fn date_of(draft: &mut Draft, value: &Value) -> Option<String> {
    match date::parse(value.text, value.column.order) {
        Reading::Date(date) => return Some(date.to_string()),
        Reading::Empty => {}
        Reading::Invalid => draft.problems.push(invalid_date(value)),
    }
    None
}

pub(in crate::import::draft) fn invalid_date(value: &Value) -> Problem {
    let hint = "Write it like 1990-12-31";
    problem(value, "invalid_date", "Not a date", hint)
}

/// A time in UTC as exports write it, or a day.
pub(in crate::import) fn time(text: &str, order: Order) -> Option<String> {
    let plain = text.trim_end_matches('Z').replace(' ', "T");
    if let Ok(at) = NaiveDateTime::parse_from_str(&plain, "%Y-%m-%dT%H:%M:%S") {
        return Some(at.and_utc().to_rfc3339_opts(SecondsFormat::Secs, true));
    }
    match date::parse(text, order) {
        Reading::Date(date) if date.year.is_some() => Some(format!("{date}T00:00:00Z")),
        _ => None,
    }
}
