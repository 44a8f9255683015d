//! Dates as half-open stretches of text, `from <= value < until`: what lies within is found by comparing texts, for
//! dates (`2026-11-22`) and for times (`2026-11-22T09:00:00Z`) alike.

use chrono::{Datelike, Days, NaiveDate};

use super::tree::{Comparison, Side, Span};

/// A stretch of days; texts that begin with no digit lie outside of every one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub from: String,
    pub until: String,
}

const FIRST: &str = "0";
/// Sorts after every digit.
const END: &str = ":";

fn next(day: NaiveDate) -> String {
    day.checked_add_days(Days::new(1))
        .unwrap_or(day)
        .to_string()
}

fn stretch(from: impl Into<String>, until: impl Into<String>) -> Stretch {
    Stretch {
        from: from.into(),
        until: until.into(),
    }
}

/// The days that compare so with `day`; of `!=` those that are equal.
pub(super) fn compared(op: Comparison, day: NaiveDate) -> Stretch {
    match op {
        Comparison::Equal | Comparison::Unequal => stretch(day.to_string(), next(day)),
        Comparison::Less => stretch(FIRST, day.to_string()),
        Comparison::AtMost => stretch(FIRST, next(day)),
        Comparison::More => stretch(next(day), END),
        Comparison::AtLeast => stretch(day.to_string(), END),
    }
}

/// Both ends included.
pub(super) fn between(from: NaiveDate, to: NaiveDate) -> Stretch {
    stretch(from.to_string(), next(to))
}

pub(super) fn within(side: Side, span: Span, today: NaiveDate) -> Stretch {
    let amount = i32::from(span.amount);
    let back = || span.unit.after(today, -amount);
    let ahead = || span.unit.after(today, amount);
    match side {
        Side::Either => between(back(), ahead()),
        Side::Last => between(back(), today),
        Side::Next => between(today, ahead()),
    }
}

/// The days of the year (`MM-DD`) from today to the end of the span, as one or two stretches with both ends included.
/// Who was born on a 29 February has it on the 28th in other years.
pub(super) fn anniversary(span: Span, today: NaiveDate) -> Vec<(String, String)> {
    let last = span.unit.after(today, i32::from(span.amount));
    if (last - today).num_days() >= 365 {
        return vec![("01-01".into(), "12-31".into())];
    }
    let from = month_and_day(today);
    let to = match month_and_day(last) {
        day if day == "02-28" && !last.leap_year() => "02-29".into(),
        day => day,
    };
    if from <= to {
        vec![(from, to)]
    } else {
        vec![(from, "12-31".into()), ("01-01".into(), to)]
    }
}

fn month_and_day(day: NaiveDate) -> String {
    format!("{:02}-{:02}", day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filters::tree::Unit;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(amount: u16) -> Span {
        Span {
            amount,
            unit: Unit::Days,
        }
    }

    #[test]
    fn a_day_ends_where_the_next_begins() {
        let newyear = day("2026-12-31");
        assert_eq!(
            compared(Comparison::Equal, newyear),
            stretch("2026-12-31", "2027-01-01")
        );
        assert_eq!(
            compared(Comparison::More, newyear),
            stretch("2027-01-01", ":")
        );
        assert_eq!(
            compared(Comparison::Less, newyear),
            stretch("0", "2026-12-31")
        );
        assert_eq!(
            within(Side::Last, days(1), newyear),
            stretch("2026-12-30", "2027-01-01")
        );
    }

    #[test]
    fn months_end_with_the_shorter_month() {
        assert_eq!(Unit::Months.after(day("2026-03-31"), -1), day("2026-02-28"));
        assert_eq!(Unit::Years.after(day("2024-02-29"), 1), day("2025-02-28"));
        assert_eq!(
            Unit::Years.after(day("2024-02-29"), i32::MAX),
            day("9999-12-30")
        );
        assert_eq!(
            Unit::Weeks.after(day("2026-01-01"), i32::MIN + 1),
            day("0000-01-01")
        );
    }

    #[test]
    fn anniversaries_go_round_the_year_and_over_the_leap_day() {
        let one = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            anniversary(days(3), day("2026-05-30")),
            [one("05-30", "06-02")]
        );
        assert_eq!(
            anniversary(days(3), day("2026-12-30")),
            [one("12-30", "12-31"), one("01-01", "01-02")]
        );
        assert_eq!(
            anniversary(days(0), day("2026-02-28")),
            [one("02-28", "02-29")]
        );
        assert_eq!(
            anniversary(days(0), day("2028-02-28")),
            [one("02-28", "02-28")]
        );
        assert_eq!(
            anniversary(days(400), day("2026-02-28")),
            [one("01-01", "12-31")]
        );
    }
}
