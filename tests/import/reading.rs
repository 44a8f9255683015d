use serde_json::Value;

use crate::support::Desk;
use crate::support::desk::{counts, names};
use crate::support::files::Cell::{Number, Text};
use crate::support::files::{ods, sample, xlsx};

const LINES: &[&str] = &[
    "Name,E-mail",
    "Noa Levi,noa@x.example",
    "José Núñez,jose@x.example",
];

fn import(name: &str, content: impl AsRef<[u8]>, options: &[&str]) -> (Desk, Value) {
    let desk = Desk::new();
    let file = desk.file(name, content);
    let report = desk.roster(&[&["import", &file], options].concat()).done();
    (desk, report)
}

#[track_caller]
fn assert_both_are_there(desk: &Desk, report: &Value) {
    assert_eq!(counts(report), [2, 0, 0, 0, 0]);
    assert_eq!(
        names(&desk.contacts(&["--sort", "email"])),
        ["José Núñez", "Noa Levi"]
    );
}

#[test]
fn encodings_of_text_are_detected() {
    let text = LINES.join("\r\n");
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let utf16_unmarked: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for (what, bytes) in [
        ("utf-8", text.clone().into_bytes()),
        ("utf-8 with a mark", marked),
        ("utf-16le with a mark", utf16),
        ("utf-16be without a mark", utf16_unmarked),
        ("windows-1252", latin),
    ] {
        let (desk, report) = import("people.csv", bytes, &[]);
        assert_eq!(counts(&report), [2, 0, 0, 0, 0], "{what}");
        assert_both_are_there(&desk, &report);
    }
}

#[test]
fn an_encoding_can_be_told() {
    // "Łódź" in windows-1250, which is too short to be told from other code pages for certain.
    let bytes = [
        b"Name,E-mail\r\n".as_slice(),
        b"\xa3\xf3d\x9f,lodz@x.example\r\n",
    ]
    .concat();
    let (desk, report) = import("people.csv", bytes, &["--encoding", "windows-1250"]);
    assert_eq!(report["encoding"], "windows-1250");
    assert_eq!(names(&desk.find("lodz")), ["Łódź"]);
}

#[test]
fn delimiters_are_detected_and_can_be_told() {
    for (name, delimiter) in [
        ("a.csv", ";"),
        ("a.tsv", "\t"),
        ("a.txt", "\t"),
        ("a.csv", "|"),
    ] {
        let text = LINES.join("\n").replace(',', delimiter);
        let (desk, report) = import(name, text, &[]);
        assert_eq!(report["delimiter"], delimiter);
        assert_both_are_there(&desk, &report);
    }
    let (desk, report) = import(
        "a.txt",
        LINES.join("\n").replace(',', "~"),
        &["--delimiter", "~"],
    );
    assert_both_are_there(&desk, &report);
}

#[test]
fn quotes_hold_delimiters_line_breaks_and_quotes() {
    let text =
        "Name,E-mail,Notes\r\n\"Levi, Noa\",noa@x.example,\"two\nlines and a \"\"quote\"\"\"\r\n";
    let (desk, report) = import("people.csv", text, &[]);
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    assert_eq!(desk.the("noa")["notes"], "two\nlines and a \"quote\"");
}

#[test]
fn the_header_is_found_below_a_preamble() {
    let text = format!("List of the choir,,\nas of May,,\n\n{}\n", LINES.join("\n"));
    let (desk, report) = import("people.csv", text, &[]);
    assert_both_are_there(&desk, &report);
}

#[test]
fn the_header_can_be_told_or_missing() {
    let text = format!("Name,E-mail\nwrong,wrong@x.example\n{}\n", LINES.join("\n"));
    let (desk, report) = import("people.csv", text, &["--header-row", "3"]);
    assert_both_are_there(&desk, &report);
    let (desk, report) = import(
        "people.csv",
        LINES[1..].join("\n"),
        &["--no-header", "--map", "#1=full_name"],
    );
    assert_eq!(
        counts(&report),
        [2, 0, 0, 0, 0],
        "no row is taken for the header"
    );
    assert_eq!(desk.find("noa").len(), 1);
}

#[test]
fn workbooks_of_xlsx_and_ods() {
    let rows = [
        vec![Text("Name"), Text("E-mail")],
        vec![Text("Noa Levi"), Text("noa@x.example")],
        vec![Text("José Núñez"), Text("jose@x.example")],
    ];
    let (desk, report) = import("people.xlsx", xlsx(&rows), &[]);
    assert_eq!(report["format"], "xlsx");
    assert_eq!(
        (&report["encoding"], &report["delimiter"]),
        (&Value::Null, &Value::Null)
    );
    assert_both_are_there(&desk, &report);
    let rows: [&[&str]; 3] = [
        &["Name", "E-mail"],
        &["Noa Levi", "noa@x.example"],
        &["José Núñez", "jose@x.example"],
    ];
    let (desk, report) = import("people.ods", ods(&rows), &[]);
    assert_eq!(report["format"], "ods");
    assert_both_are_there(&desk, &report);
}

#[test]
fn the_content_decides_and_not_the_name() {
    let rows = [
        vec![Text("Name"), Text("E-mail")],
        vec![Text("Noa"), Text("noa@x.example")],
    ];
    let (_, report) = import("people.csv", xlsx(&rows), &[]);
    assert_eq!(
        (&report["format"], counts(&report)),
        (&"xlsx".into(), [1, 0, 0, 0, 0])
    );
}

/// The files were made by real programs and begin with the same days.
#[test]
fn dates_of_both_systems_are_the_same_days() {
    let desk = Desk::new();
    for name in [
        "date.xlsx",
        "date_1904.xlsx",
        "date.xls",
        "date_1904.xls",
        "date.xlsb",
        "date_1904.xlsb",
    ] {
        let preview = desk.roster(&["preview", &sample(name), "--raw"]).done();
        assert_eq!(
            (&preview["rows"][0][0], &preview["rows"][1][0]),
            (&"2021-01-01".into(), &"2021-01-02".into()),
            "{name}"
        );
    }
    for name in ["date_iso.xlsx", "date.ods"] {
        let preview = desk.roster(&["preview", &sample(name), "--raw"]).done();
        assert_eq!(preview["rows"][0][0], "2021-01-01", "{name}");
    }
}

#[test]
fn the_sheet_can_be_told() {
    let desk = Desk::new();
    let preview = desk
        .roster(&["preview", &sample("any_sheets.xlsx"), "--raw"])
        .done();
    let sheets = preview["sheets"].as_array().unwrap();
    assert!(
        sheets.len() > 1 && sheets.contains(&"Visible".into()),
        "{sheets:?}"
    );
    let preview = desk
        .roster(&[
            "preview",
            &sample("any_sheets.xlsx"),
            "--sheet",
            "Visible",
            "--raw",
        ])
        .done();
    assert_eq!(preview["sheet"], "Visible");
    assert_eq!(preview["rows"][0], serde_json::json!(["1", "2"]));
    desk.roster(&["preview", &sample("any_sheets.xlsx"), "--sheet", "Nowhere"])
        .failed();
}

#[test]
fn cells_are_text_without_exponents_or_reading_aids() {
    let desk = Desk::new();
    let rows = [
        vec![Text("Number"), Text("E-mail")],
        vec![Number(501_234_567_890.0), Text("a@x.example")],
    ];
    let preview = desk
        .roster(&["preview", &desk.file("n.xlsx", xlsx(&rows))])
        .done();
    assert_eq!(preview["rows"][0][0], "501234567890");
    let preview = desk
        .roster(&["preview", &sample("rph.xlsx"), "--raw"])
        .done();
    assert_eq!(
        preview["rows"][0][0], "課きく　毛こ",
        "ruby is not part of the text"
    );
}

#[test]
fn a_preview_shows_the_rows_that_were_asked_for() {
    let desk = Desk::new();
    let lines: Vec<String> = (0..30).map(|n| format!("P{n},p{n}@x.example")).collect();
    let file = desk.file(
        "people.csv",
        format!("Members of 2026\nName,E-mail\n{}\n", lines.join("\n")),
    );
    let shown = |options: &[&str]| {
        let preview = desk.roster(&[&["preview", &file], options].concat()).done();
        preview["rows"].as_array().unwrap().len()
    };
    assert_eq!(shown(&[]), 20);
    assert_eq!(shown(&["--rows", "5"]), 5);
    assert_eq!(shown(&["--all"]), 30);
    assert_eq!(shown(&["--raw"]), 32, "preamble and header too");
}

#[test]
fn the_source_is_never_changed() {
    let desk = Desk::new();
    let file = desk.file("people.csv", LINES.join("\n"));
    let modified = || std::fs::metadata(&file).unwrap().modified().unwrap();
    let (before, bytes) = (modified(), std::fs::read(&file).unwrap());
    desk.roster(&["import", &file]).done();
    assert_eq!((before, bytes), (modified(), std::fs::read(&file).unwrap()));
}
