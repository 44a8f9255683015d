//! Limits on what a compressed part may unpack to, enforced while it unpacks: the sizes that a file declares are
//! only claims.

use std::cell::Cell;
use std::fmt;
use std::io::{self, Read};

use crate::error::FormatError;

const MIB: u64 = 1 << 20;
/// Whatever unpacks to less is no danger.
const HARMLESS: u64 = 64 * MIB;
/// Sheets shrink to a tenth or twentieth when packed; office libraries take a hundredth for a bomb.
const MOST_RATIO: u64 = 100;
/// No sheet of a million rows comes near.
const MOST_BYTES: u64 = 4096 * MIB;
/// A tag, text or comment longer than this is no cell of a spreadsheet, and a parser holds each in memory.
const MOST_TOKEN: u64 = 64 * MIB;

/// A part unpacks to more than a sheet can hold.
#[derive(Debug)]
pub(crate) struct TooMuch(pub String);

impl fmt::Display for TooMuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TooMuch {}

/// Whether a part may unpack to so many bytes.
pub(crate) fn check_size(unpacked: u64, packed: u64) -> Result<(), TooMuch> {
    let bomb = unpacked > HARMLESS && unpacked / packed.max(1) > MOST_RATIO;
    if bomb || unpacked > MOST_BYTES {
        return Err(TooMuch(format!(
            "a part of {} KB unpacks to more than {} MB",
            packed / 1024 + 1,
            unpacked / MIB
        )));
    }
    Ok(())
}

/// A part being unpacked under the limits. Whoever parses it says after each token that a new one begins.
pub(crate) struct Capped<R> {
    inner: R,
    packed: u64,
    unpacked: u64,
    token: u64,
}

/// Parts that are unpacked one after the other, under the limits of one part: a package of many small bombs is a bomb.
pub(crate) struct Together<'a, R> {
    inner: R,
    packed: u64,
    unpacked: &'a Cell<u64>,
}

impl<'a, R: Read> Together<'a, R> {
    /// `packed` is the size of the whole package, `unpacked` what came out of it so far.
    pub fn new(inner: R, packed: u64, unpacked: &'a Cell<u64>) -> Self {
        Self {
            inner,
            packed,
            unpacked,
        }
    }
}

impl<R: Read> Read for Together<'_, R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buf)?;
        self.unpacked.set(self.unpacked.get() + read as u64);
        check_size(self.unpacked.get(), self.packed).map_err(io::Error::other)?;
        Ok(read)
    }
}

impl<R: Read> Capped<R> {
    pub fn new(inner: R, packed: u64) -> Self {
        Self {
            inner,
            packed,
            unpacked: 0,
            token: 0,
        }
    }

    pub fn token_begins(&mut self) {
        self.token = 0;
    }
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buf)?;
        self.unpacked += read as u64;
        self.token += read as u64;
        check_size(self.unpacked, self.packed).map_err(io::Error::other)?;
        if self.token > MOST_TOKEN {
            let detail = "a single value in it is longer than 64 MB".to_owned();
            return Err(io::Error::other(TooMuch(detail)));
        }
        Ok(read)
    }
}

/// The cause behind an error of reading a part.
pub(crate) fn part_error(name: &str, error: &io::Error) -> FormatError {
    match error.get_ref().and_then(|inner| inner.downcast_ref()) {
        Some(TooMuch(detail)) => FormatError::too_large(name, detail.clone()),
        None => FormatError::reading(name, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bombs_are_told_from_large_sheets() {
        assert!(check_size(590 * MIB, 100 * MIB).is_ok());
        assert!(check_size(60 * MIB, MIB / 16).is_ok());
        assert!(check_size(200 * MIB, MIB).is_err());
        assert!(check_size(5000 * MIB, 600 * MIB).is_err());
    }

    #[test]
    fn unpacking_stops_at_the_limit() {
        let mut part = Capped::new(io::repeat(b' '), 1024);
        let error = io::copy(&mut part, &mut io::sink()).unwrap_err();
        assert_eq!(part_error("a.ods", &error).code(), "too_large");
        assert!(part.unpacked < HARMLESS + MIB);
    }

    #[test]
    fn many_small_bombs_are_one() {
        let unpacked = Cell::new(0);
        let part = || Together::new(io::repeat(b' ').take(MIB), 4096, &unpacked);
        let parts = (0..100).map(|_| io::copy(&mut part(), &mut io::sink()));
        let error = parts.into_iter().find_map(Result::err).unwrap();
        assert_eq!(part_error("a.zip", &error).code(), "too_large");
    }

    #[test]
    fn an_endless_token_is_refused() {
        let mut part = Capped::new(io::repeat(b' '), 1 << 30);
        let error = io::copy(&mut part, &mut io::sink()).unwrap_err();
        assert_eq!(part_error("a.ods", &error).code(), "too_large");
    }
}
