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

    /// Whether each cell holds anything, in their order.
    pub fn filled(&self) -> impl Iterator<Item = bool> {
        let mut from = 0;
        self.ends.iter().map(move |end| {
            let text = &self.text.as_bytes()[from..*end as usize];
            from = *end as usize;
            match text.first() {
                None => false,
                // A sign that no blank begins with.
                Some(b'!'..=b'~') => true,
                Some(_) => !self.text[from - text.len()..from].trim().is_empty(),
            }
        })
    }

    pub fn text_at(&self, at: usize) -> Option<&str> {
        let from = match at {
            0 => 0,
            _ => *self.ends.get(at - 1)?,
        };
        Some(&self.text[from as usize..*self.ends.get(at)? as usize])
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

    #[test]
    fn a_cell_is_filled_by_what_is_no_blank() {
        let cells = [" \u{a0}", "", " a", "נ", "-"].map(|text| Cell::Text(text.into()));
        let row = Cells::of(&cells);
        let filled: Vec<bool> = row.filled().collect();
        assert_eq!(filled, [false, false, true, true, true]);
        assert_eq!(
            [0, 2, 4, 5].map(|at| row.text_at(at)),
            [Some(" \u{a0}"), Some(" a"), Some("-"), None]
        );
    }
}
