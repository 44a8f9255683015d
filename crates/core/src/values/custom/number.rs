//! Numbers as people type them, kept as plain decimals of any length: `-1234.5`. No floating point, no exponents.

use super::{Misfit, misfit};
use crate::values::characters::{ascii_digit, is_invisible};

const MOST_DIGITS: usize = 60;

/// A number in its kept form. Where `1.234` may be read in two ways, `decimal_comma` decides.
pub(super) fn read(typed: &str, decimal_comma: bool) -> Result<String, Misfit> {
    plain(typed, decimal_comma)
        .ok_or_else(|| misfit("invalid_number", "Not a number", "Write it like 1234.5"))
}

/// As [`read`], without the reason.
pub(super) fn plain(typed: &str, decimal_comma: bool) -> Option<String> {
    let mut text: Vec<char> = typed
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(simple)
        .collect();
    let negative = match text.first()? {
        '-' => true,
        '+' => false,
        _ => {
            text.insert(0, '+');
            false
        }
    };
    let body: String = text[1..].iter().collect::<String>().trim().to_owned();
    let (whole, fraction) = match decimal_point(&body, decimal_comma) {
        Some(at) => (&body[..at], &body[at + 1..]),
        None => (body.as_str(), ""),
    };
    let whole = ungrouped(whole)?;
    let is_number = fraction.bytes().all(|b| b.is_ascii_digit())
        && !(whole.is_empty() && fraction.is_empty())
        && whole.len() + fraction.len() <= MOST_DIGITS;
    is_number.then(|| written(negative, &whole, fraction))
}

/// ASCII digits, one kind of minus, `'` for what only ever groups and `;` for what only ever is a decimal point.
fn simple(c: char) -> char {
    match c {
        '−' | '–' => '-',
        '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '٬' => '\'',
        '٫' => ';',
        ';' => '?',
        other => ascii_digit(other).unwrap_or(other),
    }
}

/// Where the decimal point stands, if there is one.
fn decimal_point(body: &str, decimal_comma: bool) -> Option<usize> {
    if let Some(at) = body.find(';') {
        return Some(at);
    }
    let last = body.rfind(['.', ','])?;
    let sign = &body[last..=last];
    let others = if sign == "." { "," } else { "." };
    match (body.matches(sign).count(), body.contains(others)) {
        (1, true) => Some(last),
        (1, false) => {
            let (before, after) = (&body[..last], &body[last + 1..]);
            let may_group = after.len() == 3
                && (1..=3).contains(&before.len())
                && !before.starts_with('0')
                && !body.contains('\'');
            let is_decimal = !may_group || (sign == ",") == decimal_comma;
            is_decimal.then_some(last)
        }
        _ => None,
    }
}

/// The digits of the whole part; None where they are grouped in no known way (threes, or twos before the last three).
fn ungrouped(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split(['\'', '.', ',']).collect();
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let last = rest.len().checked_sub(1);
    let well_grouped = rest
        .iter()
        .enumerate()
        .all(|(i, group)| group.len() == 3 || (Some(i) != last && group.len() == 2));
    let first_fits = rest.is_empty() || (1..=3).contains(&first.len());
    (groups.iter().all(|group| digits(group)) && well_grouped && first_fits)
        .then(|| groups.concat())
}

fn written(negative: bool, whole: &str, fraction: &str) -> String {
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let mut text = String::with_capacity(whole.len() + fraction.len() + 3);
    if negative && !(whole.is_empty() && fraction.is_empty()) {
        text.push('-');
    }
    text.push_str(if whole.is_empty() { "0" } else { whole });
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}
