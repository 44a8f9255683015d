//! The lines of a card file, unfolded: a property may run over many lines in five ways, not all of them meant.
//!
//! A line that begins with a blank goes on with the one before (vCard 3.0 and 4.0 drop that blank, 2.1 keeps it,
//! since it folds only where one was); quoted-printable goes on after an equals sign; base64 goes on until a blank line
//! or one that is none, indented or not. What is neither a property nor any of these is handed over as stray: a
//! program wrote a line break into a value without marking it.

use std::io::{self, Read};

use super::lines::{LONGEST, Lines, too_long};
use super::property::Head;

/// A property's name and parameters are no longer than this, so they need not be looked for in more.
const LONGEST_HEAD: usize = 4096;

/// More blanks than this at the end of a line are no accident.
const LONGEST_TAIL: usize = 256;

#[derive(Debug)]
pub(super) enum Line {
    /// The whole line, and what was understood of its beginning.
    Property(Head, Vec<u8>),
    Stray(Vec<u8>),
}

pub(super) struct Content<R> {
    lines: Lines<R>,
    /// The card says that it is one of vCard 2.1.
    pub keeps_blanks: bool,
}

impl<R: Read> Content<R> {
    pub fn new(input: R) -> Self {
        Self {
            lines: Lines::new(input),
            keeps_blanks: false,
        }
    }

    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        let Some(mut text) = self.first_line()? else {
            return Ok(None);
        };
        let mut head = Head::complete(&text);
        while let Some(next) = self.lines.peek()? {
            let Some(more) = continuation(head.as_ref(), &mut text, next, self.keeps_blanks) else {
                break;
            };
            if text.len() + more.len() > LONGEST {
                return Err(too_long("it has a property of more than 32 MB"));
            }
            text.extend_from_slice(more);
            self.lines.take()?;
            if head.is_none() && text.len() < LONGEST_HEAD {
                head = Head::complete(&text);
            }
        }
        Ok(Some(match head.or_else(|| Head::of(&text)) {
            Some(head) => Line::Property(head, text),
            None => Line::Stray(text),
        }))
    }

    /// The next line that is neither blank nor a comment, without stray NULs.
    fn first_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        while let Some(mut line) = self.lines.take()? {
            if memchr::memchr(0, &line).is_some() {
                line.retain(|byte| *byte != 0);
            }
            if line.starts_with(b"\xEF\xBB\xBF") {
                line.drain(..3);
            }
            if !is_blank(&line) && !line.starts_with(b"#") {
                return Ok(Some(line));
            }
        }
        Ok(None)
    }
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

/// What `next` adds to `text`, if it goes on with it.
fn continuation<'a>(
    head: Option<&Head>,
    text: &mut Vec<u8>,
    next: &'a [u8],
    keeps_blanks: bool,
) -> Option<&'a [u8]> {
    let quoted_printable = head.is_some_and(Head::is_quoted_printable);
    let base64 = head.is_some_and(Head::is_base64);
    if quoted_printable && ends_softly(text) && !next.eq_ignore_ascii_case(b"END:VCARD") {
        text.truncate(text.trim_ascii_end().len() - 1);
        return Some(next);
    }
    if matches!(next.first(), Some(b' ' | b'\t')) {
        let kept = keeps_blanks && !quoted_printable;
        return Some(if kept { next } else { &next[1..] });
    }
    let packed = |b: &u8| b.is_ascii_alphanumeric() || b"+/= \t".contains(b);
    (base64 && !is_blank(next) && next.iter().all(packed)).then_some(next)
}

/// Blanks after the equals sign are passed over, but not without end: this is asked for each line.
fn ends_softly(text: &[u8]) -> bool {
    let tail = &text[text.len().saturating_sub(LONGEST_TAIL)..];
    tail.trim_ascii_end().ends_with(b"=")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, keeps_blanks: bool) -> Vec<String> {
        let mut content = Content::new(text.as_bytes());
        content.keeps_blanks = keeps_blanks;
        let mut lines = Vec::new();
        while let Some(line) = content.next_line().unwrap() {
            lines.push(match line {
                Line::Property(_, text) => String::from_utf8(text).unwrap(),
                Line::Stray(text) => format!("?{}", String::from_utf8(text).unwrap()),
            });
        }
        lines
    }

    #[test]
    fn folded_lines_are_one() {
        assert_eq!(
            lines("FN:No\r\n a\r\nN:L\n\t evi\n", false),
            ["FN:Noa", "N:L evi"]
        );
        assert_eq!(lines("FN:Noa\r\n Levi\r\n", true), ["FN:Noa Levi"]);
        assert_eq!(lines("TEL;TYPE=\r\n HOME:1", false), ["TEL;TYPE=HOME:1"]);
        assert_eq!(lines("TEL;X=\"a:\r\n b\":1", false), ["TEL;X=\"a:b\":1"]);
    }

    #[test]
    fn soft_breaks_join_even_without_a_blank() {
        let text = "NOTE;ENCODING=QUOTED-PRINTABLE:a=\r\n#b= \r\n c\r\n\r\nFN:x\r\n";
        assert_eq!(
            lines(text, true),
            ["NOTE;ENCODING=QUOTED-PRINTABLE:a#b c", "FN:x"]
        );
        let open = "NOTE;QUOTED-PRINTABLE:a=\nEND:VCARD\n";
        assert_eq!(lines(open, true), ["NOTE;QUOTED-PRINTABLE:a=", "END:VCARD"]);
    }

    #[test]
    fn base64_ends_at_a_blank_line_or_a_property() {
        let indented = "PHOTO;BASE64:\n AAAA\n BBBB\n\nFN:x\n";
        assert_eq!(lines(indented, false), ["PHOTO;BASE64:AAAABBBB", "FN:x"]);
        let flush = "PHOTO;ENCODING=b:AAAA\nBBBB\nEMAIL:x\n";
        assert_eq!(
            lines(flush, false),
            ["PHOTO;ENCODING=b:AAAABBBB", "EMAIL:x"]
        );
    }

    #[test]
    fn comments_are_passed_over_and_other_lines_kept() {
        let text = "# a comment\nNOTE:first\nsecond\n\n# another\nFN:x";
        assert_eq!(lines(text, false), ["NOTE:first", "?second", "FN:x"]);
    }
}
