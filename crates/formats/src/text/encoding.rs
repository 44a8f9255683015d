//! Which encoding a text file is in: byte order mark, UTF-16 without one, strict UTF-8, then a guess.

use std::io::{Read, Seek, SeekFrom};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::FormatError;
use crate::source::{Handle, Input, Source};

/// How much the guess is made from; the detector is slow and learns nothing from more.
const SAMPLE: u64 = 64 * 1024;

/// The encoding that the user named, in the Encoding Standard's names or as a code page.
pub(crate) fn named(label: &str) -> Result<&'static Encoding, FormatError> {
    let wanted = label.trim().to_ascii_lowercase().replace('_', "-");
    let alias = match wanted.as_str() {
        "cp932" | "932" => "shift_jis",
        "cp936" | "936" => "gbk",
        "cp949" | "949" => "euc-kr",
        "cp950" | "950" => "big5",
        "cp65001" | "65001" | "utf-8-sig" | "utf-8-bom" | "utf8-bom" => "utf-8",
        "ansi" => "windows-1252",
        "mac" | "macroman" => "macintosh",
        "shift-jis" => "shift_jis",
        other => other,
    };
    let numbered = format!("windows-{}", alias.trim_start_matches("cp"));
    Encoding::for_label(alias.as_bytes())
        .or_else(|| Encoding::for_label(numbered.as_bytes()))
        .ok_or_else(|| FormatError::UnknownEncoding {
            encoding: label.to_owned(),
        })
}

/// The beginning of a file as text, in whichever encoding it seems to be. None where it is no text.
pub fn beginning(head: &[u8]) -> Option<String> {
    let input = Input::new(Source::Bytes {
        name: String::new(),
        bytes: head.to_vec(),
    });
    let encoding = detect(&input.ok()?).ok()?;
    Some(encoding.decode(head).0.into_owned())
}

/// The encoding of the whole file. Reads the file through unless its first bytes decide.
pub(crate) fn detect(input: &Input) -> Result<&'static Encoding, FormatError> {
    let head = input.head(SAMPLE)?;
    if let Some(encoding) = by_start(&head) {
        return Ok(encoding);
    }
    refuse_binary(input, &head)?;
    if has_japanese_escapes(&head) {
        return Ok(ISO_2022_JP);
    }
    let tally = Tally::of(input)?;
    match tally.first_invalid {
        Some(at) if !tally.is_damaged_utf8() => guess(input, at),
        _ => Ok(UTF_8),
    }
}

/// The encoding that the first bytes alone tell: by a byte order mark, or UTF-16 without one.
pub(crate) fn by_start(head: &[u8]) -> Option<&'static Encoding> {
    let marked = Encoding::for_bom(head).map(|(encoding, _)| encoding);
    marked.or_else(|| utf16_by_nuls(head))
}

/// Characters of the ASCII range have a NUL as their other half, and only there. A detector of code pages takes such
/// a file for one.
fn utf16_by_nuls(head: &[u8]) -> Option<&'static Encoding> {
    let nuls = |first: usize| {
        head.iter()
            .skip(first)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    if (even + odd) * 50 < head.len() {
        return None;
    }
    if even * 20 <= odd {
        Some(UTF_16LE)
    } else if odd * 20 <= even {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A few stray control characters are dropped later; a file full of them is no text.
fn refuse_binary(input: &Input, head: &[u8]) -> Result<(), FormatError> {
    let controls = head
        .iter()
        .filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31))
        .count();
    if controls * 50 > head.len() {
        return Err(FormatError::Unsupported {
            name: input.name.clone(),
            what: "a binary file of an unknown kind",
        });
    }
    Ok(())
}

fn has_japanese_escapes(head: &[u8]) -> bool {
    head.is_ascii()
        && (memchr::memmem::find(head, b"\x1b$B").is_some()
            || memchr::memmem::find(head, b"\x1b$@").is_some())
}

/// What a pass over the file as UTF-8 found.
#[derive(Debug, Default, PartialEq)]
struct Tally {
    first_invalid: Option<u64>,
    invalid: u64,
    multibyte: u64,
}

impl Tally {
    fn of(input: &Input) -> Result<Self, FormatError> {
        let mut tally = Self::default();
        let mut handle = input.open()?;
        let mut buffer = vec![0; 256 * 1024];
        let (mut kept, mut offset) = (0, 0);
        loop {
            let read = handle
                .read(&mut buffer[kept..])
                .map_err(|e| input.read_error(&e))?;
            let filled = kept + read;
            let used = tally.add(&buffer[..filled], offset, read == 0);
            if read == 0 {
                return Ok(tally);
            }
            buffer.copy_within(used..filled, 0);
            kept = filled - used;
            offset += used as u64;
        }
    }

    /// Counts one piece and says how much of it was used: a character cut off at its end waits for the next piece.
    fn add(&mut self, piece: &[u8], offset: u64, last: bool) -> usize {
        let multibyte = |valid: &str| valid.bytes().filter(|b| *b >= 0xC0).count() as u64;
        if let Ok(valid) = std::str::from_utf8(piece) {
            self.multibyte += multibyte(valid);
            return piece.len();
        }
        let mut at = 0;
        for chunk in piece.utf8_chunks() {
            let valid = chunk.valid();
            self.multibyte += multibyte(valid);
            at += valid.len();
            let invalid = chunk.invalid();
            if invalid.is_empty() {
                continue;
            }
            if !last && at + invalid.len() == piece.len() && invalid.len() < 4 {
                return at;
            }
            self.first_invalid.get_or_insert(offset + at as u64);
            self.invalid += 1;
            at += invalid.len();
        }
        at
    }

    /// Text of a code page is practically never valid as UTF-8 over many characters, so a file that is so but for
    /// a few places is UTF-8 with damage.
    fn is_damaged_utf8(&self) -> bool {
        self.multibyte >= 20 * self.invalid
    }
}

/// A guess from the text around the first byte that is not UTF-8, begun at a line so that no character is cut.
fn guess(input: &Input, first_invalid: u64) -> Result<&'static Encoding, FormatError> {
    let start = first_invalid.saturating_sub(4096);
    let sample = sample_from(input.open()?, start).map_err(|e| input.read_error(&e))?;
    let before = (first_invalid - start) as usize;
    let line = match memchr::memrchr(b'\n', &sample[..before.min(sample.len())]) {
        Some(newline) => newline + 1,
        None => 0,
    };
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&sample[line..], true);
    Ok(detector.guess(None, Utf8Detection::Deny))
}

fn sample_from(mut handle: Handle, start: u64) -> std::io::Result<Vec<u8>> {
    let mut sample = Vec::new();
    handle.seek(SeekFrom::Start(start))?;
    handle.take(SAMPLE).read_to_end(&mut sample)?;
    Ok(sample)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(bytes: &[u8]) -> &'static str {
        let source = Source::Bytes {
            name: "a.csv".into(),
            bytes: bytes.into(),
        };
        detect(&Input::new(source).unwrap()).unwrap().name()
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn unicode_is_told_by_mark_nuls_or_validity() {
        let text = "שם,טלפון\nנועה,050-1234567\n";
        assert_eq!(detected(text.as_bytes()), "UTF-8");
        assert_eq!(detected(b"\xEF\xBB\xBFa,b"), "UTF-8");
        assert_eq!(detected(&utf16(text, false)), "UTF-16LE");
        assert_eq!(detected(&utf16(text, true)), "UTF-16BE");
        assert_eq!(detected(&utf16("\u{feff}日本", false)), "UTF-16LE");
    }

    #[test]
    fn one_bad_byte_does_not_turn_unicode_into_a_code_page() {
        let mut bytes = "Łódź, Kraków, Żary, Gdańsk\n".repeat(10).into_bytes();
        bytes.push(0xE9);
        assert_eq!(detected(&bytes), "UTF-8");
    }

    #[test]
    fn code_pages_are_found_far_into_a_file() {
        let mut bytes = b"name,city\n".repeat(50_000);
        let (tail, _, _) = encoding_rs::WINDOWS_1255.encode("נועה לוי,ירושלים\nדוד כהן,תל אביב\n");
        bytes.extend_from_slice(&tail);
        assert_eq!(detected(&bytes), "windows-1255");
    }

    #[test]
    fn a_character_across_two_pieces_is_one() {
        let mut bytes = vec![b'a'; 256 * 1024 - 1];
        bytes.extend_from_slice("é,b\n".as_bytes());
        assert_eq!(detected(&bytes), "UTF-8");
    }

    #[test]
    fn names_and_code_pages_are_understood() {
        assert_eq!(named("Windows-1255").unwrap().name(), "windows-1255");
        assert_eq!(named("cp1251").unwrap().name(), "windows-1251");
        assert_eq!(named("1252").unwrap().name(), "windows-1252");
        assert_eq!(named("cp932").unwrap().name(), "Shift_JIS");
        assert_eq!(named("utf8").unwrap().name(), "UTF-8");
        assert_eq!(named("klingon").unwrap_err().code(), "unknown_encoding");
    }

    #[test]
    fn the_beginning_of_a_text_is_read_in_its_encoding() {
        let text = "שלום, Łódź";
        assert_eq!(beginning(text.as_bytes()).as_deref(), Some(text));
        assert_eq!(
            beginning(&utf16("\u{feff}日本", false)).as_deref(),
            Some("日本")
        );
        assert_eq!(beginning(&[0, 1, 2, 3, 0, 0, 7, 9, 200, 1]), None);
        assert_eq!(beginning(b""), None);
    }

    #[test]
    fn binary_is_refused() {
        let source = Source::Bytes {
            name: "a.csv".into(),
            bytes: vec![0, 1, 2, 3, 0, 0, 7, 9, 200, 1],
        };
        let error = detect(&Input::new(source).unwrap()).unwrap_err();
        assert_eq!(error.code(), "unsupported_format");
    }
}
