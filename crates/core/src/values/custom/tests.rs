use proptest::prelude::*;

use super::*;

fn shape(kind: FieldType) -> Shape {
    Shape {
        kind,
        options: ["Red", "Green, dark", "Łódź", "כחול"]
            .map(String::from)
            .to_vec(),
        currency: Some("EUR".into()),
    }
}

/// What is kept of a typed text: nothing is `""`, what doesn't fit its code.
fn kept(kind: FieldType, text: &str, style: Style) -> String {
    match shape(kind).read(text, &style) {
        Ok(value) => value.unwrap_or_default(),
        Err(misfit) => misfit.code.to_owned(),
    }
}

const COMMA: Style = Style {
    decimal_comma: true,
    dates: Order::Dmy,
};

#[track_caller]
fn all_kept(kind: FieldType, pairs: &[(&str, &str)]) {
    for (typed, wanted) in pairs {
        assert_eq!(kept(kind, typed, Style::KEPT), *wanted, "{typed}");
    }
}

#[test]
fn numbers_in_the_ways_of_many_countries() {
    all_kept(
        FieldType::Number,
        &[
            ("1234.50", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1 234,5", "1234.5"),
            ("1\u{202f}234", "1234"),
            ("1'234'567.25", "1234567.25"),
            ("12,34,567", "1234567"),
            ("1.234.567", "1234567"),
            ("1,5", "1.5"),
            ("0,125", "0.125"),
            ("-0.0", "0"),
            ("−7", "-7"),
            ("+7", "7"),
            (".5", "0.5"),
            ("5.", "5"),
            ("007", "7"),
            ("١٬٢٣٤٫٥", "1234.5"),
            ("\u{200f}12\u{200e}", "12"),
            (
                "123456789012345678901234567890.123",
                "123456789012345678901234567890.123",
            ),
            ("  ", ""),
        ],
    );
    for odd in [
        "abc",
        "1.2.3",
        "1,23,4",
        "12 34",
        "1e5",
        "-",
        ".",
        "5 kg",
        "1..2",
        "1;2",
        "--5",
        "12,3456.7",
    ] {
        assert_eq!(
            kept(FieldType::Number, odd, Style::KEPT),
            "invalid_number",
            "{odd}"
        );
    }
}

#[test]
fn a_number_that_reads_in_two_ways_follows_the_country() {
    assert_eq!(kept(FieldType::Number, "1.234", Style::KEPT), "1.234");
    assert_eq!(kept(FieldType::Number, "1.234", COMMA), "1234");
    assert_eq!(kept(FieldType::Number, "1,234", Style::KEPT), "1234");
    assert_eq!(kept(FieldType::Number, "1,234", COMMA), "1.234");
    assert_eq!(kept(FieldType::Number, "0.125", COMMA), "0.125");
    assert!(style_of(Some("DE")).decimal_comma && !style_of(Some("IL")).decimal_comma);
}

#[test]
fn money_is_exact_and_names_its_currency() {
    all_kept(
        FieldType::Money,
        &[
            ("12.5", "12.50 EUR"),
            ("12,50 €", "12.50 EUR"),
            ("$5", "5.00 USD"),
            ("US$ 1,250", "1250.00 USD"),
            ("eur 0.01", "0.01 EUR"),
            ("-5 ₪", "-5.00 ILS"),
            ("-₪5", "-5.00 ILS"),
            ("₪ -5", "-5.00 ILS"),
            ("1250 JPY", "1250 JPY"),
            ("1.234 KWD", "1.234 KWD"),
            ("120 NIS", "120.00 ILS"),
            (".50 GBP", "0.50 GBP"),
            ("1 234,50 EUR", "1234.50 EUR"),
            ("92233720368547758.07 EUR", "92233720368547758.07 EUR"),
        ],
    );
    for odd in [
        "EUR",
        "12.505",
        "5 foo",
        "1 2 EUR",
        "92233720368547758.08 EUR",
        "12.5 JPY",
        "abc",
        "EUR 5 USD",
    ] {
        assert_eq!(
            kept(FieldType::Money, odd, Style::KEPT),
            "invalid_money",
            "{odd}"
        );
    }
    assert_eq!(currency_of_country("IL"), Some("ILS"));
    assert_eq!(currency_of_country("DE"), Some("EUR"));
    assert_eq!(currency_code("eur"), Some("EUR"));
    assert_eq!(currency_code("XYZ"), None);
}

#[test]
fn a_symbol_that_currencies_share_means_the_own_one_of_the_field() {
    let own = |currency: &str| Shape {
        kind: FieldType::Money,
        currency: Some(currency.into()),
        ..Shape::default()
    };
    assert_eq!(
        own("CAD").read("$5", &Style::KEPT).unwrap().unwrap(),
        "5.00 CAD"
    );
    assert_eq!(
        own("EUR").read("$5", &Style::KEPT).unwrap().unwrap(),
        "5.00 USD"
    );
    assert!(
        Shape {
            kind: FieldType::Money,
            ..Shape::default()
        }
        .read("5", &Style::KEPT)
        .is_err()
    );
}

#[test]
fn dates_have_a_year_that_may_lie_ahead() {
    all_kept(
        FieldType::Date,
        &[
            ("2026-12-31", "2026-12-31"),
            ("31 Dec 2026", "2026-12-31"),
            ("0000-00-00", ""),
        ],
    );
    assert_eq!(kept(FieldType::Date, "3.4.31", COMMA), "2031-04-03");
    assert_eq!(kept(FieldType::Date, "3.4.", COMMA), "invalid_date");
    assert_eq!(kept(FieldType::Date, "soon", COMMA), "invalid_date");
}

#[test]
fn yes_and_no_in_any_language() {
    all_kept(
        FieldType::YesNo,
        &[
            ("Ja", "yes"),
            ("כן", "yes"),
            ("✗", "no"),
            ("0", "no"),
            ("perhaps", "invalid_yes_no"),
        ],
    );
}

#[test]
fn options_are_kept_as_the_list_spells_them() {
    all_kept(
        FieldType::OneOf,
        &[
            ("red", "Red"),
            ("LODZ", "Łódź"),
            ("green, dark", "Green, dark"),
            ("blue", "unknown_option"),
        ],
    );
    all_kept(
        FieldType::ManyOf,
        &[
            ("כחול; red", "Red, כחול"),
            ("\"Green, dark\", Red, red", "Red, \"Green, dark\""),
            ("green, dark", "\"Green, dark\""),
            ("red, blue", "unknown_option"),
            (" , ", ""),
        ],
    );
}

#[test]
fn addresses_are_of_web_pages() {
    all_kept(
        FieldType::Url,
        &[
            ("example.org", "https://example.org"),
            ("http://example.org/a?b=c#d", "http://example.org/a?b=c#d"),
            (
                "www.münchen.example/straße",
                "https://www.münchen.example/straße",
            ),
            ("http://intranet/wiki", "http://intranet/wiki"),
            ("example.org:8080/x", "https://example.org:8080/x"),
        ],
    );
    for odd in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://x.example",
        "word",
        "a b.example",
        "mailto:a@b.example",
        "https://",
    ] {
        assert_eq!(
            kept(FieldType::Url, odd, Style::KEPT),
            "invalid_url",
            "{odd}"
        );
    }
}

#[test]
fn text_is_kept_whatever_it_is() {
    let odd = "שלום \u{200f}👩‍👩‍👧\nsecond line";
    assert_eq!(kept(FieldType::Text, odd, Style::KEPT), odd);
    assert_eq!(
        kept(FieldType::LongText, &format!("  {odd}\n"), Style::KEPT),
        format!("  {odd}\n")
    );
}

#[test]
fn values_convert_where_they_say_the_same() {
    let convert = |from, to, value: &str| {
        shape(to)
            .convert(value, &shape(from), &COMMA)
            .unwrap_or_else(|misfit| misfit.code.to_owned())
    };
    use FieldType::*;
    assert_eq!(convert(Money, Number, "12.50 EUR"), "12.5");
    assert_eq!(convert(Money, Number, "12.50 USD"), "invalid_number");
    assert_eq!(convert(Number, Money, "12.5"), "12.50 EUR");
    assert_eq!(convert(Number, Text, "1.234"), "1.234");
    assert_eq!(convert(Number, Money, "1.234"), "invalid_money");
    assert_eq!(convert(Text, Number, "1.234"), "1234");
    assert_eq!(convert(Text, Date, "3.4.26"), "2026-04-03");
    assert_eq!(convert(Text, YesNo, "ja"), "yes");
    assert_eq!(convert(OneOf, ManyOf, "Green, dark"), "\"Green, dark\"");
    assert_eq!(convert(ManyOf, OneOf, "\"Green, dark\""), "Green, dark");
    assert_eq!(convert(ManyOf, OneOf, "Red, כחול"), "unknown_option");
    assert_eq!(convert(ManyOf, Text, "Red, כחול"), "Red, כחול");
    assert_eq!(convert(Text, Date, "0000-00-00"), "invalid_date");
}

fn any_type() -> impl Strategy<Value = FieldType> {
    prop::sample::select(FieldType::ALL.to_vec())
}

proptest! {
    /// Whatever is accepted in any style is kept in a form that reads as itself ever after.
    #[test]
    fn what_is_kept_is_read_back(kind in any_type(), comma: bool, text in any::<String>(), odd in "[-−+0-9.,' ]{0,14}[A-Z€$]{0,3}") {
        let style = Style { decimal_comma: comma, dates: Order::Dmy };
        for typed in [text, odd] {
            if let Ok(Some(kept)) = shape(kind).read(&typed, &style) {
                prop_assert!(shape(kind).fits(&kept), "{kind:?} {typed:?} {kept:?}");
            }
        }
    }

    #[test]
    fn every_number_survives(minor in any::<i64>(), digits in 0usize..9) {
        let text = format!("{}{}.{:0>digits$}", if minor < 0 { "-" } else { "" }, minor.unsigned_abs(), 7);
        let kept = shape(FieldType::Number).read(&text, &Style::KEPT).unwrap().unwrap();
        prop_assert!(shape(FieldType::Number).fits(&kept));
        prop_assert_eq!(kept.parse::<f64>().unwrap(), text.parse::<f64>().unwrap());
    }

    #[test]
    fn every_amount_survives(minor in -i64::MAX..i64::MAX, code in prop::sample::select(vec!["EUR", "JPY", "KWD", "ILS"])) {
        let decimals = match code { "JPY" => 0, "KWD" => 3, _ => 2 };
        let digits = format!("{:0>width$}", minor.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let point = if decimals == 0 { "" } else { "." };
        let text = format!("{}{whole}{point}{fraction} {code}", if minor < 0 { "-" } else { "" });
        prop_assert_eq!(shape(FieldType::Money).read(&text, &Style::KEPT).unwrap().unwrap(), text);
    }

    #[test]
    fn every_choice_of_every_list_survives(names in prop::collection::btree_set("[a-z ,;|]{1,6}", 1..6), bits in any::<u8>()) {
        let mut options: Vec<String> = Vec::new();
        for name in names {
            let name = name.trim().to_owned();
            if crate::values::split::list(&crate::values::split::join(&[&name])) == [name.as_str()] && !options.iter().any(|o| same_option(o, &name)) {
                options.push(name);
            }
        }
        let shape = Shape { kind: FieldType::ManyOf, options: options.clone(), currency: None };
        let chosen: Vec<&str> = options.iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0).map(|(_, o)| o.as_str()).collect();
        prop_assume!(!chosen.is_empty());
        let kept = shape.read(&crate::values::split::join(&chosen), &Style::KEPT).unwrap().unwrap();
        prop_assert_eq!(crate::values::split::list(&kept), chosen);
    }
}
