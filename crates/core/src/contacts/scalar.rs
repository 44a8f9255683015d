//! The single-valued fields of a contact: their codes and the columns that hold them.

use std::borrow::Cow;

use super::types::Contact;
use crate::values::split;

/// A field that is a column of `contacts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scalar {
    /// Field code and column name at once.
    pub code: &'static str,
    pub label: &'static str,
    pub kind: &'static str,
}

const fn scalar(code: &'static str, label: &'static str, kind: &'static str) -> Scalar {
    Scalar { code, label, kind }
}

impl Scalar {
    pub const NAMES: &[Scalar] = &[
        scalar("prefix", "Prefix", "text"),
        scalar("first_name", "First name", "text"),
        scalar("middle_name", "Middle name", "text"),
        scalar("last_name", "Last name", "text"),
        scalar("suffix", "Suffix", "text"),
        scalar("nickname", "Nickname", "text"),
        scalar("full_name", "Full name", "text"),
    ];

    pub const OTHERS: &[Scalar] = &[
        scalar("birthday", "Birthday", "date"),
        scalar("time_zone", "Time zone", "text"),
        scalar("language", "Language", "text"),
        scalar("lifecycle", "Lifecycle", "text"),
        scalar("preferred_channel", "Preferred channel", "text"),
        scalar("contact_frequency", "Contact frequency", "text"),
        scalar("content_topics", "Content topics", "list"),
        scalar("notes", "Notes", "long_text"),
        scalar("source", "Source", "text"),
    ];

    pub fn all() -> impl Iterator<Item = &'static Scalar> {
        Self::NAMES.iter().chain(Self::OTHERS)
    }

    pub fn by_code(code: &str) -> Option<&'static Scalar> {
        Self::all().find(|scalar| scalar.code == code)
    }
}

impl Contact {
    /// The value of a single-valued field.
    pub(crate) fn scalar(&self, code: &str) -> Option<Cow<'_, str>> {
        let value = match code {
            "content_topics" => {
                let topics: Vec<&str> = self.content_topics.iter().map(String::as_str).collect();
                return (!topics.is_empty()).then(|| split::join(&topics).into());
            }
            "preferred_channel" => &self.preferred_channel,
            "contact_frequency" => &self.contact_frequency,
            "prefix" => &self.prefix,
            "first_name" => &self.first_name,
            "middle_name" => &self.middle_name,
            "last_name" => &self.last_name,
            "suffix" => &self.suffix,
            "nickname" => &self.nickname,
            "full_name" => &self.full_name,
            "birthday" => &self.birthday,
            "time_zone" => &self.time_zone,
            "language" => &self.language,
            "lifecycle" => &self.lifecycle,
            "notes" => &self.notes,
            "source" => &self.source,
            _ => &None,
        };
        value.as_deref().map(Cow::from)
    }
}
