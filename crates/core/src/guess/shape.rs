//! What the values of a column look like. A shape is seen only where four values
//! in five have it; what that says of the header's claims is `weigh`'s.

use crate::values::date::{self, OrderGuess};
use crate::values::{country, email, yes_no};

/// What most values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// No values.
    Empty,
    Email,
    Phone,
    Url,
    /// Addresses of profiles, with the field that holds them.
    Profile(&'static str),
    Date,
    Country,
    /// Pairs of letters that are countries, and may be departments: "IT", "HR".
    CountryCode,
    TimeZone,
    /// Says opted out or active.
    Subscription,
    YesNo,
    /// "Dr.", "Frau": forms of address.
    Titles,
    Number,
    /// Single words with a capital: given names, surnames, cities.
    Word,
    /// Two or three of them: whole names.
    Words,
    Text,
}

type Test = fn(&str) -> bool;

/// In the order of asking: the first that fits is the shape.
const TESTS: [(Shape, Test); 16] = [
    (Shape::Email, is_email),
    (Shape::Profile("linkedin"), |v| {
        has_host(v, &["linkedin.com"])
    }),
    (Shape::Profile("facebook"), |v| {
        has_host(v, &["facebook.com", "fb.com"])
    }),
    (Shape::Profile("instagram"), |v| {
        has_host(v, &["instagram.com"])
    }),
    (Shape::Profile("x"), |v| {
        has_host(v, &["x.com", "twitter.com"])
    }),
    (Shape::Url, is_url),
    (Shape::Subscription, |v| yes_no::opted_out(v).is_some()),
    (Shape::YesNo, |v| yes_no::parse(v).is_some()),
    (Shape::Titles, is_title),
    (Shape::TimeZone, is_time_zone),
    (Shape::Phone, is_phone),
    (Shape::Number, is_number),
    (Shape::Country, is_country),
    (Shape::CountryCode, is_country_or_code),
    (Shape::Word, |v| names(v) == Some(1)),
    (Shape::Words, |v| matches!(names(v), Some(2 | 3))),
];

/// More values say no more, and looking at them takes time.
const MOST_SAMPLES: usize = 50;

pub fn of(samples: &[String]) -> Shape {
    let values: Vec<&str> = samples
        .iter()
        .map(|value| value.trim())
        .filter(|value| !value.is_empty())
        .take(MOST_SAMPLES)
        .collect();
    if values.is_empty() {
        return Shape::Empty;
    }
    if date::detect(values.iter().copied()) != OrderGuess::NotDates {
        return Shape::Date;
    }
    let most = |test: Test| values.iter().filter(|v| test(v)).count() * 5 >= values.len() * 4;
    TESTS
        .into_iter()
        .find(|(_, test)| most(*test))
        .map_or(Shape::Text, |(shape, _)| shape)
}

fn is_email(value: &str) -> bool {
    value
        .split([',', ';', ' '])
        .any(|part| email::parse(part).is_ok())
}

fn host(value: &str) -> Option<&str> {
    let lower = value.split_once("://").map_or(value, |(_, rest)| rest);
    let host = lower.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

fn has_host(value: &str, hosts: &[&str]) -> bool {
    host(value).is_some_and(|host| {
        hosts.iter().any(|known| {
            host.eq_ignore_ascii_case(known)
                || host
                    .to_ascii_lowercase()
                    .strip_suffix(known)
                    .is_some_and(|sub| sub.ends_with('.'))
        })
    })
}

fn is_url(value: &str) -> bool {
    let begins = |head: &str| {
        value
            .get(..head.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(head))
    };
    if value.contains(char::is_whitespace) {
        return false;
    }
    begins("http://") || begins("https://") || begins("www.") || is_bare_domain(value)
}

fn is_bare_domain(value: &str) -> bool {
    let Some((name, ending)) = host(value).and_then(|host| host.rsplit_once('.')) else {
        return false;
    };
    let letters = ending.chars().all(char::is_alphabetic) && (2..=12).contains(&ending.len());
    letters
        && name.len() >= 2
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || c == '-' || c == '.')
}

fn is_title(value: &str) -> bool {
    const TITLES: [&str; 36] = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "prof dr", "rev", "sir", "herr", "frau",
        "herr dr", "frau dr", "m", "mme", "mlle", "monsieur", "madame", "sr", "sra", "srta", "don",
        "dona", "sig", "sigra", "dott", "dhr", "mevr", "pan", "pani", "מר", "גב", "גברת", "דר",
        "г н",
    ];
    TITLES.contains(&crate::values::fold::fold(value).as_str())
}

fn is_time_zone(value: &str) -> bool {
    const AREAS: [&str; 10] = [
        "Africa",
        "America",
        "Antarctica",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
        "Etc",
    ];
    value
        .split_once('/')
        .is_some_and(|(area, city)| AREAS.contains(&area) && !city.is_empty())
}

/// Digits with something that only phone numbers have: a `+`, a leading zero,
/// brackets, several groups.
fn is_phone(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let allowed =
        |c: char| c.is_ascii_digit() || " +-().\u{2013}/\u{a0}\u{200e}\u{202a}\u{202c}".contains(c);
    let number = value.split(['x', 'e', ',', ';']).next().unwrap_or_default();
    let groups = number
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| group.len() > 1)
        .count();
    (7..=17).contains(&digits)
        && number.chars().all(allowed)
        && (value.starts_with(['+', '0', '(', '\u{200e}', '\u{202a}']) || groups >= 3)
}

fn is_number(value: &str) -> bool {
    value.parse::<f64>().is_ok_and(f64::is_finite)
}

fn is_country(value: &str) -> bool {
    value.len() > 2 && country::code_of(value).is_some()
}

fn is_country_or_code(value: &str) -> bool {
    country::code_of(value).is_some()
}

/// How many capitalized words without digits a value is.
fn names(value: &str) -> Option<usize> {
    const LONGEST_WORD: usize = 24;
    let name = |word: &str| {
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || "'’-.".contains(c));
        letters
            && word.chars().count() <= LONGEST_WORD
            && word.chars().next().is_some_and(|c| !c.is_lowercase())
    };
    value
        .split_whitespace()
        .all(name)
        .then(|| value.split_whitespace().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(values: &[&str]) -> Shape {
        of(&values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn values_show_what_they_are() {
        for (values, expected) in [
            (
                &["noa@x.com", "a@b.example; c@d.example"] as &[&str],
                Shape::Email,
            ),
            (
                &["050-1234567", "+44 161 496 0123", "(202) 555-0123"],
                Shape::Phone,
            ),
            (
                &[
                    "https://linkedin.com/in/noa",
                    "www.linkedin.com/in/tom",
                    "de.linkedin.com/in/a",
                ],
                Shape::Profile("linkedin"),
            ),
            (&["https://x.com/noa"], Shape::Profile("x")),
            (
                &["https://example.com/x.com", "example.org", "www.a.de"],
                Shape::Url,
            ),
            (&["12.3.1990", "1990-03-12"], Shape::Date),
            (&["Germany", "Israel", "France"], Shape::Country),
            (&["Germany", "IL", "DE"], Shape::CountryCode),
            (&["Europe/Berlin", "Asia/Jerusalem"], Shape::TimeZone),
            (&["unsubscribed", "Active"], Shape::Subscription),
            (&["yes", "no", "Ja"], Shape::YesNo),
            (&["Dr.", "Frau", "Mr"], Shape::Titles),
            (&["12345", "7.5"], Shape::Number),
            (&["Noa", "O'Neill", "Größer"], Shape::Word),
            (&["Noa Levi", "Tom van Jones"], Shape::Text),
            (&["Noa Levi", "Tom R. Jones"], Shape::Words),
            (&["12 Main Street", "see below"], Shape::Text),
            (&["", " "], Shape::Empty),
        ] {
            assert_eq!(shape(values), expected, "{values:?}");
        }
    }

    #[test]
    fn one_in_five_may_be_otherwise() {
        assert_eq!(
            shape(&["a@x.com", "b@x.com", "c@x.com", "d@x.com", "none at all"]),
            Shape::Email
        );
        assert_ne!(
            shape(&["a@x.com", "b@x.com", "c@x.com", "none at all"]),
            Shape::Email
        );
    }

    #[test]
    fn plain_numbers_and_codes_are_no_phones() {
        for values in [
            &["1234567", "7654321"] as &[&str],
            &["12345-6789"],
            &["1234567.50"],
            &["2026-11-22"],
        ] {
            assert_ne!(shape(values), Shape::Phone, "{values:?}");
        }
    }
}
