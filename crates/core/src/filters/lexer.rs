//! The words, texts and signs of a filter's text, each with its place.

use super::mistake::{Expected, Mistake};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A run of anything that is none of the others: a name, a keyword, a number, a date, a value without blanks.
    Word(String),
    /// What stood in quotation marks.
    Quoted(String),
    /// `=`, `!=`, `<`, `<=`, `>` or `>=`.
    Sign(&'static str),
    Open,
    Close,
    Comma,
    End,
}

/// A token with its place, in characters from 0.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub token: Token,
    pub start: usize,
    pub end: usize,
}

const SIGNS: [&str; 6] = ["!=", "<=", ">=", "=", "<", ">"];

/// Quotation marks: what opens and what closes.
const QUOTES: [(char, &[char]); 4] = [
    ('"', &['"']),
    ('\'', &['\'']),
    ('“', &['”']),
    ('„', &['“', '”']),
];

/// The tokens of a text; the last is always `End`.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed>, Mistake> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if characters[at].is_whitespace() || is_direction_mark(characters[at]) {
            at += 1;
            continue;
        }
        let (token, end) = next(&characters, at)?;
        found.push(Placed {
            token,
            start: at,
            end,
        });
        at = end;
    }
    found.push(Placed {
        token: Token::End,
        start: characters.len(),
        end: characters.len(),
    });
    Ok(found)
}

fn next(characters: &[char], at: usize) -> Result<(Token, usize), Mistake> {
    let rest = &characters[at..];
    match rest[0] {
        '(' => return Ok((Token::Open, at + 1)),
        ')' => return Ok((Token::Close, at + 1)),
        ',' => return Ok((Token::Comma, at + 1)),
        _ => {}
    }
    if let Some((_, closing)) = QUOTES.iter().find(|(open, _)| *open == rest[0]) {
        return quoted(characters, at, closing);
    }
    if let Some(sign) = SIGNS
        .into_iter()
        .find(|sign| sign.chars().zip(rest).filter(|(a, b)| a == *b).count() == sign.len())
    {
        return Ok((Token::Sign(sign), at + sign.len()));
    }
    let length = rest
        .iter()
        .position(|c| ends_word(*c))
        .unwrap_or(rest.len());
    // A lone exclamation mark begins no sign and ends no word.
    let length = length.max(1);
    Ok((Token::Word(rest[..length].iter().collect()), at + length))
}

fn ends_word(c: char) -> bool {
    c.is_whitespace()
        || is_direction_mark(c)
        || matches!(
            c,
            '(' | ')' | ',' | '=' | '!' | '<' | '>' | '"' | '“' | '”' | '„'
        )
}

/// Marks that come along with text copied between directions of writing.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// A backslash before a quotation mark or a backslash takes it as it is.
fn quoted(characters: &[char], at: usize, closing: &[char]) -> Result<(Token, usize), Mistake> {
    let mut text = String::new();
    let mut i = at + 1;
    while let Some(c) = characters.get(i) {
        match (c, characters.get(i + 1)) {
            (c, _) if closing.contains(c) => return Ok((Token::Quoted(text), i + 1)),
            ('\\', Some(next)) if *next == '\\' || closing.contains(next) => {
                text.push(*next);
                i += 1;
            }
            _ => text.push(*c),
        }
        i += 1;
    }
    Err(Mistake {
        position: characters.len() as u32 + 1,
        length: 0,
        expected: Expected::QuotationMark,
        found: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Token> {
        tokens(text).unwrap().into_iter().map(|t| t.token).collect()
    }

    fn word(text: &str) -> Token {
        Token::Word(text.into())
    }

    #[test]
    fn words_signs_and_texts_are_told_apart() {
        assert_eq!(
            all("a!=b.c@d (\"x \\\" \\\\ y\",'z')>=2026-01-02"),
            [
                word("a"),
                Token::Sign("!="),
                word("b.c@d"),
                Token::Open,
                Token::Quoted("x \" \\ y".into()),
                Token::Comma,
                Token::Quoted("z".into()),
                Token::Close,
                Token::Sign(">="),
                word("2026-01-02"),
                Token::End,
            ]
        );
        assert_eq!(all("שם = “נעה לוי”")[2], Token::Quoted("נעה לוי".into()));
        assert_eq!(all("o'neill"), [word("o'neill"), Token::End]);
        assert_eq!(all("\u{200f}a\u{200e}"), [word("a"), Token::End]);
        assert_eq!(all("! !"), [word("!"), word("!"), Token::End]);
    }

    #[test]
    fn a_text_that_does_not_end_is_told_at_the_end() {
        let mistake = tokens("a = \"נעה").unwrap_err();
        assert_eq!(
            (mistake.position, mistake.expected),
            (9, Expected::QuotationMark)
        );
    }
}
