//! The pieces of a written date: its numbers, in order, and the month where it
//! is named. Which number is the day, the month and the year is decided here
//! too, once the order of the column is known.

use super::{Date, Order};
use crate::values::characters::{ascii_digit, clean};
use crate::values::fold::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Names of months (1 to 12) and of what may stand beside them (0): weekdays,
/// "of", "de", "г". From CLDR; see the file's head.
static WORDS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    include_str!("../data/months.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(month, names)| {
            let month = month.parse().unwrap_or(0);
            names.split(' ').map(move |name| (name, month))
        })
        .collect()
});

/// Apple's programs write this year where there is none (X-APPLE-OMIT-YEAR).
const APPLE_NO_YEAR: i32 = 1604;

/// Numbers outside this length are no part of a date; years may have four
/// digits, a date written together eight.
const LONGEST_NUMBER: usize = 8;

#[derive(Debug, Clone, Copy)]
struct Number {
    value: u32,
    length: usize,
}

impl Number {
    fn can_only_be_year(self) -> bool {
        self.length == 4 || (self.length == 2 && self.value > 31)
    }
}

#[derive(Debug)]
pub struct Parts {
    numbers: Vec<Number>,
    month: Option<u32>,
    without_year: bool,
}

/// The pieces of `text`, unless it holds something that no date has.
pub fn read(text: &str) -> Option<Parts> {
    let text = without_time(&clean(text));
    let mut parts = Parts {
        numbers: Vec::with_capacity(3),
        month: None,
        without_year: text.starts_with("--"),
    };
    for piece in pieces(&text) {
        parts.take(piece)?;
    }
    parts.split_written_together();
    Some(parts)
}

/// `text` with ASCII digits and without the time of day.
fn without_time(text: &str) -> String {
    let text: String = text.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect();
    if let Some(colon) = text.find(':') {
        let hours = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
        return hours.trim_end_matches([' ', 'T', 't', ',']).to_owned();
    }
    match text.split_once('T') {
        Some((date, _)) if date.len() == LONGEST_NUMBER => date.to_owned(),
        _ => text,
    }
}

/// Runs of digits and runs of letters, in order.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| match c {
        c if c.is_ascii_digit() => 1,
        c if c.is_alphabetic() || c == '\'' || c == '’' => 2,
        _ => 0,
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| kind(c) == 0);
        let first = kind(rest.chars().next()?);
        let end = rest.find(|c| kind(c) != first).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

impl Parts {
    fn take(&mut self, piece: &str) -> Option<()> {
        if piece.starts_with(|c: char| c.is_ascii_digit()) {
            if piece.len() > LONGEST_NUMBER {
                return None;
            }
            self.numbers.push(Number {
                value: piece.parse().ok()?,
                length: piece.len(),
            });
            return Some(());
        }
        match word(piece)? {
            0 => {}
            month if self.month.is_none() => self.month = Some(month),
            _ => return None,
        }
        Some(())
    }

    fn split_written_together(&mut self) {
        if let [Number { value, length }] = self.numbers[..] {
            if length == 8 && self.month.is_none() {
                self.numbers = vec![
                    Number {
                        value: value / 10_000,
                        length: 4,
                    },
                    Number {
                        value: value / 100 % 100,
                        length: 2,
                    },
                    Number {
                        value: value % 100,
                        length: 2,
                    },
                ];
            } else if length == 4 && self.without_year {
                self.numbers = vec![
                    Number {
                        value: value / 100,
                        length: 2,
                    },
                    Number {
                        value: value % 100,
                        length: 2,
                    },
                ];
            }
        }
    }

    /// Nothing at all, only zeros, or the day zero of Excel's calendar.
    pub fn is_nothing(&self) -> bool {
        let values: Vec<u32> = self.numbers.iter().map(|n| n.value).collect();
        let excel_zero = matches!(values[..], [1, 0, 1900] | [0, 1, 1900] | [1900, 1, 0]);
        self.month.is_none() && (excel_zero || values.iter().all(|value| *value == 0))
    }

    pub fn date(&self, order: Order, this_year: i32) -> Option<Date> {
        let (year, month, day) = match (self.month, &self.numbers[..]) {
            (Some(month), [day]) => (None, month, *day),
            (Some(month), [a, b]) => {
                let year_first =
                    a.can_only_be_year() || (order == Order::Ymd && !b.can_only_be_year());
                let (year, day) = if year_first { (a, b) } else { (b, a) };
                (Some(*year), month, *day)
            }
            (None, [a, b]) if order == Order::Dmy && !self.without_year => (None, b.value, *a),
            (None, [a, b]) => (None, a.value, *b),
            (None, [a, b, c]) => three(order, *a, *b, *c),
            _ => return None,
        };
        if day.length > 2 {
            return None;
        }
        let year = match year {
            Some(year) => Some(full_year(year, this_year)?),
            None => None,
        };
        Date::new(year.filter(|year| *year != APPLE_NO_YEAR), month, day.value)
    }

    /// Whether the first of three numbers is the year for certain.
    pub fn begins_with_year(&self) -> bool {
        self.numbers.len() == 3 && self.numbers[0].can_only_be_year()
    }
}

/// Year, month and day of three numbers.
fn three(order: Order, a: Number, b: Number, c: Number) -> (Option<Number>, u32, Number) {
    let year_first = a.can_only_be_year() || (order == Order::Ymd && !c.can_only_be_year());
    match order {
        _ if year_first => (Some(a), b.value, c),
        Order::Mdy => (Some(c), a.value, b),
        Order::Dmy | Order::Ymd => (Some(c), b.value, a),
    }
}

fn full_year(number: Number, this_year: i32) -> Option<i32> {
    let value = i32::try_from(number.value).ok()?;
    match number.length {
        4 => Some(value),
        1 | 2 => {
            let century = this_year - this_year % 100;
            let year = century + value;
            Some(if year > this_year { year - 100 } else { year })
        }
        _ => None,
    }
}

/// The month that `piece` names, 0 for a word that may stand in a date.
fn word(piece: &str) -> Option<u32> {
    let folded = fold(piece).replace(' ', "");
    let bare = folded
        .strip_prefix('ב')
        .or_else(|| folded.strip_prefix('d'));
    WORDS
        .get(folded.as_str())
        .or_else(|| WORDS.get(bare?))
        .copied()
}
