//! Names of attached files: whatever a file was called where it came from, the name that is kept can be shown, and can be
//! written on every system without meaning a place, a device or another file.

use unicode_normalization::UnicodeNormalization;

/// Every file system takes this much, with room for what a copy adds.
const MOST_BYTES: usize = 200;

/// Names that Windows gives to devices, with any ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
const RESERVED: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
const NUMBERED: [&str; 2] = ["COM", "LPT"];

/// The name to keep for what somebody called a file: its last part, without characters that some system takes for
/// something else, not reserved, not too long.
pub(super) fn safe(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.nfc().filter_map(plain).collect();
    let plain = plain.trim_start().trim_end_matches(trailing);
    let name = match plain {
        "" | "." | ".." => "file".to_owned(),
        _ if is_reserved(plain) => format!("_{plain}"),
        _ => plain.to_owned(),
    };
    shortened(name)
}

/// The ending without its dot, in lower case; none where the name only begins with a dot.
pub(super) fn ending(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let fits = !stem.is_empty() && !ending.is_empty() && !ending.contains(char::is_whitespace);
    fits.then(|| ending.to_lowercase())
}

fn plain(c: char) -> Option<char> {
    match c {
        // They turn the order of letters around, so that a name says one thing and means another.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => Some('_'),
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

/// Windows drops them silently.
fn trailing(c: char) -> bool {
    c == '.' || c.is_whitespace()
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let upper = stem.to_uppercase();
    let numbered = NUMBERED.iter().any(|device| {
        let number = upper.strip_prefix(device).map(|rest| rest.chars());
        number.is_some_and(|mut rest| {
            rest.next()
                .is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c))
                && rest.next().is_none()
        })
    });
    numbered || RESERVED.contains(&upper.as_str())
}

/// Cut in the middle: the ending says what it is.
fn shortened(name: String) -> String {
    if name.len() <= MOST_BYTES {
        return name;
    }
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| format!(".{ending}"))
        .filter(|ending| ending.len() <= 20)
        .unwrap_or_default();
    let room = name.floor_char_boundary(MOST_BYTES - ending.len());
    format!("{}{ending}", name[..room].trim_end_matches(trailing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_stay_as_they_are() {
        for name in [
            "Contract 2026.pdf",
            "חוזה.pdf",
            "Łódź – plan (2).xlsx",
            "写真.jpg",
            ".profile",
            "console.txt",
            "COM10.txt",
            "no ending",
            "a.tar.gz",
        ] {
            assert_eq!(safe(name), name);
        }
    }

    #[test]
    fn hostile_names_become_plain_ones() {
        for (name, kept) in [
            ("../../etc/passwd", "passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            ("/etc/shadow", "shadow"),
            ("C:\\Users\\x\\a.txt", "a.txt"),
            ("C:x.txt", "C_x.txt"),
            ("..", "file"),
            (".", "file"),
            ("", "file"),
            ("  ", "file"),
            ("a/", "file"),
            ("con", "_con"),
            ("NUL.txt", "_NUL.txt"),
            ("Com1 .log", "_Com1 .log"),
            ("LPT³", "_LPT³"),
            ("letter.exe. . ", "letter.exe"),
            ("invoice\u{202E}fdp.exe", "invoicefdp.exe"),
            ("two\nlines\0.txt", "twolines.txt"),
            ("what?.txt", "what_.txt"),
            ("e\u{301}.txt", "é.txt"),
        ] {
            assert_eq!(safe(name), kept, "{name:?}");
        }
    }

    #[test]
    fn long_names_are_cut_and_keep_their_ending() {
        let long = safe(&format!("{}.pdf", "ש".repeat(300)));
        assert!(
            long.len() <= MOST_BYTES && long.ends_with("ש.pdf"),
            "{long}"
        );
        assert_eq!(safe(&"x".repeat(300)).len(), MOST_BYTES);
        assert_eq!(safe(&format!("a.{}", "x".repeat(300))).len(), MOST_BYTES);
    }

    #[test]
    fn a_safe_name_is_safe_again() {
        for name in ["CON", "../..", "a\u{202E}.", "x:y", &"ש".repeat(150)] {
            assert_eq!(safe(&safe(name)), safe(name));
        }
    }

    #[test]
    fn endings() {
        let read = ["a.PDF", "a", ".profile", "a.", "Mr. Smith", "a.tar.gz"].map(ending);
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(read, [some("pdf"), None, None, None, None, some("gz")]);
    }
}
