//! Dates as people and programs write them in cells, read in an order of day,
//! month and year that belongs to the column, and the guess of that order from
//! samples. No times, no time zones: a time part is passed over.

mod guess;
mod parts;

use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

pub use guess::{OrderGuess, default_order, detect};

/// The order in which day, month and year stand where only numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Order {
    Dmy,
    Mdy,
    Ymd,
}

/// A day that exists in the calendar; birthdays may have no year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    pub year: Option<i32>,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// The date, if the calendar has it. Without a year, 29 February exists.
    pub fn new(year: Option<i32>, month: u32, day: u32) -> Option<Date> {
        let leap = year.is_none_or(|y| (y % 4 == 0 && y % 100 != 0) || y % 400 == 0);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        if !(1..=days).contains(&day) || year.is_some_and(|y| !(1..=9999).contains(&y)) {
            return None;
        }
        Some(Date {
            year,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }
}

/// `YYYY-MM-DD`, or `--MM-DD` (as in vCard, RFC 6350) without a year.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    Date(Date),
    /// Nothing, or what programs write for "no date": `0/0/00`.
    Empty,
    Invalid,
}

/// Reads a cell. Years of two digits lie in the past or the present year, since
/// what contacts have are birthdays and dates of joining.
pub fn parse(text: &str, order: Order) -> Reading {
    parse_in(text, order, this_year())
}

/// As [`parse`], with the present year given.
pub fn parse_in(text: &str, order: Order, this_year: i32) -> Reading {
    if let Some(date) = iso(text) {
        return Reading::Date(date);
    }
    match parts::read(text) {
        None => Reading::Invalid,
        Some(parts) if parts.is_nothing() => Reading::Empty,
        Some(parts) => parts
            .date(order, this_year)
            .map_or(Reading::Invalid, Reading::Date),
    }
}

/// `1990-03-12`, which programs write, read at once.
fn iso(text: &str) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?;
    // Years that stand for something else are the business of `parts`.
    let date = Date::new(Some(year), number(&[*m1, *m2])?, number(&[*d1, *d2])?);
    date.filter(|_| (1700..2200).contains(&year))
}

fn this_year() -> i32 {
    const SECONDS_OF_A_YEAR: u64 = 31_556_952;
    let since_epoch = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |time| time.as_secs());
    i32::try_from(1970 + since_epoch / SECONDS_OF_A_YEAR).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, order: Order) -> String {
        match parse_in(text, order, 2026) {
            Reading::Date(date) => date.to_string(),
            Reading::Empty => "empty".into(),
            Reading::Invalid => "invalid".into(),
        }
    }

    #[test]
    fn numbers_are_read_in_the_order_of_the_column() {
        assert_eq!(read("12/3/1990", Order::Dmy), "1990-03-12");
        assert_eq!(read("12/3/1990", Order::Mdy), "1990-12-03");
        assert_eq!(read("12.3.1990", Order::Dmy), "1990-03-12");
        assert_eq!(read("12-03-1990", Order::Dmy), "1990-03-12");
        assert_eq!(read("1990. 3. 12.", Order::Dmy), "1990-03-12");
        assert_eq!(read("12/3/1990", Order::Ymd), "1990-03-12");
        assert_eq!(read("13/3/1990", Order::Mdy), "invalid");
        assert_eq!(read("12/3", Order::Mdy), "--12-03");
        assert_eq!(read("12.3.", Order::Dmy), "--03-12");
    }

    #[test]
    fn a_year_in_front_or_iso_needs_no_order() {
        for text in [
            "1990-03-12",
            "1990/3/12",
            "19900312",
            "1990-03-12T10:15:00Z",
            "1990-03-12 10:15",
            "19900312T101500Z",
            "1990年3月12日",
            "1990-03-12 00:00:00",
            "\u{200f}1990-03-12 ",
            "١٩٩٠-٠٣-١٢",
            "12 Mar 1990 10:15 PM",
        ] {
            assert_eq!(read(text, Order::Mdy), "1990-03-12", "{text}");
        }
    }

    #[test]
    fn two_digit_years_lie_in_the_past() {
        assert_eq!(read("12.3.90", Order::Dmy), "1990-03-12");
        assert_eq!(read("12.3.26", Order::Dmy), "2026-03-12");
        assert_eq!(read("12.3.27", Order::Dmy), "1927-03-12");
        assert_eq!(read("90-03-12", Order::Ymd), "1990-03-12");
        assert_eq!(read("05-03-12", Order::Ymd), "2005-03-12");
        assert_eq!(read("12 Mar 05", Order::Mdy), "2005-03-12");
    }

    #[test]
    fn months_are_known_by_name_in_many_languages() {
        for text in [
            "12 Mar 1990",
            "March 12, 1990",
            "12. März 1990",
            "12 mars 1990",
            "12 de marzo de 1990",
            "12 marzo 1990",
            "12 maart 1990",
            "12 de março de 1990",
            "12 במרץ 1990",
            "12 марта 1990 г.",
            "12 marca 1990",
            "12-MAR-90",
            "12Mar1990",
            "Mon, 12 March 1990",
            "the 12th of March 1990",
            "1990 March 12",
            "12 mrt. 1990",
            "Montag, 12. Maerz 1990",
        ] {
            assert_eq!(read(text, Order::Dmy), "1990-03-12", "{text}");
        }
        assert_eq!(read("12 March", Order::Dmy), "--03-12");
        assert_eq!(read("March 1990", Order::Dmy), "invalid");
        assert_eq!(read("12 Foo 1990", Order::Dmy), "invalid");
        assert_eq!(read("12 March April 1990", Order::Dmy), "invalid");
    }

    #[test]
    fn dates_without_a_year_and_programs_ways_of_leaving_it_out() {
        assert_eq!(read(" --03-12", Order::Dmy), "--03-12");
        assert_eq!(read("--0312", Order::Dmy), "--03-12");
        assert_eq!(read("--02-29", Order::Dmy), "--02-29");
        assert_eq!(read("1604-03-12", Order::Dmy), "--03-12");
    }

    #[test]
    fn no_date_is_empty_and_days_that_do_not_exist_are_invalid() {
        for text in [
            "",
            "  ",
            "0/0/00",
            "0000-00-00",
            "00000000",
            "00.00.0000",
            "-",
            "1/0/1900",
        ] {
            assert_eq!(read(text, Order::Mdy), "empty", "{text}");
        }
        for text in [
            "31.4.1990",
            "29.2.1990",
            "1/2/3/4",
            "12",
            "12345",
            "x",
            "1.1.123",
        ] {
            assert_eq!(read(text, Order::Dmy), "invalid", "{text}");
        }
        assert_eq!(read("29.2.2000", Order::Dmy), "2000-02-29");
        assert_eq!(read("29.2.1900", Order::Dmy), "invalid");
    }

    #[test]
    fn orders_are_written_as_on_the_command_line() {
        assert_eq!(serde_json::to_string(&Order::Dmy).unwrap(), "\"DMY\"");
    }

    proptest! {
        #[test]
        fn nothing_panics(text in any::<String>()) {
            let _ = parse(&text, Order::Dmy);
            let _ = detect([text.as_str()].into_iter());
        }

        #[test]
        fn what_is_written_is_read_back(year in 1i32..9999, month in 1u32..13, day in 1u32..29) {
            prop_assume!(year != 1604 && year >= 100);
            let date = Date::new(Some(year), month, day).unwrap();
            prop_assert_eq!(parse(&date.to_string(), Order::Mdy), Reading::Date(date));
        }
    }
}
