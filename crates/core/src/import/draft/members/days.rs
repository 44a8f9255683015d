//! The days of a term that a row doesn't tell, by the rule of its type.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::memberships::Rule;

/// The first day of a term that ends on a day.
pub(super) fn start_of(rule: Rule, end: NaiveDate, joined: Option<NaiveDate>) -> NaiveDate {
    let begins = match rule {
        Rule::Months(months) => end
            .succ_opt()
            .and_then(|day| day.checked_sub_months(Months::new(months))),
        Rule::Days(days) => end.checked_sub_days(Days::new(u64::from(days) - 1)),
        Rule::Fixed { .. } => rule.period_start(end),
        Rule::Lifetime | Rule::Issues(_) => joined,
    };
    let begins = begins.unwrap_or(end).min(end);
    // Who joined within the term began it that day.
    joined
        .filter(|day| begins < *day && *day <= end)
        .unwrap_or(begins)
}

/// The first day of the term that runs today for somebody who joined on a day.
pub(super) fn running(rule: Rule, joined: NaiveDate, today: NaiveDate) -> NaiveDate {
    if joined >= today {
        return joined;
    }
    match rule {
        Rule::Lifetime | Rule::Issues(_) => joined,
        Rule::Fixed { .. } => rule.period_start(today).unwrap_or(today).max(joined),
        Rule::Days(days) => {
            let days = i64::from(days);
            let terms = (today - joined).num_days() / days;
            joined + chrono::Duration::days(terms * days)
        }
        Rule::Months(months) => {
            let between =
                (today.year() - joined.year()) * 12 + today.month() as i32 - joined.month() as i32;
            let terms = u32::try_from(between).unwrap_or(0) / months;
            let nth = |terms: u32| joined.checked_add_months(Months::new(terms * months));
            let begun = nth(terms).filter(|day| *day <= today);
            begun
                .or_else(|| nth(terms.saturating_sub(1)))
                .unwrap_or(joined)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_that_ends_on_a_day_began_by_its_rule() {
        for (rule, end, joined, start) in [
            ("rolling:12m", "2026-12-31", None, "2026-01-01"),
            ("rolling:12m", "2024-02-29", None, "2023-03-01"),
            ("rolling:30d", "2026-01-30", None, "2026-01-01"),
            ("fixed:07-01", "2027-06-30", None, "2026-07-01"),
            (
                "fixed:07-01",
                "2027-06-30",
                Some("2026-10-05"),
                "2026-10-05",
            ),
            (
                "rolling:12m",
                "2026-12-31",
                Some("2011-05-05"),
                "2026-01-01",
            ),
            ("lifetime", "2026-12-31", Some("2011-05-05"), "2011-05-05"),
        ] {
            let rule = Rule::read(rule).unwrap();
            assert_eq!(
                start_of(rule, day(end), joined.map(day)),
                day(start),
                "{rule} {end}"
            );
        }
    }

    #[test]
    fn a_term_without_days_is_the_one_that_runs_today() {
        let today = day("2026-11-22");
        for (rule, joined, start) in [
            ("rolling:12m", "2019-03-15", "2026-03-15"),
            ("rolling:12m", "2019-11-23", "2025-11-23"),
            ("rolling:12m", "2019-11-22", "2026-11-22"),
            ("rolling:12m", "2027-01-01", "2027-01-01"),
            ("rolling:30d", "2026-10-01", "2026-10-31"),
            ("fixed:01-01", "2019-03-15", "2026-01-01"),
            ("fixed:01-01", "2026-03-15", "2026-03-15"),
            ("lifetime", "1999-03-15", "1999-03-15"),
        ] {
            let rule = Rule::read(rule).unwrap();
            assert_eq!(
                running(rule, day(joined), today),
                day(start),
                "{rule} {joined}"
            );
        }
    }
}
