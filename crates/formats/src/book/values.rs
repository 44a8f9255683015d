//! calamine's values as cells: dates of both date systems, times, and ISO dates of strict workbooks.

use calamine::{Data, DataRef, ExcelDateTime};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, SubsecRound};

use crate::cell::Cell;

pub(crate) fn from_ref(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::SharedString(text) => Cell::from_text((*text).to_owned()),
        DataRef::String(text) => Cell::from_text(text.clone()),
        other => from_data(&other.clone().into()),
    }
}

pub(crate) fn from_data(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::from_text(text.clone()),
        Data::Bool(value) => Cell::Bool(*value),
        Data::DateTime(at) => from_serial(*at),
        Data::DateTimeIso(text) => from_iso(text),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

/// A number in a date format. Less than a day is a time; more, in the format of a duration, stays a number of days,
/// as is a number that no calendar reaches.
fn from_serial(at: ExcelDateTime) -> Cell {
    let days = at.as_f64();
    let in_calendar = at
        .as_datetime()
        .filter(|_| (0.0..2_958_466.0).contains(&days));
    match in_calendar {
        Some(date_time) if days < 1.0 => Cell::Time(date_time.time().round_subsecs(0)),
        Some(date_time) if at.is_datetime() => Cell::from_date_time(date_time.round_subsecs(0)),
        _ => Cell::Number(days),
    }
}

/// A date, date-time or time in ISO 8601; anything else stays the text it is.
pub(crate) fn from_iso(text: &str) -> Cell {
    let bare = text.trim().trim_end_matches('Z');
    if let Ok(date) = bare.parse::<NaiveDate>() {
        return Cell::Date(date);
    }
    if let Ok(at) = bare.parse::<NaiveDateTime>() {
        return Cell::from_date_time(at.round_subsecs(0));
    }
    match bare.parse::<NaiveTime>() {
        Ok(time) => Cell::Time(time.round_subsecs(0)),
        Err(_) => Cell::from_text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn serial(value: f64, is_1904: bool) -> String {
        let at = ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904);
        from_serial(at).to_text().into_owned()
    }

    #[test]
    fn both_date_systems_give_calendar_dates() {
        assert_eq!(serial(44197.0, false), "2021-01-01");
        assert_eq!(serial(42735.0, true), "2021-01-01");
        assert_eq!(serial(44197.5, false), "2021-01-01T12:00:00");
        assert_eq!(serial(1.0, false), "1900-01-01");
        assert_eq!(serial(0.75, false), "18:00:00");
    }

    #[test]
    fn what_is_no_date_stays_a_number() {
        assert_eq!(serial(-1.0, false), "-1");
        assert_eq!(serial(1e12, false), "1000000000000");
    }

    #[test]
    fn iso_texts_are_dates() {
        let text = |iso: &str| from_iso(iso).to_text().into_owned();
        assert_eq!(text("2021-01-01"), "2021-01-01");
        assert_eq!(text("2021-01-01T00:00:00.000Z"), "2021-01-01");
        assert_eq!(text("2021-01-01T10:10:10"), "2021-01-01T10:10:10");
        assert_eq!(text("10:10:10"), "10:10:10");
        assert_eq!(text("soon"), "soon");
    }
}
