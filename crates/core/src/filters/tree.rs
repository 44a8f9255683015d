//! The expression tree. It says what was asked, by field names and values; what a field is and where its values lie
//! is the matter of `field.rs`, and how it becomes SQL that of `compile`.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::groups::folded;

/// A condition on a contact. A field that has several values, such as the phones, meets a condition when one of
/// them does; a field without a value meets none, so that `not (x = 1)` holds for contacts without x.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Filter {
    /// `a and b`; without parts, everything.
    All { parts: Vec<Filter> },
    /// `a or b`; never without parts.
    Any { parts: Vec<Filter> },
    /// `not a`
    Not { part: Box<Filter> },
    /// `city = "Haifa"`
    Compare {
        field: String,
        op: Comparison,
        value: Value,
    },
    /// `last_name contains "ev"`
    Contains { field: String, text: String },
    /// `last_name starts "Le"`
    Starts { field: String, text: String },
    /// `tag in ("vip", "press")`
    In { field: String, values: Vec<Value> },
    /// `created between 2026-01-01 and 2026-03-31`, both ends included
    Between {
        field: String,
        from: Value,
        to: Value,
    },
    /// `created within 30 days`, `created within last 30 days`, `contract_end within next 2 months`
    Within {
        field: String,
        side: Side,
        span: Span,
    },
    /// `birthday anniversary within 14 days`: the day comes round from today to 14 days ahead
    Anniversary { field: String, span: Span },
    /// `has phone`
    Has { field: String },
    /// `count phone >= 2`
    Count {
        field: String,
        op: Comparison,
        number: u32,
    },
    /// `matches "noa 0501"`: what the search finds
    Matches { text: String },
}

impl Default for Filter {
    /// Everything.
    fn default() -> Self {
        Self::All { parts: Vec::new() }
    }
}

impl Filter {
    /// Whether it lets everything pass for want of any condition.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::All { parts } if parts.is_empty())
    }

    /// Calls `look` for this node and all below it.
    pub fn visit<'f>(&'f self, look: &mut impl FnMut(&'f Filter)) {
        look(self);
        match self {
            Self::All { parts } | Self::Any { parts } => {
                parts.iter().for_each(|part| part.visit(look));
            }
            Self::Not { part } => part.visit(look),
            _ => {}
        }
    }

    /// Puts a group's new name in place of the old, which is told folded.
    pub(crate) fn rename_group(&mut self, old: &str, new: &str) {
        let rename = |value: &mut Value| {
            if let Value::Text { text } = value
                && folded(text) == old
            {
                *text = new.to_owned();
            }
        };
        match self {
            Self::All { parts } | Self::Any { parts } => {
                parts
                    .iter_mut()
                    .for_each(|part| part.rename_group(old, new));
            }
            Self::Not { part } => part.rename_group(old, new),
            Self::Compare { field, value, .. } if field == "group" => rename(value),
            Self::In { field, values } if field == "group" => values.iter_mut().for_each(rename),
            _ => {}
        }
    }

    /// The field that the condition asks about, if it is one of a field.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Compare { field, .. }
            | Self::Contains { field, .. }
            | Self::Starts { field, .. }
            | Self::In { field, .. }
            | Self::Between { field, .. }
            | Self::Within { field, .. }
            | Self::Anniversary { field, .. }
            | Self::Has { field }
            | Self::Count { field, .. } => Some(field),
            Self::All { .. } | Self::Any { .. } | Self::Not { .. } | Self::Matches { .. } => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    Equal,
    /// The same as `not (… = …)`.
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Comparison {
    pub const ALL: [Comparison; 6] = [
        Self::Equal,
        Self::Unequal,
        Self::Less,
        Self::AtMost,
        Self::More,
        Self::AtLeast,
    ];

    /// As the text form and SQL write it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Unequal => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }

    pub fn from_sign(sign: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|op| op.sign() == sign)
    }
}

/// What a field is compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Value {
    Text {
        text: String,
    },
    Number {
        number: f64,
    },
    Day {
        #[ts(type = "string")]
        day: NaiveDate,
    },
    /// So far from today: `30 days ago` is negative, `today` is 0 days.
    Relative {
        amount: i32,
        unit: Unit,
    },
    Yes,
    No,
}

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// The day that is meant, if it is one.
    pub(super) fn day(&self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day { day } => Some(*day),
            Self::Relative { amount, unit } => Some(unit.after(today, *amount)),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

impl Unit {
    pub const ALL: [Unit; 4] = [Self::Days, Self::Weeks, Self::Months, Self::Years];

    /// As the text form writes it after another number than 1.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }

    pub fn singular(self) -> &'static str {
        self.plural().trim_end_matches('s')
    }

    /// The day that lies so far after `day`; what no calendar holds stays at its end.
    pub(super) fn after(self, day: NaiveDate, amount: i32) -> NaiveDate {
        let size = amount.unsigned_abs();
        let moved = match (self, amount >= 0) {
            (Self::Days, true) => day.checked_add_days(Days::new(u64::from(size))),
            (Self::Days, false) => day.checked_sub_days(Days::new(u64::from(size))),
            (Self::Weeks, true) => day.checked_add_days(Days::new(7 * u64::from(size))),
            (Self::Weeks, false) => day.checked_sub_days(Days::new(7 * u64::from(size))),
            (Self::Months, true) => day.checked_add_months(Months::new(size)),
            (Self::Months, false) => day.checked_sub_months(Months::new(size)),
            (Self::Years, true) => day.checked_add_months(Months::new(size.saturating_mul(12))),
            (Self::Years, false) => day.checked_sub_months(Months::new(size.saturating_mul(12))),
        };
        let (first, last) = (
            NaiveDate::from_ymd_opt(0, 1, 1),
            NaiveDate::from_ymd_opt(9999, 12, 30),
        );
        let end = if amount >= 0 { last } else { first };
        moved
            .filter(|day| Some(*day) >= first && Some(*day) <= last)
            .or(end)
            .unwrap_or(day)
    }
}

/// A stretch of time: `30 days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Span {
    pub amount: u16,
    pub unit: Unit,
}

/// On which side of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Before or after.
    Either,
    Last,
    Next,
}
