//! The same people as csv and as xlsx, with real dates in the latter.

use std::path::Path;

use fastrand::Rng;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::{Value, json};

use crate::Result;
use crate::people::{HEADER, person};

/// The column of birthdays.
const BIRTHDAY: u16 = 11;

pub fn generate(rows: u32, seed: u64, csv: &Path, xlsx: &Path) -> Result<Value> {
    let mut rng = Rng::with_seed(seed);
    let mut text = csv::Writer::from_path(csv)?;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    text.write_record(HEADER)?;
    write_row(sheet, 0, &HEADER.map(str::to_owned), None)?;
    for n in 1..=rows {
        let cells = person(n, &mut rng);
        text.write_record(&cells)?;
        write_row(sheet, n, &cells, Some(&date))?;
    }
    text.flush()?;
    book.save(xlsx)?;
    Ok(
        json!({ "rows": rows, "csv_bytes": csv.metadata()?.len(), "xlsx_bytes": xlsx.metadata()?.len() }),
    )
}

fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[String; 13],
    date: Option<&Format>,
) -> Result<()> {
    for (column, cell) in (0..).zip(cells) {
        match date {
            _ if cell.is_empty() => {}
            Some(format) if column == BIRTHDAY => {
                sheet.write_datetime_with_format(
                    row,
                    column,
                    ExcelDateTime::parse_from_str(cell)?,
                    format,
                )?;
            }
            _ => {
                sheet.write_string(row, column, cell)?;
            }
        }
    }
    Ok(())
}
