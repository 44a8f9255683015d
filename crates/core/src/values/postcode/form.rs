//! The forms that the postcodes of a country have: `9` stands for a digit, `A` for a letter. What parts them (blanks, hyphens)
//! and the country's letter in front ("D-", "CH-") are free, since people write them as they like.

use crate::values::characters::clean;
use crate::values::country::code_of;

/// A country, an example as it is written there, and the forms without what parts them.
type Forms = (&'static str, &'static str, &'static [&'static str]);

const FORMS: &[Forms] = &[
    ("AR", "C1425", &["9999", "A9999", "A9999AAA"]),
    ("AT", "1010", &["9999"]),
    ("AU", "2000", &["9999"]),
    ("BE", "1000", &["9999"]),
    ("BG", "1000", &["9999"]),
    ("BR", "01310-100", &["99999999"]),
    ("CA", "K1A 0B1", &["A9A9A9"]),
    ("CH", "8001", &["9999"]),
    ("CN", "100000", &["999999"]),
    ("CY", "1010", &["9999"]),
    ("CZ", "110 00", &["99999"]),
    ("DE", "10115", &["99999"]),
    ("DK", "1050", &["9999"]),
    ("EE", "10111", &["99999"]),
    ("ES", "28013", &["99999"]),
    ("FI", "00100", &["99999"]),
    ("FR", "75001", &["99999"]),
    (
        "GB",
        "SW1A 1AA",
        &[
            "A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA", "AAA9AA",
        ],
    ),
    ("GR", "105 57", &["99999"]),
    ("HR", "10000", &["99999"]),
    ("HU", "1051", &["9999"]),
    ("IL", "9103401", &["9999999", "99999"]),
    ("IN", "110001", &["999999"]),
    ("IS", "101", &["999"]),
    ("IT", "00184", &["99999"]),
    ("JP", "100-0001", &["9999999"]),
    ("KR", "03051", &["99999"]),
    ("LI", "9490", &["9999"]),
    ("LT", "01100", &["99999"]),
    ("LU", "1009", &["9999"]),
    ("LV", "1010", &["9999"]),
    ("MT", "VLT 1117", &["AAA9999"]),
    ("MX", "06000", &["99999"]),
    ("NL", "1012 AB", &["9999AA"]),
    ("NO", "0150", &["9999"]),
    ("NZ", "6011", &["9999"]),
    ("PL", "00-950", &["99999"]),
    ("PT", "1000-001", &["9999999", "9999"]),
    ("RO", "010011", &["999999"]),
    ("RU", "101000", &["999999"]),
    ("SE", "111 22", &["99999"]),
    ("SI", "1000", &["9999"]),
    ("SK", "811 01", &["99999"]),
    ("TR", "34000", &["99999"]),
    ("UA", "01001", &["99999"]),
    ("US", "20500", &["99999", "999999999"]),
    ("ZA", "8001", &["9999"]),
];

/// How a postcode of the country is written, where this one is written unlike any; nothing where it fits, where there is no
/// postcode or no country, or where the country's forms are not known. The country is an ISO code or a name.
pub fn unlike(raw: &str, country: Option<&str>) -> Option<&'static str> {
    let code = code_of(country?)?;
    let (_, example, forms) = FORMS.iter().find(|(known, ..)| *known == code)?;
    let cell = clean(raw);
    let written = form_of(&cell);
    let local = without_country(&cell).map(form_of);
    let fits = |form: &&str| *form == written || local.as_deref() == Some(*form);
    (!written.is_empty() && !forms.iter().any(fits)).then_some(*example)
}

/// What stands behind one to three letters and a hyphen: `D-10115`.
fn without_country(cell: &str) -> Option<&str> {
    let (letters, rest) = cell.split_once('-')?;
    let is_code =
        (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic());
    is_code.then_some(rest)
}

fn form_of(cell: &str) -> String {
    let signs = cell.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let form = signs.map(|sign| match sign {
        '0'..='9' => '9',
        sign if sign.is_ascii_alphabetic() => 'A',
        other => other,
    });
    form.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_example_has_the_form_of_its_country_whatever_parts_it() {
        for (country, example, _) in FORMS {
            assert_eq!(unlike(example, Some(country)), None, "{country}");
            let bare: String = example.chars().filter(|c| c.is_alphanumeric()).collect();
            assert_eq!(unlike(&bare, Some(country)), None, "{country} {bare}");
        }
    }

    #[test]
    fn what_has_another_form_is_told_with_an_example() {
        for (raw, country, example) in [
            ("1011", "DE", Some("10115")),
            ("D-10115", "Germany", None),
            ("SW1A1AA", "United Kingdom", None),
            ("12345", "GB", Some("SW1A 1AA")),
            ("2134-1001", "US", Some("20500")),
            ("02134-1001", "US", None),
            ("CH-8001", "CH", None),
            ("", "DE", None),
            ("anything", "AE", None),
            ("anything", "Nowhere at all", None),
        ] {
            assert_eq!(unlike(raw, Some(country)), example, "{raw} {country}");
        }
        assert_eq!(unlike("1011", None), None);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in any::<String>()) {
            let _ = unlike(&text, Some("GB"));
            let _ = unlike("1", Some(&text));
        }
    }
}
