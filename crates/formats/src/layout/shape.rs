//! What a cell looks like, as far as it tells a header from data.

use crate::cell::Cell;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Nothing,
    Words,
    Email,
    Phone,
    Date,
    Number,
    /// Four digits that may be a year, which a header can be called too.
    Year,
    Link,
}

impl Shape {
    pub fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Empty => Self::Nothing,
            Cell::Text(text) => Self::of_text(text.trim()),
            Cell::Number(number) if (1900.0..2100.0).contains(number) => Self::Year,
            Cell::Number(_) | Cell::Bool(_) => Self::Number,
            Cell::Date(_) | Cell::DateTime(_) | Cell::Time(_) => Self::Date,
            Cell::Error(_) | Cell::Picture(_) => Self::Words,
        }
    }

    fn of_text(text: &str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else if is_email(text) {
            Self::Email
        } else if text.contains("://") || text.starts_with("www.") {
            Self::Link
        } else if is_date(text) {
            Self::Date
        } else if is_year(text) {
            Self::Year
        } else if is_number(text) {
            Self::Number
        } else if is_phone(text) {
            Self::Phone
        } else {
            Self::Words
        }
    }

    /// Whether such a cell stands in rows of data and hardly ever in a header.
    pub fn is_data(self) -> bool {
        !matches!(self, Self::Nothing | Self::Words)
    }

    /// Phones may be numbers and numbers phones; otherwise shapes have to be the same.
    pub fn is_like(self, other: Self) -> bool {
        let digits = |shape| matches!(shape, Self::Phone | Self::Number);
        self == other || (digits(self) && digits(other))
    }
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !text.contains(char::is_whitespace)
    })
}

fn digits(text: &str) -> usize {
    text.chars().filter(|c| c.is_numeric()).count()
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year| (1900..2100).contains(&year))
}

fn is_number(text: &str) -> bool {
    let digits_only = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '%');
    digits(text) > 0 && text.chars().all(digits_only)
}

fn is_phone(text: &str) -> bool {
    let punctuation = |c: char| matches!(c, '+' | '-' | '.' | '/' | '(' | ')' | ' ' | '\u{a0}');
    let allowed = |c: char| c.is_numeric() || punctuation(c);
    digits(text) >= 6 && text.chars().all(allowed)
}

/// Three groups of digits between the same marks, as 2021-01-31, 31.1.2021 or 1/31/21.
fn is_date(text: &str) -> bool {
    let day = text.split([' ', 'T']).next().unwrap_or(text);
    ['-', '.', '/'].into_iter().any(|mark| {
        let groups: Vec<&str> = day.split(mark).collect();
        let short = |group: &&str| {
            (1..=4).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit())
        };
        groups.len() == 3 && day.len() <= 10 && groups.iter().all(short)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_apart() {
        let of = |text: &str| Shape::of(&Cell::Text(text.into()));
        assert_eq!(of("noa@example.com"), Shape::Email);
        assert_eq!(of("E-mail @ work"), Shape::Words);
        assert_eq!(of("+972 50-123 4567"), Shape::Phone);
        assert_eq!(of("0501234567"), Shape::Number);
        assert_eq!(of("31.1.2021"), Shape::Date);
        assert_eq!(of("2021-01-31 10:00"), Shape::Date);
        assert_eq!(of("2021"), Shape::Year);
        assert_eq!(Shape::of(&Cell::Number(2021.0)), Shape::Year);
        assert_eq!(of("Phone 2"), Shape::Words);
        assert_eq!(of("https://example.com"), Shape::Link);
        assert_eq!(of(" "), Shape::Nothing);
        assert!(Shape::Phone.is_like(Shape::Number));
        assert!(!Shape::Phone.is_like(Shape::Email));
    }
}
