//! Cells that hold several values: the names of groups and tags. Names in
//! quotation marks may hold the separators. Full names and addresses are not
//! split here.

use super::fold::fold;

/// Google writes several values of one field so.
const GOOGLE_SEPARATOR: &str = " ::: ";

/// Google marks its own groups with this: `* myContacts`.
const GOOGLE_MARK: &str = "* ";

/// The values in a cell, in order, without blanks around them, empty ones and
/// repetitions (as folded for searching).
pub fn list(cell: &str) -> Vec<&str> {
    if !cell.contains(|c| is_separator(c) || matches!(c, '"' | '*' | ':')) {
        let name = cell.trim();
        return Vec::from_iter((!name.is_empty()).then_some(name));
    }
    let mut values: Vec<&str> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for value in cell.split(GOOGLE_SEPARATOR).flat_map(pieces) {
        let folded = fold(value);
        // What folds to nothing, such as "***", is compared as it is.
        let key = if folded.is_empty() {
            value.to_owned()
        } else {
            folded
        };
        if !value.is_empty() && !seen.contains(&key) {
            seen.push(key);
            values.push(value);
        }
    }
    values
}

/// The values in a cell of Google's: only its own sign stands between them.
pub fn google(cell: &str) -> Vec<&str> {
    let names = cell.split(GOOGLE_SEPARATOR).map(str::trim);
    let names = names.map(|name| name.strip_prefix(GOOGLE_MARK).unwrap_or(name).trim());
    names.filter(|name| !name.is_empty()).collect()
}

/// Values in one text, as `values::split` reads them back.
pub fn join(values: &[&str]) -> String {
    join_by(values, ", ")
}

/// The same with another sign between them that divides.
pub fn join_by(values: &[&str], between: &str) -> String {
    let quoted = |value: &&str| match list(value).as_slice() {
        [whole] if whole == value => (*value).to_owned(),
        _ => format!("\"{value}\""),
    };
    values.iter().map(quoted).collect::<Vec<_>>().join(between)
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '|' | '\n' | '\r' | '，' | '；' | '、' | '،' | '؛'
    )
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?.trim_start();
        let (piece, after) = quoted(text).unwrap_or_else(|| unquoted(text));
        rest = after;
        Some(piece)
    })
}

/// A name in quotation marks, and what follows its separator. Quotation marks
/// count only around a whole name.
fn quoted(text: &str) -> Option<(&str, Option<&str>)> {
    let inside = text.strip_prefix('"')?;
    let (name, after) = inside.split_once('"')?;
    let after = after.trim_start_matches(' ');
    if after.is_empty() {
        return Some((name.trim(), None));
    }
    let next = after.strip_prefix(is_separator)?;
    Some((name.trim(), Some(next)))
}

fn unquoted(text: &str) -> (&str, Option<&str>) {
    let (piece, after) = match text.split_once(is_separator) {
        Some((piece, after)) => (piece, Some(after)),
        None => (text, None),
    };
    let piece = piece.trim();
    (
        piece.strip_prefix(GOOGLE_MARK).unwrap_or(piece).trim(),
        after,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_usual_separator_splits() {
        assert_eq!(
            list("a, b;c | d\ne\r\nf、g"),
            ["a", "b", "c", "d", "e", "f", "g"]
        );
        assert_eq!(list("Friends ::: * myContacts"), ["Friends", "myContacts"]);
        assert_eq!(list("Board of Trustees"), ["Board of Trustees"]);
    }

    #[test]
    fn quoted_names_are_kept_whole() {
        assert_eq!(list("\"Smith, Ltd\", VIP"), ["Smith, Ltd", "VIP"]);
        assert_eq!(list("\"VIP\",\"Blog\""), ["VIP", "Blog"]);
        assert_eq!(list("the \"A, B\" team"), ["the \"A", "B\" team"]);
        assert_eq!(list("\"A\" team, B"), ["\"A\" team", "B"]);
        assert_eq!(list("\"open, B"), ["\"open", "B"]);
    }

    #[test]
    fn empty_and_repeated_values_are_dropped() {
        assert_eq!(list(" , VIP,,vip; Vip ,\"\""), ["VIP"]);
        assert_eq!(list("***, +++"), ["***", "+++"]);
        assert!(list("").is_empty());
    }

    proptest! {
        #[test]
        fn nothing_panics_and_nothing_is_empty(text in any::<String>(), odd in "[\",;a *:|]{0,20}") {
            prop_assert!(list(&text).iter().all(|value| !value.is_empty()));
            prop_assert!(list(&odd).iter().all(|value| !value.is_empty()));
        }
    }
}
