//! What a type may be given, with the field and what to write instead where it may not.

use crate::error::{Error, Result};
use crate::memberships::{Rule, month_and_day};
use crate::values::custom::{currency_code, currency_of_country};

pub(super) fn name(text: &str) -> Result<&str> {
    match text.trim() {
        "" => Err(Error::field("name", "A membership type needs a name.")),
        name => Ok(name),
    }
}

pub(super) fn rule(text: &str) -> Result<Rule> {
    Rule::read(text).ok_or_else(|| {
        Error::field(
            "term",
            format!("“{text}” is no term: write rolling:12m, rolling:30d, fixed:01-01, lifetime or issues:12."),
        )
    })
}

/// MM-DD on a type of fixed periods; nothing where it is empty.
pub(super) fn roll_over(text: Option<&str>, rule: Rule) -> Result<Option<String>> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let Rule::Fixed { month, day } = rule else {
        let message = "Only a term of fixed periods, such as fixed:01-01, has a roll-over day.";
        return Err(Error::field("roll_over", message));
    };
    match month_and_day(text) {
        Some(turn) if turn == (month, day) => Err(Error::field(
            "roll_over",
            "On the first day of the period every term would roll over.",
        )),
        Some((month, day)) => Ok(Some(format!("{month:02}-{day:02}"))),
        None => Err(Error::field(
            "roll_over",
            format!("“{text}” is no day of every year: write MM-DD, such as 10-01."),
        )),
    }
}

/// ISO 4217: what was written, else the currency of the workspace's country.
pub(super) fn currency(text: Option<&str>, country: Option<&str>) -> Result<&'static str> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => currency_code(text).ok_or_else(|| {
            Error::field(
                "currency",
                format!("“{text}” is no currency: write its code, such as EUR."),
            )
        }),
        None => country.and_then(currency_of_country).ok_or_else(|| {
            Error::field(
                "currency",
                "Name the currency of the prices by its code, such as EUR.",
            )
        }),
    }
}
