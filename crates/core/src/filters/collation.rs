//! Comparing texts in the database as the search does: without case, accents and punctuation.
//!
//! SQLite folds ASCII only, and sqlx lets it call our code for one purpose, the comparing of texts. So `FOLDED` is a
//! collation: an order of texts by their folded form. An operand that begins with one of the marks below asks instead
//! whether the other text holds it, begins with it or lists it; only `=` may be used with one. No index may use the
//! collation, so that the file can be read by programs that don't have it.

use std::cmp::Ordering;

use crate::groups::folded;
use crate::values::split;

pub(crate) const NAME: &str = "FOLDED";

// Noncharacters of Unicode, which no text holds.
const HOLDS: char = '\u{FDD0}';
const HOLDS_AS_IT_STANDS: char = '\u{FDD1}';
const BEGINS: char = '\u{FDD2}';
const BEGINS_AS_IT_STANDS: char = '\u{FDD3}';
const LISTS: char = '\u{FDD4}';

/// The operand that equals every text which holds `text`.
pub(super) fn holding(text: &str) -> String {
    marked(HOLDS, HOLDS_AS_IT_STANDS, text)
}

/// The operand that equals every text which begins with `text`.
pub(super) fn beginning(text: &str) -> String {
    marked(BEGINS, BEGINS_AS_IT_STANDS, text)
}

/// The operand that equals every list of texts, separated by commas, one of which is `text`.
pub(super) fn listing(text: &str) -> String {
    format!("{LISTS}{}", folded(text))
}

/// A text without letters and digits is looked for as it stands.
fn marked(mark: char, as_it_stands: char, text: &str) -> String {
    match crate::values::fold::fold(text) {
        folded if folded.is_empty() => format!("{as_it_stands}{}", text.trim()),
        folded => format!("{mark}{folded}"),
    }
}

pub(crate) fn compare(a: &str, b: &str) -> Ordering {
    let found = asked(b, a).or_else(|| asked(a, b));
    match found {
        Some(true) => Ordering::Equal,
        Some(false) => Ordering::Less,
        None => folded(a).cmp(&folded(b)),
    }
}

/// Whether `text` is what a marked operand asks for; None when the operand is not marked.
fn asked(operand: &str, text: &str) -> Option<bool> {
    let mark = operand.chars().next()?;
    let wanted = &operand[mark.len_utf8()..];
    match mark {
        HOLDS => Some(folded(text).contains(wanted)),
        BEGINS => Some(folded(text).starts_with(wanted)),
        HOLDS_AS_IT_STANDS => Some(text.contains(wanted)),
        BEGINS_AS_IT_STANDS => Some(text.starts_with(wanted)),
        LISTS => Some(
            split::list(text)
                .into_iter()
                .any(|one| folded(one) == wanted),
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn equal(a: &str, b: &str) -> bool {
        compare(a, b) == Ordering::Equal
    }

    #[test]
    fn case_accents_and_punctuation_say_nothing() {
        assert!(
            equal("Łódź", "lodz")
                && equal("O’Neill", "oneill")
                && equal("Anne-Marie", "anne marie")
        );
        assert!(!equal("Haifa", "Haifa Bay") && compare("Ärger", "zebra") == Ordering::Less);
        assert!(!equal("★", "★★") && equal("★", " ★ "));
    }

    #[test]
    fn marked_operands_ask_for_parts() {
        assert!(equal("Tel Aviv", &holding("L A")) && equal("Tel Aviv", &beginning("tel")));
        assert!(!equal("Tel Aviv", &beginning("aviv")) && !equal("Tel Aviv", &holding("Haifa")));
        assert!(equal("50 %", &holding("%")) && !equal("50", &holding("%")));
        assert!(
            equal("Red, \"Green, dark\"", &listing("green DARK"))
                && !equal("Red, Blue", &listing("re"))
        );
    }
}
