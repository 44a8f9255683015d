//! Amounts of money: whole minor units of a currency of ISO 4217, never floating point. Kept and exchanged as
//! `12.50 EUR`, with exactly the decimals that the currency has.

use std::fmt;

use iso_currency::{Country, Currency, IntoEnumIterator};

use super::{Misfit, misfit, number};

/// An amount, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// In the smallest unit of the currency: cents, agorot; yen themselves.
    pub minor: i64,
    currency: Currency,
}

impl Money {
    /// None where there is no currency of that code.
    pub fn new(minor: i64, currency: &str) -> Option<Self> {
        let currency = Currency::from_code(currency)?;
        Some(Self { minor, currency })
    }

    /// How many the currency has.
    pub fn decimals(&self) -> usize {
        decimals(self.currency)
    }

    /// ISO 4217.
    pub fn currency(&self) -> &'static str {
        self.currency.code()
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = decimals(self.currency);
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!(
            "{:0>width$}",
            self.minor.unsigned_abs(),
            width = decimals + 1
        );
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let point = if decimals == 0 { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction} {}", self.currency.code())
    }
}

fn decimals(currency: Currency) -> usize {
    usize::from(currency.exponent().unwrap_or(0))
}

/// An amount as people type it; `own` is the currency of one without.
pub fn read(typed: &str, own: Option<&str>, decimal_comma: bool) -> Result<Money, Misfit> {
    let is_digit = |c: char| c.is_numeric();
    let refused = |hint: &'static str| misfit("invalid_money", "Not an amount of money", hint);
    let plain = "Write it like 12.50 EUR";
    let first = typed.find(is_digit).ok_or_else(|| refused(plain))?;
    let (last, digit) = typed
        .char_indices()
        .rfind(|(_, c)| is_digit(*c))
        .ok_or_else(|| refused(plain))?;
    let end = last + digit.len_utf8();
    // A leading point belongs to the amount (".50"), a sign to it wherever it stands ("-€5").
    let start = match typed[..first].chars().next_back() {
        Some('.' | ',') => first - 1,
        _ => first,
    };
    let (before, after) = (typed[..start].trim(), typed[end..].trim());
    let negative = before.starts_with(['-', '−']) || before.ends_with(['-', '−']);
    let before = before.trim_matches(['-', '−', '+', ' ', '\u{a0}', '\u{200e}', '\u{200f}']);
    let after = after.trim_matches(['\u{a0}', '\u{200e}', '\u{200f}', ' ']);
    let named = match (before, after) {
        ("", "") => own.and_then(Currency::from_code),
        (name, "") | ("", name) => currency_named(name, own),
        _ => None,
    };
    let currency =
        named.ok_or_else(|| refused("Write the currency by its code, like 12.50 EUR"))?;
    let amount = &typed[start..end];
    minor(amount, decimals(currency), decimal_comma)
        .map(|minor| Money {
            minor: if negative { -minor } else { minor },
            currency,
        })
        .ok_or_else(|| refused(plain))
}

/// The amount in minor units; None where it has more decimals than the currency: a wrong guess would be a thousandfold.
fn minor(amount: &str, decimals: usize, decimal_comma: bool) -> Option<i64> {
    let plain = number::plain(amount, decimal_comma)?;
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let missing = decimals.checked_sub(fraction.len())?;
    format!("{whole}{fraction}{}", "0".repeat(missing))
        .parse()
        .ok()
}

/// Other names that people write; the symbols of the standard stand in its list.
const NAMES: &[(&str, Currency)] = &[
    ("US$", Currency::USD),
    ("NIS", Currency::ILS),
    ("ש\"ח", Currency::ILS),
    ("ש״ח", Currency::ILS),
    ("EURO", Currency::EUR),
    ("EUROS", Currency::EUR),
    ("SFR", Currency::CHF),
    ("FR.", Currency::CHF),
];

/// Whose symbol one is that several currencies share, unless the field's own currency is one of them.
const FIRST: [Currency; 4] = [Currency::USD, Currency::GBP, Currency::JPY, Currency::SEK];

fn currency_named(name: &str, own: Option<&str>) -> Option<Currency> {
    let upper = name.to_uppercase();
    if let Some(currency) = Currency::from_code(&upper) {
        return Some(currency);
    }
    if let Some((_, currency)) = NAMES.iter().find(|(other, _)| *other == upper) {
        return Some(*currency);
    }
    let sharing: Vec<Currency> = Currency::iter()
        .filter(|c| c.symbol().symbol == name)
        .collect();
    let own = own
        .and_then(Currency::from_code)
        .filter(|c| sharing.contains(c));
    own.or_else(|| FIRST.into_iter().find(|c| sharing.contains(c)))
        .or(match sharing.as_slice() {
            [only] => Some(*only),
            _ => None,
        })
}

/// The code of a currency as ISO 4217 writes it; None where there is none of that code.
pub fn currency_code(text: &str) -> Option<&'static str> {
    Currency::from_code(&text.trim().to_uppercase()).map(|currency| currency.code())
}

/// The currency that a country (ISO 3166 alpha-2) uses.
pub fn currency_of_country(country: &str) -> Option<&'static str> {
    let country: Country = country.parse().ok()?;
    let own = |c: &Currency| !c.is_fund() && !c.is_special() && c.is_superseded().is_none();
    Currency::from_country(country)
        .into_iter()
        .find(own)
        .map(|currency| currency.code())
}
