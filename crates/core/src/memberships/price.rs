//! What a term costs: the price of its tier on its first day, or a share of it where a fixed period has begun.

use chrono::{Datelike, NaiveDate};

use super::rule::Rule;
use crate::membership_types::ProRata;

pub(crate) struct Price {
    pub rule: Rule,
    pub pro_rata: ProRata,
    pub roll_over: Option<(u32, u32)>,
    /// In minor units, on the term's first day.
    pub whole: i64,
}

impl Price {
    /// In minor units. A term that rolls over into the next period costs that period alone.
    pub fn of_term(&self, start: NaiveDate) -> i64 {
        let (Some(from), Some(end)) = (self.rule.period_start(start), self.rule.end(start, None))
        else {
            return self.whole;
        };
        if self.rule.end(start, self.roll_over) != Some(end) {
            return self.whole;
        }
        let (part, all) = match self.pro_rata {
            ProRata::None => return self.whole,
            ProRata::Months => (months_begun(start, end), months_begun(from, end)),
            ProRata::Days => ((end - start).num_days() + 1, (end - from).num_days() + 1),
        };
        share(self.whole, part, all)
    }
}

/// How many months a term has, the last one begun counted whole.
fn months_begun(start: NaiveDate, end: NaiveDate) -> i64 {
    let Some(after) = end.succ_opt() else {
        return 1;
    };
    let months = i64::from(after.year() - start.year()) * 12 + i64::from(after.month())
        - i64::from(start.month());
    months + i64::from(after.day() > start.day())
}

/// A share of an amount, halves rounded up.
fn share(whole: i64, part: i64, all: i64) -> i64 {
    let exact = i128::from(whole) * i128::from(part);
    let all = i128::from(all.max(1));
    let rounded = (exact * 2 + all).div_euclid(all * 2);
    i64::try_from(rounded).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memberships::month_and_day;

    fn price(pro_rata: ProRata, roll_over: Option<&str>, start: &str) -> i64 {
        let price = Price {
            rule: Rule::read("fixed:01-01").unwrap(),
            pro_rata,
            roll_over: roll_over.and_then(month_and_day),
            whole: 12_000,
        };
        price.of_term(start.parse().unwrap())
    }

    #[test]
    fn a_term_within_a_period_costs_its_share() {
        for (pro_rata, start, costs) in [
            (ProRata::None, "2026-07-01", 12_000),
            (ProRata::Months, "2026-01-01", 12_000),
            (ProRata::Months, "2026-01-02", 12_000),
            (ProRata::Months, "2026-02-01", 11_000),
            (ProRata::Months, "2026-07-15", 6_000),
            (ProRata::Months, "2026-12-31", 1_000),
            (ProRata::Days, "2026-01-01", 12_000),
            (ProRata::Days, "2026-12-31", 33),
            (ProRata::Days, "2024-12-31", 33),
            (ProRata::Days, "2026-07-02", 6_016),
        ] {
            assert_eq!(price(pro_rata, None, start), costs, "{pro_rata:?} {start}");
        }
    }

    #[test]
    fn a_term_that_rolls_over_costs_the_next_period() {
        assert_eq!(price(ProRata::Months, Some("10-01"), "2026-09-30"), 4_000);
        assert_eq!(price(ProRata::Months, Some("10-01"), "2026-10-01"), 12_000);
    }

    #[test]
    fn rolling_terms_cost_the_whole() {
        let price = Price {
            rule: Rule::read("rolling:12m").unwrap(),
            pro_rata: ProRata::Days,
            roll_over: None,
            whole: 5_000,
        };
        assert_eq!(price.of_term("2026-07-01".parse().unwrap()), 5_000);
    }

    #[test]
    fn halves_are_rounded_up_and_nothing_overflows() {
        assert_eq!(share(1, 1, 2), 1);
        assert_eq!(share(i64::MAX, 1, 1), i64::MAX);
        assert_eq!(share(1000, 1, 3), 333);
    }
}
