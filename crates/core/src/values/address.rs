//! An address written in one piece, taken apart into street, postcode, city, region and country where that is certain:
//! where its postcode stands as the country writes it, and nothing is left over.

use super::characters::clean;
use super::country;

/// The parts of an address; empty where it has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Split {
    pub street: String,
    pub street2: String,
    pub city: String,
    pub region: String,
    pub postcode: String,
    /// ISO 3166 alpha-2.
    pub country: String,
}

/// States and provinces as they stand before postcodes in Australia, Canada and the United States.
const REGIONS: &str = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH \
    OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS NT NU ON PE QC SK YT ACT NSW QLD TAS VIC";

/// The form of a postcode: `9` a digit, `A` a letter, `?` either; others stand for themselves.
const FORMS: [(&str, &str); 34] = [
    ("99999", "DE FR IT ES FI EE HR TR MX UA RS ME BA CU TH"),
    ("9999", "AT BE CH DK NO LU HU SI BG CY LI ZA"),
    ("9999 AA", "NL"),
    ("9999AA", "NL"),
    ("99-999", "PL"),
    ("9999-999", "PT"),
    ("999 99", "CZ SK SE GR"),
    ("99999-999", "BR"),
    ("AA-9999", "LV MD"),
    ("LT-99999", "LT"),
    ("D-99999", "DE"),
    ("A-9999", "AT"),
    ("CH-9999", "CH"),
    ("B-9999", "BE"),
    ("F-99999", "FR"),
    ("9999999", "IL"),
    ("99999", "IL"),
    ("999999", "RU IN CN RO"),
    ("99999", "US"),
    ("99999-9999", "US"),
    ("A9A 9A9", "CA"),
    ("A9A9A9", "CA"),
    ("9999", "AU NZ"),
    ("A9 9AA", "GB"),
    ("A99 9AA", "GB"),
    ("AA9 9AA", "GB"),
    ("AA99 9AA", "GB"),
    ("A9A 9AA", "GB"),
    ("AA9A 9AA", "GB"),
    ("999-9999", "JP"),
    ("99999", "KR"),
    ("999999", "SG"),
    ("A99 ????", "IE"),
    ("A99????", "IE"),
];

/// Countries that write the city first. Elsewhere the postcode stands before it.
const CITY_FIRST: &str = "US CA AU NZ GB IE IL IN LV JP KR SG TH";

/// The parts of an address, or nothing where they are not certain. `default` is the country of addresses without one.
pub fn split(text: &str, default: Option<&str>) -> Option<Split> {
    let mut pieces: Vec<String> = text
        .split(['\n', '\r', ',', ';', '،', '|'])
        .map(clean)
        .filter(|piece| !piece.is_empty())
        .collect();
    let mut split = Split::default();
    // Two letters alone may as well be a state.
    if let Some(code) = pieces
        .last()
        .filter(|piece| piece.chars().count() > 2)
        .and_then(|piece| country::code_of(piece))
    {
        split.country = code.to_owned();
        pieces.pop();
    }
    let country = Some(split.country.clone())
        .filter(|code| !code.is_empty())
        .or_else(|| default.map(str::to_owned));
    let streets = place(&mut split, pieces, country.as_deref())?;
    match <[String; 2]>::try_from(streets) {
        Ok([street, second]) => (split.street, split.street2) = (street, second),
        Err(mut streets) => match (streets.pop(), streets.is_empty()) {
            (Some(street), true) => split.street = street,
            (None, _) => {}
            _ => return None,
        },
    }
    Some(split)
}

/// The parts of an address with two blanks between them, as Mailchimp writes it: street, perhaps a second line, city,
/// perhaps region, postcode and country. Nothing where there is no street or no city.
pub fn split_at_blanks(text: &str) -> Option<Split> {
    let mut pieces: Vec<String> = text.trim().split("  ").map(clean).collect();
    pieces.retain(|piece| !piece.is_empty());
    let mut split = Split::default();
    let code = pieces.last().filter(|_| pieces.len() > 2);
    if let Some(code) = code.and_then(|piece| country::code_of(piece)) {
        split.country = code.to_owned();
        pieces.pop();
    }
    let has_digit = |piece: &&String| piece.chars().any(|c| c.is_numeric());
    if pieces.len() > 2 && pieces.last().filter(has_digit).is_some() {
        split.postcode = pieces.pop().unwrap_or_default();
    }
    let mut pieces = pieces.into_iter();
    split.street = pieces.next()?;
    if pieces.len() == 3 {
        split.street2 = pieces.next()?;
    }
    split.city = pieces.next()?;
    split.region = pieces.next().unwrap_or_default();
    pieces.next().is_none().then_some(split)
}

/// Reads postcode, city and region from the last pieces; gives those before them.
fn place(split: &mut Split, mut pieces: Vec<String>, country: Option<&str>) -> Option<Vec<String>> {
    let last = pieces.pop()?;
    // "London, SW1A 1AA", "Springfield, IL 62704"
    if let Some((region, postcode)) = region_and_postcode(&last, country) {
        split.city = pieces.pop().filter(|city| is_place(city))?;
        (split.region, split.postcode) = (region, postcode);
        return Some(pieces);
    }
    if let Some((postcode, city)) = around(&last, country) {
        (split.postcode, split.city) = (postcode, city);
        return Some(pieces);
    }
    // "Hauptstr. 5 10115 Berlin": the street ends with the number of the house.
    let (street, postcode, city) = unparted(&last, country).filter(|_| pieces.is_empty())?;
    (split.postcode, split.city) = (postcode, city);
    Some(vec![street])
}

fn is_place(text: &str) -> bool {
    !text.is_empty()
        && !text.chars().any(|c| c.is_numeric())
        && text.chars().any(char::is_alphabetic)
}

fn is_region(text: &str) -> bool {
    REGIONS.split_whitespace().any(|region| region == text)
}

/// A piece that is a postcode, with or without the region before it.
fn region_and_postcode(text: &str, country: Option<&str>) -> Option<(String, String)> {
    if is_postcode(text, country) {
        return Some((String::new(), text.to_owned()));
    }
    let (region, postcode) = text.split_once(' ')?;
    let fits = is_region(region) && is_postcode(postcode.trim(), country.or(Some("US")));
    fits.then(|| (region.to_owned(), postcode.trim().to_owned()))
}

/// "10115 Berlin", "Tel Aviv 6100000", "Sydney NSW 2000" without its region is none.
fn around(text: &str, country: Option<&str>) -> Option<(String, String)> {
    let city_first = country.is_some_and(|c| CITY_FIRST.split(' ').any(|other| other == c));
    let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let parts = |at: &usize| (text[..*at].trim(), text[*at..].trim());
    let fits = |(postcode, city): (&str, &str)| {
        let is_city = is_place(city) && !city.split(' ').any(is_region);
        (is_city && is_postcode(postcode, country)).then(|| (postcode.to_owned(), city.to_owned()))
    };
    // The longest postcode: "1011 AB Amsterdam".
    let before = || blanks.iter().rev().find_map(|at| fits(parts(at)));
    let behind = || {
        let turned = |at| {
            let (city, postcode) = parts(at);
            fits((postcode, city))
        };
        blanks.iter().find_map(turned)
    };
    match (city_first, country) {
        (true, Some("IL")) => behind().or_else(before),
        (true, _) => behind(),
        (false, _) => before(),
    }
}

fn unparted(text: &str, country: Option<&str>) -> Option<(String, String, String)> {
    country.filter(|c| !CITY_FIRST.split(' ').any(|other| other == *c))?;
    text.match_indices(' ').find_map(|(at, _)| {
        let (street, rest) = (text[..at].trim(), text[at..].trim());
        let ends_with_number = street
            .rsplit(' ')
            .next()
            .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let (postcode, city) = around(rest, country)?;
        let has_name = street.chars().any(char::is_alphabetic);
        (ends_with_number && has_name).then(|| (street.to_owned(), postcode, city))
    })
}

/// Whether a text has the form of the country's postcodes. Where no country is known, only forms that nobody mistakes do.
fn is_postcode(text: &str, country: Option<&str>) -> bool {
    let known = |form: &str, countries: &str| match country {
        Some(country) => countries.split(' ').any(|other| other == country),
        None => form.len() >= 5 && form != "9999999" && form != "999999",
    };
    FORMS
        .iter()
        .any(|(form, countries)| known(form, countries) && has_form(text, form))
}

fn has_form(text: &str, form: &str) -> bool {
    let fits = |(c, form): (char, char)| match form {
        '9' => c.is_ascii_digit(),
        'A' => c.is_ascii_uppercase(),
        '?' => c.is_ascii_alphanumeric(),
        other => c == other,
    };
    text.chars().count() == form.len() && text.chars().zip(form.chars()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str, country: Option<&str>) -> String {
        split(text, country).map_or("-".into(), |s| {
            [s.street, s.street2, s.postcode, s.city, s.region, s.country].join("|")
        })
    }

    #[test]
    fn addresses_are_taken_apart_by_the_form_of_their_postcode() {
        for (address, country, expected) in [
            (
                "Hauptstr. 5, 10115 Berlin, Germany",
                None,
                "Hauptstr. 5||10115|Berlin||DE",
            ),
            (
                "Hauptstr. 5\n10115 Berlin",
                None,
                "Hauptstr. 5||10115|Berlin||",
            ),
            (
                "Hauptstr. 5 10115 Berlin",
                Some("DE"),
                "Hauptstr. 5||10115|Berlin||",
            ),
            (
                "Hinterhaus, Hauptstr. 5, 8010 Graz",
                Some("AT"),
                "Hinterhaus|Hauptstr. 5|8010|Graz||",
            ),
            (
                "Damrak 1, 1011 AB Amsterdam, Nederland",
                None,
                "Damrak 1||1011 AB|Amsterdam||NL",
            ),
            (
                "10 Downing Street, London, SW1A 2AA",
                None,
                "10 Downing Street||SW1A 2AA|London||",
            ),
            ("10 Downing Street, London SW1A 2AA, UK ", Some("GB"), "-"),
            (
                "10 Downing Street, London SW1A 2AA, England",
                None,
                "10 Downing Street||SW1A 2AA|London||GB",
            ),
            (
                "12 Elm St, Springfield, IL 62704",
                None,
                "12 Elm St||62704|Springfield|IL|",
            ),
            (
                "12 Elm St, Springfield, IL 62704-1234, USA",
                None,
                "12 Elm St||62704-1234|Springfield|IL|US",
            ),
            (
                "הרצל 5, תל אביב 6100000, ישראל",
                None,
                "הרצל 5||6100000|תל אביב||IL",
            ),
            (
                "הרצל 5, 6100000 תל אביב",
                Some("IL"),
                "הרצל 5||6100000|תל אביב||",
            ),
            (
                "ul. Prosta 1, 00-950 Warszawa",
                None,
                "ul. Prosta 1||00-950|Warszawa||",
            ),
            ("75008 Paris", Some("FR"), "||75008|Paris||"),
        ] {
            assert_eq!(parts(address, country), expected, "{address}");
        }
    }

    #[test]
    fn what_is_not_certain_stays_whole() {
        for (address, country) in [
            ("", None),
            ("Hauptstr. 5", Some("DE")),
            ("Hauptstr. 5, Berlin", Some("DE")),
            ("1067 Dresden", Some("DE")),
            ("a, b, c, 10115 Berlin", Some("DE")),
            ("Hauptstr. 5, 10115 Berlin 2", Some("DE")),
            ("Rue 1, 1000 Bruxelles", None),
            ("Sydney NSW 2000", Some("AU")),
        ] {
            assert_eq!(parts(address, country), "-", "{address}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics_and_no_letter_is_lost(text in "([A-Za-z]{1,6}|[0-9]{1,7}|, | |\n|IL|Köln){1,8}", any in any::<String>()) {
            for (address, country) in [(&text, None), (&text, Some("DE")), (&text, Some("GB")), (&any, Some("US"))] {
                let Some(split) = split(address, country) else { continue };
                let signs = |text: &str| {
                    let mut signs: Vec<char> = clean(text).chars().filter(|c| c.is_alphanumeric()).collect();
                    signs.sort_unstable();
                    signs
                };
                if split.country.is_empty() {
                    let all = [split.street, split.street2, split.city, split.region, split.postcode].concat();
                    prop_assert_eq!(signs(&all), signs(address));
                }
            }
        }
    }
}
