//! Workbooks as rows: opening each kind, choosing the sheet, and reading it as a stream.
//!
//! calamine decodes xlsx, xlsb and xls; the sizes that a file declares are checked before it may believe them. An
//! OpenDocument sheet is read by our own streaming reader, since calamine expands each declared repetition and holds
//! the whole workbook.

mod biff;
pub(crate) mod capped;
mod cells;
mod ods;
mod ods_cell;
mod package;
mod values;
mod xls;
mod zipped;

use std::ops::ControlFlow;

use crate::cell::Row;
use crate::error::FormatError;
use crate::sniff::BookKind;
use crate::source::Input;
use crate::table::Rows;

/// The limits of the newest spreadsheet programs; a file that claims more is damaged or made to harm.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;

/// A workbook with the sheet that is to be read.
pub(crate) struct Book {
    pub sheets: Vec<String>,
    pub sheet: String,
    pub rows: Box<dyn Rows>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Sheet {
    name: String,
    hidden: bool,
}

trait Workbook: Send + Sync {
    fn sheets(&self) -> &[Sheet];
    /// The rows of a sheet that hold anything.
    fn read(
        &self,
        sheet: &str,
        sink: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), FormatError>;
}

struct SheetRows {
    book: Box<dyn Workbook>,
    sheet: String,
}

impl Rows for SheetRows {
    fn read(&self, sink: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), FormatError> {
        self.book.read(&self.sheet, sink)
    }
}

pub(crate) fn open(
    input: &Input,
    kind: BookKind,
    wanted: Option<&str>,
) -> Result<Book, FormatError> {
    let book: Box<dyn Workbook> = match kind {
        BookKind::Xlsx => Box::new(zipped::open_xlsx(input)?),
        BookKind::Xlsb => Box::new(zipped::open_xlsb(input)?),
        BookKind::Xls => Box::new(xls::XlsBook::open(input)?),
        BookKind::Ods => Box::new(ods::OdsBook::open(input)?),
    };
    let sheet = choose(&input.name, book.as_ref(), wanted)?;
    Ok(Book {
        sheets: book.sheets().iter().map(|s| s.name.clone()).collect(),
        sheet: sheet.clone(),
        rows: Box::new(SheetRows { book, sheet }),
    })
}

/// The sheet that the user named, or else the first that holds anything, a visible one if possible.
fn choose(name: &str, book: &dyn Workbook, wanted: Option<&str>) -> Result<String, FormatError> {
    if let Some(wanted) = wanted {
        return choose_named(name, book, wanted);
    }
    for hidden in [false, true] {
        for sheet in book.sheets().iter().filter(|s| s.hidden == hidden) {
            if holds_anything(book, &sheet.name)? {
                return Ok(sheet.name.clone());
            }
        }
    }
    Err(FormatError::EmptySheet {
        name: name.to_owned(),
        sheet: None,
    })
}

fn choose_named(name: &str, book: &dyn Workbook, wanted: &str) -> Result<String, FormatError> {
    let sheets = book.sheets();
    let exact = sheets.iter().find(|s| s.name == wanted);
    let folded = |s: &&Sheet| s.name.trim().to_lowercase() == wanted.trim().to_lowercase();
    let Some(sheet) = exact.or_else(|| sheets.iter().find(folded)) else {
        return Err(FormatError::UnknownSheet {
            name: name.to_owned(),
            sheet: wanted.to_owned(),
            sheets: sheets.iter().map(|s| s.name.clone()).collect(),
        });
    };
    if holds_anything(book, &sheet.name)? {
        Ok(sheet.name.clone())
    } else {
        Err(FormatError::EmptySheet {
            name: name.to_owned(),
            sheet: Some(sheet.name.clone()),
        })
    }
}

fn holds_anything(book: &dyn Workbook, sheet: &str) -> Result<bool, FormatError> {
    let mut found = false;
    book.read(sheet, &mut |_| {
        found = true;
        ControlFlow::Break(())
    })?;
    Ok(found)
}
