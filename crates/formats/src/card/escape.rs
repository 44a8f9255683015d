//! The backslashes of vCard values (RFC 6350, 3.4) and the carets of its parameters (RFC 6868).

/// A value as one text: `\n` a line break, any other known escape the character itself.
pub(super) fn unescaped(raw: &str) -> String {
    if !raw.contains('\\') {
        return raw.to_owned();
    }
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some('n' | 'N')) => {
                chars.next();
                text.push('\n');
            }
            ('\\', Some(&next @ ('\\' | ';' | ',' | ':' | '"'))) => {
                chars.next();
                text.push(next);
            }
            _ => text.push(c),
        }
    }
    text
}

/// A text as a value.
pub(super) fn escaped(text: &str) -> String {
    let mut raw = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => raw.push_str("\\n"),
            '\\' | ';' | ',' => raw.extend(['\\', c]),
            c => raw.push(c),
        }
    }
    raw
}

/// A value with every backslash a known escape and no line break in it, so that all versions and readers agree on it.
pub(super) fn canonical(raw: &str) -> String {
    if !raw.contains(['\\', '\n', '\r']) {
        return raw.to_owned();
    }
    let mut text = String::with_capacity(raw.len() + 8);
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\r', Some('\n')) => {}
            ('\n' | '\r', _) => text.push_str("\\n"),
            ('\\', Some(&next @ ('n' | 'N' | '\\' | ';' | ','))) => {
                chars.next();
                text.extend(['\\', next.to_ascii_lowercase()]);
            }
            ('\\', Some(&next @ (':' | '"'))) => {
                chars.next();
                text.push(next);
            }
            ('\\', _) => text.push_str("\\\\"),
            _ => text.push(c),
        }
    }
    text
}

/// The pieces between separators that no backslash stands before, with their backslashes.
pub(super) fn split(raw: &str, separator: char) -> Vec<&str> {
    let mut after_backslash = false;
    raw.split(move |c: char| {
        let here = c == separator && !after_backslash;
        after_backslash = c == '\\' && !after_backslash;
        here
    })
    .collect()
}

/// The fields of a structured value, each as text. Several values in one field (`Philip,Paul`) are read as text too.
pub(super) fn fields(raw: &str) -> Vec<String> {
    let fields = split(raw, ';').into_iter();
    fields.map(|f| unescaped(f).trim().to_owned()).collect()
}

/// The values of a list, empty ones left out.
pub(super) fn list(raw: &str, separator: char) -> Vec<String> {
    let values = split(raw, separator).into_iter();
    let texts = values.map(|v| unescaped(v).trim().to_owned());
    texts.filter(|text| !text.is_empty()).collect()
}

pub(super) fn uncareted(value: &str) -> String {
    if !value.contains('^') {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        let replaced = match (c, chars.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('\'')) => '"',
            ('^', Some('^')) => '^',
            _ => {
                text.push(c);
                continue;
            }
        };
        chars.next();
        text.push(replaced);
    }
    text
}

/// A parameter's value as it is written, in quotes where it needs them.
pub(super) fn careted(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '^' => text.push_str("^^"),
            '\n' => text.push_str("^n"),
            '"' => text.push_str("^'"),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    let plain = |c: char| !matches!(c, ',' | ';' | ':' | '=') && !c.is_whitespace();
    if text.chars().all(plain) {
        text
    } else {
        format!("\"{text}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backslashes_are_read_as_phones_write_them() {
        assert_eq!(
            fields("A\\;B\\\\;C\\\\\\;;D;\\:E;\\\\\\\\"),
            ["A;B\\", "C\\;", "D", ":E", "\\\\"]
        );
        assert_eq!(unescaped("B\\C\\nD\\,"), "B\\C\nD,");
        assert_eq!(list("a, b\\,c,,d", ','), ["a", "b,c", "d"]);
    }

    #[test]
    fn every_text_survives_its_value() {
        for text in ["a;b,c\\d\ne", "\\n", "\\", "C:\\new", "x\\\n"] {
            assert_eq!(unescaped(&escaped(text)), text);
            assert_eq!(canonical(&escaped(text)), escaped(text));
        }
        assert_eq!(canonical("B\\C\\N\\:\r\nx"), "B\\\\C\\n:\\nx");
    }

    #[test]
    fn parameters_survive_theirs() {
        for text in ["a^b", "\"x\"", "a,b;c:d", "two\nlines", "plain"] {
            let written = careted(text);
            assert_eq!(uncareted(written.trim_matches('"')), text);
        }
    }
}
