//! xlsx and xlsb through calamine's streaming readers of cells, never its whole range.
//!
//! The workbook stays open between readings, so that its shared strings are parsed once.

use std::io::BufReader;
use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsb, XlsbError, Xlsx, XlsxError};

use super::capped::part_error;
use super::cells::{Cells, Gather, Placed};
use super::{Sheet, Workbook, package, values};
use crate::cell::Row;
use crate::error::FormatError;
use crate::guard::guarded;
use crate::sniff::open_zip;
use crate::source::{Handle, Input, Progress};

type Stream = BufReader<Handle>;

/// A workbook in a package, kept open.
pub(crate) struct Zipped<B> {
    name: String,
    sheets: Vec<Sheet>,
    progress: Progress,
    book: Mutex<B>,
}

pub(crate) fn open_xlsx(input: &Input) -> Result<Zipped<Xlsx<Stream>>, FormatError> {
    open(input, |stream| {
        Xlsx::new(stream).map_err(|e| xlsx_error(&input.name, e))
    })
}

pub(crate) fn open_xlsb(input: &Input) -> Result<Zipped<Xlsb<Stream>>, FormatError> {
    open(input, |stream| {
        Xlsb::new(stream).map_err(|e| xlsb_error(&input.name, e))
    })
}

fn open<B: Reader<Stream>>(
    input: &Input,
    parse: impl FnOnce(Stream) -> Result<B, FormatError>,
) -> Result<Zipped<B>, FormatError> {
    package::inspect(&input.name, &mut open_zip(input)?.0)?;
    let handle = input.open()?;
    let progress = handle.progress(input.len);
    let book = guarded(&input.name, || parse(BufReader::new(handle)))?;
    let tables = book.sheets_metadata().iter();
    let sheets = tables
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| Sheet {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
        });
    Ok(Zipped {
        name: input.name.clone(),
        sheets: sheets.collect(),
        progress,
        book: Mutex::new(book),
    })
}

/// A workbook that can stream the cells of a sheet.
trait Streams {
    fn stream<'a>(
        &'a mut self,
        name: &'a str,
        sheet: &'a str,
    ) -> Result<impl Cells + 'a, FormatError>;
}

impl Streams for Xlsx<Stream> {
    fn stream<'a>(
        &'a mut self,
        name: &'a str,
        sheet: &'a str,
    ) -> Result<impl Cells + 'a, FormatError> {
        let cells = self.worksheet_cells_reader(sheet);
        let mut cells = cells.map_err(|e| xlsx_error(name, e))?;
        Ok(move || {
            loop {
                match cells.next_cell() {
                    Ok(cell) => return Ok(cell.as_ref().map(placed)),
                    // An error of a newer Excel (#SPILL!) that calamine does not know: no value either way.
                    Err(XlsxError::CellError(_)) => {}
                    Err(error) => return Err(xlsx_error(name, error)),
                }
            }
        })
    }
}

impl Streams for Xlsb<Stream> {
    fn stream<'a>(
        &'a mut self,
        name: &'a str,
        sheet: &'a str,
    ) -> Result<impl Cells + 'a, FormatError> {
        let cells = self.worksheet_cells_reader(sheet);
        let mut cells = cells.map_err(|e| xlsb_error(name, e))?;
        Ok(move || {
            let cell = cells.next_cell().map_err(|e| xlsb_error(name, e))?;
            Ok(cell.as_ref().map(placed))
        })
    }
}

fn placed(cell: &calamine::Cell<DataRef<'_>>) -> Placed {
    let (row, column) = cell.get_position();
    (row, column, values::from_ref(cell.get_value()))
}

impl<B: Streams + Send> Workbook for Zipped<B> {
    fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    fn read(
        &self,
        sheet: &str,
        sink: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), FormatError> {
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        let cells = guarded(&self.name, || book.stream(&self.name, sheet))?;
        let mut gather = Gather::new(cells);
        while let Some((number, cells)) = guarded(&self.name, || gather.next_row())? {
            let position = self.progress.fraction();
            let row = Row {
                number,
                cells,
                position,
            };
            if sink(row).is_break() {
                break;
            }
        }
        Ok(())
    }
}

fn xlsx_error(name: &str, error: XlsxError) -> FormatError {
    match error {
        XlsxError::Io(e) => part_error(name, &e),
        XlsxError::Password => FormatError::PasswordProtected {
            name: name.to_owned(),
        },
        other => contents_error(name, &other),
    }
}

fn xlsb_error(name: &str, error: XlsbError) -> FormatError {
    match error {
        XlsbError::Io(e) => part_error(name, &e),
        XlsbError::Password => FormatError::PasswordProtected {
            name: name.to_owned(),
        },
        other => contents_error(name, &other),
    }
}

fn contents_error(name: &str, error: &dyn std::fmt::Display) -> FormatError {
    FormatError::damaged(name, format!("its contents cannot be read ({error})"))
}
