//! Text that a spreadsheet would run as a formula: made harmless in csv, and taken back when read.
//!
//! A cell of a csv file that begins with `=`, `+`, `-`, `@`, tab or return is a formula to a spreadsheet program, so
//! a value typed by a stranger could run. An apostrophe before it makes it text. Text that is plainly a phone number
//! or a number ("+34 612 345 678", "-5") stays as it is: it has no letters and no operator between its digits that
//! could do more than reckon, and offices want to see and reuse it.
//!
//! The mark has to come off again when Roster reads its own file, and only then, so the two are made exact inverses:
//! text that already begins with apostrophes and one of those characters gets one more apostrophe, and the reader
//! takes one off only where the writer would have put it. `'+972501234567`, which other programs write, is left
//! alone, since the writer would not have marked it.

/// Whether the writer puts an apostrophe before `text`.
pub(crate) fn needs_guard(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let dangerous = bare.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let marked_already = bare.len() < text.len();
    dangerous && (marked_already || !is_plain_number(text))
}

/// Makes of a field what was meant: without the apostrophe that the writer put before it, if it did, and without the
/// `="…"` by which other programs keep Excel from turning a phone into a number.
pub(crate) fn restore(text: &mut String) {
    if text.strip_prefix('\'').is_some_and(needs_guard) {
        text.remove(0);
    } else if let Some(inner) = quoted_formula(text) {
        *text = inner.to_owned();
    }
}

fn quoted_formula(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("=\"")?.strip_suffix('"')?;
    (!inner.contains('"')).then_some(inner)
}

/// A phone number or number with a sign: one sign, then digits with the punctuation of phones and numbers. A second
/// `+` would be a sum, and two hyphens in a row are no punctuation.
fn is_plain_number(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let starts_well = rest.starts_with(|c: char| c.is_ascii_digit() || c == '(' || c == '.');
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '.' | ',' | '-');
    digits > 0 && digits <= 20 && starts_well && rest.chars().all(allowed) && !rest.contains("--")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mark = if needs_guard(text) { "'" } else { "" };
        format!("{mark}{text}")
    }

    fn read(text: &str) -> String {
        let mut text = text.to_owned();
        restore(&mut text);
        text
    }

    #[test]
    fn formulas_are_marked() {
        for formula in [
            "=1+1",
            "@SUM(A1)",
            "+cmd|' /C calc'!A0",
            "-1+cmd|x",
            "+1+2",
            "\t=1",
            "-",
            "+",
            "-a",
            "--1",
        ] {
            assert_eq!(written(formula), format!("'{formula}"));
        }
    }

    #[test]
    fn phones_and_numbers_stay() {
        for plain in [
            "+34 612 345 678",
            "+972-50-123-4567",
            "+1 (212) 555-0100",
            "-5",
            "-1.234,50",
            "-.5",
            "050-1234567",
            "'quoted'",
            "",
        ] {
            assert_eq!(written(plain), plain);
        }
    }

    #[test]
    fn text_dressed_as_a_formula_is_undressed() {
        assert_eq!(read("=\"0501234567\""), "0501234567");
        assert_eq!(read("=\"a\"&\"b\""), "=\"a\"&\"b\"");
        assert_eq!(read("=\""), "=\"");
    }

    #[test]
    fn reading_undoes_writing_and_nothing_else() {
        for text in [
            "=1", "'=1", "''=1", "'", "'a", "+34 612", "'+34 612", "-x", "''-x",
        ] {
            assert_eq!(read(&written(text)), text);
        }
        assert_eq!(read("'+972501234567"), "'+972501234567");
        assert_eq!(read("'Ndrangheta"), "'Ndrangheta");
        assert_eq!(read(&written("=\"0501\"")), "=\"0501\"");
    }
}
