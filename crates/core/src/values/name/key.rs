//! A name made comparable: folded, without titles, its given names apart from
//! the family name where they are known.

use super::NameParts;
use super::titles::is_title;
use crate::values::fold::fold;

/// A compact, folded name. Equal keys are equal names; two different keys may
/// still be the same person's, see [`super::clearly_different`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct NameKey {
    /// `given names/family name`, or the whole name where the parts are not
    /// known. Folded text holds no slash.
    text: Box<str>,
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Words<'a> {
    Parts { given: &'a str, family: &'a str },
    Whole(&'a str),
}

/// The key of a name. The nickname alone is no name.
pub fn key(parts: &NameParts) -> NameKey {
    let given = words([parts.first, parts.middle]);
    let family = words([parts.last, None]);
    let text = if given.is_empty() && family.is_empty() {
        words([parts.full, None])
    } else {
        format!("{given}/{family}")
    };
    NameKey { text: text.into() }
}

/// The folded words of `parts` without titles; only titles, all of them.
fn words(parts: [Option<&str>; 2]) -> String {
    let folded = fold(&parts.map(Option::unwrap_or_default).join(" "));
    let names: Vec<&str> = folded.split(' ').filter(|word| !is_title(word)).collect();
    if names.is_empty() {
        folded
    } else {
        names.join(" ")
    }
}

impl NameKey {
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn words(&self) -> Words<'_> {
        match self.text.split_once('/') {
            Some((given, family)) => Words::Parts { given, family },
            None => Words::Whole(&self.text),
        }
    }
}
