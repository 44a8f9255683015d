//! Cells in the order of a sheet gathered to rows.

use super::{MOST_COLUMNS, MOST_ROWS};
use crate::cell::Cell;
use crate::error::FormatError;

/// A cell with its 0-based row and column.
pub(crate) type Placed = (u32, u32, Cell);

/// What gives the cells of a sheet one by one, row after row.
pub(crate) trait Cells {
    fn next_cell(&mut self) -> Result<Option<Placed>, FormatError>;
}

impl<F: FnMut() -> Result<Option<Placed>, FormatError>> Cells for F {
    fn next_cell(&mut self) -> Result<Option<Placed>, FormatError> {
        self()
    }
}

/// Gathers cells to rows. A row is as long as its last cell that holds anything, so that a lone cell far out costs
/// no more than its own row.
pub(crate) struct Gather<C> {
    cells: C,
    ahead: Option<Placed>,
    /// calamine must not be asked again after its last cell.
    ended: bool,
}

impl<C: Cells> Gather<C> {
    pub fn new(cells: C) -> Self {
        Self {
            cells,
            ahead: None,
            ended: false,
        }
    }

    /// The next row that holds anything, with its 1-based number.
    pub fn next_row(&mut self) -> Result<Option<(u32, Vec<Cell>)>, FormatError> {
        let Some((row, column, cell)) = self.next_filled()? else {
            return Ok(None);
        };
        let mut cells = Vec::new();
        put(&mut cells, column, cell);
        while let Some((next_row, column, cell)) = self.next_filled()? {
            if next_row != row {
                self.ahead = Some((next_row, column, cell));
                break;
            }
            put(&mut cells, column, cell);
        }
        Ok(Some((row + 1, cells)))
    }

    fn next_filled(&mut self) -> Result<Option<Placed>, FormatError> {
        if self.ahead.is_some() {
            return Ok(self.ahead.take());
        }
        while !self.ended {
            let Some(placed) = self.cells.next_cell()? else {
                self.ended = true;
                break;
            };
            let inside = placed.0 < MOST_ROWS && placed.1 < MOST_COLUMNS;
            if inside && !placed.2.is_empty() {
                return Ok(Some(placed));
            }
        }
        Ok(None)
    }
}

/// Places a cell, keeping the first where a broken file has two in one place.
pub(crate) fn put(cells: &mut Vec<Cell>, column: u32, cell: Cell) {
    let column = column as usize;
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    if cells[column].is_empty() {
        cells[column] = cell;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_end_with_their_last_filled_cell() {
        let text = |t: &str| Cell::Text(t.into());
        let cells = vec![
            (0, 1, text("b")),
            (0, 9, Cell::Empty),
            (4, 0, text(" ")),
            (1_048_575, 16_383, text("far")),
            (1_048_576, 0, text("outside")),
        ];
        let mut cells = cells.into_iter();
        let mut gather = Gather::new(|| Ok(cells.next()));
        let (number, first) = gather.next_row().unwrap().unwrap();
        assert_eq!((number, first.len()), (1, 2));
        let (number, far) = gather.next_row().unwrap().unwrap();
        assert_eq!((number, far.len()), (1_048_576, 16_384));
        assert_eq!(gather.next_row().unwrap(), None);
    }
}
