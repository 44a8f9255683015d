//! What a sheet looks like: where its header is, how many columns it has, and what at its end is no row of data.
//!
//! Works on rows alone, the same way for text and workbooks. What a column means is the core's to guess.

mod footer;
mod header;
mod shape;

use crate::cell::Row;

pub(crate) use footer::FooterCut;
pub(crate) use header::find_header;

/// The texts of the header, widened to the widest row seen; columns at the end with neither a header nor a value are
/// left out.
pub(crate) fn columns(header: Option<&Row>, data: &[Row]) -> Vec<String> {
    let used = |row: &Row| {
        let last = row.cells.iter().rposition(|cell| !cell.is_empty());
        last.map_or(0, |at| at + 1)
    };
    let width = data.iter().chain(header).map(used).max().unwrap_or(0);
    let text = |at| match header {
        Some(row) => title(&row.cell(at).to_text()),
        None => String::new(),
    };
    (0..width).map(text).collect()
}

/// A header's text without the blanks and the stray byte order mark around it.
fn title(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .to_owned()
}

#[cfg(test)]
pub(crate) mod samples {
    use crate::cell::{Cell, Row};

    /// Rows from lines of `|`-separated cells; a blank line only takes a number.
    pub fn rows(text: &str) -> Vec<Row> {
        let lines = text.lines().map(str::trim).enumerate();
        lines
            .filter(|(_, line)| !line.is_empty())
            .map(|(at, line)| Row {
                number: at as u32 + 1,
                cells: line
                    .split('|')
                    .map(|cell| Cell::from_text(cell.trim().to_owned()))
                    .collect(),
                position: 0.0,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_reach_as_far_as_anything_is() {
        let rows = samples::rows("Name | | Mail | | \nA | b | c | d | \nB");
        assert_eq!(
            columns(Some(&rows[0]), &rows[1..]),
            ["Name", "", "Mail", ""]
        );
        assert_eq!(columns(None, &rows[1..]).len(), 4);
    }

    #[test]
    fn headers_lose_blanks_around_them() {
        assert_eq!(
            title("\u{feff} Tél. professionnel\u{a0}"),
            "Tél. professionnel"
        );
    }
}
