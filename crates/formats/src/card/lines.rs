//! Lines of a file as they stand, whatever ends them: CRLF, LF, CR, or all of them mixed.
//!
//! One line is held at a time, and one ahead. A line longer than any card's photo is refused rather than held.

use std::io::{self, Read};

/// A photo of 24 million bytes on one line; what is longer is no line of a card.
pub(super) const LONGEST: usize = 32 << 20;
const CHUNK: usize = 64 * 1024;

/// A line, a property or a card is larger than any honest one.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct TooLong(pub &'static str);

pub(super) fn too_long(what: &'static str) -> io::Error {
    io::Error::other(TooLong(what))
}

pub(super) struct Lines<R> {
    input: R,
    chunk: Box<[u8]>,
    /// What was read and not yet used: `chunk[at..end]`.
    at: usize,
    end: usize,
    ended: bool,
    after_return: bool,
    ahead: Option<Vec<u8>>,
}

impl<R: Read> Lines<R> {
    pub fn new(input: R) -> Self {
        Self {
            input,
            chunk: vec![0; CHUNK].into(),
            at: 0,
            end: 0,
            ended: false,
            after_return: false,
            ahead: None,
        }
    }

    /// The next line, without taking it.
    pub fn peek(&mut self) -> io::Result<Option<&[u8]>> {
        if self.ahead.is_none() {
            self.ahead = self.read_line()?;
        }
        Ok(self.ahead.as_deref())
    }

    /// The next line without what ends it.
    pub fn take(&mut self) -> io::Result<Option<Vec<u8>>> {
        match self.ahead.take() {
            Some(line) => Ok(Some(line)),
            None => self.read_line(),
        }
    }

    fn read_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        loop {
            if self.at == self.end && !self.fill()? {
                return Ok((!line.is_empty()).then_some(line));
            }
            if std::mem::take(&mut self.after_return) && self.chunk[self.at] == b'\n' {
                self.at += 1;
                continue;
            }
            let rest = &self.chunk[self.at..self.end];
            let Some(end) = memchr::memchr2(b'\n', b'\r', rest) else {
                line.extend_from_slice(rest);
                self.at = self.end;
                if line.len() > LONGEST {
                    return Err(too_long("it has a line of more than 32 MB"));
                }
                continue;
            };
            line.extend_from_slice(&rest[..end]);
            self.after_return = rest[end] == b'\r';
            self.at += end + 1;
            return Ok(Some(line));
        }
    }

    /// Reads the next piece; false at the end.
    fn fill(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.at = 0;
        loop {
            match self.input.read(&mut self.chunk) {
                Ok(read) => {
                    self.end = read;
                    self.ended = read == 0;
                    return Ok(read > 0);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_ends_a_line_once() {
        let mut lines = Lines::new(&b"a\r\nb\rc\n\n\r\nd"[..]);
        let mut found = Vec::new();
        assert_eq!(lines.peek().unwrap(), Some(&b"a"[..]));
        while let Some(line) = lines.take().unwrap() {
            found.push(String::from_utf8(line).unwrap());
        }
        assert_eq!(found, ["a", "b", "c", "", "", "d"]);
    }

    #[test]
    fn an_endless_line_is_refused() {
        let mut lines = Lines::new(io::repeat(b'a'));
        assert!(lines.take().unwrap_err().get_ref().unwrap().is::<TooLong>());
    }
}
