use calamine::{Data, Reader, open_workbook_auto};

use crate::support::Desk;
use crate::support::desk::{counts, text};

const LINES: &[&str] = &[
    "Nombre,Teléfono móvil,Shelf",
    "Noa Levi,+972501234567,1",
    "Tariq Aziz,12,2",
    "Ines Vidal,,3",
];

/// Imports the lines and returns the file of rejected rows.
fn rejected(desk: &Desk, name: &str) -> String {
    let file = text(&desk.path(name));
    let report = desk.import_csv(
        LINES,
        &["--rejects", &file, "--map", "Shelf=notes", "--group", "May"],
    );
    assert_eq!(counts(&report), [1, 0, 0, 0, 2]);
    assert_eq!(report["rejects_file"], file.as_str());
    file
}

fn csv_rows(file: &str) -> Vec<Vec<String>> {
    let bytes = std::fs::read(file).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|r| r.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn rejected_rows_are_saved_with_their_columns_a_reason_and_a_hint() {
    let desk = Desk::new();
    let rows = csv_rows(&rejected(&desk, "rejected.csv"));
    assert_eq!(rows[0][..3], ["Nombre", "Teléfono móvil", "Shelf"]);
    assert_eq!((rows.len(), rows[0].len()), (3, 5));
    assert_eq!(rows[1][..3], ["Tariq Aziz", "12", "2"]);
    assert_eq!(rows[2][..3], ["Ines Vidal", "", "3"]);
    assert!(
        rows[1..]
            .iter()
            .all(|r| !r[3].is_empty() && !r[4].is_empty()),
        "{rows:?}"
    );
}

#[test]
fn rejected_rows_are_saved_as_a_workbook_too() {
    let desk = Desk::new();
    let mut book = open_workbook_auto(rejected(&desk, "rejected.xlsx")).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!((range.height(), range.width()), (3, 5));
    assert_eq!(
        range.get_value((1, 0)),
        Some(&Data::String("Tariq Aziz".into()))
    );
}

#[test]
fn a_mended_file_imports_with_the_same_mapping_without_questions() {
    let desk = Desk::new();
    let file = rejected(&desk, "rejected.csv");
    let mended = std::fs::read_to_string(&file)
        .unwrap()
        .replace("Tariq Aziz,12", "Tariq Aziz,+447400112233");
    std::fs::write(
        &file,
        mended.replace("Ines Vidal,,", "Ines Vidal,+34612345678,"),
    )
    .unwrap();
    let again = text(&desk.path("again.csv"));
    let report = desk.roster(&["import", &file, "--rejects", &again]).done();
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    assert_eq!(report["rejects_file"], serde_json::Value::Null);
    assert!(
        !desk.path("again.csv").exists(),
        "without rejected rows there is no file"
    );
    let tariq = desk.the("tariq");
    assert_eq!(
        tariq["notes"], "2",
        "the mapping that was told is remembered, and the two new columns are left out"
    );
}

#[test]
fn a_file_of_rejected_rows_that_was_not_mended_is_rejected_again() {
    let desk = Desk::new();
    let file = rejected(&desk, "rejected.csv");
    let again = text(&desk.path("again.csv"));
    let report = desk.roster(&["import", &file, "--rejects", &again]).done();
    assert_eq!(counts(&report), [0, 0, 0, 0, 2]);
    assert_eq!(
        csv_rows(&again)[0].len(),
        5,
        "the two columns are not doubled"
    );
}

#[test]
fn the_row_numbers_are_those_of_the_file() {
    let desk = Desk::new();
    let report = desk.import_csv(&["Name,E-mail", "Noa,noa@x.example", "", "Bad,x"], &[]);
    assert_eq!(
        (counts(&report), &report["rows"]),
        ([1, 0, 0, 0, 1], &2.into()),
        "empty rows are no rows"
    );
}
