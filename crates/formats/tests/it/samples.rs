//! Real files of other programs.

use roster_formats::{Cell, Format, ReadOptions, Source, open};

use crate::support::{lines, numbers, raw_rows, rows, sample, sample_path};

#[test]
fn both_date_systems_and_all_formats_give_the_same_days() {
    for name in [
        "date.xlsx",
        "date_1904.xlsx",
        "date.xls",
        "date_1904.xls",
        "date.xlsb",
        "date_1904.xlsb",
    ] {
        let table = sample(name).unwrap();
        let lines = lines(&rows(&table));
        assert_eq!(lines[0], "2021-01-01|15", "{name}");
        assert_eq!(lines[1], "2021-01-02|16", "{name}");
        assert_eq!(table.header_row, None, "{name}");
    }
    let ods = lines(&rows(&sample("date.ods").unwrap()));
    assert_eq!(ods[0], "2021-01-01|15");
    assert_eq!(ods[1], "2021-01-01T10:10:10|16");
    assert_eq!(ods[2], "10:10:10|17");
}

#[test]
fn iso_dates_of_strict_workbooks_are_dates() {
    let rows = raw_rows(&sample("date_iso.xlsx").unwrap());
    assert_eq!(
        lines(&rows[..3]),
        ["2021-01-01", "2021-01-01T10:10:10", "10:10:10"]
    );
}

#[test]
fn passwords_are_named() {
    for name in [
        "pass_protected.xlsx",
        "pass_protected.xlsb",
        "pass_protected.ods",
    ] {
        assert_eq!(
            sample(name).unwrap_err().code(),
            "password_protected",
            "{name}"
        );
    }
}

#[test]
fn a_sheet_without_anything_is_empty() {
    assert_eq!(
        sample("empty_sheet.xlsx").unwrap_err().code(),
        "empty_sheet"
    );
}

#[test]
fn a_message_under_the_name_of_a_workbook_is_no_workbook() {
    let error = sample("too_small.xls").unwrap_err();
    assert_eq!(error.code(), "not_what_it_says");
}

#[test]
fn a_declared_size_of_gigabytes_is_not_believed() {
    let table = sample("OOM_alloc.xls").unwrap();
    assert_eq!(table.format, Format::Xls);
    assert_eq!(table.sheets.len(), 10);
    assert!(table.columns.len() < 100);
    assert_eq!(raw_rows(&table).len(), 28);
}

#[test]
fn a_billion_repeated_rows_are_refused() {
    assert_eq!(sample("issue_594_dos.ods").unwrap_err().code(), "too_large");
}

#[test]
fn a_header_below_a_note_is_found() {
    let table = sample("header-row.xlsx").unwrap();
    assert_eq!(table.header_row, Some(9));
    assert_eq!(
        table.columns,
        ["Columns", "Column A", "Column B", "Column C"]
    );
    assert_eq!(lines(&rows(&table)), ["put data here|1|2|3"]);
    let raw = raw_rows(&table);
    assert_eq!(numbers(&raw), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert!(raw[4].cells.is_empty());
}

#[test]
fn a_table_object_reads_like_any_sheet() {
    let table = sample("inventory-table.xlsx").unwrap();
    assert_eq!(table.columns, ["Item", "Type", "Quantity"]);
    assert_eq!(lines(&rows(&table))[3], "4|Pear|100");
}

#[test]
fn hidden_sheets_are_listed_and_can_be_chosen() {
    let table = sample("any_sheets.xlsx").unwrap();
    assert_eq!(table.sheets, ["Visible", "Hidden", "VeryHidden"]);
    assert_eq!(table.sheet.as_deref(), Some("Visible"));
    let path = || Source::Path(sample_path("any_sheets.xlsx"));
    let of = |sheet: &str| ReadOptions {
        sheet: Some(sheet.into()),
        ..ReadOptions::default()
    };
    let table = open(path(), &of("visible")).unwrap();
    assert_eq!(table.sheet.as_deref(), Some("Visible"));
    let error = open(path(), &of("Hidden")).unwrap_err();
    assert_eq!(error.code(), "empty_sheet");
    let error = open(path(), &of("Gone")).unwrap_err();
    assert_eq!(error.code(), "unknown_sheet");
    assert!(error.hint().contains("\"VeryHidden\""));
}

#[test]
fn merged_cells_have_their_value_once() {
    let table = sample("merged_range.xlsx").unwrap();
    assert_eq!(lines(&raw_rows(&table))[0], "A1|B1|C1||E1|F1|G1|H1");
    let table = sample("merged_cells.ods").unwrap();
    assert_eq!(lines(&raw_rows(&table)), ["A|B|C", "A|B|C", "||C"]);
}

#[test]
fn rich_ruby_and_broken_lines_are_plain_text() {
    let first = |name: &str| raw_rows(&sample(name).unwrap())[0].cells[0].clone();
    assert_eq!(first("rph.xlsx"), Cell::Text("課きく　毛こ".into()));
    assert_eq!(first("has_x000D_.xlsx"), Cell::Text("ABC\r\nDEF".into()));
    assert_eq!(first("richtext_issue.ods"), Cell::Text("abc".into()));
    let rows = raw_rows(&sample("whitespace_trim.xlsx").unwrap());
    assert_eq!(rows[1].cells[0], Cell::Text("line1\nline2".into()));
    assert_eq!(rows[1].cells[1], Cell::Text("  line1\nline2  ".into()));
}

#[test]
fn errors_stand_as_the_sheet_shows_them() {
    let lines = lines(&raw_rows(&sample("errors.xlsx").unwrap()));
    assert_eq!(
        lines,
        [
            "#DIV/0!", "#NAME?", "#VALUE!", "#NULL!", "#REF!", "#NUM!", "#N/A"
        ]
    );
}

#[test]
fn blank_rows_are_left_out_of_the_data_and_kept_in_the_raw_rows() {
    let table = sample("multi-empty.ods").unwrap();
    assert_eq!(numbers(&rows(&table)), [2, 3, 4, 5, 13]);
    assert_eq!(raw_rows(&table).len(), 13);
}

#[test]
fn every_sample_can_be_read_twice() {
    for name in ["date.xls", "date.xlsb", "date.ods", "inventory-table.xlsx"] {
        let table = sample(name).unwrap();
        assert_eq!(rows(&table), rows(&table), "{name}");
    }
}
