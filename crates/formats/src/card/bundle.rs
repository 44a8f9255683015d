//! Where cards lie: one file, a zip or a folder with many. Each is told by its content, and read as a stream.

use std::cell::Cell;
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;
use std::path::Path;

use encoding_rs::UTF_8;
use encoding_rs_io::DecodeReaderBytesBuilder;
use zip::result::ZipError;

use crate::book::capped::Together;
use crate::error::FormatError;
use crate::format::Format;
use crate::sniff::open_zip;
use crate::source::{Input, Source};
use crate::text::encoding;

const HEAD: u64 = 4096;
/// A folder with more files is no export of an address book.
const MOST_FILES: usize = 100_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CardKind {
    VCard,
    Ldif,
}

impl CardKind {
    pub fn format(self) -> Format {
        match self {
            Self::VCard => Format::Vcf,
            Self::Ldif => Format::Ldif,
        }
    }

    /// What the first bytes of a file say.
    pub fn of(head: &[u8]) -> Option<Self> {
        let encoding = encoding::by_start(head).unwrap_or(UTF_8);
        let text = encoding.decode(head).0;
        let said = |line: &&str| !line.is_empty() && !line.starts_with('#');
        let mut lines = text
            .lines()
            .flat_map(|line| line.split('\r'))
            .map(str::trim)
            .filter(said);
        let first = lines.next()?.to_ascii_lowercase();
        let value = |name: &str| first.strip_prefix(name).map(str::trim);
        if value("begin:").is_some_and(|v| v.starts_with("vcard")) {
            return Some(Self::VCard);
        }
        let starts_entry =
            |line: &str| line.get(..3).is_some_and(|s| s.eq_ignore_ascii_case("dn:"));
        let versioned =
            value("version:").is_some_and(|v| v == "1") && lines.next().is_some_and(starts_entry);
        (versioned || starts_entry(&first)).then_some(Self::Ldif)
    }
}

#[derive(Debug, Clone)]
pub(crate) enum Bundle {
    File(Input),
    Zip(Input),
    Folder(Vec<Input>),
}

/// One file of cards, about to be read.
pub(super) struct Part<'a> {
    pub kind: CardKind,
    pub content: Box<dyn Read + 'a>,
    /// How much of everything has been read, from 0 to 1.
    pub position: Box<dyn Fn() -> f32 + 'a>,
}

pub(super) type WithPart<'w> = dyn FnMut(Part<'_>) -> Result<ControlFlow<()>, FormatError> + 'w;

impl Bundle {
    /// The files of a folder by their names; what lies deeper is left alone.
    pub fn folder(path: &Path, name: &str) -> Result<Self, FormatError> {
        let error = |e: &io::Error| FormatError::reading(name, e);
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(path).map_err(|e| error(&e))? {
            let path = entry.map_err(|e| error(&e))?.path();
            let ending = path
                .extension()
                .unwrap_or_default()
                .to_string_lossy()
                .to_ascii_lowercase();
            if matches!(ending.as_str(), "vcf" | "vcard" | "ldif" | "ldi") && path.is_file() {
                paths.push(path);
            }
            if paths.len() > MOST_FILES {
                return Err(FormatError::too_large(
                    name,
                    "it holds more than 100,000 files",
                ));
            }
        }
        paths.sort();
        let inputs = paths.into_iter().map(|path| Input::new(Source::Path(path)));
        // An empty file among many is no reason to read none of them.
        let files: Vec<Input> = inputs.filter_map(Result::ok).collect();
        Ok(Self::Folder(files))
    }

    pub(super) fn each(&self, with: &mut WithPart<'_>) -> Result<(), FormatError> {
        match self {
            Self::File(input) => file(input, 0.0, 1.0, with).map(drop),
            Self::Zip(input) => zip(input, with),
            Self::Folder(files) => {
                let share = 1.0 / files.len().max(1) as f32;
                for (at, input) in files.iter().enumerate() {
                    if file(input, at as f32 * share, share, with)?.is_break() {
                        break;
                    }
                }
                Ok(())
            }
        }
    }

    pub fn is_on_disk(&self) -> bool {
        match self {
            Self::File(input) | Self::Zip(input) => input.is_file(),
            Self::Folder(_) => true,
        }
    }

    pub fn check_unchanged(&self) -> Result<(), FormatError> {
        match self {
            Self::File(input) | Self::Zip(input) => input.check_unchanged(),
            Self::Folder(files) => files.iter().try_for_each(Input::check_unchanged),
        }
    }
}

fn file(
    input: &Input,
    from: f32,
    share: f32,
    with: &mut WithPart<'_>,
) -> Result<ControlFlow<()>, FormatError> {
    let handle = input.open()?;
    let progress = handle.progress(input.len);
    let part = part(handle).map_err(|e| input.read_error(&e))?;
    let Some((kind, content)) = part else {
        return Ok(ControlFlow::Continue(()));
    };
    let position = Box::new(move || from + share * progress.fraction());
    with(Part {
        kind,
        content,
        position,
    })
}

fn zip(input: &Input, with: &mut WithPart<'_>) -> Result<(), FormatError> {
    let (mut zip, progress) = open_zip(input)?;
    let unpacked = Cell::new(0);
    for index in 0..zip.len() {
        let entry = zip
            .by_index(index)
            .map_err(|e| zip_error(&input.name, &e))?;
        let path = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let file = path.rsplit('/').next().unwrap_or_default();
        // macOS puts a shadow of each file beside it.
        if entry.is_dir() || path.starts_with("__MACOSX/") || file.starts_with("._") {
            continue;
        }
        let entry = Together::new(entry, input.len, &unpacked);
        let found = part(entry).map_err(|e| crate::book::capped::part_error(&input.name, &e))?;
        let Some((kind, content)) = found else {
            continue;
        };
        let position = Box::new(|| progress.fraction());
        if with(Part {
            kind,
            content,
            position,
        })?
        .is_break()
        {
            break;
        }
    }
    Ok(())
}

fn zip_error(name: &str, error: &ZipError) -> FormatError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            FormatError::PasswordProtected {
                name: name.to_owned(),
            }
        }
        _ => FormatError::damaged(name, "one of its parts cannot be unpacked"),
    }
}

/// The kind of a file and its content in UTF-8 or a code page; None where it is no file of cards.
fn part<'a>(mut content: impl Read + 'a) -> io::Result<Option<(CardKind, Box<dyn Read + 'a>)>> {
    let mut head = Vec::new();
    content.by_ref().take(HEAD).read_to_end(&mut head)?;
    let Some(kind) = CardKind::of(&head) else {
        return Ok(None);
    };
    let encoding = encoding::by_start(&head).filter(|encoding| *encoding != UTF_8);
    let whole = Cursor::new(head).chain(content);
    let Some(encoding) = encoding else {
        return Ok(Some((kind, Box::new(whole))));
    };
    let decoded = DecodeReaderBytesBuilder::new()
        .encoding(Some(encoding))
        .bom_sniffing(false)
        .strip_bom(true)
        .build(whole);
    Ok(Some((kind, Box::new(decoded))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_told_by_their_first_lines() {
        let kind = |text: &str| CardKind::of(text.as_bytes());
        assert_eq!(kind("\u{feff}\r\n begin:vCard\r\n"), Some(CardKind::VCard));
        assert_eq!(kind("BEGIN:VCARD\rVERSION:3.0\r"), Some(CardKind::VCard));
        assert_eq!(kind("version: 1\n\ndn: cn=A\n"), Some(CardKind::Ldif));
        assert_eq!(kind("# x\ndn:: YQ==\n"), Some(CardKind::Ldif));
        assert_eq!(kind("Name,Phone\n"), None);
        assert_eq!(kind("version: 1\nname: a\n"), None);
        assert_eq!(kind("BEGIN:VCALENDAR\n"), None);
        let wide: Vec<u8> = "BEGIN:VCARD\nVERSION:3.0\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(CardKind::of(&wide), Some(CardKind::VCard));
    }
}
