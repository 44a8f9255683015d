//! From the text form to the tree. Fields are looked up while reading, so that a mistake is told where it stands and
//! with what the field at that place understands.
//!
//! ```text
//! any       = all { "or" all }
//! all       = one { "and" one }
//! one       = "not" one | "(" any ")" | "has" field | "count" field sign number | "matches" text
//!           | field sign value | field "contains" text | field "starts" text
//!           | field ["not"] "in" "(" value { "," value } ")" | field "between" value "and" value
//!           | field "within" ["last" | "next"] span | field "anniversary" "within" span
//! ```

use super::catalog::Catalog;
use super::field::{self, Field};
use super::lexer::{Placed, Token, tokens};
use super::mistake::{Expected, Mistake};
use super::nearest::nearest;
use super::tree::{Comparison, Filter, Side};

/// Brackets within brackets: more would exhaust the stack of whatever walks the tree.
const DEEPEST: usize = 100;

/// Words that begin no field name, unless an operator follows.
const OPENERS: [&str; 3] = ["has", "count", "matches"];

/// Reads a filter; an empty text is the filter that lets everything pass.
///
/// # Errors
/// The first mistake: its position and what would have been expected there.
pub fn parse(text: &str, catalog: &Catalog) -> Result<Filter, Mistake> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
        depth: 0,
        catalog,
    };
    if parser.peek() == &Token::End {
        return Ok(Filter::default());
    }
    let filter = parser.any()?;
    match parser.peek() {
        Token::End => Ok(filter),
        _ => Err(parser.mistake(Expected::AndOr { bracket: false })),
    }
}

pub(super) type Parsed<T> = Result<T, Mistake>;

pub(super) struct Parser<'a> {
    tokens: Vec<Placed>,
    at: usize,
    depth: usize,
    pub catalog: &'a Catalog,
}

impl Parser<'_> {
    pub fn peek(&self) -> &Token {
        &self.tokens[self.at].token
    }

    fn peek_after(&self) -> &Token {
        let last = self.tokens.len() - 1;
        &self.tokens[(self.at + 1).min(last)].token
    }

    /// The place to go back to.
    pub fn mark(&self) -> usize {
        self.at
    }

    pub fn go_back(&mut self, place: usize) {
        self.at = place;
    }

    pub fn advance(&mut self) {
        if self.at + 1 < self.tokens.len() {
            self.at += 1;
        }
    }

    /// What is wrong with the token that comes next.
    pub fn mistake(&self, expected: Expected) -> Mistake {
        let Placed { token, start, end } = &self.tokens[self.at];
        let found = match token {
            Token::Word(word) => word.clone(),
            Token::Quoted(text) => format!("“{text}”"),
            Token::Sign(sign) => (*sign).to_owned(),
            Token::Open => "(".into(),
            Token::Close => ")".into(),
            Token::Comma => ",".into(),
            Token::End => String::new(),
        };
        Mistake {
            position: *start as u32 + 1,
            length: (end - start) as u32,
            expected,
            found,
        }
    }

    pub fn is_keyword(&self, keyword: &str) -> bool {
        matches!(self.peek(), Token::Word(word) if word.eq_ignore_ascii_case(keyword))
    }

    pub fn accept(&mut self, keyword: &str) -> bool {
        let is = self.is_keyword(keyword);
        if is {
            self.advance();
        }
        is
    }

    pub fn expect(&mut self, token: &Token, expected: Expected) -> Parsed<()> {
        if self.peek() != token {
            return Err(self.mistake(expected));
        }
        self.advance();
        Ok(())
    }

    fn any(&mut self) -> Parsed<Filter> {
        let parts = self.joined("or", Self::all)?;
        Ok(single_or(parts, |parts| Filter::Any { parts }))
    }

    fn all(&mut self) -> Parsed<Filter> {
        let parts = self.joined("and", Self::one)?;
        Ok(single_or(parts, |parts| Filter::All { parts }))
    }

    fn joined(&mut self, word: &str, part: fn(&mut Self) -> Parsed<Filter>) -> Parsed<Vec<Filter>> {
        let mut parts = vec![part(self)?];
        while self.accept(word) {
            parts.push(part(self)?);
        }
        Ok(parts)
    }

    fn one(&mut self) -> Parsed<Filter> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.mistake(Expected::AndOr { bracket: true }));
        }
        let filter = self.one_at_depth();
        self.depth -= 1;
        filter
    }

    fn one_at_depth(&mut self) -> Parsed<Filter> {
        if self.peek() == &Token::Open {
            self.advance();
            let inner = self.any()?;
            self.expect(&Token::Close, Expected::AndOr { bracket: true })?;
            return Ok(inner);
        }
        let names_a_field = matches!(self.peek_after(), Token::Sign(_));
        let opener = OPENERS.into_iter().find(|word| self.is_keyword(word));
        match opener {
            Some(_) if names_a_field => self.predicate(),
            Some("has") => {
                self.advance();
                self.has()
            }
            Some("count") => {
                self.advance();
                self.count()
            }
            Some(_) => {
                self.advance();
                Ok(Filter::Matches { text: self.text()? })
            }
            None if self.accept("not") => Ok(Filter::Not {
                part: Box::new(self.one()?),
            }),
            None => self.predicate(),
        }
    }

    fn has(&mut self) -> Parsed<Filter> {
        let place = self.mark();
        let field = self.field(Expected::Field { perhaps: None })?;
        if field.can_be_missing() {
            return Ok(Filter::Has { field: field.code });
        }
        self.go_back(place);
        Err(self.mistake(Expected::Field { perhaps: None }))
    }

    fn count(&mut self) -> Parsed<Filter> {
        let place = self.mark();
        let field = self.field(Expected::Field { perhaps: None })?;
        if !field.is_countable() {
            self.go_back(place);
            let words = ["phone", "email", "address", "organization", "group", "tag"];
            return Err(self.mistake(Expected::OneOf {
                words: words.map(String::from).to_vec(),
            }));
        }
        let op = self.sign().ok_or_else(|| {
            let operators = Comparison::ALL.map(|op| op.sign().to_owned()).to_vec();
            self.mistake(Expected::Operator { operators })
        })?;
        let number = match self.peek() {
            Token::Word(word) => word.parse().ok(),
            _ => None,
        };
        let number = number.ok_or_else(|| self.mistake(Expected::WholeNumber))?;
        self.advance();
        Ok(Filter::Count {
            field: field.code,
            op,
            number,
        })
    }

    /// The field that is named next; `expected` when there is no name at all.
    fn field(&mut self, expected: Expected) -> Parsed<Field> {
        let name = match self.peek() {
            Token::Word(name) if !self.is_keyword("and") && !self.is_keyword("or") => name,
            _ => return Err(self.mistake(expected)),
        };
        match field::find(name, self.catalog) {
            Some(field) => {
                self.advance();
                Ok(field)
            }
            None => {
                let names = field::default_names()
                    .chain(self.catalog.custom.iter().map(|field| field.code.clone()));
                let perhaps = nearest(name, names);
                Err(self.mistake(Expected::Field { perhaps }))
            }
        }
    }

    fn sign(&mut self) -> Option<Comparison> {
        let Token::Sign(sign) = *self.peek() else {
            return None;
        };
        self.advance();
        Comparison::from_sign(sign)
    }

    fn predicate(&mut self) -> Parsed<Filter> {
        let field = self.field(Expected::Condition)?;
        if self.is_keyword("not")
            && matches!(self.peek_after(), Token::Word(word) if word.eq_ignore_ascii_case("in"))
        {
            self.advance();
            let part = Box::new(self.condition(&field)?);
            return Ok(Filter::Not { part });
        }
        self.condition(&field)
    }

    /// What follows a field.
    fn condition(&mut self, field: &Field) -> Parsed<Filter> {
        let refused = self.mistake(Expected::Operator {
            operators: field.operators().into_iter().map(String::from).collect(),
        });
        let Some(operator) = self.operator().filter(|op| field.operators().contains(op)) else {
            return Err(refused);
        };
        let code = field.code.clone();
        match operator {
            "contains" => Ok(Filter::Contains {
                field: code,
                text: self.text()?,
            }),
            "starts" => Ok(Filter::Starts {
                field: code,
                text: self.text()?,
            }),
            "in" => self.list(field),
            "between" => {
                let from = self.value(field)?;
                if !self.accept("and") {
                    return Err(self.mistake(Expected::BetweenAnd));
                }
                let to = self.value(field)?;
                Ok(Filter::Between {
                    field: code,
                    from,
                    to,
                })
            }
            "within" => {
                let side = self.side();
                let span = self.span()?;
                Ok(Filter::Within {
                    field: code,
                    side,
                    span,
                })
            }
            "anniversary" => {
                if !self.accept("within") {
                    return Err(self.mistake(Expected::Within));
                }
                let span = self.span()?;
                Ok(Filter::Anniversary { field: code, span })
            }
            sign => Ok(Filter::Compare {
                field: code,
                op: Comparison::from_sign(sign).unwrap_or(Comparison::Equal),
                value: self.value(field)?,
            }),
        }
    }

    /// The operator that comes next, as [`Field::operators`] names it.
    fn operator(&mut self) -> Option<&'static str> {
        const WORDS: [&str; 6] = [
            "contains",
            "starts",
            "in",
            "between",
            "within",
            "anniversary",
        ];
        if let Some(op) = self.sign() {
            return Some(op.sign());
        }
        let word = WORDS.into_iter().find(|word| self.is_keyword(word))?;
        self.advance();
        Some(word)
    }

    fn list(&mut self, field: &Field) -> Parsed<Filter> {
        self.expect(&Token::Open, Expected::OpeningBracket)?;
        let mut values = vec![self.value(field)?];
        while self.peek() == &Token::Comma {
            self.advance();
            values.push(self.value(field)?);
        }
        self.expect(&Token::Close, Expected::ListGoesOn)?;
        Ok(Filter::In {
            field: field.code.clone(),
            values,
        })
    }

    fn side(&mut self) -> Side {
        if self.accept("last") {
            Side::Last
        } else if self.accept("next") {
            Side::Next
        } else {
            Side::Either
        }
    }
}

fn single_or(mut parts: Vec<Filter>, join: impl FnOnce(Vec<Filter>) -> Filter) -> Filter {
    match parts.len() {
        1 => parts.remove(0),
        _ => join(parts),
    }
}
