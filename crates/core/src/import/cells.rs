//! The texts of a row's cells in one piece: nearly every row is imported and needs them no more, so that a text for
//! each cell would be made for nothing.

use roster_formats::Cell;

#[derive(Debug, Clone, Default)]
pub(super) struct Cells {
    text: String,
    /// Where each cell ends.
    ends: Vec<u32>,
}

impl Cells {
    pub fn of(cells: &[Cell]) -> Self {
        let mut row = Self {
            text: String::with_capacity(128),
            ends: Vec::with_capacity(cells.len()),
        };
        for cell in cells {
            row.text.push_str(&cell.to_text());
            row.ends.push(row.text.len() as u32);
        }
        row
    }

    pub fn to_vec(&self) -> Vec<String> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = starts.zip(&self.ends);
        ranges
            .map(|(from, to)| self.text[from as usize..*to as usize].to_owned())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back_as_they_were() {
        let cells = [Cell::Text("נועה".into()), Cell::Empty, Cell::Number(5.0)];
        assert_eq!(Cells::of(&cells).to_vec(), ["נועה", "", "5"]);
        assert!(Cells::of(&[]).to_vec().is_empty());
    }
}
