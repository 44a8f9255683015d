//! What is written reads back the same, and a file that was there before survives a failure.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use proptest::prelude::*;
use roster_formats::{
    OutCell, OutColumn, OutFormat, OutKind, ReadOptions, Source, Table, create, open,
};

use crate::support::{lines, rows};

fn columns(kinds: &[(&str, OutKind)]) -> Vec<OutColumn> {
    let column = |(title, kind): &(&str, OutKind)| OutColumn {
        title: (*title).into(),
        kind: *kind,
        width_hint: None,
    };
    kinds.iter().map(column).collect()
}

fn write(path: &Path, format: OutFormat) -> u64 {
    let columns = columns(&[
        ("Name", OutKind::Text),
        ("Phone", OutKind::Text),
        ("Birthday", OutKind::Date),
        ("Seen", OutKind::DateTime),
        ("Score", OutKind::Number),
        ("Active", OutKind::YesNo),
    ]);
    let day = NaiveDate::from_ymd_opt(1985, 3, 9).unwrap();
    let mut writer = create(path, format, &columns).unwrap();
    writer
        .row(&[
            OutCell::Text("Noa Levi"),
            OutCell::Text("+972501234567"),
            OutCell::Date(day),
            OutCell::DateTime(day.and_hms_opt(10, 30, 5).unwrap()),
            OutCell::Number(1.5),
            OutCell::Bool(true),
        ])
        .unwrap();
    let old = NaiveDate::from_ymd_opt(1850, 1, 1).unwrap();
    writer
        .row(&[
            OutCell::Text("=Dan\u{1}\r\nCohen"),
            OutCell::Text("0501234567"),
            OutCell::Date(old),
            OutCell::Empty,
            OutCell::Number(f64::NAN),
        ])
        .unwrap();
    writer.finish().unwrap()
}

fn read(path: &Path) -> Table {
    open(Source::Path(path.to_owned()), &ReadOptions::default()).unwrap()
}

#[test]
fn a_workbook_has_real_types() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.xlsx");
    let size = write(&path, OutFormat::Xlsx);
    assert_eq!(size, path.metadata().unwrap().len());
    let table = read(&path);
    assert_eq!(table.header_row, Some(1));
    assert_eq!(table.columns[1], "Phone");
    assert_eq!(
        lines(&rows(&table)),
        [
            "Noa Levi|+972501234567|1985-03-09|1985-03-09T10:30:05|1.5|TRUE",
            "=Dan\nCohen|0501234567|1850-01-01"
        ]
    );
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let range = book.worksheet_range("Sheet1").unwrap();
    let cell = |row, column| range.get_value((row, column)).unwrap().clone();
    assert_eq!(cell(2, 1), Data::String("0501234567".into()));
    assert!(matches!(cell(1, 2), Data::DateTime(_)));
    assert_eq!(cell(1, 4), Data::Float(1.5));
}

#[test]
fn a_csv_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.csv");
    write(&path, OutFormat::CSV);
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.starts_with("\u{feff}Name,Phone,"));
    assert!(written.contains("+972501234567"));
    assert!(written.contains("'=Dan"));
    assert_eq!(
        lines(&rows(&read(&path))),
        [
            "Noa Levi|+972501234567|1985-03-09|1985-03-09T10:30:05|1.5|TRUE",
            "=Dan\u{1}\r\nCohen|0501234567|1850-01-01||NaN"
        ]
    );
}

#[test]
fn a_cell_too_long_for_a_workbook_is_cut_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.xlsx");
    let mut writer = create(&path, OutFormat::Xlsx, &columns(&[("Note", OutKind::Text)])).unwrap();
    writer.row(&[OutCell::Text(&"ab".repeat(20_000))]).unwrap();
    writer.row(&[OutCell::Text("short")]).unwrap();
    assert_eq!(writer.shortened_cells(), 1);
    writer.finish().unwrap();
    let lines = lines(&rows(&read(&path)));
    assert_eq!(lines[0].len(), 32_767);
    assert_eq!(lines[1], "short");
}

#[test]
fn a_writer_that_is_dropped_leaves_everything_as_it_was() {
    for format in [OutFormat::Xlsx, OutFormat::CSV] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        std::fs::write(&path, "before").unwrap();
        let mut writer = create(&path, format, &columns(&[("Name", OutKind::Text)])).unwrap();
        writer.row(&[OutCell::Text("Noa")]).unwrap();
        drop(writer);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "before");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

#[test]
fn a_folder_is_no_target() {
    let folder = tempfile::tempdir().unwrap();
    let error = create(folder.path(), OutFormat::CSV, &[]).unwrap_err();
    assert_eq!(error.code(), "target_is_folder");
}

fn read_back(path: &Path, width: usize) -> Vec<Vec<String>> {
    let options = ReadOptions {
        delimiter: Some(','),
        header_row: Some(1),
        ..ReadOptions::default()
    };
    let table = open(Source::Path(path.to_owned()), &options).unwrap();
    let text = |row: &roster_formats::Row| {
        (0..width)
            .map(|at| row.cell(at).to_text().into_owned())
            .collect()
    };
    rows(&table).iter().map(text).collect()
}

fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop_oneof![
        "[ -~א-תа-яé😀\t\r\n]{0,12}",
        "'{0,2}[=+@\t\r-][ -~]{0,6}",
        "[\",'\r\n=+-]{0,6}",
        "[+-][0-9 ().-]{1,14}",
    ];
    prop::collection::vec(prop::collection::vec(cell, 3), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_a_csv_was_given_it_gives_back(mut content in cells()) {
        // A row of nothing but blanks is left out when it is read.
        for row in &mut content {
            row[0].insert(0, 'x');
        }
        content[0].rotate_left(1);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        let titles = columns(&[("A", OutKind::Text), ("B", OutKind::Text), ("C", OutKind::Text)]);
        let mut writer = create(&path, OutFormat::CSV, &titles).unwrap();
        for row in &content {
            let cells: Vec<OutCell<'_>> = row.iter().map(|text| OutCell::Text(text)).collect();
            writer.row(&cells).unwrap();
        }
        writer.finish().unwrap();
        prop_assert_eq!(read_back(&path, 3), content);
    }
}
