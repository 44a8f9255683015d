//! The single-valued fields of a contact: their codes and the columns that hold them.

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
