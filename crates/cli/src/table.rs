//! Tables and lists for people.

use comfy_table::{ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle};
use indicatif::HumanCount;

/// A line under the heads, and nothing else drawn.
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(' '))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none().junction(' '));

/// Rows under their heads, fitted to the terminal where there is one.
pub fn table<const N: usize>(
    heads: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> String {
    let mut table = new_table();
    table.set_header(heads);
    table.add_rows(rows);
    format!("{}\n", table.trim_fmt())
}

/// Rows of any width without heads.
pub fn grid(rows: &[Vec<String>]) -> String {
    let mut table = new_table();
    table.add_rows(rows);
    format!("{}\n", table.trim_fmt())
}

fn new_table() -> Table {
    let mut table = Table::new();
    table
        .load_style(STYLE)
        .set_content_arrangement(ContentArrangement::Dynamic);
    table
}

/// `1204` as `1,204`.
pub fn count(number: impl TryInto<u64>) -> String {
    HumanCount(number.try_into().unwrap_or_default()).to_string()
}

/// `1 contact`, `1,204 contacts`.
pub fn counted(number: impl TryInto<u64>, one: &str, many: &str) -> String {
    let number = number.try_into().unwrap_or_default();
    format!(
        "{} {}",
        HumanCount(number),
        if number == 1 { one } else { many }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_agree_with_their_noun() {
        assert_eq!(count(1204_i64), "1,204");
        assert_eq!(counted(1_u32, "row", "rows"), "1 row");
        assert_eq!(counted(0_u32, "row", "rows"), "0 rows");
    }
}
