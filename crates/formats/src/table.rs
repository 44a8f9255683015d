//! An opened table: what was detected about it, and its rows as a stream, as often as they are wanted.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::book;
use crate::card::{Bundle, CardFile};
use crate::cell::Row;
use crate::error::{FormatError, short_name};
use crate::format::{Format, ReadOptions};
use crate::layout::{self, FooterCut};
use crate::mojibake::{self, Garbled, Repaired};
use crate::packed::Packed;
use crate::sniff::{Kind, sniff};
use crate::source::{Input, Source};
use crate::text::TextFile;

/// What gives rows: those that hold anything, in order, numbered so that blank rows between them show.
pub(crate) trait Rows: Send + Sync {
    fn read(&self, sink: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), FormatError>;
}

/// How many rows, and how many cells at most, are looked at to find the header and the columns.
const WINDOW_ROWS: usize = 1000;
const WINDOW_CELLS: usize = 500_000;

/// Within this time a program that is writing a file writes some of it.
const WRITER_SHOWS: Duration = Duration::from_millis(200);

/// Stands for a footer that nobody has looked for yet, since the end has not been read.
const UNKNOWN: u32 = u32::MAX;

/// A table in a file, with what was detected about it or decided by [`ReadOptions`].
pub struct Table {
    pub format: Format,
    /// The file's name without its folder.
    pub name: String,
    /// All sheets of a workbook, hidden ones too; empty for text.
    pub sheets: Vec<String>,
    /// The sheet that is read.
    pub sheet: Option<String>,
    /// The encoding's name in the Encoding Standard, for text only.
    pub encoding: Option<&'static str>,
    /// For text only; None where the file is one column.
    pub delimiter: Option<char>,
    /// For text only.
    pub quote: Option<char>,
    /// The 1-based number of the header row; None where there is none.
    pub header_row: Option<u32>,
    /// The header's texts, "" where a column has none.
    pub columns: Vec<String>,
    /// Text that was once read in a wrong encoding, where the first rows show it.
    pub garbled: Option<Garbled>,
    footer_rows: AtomicU32,
    origin: Bundle,
    /// The rows begin and end as the reader gives them, without header and footer to look for.
    laid_out: bool,
    rows: Arc<dyn Rows>,
}

/// Opens a table and detects what the options leave open.
pub fn open(source: Source, options: &ReadOptions) -> Result<Table, FormatError> {
    open_with(source, options, &|_| false)
}

/// As [`open`]; `is_known_header` votes for the header row, by whatever the caller knows about headers.
pub fn open_with(
    source: Source,
    options: &ReadOptions,
    is_known_header: &dyn Fn(&str) -> bool,
) -> Result<Table, FormatError> {
    if let Source::Path(path) = &source
        && path.is_dir()
    {
        let name = short_name(path);
        return Table::of_cards(&name, Format::Folder, Bundle::folder(path, &name)?, options);
    }
    let input = Input::new(source)?;
    let origin = Bundle::File(input.clone());
    let opened = open_kind(&input, options);
    let mut table = opened.map_err(|error| blame_writer(&origin, error))?;
    let window = table
        .mended_window(options)
        .map_err(|error| blame_writer(&origin, error))?;
    if !table.laid_out {
        table.lay_out(&window, options, is_known_header)?;
    }
    Ok(table)
}

fn open_kind(input: &Input, options: &ReadOptions) -> Result<Table, FormatError> {
    let kind = sniff(input)?;
    check_wanted(input, kind, options.format)?;
    match kind {
        Kind::Text => {
            let text = TextFile::open(input, options)?;
            check_certain(input, &text, options)?;
            Ok(Table::of_text(input, text))
        }
        Kind::Book(kind) => {
            let book = book::open(input, kind, options.sheet.as_deref())?;
            Ok(Table::of_book(input, kind.format(), book))
        }
        Kind::Cards(kind) => {
            let origin = Bundle::File(input.clone());
            Table::of_cards(&input.name, kind.format(), origin, options)
        }
        Kind::Zip => open_zip(input, options),
    }
}

/// A zip of tables, each as a sheet, or of cards; tables first, since cards beside them are no rows of theirs.
fn open_zip(input: &Input, options: &ReadOptions) -> Result<Table, FormatError> {
    let origin = Bundle::Zip(input.clone());
    let Some(packed) = Packed::open(input, options.sheet.as_deref())? else {
        return Table::of_cards(&input.name, Format::Zip, origin, options);
    };
    let inside = Input::new(packed.source)?;
    if sniff(&inside)? == Kind::Zip {
        return Err(FormatError::Unsupported {
            name: input.name.clone(),
            what: "a compressed archive (ZIP)",
        });
    }
    let options = ReadOptions {
        sheet: None,
        ..options.clone()
    };
    Ok(Table {
        name: input.name.clone(),
        sheets: packed.names,
        sheet: Some(packed.chosen),
        origin,
        ..open_kind(&inside, &options)?
    })
}

/// A file that looks damaged because it is still being saved or copied is reported as such. It has a moment to show
/// that it grows; only damaged files wait for it.
fn blame_writer(origin: &Bundle, error: FormatError) -> FormatError {
    if !matches!(error, FormatError::Damaged { .. }) || !origin.is_on_disk() {
        return error;
    }
    std::thread::sleep(WRITER_SHOWS);
    origin.check_unchanged().err().unwrap_or(error)
}

/// Text under a workbook's name is read if it is plainly a table; otherwise it may be anything.
fn check_certain(input: &Input, text: &TextFile, options: &ReadOptions) -> Result<(), FormatError> {
    let decided = options.format.is_some() || options.delimiter.is_some();
    match Format::promised_by_file_name(&input.name) {
        Some(promised) if text.delimiter.is_none() && !decided => Err(FormatError::Mismatch {
            name: input.name.clone(),
            expected: promised.description(),
            found: "plain text without columns",
        }),
        _ => Ok(()),
    }
}

fn check_wanted(input: &Input, kind: Kind, wanted: Option<Format>) -> Result<(), FormatError> {
    let found = match kind {
        Kind::Book(book) => book.format(),
        Kind::Cards(cards) => cards.format(),
        // What is in it decides.
        Kind::Zip => return Ok(()),
        Kind::Text => Format::Txt,
    };
    match wanted {
        Some(wanted) if wanted != found && !(wanted.is_text() && found.is_text()) => {
            Err(FormatError::Mismatch {
                name: input.name.clone(),
                expected: wanted.description(),
                found: found.description(),
            })
        }
        _ => Ok(()),
    }
}

impl Table {
    fn of_text(input: &Input, text: TextFile) -> Self {
        Self {
            format: text.format,
            encoding: Some(text.encoding.name()),
            delimiter: text.delimiter,
            quote: Some('"'),
            sheets: Vec::new(),
            sheet: None,
            ..Self::new(input, Format::Csv, Arc::new(text))
        }
    }

    fn of_cards(
        name: &str,
        format: Format,
        origin: Bundle,
        options: &ReadOptions,
    ) -> Result<Self, FormatError> {
        let cards = CardFile::open(name, origin.clone(), options.encoding.as_deref())?;
        Ok(Self {
            format,
            name: name.to_owned(),
            sheets: Vec::new(),
            sheet: None,
            encoding: Some(cards.encoding.name()),
            delimiter: None,
            quote: None,
            header_row: None,
            columns: cards.titles.clone(),
            garbled: None,
            footer_rows: AtomicU32::new(0),
            origin,
            laid_out: true,
            rows: Arc::new(cards),
        })
    }

    fn of_book(input: &Input, format: Format, book: book::Book) -> Self {
        Self {
            sheets: book.sheets,
            sheet: Some(book.sheet),
            ..Self::new(input, format, book.rows.into())
        }
    }

    fn new(input: &Input, format: Format, rows: Arc<dyn Rows>) -> Self {
        Self {
            format,
            name: input.name.clone(),
            sheets: Vec::new(),
            sheet: None,
            encoding: None,
            delimiter: None,
            quote: None,
            header_row: None,
            columns: Vec::new(),
            garbled: None,
            footer_rows: AtomicU32::new(UNKNOWN),
            origin: Bundle::File(input.clone()),
            laid_out: false,
            rows,
        }
    }

    /// The first rows; text in them that was read wrongly once is noticed, and repaired from here on where that is asked.
    fn mended_window(&mut self, options: &ReadOptions) -> Result<Vec<Row>, FormatError> {
        let window = self.window()?;
        self.garbled = mojibake::notice(&window);
        let Some(garbled) = self
            .garbled
            .as_mut()
            .filter(|_| options.repair_text == Some(true))
        else {
            return Ok(window);
        };
        garbled.repaired = true;
        let encoding = garbled.page();
        self.rows = Arc::new(Repaired {
            rows: Arc::clone(&self.rows),
            encoding,
        });
        for title in &mut self.columns {
            if let Some(repaired) = mojibake::repair(title, encoding) {
                *title = repaired;
            }
        }
        self.window()
    }

    /// The first rows, with their blank ones left out.
    fn window(&self) -> Result<Vec<Row>, FormatError> {
        let mut window = Vec::new();
        let mut cells = 0;
        self.rows.read(&mut |row| {
            cells += row.cells.len();
            window.push(row);
            if window.len() >= WINDOW_ROWS || cells >= WINDOW_CELLS {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })?;
        Ok(window)
    }

    fn lay_out(
        &mut self,
        window: &[Row],
        options: &ReadOptions,
        is_known_header: &dyn Fn(&str) -> bool,
    ) -> Result<(), FormatError> {
        let header = match options.header_row {
            Some(0) => None,
            Some(number) => {
                self.check_row(window, number)?;
                self.header_row = Some(number);
                window.iter().find(|row| row.number == number)
            }
            None => layout::find_header(window, is_known_header).map(|at| &window[at]),
        };
        self.header_row = self.header_row.or(header.map(|row| row.number));
        let first = window.partition_point(|row| row.number <= self.header_row.unwrap_or(0));
        self.columns = layout::columns(header, &window[first..]);
        Ok(())
    }

    fn check_row(&self, window: &[Row], number: u32) -> Result<(), FormatError> {
        match window.last() {
            Some(last) if number <= last.number => Ok(()),
            _ => Err(FormatError::NoSuchRow {
                name: self.name.clone(),
                row: number,
            }),
        }
    }

    /// How many rows at the end were left out as a footer; known once the table has been read to its end.
    pub fn footer_rows(&self) -> Option<u32> {
        match self.footer_rows.load(Ordering::Relaxed) {
            UNKNOWN => None,
            rows => Some(rows),
        }
    }

    /// Reads the rows of data: header, preamble, footer and blank rows left out. Each call reads the source anew, and
    /// the sink ends it early by breaking. The sink must not read from this table itself.
    pub fn read(&self, sink: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), FormatError> {
        if self.laid_out {
            return self.read_unchanged(sink).map(drop);
        }
        let mut footer = FooterCut::default();
        let first = self.header_row.map_or(1, |header| header + 1);
        let stopped = self.read_unchanged(&mut |row| {
            if row.number < first {
                return ControlFlow::Continue(());
            }
            footer.push(row, sink)
        })?;
        if !stopped {
            let footer_rows = footer.finish(sink);
            self.footer_rows.store(footer_rows, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Reads every row as it stands in the sheet up to the last that holds anything: preamble, header, footer, and
    /// blank rows as rows without cells.
    pub fn read_raw(
        &self,
        sink: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), FormatError> {
        let mut next = 1;
        self.read_unchanged(&mut |row| {
            for number in next..row.number {
                sink(Row {
                    number,
                    cells: Vec::new(),
                    position: row.position,
                })?;
            }
            next = row.number.saturating_add(1);
            sink(row)
        })?;
        Ok(())
    }

    /// Reads, and fails if the file changed meanwhile or since it was opened. Says whether the sink stopped it.
    fn read_unchanged(
        &self,
        sink: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<bool, FormatError> {
        self.origin.check_unchanged()?;
        let mut stopped = false;
        let outcome = self.rows.read(&mut |row| {
            let flow = sink(row);
            stopped = flow.is_break();
            flow
        });
        outcome.map_err(|error| blame_writer(&self.origin, error))?;
        if !stopped {
            self.origin.check_unchanged()?;
        }
        Ok(stopped)
    }
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table")
            .field("format", &self.format)
            .field("name", &self.name)
            .field("sheet", &self.sheet)
            .field("header_row", &self.header_row)
            .field("columns", &self.columns)
            .finish_non_exhaustive()
    }
}
