//! What a value of a custom field means (R9): the forms in which each type is typed, the one form in which it is kept, and
//! why a text doesn't fit. The kept form is text that people and programs read alike, in JSON and in exports too:
//! `1234.5`, `12.50 EUR`, `2026-12-31`, `yes`, an option, options separated by commas, an address with its scheme.

mod money;
mod number;
mod options;
mod url;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::date::{self, Order, Reading};
use super::yes_no;

pub use money::{Money, currency_code, currency_of_country, read as read_money};
pub use options::same_option;

/// What a custom field holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    #[default]
    Text,
    LongText,
    Number,
    Money,
    Date,
    YesNo,
    OneOf,
    ManyOf,
    Url,
}

impl FieldType {
    pub const ALL: [FieldType; 9] = [
        Self::Text,
        Self::LongText,
        Self::Number,
        Self::Money,
        Self::Date,
        Self::YesNo,
        Self::OneOf,
        Self::ManyOf,
        Self::Url,
    ];

    /// As the database, the JSON and the command line say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::Number => "number",
            Self::Money => "money",
            Self::Date => "date",
            Self::YesNo => "yes_no",
            Self::OneOf => "one_of",
            Self::ManyOf => "many_of",
            Self::Url => "url",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether its values are chosen from a list.
    pub fn has_options(self) -> bool {
        matches!(self, Self::OneOf | Self::ManyOf)
    }
}

/// How numbers and dates are typed where their form alone doesn't tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// `1.234` is a thousand and more, as in German and Spanish.
    pub decimal_comma: bool,
    pub dates: Order,
}

impl Style {
    /// The style of what is kept, and of what programs write.
    pub const KEPT: Style = Style {
        decimal_comma: false,
        dates: Order::Ymd,
    };
}

/// Why a text is no value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// `invalid_number`, `invalid_money`, `invalid_date`, `invalid_yes_no`, `unknown_option` or `invalid_url`.
    pub code: &'static str,
    pub reason: &'static str,
    pub hint: Cow<'static, str>,
}

/// A field's type with what its values may be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shape {
    pub kind: FieldType,
    /// For one of and several of a list.
    pub options: Vec<String>,
    /// ISO 4217, for money: the currency of amounts that are typed without one.
    pub currency: Option<String>,
}

/// Two-digit years up to 49 lie in this century, as spreadsheets have it: a date of a custom field may be one to come.
const LAST_SHORT_YEAR: i32 = 2049;

impl Shape {
    /// The form in which a typed text is kept; None where it says nothing.
    ///
    /// # Errors
    /// Why it doesn't fit.
    pub fn read(&self, text: &str, style: &Style) -> Result<Option<String>, Misfit> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let typed = text.trim();
        match self.kind {
            FieldType::Text => Ok(Some(typed.to_owned())),
            FieldType::LongText => Ok(Some(text.to_owned())),
            FieldType::Number => number::read(typed, style.decimal_comma).map(Some),
            FieldType::Money => money::read(typed, self.currency.as_deref(), style.decimal_comma)
                .map(|money| Some(money.to_string())),
            FieldType::Date => read_date(typed, style.dates),
            FieldType::YesNo => match yes_no::parse(typed) {
                Some(yes) => Ok(Some(if yes { "yes" } else { "no" }.to_owned())),
                None => Err(misfit(
                    "invalid_yes_no",
                    "Neither yes nor no",
                    "Write yes or no",
                )),
            },
            FieldType::OneOf => options::one(typed, &self.options).map(Some),
            FieldType::ManyOf => options::many(typed, &self.options),
            FieldType::Url => url::read(typed).map(Some),
        }
    }

    /// Whether a kept value is one of this field.
    pub fn fits(&self, kept: &str) -> bool {
        if matches!(self.kind, FieldType::Text | FieldType::LongText) {
            return true;
        }
        self.read(kept, &Style::KEPT).as_ref().map(Option::as_deref) == Ok(Some(kept))
    }

    /// A kept value of another shape as a value of this one, as after a change of type.
    ///
    /// # Errors
    /// Why it doesn't fit.
    pub fn convert(&self, kept: &str, from: &Shape, style: &Style) -> Result<String, Misfit> {
        let text: Cow<str> = match (from.kind, self.kind) {
            // An amount in the field's own currency says as much without it.
            (FieldType::Money, FieldType::Number) => match kept.rsplit_once(' ') {
                Some((amount, currency)) if from.currency.as_deref() == Some(currency) => {
                    amount.into()
                }
                _ => kept.into(),
            },
            (FieldType::OneOf, FieldType::ManyOf) => super::split::join(&[kept]).into(),
            (FieldType::ManyOf, FieldType::OneOf | FieldType::Text | FieldType::LongText) => {
                match super::split::list(kept).as_slice() {
                    [only] => (*only).into(),
                    _ => kept.into(),
                }
            }
            _ => kept.into(),
        };
        let was_typed = matches!(from.kind, FieldType::Text | FieldType::LongText);
        let style = if was_typed { style } else { &Style::KEPT };
        self.read(&text, style)?
            .ok_or_else(|| misfit("invalid_date", "It says nothing", "Empty the field instead"))
    }
}

fn misfit(code: &'static str, reason: &'static str, hint: impl Into<Cow<'static, str>>) -> Misfit {
    Misfit {
        code,
        reason,
        hint: hint.into(),
    }
}

fn read_date(typed: &str, order: Order) -> Result<Option<String>, Misfit> {
    match date::parse_in(typed, order, LAST_SHORT_YEAR) {
        Reading::Date(date) if date.year.is_some() => Ok(Some(date.to_string())),
        Reading::Empty => Ok(None),
        Reading::Date(_) => Err(misfit(
            "invalid_date",
            "A date without its year",
            "Write it like 2026-12-31",
        )),
        Reading::Invalid => Err(misfit(
            "invalid_date",
            "Not a date",
            "Write it like 2026-12-31",
        )),
    }
}

/// Countries whose people write a decimal comma, by the number symbols of the Unicode CLDR, release 47.
const DECIMAL_COMMA: &str = "AL AM AO AR AT AZ BA BE BG BO BR BY CL CO CR CY CZ DE DK DZ EC EE ES FI FR GE GR HR HU ID IS IT \
                             KG KZ LT LU LV MA MD ME MK MZ NL NO PL PT PY RO RS RU SE SI SK SN TN TR UA UY UZ VE VN XK ZA";

/// How numbers and dates are typed in a country, ISO 3166 alpha-2.
pub fn style_of(country: Option<&str>) -> Style {
    let comma = country.is_some_and(|code| DECIMAL_COMMA.split(' ').any(|c| c == code));
    Style {
        decimal_comma: comma,
        dates: date::default_order(country),
    }
}

#[cfg(test)]
mod tests;
