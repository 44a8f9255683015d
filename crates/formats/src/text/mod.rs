//! Delimited text as rows: detection of encoding and delimiter, and reading as a stream.
//!
//! Which row is the header is decided elsewhere, for text and workbooks alike.

mod delimiter;
pub(crate) mod encoding;
pub(crate) mod formula;
mod records;

use std::io::Read;
use std::ops::{ControlFlow, Range};

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;

use crate::cell::{Cell, Row};
use crate::error::FormatError;
use crate::format::{Format, ReadOptions};
use crate::source::{Handle, Input};
use crate::table::Rows;
use records::{LineTooLong, Record, Records};

/// The text from which the delimiter is detected.
const HEAD: u64 = 256 * 1024;
/// A workbook has no more columns either; beyond, the delimiter is wrong or the file is no table.
const MOST_COLUMNS: usize = 16_384;

/// Stands for no delimiter at all: the control character that means just that, and that no keyboard has.
const NO_DELIMITER: char = '\u{1f}';

/// A text file whose encoding and delimiter are known.
#[derive(Debug)]
pub(crate) struct TextFile {
    pub format: Format,
    pub encoding: &'static Encoding,
    /// None where the file is one column.
    pub delimiter: Option<char>,
    declares_delimiter: bool,
    input: Input,
}

impl TextFile {
    pub fn open(input: &Input, options: &ReadOptions) -> Result<Self, FormatError> {
        let encoding = match &options.encoding {
            Some(label) => encoding::named(label)?,
            None => encoding::detect(input)?,
        };
        let (head, whole) = decoded_head(input, encoding)?;
        if head
            .trim_matches(['\u{feff}', '\0', ' ', '\t', '\r', '\n'])
            .is_empty()
        {
            return Err(FormatError::EmptyFile {
                name: input.name.clone(),
            });
        }
        let declared = delimiter::declared(&head);
        let delimiter = match options.delimiter.or(declared) {
            Some(chosen) => Some(checked(chosen)?),
            None if options.format == Some(Format::Tsv) => Some('\t'),
            None => delimiter::detect(&head, whole),
        };
        Ok(Self {
            format: options.format.unwrap_or(format_of(&input.name, delimiter)),
            encoding,
            delimiter,
            declares_delimiter: declared.is_some(),
            input: input.clone(),
        })
    }

    fn read_error(&self, error: &std::io::Error) -> FormatError {
        if error
            .get_ref()
            .is_some_and(|inner| inner.is::<LineTooLong>())
        {
            FormatError::damaged(&self.input.name, LineTooLong.to_string())
        } else {
            self.input.read_error(error)
        }
    }

    fn row(&self, record: Record<'_>, position: f32) -> Result<Option<Row>, FormatError> {
        if record.len() > MOST_COLUMNS {
            return Err(FormatError::too_large(
                &self.input.name,
                format!("its row {} has {} columns", record.number, record.len()),
            ));
        }
        let mut cells = Vec::with_capacity(record.len());
        match record.plain_text() {
            Some(text) => cells.extend(record.ranges().map(|range| plain_cell(text, range))),
            None => cells.extend(record.fields().map(cell)),
        }
        let holds_something = cells.iter().any(|cell| !cell.is_empty());
        Ok(holds_something.then_some(Row {
            number: record.number,
            cells,
            position,
        }))
    }
}

impl Rows for TextFile {
    fn read(&self, sink: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), FormatError> {
        let handle = self.input.open()?;
        let progress = handle.progress(self.input.len);
        let delimiter = self.delimiter.unwrap_or(NO_DELIMITER) as u8;
        let mut records = Records::new(decoder(handle, self.encoding), delimiter);
        if self.declares_delimiter {
            records.skip_line().map_err(|e| self.read_error(&e))?;
        }
        while let Some(record) = records.next_record().map_err(|e| self.read_error(&e))? {
            let row = self.row(record, progress.fraction())?;
            if row.is_some_and(|row| sink(row).is_break()) {
                break;
            }
        }
        Ok(())
    }
}

/// A cell of a record that is valid text as a whole.
fn plain_cell(text: &str, range: Range<usize>) -> Cell {
    match text.get(range.clone()) {
        Some(field) => {
            let mut field = field.to_owned();
            formula::restore(&mut field);
            Cell::from_text(field)
        }
        // The bytes of one letter on both sides of a delimiter: each is an invalid field.
        None => cell(&text.as_bytes()[range]),
    }
}

fn cell(field: &[u8]) -> Cell {
    let mut text = String::from_utf8_lossy(field).into_owned();
    if memchr::memchr(0, field).is_some() {
        text.retain(|c| c != '\0');
    }
    formula::restore(&mut text);
    Cell::from_text(text)
}

/// Decoded text without its byte order mark. UTF-8 passes as it is; what is not valid in it is replaced cell by cell.
fn decoder(handle: Handle, encoding: &'static Encoding) -> impl Read {
    let passes = encoding == UTF_8;
    DecodeReaderBytesBuilder::new()
        .encoding((!passes).then_some(encoding))
        .bom_sniffing(false)
        .strip_bom(true)
        .build(handle)
}

/// The first of the text, and whether that is all of it.
fn decoded_head(input: &Input, encoding: &'static Encoding) -> Result<(String, bool), FormatError> {
    let mut head = Vec::new();
    decoder(input.open()?, encoding)
        .take(HEAD)
        .read_to_end(&mut head)
        .map_err(|e| input.read_error(&e))?;
    let whole = (head.len() as u64) < HEAD;
    Ok((String::from_utf8_lossy(&head).into_owned(), whole))
}

fn checked(delimiter: char) -> Result<char, FormatError> {
    let usable = delimiter.is_ascii()
        && !delimiter.is_ascii_alphanumeric()
        && !matches!(delimiter, '"' | '\n' | '\r' | '\0');
    usable
        .then_some(delimiter)
        .ok_or(FormatError::BadDelimiter { delimiter })
}

fn format_of(name: &str, delimiter: Option<char>) -> Format {
    Format::text_from_file_name(name).unwrap_or(match delimiter {
        Some('\t') => Format::Tsv,
        _ => Format::Csv,
    })
}
