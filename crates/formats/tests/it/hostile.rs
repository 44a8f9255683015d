//! Files that are broken, lie, or are made to harm: each a named error, within seconds and little memory.

use std::ops::ControlFlow;

use roster_formats::{FormatError, ReadOptions, Source, Table, open};

use crate::support::{bytes, lines, ods, package, raw_rows, rows, sample_path, text, xlsx};

fn read(name: &str, content: Vec<u8>) -> Result<Table, FormatError> {
    let table = open(bytes(name, content), &ReadOptions::default())?;
    table.read(&mut |_| ControlFlow::Continue(()))?;
    Ok(table)
}

fn code(name: &str, content: Vec<u8>) -> &'static str {
    read(name, content).map_or_else(|e| e.code(), |_| "fine")
}

#[test]
fn a_truncated_workbook_is_damaged() {
    for name in ["date.xlsx", "date.xlsb", "date.ods", "date.xls"] {
        let whole = std::fs::read(sample_path(name)).unwrap();
        let half = whole[..whole.len() / 2].to_vec();
        assert_eq!(code(name, half), "damaged_file", "{name}");
    }
}

#[test]
fn a_workbook_with_flipped_bytes_never_brings_the_program_down() {
    for name in [
        "date.xlsx",
        "date.xlsb",
        "date.ods",
        "date.xls",
        "OOM_alloc.xls",
    ] {
        let whole = std::fs::read(sample_path(name)).unwrap();
        for at in (0..whole.len()).step_by(whole.len() / 61) {
            let mut broken = whole.clone();
            for byte in broken.iter_mut().skip(at).take(7) {
                *byte ^= 0xA5;
            }
            let _ = read(name, broken);
        }
    }
}

#[test]
fn a_row_that_breaks_off_is_damaged() {
    assert_eq!(
        code("a.xlsx", xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v>", None)),
        "damaged_file"
    );
    assert_eq!(code("a.ods", ods("<table:table-row>")), "damaged_file");
}

#[test]
fn a_text_that_is_not_in_the_table_of_texts_is_damaged() {
    let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>";
    let strings = "<sst uniqueCount=\"1\"><si><t>a</t></si></sst>";
    assert_eq!(code("a.xlsx", xlsx(row, Some(strings))), "damaged_file");
}

#[test]
fn a_zip_bomb_is_refused() {
    let content = xlsx(&" ".repeat(70 << 20), None);
    assert!(content.len() < 1_000_000);
    assert_eq!(code("a.xlsx", content), "too_large");
}

#[test]
fn a_bomb_in_an_ods_is_refused() {
    assert_eq!(code("a.ods", ods(&" ".repeat(70 << 20))), "too_large");
}

#[test]
fn billions_of_claimed_texts_are_refused() {
    let strings = "<sst uniqueCount=\"9000000000\"><si><t>a</t></si></sst>";
    let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
    assert_eq!(code("a.xlsx", xlsx(row, Some(strings))), "too_large");
}

#[test]
fn a_lone_cell_in_the_last_corner_costs_one_row() {
    let sheet = "<dimension ref=\"A1:XFD1048576\"/><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
                 <row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    let table = read("a.xlsx", xlsx(sheet, None)).unwrap();
    let rows = rows(&table);
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[1].number, rows[1].cells.len()), (1_048_576, 16_384));
}

#[test]
fn repeated_blanks_of_an_ods_cost_nothing() {
    let cell =
        "<table:table-cell office:value-type=\"string\"><text:p>X</text:p></table:table-cell>";
    let sheet = format!(
        "<table:table-row>{cell}<table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         <table:table-row>{cell}</table:table-row>"
    );
    let rows = rows(&read("a.ods", ods(&sheet)).unwrap());
    assert_eq!(rows.last().unwrap().number, 1_048_576);
    assert!(rows.iter().all(|row| row.cells.len() == 1));
}

#[test]
fn repeated_rows_of_an_ods_stand_as_often_as_they_say() {
    let sheet = "<table:table-row table:number-rows-repeated=\"3\">\
        <table:table-cell office:value-type=\"float\" office:value=\"5\" table:number-columns-repeated=\"2\"><text:p>5</text:p></table:table-cell>\
        </table:table-row>";
    let table = read("a.ods", ods(sheet)).unwrap();
    assert_eq!(lines(&raw_rows(&table)), ["5|5", "5|5", "5|5"]);
}

#[test]
fn comments_and_entities_of_an_ods_are_what_they_are() {
    let sheet = "<table:table-row><table:table-cell office:value-type=\"string\">\
        <office:annotation><text:p>a comment</text:p></office:annotation>\
        <text:p>R&amp;D<text:s text:c=\"2\"/><text:span>x</text:span></text:p><text:p>two &#233;</text:p>\
        </table:table-cell></table:table-row>";
    let table = read("a.ods", ods(sheet)).unwrap();
    assert_eq!(lines(&raw_rows(&table)), ["R&D  x\ntwo é"]);
}

#[test]
fn an_error_that_is_newer_than_the_reader_is_no_reason_to_refuse() {
    let sheet = "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#SPILL!</v></c><c r=\"B1\"><v>2</v></c></row>";
    let table = read("a.xlsx", xlsx(sheet, None)).unwrap();
    assert_eq!(lines(&raw_rows(&table)), ["|2"]);
}

#[test]
fn other_documents_are_named() {
    let word = package(&[("word/document.xml", b"<w/>")]);
    let numbers = package(&[("Index/Document.iwa", b"x")]);
    let plain_zip = package(&[("letter.txt", b"Dear Noa")]);
    for (content, what) in [
        (word, "a Word document"),
        (numbers, "Apple Numbers"),
        (plain_zip, "ZIP"),
        (b"%PDF-1.7 ...".to_vec(), "PDF"),
        (
            b"<!DOCTYPE html><html><table></table></html>".to_vec(),
            "HTML",
        ),
    ] {
        let error = read("a.xlsx", content).unwrap_err();
        assert_eq!(error.code(), "unsupported_format");
        assert!(error.to_string().contains(what), "{error}");
    }
}

#[test]
fn a_wanted_format_that_is_not_there_is_refused() {
    let options = |format| ReadOptions {
        format: Some(format),
        ..ReadOptions::default()
    };
    let error = open(
        bytes("a.csv", "a,b\n"),
        &options(roster_formats::Format::Xlsx),
    );
    assert_eq!(error.unwrap_err().code(), "not_what_it_says");
    let book = std::fs::read(sample_path("date.xlsx")).unwrap();
    let error = open(bytes("a.csv", book), &options(roster_formats::Format::Csv));
    assert_eq!(error.unwrap_err().code(), "not_what_it_says");
}

#[test]
fn stray_nuls_are_dropped_and_blank_files_are_empty() {
    let table = text("Name,Mail\nNo\0a,n@x.com\n".to_owned() + &"Dan,d@x.com\n".repeat(9));
    assert_eq!(rows(&table)[0].cell(0).to_text(), "Noa");
    assert_eq!(code("a.csv", b" \r\n\r\n".to_vec()), "empty_file");
    assert_eq!(code("a.csv", b"\xEF\xBB\xBF".to_vec()), "empty_file");
    assert_eq!(code("a.csv", Vec::new()), "empty_file");
}

#[test]
fn a_row_of_a_million_columns_is_refused() {
    assert_eq!(
        code("a.csv", ",x".repeat(1_000_000).into_bytes()),
        "too_large"
    );
}

#[test]
fn a_file_that_changes_is_not_read_half() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, "Name,Mail\nNoa,n@x.com\n").unwrap();
    let table = open(Source::Path(path.clone()), &ReadOptions::default()).unwrap();
    let mut first = true;
    let outcome = table.read(&mut |_| {
        if std::mem::take(&mut first) {
            std::fs::write(&path, "Name,Mail\nNoa,n@x.com\nDan,d@x.com\n").unwrap();
        }
        ControlFlow::Continue(())
    });
    assert_eq!(outcome.unwrap_err().code(), "changed_while_reading");
    std::fs::remove_file(&path).unwrap();
    let outcome = table.read(&mut |_| ControlFlow::Continue(()));
    assert_eq!(outcome.unwrap_err().code(), "file_not_found");
}

#[test]
fn the_source_is_left_as_it_is() {
    let path = sample_path("date.xlsx");
    let before = (
        std::fs::read(&path).unwrap(),
        path.metadata().unwrap().modified().unwrap(),
    );
    rows(&open(Source::Path(path.clone()), &ReadOptions::default()).unwrap());
    let after = (
        std::fs::read(&path).unwrap(),
        path.metadata().unwrap().modified().unwrap(),
    );
    assert_eq!(before, after);
}

#[test]
fn every_error_says_what_to_do() {
    let error = open(
        Source::Path(sample_path("pass_protected.xlsx")),
        &ReadOptions::default(),
    );
    let error = error.unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"pass_protected.xlsx\" is protected by a password."
    );
    assert!(error.hint().contains("without a password"));
}
