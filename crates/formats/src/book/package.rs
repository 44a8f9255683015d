//! A look through the parts of an xlsx or xlsb package before calamine may read them.
//!
//! calamine unpacks with no limit and reserves memory for the number of shared strings that a file declares. So each
//! part that it could read is unpacked once and thrown away, under the limits of [`super::capped`] and against its
//! declared size and checksum; that takes a sixth of the time of reading it. Small parts cannot unpack to much and
//! are passed over, shared strings excepted.

use std::io::{Read, Seek};

use memchr::{memchr, memmem};
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::capped::{Capped, part_error};
use crate::error::FormatError;

/// Deflate packs at most a thousandfold, so a part of this size is harmless.
const SMALL: u64 = 64 * 1024;
/// Memory for the shared strings of one workbook; those of a million contacts take about as much.
const MOST_STRING_BYTES: u64 = 768 << 20;
/// What each string costs beside its text.
const STRING_OVERHEAD: u64 = 48;
const CHUNK: usize = 64 * 1024;

/// Parts that calamine never reads.
const UNREAD: [&str; 5] = [
    "/media/",
    "/embeddings/",
    "/printersettings/",
    "/drawings/",
    "vbaproject",
];

pub(crate) fn inspect<R: Read + Seek>(
    name: &str,
    zip: &mut ZipArchive<R>,
) -> Result<(), FormatError> {
    for index in 0..zip.len() {
        let part = zip
            .by_index(index)
            .map_err(|_| FormatError::damaged(name, "one of its parts cannot be unpacked"))?;
        let path = String::from_utf8_lossy(part.name_raw()).to_lowercase();
        if UNREAD.iter().any(|unread| path.contains(unread)) {
            continue;
        }
        let strings = StringTable::of_path(&path);
        let (declared, packed) = (part.size(), part.compressed_size());
        if packed > SMALL || strings != StringTable::None {
            let part = Capped::new(part, packed);
            Pass::new(name, strings).run(part, declared)?;
        }
    }
    Ok(())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StringTable {
    None,
    Xml,
    Bin,
}

impl StringTable {
    fn of_path(path: &str) -> Self {
        if path.ends_with("sharedstrings.xml") {
            Self::Xml
        } else if path.ends_with("sharedstrings.bin") {
            Self::Bin
        } else {
            Self::None
        }
    }

    /// The number of strings that the start of the table declares.
    fn declared(self, head: &[u8]) -> Option<u64> {
        match self {
            Self::None => None,
            Self::Xml => declared_in_xml(head),
            // BrtBeginSst (MS-XLSB 2.4.86): type 159 in two bytes, length 8, total count, unique count.
            Self::Bin => match head {
                [0x9F, 0x01, 8, _, _, _, _, a, b, c, d, ..] => {
                    Some(u32::from_le_bytes([*a, *b, *c, *d]).into())
                }
                _ => None,
            },
        }
    }
}

fn declared_in_xml(head: &[u8]) -> Option<u64> {
    let mut xml = Reader::from_reader(head);
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "sst" => {
                let count = tag.try_get_attribute("uniqueCount").ok()?;
                return Some(count.and_then(|c| c.value.parse().ok()).unwrap_or(0));
            }
            Event::Eof => return None,
            _ => buffer.clear(),
        }
    }
}

/// One pass through a part.
struct Pass<'a> {
    name: &'a str,
    strings: StringTable,
    unpacked: u64,
    items: u64,
}

impl<'a> Pass<'a> {
    fn new(name: &'a str, strings: StringTable) -> Self {
        Self {
            name,
            strings,
            unpacked: 0,
            items: 0,
        }
    }

    fn run<R: Read>(mut self, mut part: Capped<R>, declared: u64) -> Result<(), FormatError> {
        let mut buffer = vec![0; CHUNK];
        loop {
            let filled = fill(&mut part, &mut buffer).map_err(|e| part_error(self.name, &e))?;
            let chunk = &buffer[..filled];
            if self.unpacked == 0 {
                self.look_at_head(chunk)?;
            }
            // Where tags begin and end every so often, no token is long.
            if memchr(b'<', chunk).is_some() && memchr(b'>', chunk).is_some() {
                part.token_begins();
            }
            self.items += self.strings_in(chunk);
            self.unpacked += filled as u64;
            self.check_strings(self.items)?;
            if self.unpacked > declared {
                let detail = "a part is larger than it says";
                return Err(FormatError::damaged(self.name, detail));
            }
            if filled < CHUNK {
                return Ok(());
            }
        }
    }

    fn look_at_head(&mut self, head: &[u8]) -> Result<(), FormatError> {
        if self.strings == StringTable::None {
            return Ok(());
        }
        let Some(declared) = self.strings.declared(head) else {
            let detail = "the table of its texts is unreadable";
            return Err(FormatError::damaged(self.name, detail));
        };
        self.check_strings(declared)
    }

    /// How many strings begin in a chunk. One that begins across two chunks may be missed; the limit is no precise one.
    fn strings_in(&self, chunk: &[u8]) -> u64 {
        match self.strings {
            StringTable::Xml => memmem::find_iter(chunk, b"<si").count() as u64,
            _ => 0,
        }
    }

    fn check_strings(&self, count: u64) -> Result<(), FormatError> {
        let text = match self.strings {
            StringTable::None => return Ok(()),
            _ => self.unpacked,
        };
        if count.saturating_mul(STRING_OVERHEAD) + text > MOST_STRING_BYTES {
            let detail = format!("it holds or claims {count} different texts");
            return Err(FormatError::too_large(self.name, detail));
        }
        Ok(())
    }
}

/// Fills the buffer unless the part ends.
fn fill(part: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match part.read(&mut buffer[filled..])? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn inspected(path: &str, write: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> &'static str {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let quick = SimpleFileOptions::default().compression_level(Some(1));
        zip.start_file(path, quick).unwrap();
        write(&mut zip);
        let bytes = zip.finish().unwrap();
        let mut zip = ZipArchive::new(bytes).unwrap();
        inspect("a.xlsx", &mut zip).map_or_else(|e| e.code(), |()| "fine")
    }

    #[test]
    fn a_bomb_is_found() {
        let code = inspected("xl/worksheets/sheet1.xml", |zip| {
            for _ in 0..70 {
                zip.write_all(&[b' '; 1 << 20]).unwrap();
            }
        });
        assert_eq!(code, "too_large");
    }

    #[test]
    fn a_claim_of_billions_of_strings_is_found() {
        let claim = |count: &str| {
            let text =
                format!("<?xml version='1.0'?><sst uniqueCount='{count}'><si><t>a</t></si></sst>");
            inspected("xl/sharedStrings.xml", |zip| {
                zip.write_all(text.as_bytes()).unwrap();
            })
        };
        assert_eq!(claim("4000000000"), "too_large");
        assert_eq!(claim("1"), "fine");
        assert_eq!(claim("many"), "fine");
    }

    #[test]
    fn binary_string_tables_are_checked_too() {
        let claim = |count: u32| {
            let mut bytes = vec![0x9F, 0x01, 8, 1, 0, 0, 0];
            bytes.extend(count.to_le_bytes());
            inspected("xl/sharedStrings.bin", |zip| {
                zip.write_all(&bytes).unwrap();
            })
        };
        assert_eq!(claim(u32::MAX), "too_large");
        assert_eq!(claim(3), "fine");
    }
}
