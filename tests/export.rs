//! What leaves Roster (X1 to X4).

use calamine::{Data, DataType, Range, Reader, open_workbook_auto};

use crate::support::Desk;
use crate::support::desk::{counts, text};

const PEOPLE: &[&str] = &[
    "First name,Last name,E-mail,E-mail 2,Mobile,Office phone,Company,Job title,Street,City,Postcode,Country,Birthday,\
     Groups,Tags,Notes,Website",
    "Noa,Levi,noa@x.example,noa@home.example,050-123 4567,+97239991234,Acme,CFO,Herzl 1,Haifa,03100,Israel,1984-05-06,\
     \"Choir, Board\",\"vip, press\",\"two\nlines\",https://noa.example",
    "Ines,Vidal,ines@x.example,,+34612345678,,,,,Sevilla,08001,Spain,,Choir,,\"quote \"\" and, comma\",",
    "山田,太郎,taro@x.example,,,,,,,東京,,Japan,,,,,",
    "=1+1,@SUM(A1),eq@x.example,,,,-2+3,+cmd|' /C calc'!A0,,,,,,,,\t=x,",
];

fn desk() -> Desk {
    let desk = Desk::new();
    let report = desk.import_csv(PEOPLE, &["--country", "IL"]);
    assert_eq!(counts(&report), [4, 0, 0, 0, 0]);
    desk
}

fn export(desk: &Desk, name: &str, options: &[&str]) -> String {
    let file = text(&desk.path(name));
    desk.roster(&[&["export", &file], options].concat()).done();
    file
}

fn sheet(file: &str) -> Range<Data> {
    open_workbook_auto(file)
        .unwrap()
        .worksheet_range_at(0)
        .unwrap()
        .unwrap()
}

fn csv_rows(file: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(file).unwrap();
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
fn in_xlsx_dates_are_dates_and_phones_and_postcodes_are_text() {
    let desk = desk();
    let fields = "first_name,birthday,phone_mobile,postcode,created";
    let range = sheet(&export(
        &desk,
        "o.xlsx",
        &["--search", "noa", "--fields", fields],
    ));
    assert_eq!((range.height(), range.width()), (2, 5));
    let cell = |column| range.get_value((1, column)).unwrap();
    assert_eq!(cell(0), &Data::String("Noa".into()));
    // The day's number in Excel's calendar: 6 May 1984.
    assert!(
        matches!(cell(1), Data::DateTime(day) if day.as_f64() == 30_808.0),
        "{:?}",
        cell(1)
    );
    assert!(cell(2).is_string() && cell(3).is_string(), "{range:?}");
    assert_eq!(
        cell(3).as_string().unwrap(),
        "03100",
        "the leading zero stays"
    );
    assert!(matches!(cell(4), Data::DateTime(_)), "{:?}", cell(4));
}

#[test]
fn in_xlsx_the_header_is_frozen_and_filtered() {
    use std::io::Read;
    let desk = desk();
    let file = std::fs::File::open(export(&desk, "o.xlsx", &[])).unwrap();
    let mut xml = String::new();
    zip::ZipArchive::new(file)
        .unwrap()
        .by_name("xl/worksheets/sheet1.xml")
        .unwrap()
        .read_to_string(&mut xml)
        .unwrap();
    assert!(xml.contains("state=\"frozen\"") && xml.contains("<autoFilter"));
    assert!(xml.contains("<cols>"), "widths are fitted");
    assert!(!xml.contains("<f>"), "nothing became a formula");
}

#[test]
fn in_csv_no_cell_runs_as_a_formula() {
    let desk = desk();
    let rows = csv_rows(&export(&desk, "o.csv", &[]));
    let dangerous = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    // Digits with hyphens do no more than reckon, and phones are to stay legible.
    let phone = |cell: &str| {
        cell.strip_prefix('+').is_some_and(|n| {
            n.chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-'))
        })
    };
    for cell in rows.iter().flatten() {
        assert!(!dangerous(cell) || phone(cell), "{cell:?}");
    }
    assert!(
        rows.iter().flatten().any(|c| c.contains("=1+1")),
        "the text itself is still there"
    );
}

#[test]
fn the_fields_and_their_order_can_be_chosen() {
    let desk = desk();
    let rows = csv_rows(&export(
        &desk,
        "o.csv",
        &["--fields", "email,first_name", "--sort", "email"],
    ));
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[2], ["ines@x.example", "Ines"]);
    let refused = desk.roster(&[
        "export",
        &text(&desk.path("p.csv")),
        "--fields",
        "email,shoe_size",
    ]);
    refused.failed();
    assert!(!desk.path("p.csv").exists());
}

#[test]
fn a_search_and_a_group_choose_the_contacts() {
    let desk = desk();
    let count = |options: &[&str]| csv_rows(&export(&desk, "o.csv", options)).len() - 1;
    assert_eq!(count(&["--group", "Choir"]), 2);
    assert_eq!(count(&["--group", "Choir", "--search", "ines"]), 1);
    assert_eq!(count(&["--search", "nobody at all"]), 0);
}

#[test]
fn the_format_follows_the_ending_or_the_option() {
    let desk = desk();
    let told = export(&desk, "contacts.data", &["--format", "csv"]);
    assert_eq!(csv_rows(&told).len(), 5);
    let unknown = desk.roster(&["export", &text(&desk.path("contacts.doc"))]);
    unknown.failed();
    assert!(!desk.path("contacts.doc").exists());
}

#[test]
fn an_export_that_cannot_be_written_leaves_the_old_file() {
    let desk = desk();
    let missing = desk.path("no folder").join("o.csv");
    desk.roster(&["export", &text(&missing)]).failed();
    let old = desk.file("old.csv", "precious");
    desk.roster(&["export", &old, "--group", "Nobody"]).failed();
    assert_eq!(std::fs::read_to_string(old).unwrap(), "precious");
}

/// X3: one gate decides for every output.
#[test]
fn for_sending_those_who_may_not_be_reached_are_left_out_and_counted() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,Mobile,Status",
        "Out,out@x.example,+34612345671,unsubscribed",
        "In,in@x.example,+34612345672,",
        "Phone only,,+34612345673,",
    ];
    desk.import_csv(&lines, &["--map", "Status=status_email"]);
    let file = text(&desk.path("send.csv"));
    let report = desk
        .roster(&[
            "export",
            &file,
            "--for",
            "email",
            "--fields",
            "full_name,email",
        ])
        .done();
    assert_eq!(report["contacts"], 1);
    assert_eq!(
        (
            &report["left_out"]["opted_out"],
            &report["left_out"]["no_address"]
        ),
        (&1.into(), &1.into())
    );
    let whole = std::fs::read_to_string(&file).unwrap();
    assert!(whole.contains("in@x.example") && !whole.contains("out@x.example"));
    let report = desk.roster(&["export", &file, "--for", "sms"]).done();
    assert_eq!(
        report["contacts"], 3,
        "an e-mail's opt-out says nothing about the phone"
    );
    let whole = std::fs::read_to_string(&file).unwrap();
    assert!(whole.contains("612"), "{whole}");
}

/// X4: Roster's own export imports back without loss.
#[test]
fn an_export_of_everything_imports_into_a_new_workspace_as_the_same_contacts() {
    let ways: [(&str, &[&str]); 4] = [
        ("all.xlsx", &[]),
        ("all.csv", &[]),
        ("all.vcf", &[]),
        ("all.vcf", &["--format", "vcf4"]),
    ];
    for (name, options) in ways {
        let desk = desk();
        let file = export(&desk, name, options);
        let other = Desk::new();
        let report = other.roster(&["import", &file, "--new-fields"]).done();
        assert_eq!(counts(&report), [4, 0, 0, 0, 0], "{name}");
        let (before, after) = (held(&desk), held(&other));
        for (before, after) in before.iter().zip(&after) {
            for (key, value) in before {
                assert_eq!(value, &after[key], "{key} of {} in {name}", before["name"]);
            }
        }
        let again = desk.roster(&["import", &file]).done();
        assert_eq!(
            counts(&again),
            [0, 0, 4, 0, 0],
            "{name} is known where it came from"
        );
    }
}

/// What the contacts hold, without ids and times of their own. A phone travels in its international form, which means
/// the same wherever it is read, so the way it was typed stays behind.
fn held(desk: &Desk) -> Vec<serde_json::Map<String, serde_json::Value>> {
    let mut contacts = desk.contacts(&["--sort", "email"]);
    contacts.iter_mut().for_each(forget);
    contacts
        .iter()
        .filter_map(|c| c.as_object().cloned())
        .collect()
}

fn forget(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            if map.get("kind") == Some(&"phone".into()) {
                map.remove("value");
            }
            for key in [
                "id",
                "affiliation_id",
                "created",
                "changed",
                "created_batch",
                "source",
            ] {
                map.remove(key);
            }
            map.values_mut().for_each(forget);
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(forget),
        _ => {}
    }
}
