//! How long a term is: the rule of a membership type, as text and as arithmetic on days.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

/// `rolling:12m`, `rolling:30d`, `fixed:01-01`, `lifetime`, `issues:12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    Months(u32),
    Days(u32),
    /// From any day to the day before this month and day come round.
    Fixed {
        month: u32,
        day: u32,
    },
    Lifetime,
    Issues(u32),
}

/// The longest term that makes sense, in months: a century.
const MOST_MONTHS: u32 = 1200;

impl Rule {
    /// The rule that a text says; years count as twelve months.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if text == "lifetime" {
            return Some(Self::Lifetime);
        }
        let (kind, value) = text.split_once(':')?;
        match kind {
            "rolling" => rolling(value),
            "fixed" => {
                let (month, day) = month_and_day(value)?;
                Some(Self::Fixed { month, day })
            }
            "issues" => value
                .parse()
                .ok()
                .filter(|n| (1..=10_000).contains(n))
                .map(Self::Issues),
            _ => None,
        }
    }

    /// The last day of a term that starts on `start`; None where no day ends it. A term of a fixed period that starts
    /// on or after `roll_over` runs to the end of the next period.
    pub fn end(self, start: NaiveDate, roll_over: Option<(u32, u32)>) -> Option<NaiveDate> {
        match self {
            Self::Months(months) => after_months(start, months),
            Self::Days(days) => start.checked_add_days(Days::new(u64::from(days) - 1)),
            Self::Fixed { month, day } => {
                let end = next(start, month, day)?.pred_opt()?;
                let turn =
                    roll_over.and_then(|(m, d)| next(self.period_start(start)?.pred_opt()?, m, d));
                if turn.is_some_and(|turn| turn <= start) {
                    return next(end.succ_opt()?, month, day)?.pred_opt();
                }
                Some(end)
            }
            Self::Lifetime | Self::Issues(_) => None,
        }
    }

    /// The first day of the period that `day` lies in, of fixed periods.
    pub fn period_start(self, day: NaiveDate) -> Option<NaiveDate> {
        let Self::Fixed {
            month,
            day: of_month,
        } = self
        else {
            return None;
        };
        let this_year = NaiveDate::from_ymd_opt(day.year(), month, of_month)?;
        if this_year <= day {
            return Some(this_year);
        }
        NaiveDate::from_ymd_opt(day.year() - 1, month, of_month)
    }

    /// Whether a suspension puts the end off: a fixed period ends when it ends.
    pub fn stops_for_suspension(self) -> bool {
        matches!(self, Self::Months(_) | Self::Days(_))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Months(months) => write!(f, "rolling:{months}m"),
            Self::Days(days) => write!(f, "rolling:{days}d"),
            Self::Fixed { month, day } => write!(f, "fixed:{month:02}-{day:02}"),
            Self::Lifetime => write!(f, "lifetime"),
            Self::Issues(issues) => write!(f, "issues:{issues}"),
        }
    }
}

fn rolling(value: &str) -> Option<Rule> {
    let (number, unit) = value.split_at_checked(value.len().checked_sub(1)?)?;
    let number: u32 = number.parse().ok().filter(|n| *n > 0)?;
    let rule = match unit {
        "d" => Rule::Days(number),
        "m" => Rule::Months(number),
        "y" => Rule::Months(number.checked_mul(12)?),
        _ => return None,
    };
    match rule {
        Rule::Months(n) if n > MOST_MONTHS => None,
        Rule::Days(n) if n > MOST_MONTHS * 30 => None,
        rule => Some(rule),
    }
}

/// `MM-DD` as month and day. The 29th of February doesn't come every year, and so no period can turn on it.
pub fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.trim().split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    NaiveDate::from_ymd_opt(2023, month, day).map(|_| (month, day))
}

/// The day before the same day `months` later; where that month has no such day, its last day.
fn after_months(start: NaiveDate, months: u32) -> Option<NaiveDate> {
    let same = start.checked_add_months(Months::new(months))?;
    if same.day() == start.day() {
        same.pred_opt()
    } else {
        Some(same)
    }
}

/// The first such month and day after `day`.
fn next(day: NaiveDate, month: u32, of_month: u32) -> Option<NaiveDate> {
    let this_year = NaiveDate::from_ymd_opt(day.year(), month, of_month)?;
    if this_year > day {
        return Some(this_year);
    }
    NaiveDate::from_ymd_opt(day.year() + 1, month, of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(rule: &str, start: &str) -> String {
        let rule = Rule::read(rule).unwrap();
        let end = rule.end(start.parse().unwrap(), None);
        end.map_or("never".into(), |end| end.to_string())
    }

    #[test]
    fn rules_are_read_and_print_themselves() {
        for text in [
            "rolling:12m",
            "rolling:30d",
            "fixed:01-01",
            "lifetime",
            "issues:12",
        ] {
            assert_eq!(Rule::read(text).unwrap().to_string(), text);
        }
        assert_eq!(Rule::read(" Rolling:2Y "), Some(Rule::Months(24)));
        for text in [
            "",
            "rolling",
            "rolling:",
            "rolling:0m",
            "rolling:12",
            "rolling:12w",
            "rolling:é",
            "rolling:1201m",
            "rolling:4000000000y",
            "fixed:13-01",
            "fixed:02-29",
            "fixed:1",
            "issues:0",
            "forever",
        ] {
            assert_eq!(Rule::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_term_of_months_ends_on_the_day_before_the_same_day() {
        for (rule, start, last) in [
            ("rolling:12m", "2026-01-01", "2026-12-31"),
            ("rolling:12m", "2026-03-15", "2027-03-14"),
            ("rolling:1m", "2026-01-31", "2026-02-28"),
            ("rolling:1m", "2024-01-31", "2024-02-29"),
            ("rolling:1m", "2026-01-28", "2026-02-27"),
            ("rolling:1m", "2026-03-31", "2026-04-30"),
            ("rolling:12m", "2024-02-29", "2025-02-28"),
            ("rolling:48m", "2024-02-29", "2028-02-28"),
            ("rolling:12m", "2023-03-01", "2024-02-29"),
            ("rolling:12m", "2024-03-01", "2025-02-28"),
            ("rolling:30d", "2026-02-01", "2026-03-02"),
            ("rolling:1d", "2026-02-01", "2026-02-01"),
            ("fixed:01-01", "2026-01-01", "2026-12-31"),
            ("fixed:01-01", "2026-12-31", "2026-12-31"),
            ("fixed:09-01", "2026-08-31", "2026-08-31"),
            ("fixed:09-01", "2026-09-01", "2027-08-31"),
            ("fixed:03-01", "2024-02-10", "2024-02-29"),
            ("lifetime", "2026-01-01", "never"),
            ("issues:12", "2026-01-01", "never"),
        ] {
            assert_eq!(end(rule, start), last, "{rule} from {start}");
        }
    }

    #[test]
    fn late_in_a_fixed_period_a_term_runs_on_to_the_end_of_the_next() {
        let rule = Rule::read("fixed:01-01").unwrap();
        for (start, last) in [
            ("2026-09-30", "2026-12-31"),
            ("2026-10-01", "2027-12-31"),
            ("2026-12-31", "2027-12-31"),
            ("2027-01-01", "2027-12-31"),
        ] {
            let end = rule.end(start.parse().unwrap(), Some((10, 1)));
            assert_eq!(end.unwrap().to_string(), last, "{start}");
        }
        let school = Rule::read("fixed:09-01").unwrap();
        for (start, last) in [
            ("2026-05-31", "2026-08-31"),
            ("2026-06-01", "2027-08-31"),
            ("2026-09-01", "2027-08-31"),
            ("2026-12-01", "2027-08-31"),
        ] {
            let end = school.end(start.parse().unwrap(), Some((6, 1)));
            assert_eq!(end.unwrap().to_string(), last, "{start}");
        }
    }
}
