//! An Excel workbook written row by row in constant memory.
//!
//! A sheet holds 1,048,576 rows; more go to further sheets with the same header. Column widths stand before the rows
//! in the file but are given after them, since the library puts the parts together at the end.

use std::borrow::Cow;
use std::fmt;
use std::ops::RangeInclusive;

use chrono::Datelike;
use rust_xlsxwriter::{Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError};

use super::target::Target;
use super::{OutCell, OutColumn, OutKind};
use crate::cell::Cell;
use crate::error::FormatError;
use crate::guard::caught;

const LAST_ROW: u32 = 1_048_575;
const MOST_CHARACTERS: usize = 32_767;
/// Widths in characters; wider texts are read in the cell.
const WIDTHS: RangeInclusive<usize> = 8..=60;
/// Excel's own numbers for its date formats, shown in the order and language of the reader's system.
const DATE_FORMAT: u8 = 14;
const DATE_TIME_FORMAT: u8 = 22;
/// The years of Excel's calendar.
const CALENDAR: RangeInclusive<i32> = 1900..=9999;
/// Old versions of Excel show #### for longer text in a cell of the text format.
const LONGEST_MARKED: usize = 255;

pub(crate) struct XlsxBody {
    target: Target,
    workbook: Workbook,
    columns: Vec<OutColumn>,
    widths: Vec<usize>,
    formats: Formats,
    sheets: usize,
    /// The 0-based row that is next.
    row: u32,
    last_row: u32,
}

struct Formats {
    header: Format,
    text: Format,
    date: Format,
    date_time: Format,
}

impl XlsxBody {
    pub fn new(target: Target, columns: &[OutColumn]) -> Result<Self, FormatError> {
        let mut body = Self {
            target,
            workbook: Workbook::new(),
            columns: columns.to_vec(),
            widths: vec![0; columns.len()],
            formats: Formats {
                header: Format::new().set_bold().set_align(FormatAlign::Top),
                text: Format::new().set_num_format("@"),
                date: Format::new().set_num_format_index(DATE_FORMAT),
                date_time: Format::new().set_num_format_index(DATE_TIME_FORMAT),
            },
            sheets: 0,
            row: 0,
            last_row: LAST_ROW,
        };
        body.add_sheet()?;
        Ok(body)
    }

    fn add_sheet(&mut self) -> Result<(), FormatError> {
        let titles: Vec<String> = self
            .columns
            .iter()
            .map(|c| clean(&c.title).0.into_owned())
            .collect();
        for (width, title) in self.widths.iter_mut().zip(&titles) {
            // Room for the arrow of the filter.
            *width = (*width).max(width_of(title) + 3);
        }
        let (workbook, header) = (&mut self.workbook, &self.formats.header);
        let added = caught_xlsx(|| {
            let sheet = workbook.add_worksheet_with_constant_memory()?;
            sheet.set_freeze_panes(1, 0)?;
            for (column, title) in (0..).zip(&titles) {
                sheet.write_string_with_format(0, column, title, header)?;
            }
            Ok(())
        });
        added.map_err(|e| self.error(&e))?;
        self.sheets += 1;
        self.row = 1;
        Ok(())
    }

    /// Writes a row and says how many of its cells had to be cut.
    pub fn row(&mut self, cells: &[OutCell<'_>]) -> Result<u64, FormatError> {
        if self.row > self.last_row {
            self.finish_sheet()?;
            self.add_sheet()?;
        }
        self.widths.resize(self.widths.len().max(cells.len()), 0);
        let (row, at) = (self.row, self.sheets - 1);
        let (workbook, formats, widths) = (&mut self.workbook, &self.formats, &mut self.widths);
        let written = caught_xlsx(|| {
            let sheet = workbook.worksheet_from_index(at)?;
            let mut cut = 0;
            for ((column, cell), width) in (0..).zip(cells).zip(widths) {
                let (wide, shortened) = write_cell(sheet, row, column, *cell, formats)?;
                *width = (*width).max(wide);
                cut += u64::from(shortened);
            }
            Ok(cut)
        });
        let cut = written.map_err(|e| self.error(&e))?;
        self.row += 1;
        Ok(cut)
    }

    /// Gives the current sheet its widths and filter, which need to know its rows.
    fn finish_sheet(&mut self) -> Result<(), FormatError> {
        let (last, at) = (self.row - 1, self.sheets - 1);
        let (workbook, columns, widths) = (&mut self.workbook, &self.columns, &self.widths);
        let finished = caught_xlsx(|| {
            let sheet = workbook.worksheet_from_index(at)?;
            for (column, width) in (0_u16..).zip(widths) {
                let hint = columns.get(usize::from(column)).and_then(|c| c.width_hint);
                let fitted = (*width).clamp(*WIDTHS.start(), *WIDTHS.end()) as f64;
                sheet.set_column_width(column, hint.unwrap_or(fitted))?;
            }
            let Some(last_column) = columns.len().checked_sub(1).and_then(|c| c.try_into().ok())
            else {
                return Ok(());
            };
            sheet.autofilter(0, 0, last, last_column)?;
            mark_texts(sheet, columns, last)
        });
        finished.map_err(|e| self.error(&e))
    }

    pub fn finish(mut self) -> Result<u64, FormatError> {
        self.finish_sheet()?;
        let (workbook, target) = (&mut self.workbook, &mut self.target);
        let saved = caught_xlsx(|| {
            workbook.save_to_writer(target)?;
            Ok(())
        });
        saved.map_err(|e| self.error(&e))?;
        self.target.finish()
    }

    fn error(&self, failure: &Failure) -> FormatError {
        match failure {
            Failure::Xlsx(XlsxError::IoError(e)) => self.target.error(e),
            Failure::Xlsx(other) => self.target.failed(other),
            // The library panics where its temporary file cannot grow.
            Failure::Panic(text) if text.contains("StorageFull") => {
                self.target.error(&std::io::ErrorKind::StorageFull.into())
            }
            Failure::Panic(text) => self.target.failed(text),
        }
    }
}

impl fmt::Debug for XlsxBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("XlsxBody")
            .field("sheets", &self.sheets)
            .field("row", &self.row)
            .finish_non_exhaustive()
    }
}

enum Failure {
    Xlsx(XlsxError),
    Panic(String),
}

fn caught_xlsx<T>(work: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, Failure> {
    match caught(work) {
        Ok(result) => result.map_err(Failure::Xlsx),
        Err(panic) => Err(Failure::Panic(panic)),
    }
}

/// Phones and postcodes are text of digits on purpose; Excel need not point at each.
fn mark_texts(sheet: &mut Worksheet, columns: &[OutColumn], last: u32) -> Result<(), XlsxError> {
    for (column, out) in (0_u16..).zip(columns) {
        if out.kind == OutKind::Text && last > 0 {
            sheet.ignore_error_range(1, column, last, column, IgnoreError::NumberStoredAsText)?;
        }
    }
    Ok(())
}

/// Writes a cell; says how wide it is, and whether it was cut.
fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: OutCell<'_>,
    formats: &Formats,
) -> Result<(usize, bool), XlsxError> {
    let width = match cell {
        OutCell::Empty => 0,
        OutCell::Text(text) => return write_text(sheet, row, column, text, formats),
        OutCell::Number(number) if number.is_finite() => {
            sheet.write_number(row, column, number)?;
            Cell::Number(number).to_text().len()
        }
        OutCell::Number(_) => 0,
        OutCell::Bool(value) => {
            sheet.write_boolean(row, column, value)?;
            5
        }
        // Days outside Excel's calendar stand as text.
        OutCell::Date(date) if !CALENDAR.contains(&date.year()) => {
            return write_text(sheet, row, column, &Cell::Date(date).to_text(), formats);
        }
        OutCell::DateTime(at) if !CALENDAR.contains(&at.year()) => {
            return write_text(sheet, row, column, &Cell::DateTime(at).to_text(), formats);
        }
        OutCell::Date(date) => {
            sheet.write_datetime_with_format(row, column, date, &formats.date)?;
            10
        }
        OutCell::DateTime(at) => {
            sheet.write_datetime_with_format(row, column, at, &formats.date_time)?;
            16
        }
    };
    Ok((width, false))
}

fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    formats: &Formats,
) -> Result<(usize, bool), XlsxError> {
    let (text, cut) = clean(text);
    if text.is_empty() {
        return Ok((0, cut));
    }
    let width = width_of(&text);
    if text.len() > LONGEST_MARKED {
        sheet.write_string(row, column, text)?;
    } else {
        sheet.write_string_with_format(row, column, text, &formats.text)?;
    }
    Ok((width, cut))
}

fn width_of(text: &str) -> usize {
    text.lines()
        .map(|line| line.chars().count())
        .max()
        .unwrap_or(0)
}

/// Text as a workbook can hold it: line ends as Excel writes them, without characters that XML forbids, and no longer
/// than a cell. Says whether it was cut.
fn clean(text: &str) -> (Cow<'_, str>, bool) {
    let mut text = Cow::Borrowed(text);
    if text.contains('\r') {
        text = Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"));
    }
    if text.contains(is_forbidden) {
        text = Cow::Owned(text.replace(is_forbidden, ""));
    }
    match cut_at(&text) {
        Some(at) => (Cow::Owned(text[..at].to_owned()), true),
        None => (text, false),
    }
}

/// XML 1.0, section 2.2.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Where text is longer than a cell can hold; Excel counts in UTF-16.
fn cut_at(text: &str) -> Option<usize> {
    if text.len() <= MOST_CHARACTERS {
        return None;
    }
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > MOST_CHARACTERS {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_made_fit_for_a_cell() {
        assert_eq!(clean("a\r\nb\rc\u{1}\u{ffff}").0, "a\nb\nc");
        assert_eq!(clean("שלום").0, "שלום");
        let long = "😀".repeat(20_000);
        let (cut, was_cut) = clean(&long);
        assert!(was_cut);
        assert_eq!(cut.encode_utf16().count(), 32_766);
    }

    #[test]
    fn rows_beyond_a_sheet_go_to_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xlsx");
        let column = OutColumn {
            title: "Name".into(),
            kind: OutKind::Text,
            width_hint: None,
        };
        let mut body = XlsxBody::new(Target::beside(&path).unwrap(), &[column]).unwrap();
        body.last_row = 2;
        for name in ["a", "b", "c"] {
            body.row(&[OutCell::Text(name)]).unwrap();
        }
        body.finish().unwrap();
        let read = |sheet: &str| {
            let options = crate::ReadOptions {
                sheet: Some(sheet.into()),
                ..Default::default()
            };
            let table = crate::open(crate::Source::Path(path.clone()), &options).unwrap();
            let mut names = Vec::new();
            table
                .read(&mut |row| {
                    names.push(row.cell(0).to_text().into_owned());
                    std::ops::ControlFlow::Continue(())
                })
                .unwrap();
            (table.columns, names.join(","))
        };
        assert_eq!(read("Sheet1"), (vec!["Name".to_owned()], "a,b".to_owned()));
        assert_eq!(read("Sheet2"), (vec!["Name".to_owned()], "c".to_owned()));
    }
}
