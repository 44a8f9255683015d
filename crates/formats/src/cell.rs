//! A row and its cells as every format gives them, and how a cell reads as text.
//!
//! What a cell means (a phone, a name, a damaged number) is the core's to say.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The value of one cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Bool(bool),
    Date(NaiveDate),
    DateTime(NaiveDateTime),
    Time(NaiveTime),
    /// A formula's error, as the spreadsheet shows it: "#N/A".
    Error(String),
    /// The bytes of a card's photo.
    Picture(Arc<Vec<u8>>),
}

impl Cell {
    /// Text, or nothing where there is none.
    pub(crate) fn from_text(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// A date-time; one at midnight is a plain date, since that is how spreadsheets store dates.
    pub(crate) fn from_date_time(value: NaiveDateTime) -> Self {
        if value.time() == NaiveTime::MIN {
            Self::Date(value.date())
        } else {
            Self::DateTime(value)
        }
    }

    /// Whether the cell holds nothing but blanks.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(char::is_whitespace),
            _ => false,
        }
    }

    /// The cell as text: dates `YYYY-MM-DD`, a picture its size, date-times `YYYY-MM-DDTHH:MM:SS`, numbers written out without
    /// exponent, trailing `.0` or float noise, `TRUE` and `FALSE`, errors as shown, and "" where it is empty.
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number_to_text(*number)),
            Self::Bool(true) => Cow::Borrowed("TRUE"),
            Self::Bool(false) => Cow::Borrowed("FALSE"),
            Self::Date(date) => Cow::Owned(date.format("%Y-%m-%d").to_string()),
            Self::DateTime(at) => Cow::Owned(date_time_to_text(*at)),
            Self::Time(time) => Cow::Owned(time.format("%H:%M:%S").to_string()),
            Self::Picture(bytes) => Cow::Owned(size(bytes.len())),
        }
    }
}

/// How large a picture is, as people say it.
pub(crate) fn size(bytes: usize) -> String {
    format!("({} KB)", bytes.div_ceil(1024))
}

fn date_time_to_text(at: NaiveDateTime) -> String {
    if at.time() == NaiveTime::MIN {
        at.format("%Y-%m-%d").to_string()
    } else {
        at.format("%Y-%m-%dT%H:%M:%S").to_string()
    }
}

/// Up to here every whole number is exact in a float.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A number as a person writes it. Fractions are rounded to 15 significant digits: spreadsheets show and keep no
/// more, what stands behind is the noise of binary fractions (0.30000000000000004).
fn number_to_text(number: f64) -> String {
    if number == number.trunc() && number.abs() <= EXACT {
        return (number as i64).to_string();
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

/// One row of a sheet or record of a text file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// 1-based, as a spreadsheet numbers it: blank rows count.
    pub number: u32,
    /// From the first column on. Shorter than the table's columns where the rest is empty; longer where the row is
    /// wider than all that was seen when the table was opened.
    pub cells: Vec<Cell>,
    /// How far into the file the row lies, from 0 to 1; rough, for showing progress.
    pub position: f32,
}

static EMPTY: Cell = Cell::Empty;

impl Row {
    /// The cell of a 0-based column; an empty one where the row is shorter.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&EMPTY)
    }

    /// How many cells hold something.
    pub(crate) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> String {
        Cell::Number(value).to_text().into_owned()
    }

    #[test]
    fn numbers_are_written_out() {
        assert_eq!(number(441_234_567_890.0), "441234567890");
        assert_eq!(number(5.0), "5");
        assert_eq!(number(-0.0), "0");
        assert_eq!(number(1.5), "1.5");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(1e20), "100000000000000000000");
        assert_eq!(number(0.000_000_1), "0.0000001");
    }

    #[test]
    fn midnight_is_a_plain_date() {
        let day = NaiveDate::from_ymd_opt(2021, 1, 9).unwrap();
        assert_eq!(
            Cell::from_date_time(day.and_hms_opt(0, 0, 0).unwrap()),
            Cell::Date(day)
        );
        let noon = Cell::from_date_time(day.and_hms_opt(12, 0, 5).unwrap());
        assert_eq!(noon.to_text(), "2021-01-09T12:00:05");
        assert_eq!(Cell::Date(day).to_text(), "2021-01-09");
    }

    #[test]
    fn blanks_are_empty() {
        assert!(Cell::Text(" \t\u{a0}".into()).is_empty());
        assert!(!Cell::Bool(false).is_empty());
        assert_eq!(Cell::Bool(false).to_text(), "FALSE");
    }
}
