//! Encodings, delimiters, headers and footers of text, and options that overrule them.

use std::ops::ControlFlow;

use encoding_rs::{Encoding, SHIFT_JIS, WINDOWS_1251, WINDOWS_1255};
use proptest::prelude::*;
use roster_formats::{Format, ReadOptions, Source, open, open_with};

use crate::support::{bytes, lines, numbers, raw_rows, rows, text};

fn encoded(encoding: &'static Encoding, content: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(content);
    assert!(!unmappable);
    bytes.into_owned()
}

const HEBREW: &str = "שם פרטי,שם משפחה,טלפון,עיר\r\nנועה,לוי,050-1234567,ירושלים\r\nדוד,כהן,052-7654321,תל אביב\r\nשרה,מזרחי,054-1112223,חיפה\r\n";
const RUSSIAN: &str = "Имя;Фамилия;Телефон;Город\r\nАнна;Иванова;8 912 345-67-89;Москва\r\nИван;Петров;8 912 345-67-80;Казань\r\n";
const JAPANESE: &str = "氏名,フリガナ,会社名,住所\r\n山田太郎,ヤマダタロウ,株式会社サンプル,東京都千代田区\r\n鈴木花子,スズキハナコ,有限会社テスト,大阪府大阪市\r\n";

#[test]
fn code_pages_are_recognised() {
    let hebrew = text(encoded(WINDOWS_1255, HEBREW));
    assert_eq!(hebrew.encoding, Some("windows-1255"));
    assert_eq!(hebrew.columns[0], "שם פרטי");
    assert_eq!(lines(&rows(&hebrew))[1], "דוד|כהן|052-7654321|תל אביב");

    let russian = text(encoded(WINDOWS_1251, RUSSIAN));
    assert_eq!(russian.encoding, Some("windows-1251"));
    assert_eq!(russian.delimiter, Some(';'));
    assert_eq!(russian.columns, ["Имя", "Фамилия", "Телефон", "Город"]);

    let japanese = text(encoded(SHIFT_JIS, JAPANESE));
    assert_eq!(japanese.encoding, Some("Shift_JIS"));
    assert_eq!(
        lines(&rows(&japanese))[0].split('|').next(),
        Some("山田太郎")
    );
}

#[test]
fn unicode_is_recognised_with_and_without_a_mark() {
    for (mark, content) in [("\u{feff}", HEBREW), ("", HEBREW), ("\u{feff}", JAPANESE)] {
        let marked = format!("{mark}{content}");
        let le: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let utf8 = text(marked.clone());
        for (table, name) in [
            (text(le), "UTF-16LE"),
            (text(be), "UTF-16BE"),
            (utf8, "UTF-8"),
        ] {
            assert_eq!(table.encoding, Some(name));
            let header = content.lines().next().unwrap().replace(',', "|");
            assert_eq!(table.columns.join("|"), header);
            assert_eq!(rows(&table).len(), content.lines().count() - 1);
        }
    }
}

#[test]
fn a_named_encoding_overrules() {
    let options = ReadOptions {
        encoding: Some("windows-1251".into()),
        ..ReadOptions::default()
    };
    let table = open(
        bytes("a.csv", encoded(WINDOWS_1251, "Имя,E-mail\nЯ,a@x.ru\n")),
        &options,
    );
    assert_eq!(table.unwrap().columns[0], "Имя");
    let options = ReadOptions {
        encoding: Some("klingon".into()),
        ..ReadOptions::default()
    };
    let error = open(bytes("a.csv", "a,b"), &options).unwrap_err();
    assert_eq!(error.code(), "unknown_encoding");
}

#[test]
fn line_ends_may_be_any_and_mixed() {
    for content in [
        "Name,Mail\rNoa,n@x.com\rDan,d@x.com\r",
        "Name,Mail\r\nNoa,n@x.com\nDan,d@x.com",
    ] {
        let table = text(content);
        assert_eq!(table.columns, ["Name", "Mail"]);
        assert_eq!(lines(&rows(&table)), ["Noa|n@x.com", "Dan|d@x.com"]);
    }
}

#[test]
fn a_declared_delimiter_is_obeyed_and_no_row() {
    let table = text("sep=|\r\nName|Mail, home\r\nNoa|n@x.com, b\r\n");
    assert_eq!(table.delimiter, Some('|'));
    assert_eq!(table.header_row, Some(1));
    assert_eq!(table.columns, ["Name", "Mail, home"]);
    assert_eq!(numbers(&raw_rows(&table)), [1, 2]);
}

#[test]
fn one_column_needs_no_delimiter() {
    let table = text("E-mail\nn@x.com\nd@x.com\n");
    assert_eq!(table.delimiter, None);
    assert_eq!(table.columns, ["E-mail"]);
    assert_eq!(rows(&table).len(), 2);
}

#[test]
fn a_delimiter_can_be_given() {
    let with = |delimiter| ReadOptions {
        delimiter: Some(delimiter),
        ..ReadOptions::default()
    };
    let table = open(bytes("a.csv", "a:b\nc:d\n"), &with(':')).unwrap();
    assert_eq!(table.columns.len(), 2);
    let error = open(bytes("a.csv", "a:b\nc:d\n"), &with('"')).unwrap_err();
    assert_eq!(error.code(), "bad_delimiter");
}

#[test]
fn the_format_is_that_of_the_content() {
    let format = |name: &str, content: &str| {
        let options = ReadOptions::default();
        open(bytes(name, content), &options).unwrap().format
    };
    assert_eq!(format("a.xlsx", "Name,Mail\nNoa,n@x.com\n"), Format::Csv);
    assert_eq!(format("pasted", "Name\tMail\nNoa\tn@x.com\n"), Format::Tsv);
    assert_eq!(format("a.txt", "Name\tMail\nNoa\tn@x.com\n"), Format::Txt);
    assert_eq!(format("A.TSV", "Name\tMail\nNoa\tn@x.com\n"), Format::Tsv);
}

#[test]
fn a_file_without_a_header_keeps_its_first_row() {
    let table = text("Noa,n@x.com,0501234567\nDan,d@x.com,0521234567\n");
    assert_eq!(table.header_row, None);
    assert_eq!(table.columns, ["", "", ""]);
    assert_eq!(rows(&table).len(), 2);
}

#[test]
fn the_header_row_can_be_given() {
    let content = "Noa,n@x.com\nName,Mail\nDan,d@x.com\n";
    let with = |header_row| ReadOptions {
        header_row: Some(header_row),
        ..ReadOptions::default()
    };
    let none = open(bytes("a.csv", content), &with(0)).unwrap();
    assert_eq!((none.header_row, rows(&none).len()), (None, 3));
    let second = open(bytes("a.csv", content), &with(2)).unwrap();
    assert_eq!(second.columns, ["Name", "Mail"]);
    assert_eq!(lines(&rows(&second)), ["Dan|d@x.com"]);
    let error = open(bytes("a.csv", content), &with(9)).unwrap_err();
    assert_eq!(error.code(), "no_such_row");
}

#[test]
fn a_preamble_and_a_footer_are_left_out() {
    let table = text(
        "Notes:\n\"When exporting your connection data, you may notice, that some are missing.\"\n\n\
         First Name,Last Name,Email\nNoa,Levi,n@x.com\nDan,Cohen,d@x.com\n\n\
         \"Copyright (c) 2000-2024 salesforce.com, inc.\"\nConfidential Information - Do Not Distribute\n",
    );
    assert_eq!(table.header_row, Some(4));
    assert_eq!(table.footer_rows(), None);
    assert_eq!(numbers(&rows(&table)), [5, 6]);
    assert_eq!(table.footer_rows(), Some(2));
    assert_eq!(raw_rows(&table).len(), 9);
}

#[test]
fn a_caller_may_vote_for_the_header() {
    let content = "Liste,2024,x\nVorname,Nachname,Ort\nNoa,Levi,Bonn\n";
    let known = |text: &str| ["Vorname", "Nachname"].contains(&text);
    let table = open_with(bytes("a.csv", content), &ReadOptions::default(), &known).unwrap();
    assert_eq!(table.header_row, Some(2));
}

#[test]
fn no_cell_is_lost_where_rows_differ_in_width() {
    let mut content = String::from("Name,Mail,,\nNoa,n@x.com\nDan,d@x.com,extra\n");
    content.push_str(&"Eve,e@x.com\n".repeat(2000));
    content.push_str("Ida,i@x.com,1,2,3\n");
    let table = text(content);
    assert_eq!(table.columns, ["Name", "Mail", ""]);
    let rows = rows(&table);
    assert_eq!(rows[0].cells.len(), 2);
    assert_eq!(rows.last().unwrap().cells.len(), 5);
}

#[test]
fn a_header_without_rows_is_a_table_without_rows() {
    let table = text("Name,Mail\r\n");
    assert_eq!(table.columns, ["Name", "Mail"]);
    assert!(rows(&table).is_empty());
}

#[test]
fn repeated_headers_are_kept() {
    let table = text("Ville,Nom,Ville\nParis,Noa,Lyon\n");
    assert_eq!(table.columns, ["Ville", "Nom", "Ville"]);
}

#[test]
fn an_unclosed_quote_costs_no_row() {
    let mut content = String::from("Name,Size\nNoa,\"5\nDan,6\n");
    content.push_str(&"Eve,\"7\"\n".repeat(50));
    let rows = rows(&text(content));
    assert_eq!(rows.len(), 52);
    assert_eq!(rows[0].cell(1).to_text(), "\"5");
}

#[test]
fn reading_stops_when_the_sink_says_so() {
    let table = text("Name,Mail\n".to_owned() + &"Noa,n@x.com\n".repeat(100));
    let mut seen = 0;
    table
        .read(&mut |_| {
            seen += 1;
            ControlFlow::Break(())
        })
        .unwrap();
    assert_eq!(seen, 1);
}

#[test]
fn progress_goes_from_nothing_to_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(
        &path,
        "Name,Mail\n".to_owned() + &"Noa,n@x.com\n".repeat(50_000),
    )
    .unwrap();
    let table = open(Source::Path(path), &ReadOptions::default()).unwrap();
    let rows = rows(&table);
    assert!(rows[0].position < 0.5);
    assert!(rows.last().unwrap().position > 0.99);
    assert!(rows.is_sorted_by(|a, b| a.position <= b.position));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_the_bytes_are_there_is_an_answer(content in "([a-z@.0-9]{0,5}[,;\t\"\r\n\u{0}é=']){0,60}") {
        if let Ok(table) = open(bytes("a.csv", content), &ReadOptions::default()) {
            let raw = raw_rows(&table);
            let numbered = (1..).zip(&raw).all(|(number, row)| row.number == number);
            prop_assert!(numbered);
            prop_assert!(rows(&table).len() <= raw.len());
        }
    }

    #[test]
    fn no_line_is_lost_to_quotes(words in prop::collection::vec("\"?[a-z]{1,6}\"?", 2..40)) {
        let content = words.iter().map(|word| format!("{word},x\n")).collect::<String>();
        let joined = lines(&raw_rows(&text(content))).join("\n");
        let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).count();
        let expected: usize = words.iter().map(|word| letters(word) + 1).sum();
        prop_assert_eq!(letters(&joined), expected);
    }
}
