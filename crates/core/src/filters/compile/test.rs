//! The test of one value: what a condition becomes for an expression that is the value.

use chrono::NaiveDate;

use super::super::collation::{self, NAME};
use super::super::days::{self, Stretch};
use super::super::field::Shape;
use super::super::sql::{Arg, Sql};
use super::super::tree::{Comparison, Filter, Value};
use super::nothing;
use crate::groups::folded;
use crate::values::country;

pub(super) struct Test<'a> {
    pub leaf: &'a Filter,
    pub shape: &'a Shape,
    pub today: NaiveDate,
}

fn text(value: &Value) -> &str {
    match value {
        Value::Text { text } => text,
        _ => "",
    }
}

fn json(texts: &[String]) -> Arg {
    Arg::Text(serde_json::Value::from(texts).to_string())
}

/// One of the texts, compared folded.
pub(super) fn one_of(value: &str, texts: &[String]) -> Sql {
    let sql = format!("{value} COLLATE {NAME} IN (SELECT value FROM json_each(?))");
    Sql::with(sql, [json(texts)])
}

/// At least one of the tests.
pub(super) fn either(mut tests: Vec<Sql>) -> Sql {
    match tests.len() {
        1 => tests.remove(0),
        _ => Sql::joined(tests, " OR ").wrapped("(", ")"),
    }
}

impl Test<'_> {
    /// The test for the expression `value`, which is not NULL where the answer matters.
    pub fn on(&self, value: &str) -> Sql {
        match self.shape {
            Shape::Text => self.on_text(value),
            Shape::List => self.on_list(value),
            Shape::Number => self.on_number(value),
            Shape::Date | Shape::Time => self.on_day(value),
            Shape::YesNo => {
                let kept = if self.is_yes() { "yes" } else { "no" };
                Sql::new(format!("{value} = '{kept}'"))
            }
            Shape::Words(_) => self.on_words(value),
            Shape::Group | Shape::Rows => nothing(),
        }
    }

    pub fn is_yes(&self) -> bool {
        let Filter::Compare { value, .. } = self.leaf else {
            return false;
        };
        *value == Value::Yes
    }

    /// The texts of `=` or `in`.
    pub fn texts(&self) -> Vec<String> {
        match self.leaf {
            Filter::Compare { value, .. } => vec![text(value).to_owned()],
            Filter::In { values, .. } => values.iter().map(|v| text(v).to_owned()).collect(),
            _ => Vec::new(),
        }
    }

    /// The texts, where the condition is that one of them is the value.
    pub fn equals(&self) -> Option<Vec<String>> {
        let is = matches!(
            self.leaf,
            Filter::In { .. }
                | Filter::Compare {
                    op: Comparison::Equal,
                    ..
                }
        );
        is.then(|| self.texts())
    }

    /// One of few words that are kept as they are written.
    fn on_words(&self, value: &str) -> Sql {
        Sql::with(
            format!("{value} IN (SELECT value FROM json_each(?))"),
            [json(&self.texts())],
        )
    }

    fn on_text(&self, value: &str) -> Sql {
        let with =
            |text: String| Sql::with(format!("{value} = ? COLLATE {NAME}"), [Arg::Text(text)]);
        match self.leaf {
            Filter::Contains { text, .. } => with(collation::holding(text)),
            Filter::Starts { text, .. } => with(collation::beginning(text)),
            Filter::Compare {
                op: Comparison::Equal,
                value: wanted,
                ..
            } if value == "c.lifecycle" => lifecycle(value, &[text(wanted).to_owned()]),
            Filter::In { .. } if value == "c.lifecycle" => lifecycle(value, &self.texts()),
            Filter::Compare {
                op, value: wanted, ..
            } => Sql::with(
                format!("{value} {} ? COLLATE {NAME}", op.sign()),
                [Arg::Text(text(wanted).to_owned())],
            ),
            Filter::In { .. } => one_of(value, &self.texts()),
            Filter::Between { from, to, .. } => Sql::with(
                format!("{value} COLLATE {NAME} BETWEEN ? AND ?"),
                [from, to].map(|end| Arg::Text(text(end).to_owned())),
            ),
            _ => nothing(),
        }
    }

    /// A value that lists several texts.
    fn on_list(&self, value: &str) -> Sql {
        match self.equals() {
            Some(texts) => {
                let one = |text: String| {
                    let text = Arg::Text(collation::listing(&text));
                    Sql::with(format!("{value} = ? COLLATE {NAME}"), [text])
                };
                Sql::joined(texts.into_iter().map(one), " OR ").wrapped("(", ")")
            }
            None => self.on_text(value),
        }
    }

    /// Numbers of the contact are integers, those of custom fields are kept as text, which may be none
    /// where it does not fit its field.
    fn on_number(&self, value: &str) -> Sql {
        let number = |value: &Value| match value {
            Value::Number { number } if number.fract() == 0.0 && number.abs() < 9e15 => {
                Arg::Integer(*number as i64)
            }
            Value::Number { number } => Arg::Real(*number),
            _ => Arg::Integer(0),
        };
        let is_text = value == "v.value";
        let (guard, value) = if is_text {
            ("v.misfit IS NULL AND ", "CAST(v.value AS REAL)")
        } else {
            ("", value)
        };
        let test = match self.leaf {
            Filter::Compare {
                op, value: wanted, ..
            } => Sql::with(format!("{value} {} ?", op.sign()), [number(wanted)]),
            Filter::In { values, .. } => {
                let marks = vec!["?"; values.len()].join(", ");
                Sql::with(format!("{value} IN ({marks})"), values.iter().map(number))
            }
            Filter::Between { from, to, .. } => Sql::with(
                format!("{value} BETWEEN ? AND ?"),
                [number(from), number(to)],
            ),
            _ => nothing(),
        };
        test.wrapped(guard, "")
    }

    fn on_day(&self, value: &str) -> Sql {
        let day = |value: &Value| value.day(self.today).unwrap_or(self.today);
        match self.leaf {
            Filter::Compare {
                op, value: wanted, ..
            } => within(value, days::compared(*op, day(wanted))),
            Filter::In { values, .. } => {
                let each = values.iter().map(|one| {
                    within(value, days::compared(Comparison::Equal, day(one))).wrapped("(", ")")
                });
                Sql::joined(each, " OR ").wrapped("(", ")")
            }
            Filter::Between { from, to, .. } => within(value, days::between(day(from), day(to))),
            Filter::Within { side, span, .. } => {
                within(value, days::within(*side, *span, self.today))
            }
            Filter::Anniversary { span, .. } => {
                let parts = days::anniversary(*span, self.today)
                    .into_iter()
                    .map(|(from, to)| {
                        let test = format!("substr({value}, -5) BETWEEN ? AND ?");
                        Sql::with(test, [Arg::Text(from), Arg::Text(to)])
                    });
                Sql::joined(parts, " OR ").wrapped("(", ")")
            }
            _ => nothing(),
        }
    }

    /// Countries are kept by their code where they were recognised, and so are they asked for.
    pub fn on_countries(&self) -> Option<Sql> {
        let (known, others): (Vec<String>, Vec<String>) = self
            .equals()?
            .into_iter()
            .map(|text| country::code_of(&text).map_or(text, str::to_owned))
            .partition(|text| country::code_of(text) == Some(text.as_str()));
        let mut tests = Vec::new();
        match known.as_slice() {
            [] => {}
            [one] => tests.push(Sql::with("a.country = ?", [Arg::Text(one.clone())])),
            several => tests.push(Sql::with(
                "a.country IN (SELECT value FROM json_each(?))",
                [json(several)],
            )),
        }
        if !others.is_empty() {
            tests.push(one_of("a.country", &others));
        }
        Some(either(tests))
    }

    /// By a column that holds the folded name.
    pub fn on_folded(&self, column: &str) -> Option<Sql> {
        let names: Vec<String> = self.equals()?.iter().map(|name| folded(name)).collect();
        Some(match names.as_slice() {
            [one] => Sql::with(format!("{column} = ?"), [Arg::Text(one.clone())]),
            several => Sql::with(
                format!("{column} IN (SELECT value FROM json_each(?))"),
                [json(several)],
            ),
        })
    }
}

fn within(value: &str, Stretch { from, until }: Stretch) -> Sql {
    Sql::with(
        format!("{value} >= ? AND {value} < ?"),
        [Arg::Text(from), Arg::Text(until)],
    )
}

/// `customer` means every stage of it, `customer/vip` the one.
fn lifecycle(value: &str, wanted: &[String]) -> Sql {
    let one = |text: &String| {
        let operand = match text.contains('/') {
            true => text.clone(),
            false => collation::beginning(text),
        };
        Sql::with(format!("{value} = ? COLLATE {NAME}"), [Arg::Text(operand)])
    };
    Sql::joined(wanted.iter().map(one), " OR ").wrapped("(", ")")
}
