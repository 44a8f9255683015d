//! Sheets of labels: their paper, and where on it the labels lie.

use crate::PaperError;

/// The paper of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    /// Width and height in millimetres.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::Letter => (215.9, 279.4),
        }
    }
}

/// Labels of one size in columns and rows. Lengths in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    pub paper: Paper,
    pub columns: u16,
    pub rows: u16,
    /// Width and height of one label.
    pub label: (f32, f32),
    /// From the left and the top edge of the paper to the first label.
    pub margin: (f32, f32),
    /// From the left edge of a label to that of the next, and from the top of one to that of the next.
    pub pitch: (f32, f32),
}

/// A sheet that is sold under a number.
#[derive(Debug, Clone, Copy)]
pub struct KnownSheet {
    pub code: &'static str,
    pub sheet: Sheet,
}

const fn a4(grid: (u16, u16), label: (f32, f32), margin: (f32, f32), pitch: (f32, f32)) -> Sheet {
    Sheet {
        paper: Paper::A4,
        columns: grid.0,
        rows: grid.1,
        label,
        margin,
        pitch,
    }
}

const fn letter(
    grid: (u16, u16),
    label: (f32, f32),
    margin: (f32, f32),
    pitch: (f32, f32),
) -> Sheet {
    Sheet {
        paper: Paper::Letter,
        columns: grid.0,
        rows: grid.1,
        label,
        margin,
        pitch,
    }
}

/// The common sheets of Avery, with the measures that their maker gives; other makers sell the same under other names.
pub const KNOWN: [KnownSheet; 13] = [
    KnownSheet {
        code: "L7160",
        sheet: a4((3, 7), (63.5, 38.1), (7.21, 15.15), (66.04, 38.1)),
    },
    KnownSheet {
        code: "L7163",
        sheet: a4((2, 7), (99.1, 38.1), (4.65, 15.15), (101.6, 38.1)),
    },
    KnownSheet {
        code: "L7159",
        sheet: a4((3, 8), (63.5, 33.9), (7.21, 12.9), (66.04, 33.9)),
    },
    KnownSheet {
        code: "L7161",
        sheet: a4((3, 6), (63.5, 46.6), (7.21, 8.7), (66.04, 46.6)),
    },
    KnownSheet {
        code: "L7162",
        sheet: a4((2, 8), (99.1, 33.9), (4.65, 12.9), (101.6, 33.9)),
    },
    KnownSheet {
        code: "L7165",
        sheet: a4((2, 4), (99.1, 67.7), (4.65, 13.1), (101.6, 67.7)),
    },
    KnownSheet {
        code: "L7651",
        sheet: a4((5, 13), (38.1, 21.2), (4.75, 10.7), (40.6, 21.2)),
    },
    KnownSheet {
        code: "3474",
        sheet: a4((3, 8), (70.0, 37.0), (0.0, 0.5), (70.0, 37.0)),
    },
    KnownSheet {
        code: "3475",
        sheet: a4((3, 8), (70.0, 36.0), (0.0, 4.5), (70.0, 36.0)),
    },
    KnownSheet {
        code: "5160",
        sheet: letter((3, 10), (66.675, 25.4), (4.7625, 12.7), (69.85, 25.4)),
    },
    KnownSheet {
        code: "5161",
        sheet: letter((2, 10), (101.6, 25.4), (3.96875, 12.7), (106.3625, 25.4)),
    },
    KnownSheet {
        code: "5162",
        sheet: letter(
            (2, 7),
            (101.6, 33.867),
            (3.96875, 21.166),
            (106.3625, 33.867),
        ),
    },
    KnownSheet {
        code: "5163",
        sheet: letter((2, 5), (101.6, 50.8), (3.96875, 12.7), (106.3625, 50.8)),
    },
];

/// Room for what printers are off by, and for rounding in the makers' figures.
const SLACK: f32 = 0.5;
/// Smaller than this nothing can be read.
const SMALLEST: f32 = 8.0;

impl Sheet {
    /// The sheet that is sold under a number.
    pub fn known(code: &str) -> Option<Self> {
        let known = KNOWN
            .iter()
            .find(|known| known.code.eq_ignore_ascii_case(code));
        known.map(|known| known.sheet)
    }

    /// How many labels a sheet has.
    pub fn count(&self) -> usize {
        usize::from(self.columns) * usize::from(self.rows)
    }

    /// The left and top edge of a label, counted from 0, row by row.
    pub fn place(&self, label: usize) -> (f32, f32) {
        let columns = usize::from(self.columns);
        let at = |n: usize, margin: f32, pitch: f32| margin + n as f32 * pitch;
        let x = at(label % columns, self.margin.0, self.pitch.0);
        let y = at(label / columns, self.margin.1, self.pitch.1);
        (x, y)
    }

    /// # Errors
    /// `Sheet` when labels overlap, leave the paper or are too small.
    pub fn check(&self) -> Result<(), PaperError> {
        let lengths = [
            self.label.0,
            self.label.1,
            self.margin.0,
            self.margin.1,
            self.pitch.0,
            self.pitch.1,
        ];
        let problem = if lengths.iter().any(|mm| !mm.is_finite() || *mm < 0.0) || self.count() == 0
        {
            "A sheet needs columns, rows, and measures in millimetres."
        } else if self.label.0 < SMALLEST || self.label.1 < SMALLEST {
            "The labels are too small: each needs at least 8 by 8 mm."
        } else if (self.columns > 1 && self.pitch.0 < self.label.0 - SLACK)
            || (self.rows > 1 && self.pitch.1 < self.label.1 - SLACK)
        {
            "The labels overlap: the step from label to label is smaller than the label."
        } else if self.overhangs() {
            "The labels don't fit on the paper: look at the margins, the steps, and how many there are."
        } else {
            return Ok(());
        };
        Err(PaperError::Sheet(problem.to_owned()))
    }

    fn overhangs(&self) -> bool {
        let (width, height) = self.paper.size();
        let (x, y) = self.place(self.count() - 1);
        x + self.label.0 > width + SLACK || y + self.label.1 > height + SLACK
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_that_are_sold_fit_and_lie_in_the_middle() {
        for KnownSheet { code, sheet } in KNOWN {
            sheet.check().unwrap_or_else(|e| panic!("{code}: {e}"));
            let (width, height) = sheet.paper.size();
            let (x, y) = sheet.place(sheet.count() - 1);
            let right = width - x - sheet.label.0;
            let below = height - y - sheet.label.1;
            assert!(
                (right - sheet.margin.0).abs() < 1.0,
                "{code}: {right} mm at the right"
            );
            assert!(
                (below - sheet.margin.1).abs() < 1.0,
                "{code}: {below} mm below"
            );
        }
    }

    #[test]
    fn a_sheet_is_found_by_its_number_in_any_case() {
        assert_eq!(Sheet::known("l7160").map(|s| s.count()), Some(21));
        assert_eq!(Sheet::known("L9999"), None);
    }

    #[test]
    fn labels_lie_row_by_row() {
        let sheet = Sheet::known("5160").unwrap();
        assert_eq!(sheet.place(0), (4.7625, 12.7));
        assert_eq!(sheet.place(1), (4.7625 + 69.85, 12.7));
        assert_eq!(sheet.place(3), (4.7625, 12.7 + 25.4));
    }

    #[test]
    fn a_sheet_that_cannot_be_is_refused_with_the_reason() {
        let good = Sheet::known("L7160").unwrap();
        let told = |sheet: Sheet| sheet.check().unwrap_err().to_string();
        assert!(told(Sheet { columns: 4, ..good }).contains("don't fit"));
        assert!(
            told(Sheet {
                pitch: (50.0, 38.1),
                ..good
            })
            .contains("overlap")
        );
        assert!(
            told(Sheet {
                label: (63.5, 3.0),
                ..good
            })
            .contains("too small")
        );
        assert!(told(Sheet { rows: 0, ..good }).contains("needs columns"));
        assert!(
            told(Sheet {
                margin: (f32::NAN, 1.0),
                ..good
            })
            .contains("measures")
        );
    }
}
