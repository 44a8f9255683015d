//! Names of files made of values: nothing in them that a system forbids or reads otherwise, and none twice.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use crate::values::characters::is_invisible;

/// Those without a value.
const NONE: &str = "(none)";
/// What Windows takes for a device, whatever stands behind a dot.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
const NUMBERED: [&str; 2] = ["com", "lpt"];
/// In bytes; with a number and an ending every file system takes it.
const LONGEST: usize = 120;

/// Gives out names that are free in a folder.
pub(super) struct Names<'a> {
    ending: &'a str,
    /// In lower case: many systems don't tell capitals apart.
    taken: HashSet<String>,
}

impl<'a> Names<'a> {
    /// # Errors
    /// Where the folder can't be read.
    pub fn new(folder: &Path, ending: &'a str) -> io::Result<Self> {
        let there = folder.read_dir()?.map(|entry| {
            let name = entry?.file_name();
            Ok(name.to_string_lossy().to_lowercase())
        });
        Ok(Self {
            ending,
            taken: there.collect::<io::Result<_>>()?,
        })
    }

    /// The name of a value's file. What stands in the folder already is left alone: then the name gets a number.
    pub fn give(&mut self, value: Option<&str>) -> String {
        let stem = value.map_or_else(|| NONE.to_owned(), safe);
        let mut number = 1;
        loop {
            let name = match number {
                1 => format!("{stem}.{}", self.ending),
                n => format!("{stem} ({n}).{}", self.ending),
            };
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// A value as the name of a file, without its ending.
fn safe(value: &str) -> String {
    let allowed = |c: char| match c {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '_',
        c if c.is_control() => '_',
        c => c,
    };
    let unseen = |c: char| is_invisible(c) || matches!(c, '\u{200b}'..='\u{200f}');
    let seen = value.chars().filter(|c| !unseen(*c));
    let plain: String = seen.map(allowed).collect();
    let plain = shortened(plain.trim());
    let plain = plain.trim_end_matches(['.', ' ']);
    match plain {
        "" => "_".to_owned(),
        // A file that systems hide, or a device.
        plain if plain.starts_with('.') || is_reserved(plain) => format!("_{plain}"),
        plain => plain.to_owned(),
    }
}

fn shortened(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn is_reserved(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_lowercase();
    let is_numbered = |device: &&str| {
        let number = stem.strip_prefix(*device).unwrap_or_default();
        let mut digits = number.chars();
        let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³');
        digits.next().is_some_and(is_digit) && digits.next().is_none()
    };
    RESERVED.contains(&stem.as_str()) || NUMBERED.iter().any(is_numbered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hostile_values_are_plain_names() {
        for (value, expected) in [
            ("Haifa", "Haifa"),
            ("../../etc/passwd", "_.._.._etc_passwd"),
            ("a/b:c*d", "a_b_c_d"),
            ("CON", "_CON"),
            ("com1.txt", "_com1.txt"),
            ("lpt²", "_lpt²"),
            ("company", "company"),
            ("com12", "com12"),
            ("nul .x", "_nul .x"),
            ("Ltd. ", "Ltd"),
            ("...", "_"),
            (".profile", "_.profile"),
            (" \u{202e}fdp.exe ", "fdp.exe"),
            ("a\nb\0c", "a_b_c"),
            ("\u{200b}", "_"),
        ] {
            assert_eq!(safe(value), expected, "{value:?}");
        }
        assert_eq!(safe(&"ש".repeat(200)), "ש".repeat(60));
    }

    #[test]
    fn no_name_is_given_twice_or_is_there_already() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("Haifa.csv"), "").unwrap();
        let mut names = Names::new(folder.path(), "csv").unwrap();
        let values = [
            Some("Haifa"),
            Some("haifa"),
            Some("a/b"),
            Some("A:b"),
            None,
            Some("(none)"),
        ];
        let given: Vec<String> = values.into_iter().map(|value| names.give(value)).collect();
        let expected = [
            "Haifa (2).csv",
            "haifa (3).csv",
            "a_b.csv",
            "A_b (2).csv",
            "(none).csv",
            "(none) (2).csv",
        ];
        assert_eq!(given, expected);
    }

    proptest! {
        #[test]
        fn any_value_is_one_name(value in any::<String>()) {
            let name = safe(&value);
            prop_assert!(!name.is_empty() && name.len() <= LONGEST + 1);
            let mut parts = Path::new(&name).components();
            let is_plain = matches!(parts.next(), Some(std::path::Component::Normal(part)) if part == name.as_str());
            prop_assert!(is_plain && parts.next().is_none());
            prop_assert!(!name.ends_with(['.', ' ']) && !is_reserved(&name));
        }
    }
}
