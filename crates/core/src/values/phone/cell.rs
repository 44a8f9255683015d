//! What stands in a cell, made ready for the numbering plans: characters of all
//! kinds to plain ones, and the marks that a spreadsheet leaves on numbers.

use super::{PhoneProblem, Repair};
use crate::values::characters::{ascii_digit, is_dash, is_invisible};

#[derive(Debug)]
pub struct Cell {
    /// Plain characters, spreadsheet damage undone, a lost zero not yet.
    pub text: String,
    pub repair: Option<Repair>,
    pub digits: usize,
}

/// Words for an extension that libphonenumber does not know.
const EXTENSION_WORDS: [&str; 6] = [
    "שלוחה",
    "durchwahl",
    "nebenstelle",
    "poste",
    "toestel",
    "wew.",
];

const FEWEST_DIGITS: usize = 3;
/// Longer cells are texts; the limit also bounds the work on hostile input.
const MOST_DIGITS: usize = 40;
const LONGEST_CELL: usize = 250;

impl Cell {
    pub fn read(raw: &str) -> Result<Cell, PhoneProblem> {
        if raw.len() > LONGEST_CELL {
            return Err(PhoneProblem::NotANumber);
        }
        let text = plain(raw);
        let (text, repair) = match undamaged(&text)? {
            Some((digits, repair)) => (digits, Some(repair)),
            None => (text, None),
        };
        let text = match text
            .bytes()
            .any(|b| b.is_ascii_alphabetic() || !b.is_ascii())
        {
            true => without_remark(&text),
            false => text,
        };
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        match digits {
            0 => Err(PhoneProblem::NotANumber),
            1..FEWEST_DIGITS => Err(PhoneProblem::TooShort),
            FEWEST_DIGITS..=MOST_DIGITS => Ok(Cell {
                text,
                repair,
                digits,
            }),
            _ => Err(PhoneProblem::TooLong),
        }
    }

    pub fn is_bare_digits(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// What is wrong with a national number without a country.
    pub fn without_country(&self) -> PhoneProblem {
        const SHORTEST_NATIONAL: usize = 5;
        const LONGEST_NUMBER: usize = 17;
        match self.digits {
            0..SHORTEST_NATIONAL => PhoneProblem::TooShort,
            SHORTEST_NATIONAL..=LONGEST_NUMBER => PhoneProblem::UnknownCountry,
            _ => PhoneProblem::TooLong,
        }
    }
}

fn plain(raw: &str) -> String {
    let plain_char = |c: char| match c {
        c if c.is_ascii() => c,
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '．' | '·' => '.',
        '\u{2044}' | '／' => '/',
        c if is_dash(c) => '-',
        c if c.is_whitespace() => ' ',
        c => ascii_digit(c).unwrap_or(c),
    };
    let bare = |text: &str| text.trim().trim_start_matches('\'').to_owned();
    if raw.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return bare(raw);
    }
    let text: String = raw
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(plain_char)
        .collect();
    bare(&text)
}

/// The digits behind what a spreadsheet made of them, or `Damaged` where digits
/// are gone for good.
fn undamaged(text: &str) -> Result<Option<(String, Repair)>, PhoneProblem> {
    let parts = text
        .split_once(['E', 'e'])
        .and_then(|(mantissa, exponent)| exponent_parts(mantissa, exponent));
    match parts {
        Some((digits, length)) if digits.len() == length => {
            return Ok(Some((digits, Repair::Exponent)));
        }
        Some(_) => return Err(PhoneProblem::Damaged),
        None => {}
    }
    let whole = text
        .strip_suffix(".0")
        .or_else(|| text.strip_suffix(".00"))
        .or_else(|| text.strip_suffix(",0"))
        .filter(|whole| whole.bytes().all(|b| b.is_ascii_digit()) && whole.len() > 4);
    Ok(whole.map(|digits| (digits.to_owned(), Repair::TrailingZero)))
}

/// The digits of `5.01234567` and the number of digits that `+8` asks for.
fn exponent_parts(mantissa: &str, exponent: &str) -> Option<(String, usize)> {
    let (first, rest) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if first.len() != 1 || !all_digits(first) || !all_digits(rest) {
        return None;
    }
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    if exponent.is_empty() || exponent.len() > 2 || !all_digits(exponent) {
        return None;
    }
    Some((
        format!("{first}{rest}"),
        exponent.parse::<usize>().ok()? + 1,
    ))
}

/// "050-1234567 (mobile)" without its remark. What stands before the number is
/// passed over by libphonenumber; letters that are part of the number
/// ("1-800-FLOWERS") and extensions stay.
fn without_remark(text: &str) -> String {
    const DIGITS_OF_A_NUMBER: usize = 7;
    let Some(begin) = text.find(|c: char| c.is_ascii_digit() || c == '+' || c == '(') else {
        return text.to_owned();
    };
    let number = &text[begin..];
    let Some(end) = number.find(char::is_alphabetic) else {
        return text.to_owned();
    };
    let (number, remark) = number.split_at(end);
    if number.bytes().filter(u8::is_ascii_digit).count() < DIGITS_OF_A_NUMBER {
        return text.to_owned();
    }
    if !remark.bytes().any(|b| b.is_ascii_digit()) {
        return number
            .trim_end_matches([' ', '(', '-', '/', '.', ','])
            .to_owned();
    }
    let lower = remark.to_lowercase();
    match EXTENSION_WORDS
        .iter()
        .find_map(|word| lower.strip_prefix(word))
    {
        Some(extension) => format!("{number} ext. {}", extension.trim_matches([' ', ':', '.'])),
        None => text.to_owned(),
    }
}
