//! Reading the values of a filter's text, each as the field at its place understands it.

use chrono::NaiveDate;

use super::field::{Field, Shape};
use super::lexer::Token;
use super::mistake::Expected;
use super::nearest::nearest;
use super::parse::{Parsed, Parser};
use super::tree::{Span, Unit, Value};

/// Words that stand for themselves only in quotation marks.
const KEYWORDS: [&str; 3] = ["and", "or", "not"];

impl Parser<'_> {
    pub(super) fn value(&mut self, field: &Field) -> Parsed<Value> {
        match &field.shape {
            Shape::Text | Shape::List | Shape::Rows => Ok(Value::text(self.text()?)),
            Shape::Number => self.number(),
            Shape::Date | Shape::Time => self.day(),
            Shape::YesNo => self.yes_or_no(),
            Shape::Words(words) => self.one_of(words),
            Shape::Group => self.group(),
        }
    }

    /// A text that says something.
    pub(super) fn text(&mut self) -> Parsed<String> {
        let text = match self.peek() {
            Token::Quoted(text) => text.clone(),
            Token::Word(word) if !KEYWORDS.iter().any(|k| word.eq_ignore_ascii_case(k)) => {
                word.clone()
            }
            _ => String::new(),
        };
        if text.trim().is_empty() {
            return Err(self.mistake(Expected::Text));
        }
        self.advance();
        Ok(text)
    }

    /// The next token, if it is a word or stands in quotation marks; not taken yet.
    fn word(&self) -> Option<&str> {
        match self.peek() {
            Token::Word(word) | Token::Quoted(word) => Some(word.trim()),
            _ => None,
        }
    }

    fn number(&mut self) -> Parsed<Value> {
        let number: Option<f64> = self.word().and_then(|word| word.parse().ok());
        let Some(number) = number.filter(|number| number.is_finite()) else {
            return Err(self.mistake(Expected::Number));
        };
        self.advance();
        // There is one zero only.
        Ok(Value::Number {
            number: number + 0.0,
        })
    }

    fn day(&mut self) -> Parsed<Value> {
        let word = self.word().unwrap_or_default();
        let near = [("today", 0), ("yesterday", -1), ("tomorrow", 1)];
        if let Some((_, amount)) = near
            .iter()
            .find(|(name, _)| word.eq_ignore_ascii_case(name))
        {
            let amount = *amount;
            self.advance();
            return Ok(Value::Relative {
                amount,
                unit: Unit::Days,
            });
        }
        if let Ok(day) = word.parse::<NaiveDate>()
            && day.to_string() == word
        {
            self.advance();
            return Ok(Value::Day { day });
        }
        if word.parse::<u16>().is_err() {
            return Err(self.mistake(Expected::Day));
        }
        self.relative_day()
    }

    /// `30 days ago`, `2 weeks from now`.
    fn relative_day(&mut self) -> Parsed<Value> {
        let Span { amount, unit } = self.span()?;
        let amount = i32::from(amount);
        let amount = if self.accept("ago") {
            -amount
        } else if self.accept("from") && self.is_keyword("now") {
            self.advance();
            amount
        } else {
            return Err(self.mistake(Expected::AgoOrFromNow));
        };
        // Nothing ago is today, in whatever unit.
        let unit = if amount == 0 { Unit::Days } else { unit };
        Ok(Value::Relative { amount, unit })
    }

    pub(super) fn span(&mut self) -> Parsed<Span> {
        let amount = match self.peek() {
            Token::Word(word) => word.parse().ok(),
            _ => None,
        };
        let amount = amount.ok_or_else(|| self.mistake(Expected::Span))?;
        self.advance();
        let unit = Unit::ALL
            .into_iter()
            .find(|unit| self.is_keyword(unit.plural()) || self.is_keyword(unit.singular()));
        let unit = unit.ok_or_else(|| self.mistake(Expected::Unit))?;
        self.advance();
        Ok(Span { amount, unit })
    }

    fn yes_or_no(&mut self) -> Parsed<Value> {
        let word = self.word().unwrap_or_default().to_lowercase();
        let value = match word.as_str() {
            "yes" | "true" | "1" => Value::Yes,
            "no" | "false" | "0" => Value::No,
            _ => return Err(self.mistake(Expected::YesOrNo)),
        };
        self.advance();
        Ok(value)
    }

    fn one_of(&mut self, words: &[&str]) -> Parsed<Value> {
        let said = self
            .word()
            .unwrap_or_default()
            .to_lowercase()
            .replace([' ', '-'], "_");
        match words.iter().find(|word| **word == said) {
            Some(word) => {
                self.advance();
                Ok(Value::text(*word))
            }
            None => Err(self.mistake(Expected::OneOf {
                words: words.iter().map(|word| (*word).to_owned()).collect(),
            })),
        }
    }

    fn group(&mut self) -> Parsed<Value> {
        let place = self.mark();
        let name = self.text()?;
        match self.catalog.group(&name) {
            Some(group) => Ok(Value::text(group.name.clone())),
            None => {
                let perhaps = nearest(&name, self.catalog.groups.iter().map(|g| g.name.clone()));
                self.go_back(place);
                Err(self.mistake(Expected::Group { perhaps }))
            }
        }
    }
}
