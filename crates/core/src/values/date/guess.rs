//! Which order of day, month and year a column is written in, as far as its
//! samples say, and what is usual in a country where they don't.

use super::parts::{self, Parts};
use super::{Date, Order, this_year};

/// What the samples of a column say about its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrderGuess {
    Certain(Order),
    /// Every date can be read with the day or the month first; up to three that
    /// differ: as typed, read day first, read month first.
    Ambiguous {
        samples: Vec<(String, Date, Date)>,
    },
    NotDates,
}

const SHOWN_SAMPLES: usize = 3;

#[derive(Default)]
struct Counts {
    samples: usize,
    dates: usize,
    year_first: usize,
    only_day_first: usize,
    only_month_first: usize,
    differing: Vec<(String, Date, Date)>,
}

/// Judges the samples; blanks are passed over. Where some values can only be
/// read day first and others only month first, the more numerous win.
pub fn detect<'a>(samples: impl ExactSizeIterator<Item = &'a str>) -> OrderGuess {
    let mut counts = Counts::default();
    let this_year = this_year();
    let all = samples.len();
    for sample in samples {
        // Even if all others were dates, they would be too few: most columns hold no dates, and say so at once.
        if (counts.samples - counts.dates) * 4 > all {
            return OrderGuess::NotDates;
        }
        match parts::read(sample) {
            Some(parts) if parts.is_nothing() => {}
            Some(parts) => counts.add(sample, &parts, this_year),
            None => counts.samples += 1,
        }
    }
    counts.judge()
}

impl Counts {
    fn add(&mut self, typed: &str, parts: &Parts, this_year: i32) {
        self.samples += 1;
        let day_first = parts.date(Order::Dmy, this_year);
        let month_first = parts.date(Order::Mdy, this_year);
        self.dates += usize::from(day_first.is_some() || month_first.is_some());
        if parts.begins_with_year() {
            self.year_first += usize::from(day_first.is_some());
            return;
        }
        match (day_first, month_first) {
            (Some(_), None) => self.only_day_first += 1,
            (None, Some(_)) => self.only_month_first += 1,
            (Some(a), Some(b)) if a != b && self.differing.len() < SHOWN_SAMPLES => {
                self.differing.push((typed.trim().to_owned(), a, b));
            }
            _ => {}
        }
    }

    fn judge(self) -> OrderGuess {
        // Three in four must be dates: a few mistakes don't make it another column.
        if self.dates == 0 || self.dates * 4 < self.samples * 3 {
            OrderGuess::NotDates
        } else if self.only_day_first.max(self.only_month_first) > 0 {
            OrderGuess::Certain(if self.only_month_first > self.only_day_first {
                Order::Mdy
            } else {
                Order::Dmy
            })
        } else if !self.differing.is_empty() {
            OrderGuess::Ambiguous {
                samples: self.differing,
            }
        } else if self.year_first > 0 {
            OrderGuess::Certain(Order::Ymd)
        } else {
            OrderGuess::Certain(Order::Dmy)
        }
    }
}

/// The usual order in a country (ISO code); day first where none is known.
pub fn default_order(country: Option<&str>) -> Order {
    match country.map(str::to_ascii_uppercase).as_deref() {
        Some("US" | "PH" | "FM" | "MH" | "PW" | "GU" | "PR" | "AS" | "VI" | "MP" | "UM") => {
            Order::Mdy
        }
        Some(
            "CN" | "JP" | "KR" | "KP" | "TW" | "MN" | "HU" | "LT" | "SE" | "CA" | "IR" | "BT"
            | "ZA",
        ) => Order::Ymd,
        _ => Order::Dmy,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(samples: &[&str]) -> OrderGuess {
        detect(samples.iter().copied())
    }

    #[test]
    fn a_day_above_twelve_decides() {
        assert_eq!(
            guess(&["3/4/1990", "13/4/1990"]),
            OrderGuess::Certain(Order::Dmy)
        );
        assert_eq!(
            guess(&["3/4/1990", "4/13/1990"]),
            OrderGuess::Certain(Order::Mdy)
        );
        let more_day_first = ["13/4/1990", "4/13/1990", "14/4/1990"];
        assert_eq!(guess(&more_day_first), OrderGuess::Certain(Order::Dmy));
    }

    #[test]
    fn small_days_are_ambiguous_and_show_both_readings() {
        let OrderGuess::Ambiguous { samples } = guess(&["", "3/3/1990", " 3/4/1990", "5/6/91"])
        else {
            panic!("certain")
        };
        let shown: Vec<String> = samples
            .iter()
            .map(|(typed, day_first, month_first)| format!("{typed}: {day_first} {month_first}"))
            .collect();
        assert_eq!(
            shown,
            [
                "3/4/1990: 1990-04-03 1990-03-04",
                "5/6/91: 1991-06-05 1991-05-06"
            ]
        );
        let many: Vec<&str> = vec!["3/4/1990"; 9];
        assert!(matches!(guess(&many), OrderGuess::Ambiguous { samples } if samples.len() == 3));
    }

    #[test]
    fn iso_and_named_months_are_certain() {
        assert_eq!(
            guess(&["1990-04-03", "0000-00-00"]),
            OrderGuess::Certain(Order::Ymd)
        );
        assert_eq!(guess(&["12 Mar 2025"]), OrderGuess::Certain(Order::Dmy));
        assert_eq!(guess(&["3/3/1990"]), OrderGuess::Certain(Order::Dmy));
    }

    #[test]
    fn other_columns_are_not_dates() {
        assert_eq!(guess(&[]), OrderGuess::NotDates);
        assert_eq!(guess(&["Noa", "12 Main Street"]), OrderGuess::NotDates);
        assert_eq!(guess(&["3/4/1990", "x", "y"]), OrderGuess::NotDates);
        assert_eq!(guess(&["050-1234567"]), OrderGuess::NotDates);
    }

    #[test]
    fn three_in_four_are_enough_wherever_the_others_stand() {
        let of = |others: usize| [vec!["x"; others], vec!["3/3/1990"; 12 - others]].concat();
        assert_eq!(guess(&of(3)), OrderGuess::Certain(Order::Dmy));
        assert_eq!(guess(&of(4)), OrderGuess::NotDates);
    }

    #[test]
    fn countries_have_their_usual_order() {
        assert_eq!(default_order(Some("us")), Order::Mdy);
        assert_eq!(default_order(Some("JP")), Order::Ymd);
        assert_eq!(default_order(Some("DE")), Order::Dmy);
        assert_eq!(default_order(None), Order::Dmy);
    }
}
