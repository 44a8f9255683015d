//! What `parse` makes of numbers as they stand in real cells.

use super::*;
use proptest::prelude::*;

fn read(raw: &str, country: Option<&str>) -> String {
    parse(raw, country, None).map_or_else(|p| p.code().to_owned(), |phone| phone.e164)
}

fn e164(raw: &str, country: &str) -> String {
    read(raw, Some(country))
}

#[test]
fn every_way_of_writing_is_the_same_number() {
    for raw in [
        "050-1234567",
        "050 123 4567",
        "(050) 123-4567",
        "+972 50 123 4567",
        "00972501234567",
        "+972 (0)50-1234567",
        "\u{200e}\u{202a}050-1234567\u{202c}",
        "050\u{a0}123\u{a0}4567",
        "050–123—4567",
        "٠٥٠١٢٣٤٥٦٧",
        "tel:+972-50-123-4567",
        "Tel.: 050-1234567",
        "'0501234567",
        "＋972501234567",
        "972501234567",
        "972-50-1234567",
        "050-1234567 (mobile)",
        "050.123.4567",
        "050-1234567 נייד",
        "050/1234567",
        "050-\u{200f}123\u{ad}4567",
    ] {
        assert_eq!(e164(raw, "IL"), "+972501234567", "{raw}");
    }
}

#[test]
fn the_row_country_goes_before_the_default_and_international_comes_last() {
    let with = |raw, row, default| parse(raw, row, default).map(|p| p.e164);
    assert_eq!(
        with("0161 496 0123", Some("GB"), Some("IL")).unwrap(),
        "+441614960123"
    );
    assert_eq!(
        with("0612345678", Some("FR"), Some("NL")).unwrap(),
        "+33612345678"
    );
    assert_eq!(
        with("0612345678", Some("NL"), Some("FR")).unwrap(),
        "+31612345678"
    );
    assert_eq!(
        with("050-1234567", Some("US"), Some("IL")).unwrap(),
        "+972501234567"
    );
    assert_eq!(
        with("+44 161 496 0123", Some("IL"), None).unwrap(),
        "+441614960123"
    );
    assert_eq!(
        with("0044 161 496 0123", Some("US"), None).unwrap(),
        "+441614960123"
    );
    assert_eq!(
        with("441614960123", Some("IL"), None).unwrap(),
        "+441614960123"
    );
    assert_eq!(with("441614960123", None, None).unwrap(), "+441614960123");
    assert_eq!(
        with("(202) 555-0123", None, Some("us")).unwrap(),
        "+12025550123"
    );
    assert_eq!(
        with("0161 496 0123", Some("United Kingdom"), None).unwrap(),
        "+441614960123"
    );
    assert_eq!(
        with("0161 496 0123", Some("nowhere"), Some("UK")).unwrap(),
        "+441614960123"
    );
}

#[test]
fn a_zero_in_brackets_is_dialled_where_it_belongs_to_the_number() {
    assert_eq!(e164("+44 (0)161 496 0123", "IL"), "+441614960123");
    assert_eq!(e164("+39 (0)6 1234 5678", "IL"), "+390612345678");
}

#[test]
fn a_lost_plus_is_understood_and_not_called_a_lost_zero() {
    let phone = parse("441614960123", Some("GB"), None).unwrap();
    assert_eq!(phone.e164, "+441614960123");
    assert_eq!((phone.repair, phone.value.as_str()), (None, "441614960123"));
}

#[test]
fn what_a_spreadsheet_did_is_repaired_and_said() {
    for (raw, country, number, value, repair) in [
        (
            "501234567",
            "IL",
            "+972501234567",
            "0501234567",
            Repair::LostZero,
        ),
        (
            "1614960123",
            "GB",
            "+441614960123",
            "01614960123",
            Repair::LostZero,
        ),
        (
            "612345678",
            "IT",
            "+390612345678",
            "0612345678",
            Repair::LostZero,
        ),
        (
            "5.01234567E+8",
            "IL",
            "+972501234567",
            "0501234567",
            Repair::Exponent,
        ),
        (
            "5,01234567e8",
            "IL",
            "+972501234567",
            "0501234567",
            Repair::Exponent,
        ),
        (
            "9.72501234567E+11",
            "IL",
            "+972501234567",
            "972501234567",
            Repair::Exponent,
        ),
        (
            "501234567.0",
            "IL",
            "+972501234567",
            "0501234567",
            Repair::TrailingZero,
        ),
        (
            "2025550123.0",
            "US",
            "+12025550123",
            "2025550123",
            Repair::TrailingZero,
        ),
    ] {
        let phone = parse(raw, Some(country), None).unwrap();
        assert_eq!(phone.e164, number, "{raw}");
        assert_eq!(phone.value, value, "{raw}");
        assert_eq!(phone.repair, Some(repair), "{raw}");
    }
}

#[test]
fn whole_numbers_are_no_repair() {
    for (raw, country) in [
        ("050-1234567", "IL"),
        ("50-123-4567", "IL"),
        ("2025550123", "US"),
        ("+972501234567", "IL"),
        ("13812345678", "CN"),
    ] {
        let phone = parse(&format!(" {raw} "), Some(country), None).unwrap();
        assert_eq!((phone.repair, phone.value.as_str()), (None, raw));
    }
}

#[test]
fn digits_that_are_gone_are_not_guessed() {
    for raw in ["4.41E+11", "4,41614960E+11", "5E+8", "4.4161E11"] {
        assert_eq!(e164(raw, "GB"), "phone_damaged", "{raw}");
    }
}

#[test]
fn extensions_are_kept_apart() {
    for raw in [
        "03-1234567 ext. 12",
        "03-1234567 x12",
        "03-1234567x12",
        "03-1234567 שלוחה 12",
        "03-1234567 Durchwahl: 12",
    ] {
        let phone = parse(raw, Some("IL"), None).unwrap();
        assert_eq!(phone.e164, "+97231234567", "{raw}");
        assert_eq!(phone.extension.as_deref(), Some("12"), "{raw}");
        assert_eq!(phone.value, raw);
    }
}

#[test]
fn letters_that_stand_for_digits_are_dialled() {
    assert_eq!(e164("1-800-FLOWERS", "US"), "+18003569377");
}

#[test]
fn each_problem_is_named() {
    for (raw, country, code) in [
        ("", Some("IL"), "phone_not_a_number"),
        ("see notes", Some("IL"), "phone_not_a_number"),
        ("12", Some("IL"), "phone_too_short"),
        ("050-12", Some("IL"), "phone_too_short"),
        ("1234", None, "phone_too_short"),
        ("050-1234567 / 054-7654321", Some("IL"), "phone_too_long"),
        ("050-1234567", None, "phone_unknown_country"),
        ("501234567", None, "phone_unknown_country"),
        ("2025550123", None, "phone_unknown_country"),
        ("4520123456", None, "phone_unknown_country"),
        ("+999 123 4567", None, "phone_not_valid"),
        ("12345", Some("DE"), "phone_not_valid"),
        ("10012345678", None, "phone_unknown_country"),
        ("+44 161", Some("IL"), "phone_too_short"),
    ] {
        assert_eq!(read(raw, country), code, "{raw}");
    }
    assert_eq!(read(&"1".repeat(60), None), "phone_too_long");
    assert_eq!(read(&"1".repeat(600), None), "phone_not_a_number");
}

#[test]
fn a_possible_number_outside_the_plan_is_doubtful() {
    let doubtful = |raw, country| parse(raw, country, None).map(|phone| phone.doubtful);
    assert_eq!(doubtful("050-2345678", Some("IL")), Ok(false));
    assert_eq!(doubtful("050-1234567", Some("IL")), Ok(true));
    assert_eq!(doubtful("+972501234567", None), Ok(true));
    assert_eq!(doubtful("(555) 123-4567", Some("US")), Ok(true));
    // A trunk zero is not dialled in the United States, so it is no number there.
    assert_eq!(
        doubtful("050-1234567", Some("US")),
        Err(PhoneProblem::NotValid)
    );
}

#[test]
fn a_reading_that_the_plan_knows_goes_before_a_doubtful_one() {
    let read = |raw, row, default| {
        let phone = parse(raw, row, default).unwrap();
        (phone.e164, phone.doubtful)
    };
    let lost_plus = read("441614960123", None, Some("IL"));
    assert_eq!(lost_plus, ("+441614960123".to_owned(), false));
    let italian = read("612345678", None, Some("IT"));
    assert_eq!(italian, ("+390612345678".to_owned(), false));
    // The country of the row is meant, though the number exists elsewhere.
    let own = read("(555) 123-4567", Some("US"), Some("DE"));
    assert_eq!(own, ("+15551234567".to_owned(), true));
    let elsewhere = read("(555) 123-4567", Some("DE"), None);
    assert_eq!(elsewhere, ("+495551234567".to_owned(), false));
}

#[test]
fn a_number_knows_its_country_and_its_international_form() {
    assert_eq!(region_of("+972501234567").as_deref(), Some("IL"));
    assert_eq!(region_of("+12505550199").as_deref(), Some("CA"));
    assert_eq!(region_of("nonsense"), None);
    assert_eq!(format_international("+972501234567"), "+972 50-123-4567");
    assert_eq!(format_international("nonsense"), "nonsense");
}

proptest! {
    #[test]
    fn nothing_panics(text in any::<String>(), digits in "[0-9+()x.,E#;/ -]{0,30}", code in any::<String>()) {
        let _ = parse(&text, Some("IL"), Some(&code));
        let _ = parse(&digits, Some("DE"), None);
        let _ = parse(&digits, None, None);
        let _ = region_of(&text);
        let _ = format_international(&text);
    }

    #[test]
    fn what_was_understood_is_understood_again(digits in "0[2-9][0-9]{7,9}") {
        if let Ok(phone) = parse(&digits, Some("DE"), None) {
            prop_assert_eq!(parse(&phone.e164, Some("US"), None).unwrap().e164, phone.e164);
        }
    }
}

#[test]
fn the_example_numbers_of_every_region_are_understood() {
    let lines = include_str!("examples.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let (mut regions, mut wrong) = (std::collections::HashSet::new(), Vec::new());
    for line in lines {
        let [region, _, national, international, e164] = line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("five columns: {line}");
        };
        regions.insert(region);
        let read = |text: &str, default| parse(text, None, default).map(|phone| phone.e164);
        for (text, default) in [
            (national, Some(region)),
            (international, None),
            (e164, None),
        ] {
            if read(text, default).as_deref() != Ok(e164) {
                wrong.push(format!("{region} {text}"));
            }
        }
    }
    assert_eq!(regions.len(), 245);
    assert_eq!(wrong, [""; 0]);
}
