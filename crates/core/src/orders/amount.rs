//! An amount as it crosses into the window and onto the command line: whole minor units of a currency.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::values::custom::{Money, Style, read_money};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Amount {
    /// Cents, agorot; yen themselves.
    pub minor: i64,
    /// ISO 4217.
    pub currency: String,
}

impl Amount {
    pub fn new(minor: i64, currency: &str) -> Self {
        let currency = currency.to_owned();
        Self { minor, currency }
    }

    /// In whole units and a fraction, for comparing; never for reckoning.
    pub fn major(&self) -> f64 {
        let decimals = Money::new(0, &self.currency).map_or(0, |money| money.decimals());
        self.minor as f64 / 10_f64.powi(decimals as i32)
    }

    /// An amount as programs write it (`12.50`), in the currency unless it names another one.
    pub fn read(text: &str, currency: &str) -> Option<Self> {
        let money = read_money(text.trim(), Some(currency), Style::KEPT.decimal_comma).ok()?;
        Some(Self::new(money.minor, money.currency()))
    }
}

/// `12.50 EUR`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Money::new(self.minor, &self.currency) {
            Some(money) => money.fmt(f),
            None => write!(f, "{} {}", self.minor, self.currency),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_written_exactly() {
        for (text, currency, minor, shown) in [
            ("12.50", "EUR", 1250, "12.50 EUR"),
            ("12", "EUR", 1200, "12.00 EUR"),
            ("0.1", "EUR", 10, "0.10 EUR"),
            ("1500", "JPY", 1500, "1500 JPY"),
            ("1.234", "KWD", 1234, "1.234 KWD"),
            ("-3.05", "EUR", -305, "-3.05 EUR"),
            ("10 USD", "EUR", 1000, "10.00 USD"),
        ] {
            let amount = Amount::read(text, currency).unwrap();
            assert_eq!((amount.minor, amount.to_string().as_str()), (minor, shown));
        }
        for wrong in ["", "abc", "1.234", "12.505", "1e3"] {
            assert_eq!(Amount::read(wrong, "EUR"), None, "{wrong}");
        }
    }
}
