//! Old .xls files: the workbook stream is taken out of its container, made safe ([`super::biff`]), put into a fresh
//! container and given to calamine.
//!
//! The container is opened by `cfb`, which finds chains of sectors that bite their tail; calamine follows them until
//! memory ends.

use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::{Sheet, Workbook, biff, values};
use crate::cell::{Cell, Row};
use crate::error::FormatError;
use crate::guard::guarded;
use crate::source::Input;

/// Larger streams than 65,536 rows in a few sheets make are none of a list of contacts; reading takes four times that
/// in memory.
const MOST_BYTES: u64 = 128 << 20;

/// An .xls workbook; the sheet that was read last is kept.
pub(crate) struct XlsBook {
    input: Input,
    sheets: Vec<Sheet>,
    last: Mutex<Option<LoadedSheet>>,
}

struct LoadedSheet {
    name: String,
    range: Arc<Range<Data>>,
}

impl XlsBook {
    pub fn open(input: &Input) -> Result<Self, FormatError> {
        let book = load(input, None)?;
        let sheets = book
            .sheets_metadata()
            .iter()
            .filter(|s| s.typ == SheetType::WorkSheet);
        Ok(Self {
            sheets: sheets
                .map(|sheet| Sheet {
                    name: sheet.name.clone(),
                    hidden: sheet.visible != SheetVisible::Visible,
                })
                .collect(),
            input: input.clone(),
            last: Mutex::new(None),
        })
    }

    fn range(&self, sheet: &str) -> Result<Arc<Range<Data>>, FormatError> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(loaded) = last.as_ref().filter(|loaded| loaded.name == sheet) {
            return Ok(loaded.range.clone());
        }
        *last = None;
        let mut book = load(&self.input, Some(sheet))?;
        let range = guarded(&self.input.name, || {
            let range = book.worksheet_range(sheet);
            range.map_err(|e| xls_error(&self.input.name, &e))
        })?;
        let range = Arc::new(range);
        *last = Some(LoadedSheet {
            name: sheet.to_owned(),
            range: range.clone(),
        });
        Ok(range)
    }
}

impl Workbook for XlsBook {
    fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    fn read(
        &self,
        sheet: &str,
        sink: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), FormatError> {
        let range = self.range(sheet)?;
        let Some((first_row, first_column)) = range.start() else {
            return Ok(());
        };
        let height = range.height().max(1) as f32;
        for (at, cells) in range.rows().enumerate() {
            let cells = row_cells(first_column as usize, cells);
            if cells.is_empty() {
                continue;
            }
            let row = Row {
                number: first_row + at as u32 + 1,
                cells,
                position: at as f32 / height,
            };
            if sink(row).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// The cells from the first column of the sheet to the last filled one.
fn row_cells(first_column: usize, values: &[Data]) -> Vec<Cell> {
    let mut cells = vec![Cell::Empty; first_column];
    cells.extend(values.iter().map(values::from_data));
    let filled = cells.iter().rposition(|cell| !cell.is_empty());
    cells.truncate(filled.map_or(0, |last| last + 1));
    cells
}

/// calamine's workbook with the cells of one sheet, or of none.
fn load(input: &Input, sheet: Option<&str>) -> Result<Xls<Cursor<Vec<u8>>>, FormatError> {
    let (path, mut stream) = workbook_stream(input)?;
    let name = &input.name;
    let starts = biff::sheet_starts(name, &stream)?;
    let wanted = match sheet {
        Some(sheet) => {
            let at = load(input, None)?
                .sheet_names()
                .iter()
                .position(|n| n == sheet);
            at.and_then(|at| starts.get(at).copied())
        }
        None => None,
    };
    biff::make_safe(name, &mut stream, &starts, wanted)?;
    let container = wrap(path, &stream).map_err(|e| input.read_error(&e))?;
    drop(stream);
    guarded(name, || {
        Xls::new(Cursor::new(container)).map_err(|e| xls_error(name, &e))
    })
}

fn workbook_stream(input: &Input) -> Result<(&'static str, Vec<u8>), FormatError> {
    let damaged = || FormatError::damaged(&input.name, "its workbook part is unreadable");
    let mut file = cfb::OpenOptions::new()
        .open_with(input.open()?)
        .map_err(|_| damaged())?;
    let path = if file.is_stream("/Workbook") {
        "/Workbook"
    } else {
        "/Book"
    };
    let part = file.open_stream(path).map_err(|_| damaged())?;
    if part.len() > MOST_BYTES.min(input.len) {
        let detail = format!("its workbook part claims {} MB", part.len() >> 20);
        return Err(FormatError::too_large(&input.name, detail));
    }
    let mut stream = Vec::new();
    part.take(MOST_BYTES)
        .read_to_end(&mut stream)
        .map_err(|_| damaged())?;
    Ok((path, stream))
}

/// A new container that holds nothing but the workbook stream. In one of the newer version calamine finds nothing.
fn wrap(path: &str, stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let cursor = Cursor::new(Vec::new());
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, cursor)?;
    file.create_stream(path)?.write_all(stream)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

fn xls_error(name: &str, error: &XlsError) -> FormatError {
    match error {
        XlsError::Password => FormatError::PasswordProtected {
            name: name.to_owned(),
        },
        other => FormatError::damaged(name, format!("its contents cannot be read ({other})")),
    }
}
