//! A name made comparable: folded, without titles, its given names apart from
//! the family name where they are known.

use super::NameParts;
use super::titles::is_title;
use crate::values::fold::fold_into;

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
    let mut text = String::with_capacity(48);
    let mut folded = String::with_capacity(48);
    words([parts.first, parts.middle], &mut folded, &mut text);
    text.push('/');
    words([parts.last, None], &mut folded, &mut text);
    if text == "/" {
        text.clear();
        words([parts.full, None], &mut folded, &mut text);
    }
    NameKey { text: text.into() }
}

/// Appends the folded words of `parts` without titles; only titles, all of them. `folded` is a buffer.
fn words(parts: [Option<&str>; 2], folded: &mut String, out: &mut String) {
    folded.clear();
    for part in parts.into_iter().flatten() {
        fold_into(part, folded);
    }
    let start = out.len();
    for word in folded
        .split(' ')
        .filter(|word| !word.is_empty() && !is_title(word))
    {
        if out.len() > start {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.len() == start {
        out.push_str(folded.trim_start());
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
