//! Columns that say what kind of a phone, e-mail or address stands beside them: Google's `Phone 1 - Type` (old) or
//! `Phone 1 - Label` (new) beside `Phone 1 - Value`.

use std::borrow::Cow;
use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::fields::{AddressLabel, Target};
use crate::guess::{self, normalize_header};
use crate::points::{Kind, PointField};

/// For each column the one (0-based) that labels it. `free` tells the columns that nothing else is made of.
pub(super) fn labelled_by(headers: &[&str], free: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let keys: Vec<String> = headers.iter().map(|h| normalize_header(h)).collect();
    let mut labelled_by = vec![None; keys.len()];
    for (label, key) in keys.iter().enumerate().filter(|(i, _)| free(*i)) {
        let Some(stem) = key
            .strip_suffix(" type")
            .or_else(|| key.strip_suffix(" label"))
        else {
            continue;
        };
        let is_numbered = stem.ends_with(|c: char| c.is_ascii_digit());
        for (i, key) in keys.iter().enumerate() {
            let below = key
                .strip_prefix(stem)
                .and_then(|rest| rest.strip_prefix(' '));
            if i != label && (key == stem || (is_numbered && below.is_some())) {
                labelled_by[i] = Some(label);
            }
        }
    }
    labelled_by
}

/// What a point is, by its column and the word beside it. A word that is none of the known labels is one as it stands.
pub(super) fn point(field: &'static PointField, word: &str) -> (Kind, Option<Cow<'static, str>>) {
    let word = word.trim_start_matches('*').trim();
    if word.is_empty() || field.label.is_some() {
        return (field.kind, field.label.map(Cow::Borrowed));
    }
    let own = || (field.kind, Some(Cow::Owned(word.to_lowercase())));
    let noun = match field.kind {
        Kind::Phone => "phone",
        Kind::Email => "e-mail",
        // A profile among the websites.
        Kind::Website => {
            let mut all = PointField::ALL.iter();
            let profile = all.find(|f| f.kind == Kind::Social && f.label_text == word);
            return profile.map_or_else(own, |f| (f.kind, f.label.map(Cow::Borrowed)));
        }
        _ => return own(),
    };
    match meant(word, noun).as_deref().map(PointField::by_code) {
        Some(Some(known)) if known.kind != field.kind || known.label.is_some() => {
            (known.kind, known.label.map(Cow::Borrowed))
        }
        _ => own(),
    }
}

/// Which address is meant, by its column and the word beside it; none where no address is labelled so.
pub(super) fn address(of_column: AddressLabel, word: &str) -> Option<AddressLabel> {
    let word = word.trim_start_matches('*').trim();
    if word.is_empty() {
        return Some(of_column);
    }
    let named = AddressLabel::by_name(&word.to_lowercase()).or_else(|| {
        match meant(word, "street").as_deref().map(Target::parse) {
            // What is no label at all reads as the street of any address.
            Some(Target::Address(meant, _)) if meant != AddressLabel::Physical => Some(meant),
            _ => None,
        }
    });
    match of_column {
        AddressLabel::Physical => named,
        // The header says it; the word may say it once more.
        _ => Some(of_column).filter(|_| named == Some(of_column)),
    }
}

/// The field of a column that had both words for a header; remembered, since a file has few such words.
fn meant(word: &str, noun: &'static str) -> Option<String> {
    const MOST: usize = 500;
    type Known = FxHashMap<(&'static str, String), Option<String>>;
    thread_local! {
        static READ: RefCell<Known> = RefCell::default();
    }
    READ.with_borrow_mut(|read| {
        let key = (noun, word.to_owned());
        if let Some(field) = read.get(&key) {
            return field.clone();
        }
        let field = guess::field_of_header(&format!("{word} {noun}"));
        if read.len() < MOST {
            read.insert(key, field.clone());
        }
        field
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_labels_those_of_its_number_or_name() {
        let headers = [
            "E-mail 1 - Type",
            "E-mail 1 - Value",
            "Address 1 - Label",
            "Address 1 - Street",
            "Address 1 - City",
            "Address 2 - Street",
            "Phone",
            "Phone type",
            "Contact type",
            "Contact person",
        ];
        let found = labelled_by(&headers, |i| i != 1);
        let expected = [
            None,
            Some(0),
            None,
            Some(2),
            Some(2),
            None,
            Some(7),
            None,
            None,
            None,
        ];
        assert_eq!(found, expected);
        assert_eq!(labelled_by(&headers, |_| false), [None; 10]);
    }

    #[test]
    fn words_in_many_languages_are_labels() {
        let plain = |code: &str| PointField::by_code(code).unwrap();
        let of = |code: &str, word: &str| {
            let (kind, label) = point(plain(code), word);
            (kind, label.map(Cow::into_owned))
        };
        let phone = |label: &str| (Kind::Phone, Some(label.to_owned()));
        assert_eq!(of("phone", "Mobile"), phone("mobile"));
        assert_eq!(of("phone", "* Handy"), phone("mobile"));
        assert_eq!(of("phone", "נייד"), phone("mobile"));
        assert_eq!(of("phone", "Work"), phone("office"));
        assert_eq!(of("phone", "Work Fax"), (Kind::Fax, None));
        assert_eq!(of("phone", "Summer house"), phone("summer house"));
        assert_eq!(of("phone", ""), (Kind::Phone, None));
        assert_eq!(
            of("phone_home", "Mobile"),
            phone("home"),
            "the header says it"
        );
        assert_eq!(of("email", "* Work"), (Kind::Email, Some("work".into())));
        assert_eq!(
            of("website", "Blog"),
            (Kind::Website, Some("blog".to_owned()))
        );
        assert_eq!(
            of("messaging", "Jabber"),
            (Kind::Messaging, Some("jabber".into()))
        );
        let profile = (Kind::Social, Some("linkedin".to_owned()));
        assert_eq!(of("website", "LinkedIn"), profile);
    }

    #[test]
    fn an_address_has_one_of_few_labels() {
        use AddressLabel::{Billing, Home, Physical};
        assert_eq!(address(Physical, "Home"), Some(Home));
        assert_eq!(address(Physical, "* Billing"), Some(Billing));
        assert_eq!(address(Physical, ""), Some(Physical));
        assert_eq!(address(Physical, "Somewhere"), None);
        assert_eq!(address(Home, "home"), Some(Home));
        assert_eq!(address(Home, "Billing"), None);
    }
}
