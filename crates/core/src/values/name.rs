//! Names of people: how the parts are shown together, in what order names stand
//! in a list, whether two names can be the same person's, and what the parts of a
//! name in one piece are, where that is certain. No name is ever corrected here.

mod compare;
mod family;
mod key;
mod split;
mod titles;

use super::characters::is_east_asian;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use std::borrow::Cow;
use std::sync::LazyLock;

pub use compare::clearly_different;
pub use key::{NameKey, key};
pub use split::{Split, split};

/// The parts of a name as a contact holds them. `full` is a name of which the
/// parts are not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NameParts<'a> {
    pub prefix: Option<&'a str>,
    pub first: Option<&'a str>,
    pub middle: Option<&'a str>,
    pub last: Option<&'a str>,
    pub suffix: Option<&'a str>,
    pub nickname: Option<&'a str>,
    pub full: Option<&'a str>,
}

/// The name to show. The full name serves where first, middle and last are
/// empty, the nickname where there is nothing else.
pub fn display(parts: &NameParts) -> Option<String> {
    let core = [parts.first, parts.middle, parts.last].map(tidy);
    if core.iter().all(Option::is_none) {
        let whole = tidy(parts.full).or_else(|| tidy(parts.nickname));
        return whole.map(Cow::into_owned);
    }
    let [first, middle, last] = core;
    let (prefix, suffix) = (tidy(parts.prefix), tidy(parts.suffix));
    let eastern = [&first, &middle, &last]
        .into_iter()
        .flatten()
        .all(|part| part.contains(is_east_asian));
    if !eastern {
        return Some(joined([prefix, first, middle, last, suffix], " "));
    }
    // Family name first and written together; titles follow the name.
    let name = joined([last, first, middle], "");
    Some(joined([Some(name.into()), prefix, suffix], " "))
}

fn joined<const N: usize>(parts: [Option<Cow<str>>; N], between: &str) -> String {
    let mut whole = String::with_capacity(32);
    for part in parts.into_iter().flatten() {
        if !whole.is_empty() {
            whole.push_str(between);
        }
        whole.push_str(&part);
    }
    whole
}

/// `part` with single blanks, unless it is blank.
fn tidy(part: Option<&str>) -> Option<Cow<'_, str>> {
    let part = part?.trim();
    let is_tidy = |part: &str| {
        let blank = |byte: u8| char::from(byte).is_whitespace();
        let mut pairs = part.bytes().zip(part.bytes().skip(1));
        part.is_ascii() && !pairs.any(|(a, b)| blank(a) && (a != b' ' || blank(b)))
    };
    if part.is_empty() || is_tidy(part) {
        return (!part.is_empty()).then_some(Cow::Borrowed(part));
    }
    let words: Vec<&str> = part.split_whitespace().collect();
    Some(Cow::Owned(words.join(" ")))
}

/// Bytes whose order is the order of names as people of many languages expect
/// it: Émile beside Emile, Łukasz beside Lukasz, case last of all.
pub fn sort_key(display: &str) -> Vec<u8> {
    static COLLATOR: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
        Collator::try_new(Default::default(), CollatorOptions::default())
            .expect("the root collation is compiled in")
    });
    let mut key = Vec::with_capacity(2 * display.len() + 8);
    let Ok(()) = COLLATOR.write_sort_key_to(display, &mut key);
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts<'a>(first: &'a str, last: &'a str) -> NameParts<'a> {
        NameParts {
            first: Some(first),
            last: Some(last),
            ..NameParts::default()
        }
    }

    #[test]
    fn western_names_stand_in_reading_order() {
        let whole = NameParts {
            prefix: Some("Dr."),
            middle: Some("R."),
            suffix: Some("Jr."),
            nickname: Some("Noni"),
            full: Some("ignored"),
            ..parts(" Noa ", "Levi  Cohen")
        };
        assert_eq!(
            display(&whole).as_deref(),
            Some("Dr. Noa R. Levi Cohen Jr.")
        );
        assert_eq!(display(&parts("Noa", " ")).as_deref(), Some("Noa"));
    }

    #[test]
    fn east_asian_names_begin_with_the_family() {
        assert_eq!(display(&parts("美玲", "陳")).as_deref(), Some("陳美玲"));
        assert_eq!(display(&parts("민준", "김")).as_deref(), Some("김민준"));
        let titled = NameParts {
            prefix: Some("博士"),
            ..parts("太郎", "山田")
        };
        assert_eq!(display(&titled).as_deref(), Some("山田太郎 博士"));
        assert_eq!(
            display(&parts("美玲", "Chan")).as_deref(),
            Some("美玲 Chan")
        );
    }

    #[test]
    fn the_full_name_and_the_nickname_fill_in() {
        let full = NameParts {
            full: Some("Noa  Levi"),
            nickname: Some("Noni"),
            prefix: Some("Dr."),
            ..NameParts::default()
        };
        assert_eq!(display(&full).as_deref(), Some("Noa Levi"));
        let nickname = NameParts {
            nickname: Some("Noni"),
            ..parts("", "")
        };
        assert_eq!(display(&nickname).as_deref(), Some("Noni"));
        assert_eq!(display(&NameParts::default()), None);
        let title = NameParts {
            prefix: Some("Dr."),
            ..NameParts::default()
        };
        assert_eq!(display(&title), None);
    }

    #[test]
    fn accents_and_strokes_sort_beside_their_letters() {
        let mut names = [
            "Zoe", "émile", "Lukaszek", "Emilia", "Łukasz", "Emile", "Lukasz", "Émile", "Lukas",
            "Åke", "Anna Zed", "Annabel", "נועה", "Oz", "Øyvind", "Ömer",
        ];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            [
                "Åke", "Anna Zed", "Annabel", "Emile", "émile", "Émile", "Emilia", "Lukas",
                "Lukasz", "Łukasz", "Lukaszek", "Ömer", "Øyvind", "Oz", "Zoe", "נועה",
            ]
        );
    }

    proptest! {
        #[test]
        fn nothing_panics(text in any::<String>()) {
            let parts = NameParts { last: Some(&text), ..parts(&text, &text) };
            let _ = display(&parts);
            let _ = sort_key(&text);
            let key = key(&parts);
            prop_assert!(!clearly_different(&key, &key));
        }
    }
}
