//! Postcodes that a spreadsheet took for numbers: the zeros in front that it
//! dropped and the ".0" that it added are put right where the country makes it
//! certain. Whether a postcode exists is not asked, only whether it has the form
//! of its country (`form.rs`).

mod form;

pub use form::unlike;

use super::characters::clean;
use super::country::code_of;

/// Countries whose postcodes all have the same number of digits, some of them
/// beginning with zero. Where none begins with zero, none can have been lost.
const DIGITS: [(&str, usize); 34] = [
    ("AU", 4),
    ("BD", 4),
    ("CN", 6),
    ("CO", 6),
    ("CR", 5),
    ("DE", 5),
    ("DK", 4),
    ("DZ", 5),
    ("EC", 6),
    ("ES", 5),
    ("FI", 5),
    ("FR", 5),
    ("GT", 5),
    ("IT", 5),
    ("KR", 5),
    ("KZ", 6),
    ("LK", 5),
    ("LT", 5),
    ("MX", 5),
    ("MY", 5),
    ("NO", 4),
    ("NZ", 4),
    ("PA", 4),
    ("PE", 5),
    ("PH", 4),
    ("PR", 5),
    ("RO", 6),
    ("SG", 6),
    ("SK", 5),
    ("TR", 5),
    ("UA", 5),
    ("US", 5),
    ("VI", 5),
    ("ZA", 4),
];

/// The postcode as it was before the spreadsheet, or nothing where nothing is to
/// be repaired. The country is an ISO code or a name.
pub fn repair(raw: &str, country: Option<&str>) -> Option<String> {
    let cell = clean(raw);
    let whole = cell
        .strip_suffix(".0")
        .or_else(|| cell.strip_suffix(",0"))
        .filter(|whole| is_digits(whole));
    let code = whole.unwrap_or(&cell);
    padded(code, country).or_else(|| whole.map(str::to_owned))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `1067` in Germany is `01067`; `2134-1001` in the United States `02134-1001`.
fn padded(code: &str, country: Option<&str>) -> Option<String> {
    let country = code_of(country?)?;
    let (_, length) = DIGITS.iter().find(|(code, _)| *code == country)?;
    let (digits, rest) = match code.split_once('-') {
        Some((digits, plus_four)) if country == "US" && is_digits(plus_four) => {
            (digits, &code[digits.len()..])
        }
        Some(_) => return None,
        None => (code, ""),
    };
    // More than two zeros in front are hardly ever given out.
    let lost = length.checked_sub(digits.len())?;
    (is_digits(digits) && (1..=2).contains(&lost)).then(|| format!("{digits:0>length$}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lost_zeros_come_back_where_the_country_has_them() {
        for (raw, country, repaired) in [
            ("1067", "DE", "01067"),
            (" 1067 ", "Germany", "01067"),
            ("2134.0", "US", "02134"),
            ("2134-1001", "US", "02134-1001"),
            ("501", "US", "00501"),
            ("150", "NO", "0150"),
            ("10001", "CN", "010001"),
        ] {
            assert_eq!(
                repair(raw, Some(country)).as_deref(),
                Some(repaired),
                "{raw}"
            );
        }
    }

    #[test]
    fn a_fraction_is_never_part_of_a_postcode() {
        assert_eq!(repair("8001.0", Some("CH")).as_deref(), Some("8001"));
        assert_eq!(repair("8001,0", None).as_deref(), Some("8001"));
    }

    #[test]
    fn whole_postcodes_and_other_countries_stay() {
        for (raw, country) in [
            ("01067", Some("DE")),
            ("101", Some("AT")),
            ("1067", None),
            ("M1 1AE", Some("GB")),
            ("00-950", Some("PL")),
            ("12", Some("DE")),
            ("106789", Some("DE")),
            ("", Some("DE")),
            ("1067-x", Some("US")),
            ("1067-1001", Some("DE")),
        ] {
            assert_eq!(repair(raw, country), None, "{raw}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in any::<String>(), code in "[0-9.,-]{0,9}") {
            let _ = repair(&text, Some(&text));
            let _ = repair(&code, Some("US"));
        }
    }
}
