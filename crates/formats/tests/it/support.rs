//! What the tests share: opening from bytes or samples, rows as text, packages made by hand.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;

use roster_formats::{FormatError, ReadOptions, Row, Source, Table, open};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub fn sample_path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/samples")
        .join(name)
}

pub fn sample(name: &str) -> Result<Table, FormatError> {
    open(Source::Path(sample_path(name)), &ReadOptions::default())
}

pub fn bytes(name: &str, bytes: impl Into<Vec<u8>>) -> Source {
    Source::Bytes {
        name: name.into(),
        bytes: bytes.into(),
    }
}

pub fn text(content: impl Into<Vec<u8>>) -> Table {
    open(bytes("a.csv", content), &ReadOptions::default()).unwrap()
}

fn gather(read: impl FnOnce(&mut dyn FnMut(Row) -> ControlFlow<()>)) -> Vec<Row> {
    let mut rows = Vec::new();
    read(&mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    });
    rows
}

pub fn rows(table: &Table) -> Vec<Row> {
    gather(|sink| table.read(sink).unwrap())
}

pub fn raw_rows(table: &Table) -> Vec<Row> {
    gather(|sink| table.read_raw(sink).unwrap())
}

/// The rows as text, cells joined by `|`.
pub fn lines(rows: &[Row]) -> Vec<String> {
    let line = |row: &Row| {
        let cells: Vec<_> = row.cells.iter().map(|cell| cell.to_text()).collect();
        cells.join("|")
    };
    rows.iter().map(line).collect()
}

pub fn numbers(rows: &[Row]) -> Vec<u32> {
    rows.iter().map(|row| row.number).collect()
}

/// A zip of parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let quick = SimpleFileOptions::default().compression_level(Some(1));
    for (path, content) in parts {
        zip.start_file(*path, quick).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An xlsx of one sheet, given the XML of its rows and, if wanted, of its shared strings.
pub fn xlsx(sheet_data: &str, shared_strings: Option<&str>) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let rels = format!(
        "<Relationships xmlns=\"{RELS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let workbook_rels = format!(
        "<Relationships xmlns=\"{RELS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let sheet =
        format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{sheet_data}</sheetData></worksheet>");
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", rels.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", workbook_rels.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    if let Some(strings) = shared_strings {
        parts.push(("xl/sharedStrings.xml", strings.as_bytes()));
    }
    package(&parts)
}

/// An ods of one sheet, given the XML of its rows.
pub fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"People\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    package(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}
