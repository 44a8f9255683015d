//! Files to import: made here, or real ones from `samples/` (MIT, of the calamine project).

use std::io::Write;
use std::path::PathBuf;

use rust_xlsxwriter::{Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A real file made by a real program.
pub fn sample(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name);
    assert!(path.exists(), "{name} is missing");
    path.to_str().unwrap().to_owned()
}

/// A cell of a workbook.
pub enum Cell {
    Text(&'static str),
    Number(f64),
    /// A day by its number in the workbook's date system, shown as a date.
    Day(f64),
}

use Cell::{Day, Number, Text};

/// An xlsx file with these rows on one sheet.
pub fn xlsx(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Text(text) => sheet.write_string(row, column, *text),
                Number(number) => sheet.write_number(row, column, *number),
                Day(day) => sheet.write_number_with_format(row, column, *day, &date),
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// A minimal OpenDocument spreadsheet with these rows of text.
pub fn ods(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |text: &&str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &&[&str]| {
        format!(
            "<table:table-row>{}</table:table-row>",
            cells.iter().map(cell).collect::<String>()
        )
    };
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Sheet1">{}</table:table>
</office:spreadsheet></office:body></office:document-content>"#,
        rows.iter().map(row).collect::<String>()
    );
    let manifest = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;
    zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Many contacts as csv, each with a number in its values, so that none is like another.
pub fn many(rows: usize) -> String {
    let mut csv =
        String::from("First name,Last name,Company,E-mail,Mobile,City,Country,Groups\r\n");
    for n in 0..rows {
        let line = format!(
            "First{n},Last{n},Company {},person{n}@many.example,+4915{:09},Leeds,United Kingdom,Group {}\r\n",
            n % 100,
            n + 100_000_000,
            n % 7
        );
        csv.push_str(&line);
    }
    csv
}
