//! The text form of a tree. What is printed parses to the same tree again.

use std::fmt::{self, Display, Write};

use super::tree::{Filter, Side, Span, Unit, Value};

impl Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All { parts } => joined(f, parts, " and "),
            Self::Any { parts } => joined(f, parts, " or "),
            Self::Not { part } => {
                f.write_str("not ")?;
                operand(f, part)
            }
            Self::Compare { field, op, value } => write!(f, "{field} {} {value}", op.sign()),
            Self::Contains { field, text } => {
                write!(f, "{field} contains ")?;
                quoted(f, text)
            }
            Self::Starts { field, text } => {
                write!(f, "{field} starts ")?;
                quoted(f, text)
            }
            Self::In { field, values } => {
                let values: Vec<String> = values.iter().map(Value::to_string).collect();
                write!(f, "{field} in ({})", values.join(", "))
            }
            Self::Between { field, from, to } => write!(f, "{field} between {from} and {to}"),
            Self::Within { field, side, span } => {
                let side = match side {
                    Side::Either => "",
                    Side::Last => "last ",
                    Side::Next => "next ",
                };
                write!(f, "{field} within {side}{span}")
            }
            Self::Anniversary { field, span } => write!(f, "{field} anniversary within {span}"),
            Self::Has { field } => write!(f, "has {field}"),
            Self::Count { field, op, number } => write!(f, "count {field} {} {number}", op.sign()),
            Self::Matches { text } => {
                f.write_str("matches ")?;
                quoted(f, text)
            }
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, parts: &[Filter], word: &str) -> fmt::Result {
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            f.write_str(word)?;
        }
        operand(f, part)?;
    }
    Ok(())
}

/// Groups within groups stand in brackets, also where the order of operators would not need it: they are easier to
/// read so.
fn operand(f: &mut fmt::Formatter<'_>, part: &Filter) -> fmt::Result {
    match part {
        Filter::All { .. } | Filter::Any { .. } => write!(f, "({part})"),
        _ => write!(f, "{part}"),
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    f.write_char('"')
}

impl Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { text } => quoted(f, text),
            Self::Number { number } => write!(f, "{number}"),
            Self::Day { day } => write!(f, "{day}"),
            Self::Relative { amount: 0, .. } => f.write_str("today"),
            Self::Relative { amount, unit } => {
                let when = if *amount < 0 { "ago" } else { "from now" };
                write!(f, "{} {when}", Amount(amount.unsigned_abs(), *unit))
            }
            Self::Yes => f.write_str("yes"),
            Self::No => f.write_str("no"),
        }
    }
}

impl Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Amount(u32::from(self.amount), self.unit).fmt(f)
    }
}

struct Amount(u32, Unit);

impl Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = if self.0 == 1 {
            self.1.singular()
        } else {
            self.1.plural()
        };
        write!(f, "{} {unit}", self.0)
    }
}
