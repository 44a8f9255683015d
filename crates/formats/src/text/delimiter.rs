//! Which character separates the fields: the one that cuts the first records most evenly.

use super::records::Records;

const CANDIDATES: [char; 4] = ['\t', ';', ',', '|'];
const SAMPLED_RECORDS: usize = 100;
/// A character that cuts fewer of the records evenly is punctuation in a file of one column.
const LEAST_SHARE: f64 = 0.25;

/// A `sep=;` on the first line, by which Excel is told the delimiter.
pub(crate) fn declared(head: &str) -> Option<char> {
    let line = head.lines().next()?.trim_matches(['"', ' ']);
    let declared = line.get(..4)?.eq_ignore_ascii_case("sep=");
    let mut rest = line.get(4..)?.chars();
    match (declared, rest.next(), rest.next()) {
        (true, Some(delimiter), None) => Some(delimiter),
        _ => None,
    }
}

/// The delimiter of decoded text, or None where it is one column. `whole` says that `head` is the entire file, so
/// that its last record is complete.
pub(crate) fn detect(head: &str, whole: bool) -> Option<char> {
    let mut best = None;
    for candidate in CANDIDATES {
        let score = score(&widths(head, candidate, whole));
        if score > best.map_or(0.0, |(_, score)| score) {
            best = Some((candidate, score));
        }
    }
    best.map(|(candidate, _)| candidate)
        .or_else(|| ragged(head, whole))
}

/// Where no two rows have the same width: what cuts the first record and most of the others at all.
fn ragged(head: &str, whole: bool) -> Option<char> {
    CANDIDATES.into_iter().find(|candidate| {
        let widths = widths(head, *candidate, whole);
        let cut = widths.iter().filter(|width| **width > 1).count();
        widths.first().is_some_and(|width| *width > 1) && cut * 2 > widths.len()
    })
}

/// How many fields each of the first records has.
fn widths(head: &str, delimiter: char, whole: bool) -> Vec<usize> {
    let mut records = Records::new(head.as_bytes(), delimiter as u8);
    let mut widths = Vec::new();
    while widths.len() <= SAMPLED_RECORDS {
        match records.next_record() {
            Ok(Some(record)) => widths.push(record.len()),
            _ => break,
        }
    }
    let cut = !whole || widths.len() > SAMPLED_RECORDS;
    if cut && widths.len() > 1 {
        widths.pop();
    }
    widths
}

/// How much of the file has the commonest width of two fields or more; evenness counts more than many fields.
fn score(widths: &[usize]) -> f64 {
    let commonest = widths
        .iter()
        .filter(|width| **width > 1)
        .map(|width| (widths.iter().filter(|w| *w == width).count(), *width))
        .max();
    let Some((rows, width)) = commonest else {
        return 0.0;
    };
    let share = rows as f64 / widths.len() as f64;
    if share < LEAST_SHARE {
        return 0.0;
    }
    share * share * (2.0 - 1.0 / width as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_even_cut_wins() {
        assert_eq!(detect("a;b;c\n1,5;2,5;3,5\n4;5,0;6\n", true), Some(';'));
        assert_eq!(detect("a\tb\n\"x\ty\"\tz\n", true), Some('\t'));
        assert_eq!(detect("n,mails\nA,a@x;b@x\nB,c@x\n", true), Some(','));
        assert_eq!(detect("a|b|c\n1|2|3\n", true), Some('|'));
    }

    #[test]
    fn delimiters_inside_quotes_do_not_count() {
        let text = "name;address\n\"Levi, Noa\";\"A 1, B\"\n\"Cohen, D\";\"C 2, E\"\n";
        assert_eq!(detect(text, true), Some(';'));
    }

    #[test]
    fn a_preamble_does_not_mislead() {
        let text = "Report of May; made by Olaf\n\na,b,c\n1,2,3\n4,5,6\n7,8,9\n";
        assert_eq!(detect(text, true), Some(','));
    }

    #[test]
    fn rows_of_all_widths_are_cut_all_the_same() {
        let text =
            "Name,E-mail,Mobile\nNoa,n@x.com\nInes,i@x.com,,more,and more\nOmar\nZoe,z@x.com,1,2\n";
        assert_eq!(detect(text, true), Some(','));
    }

    #[test]
    fn one_column_has_no_delimiter() {
        assert_eq!(detect("a@x.com\nb@x.com\n", true), None);
    }

    #[test]
    fn a_declared_delimiter_is_found() {
        assert_eq!(declared("sep=;\r\na;b"), Some(';'));
        assert_eq!(declared("\"sep=,\"\na"), Some(','));
        assert_eq!(declared("SEP=\t\na"), Some('\t'));
        assert_eq!(declared("separator\n"), None);
        assert_eq!(declared("sep=ab\n"), None);
    }
}
