//! Splits decoded text into records and fields.
//!
//! The splitting itself is csv-core's. Around it: blank lines are counted, so that a row has the number that a
//! spreadsheet shows; and a quote that is never closed does not swallow the file. A record that runs over several
//! lines is only taken as one when every quoted field in it is closed and followed by a delimiter; otherwise its
//! first line is read with the quotes as ordinary characters, and reading goes on at the second.

use std::io::{self, Read};
use std::ops::Range;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// A quoted field of an honest file is no longer than this; what is, was never closed.
const LONGEST_QUOTED: usize = 1 << 20;
/// A line of text longer than this is no row of a table.
const LONGEST_LINE: usize = 16 << 20;
/// After so many quotes that swallowed much, the file's quotes are taken as ordinary characters, or reading on from
/// each of them would take forever.
const PATIENCE: u32 = 8;
/// From here on a vain search for a closing quote counts against the patience.
const MUCH: usize = 64 * 1024;
const CHUNK: usize = 64 * 1024;

/// One record; its fields borrow from the reader.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'a> {
    /// 1-based; blank lines count, further lines inside quotes don't.
    pub number: u32,
    text: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Record<'a> {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn fields(self) -> impl Iterator<Item = &'a [u8]> {
        self.ranges().map(move |range| &self.text[range])
    }

    /// Where the fields stand in the text.
    pub fn ranges(self) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let range = start..*end;
            start = *end;
            range
        })
    }

    /// All fields without what divides them, where that is valid and holds no NUL: nearly always, and looked at once
    /// for the record instead of for each field.
    pub fn plain_text(&self) -> Option<&'a str> {
        let text = std::str::from_utf8(self.text).ok()?;
        memchr::memchr(0, self.text).is_none().then_some(text)
    }
}

pub(crate) struct Records<R> {
    input: R,
    quoted: Reader,
    literal: Reader,
    delimiter: u8,
    quoting: bool,
    impatience: u32,
    /// What was read and not yet split: `window[at..]`.
    window: Vec<u8>,
    at: usize,
    ended: bool,
    after_return: bool,
    number: u32,
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl<R: Read> Records<R> {
    pub fn new(input: R, delimiter: u8) -> Self {
        let reader = |quoting| {
            ReaderBuilder::new()
                .delimiter(delimiter)
                .quoting(quoting)
                .build()
        };
        Self {
            input,
            quoted: reader(true),
            literal: reader(false),
            delimiter,
            quoting: true,
            impatience: 0,
            window: Vec::new(),
            at: 0,
            ended: false,
            after_return: false,
            number: 0,
            text: vec![0; 1024],
            ends: vec![0; 64],
        }
    }

    /// Passes over the first line, which does not count.
    pub fn skip_line(&mut self) -> io::Result<()> {
        let len = self.line_len()?;
        self.at += len;
        self.step_over_terminator()
    }

    pub fn next_record(&mut self) -> io::Result<Option<Record<'_>>> {
        if !self.skip_blank_lines()? {
            return Ok(None);
        }
        self.number += 1;
        let (fields, used) = self.split()?;
        let start = self.at;
        self.at += used;
        self.after_return = used > 0 && self.window[start + used - 1] == b'\r';
        let ends = &self.ends[..fields];
        Ok(Some(Record {
            number: self.number,
            text: &self.text[..ends.last().copied().unwrap_or(0)],
            ends,
        }))
    }

    /// Splits the record at `at`: how many fields, and how many bytes with the terminator.
    fn split(&mut self) -> io::Result<(usize, usize)> {
        if !self.quoting {
            return self.split_first_line();
        }
        let Some((fields, used)) = self.run(true, None)? else {
            return self.split_first_line_after(LONGEST_QUOTED);
        };
        let body = without_terminator(&self.window[self.at..self.at + used]);
        if memchr::memchr2(b'\n', b'\r', body).is_none() || closes_its_quotes(body, self.delimiter)
        {
            return Ok((fields, used));
        }
        self.split_first_line_after(used)
    }

    fn split_first_line_after(&mut self, searched: usize) -> io::Result<(usize, usize)> {
        if searched >= MUCH {
            self.impatience += 1;
            self.quoting = self.impatience < PATIENCE;
        }
        self.split_first_line()
    }

    fn split_first_line(&mut self) -> io::Result<(usize, usize)> {
        let line = self.line_len()?;
        let with_terminator = (line + 1).min(self.window.len() - self.at);
        let split = self.run(false, Some(with_terminator))?;
        split.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
    }

    /// Drives csv-core from `at` on, over `limit` bytes or as far as the record goes. None where the record is
    /// longer than a closed quote can make it.
    fn run(&mut self, quoted: bool, limit: Option<usize>) -> io::Result<Option<(usize, usize)>> {
        self.quoted.reset();
        self.literal.reset();
        let (mut used, mut written, mut fields) = (0, 0, 0);
        loop {
            let end = limit.map_or(self.window.len(), |limit| self.at + limit);
            let from = self.at + used;
            let reader = if quoted {
                &mut self.quoted
            } else {
                &mut self.literal
            };
            let (result, read, out, found) = reader.read_record(
                &self.window[from..end],
                &mut self.text[written..],
                &mut self.ends[fields..],
            );
            used += read;
            written += out;
            fields += found;
            match result {
                ReadRecordResult::Record => return Ok(Some((fields, used))),
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::End => return Ok(Some((fields, used))),
                ReadRecordResult::InputEmpty if limit.is_some() || self.ended => {}
                ReadRecordResult::InputEmpty => {
                    if used > LONGEST_QUOTED && self.line_len()? < used {
                        return Ok(None);
                    }
                    self.fill(used)?;
                }
            }
        }
    }

    /// The length of the line that begins at `at`, without its terminator.
    fn line_len(&mut self) -> io::Result<usize> {
        let mut searched = 0;
        loop {
            let rest = &self.window[self.at + searched..];
            if let Some(found) = memchr::memchr2(b'\n', b'\r', rest) {
                return Ok(searched + found);
            }
            searched += rest.len();
            if self.ended {
                return Ok(searched);
            }
            self.fill(searched)?;
        }
    }

    /// Reads more behind the window, of which `wanted` bytes from `at` on are in use.
    fn fill(&mut self, wanted: usize) -> io::Result<()> {
        if wanted > LONGEST_LINE {
            return Err(io::Error::other(LineTooLong));
        }
        if self.at > 0 {
            self.window.drain(..self.at);
            self.at = 0;
        }
        let len = self.window.len();
        self.window.resize(len + CHUNK.max(len), 0);
        let read = read_some(&mut self.input, &mut self.window[len..])?;
        self.window.truncate(len + read);
        self.ended = read == 0;
        Ok(())
    }

    /// The next byte, if there is one.
    fn peek(&mut self) -> io::Result<Option<u8>> {
        while self.at == self.window.len() && !self.ended {
            self.fill(0)?;
        }
        Ok(self.window.get(self.at).copied())
    }

    /// Moves to the next line that holds anything; false at the end.
    fn skip_blank_lines(&mut self) -> io::Result<bool> {
        self.finish_terminator()?;
        while let Some(byte) = self.peek()? {
            if byte != b'\n' && byte != b'\r' {
                return Ok(true);
            }
            self.number += 1;
            self.step_over_terminator()?;
        }
        Ok(false)
    }

    fn step_over_terminator(&mut self) -> io::Result<()> {
        if let Some(byte) = self.peek()? {
            self.at += 1;
            self.after_return = byte == b'\r';
        }
        self.finish_terminator()
    }

    /// The line feed that belongs to a carriage return already passed.
    fn finish_terminator(&mut self) -> io::Result<()> {
        if self.after_return {
            self.after_return = false;
            if self.peek()? == Some(b'\n') {
                self.at += 1;
            }
        }
        Ok(())
    }
}

/// The text has a line that is too long for a row.
#[derive(Debug, thiserror::Error)]
#[error("it has a line of more than 16 million characters, so it is no table")]
pub(crate) struct LineTooLong;

fn read_some(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(buffer) {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

fn without_terminator(record: &[u8]) -> &[u8] {
    match record {
        [rest @ .., b'\r', b'\n'] | [rest @ .., b'\n' | b'\r'] => rest,
        _ => record,
    }
}

/// Whether every quoted field of a record is closed, and followed by a delimiter or the end.
fn closes_its_quotes(record: &[u8], delimiter: u8) -> bool {
    let mut rest = record;
    loop {
        let after = match rest {
            [b'"', inner @ ..] => match after_closing_quote(inner) {
                Some(after) => after,
                None => return false,
            },
            _ => {
                let end = memchr::memchr(delimiter, rest).unwrap_or(rest.len());
                &rest[end..]
            }
        };
        match after {
            [] => return true,
            [byte, next @ ..] if *byte == delimiter => rest = next,
            _ => return false,
        }
    }
}

/// What follows the quote that closes a field; a doubled quote is a character of the field.
fn after_closing_quote(inner: &[u8]) -> Option<&[u8]> {
    let mut rest = inner;
    loop {
        rest = &rest[memchr::memchr(b'"', rest)? + 1..];
        match rest {
            [b'"', next @ ..] => rest = next,
            _ => return Some(rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, delimiter: u8) -> Vec<(u32, Vec<String>)> {
        let mut records = Records::new(text.as_bytes(), delimiter);
        let mut all = Vec::new();
        while let Some(record) = records.next_record().unwrap() {
            let fields = record
                .fields()
                .map(|f| String::from_utf8_lossy(f).into_owned());
            all.push((record.number, fields.collect()));
        }
        all
    }

    fn fields(text: &str) -> Vec<Vec<String>> {
        split(text, b',')
            .into_iter()
            .map(|(_, fields)| fields)
            .collect()
    }

    #[test]
    fn every_line_end_ends_a_record_and_blank_lines_count() {
        let all = split("a,b\r\n\r\nc,d\re,f\n\ng", b',');
        let numbers: Vec<u32> = all.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 3, 4, 6]);
        assert_eq!(all[3].1, ["g"]);
    }

    #[test]
    fn quotes_hold_delimiters_lines_and_quotes() {
        assert_eq!(
            fields("\"a,b\",\"c\"\"d\"\n\"e\r\nf\",g\n"),
            [["a,b", "c\"d"], ["e\r\nf", "g"]]
        );
    }

    #[test]
    fn a_quote_that_nothing_closes_stays_in_its_line() {
        let text = "1,\"Bob\n2,Eve\n3,Ann\n";
        assert_eq!(fields(text), [["1", "\"Bob"], ["2", "Eve"], ["3", "Ann"]]);
    }

    #[test]
    fn a_quote_closed_by_the_next_field_stays_in_its_line() {
        let text = "1,\"Bob\n2,\"Eve\"\n3,\"Ann\"\n";
        assert_eq!(fields(text), [["1", "\"Bob"], ["2", "Eve"], ["3", "Ann"]]);
    }

    #[test]
    fn inches_and_nicknames_are_text() {
        assert_eq!(
            fields("Noa \"Nono\" Levi,5\" pipe\nx,\"a\"b\n"),
            [["Noa \"Nono\" Levi", "5\" pipe"], ["x", "ab"]]
        );
    }

    #[test]
    fn many_unclosed_quotes_in_a_long_file_lose_no_line() {
        let text = "\"abc,some more text to make it longer\n".repeat(60_000);
        let all = split(&text, b',');
        assert_eq!(all.len(), 60_000);
        assert_eq!(all[59_999].0, 60_000);
    }

    #[test]
    fn a_long_field_over_many_lines_is_kept_whole() {
        let note = "line of a note\n".repeat(20_000);
        let text = format!("a,\"{note}\"\nb,c\n");
        let all = fields(&text);
        assert_eq!(all.len(), 2);
        assert_eq!(all[0][1], note);
    }

    #[test]
    fn an_endless_line_is_refused() {
        let endless = io::repeat(b'x');
        let error = Records::new(endless, b',').next_record().unwrap_err();
        assert!(
            error
                .get_ref()
                .is_some_and(|inner| inner.is::<LineTooLong>())
        );
    }

    #[test]
    fn a_skipped_line_does_not_count() {
        let mut records = Records::new(&b"sep=;\r\na;b\r\n"[..], b';');
        records.skip_line().unwrap();
        let record = records.next_record().unwrap().unwrap();
        assert_eq!((record.number, record.len()), (1, 2));
    }
}
