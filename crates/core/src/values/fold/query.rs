//! From what is typed into the search field to the patterns that must all occur
//! in a contact's search text, and the phone digits that the search text gets
//! so that each way of writing a number finds it. How the patterns are looked
//! for is the business of whoever searches.

use super::fold_into;
use crate::values::characters::{ascii_digit, is_dash, is_east_asian, is_invisible};

/// A piece of search text that has to occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    /// `" noa"` (the beginning of a word) or `"501234567"` (digits anywhere).
    pub pattern: String,
}

/// Fewer digits are a word like any other, not part of a phone number.
const DIGITS_OF_A_PHONE: usize = 3;

/// The patterns that all have to occur. Empty for a query without words.
pub fn query(text: &str) -> Vec<Needle> {
    let mut patterns = Vec::new();
    let mut stretch: Vec<&str> = Vec::new();
    for token in text.split_whitespace() {
        if is_phone_like(token) {
            stretch.push(token);
        } else {
            stretch_patterns(&mut stretch, &mut patterns);
            word_patterns(token, &mut patterns);
        }
    }
    stretch_patterns(&mut stretch, &mut patterns);
    let mut needles: Vec<Needle> = Vec::new();
    for pattern in patterns {
        if needles.iter().all(|needle| needle.pattern != pattern) {
            needles.push(Needle { pattern });
        }
    }
    needles
}

fn is_phone_like(token: &str) -> bool {
    token.chars().all(|c| {
        ascii_digit(c).is_some()
            || is_dash(c)
            || is_invisible(c)
            || matches!(c, '+' | '＋' | '(' | ')' | '.' | '/')
    })
}

/// Tokens of digits and separators that stand side by side are one number.
fn stretch_patterns(stretch: &mut Vec<&str>, patterns: &mut Vec<String>) {
    let typed = stretch.concat();
    let digits = digits_of(&typed);
    if digits.len() < DIGITS_OF_A_PHONE {
        for token in stretch.iter() {
            word_patterns(token, patterns);
        }
    } else {
        let significant = digits.trim_start_matches('0');
        patterns.push(if significant.is_empty() {
            digits
        } else {
            significant.to_owned()
        });
    }
    stretch.clear();
}

/// The digits of a number; a trunk zero in brackets, `+49 (0)30`, is not dialled.
fn digits_of(typed: &str) -> String {
    let mut digits = String::with_capacity(typed.len());
    let mut rest = typed;
    while let Some(c) = rest.chars().next() {
        rest = match rest.strip_prefix("(0)") {
            Some(behind) => behind,
            None => {
                digits.extend(ascii_digit(c));
                &rest[c.len_utf8()..]
            }
        };
    }
    digits
}

fn word_patterns(token: &str, patterns: &mut Vec<String>) {
    let mut folded = String::new();
    fold_into(token, &mut folded);
    let mut run = String::new();
    for word in folded.split_ascii_whitespace() {
        if word.starts_with(is_east_asian) {
            run.push(' ');
            run.push_str(word);
        } else {
            patterns.extend((!run.is_empty()).then(|| std::mem::take(&mut run)));
            patterns.push(format!(" {word}"));
        }
    }
    patterns.extend((!run.is_empty()).then_some(run));
}

/// What people in the country dial before the national number, for countries
/// where that is not a mere zero: `+7 912 …` is written `8 912 …` in Russia.
const TRUNK_PREFIXES: [(&str, &str); 4] = [("7", "8"), ("370", "8"), ("375", "80"), ("993", "8")];

/// Appends the digits of a phone number to a search text: `" 972501234567"`,
/// and where the national way of writing or the typed one would not be found in
/// it, that one too. `typed` may be empty.
pub fn phone_digits_into(e164: &str, typed: &str, out: &mut String) {
    let digits = e164.trim_start_matches('+');
    if digits.is_empty() {
        return;
    }
    let start = out.len();
    out.push(' ');
    out.push_str(digits);
    if let Some((national, trunk)) = national_with_trunk(digits) {
        out.extend([" ", trunk, national]);
    }
    let typed = digits_of(number_part(typed));
    let significant = typed.trim_start_matches('0');
    if !out[start..].contains(significant) {
        out.push(' ');
        out.push_str(significant);
    }
}

fn national_with_trunk(digits: &str) -> Option<(&str, &'static str)> {
    TRUNK_PREFIXES
        .iter()
        .find_map(|(code, trunk)| Some((digits.strip_prefix(code)?, *trunk)))
}

/// `typed` without its extension and with what stands before it (brackets
/// that begin before the first digit are needed to know a "(0)").
fn number_part(typed: &str) -> &str {
    let begin = typed.find(|c| ascii_digit(c).is_some()).unwrap_or(0);
    let end = typed[begin..]
        .find(|c: char| c.is_alphabetic() || matches!(c, ';' | ',' | '#'))
        .map_or(typed.len(), |length| begin + length);
    &typed[..end]
}

#[cfg(test)]
mod tests {
    use super::super::fold_into;
    use super::*;
    use proptest::prelude::*;

    fn patterns(text: &str) -> Vec<String> {
        query(text).into_iter().map(|n| n.pattern).collect()
    }

    fn finds(text: &str, search_text: &str) -> bool {
        query(text).iter().all(|n| search_text.contains(&n.pattern))
    }

    #[test]
    fn each_word_is_a_prefix() {
        assert_eq!(patterns("Noa  Lév"), [" noa", " lev"]);
        assert_eq!(patterns("O'Nei noa@x.com"), [" onei", " noa", " x", " com"]);
        assert_eq!(patterns("noa Noa"), [" noa"]);
        assert!(patterns(" - ").is_empty());
    }

    #[test]
    fn an_east_asian_run_is_one_pattern() {
        assert_eq!(patterns("美玲"), [" 美 玲"]);
        assert_eq!(patterns("美玲wang王"), [" 美 玲", " wang", " 王"]);
    }

    #[test]
    fn three_digits_are_part_of_a_phone_and_two_a_word() {
        assert_eq!(patterns("4567"), ["4567"]);
        assert_eq!(patterns("levi 2024"), [" levi", "2024"]);
        assert_eq!(patterns("route 66"), [" route", " 66"]);
        assert_eq!(patterns("a123 b"), [" a123", " b"]);
        assert_eq!(patterns("noa 0501"), [" noa", "501"]);
        assert_eq!(patterns("000"), ["000"]);
    }

    #[test]
    fn every_way_of_writing_a_phone_finds_it() {
        let mut text = String::from(" noa");
        phone_digits_into("+972501234567", "050-123 4567", &mut text);
        assert_eq!(text, " noa 972501234567");
        for typed in [
            "050-123",
            "+972 50 123",
            "00972501",
            "4567",
            "(050) 123.4567",
            "+972 (0)50 123",
            "972501",
            "050 123 45",
            "noa 0501",
            "050–123",
            "٠٥٠١٢٣",
            "+ 972 50",
        ] {
            assert!(finds(typed, &text), "{typed}");
        }
        assert!(!finds("054", &text));
    }

    #[test]
    fn national_prefixes_other_than_zero_find_the_number() {
        for (e164, typed, searched) in [
            ("+36301234567", "", "06 30 123"),
            ("+79123456789", "+7 912 345-67-89", "8 (912) 345"),
            ("+375291234567", "", "8 029 123"),
            ("+37061234567", "", "8 612"),
            ("+390612345678", "", "06 1234"),
            ("+16502530000", "", "1 650 253"),
        ] {
            let mut text = String::new();
            phone_digits_into(e164, typed, &mut text);
            assert!(finds(searched, &text), "{searched} in {text}");
        }
    }

    #[test]
    fn what_was_typed_is_found_though_it_is_written_otherwise() {
        let mut text = String::new();
        phone_digits_into("+541112345678", "011 15 1234 5678 x9", &mut text);
        assert_eq!(text, " 541112345678 11151234".to_owned() + "5678");
    }

    proptest! {
        #[test]
        fn each_word_of_a_name_finds_it(name in r"[\p{L}\p{M}' .,\-]{0,40}") {
            let mut text = String::new();
            fold_into(&name, &mut text);
            for word in name.split_whitespace() {
                prop_assert!(finds(word, &text), "{word:?} in {text:?}");
            }
        }

        #[test]
        fn nothing_panics(text in any::<String>(), typed in any::<String>()) {
            let _ = query(&text);
            phone_digits_into(&text, &typed, &mut String::new());
        }
    }
}
