//! Which of the first rows is the header, if any.
//!
//! Two questions. Where does the table begin: preambles (LinkedIn's notes, Salesforce's title block) are narrower
//! than the table below them. And is its first row a header: it is one unless it looks like the rows below, with an
//! e-mail, phone, date or number where they have one too. A caller that knows what headers are called can vote.

use super::shape::Shape;
use crate::cell::Row;

/// A header stands within so many rows of the top.
const LAST_HEADER_ROW: u32 = 25;
/// How many rows of data a candidate is compared with.
const COMPARED_ROWS: usize = 50;

/// The index in `rows` of the header; None where the table has none. `known` says whether a text is a header that
/// the caller has met before.
pub(crate) fn find_header(rows: &[Row], known: &dyn Fn(&str) -> bool) -> Option<usize> {
    find_known(rows, known).or_else(|| find_by_shape(rows))
}

/// The row with the most known headers, if there are enough of them not to be chance.
fn find_known(rows: &[Row], known: &dyn Fn(&str) -> bool) -> Option<usize> {
    let votes = |row: &Row| {
        let texts = row.cells.iter().filter(|cell| !cell.is_empty());
        texts.filter(|cell| known(cell.to_text().trim())).count()
    };
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in candidates(rows) {
        let found = votes(row);
        let enough = found >= 2 || (found == 1 && row.filled() <= 2);
        let more = best.is_none_or(|(_, most)| found > most);
        if enough && more && data_like(row) * 4 <= row.filled() {
            best = Some((at, found));
        }
    }
    best.map(|(at, _)| at)
}

fn find_by_shape(rows: &[Row]) -> Option<usize> {
    let width = usual_width(rows);
    let wide_enough = |row: &Row| row.filled() * 2 > width;
    let (at, first) = candidates(rows).find(|(_, row)| wide_enough(row))?;
    let below = &rows[at + 1..rows.len().min(at + 1 + COMPARED_ROWS)];
    (!looks_like_data(first, below)).then_some(at)
}

fn candidates(rows: &[Row]) -> impl Iterator<Item = (usize, &Row)> {
    let near_the_top = |(_, row): &(usize, &Row)| row.number <= LAST_HEADER_ROW;
    rows.iter().enumerate().take_while(near_the_top)
}

fn data_like(row: &Row) -> usize {
    let shapes = row.cells.iter().map(Shape::of);
    shapes.filter(|shape| shape.is_data()).count()
}

/// How many cells most rows fill, leaning to the wider where there is no majority.
fn usual_width(rows: &[Row]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(Row::filled).collect();
    widths.sort_unstable();
    widths.get(widths.len() * 3 / 5).copied().unwrap_or(0)
}

/// Whether a row is one of the rows below rather than their header. Each column that has e-mails, phones, dates or
/// numbers below votes: for data where the row has the same, for a header where it has words. A row without any words
/// is no header.
fn looks_like_data(row: &Row, below: &[Row]) -> bool {
    let (mut data, mut header) = (0, 0);
    for (at, cell) in row.cells.iter().enumerate() {
        let shape = Shape::of(cell);
        let Some(usual) = usual_shape(below, at) else {
            continue;
        };
        if shape.is_data() && shape.is_like(usual) {
            data += weight(shape);
        } else if shape == Shape::Words && usual.is_data() {
            header += weight(usual);
        }
    }
    let words = row.cells.iter().any(|cell| Shape::of(cell) == Shape::Words);
    let alone = below.is_empty() && data_like(row) > 0;
    !words || alone || data > header || (data == header && data > 0)
}

/// A header may well be called "2021", but never "noa@example.com".
fn weight(shape: Shape) -> usize {
    match shape {
        Shape::Email => 3,
        Shape::Phone | Shape::Date | Shape::Link => 2,
        _ => 1,
    }
}

/// The shape of most filled cells of a column.
fn usual_shape(rows: &[Row], column: usize) -> Option<Shape> {
    let shapes: Vec<Shape> = rows
        .iter()
        .map(|row| Shape::of(row.cell(column)))
        .filter(|shape| *shape != Shape::Nothing)
        .collect();
    let count = |shape: Shape| shapes.iter().filter(|other| shape.is_like(**other)).count();
    let usual = shapes.iter().copied().max_by_key(|shape| count(*shape))?;
    (count(usual) * 2 > shapes.len()).then_some(usual)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::samples::rows;

    fn nothing_known(_: &str) -> bool {
        false
    }

    /// The 1-based number of the header row, 0 for none.
    fn header(text: &str) -> u32 {
        let rows = rows(text);
        find_header(&rows, &nothing_known).map_or(0, |at| rows[at].number)
    }

    #[test]
    fn the_first_row_is_the_header() {
        assert_eq!(header("Name | Mail\nNoa | noa@x.com\nDan | dan@x.com"), 1);
        assert_eq!(header("First | Last\nNoa | Levi\nDan | Cohen"), 1);
        assert_eq!(header("Name | Mail"), 1);
        assert_eq!(
            header("\n\nName | 2020 | 2021\nNoa | 5 | 6\nDan | 7 | 8"),
            3
        );
    }

    #[test]
    fn a_first_row_like_the_others_is_data() {
        assert_eq!(header("Noa | noa@x.com\nDan | dan@x.com"), 0);
        assert_eq!(header("noa@x.com\ndan@x.com"), 0);
        assert_eq!(header("Noa | 050-1234567\nDan | 0521234567"), 0);
        assert_eq!(header("Noa | 1.2.2001\nDan | 31.12.1999"), 0);
        assert_eq!(header("Noa | noa@x.com | 0501234567"), 0);
        assert_eq!(header("Noa | 1985\nDan | 1990"), 0);
        assert_eq!(header("1 | 2\nNoa | Levi"), 0);
    }

    #[test]
    fn preambles_are_passed_over() {
        let linked_in = "Notes:\nWhen exporting your connection data, you may notice that some are missing.\n\n\
            First Name | Last Name | URL | Email Address | Company | Position | Connected On\n\
            Noa | Levi | https://x.com/noa | | Acme | CFO | 12 Mar 2025\n\
            Dan | Cohen | https://x.com/dan | | Acme | CEO | 13 Mar 2025";
        assert_eq!(header(linked_in), 4);
        let sales_force = "Contacts of May\nAs of 2024-05-05\nFiltered by | All\n\n\
            First Name | Last Name | Email | Phone\n\
            Noa | Levi | noa@x.com | 1234567\nDan | Cohen | dan@x.com | 1234568\n\
            Eve | Katz | eve@x.com | 1234569\nIda | Roth | ida@x.com | 1234570";
        assert_eq!(header(sales_force), 5);
    }

    #[test]
    fn known_headers_outvote_shapes() {
        let rows = rows("Office list | x | y\nVorname | Nachname | E-Mail\nNoa | Levi | noa@x.com");
        let known = |text: &str| ["Vorname", "Nachname", "E-Mail"].contains(&text);
        assert_eq!(find_header(&rows, &known), Some(1));
    }

    #[test]
    fn known_words_in_data_do_not_make_a_header() {
        let rows = rows("Noa | Home | noa@x.com\nDan | Home | dan@x.com");
        assert_eq!(find_header(&rows, &|text| text == "Home"), None);
    }

    #[test]
    fn a_header_far_down_is_not_looked_for() {
        let text = format!("{}Name | Mail\nNoa | noa@x.com", "\n".repeat(30));
        assert_eq!(header(&text), 0);
    }
}
