//! What a file is, by its content and not by its name.
//!
//! Formats that hold no table, or none that can be read, are named, so that the user knows what was chosen.

use std::io::Read;

use zip::ZipArchive;

use crate::card::CardKind;
use crate::error::FormatError;
use crate::format::Format;
use crate::source::{Handle, Input, Progress};

/// What the content turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Book(BookKind),
    Cards(CardKind),
    /// An archive that is no document: perhaps one of cards.
    Zip,
    Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BookKind {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

impl BookKind {
    pub fn format(self) -> Format {
        match self {
            Self::Xlsx => Format::Xlsx,
            Self::Xlsb => Format::Xlsb,
            Self::Xls => Format::Xls,
            Self::Ods => Format::Ods,
        }
    }
}

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Beginnings of files that are no tables.
const FOREIGN: [(&[u8], &str); 14] = [
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM\x00", "a picture (BMP)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1F\x8B", "a compressed archive (gzip)"),
    (b"7z\xBC\xAF", "a compressed archive (7z)"),
    (b"Rar!", "a compressed archive (RAR)"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"BEGIN:VCALENDAR", "a calendar (iCalendar)"),
    (b"MZ", "a program"),
];

pub(crate) fn sniff(input: &Input) -> Result<Kind, FormatError> {
    let head = input.head(4096)?;
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return sniff_zip(input);
    }
    if head.starts_with(OLE) {
        return sniff_ole(input).map(Kind::Book);
    }
    if let Some(kind) = CardKind::of(&head) {
        return Ok(Kind::Cards(kind));
    }
    match foreign(&head, &input.name) {
        Some(what) => Err(unsupported(input, what)),
        None => Ok(Kind::Text),
    }
}

fn unsupported(input: &Input, what: &'static str) -> FormatError {
    FormatError::Unsupported {
        name: input.name.clone(),
        what,
    }
}

fn foreign(head: &[u8], name: &str) -> Option<&'static str> {
    // The file that Excel puts beside an open workbook: the owner's name in a fixed 165 bytes.
    if name.starts_with("~$") {
        return Some("the marker that Excel leaves beside an open workbook");
    }
    let fixed = FOREIGN.iter().find(|(start, _)| head.starts_with(start));
    fixed.map(|(_, what)| *what).or_else(|| markup(head))
}

/// Web pages and XML documents, which some programs save under the name `.xls`.
fn markup(head: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let start: String = text.chars().take(2048).collect::<String>().to_lowercase();
    if start.starts_with("mime-version:") {
        return Some("a web page archive (MHTML)");
    }
    if !start.starts_with('<') {
        return None;
    }
    if start.contains("<html") || start.starts_with("<!doctype html") || start.contains("<table") {
        Some("a web page (HTML)")
    } else if start.contains("progid=\"excel.sheet\"") {
        Some("an XML spreadsheet of 2003")
    } else if start.starts_with("<?xml") {
        Some("an XML document")
    } else {
        None
    }
}

fn sniff_zip(input: &Input) -> Result<Kind, FormatError> {
    let (mut zip, _) = open_zip(input)?;
    let names: Vec<String> = zip
        .file_names_raw()
        .map(|name| String::from_utf8_lossy(name).to_lowercase())
        .collect();
    if let Some(mimetype) = small_part(&mut zip, "mimetype") {
        return sniff_open_document(input, &mut zip, &mimetype).map(Kind::Book);
    }
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if names.iter().any(|name| name == "xl/workbook.bin") {
        Ok(Kind::Book(BookKind::Xlsb))
    } else if has("xl/") || content_types_say_spreadsheet(&mut zip) {
        Ok(Kind::Book(BookKind::Xlsx))
    } else if has("word/") {
        Err(unsupported(input, "a Word document"))
    } else if has("ppt/") {
        Err(unsupported(input, "a PowerPoint presentation"))
    } else if has("index/document.iwa") || has("index.zip") {
        Err(unsupported(input, "a document of Apple Numbers or Pages"))
    } else {
        Ok(Kind::Zip)
    }
}

fn sniff_open_document(
    input: &Input,
    zip: &mut ZipArchive<Handle>,
    mimetype: &str,
) -> Result<BookKind, FormatError> {
    if !mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        return Err(unsupported(input, "a document that is no spreadsheet"));
    }
    let manifest = small_part(zip, "META-INF/manifest.xml").unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(FormatError::PasswordProtected {
            name: input.name.clone(),
        });
    }
    Ok(BookKind::Ods)
}

fn content_types_say_spreadsheet(zip: &mut ZipArchive<Handle>) -> bool {
    small_part(zip, "[Content_Types].xml").is_some_and(|types| types.contains("spreadsheetml"))
}

/// The start of a small part of a package, read with a limit since nothing is known about the file yet.
fn small_part(zip: &mut ZipArchive<Handle>, path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let part = zip.by_name(path).ok()?;
    part.take(1 << 20).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Opens a package; its progress is that of whatever part is being read.
pub(crate) fn open_zip(input: &Input) -> Result<(ZipArchive<Handle>, Progress), FormatError> {
    let handle = input.open()?;
    let progress = handle.progress(input.len);
    match ZipArchive::new(handle) {
        Ok(zip) => Ok((zip, progress)),
        Err(_) => Err(FormatError::damaged(
            &input.name,
            "its end is missing, as after a download that was cut short",
        )),
    }
}

fn sniff_ole(input: &Input) -> Result<BookKind, FormatError> {
    let file = cfb::OpenOptions::new()
        .open_with(input.open()?)
        .map_err(|_| FormatError::damaged(&input.name, "its directory of parts is unreadable"))?;
    let has = |part: &str| file.is_stream(part);
    if has("/EncryptionInfo") || has("/EncryptedPackage") {
        Err(FormatError::PasswordProtected {
            name: input.name.clone(),
        })
    } else if has("/Workbook") || has("/Book") {
        Ok(BookKind::Xls)
    } else if has("/WordDocument") {
        Err(unsupported(input, "a Word document"))
    } else if has("/PowerPoint Document") {
        Err(unsupported(input, "a PowerPoint presentation"))
    } else {
        Err(unsupported(input, "an Office document but no workbook"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn outcome(name: &str, bytes: &[u8]) -> Result<Kind, FormatError> {
        let source = Source::Bytes {
            name: name.into(),
            bytes: bytes.into(),
        };
        sniff(&Input::new(source).unwrap())
    }

    fn what(name: &str, bytes: &[u8]) -> &'static str {
        match outcome(name, bytes) {
            Err(FormatError::Unsupported { what, .. }) => what,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn other_files_are_named() {
        assert_eq!(what("a.csv", b"%PDF-1.7"), "a PDF document");
        assert_eq!(what("a.xls", b"\r\n <HTML><table>"), "a web page (HTML)");
        assert_eq!(
            what(
                "a.xls",
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
            ),
            "an XML spreadsheet of 2003"
        );
        assert_eq!(
            what("~$people.xlsx", b"\x05Olaf"),
            "the marker that Excel leaves beside an open workbook"
        );
    }

    #[test]
    fn text_is_text_whatever_its_name() {
        assert_eq!(outcome("a.xlsx", b"Name,Phone\n"), Ok(Kind::Text));
        assert_eq!(outcome("a.csv", b"<b>,c\n"), Ok(Kind::Text));
    }

    #[test]
    fn a_package_without_its_end_is_damaged() {
        assert_eq!(
            outcome("a.xlsx", b"PK\x03\x04abcdef").unwrap_err().code(),
            "damaged_file"
        );
    }
}
