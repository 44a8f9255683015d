//! What is wrong with the text of a filter: where, and what would have been expected there.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

/// Positions and lengths count characters; the first is at 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Mistake {
    pub position: u32,
    pub length: u32,
    pub expected: Expected,
    /// What stands there; empty at the end of the text.
    pub found: String,
}

/// What would have been right. The window has words of its own for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Expected {
    /// A field, `not`, `has`, `count`, `matches` or an opening bracket.
    Condition,
    /// The name of a field; perhaps this one was meant.
    Field {
        perhaps: Option<String>,
    },
    /// One of these operators, which the field understands.
    Operator {
        operators: Vec<String>,
    },
    /// `and`, `or` or the end; after an opening bracket also the closing one.
    AndOr {
        bracket: bool,
    },
    OpeningBracket,
    /// A comma or the closing bracket of a list.
    ListGoesOn,
    /// The `and` of `between`.
    BetweenAnd,
    /// The `within` of `anniversary`.
    Within,
    /// Some text, in quotation marks unless it is one word.
    Text,
    Number,
    /// A whole number that is not negative.
    WholeNumber,
    /// A date or a relative date.
    Day,
    /// `30 days`, `2 weeks`, `6 months`, `1 year`.
    Span,
    /// `days`, `weeks`, `months` or `years`.
    Unit,
    /// `ago` or `from now`.
    AgoOrFromNow,
    YesOrNo,
    /// One of these words.
    OneOf {
        words: Vec<String>,
    },
    /// The name of a group that is there; perhaps this one was meant.
    Group {
        perhaps: Option<String>,
    },
    /// The closing quotation mark.
    QuotationMark,
    /// A filter that asks less, with the groups that it uses: at most so many conditions, so many levels deep.
    Less {
        conditions: u32,
        levels: u32,
    },
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let perhaps = |f: &mut fmt::Formatter<'_>, what: &str, name: &Option<String>| match name {
            Some(name) => write!(f, "{what}, perhaps {name}"),
            None => f.write_str(what),
        };
        match self {
            Self::Condition => f.write_str("a condition such as country = \"IL\" or has phone"),
            Self::Field { perhaps: name } => perhaps(f, "the name of a field", name),
            Self::Operator { operators } => write!(f, "one of {}", operators.join(", ")),
            Self::AndOr { bracket: false } => f.write_str("and, or, or the end"),
            Self::AndOr { bracket: true } => f.write_str("and, or, or a closing bracket"),
            Self::OpeningBracket => f.write_str("an opening bracket"),
            Self::ListGoesOn => f.write_str("a comma or a closing bracket"),
            Self::BetweenAnd => f.write_str("and with the second value"),
            Self::Within => f.write_str("within"),
            Self::Text => f.write_str("a text such as \"Haifa\""),
            Self::Number => f.write_str("a number such as 12.5"),
            Self::WholeNumber => f.write_str("a whole number such as 2"),
            Self::Day => f.write_str("a date such as 2026-12-31, today or 30 days ago"),
            Self::Span => f.write_str("a time such as 30 days"),
            Self::Unit => f.write_str("days, weeks, months or years"),
            Self::AgoOrFromNow => f.write_str("ago or from now"),
            Self::YesOrNo => f.write_str("yes or no"),
            Self::OneOf { words } => write!(f, "one of {}", words.join(", ")),
            Self::Group { perhaps: name } => perhaps(f, "the name of a group that exists", name),
            Self::QuotationMark => f.write_str("a closing quotation mark"),
            Self::Less { conditions, levels } => write!(
                f,
                "a filter that asks less: with the groups that it uses at most {conditions} conditions, at most {levels} levels deep"
            ),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (position, expected) = (self.position, &self.expected);
        write!(
            f,
            "The filter has a mistake at position {position}: expected {expected}, "
        )?;
        if self.found.is_empty() {
            f.write_str("but it ends there.")
        } else {
            write!(f, "found {}.", self.found)
        }
    }
}
