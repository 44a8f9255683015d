//! Headers made comparable. `normalize_header` is the public way of comparing
//! two headers and keeps what distinguishes them; `Header` is what the guesses
//! work on, folded further.

use crate::values::characters::is_invisible;
use crate::values::fold::fold;
use unicode_normalization::UnicodeNormalization;

/// The two columns that a file of rejected rows has more than its source.
pub const REASON_HEADER: &str = "Not imported because";
pub const HINT_HEADER: &str = "How to mend it";

/// The header without invisible marks, in NFC and lower case, without
/// apostrophes; `_`, `-`, `.` and blanks of all kinds are one blank.
pub fn normalize_header(text: &str) -> String {
    let lower: String = text
        .nfc()
        .filter(|c| !is_invisible(*c) && !matches!(c, '\'' | '\u{2018}' | '\u{2019}'))
        .map(|c| match c {
            '_' | '-' | '.' => ' ',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text that is the same for the same columns in the same order, by which a
/// mapping is remembered. The two columns of a rejects file are left out, so
/// that a mended file is known again; so are empty columns at the end.
pub fn signature(headers: &[&str]) -> String {
    let own = [REASON_HEADER, HINT_HEADER].map(normalize_header);
    let normalized: Vec<String> = headers
        .iter()
        .map(|header| normalize_header(header))
        .filter(|header| !own.contains(header))
        .collect();
    let end = normalized
        .iter()
        .rposition(|header| !header.is_empty())
        .map_or(0, |last| last + 1);
    format!("{:032x}", fnv_1a(&normalized[..end].join("\u{1f}")))
}

/// FNV-1a with 128 bits: the same on every machine and in every version.
fn fnv_1a(text: &str) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    text.bytes().fold(BASIS, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(PRIME)
    })
}

/// The header without its number, and the number, where it has exactly one: "Address 2 - City".
pub fn numbered(text: &str) -> Option<(String, u8)> {
    let header = Header::new(text);
    header.bare.zip(header.number)
}

/// A header taken apart for guessing.
#[derive(Debug, Clone)]
pub struct Header {
    /// Folded, without blanks: "E-mail Address", "EmailAddress" and
    /// "email_address" are one.
    pub key: String,
    /// The key without its number, where it has exactly one.
    pub bare: Option<String>,
    pub number: Option<u8>,
    /// The folded words, numbers left out.
    pub words: Vec<String>,
}

/// Numbers above this are no count of e-mails or phones.
const LARGEST_NUMBER: u8 = 20;

impl Header {
    pub fn new(text: &str) -> Header {
        // Headers of a few dozen characters are words, longer ones are texts.
        const LONGEST: usize = 100;
        let text: String = text.chars().take(LONGEST).collect();
        let folded = fold(&text);
        let key = folded.replace(' ', "");
        let (bare, number) = without_number(&key).unzip();
        let words = folded
            .split(' ')
            .map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        Header {
            key,
            bare,
            number,
            words,
        }
    }
}

fn without_number(key: &str) -> Option<(String, u8)> {
    let digit = |c: char| c.is_ascii_digit();
    let begin = key.find(digit)?;
    let digits = &key[begin..];
    let end = digits.find(|c| !digit(c)).unwrap_or(digits.len());
    let number: u8 = digits[..end].parse().ok()?;
    let rest = format!("{}{}", &key[..begin], &digits[end..]);
    let single = (1..=LARGEST_NUMBER).contains(&number) && !rest.contains(digit);
    (single && rest.len() > 1).then_some((rest, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_compared_without_what_does_not_distinguish_them() {
        let names = [
            "\u{feff}Manager's  Name ",
            "managers_name",
            "MANAGER’S-NAME",
            "Managers\u{a0}Name\u{200f}",
            "managers.name",
        ];
        for name in names {
            assert_eq!(normalize_header(name), "managers name", "{name}");
        }
        assert_eq!(normalize_header("Tél. professionnel "), "tél professionnel");
        assert_eq!(normalize_header("Te\u{301}l"), "tél");
        assert_ne!(normalize_header("Téléphone"), normalize_header("Telephone"));
    }

    #[test]
    fn a_signature_names_the_columns_in_order() {
        let names = ["First Name", "E-mail"];
        let same = ["first_name", "E-Mail ", REASON_HEADER, HINT_HEADER, ""];
        assert_eq!(signature(&names), signature(&same));
        assert_ne!(signature(&names), signature(&["E-mail", "First Name"]));
        assert_ne!(signature(&["a", "b"]), signature(&["ab"]));
        assert_ne!(signature(&["", "a"]), signature(&["a"]));
        // Remembered mappings are found by it, so it never changes.
        assert_eq!(signature(&names), "4ef4ed9122460df2fbef2a6d29bd8cdf");
        assert_eq!(signature(&["a"]), "d228cb696f1a8caf78912b704e4a8964");
    }

    #[test]
    fn the_number_of_a_header_is_set_apart() {
        let header = Header::new("E-mail 2 - Value");
        assert_eq!(header.key, "email2value");
        assert_eq!(header.bare.as_deref(), Some("emailvalue"));
        assert_eq!(header.number, Some(2));
        assert_eq!(header.words, ["e", "mail", "value"]);
        assert_eq!(Header::new("Phone2").number, Some(2));
        for none in ["Phone", "2024", "Line 1 of 2", "Room 101", "x1"] {
            assert_eq!(Header::new(none).number, None, "{none}");
        }
    }
}
