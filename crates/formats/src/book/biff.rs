//! Makes the workbook stream of an old .xls file safe for calamine.
//!
//! calamine holds a whole sheet as a rectangle from its first to its last cell, reserves what a sheet declares, and
//! loads every sheet. So the records are walked first: declared dimensions are taken out, sheets that are not wanted
//! are emptied, formulas keep only their value, and the rectangle that remains is measured. All changes are made in
//! place, on a copy in memory; the record layouts are those of MS-XLS.

use crate::error::FormatError;

/// The rectangle of one sheet; 65,536 rows of 90 columns. A cell in it takes 32 bytes, twice while it is copied.
const MOST_CELLS: u64 = 6_000_000;

const FILE_PASS: u16 = 0x002F;
const BOUND_SHEET: u16 = 0x0085;
const EOF: u16 = 0x000A;
const BOF: u16 = 0x0809;
const DIMENSIONS: u16 = 0x0200;
const BLANK: u16 = 0x0201;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_ERR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const RK: u16 = 0x027E;
const R_STRING: u16 = 0x00D6;
const LABEL_SST: u16 = 0x00FD;
const MUL_RK: u16 = 0x00BD;
const FORMULA: u16 = 0x0006;
/// A record type that no reader knows.
const NOTHING: u16 = 0xFFFE;

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

/// One record: where its header lies, its type, and its data.
#[derive(Debug, Clone, Copy)]
struct Record {
    at: usize,
    kind: u16,
    len: usize,
}

impl Record {
    fn read(stream: &[u8], at: usize) -> Option<Self> {
        let kind = u16_at(stream, at)?;
        let len = usize::from(u16_at(stream, at + 2)?);
        (at + 4 + len <= stream.len()).then_some(Self { at, kind, len })
    }

    fn data(self, stream: &[u8]) -> &[u8] {
        &stream[self.at + 4..self.at + 4 + self.len]
    }

    fn next(self) -> usize {
        self.at + 4 + self.len
    }

    fn become_kind(self, stream: &mut [u8], kind: u16) {
        stream[self.at..self.at + 2].copy_from_slice(&kind.to_le_bytes());
    }
}

/// Where the sheets begin, in their order; fails when the workbook is encrypted.
pub(crate) fn sheet_starts(name: &str, stream: &[u8]) -> Result<Vec<usize>, FormatError> {
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(record) = Record::read(stream, at) {
        let data = record.data(stream);
        match record.kind {
            FILE_PASS if u16_at(data, 0) != Some(0) => {
                return Err(FormatError::PasswordProtected {
                    name: name.to_owned(),
                });
            }
            BOUND_SHEET if data.len() >= 4 => {
                let start = u32::from_le_bytes([data[0], data[1], data[2], data[3]]);
                starts.push(start as usize);
            }
            EOF => break,
            _ => {}
        }
        at = record.next();
    }
    Ok(starts)
}

/// Leaves cells only in the sheet that begins at `wanted` (in none without it), and checks that sheet's size.
pub(crate) fn make_safe(
    name: &str,
    stream: &mut [u8],
    starts: &[usize],
    wanted: Option<usize>,
) -> Result<(), FormatError> {
    let overlap = || FormatError::damaged(name, "its sheets lie over each other");
    // No record is shorter than its header, so honest sheets have no more records than this.
    let mut budget = stream.len() / 4 + starts.len();
    for start in starts.iter().filter(|start| Some(**start) != wanted) {
        budget = walk(stream, *start, budget, empty).ok_or_else(overlap)?;
    }
    let Some(wanted) = wanted else {
        return Ok(());
    };
    if starts.iter().filter(|start| **start == wanted).count() > 1 {
        return Err(overlap());
    }
    let mut extent = Extent::default();
    walk(stream, wanted, budget, |stream, record| {
        tame(stream, record, &mut extent);
    })
    .ok_or_else(overlap)?;
    extent.check(name)
}

/// Shows each record of a sheet to `change`, and says what is left of the budget of records; None when it is used up.
fn walk(
    stream: &mut [u8],
    start: usize,
    budget: usize,
    mut change: impl FnMut(&mut [u8], Record),
) -> Option<usize> {
    let mut depth = 0;
    let mut at = start;
    let mut left = budget;
    while let Some(record) = Record::read(stream, at) {
        left = left.checked_sub(1)?;
        match record.kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ => change(stream, record),
        }
        at = record.next();
    }
    Some(left)
}

/// The rectangle that the cells of a sheet span.
#[derive(Debug)]
struct Extent {
    rows: (u64, u64),
    columns: (u64, u64),
}

impl Default for Extent {
    fn default() -> Self {
        Self {
            rows: (u64::MAX, 0),
            columns: (u64::MAX, 0),
        }
    }
}

impl Extent {
    fn add(&mut self, row: u16, first: u16, last: u16) {
        let (row, first, last) = (u64::from(row), u64::from(first), u64::from(last));
        self.rows = (self.rows.0.min(row), self.rows.1.max(row));
        self.columns = (self.columns.0.min(first), self.columns.1.max(last));
    }

    fn check(&self, name: &str) -> Result<(), FormatError> {
        let span = |(first, last): (u64, u64)| (last + 1).saturating_sub(first);
        let (rows, columns) = (span(self.rows), span(self.columns));
        if rows * columns > MOST_CELLS {
            let detail = format!("its sheet spans {rows} rows and {columns} columns");
            return Err(FormatError::too_large(name, detail));
        }
        Ok(())
    }
}

/// Measures a cell, and takes from a record what would make calamine do more than read it.
fn tame(stream: &mut [u8], record: Record, extent: &mut Extent) {
    let data = record.data(stream);
    let place = (u16_at(data, 0), u16_at(data, 2));
    match (record.kind, place) {
        (DIMENSIONS, _) => record.become_kind(stream, NOTHING),
        (MUL_RK, (Some(row), Some(first))) => {
            let last = u16_at(data, record.len.saturating_sub(2)).unwrap_or(first);
            extent.add(row, first, last.max(first));
        }
        (FORMULA, (Some(row), Some(column))) => {
            extent.add(row, column, column);
            keep_value(stream, record);
        }
        (NUMBER | LABEL | BOOL_ERR | RK | R_STRING | LABEL_SST, (Some(row), Some(column))) => {
            extent.add(row, column, column);
        }
        _ => {}
    }
}

/// A formula's record begins like a number's: place, format, eight bytes of value. Where two of those say that it is
/// no number, it is text in a record that follows (0), a truth value (1), an error (2) or empty text (3).
fn keep_value(stream: &mut [u8], record: Record) {
    let data = record.data(stream);
    if data.len() < 14 {
        return record.become_kind(stream, NOTHING);
    }
    let value: [u8; 8] = data[6..14].try_into().expect("eight bytes");
    let start = record.at + 4;
    match value {
        [kind @ (1 | 2), _, detail, .., 0xFF, 0xFF] => {
            stream[start + 6] = detail;
            stream[start + 7] = kind - 1;
            record.become_kind(stream, BOOL_ERR);
        }
        // Text: calamine takes the place from here, so the formula stays, without anything to parse.
        [0, .., 0xFF, 0xFF] if data.len() >= 22 => stream[start + 20..record.next()].fill(0),
        [_, .., 0xFF, 0xFF] => record.become_kind(stream, NOTHING),
        _ => record.become_kind(stream, NUMBER),
    }
}

fn empty(stream: &mut [u8], record: Record) {
    let cells = [
        NUMBER, LABEL, BOOL_ERR, STRING, RK, R_STRING, LABEL_SST, MUL_RK, FORMULA,
    ];
    if record.kind == DIMENSIONS {
        record.become_kind(stream, NOTHING);
    } else if cells.contains(&record.kind) {
        record.become_kind(stream, BLANK);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let mut bytes = kind.to_le_bytes().to_vec();
        bytes.extend((data.len() as u16).to_le_bytes());
        bytes.extend(data);
        bytes
    }

    fn number(row: u16, column: u16) -> Vec<u8> {
        let mut data = [row.to_le_bytes(), column.to_le_bytes()].concat();
        data.extend([0; 10]);
        record(NUMBER, &data)
    }

    fn sheet(records: &[Vec<u8>]) -> Vec<u8> {
        [record(BOF, &[0; 4]), records.concat(), record(EOF, &[])].concat()
    }

    fn kinds(stream: &[u8]) -> Vec<u16> {
        let mut kinds = Vec::new();
        let mut at = 0;
        while let Some(record) = Record::read(stream, at) {
            kinds.push(record.kind);
            at = record.next();
        }
        kinds
    }

    #[test]
    fn other_sheets_and_dimensions_are_emptied() {
        let first = sheet(&[record(DIMENSIONS, &[0xFF; 14]), number(0, 0)]);
        let second = sheet(&[number(0, 0)]);
        let starts = [0, first.len()];
        let mut stream = [first, second].concat();
        make_safe("a.xls", &mut stream, &starts, Some(0)).unwrap();
        assert_eq!(kinds(&stream), [BOF, NOTHING, NUMBER, EOF, BOF, BLANK, EOF]);
    }

    #[test]
    fn a_sheet_spread_over_millions_of_cells_is_refused() {
        let mut stream = sheet(&[number(0, 0), number(65_535, 255)]);
        let error = make_safe("a.xls", &mut stream, &[0], Some(0)).unwrap_err();
        assert_eq!(error.code(), "too_large");
    }

    #[test]
    fn sheets_on_one_another_are_refused() {
        let mut stream = sheet(&[number(0, 0)]);
        let error = make_safe("a.xls", &mut stream, &[0, 0], Some(0)).unwrap_err();
        assert_eq!(error.code(), "damaged_file");
    }

    #[test]
    fn formulas_keep_their_value() {
        let formula = |value: [u8; 8]| {
            let mut data = vec![0; 6];
            data.extend(value);
            data.extend([0, 0, 0, 0, 0, 0, 2, 0, 7, 7]);
            record(FORMULA, &data)
        };
        let mut stream = sheet(&[
            formula(1.5_f64.to_le_bytes()),
            formula([1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
            formula([0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
            formula([3, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        ]);
        make_safe("a.xls", &mut stream, &[0], Some(0)).unwrap();
        assert_eq!(
            kinds(&stream),
            [BOF, NUMBER, BOOL_ERR, FORMULA, NOTHING, EOF]
        );
    }

    #[test]
    fn a_password_is_found() {
        let stream = record(FILE_PASS, &[1, 0]);
        assert_eq!(
            sheet_starts("a.xls", &stream).unwrap_err().code(),
            "password_protected"
        );
    }
}
