//! OpenDocument sheets, read as a stream of XML.
//!
//! A sheet is written with repetitions: "this row 1,048,000 times". Empty ones cost nothing here; filled ones are
//! written out, up to a number that no honest sheet reaches.

use std::io::BufReader;
use std::ops::ControlFlow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::read::ZipFile;

use super::capped::{Capped, part_error};
use super::cells::put;
use super::ods_cell::{CellStart, CellText, repetition};
use super::{MOST_COLUMNS, MOST_ROWS, Sheet, Workbook};
use crate::cell::{Cell, Row};
use crate::error::FormatError;
use crate::sniff::open_zip;
use crate::source::{Handle, Input, Progress};

/// Filled cells that repetitions may add to a sheet.
const MOST_REPEATED: u64 = 10_000_000;

pub(crate) struct OdsBook {
    input: Input,
    sheets: Vec<Sheet>,
}

impl OdsBook {
    pub fn open(input: &Input) -> Result<Self, FormatError> {
        let mut names = Vec::new();
        each_content(input, |content| {
            while let Some(name) = content.next_table()? {
                names.push(name);
                content.skip_to_end_of("table:table")?;
            }
            Ok(())
        })?;
        let sheets = names.into_iter().map(|name| Sheet {
            name,
            hidden: false,
        });
        Ok(Self {
            input: input.clone(),
            sheets: sheets.collect(),
        })
    }
}

impl Workbook for OdsBook {
    fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    fn read(
        &self,
        sheet: &str,
        sink: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), FormatError> {
        each_content(&self.input, |content| {
            while let Some(name) = content.next_table()? {
                if name == sheet {
                    return content.read_table(sink);
                }
                content.skip_to_end_of("table:table")?;
            }
            Ok(())
        })
    }
}

/// Opens the part that holds the sheets.
fn each_content(
    input: &Input,
    work: impl FnOnce(&mut Content<'_>) -> Result<(), FormatError>,
) -> Result<(), FormatError> {
    let (mut zip, progress) = open_zip(input)?;
    let part = zip
        .by_name("content.xml")
        .map_err(|_| FormatError::damaged(&input.name, "the part with its sheets is missing"))?;
    let packed = part.compressed_size();
    let mut xml = Reader::from_reader(BufReader::new(Capped::new(part, packed)));
    xml.config_mut().expand_empty_elements = true;
    work(&mut Content {
        name: &input.name,
        xml,
        buffer: Vec::new(),
        progress,
        row: 0,
        repeated: 0,
    })
}

struct Content<'a> {
    name: &'a str,
    xml: Reader<BufReader<Capped<ZipFile<'a, Handle>>>>,
    buffer: Vec<u8>,
    progress: Progress,
    /// The 1-based number of the last row.
    row: u64,
    repeated: u64,
}

impl Content<'_> {
    fn next(&mut self) -> Result<Event<'_>, FormatError> {
        self.buffer.clear();
        self.xml.get_mut().get_mut().token_begins();
        match self.xml.read_event_into(&mut self.buffer) {
            Ok(event) => Ok(event),
            Err(quick_xml::Error::Io(error)) => Err(part_error(self.name, &error)),
            Err(error) => Err(FormatError::damaged(self.name, error.to_string())),
        }
    }

    fn ends_too_early<T>(&self) -> Result<T, FormatError> {
        Err(FormatError::damaged(self.name, "its sheets end too early"))
    }

    /// Moves into the next sheet, and gives its name. Tables that are copies of other files' are passed over.
    fn next_table(&mut self) -> Result<Option<String>, FormatError> {
        loop {
            let foreign = match self.next()? {
                Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                    match attribute(&tag, "table:style-name").as_deref() {
                        Some("ta_extref") => "table:table",
                        _ => return Ok(attribute(&tag, "table:name")),
                    }
                }
                Event::Start(tag) if tag.name().as_ref() == "table:dde-links" => "table:dde-links",
                Event::End(tag) if tag.name().as_ref() == "office:body" => return Ok(None),
                Event::Eof => return self.ends_too_early(),
                _ => continue,
            };
            self.skip_to_end_of(foreign)?;
        }
    }

    /// Passes over the rest of an element that has begun.
    fn skip_to_end_of(&mut self, element: &str) -> Result<(), FormatError> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Event::Start(tag) if tag.name().as_ref() == element => depth += 1,
                Event::End(tag) if tag.name().as_ref() == element => depth -= 1,
                Event::Eof => return self.ends_too_early(),
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads the sheet that has begun.
    fn read_table(
        &mut self,
        sink: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), FormatError> {
        loop {
            match self.next()? {
                Event::Start(tag) if tag.name().as_ref() == "table:table-row" => {
                    let repeat = attribute(&tag, "table:number-rows-repeated");
                    let repeat = repeat.map_or(1, |value| repetition(&value));
                    let cells = self.read_row()?;
                    if self.pass_on(cells, repeat, sink)?.is_break() {
                        return Ok(());
                    }
                }
                Event::Start(tag) if is_beside_cells(&tag) => {
                    let element = tag.name().as_ref().to_owned();
                    self.skip_to_end_of(&element)?;
                }
                Event::End(tag) if tag.name().as_ref() == "table:table" => return Ok(()),
                Event::Eof => return self.ends_too_early(),
                _ => {}
            }
        }
    }

    fn pass_on(
        &mut self,
        cells: Vec<Cell>,
        repeat: u64,
        sink: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, FormatError> {
        let first = self.row + 1;
        self.row = self.row.saturating_add(repeat);
        if cells.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        if self.row > u64::from(MOST_ROWS) {
            return Err(self.too_much(&format!("{} rows", self.row)));
        }
        self.count_repeated(cells.len() as u64, repeat - 1)?;
        for number in first..=self.row {
            let row = Row {
                number: number as u32,
                cells: cells.clone(),
                position: self.progress.fraction(),
            };
            if sink(row).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The cells of the row that has begun, up to the last filled one.
    fn read_row(&mut self) -> Result<Vec<Cell>, FormatError> {
        let mut cells = Vec::new();
        let mut column = 0_u64;
        loop {
            match self.next()? {
                Event::Start(tag) if tag.name().as_ref() == "table:table-cell" => {
                    let start = CellStart::read(&tag);
                    let repeat = start.repeat;
                    let text = self.read_text("table:table-cell")?;
                    let cell = start.into_cell(text);
                    self.place(&mut cells, column, repeat, cell)?;
                    column = column.saturating_add(repeat);
                }
                // Lies under a merged cell, whose value stands in its first cell.
                Event::Start(tag) if tag.name().as_ref() == "table:covered-table-cell" => {
                    column = column.saturating_add(CellStart::read(&tag).repeat);
                    self.skip_to_end_of("table:covered-table-cell")?;
                }
                Event::End(tag) if tag.name().as_ref() == "table:table-row" => return Ok(cells),
                Event::Eof => return self.ends_too_early(),
                _ => {}
            }
        }
    }

    fn place(
        &mut self,
        cells: &mut Vec<Cell>,
        column: u64,
        repeat: u64,
        cell: Cell,
    ) -> Result<(), FormatError> {
        if cell.is_empty() {
            return Ok(());
        }
        let end = column.saturating_add(repeat);
        if end > u64::from(MOST_COLUMNS) {
            return Err(self.too_much(&format!("{end} columns")));
        }
        self.count_repeated(1, repeat - 1)?;
        for column in column..end {
            put(cells, column as u32, cell.clone());
        }
        Ok(())
    }

    fn count_repeated(&mut self, cells: u64, times: u64) -> Result<(), FormatError> {
        self.repeated = self.repeated.saturating_add(cells.saturating_mul(times));
        if self.repeated > MOST_REPEATED {
            return Err(self.too_much(&format!("{} repeated cells", self.repeated)));
        }
        Ok(())
    }

    fn too_much(&self, what: &str) -> FormatError {
        FormatError::too_large(self.name, format!("a sheet claims {what}"))
    }

    /// The text of the paragraphs of a cell that has begun, without its comment or the drawings on it.
    fn read_text(&mut self, cell: &str) -> Result<String, FormatError> {
        let mut text = CellText::default();
        let mut inside = 0_u32;
        loop {
            match self.next()? {
                Event::Start(tag) if is_paragraph(tag.name().as_ref()) => {
                    inside += 1;
                    text.paragraph();
                }
                Event::End(tag) if is_paragraph(tag.name().as_ref()) => {
                    inside = inside.saturating_sub(1);
                }
                Event::Start(tag) if is_beside_text(&tag) => {
                    let element = tag.name().as_ref().to_owned();
                    self.skip_to_end_of(&element)?;
                }
                Event::Start(tag) if inside > 0 => text.push_element(&tag),
                Event::Text(part) if inside > 0 => text.push(&part.xml10_content()),
                Event::CData(part) if inside > 0 => text.push(&part.xml10_content()),
                Event::GeneralRef(part) if inside > 0 => text.push_reference(&part),
                Event::End(tag) if tag.name().as_ref() == cell => return Ok(text.take()),
                Event::Eof => return self.ends_too_early(),
                _ => {}
            }
        }
    }
}

fn is_paragraph(name: &str) -> bool {
    matches!(name, "text:p" | "text:h")
}

fn is_beside_text(tag: &BytesStart<'_>) -> bool {
    let name = tag.name();
    let name = name.as_ref();
    name.starts_with("draw:") || matches!(name, "office:annotation" | "table:table")
}

fn is_beside_cells(tag: &BytesStart<'_>) -> bool {
    matches!(
        tag.name().as_ref(),
        "table:shapes" | "office:forms" | "table:tracked-changes"
    )
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok().flatten()?;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}
