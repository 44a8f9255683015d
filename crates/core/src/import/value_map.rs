//! Which values of a column are read as others, as the user said.

use std::borrow::Cow;
use std::collections::HashMap;

use super::types::ValueMapping;
use crate::values::{fold, split};

/// What values become, by their folded text; None leaves them out.
#[derive(Debug, Clone, Default)]
pub(super) struct ValueMap(HashMap<String, Option<String>>);

/// What two spellings of one value have in common.
fn key(value: &str) -> String {
    let folded = fold::fold(value);
    if folded.is_empty() {
        value.trim().to_owned()
    } else {
        folded
    }
}

impl ValueMap {
    pub fn new(mappings: &[ValueMapping]) -> Self {
        let of = |text: &Option<String>| {
            text.as_deref()
                .map(str::trim)
                .filter(|t| !t.is_empty())
                .map(str::to_owned)
        };
        Self(
            mappings
                .iter()
                .map(|m| (key(&m.value), of(&m.becomes)))
                .collect(),
        )
    }

    /// What values shall become, whether they are options of a list already or not.
    pub fn wanted(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(String::as_str)
    }

    pub fn decides(&self, value: &str) -> bool {
        self.0.contains_key(&key(value))
    }

    /// The text to read instead, and how many values are left out. In a list each value counts by itself, unless the whole
    /// cell is named.
    pub fn apply<'a>(&self, text: &'a str, is_list: bool) -> (Cow<'a, str>, u32) {
        if self.0.is_empty() {
            return (Cow::Borrowed(text), 0);
        }
        let instead = |value: &str| self.0.get(&key(value)).cloned();
        match instead(text) {
            Some(Some(other)) => return (Cow::Owned(other), 0),
            Some(None) => return (Cow::Borrowed(""), 1),
            None if !is_list => return (Cow::Borrowed(text), 0),
            None => {}
        }
        let mut left_out = 0;
        let kept: Vec<String> = split::list(text)
            .into_iter()
            .filter_map(|value| {
                let kept = instead(value).unwrap_or_else(|| Some(value.to_owned()));
                left_out += u32::from(kept.is_none());
                kept
            })
            .collect();
        let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
        (Cow::Owned(split::join(&kept)), left_out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map() -> ValueMap {
        let of = |value: &str, becomes: Option<&str>| ValueMapping {
            value: value.to_owned(),
            becomes: becomes.map(str::to_owned),
        };
        ValueMap::new(&[
            of("Rot", Some("red")),
            of("??", None),
            of("a; b", Some("both")),
        ])
    }

    #[test]
    fn values_become_others_or_are_left_out() {
        for (text, expected) in [("ROT", ("red", 0)), ("??", ("", 1)), ("blau", ("blau", 0))] {
            let (read, left_out) = map().apply(text, false);
            assert_eq!((read.as_ref(), left_out), expected);
        }
        assert_eq!(map().apply("rot, blau", false).0, "rot, blau");
    }

    #[test]
    fn in_a_list_each_value_counts() {
        let (read, left_out) = map().apply("rot; blau; ??", true);
        assert_eq!((read.as_ref(), left_out), ("red, blau", 1));
        assert_eq!(
            map().apply("a; b", true).0,
            "both",
            "a whole cell comes first"
        );
    }
}
