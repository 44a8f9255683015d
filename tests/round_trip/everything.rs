//! A workspace with everything that contacts can hold, through each format into an empty one.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{RECORD, add, comparable};
use crate::support::Desk;
use crate::support::desk::counts;

const TYPES: [(&str, &str); 9] = [
    ("text", "ä; \"b\" = 👍"),
    ("long_text", "  one\n\n\u{200f}שתיים"),
    ("number", "-1234.5"),
    ("money", "1250.50 EUR"),
    ("date", "2031-12-31"),
    ("yes_no", "yes"),
    ("one_of", "Green, dark"),
    ("many_of", "Red, כחול"),
    ("url", "https://example.org/a?b=c"),
];

/// An empty workspace with a field of each type.
fn empty() -> Desk {
    let desk = Desk::new();
    for (kind, _) in TYPES {
        let options: &[&str] = match kind {
            "one_of" | "many_of" => &["--options", "Red,\"Green, dark\",כחול"],
            "money" => &["--currency", "EUR"],
            _ => &[],
        };
        let label = format!("A {kind}");
        desk.roster(&[&["field", "add", &label, "--type", kind], options].concat())
            .done();
    }
    desk
}

/// Notes of ten thousand characters: lines, marks of direction, emoji, what a spreadsheet or a card would take for its own.
fn long_notes() -> String {
    let line = "  שורה \u{200f}(סוף)\u{200e} 👩‍👩‍👧‍👦 =1+1; \"x\", \\n 'y'\tŁódź\n\n";
    let notes = line.repeat(10_000 / line.chars().count() + 1);
    notes.chars().take(9_999).chain(['.']).collect()
}

fn fill(desk: &Desk) {
    let custom: Vec<String> = TYPES
        .iter()
        .map(|(kind, value)| format!("a_{kind}={value}"))
        .collect();
    let mut whole = RECORD.to_vec();
    whole.extend(custom.iter().map(String::as_str));
    whole.extend([
        // Two more of labels that are taken; one of them is known to cards too.
        "further_addresses=billing,\"Quay 1, left\",2nd floor,Leeds,,LS1,GB,\nhome,Herzl 5,,Haifa,,,IL,\nhome,Herzl 6",
        "home_city=Eilat",
        "phone=+34612345671",
        "fax=+34912345678",
        "point_labels=phone,+34612345671,Summer house\nfax,+34912345678,work\nmessaging,mia.v,Threema",
        "website=https://mia.example",
    ]);
    add(desk, &whole);
    let notes = format!("notes={}", long_notes());
    add(
        desk,
        &[
            "first_name=מ",
            "last_name=O’Neill-\u{200f}לוי",
            "nickname=🦊 Łódź 陳, the \"fox\"",
            "organization=A; B, \"C\" & D\\E",
            "email=m@x.example",
            "tags=\"a, b\", ü",
            "groups=\"Board; inner\", Choir",
            &notes,
        ],
    );
    // Reached by nothing that is valid, or by nothing at all; only an organization; only a point.
    add(
        desk,
        &[
            "first_name=Kept",
            "phone=12",
            "email=mia at home",
            "phone_mobile=13",
        ],
    );
    add(desk, &["first_name=X"]);
    add(desk, &["organization=Only a company"]);
    add(desk, &["email=only@x.example"]);
    let states = [
        "full_name=States",
        "email=in@x.example",
        "email=out@x.example",
        "work_email=gone@x.example",
        "phone=+34612345681",
        "phone_mobile=+34612345682",
    ];
    add(desk, &states);
    add(desk, &["full_name=Out", "email=all@x.example"]);
    for value in [
        "out@x.example",
        "gone@x.example",
        "+34612345682",
        "all@x.example",
    ] {
        desk.roster(&["optout", "add", value]).done();
    }
}

/// Every contact by its uid, and the values that are opted out.
fn everything(desk: &Desk) -> (BTreeMap<String, Value>, Vec<String>) {
    let contacts = desk.contacts(&[]);
    let contacts = contacts.iter().map(comparable);
    let contacts = contacts.map(|c| (c["uid"].as_str().unwrap().to_owned(), c));
    let out = desk.roster(&["optouts"]).done();
    let out = out["optouts"].as_array().unwrap().iter();
    let mut out: Vec<String> = out.map(|o| o["value"].to_string()).collect();
    out.sort();
    (contacts.collect(), out)
}

fn comes_back_from(name: &str, format: &[&str]) {
    let desk = empty();
    fill(&desk);
    let (contacts, out) = everything(&desk);
    assert_eq!((contacts.len(), out.len()), (8, 4));
    let file = desk.path(name).display().to_string();
    desk.roster(&[&["export", &file], format].concat()).done();
    let other = empty();
    let report = other.roster(&["import", &file]).done();
    assert_eq!(counts(&report), [8, 0, 0, 0, 0], "{report:#}");
    let (after, out_after) = everything(&other);
    for (uid, contact) in &contacts {
        for (part, value) in contact.as_object().unwrap() {
            let back = &after[uid][part];
            assert_eq!(back, value, "{part} of {} through {name}", contact["name"]);
        }
    }
    assert_eq!(out_after, out, "{name}");
    other.assert_sound();
    // Neither at home nor there does the file say anything new.
    for desk in [&desk, &other] {
        let again = desk.roster(&["import", &file]).done();
        assert_eq!(counts(&again), [0, 0, 8, 0, 0], "{name}: {again:#}");
    }
    assert_eq!(everything(&desk), (contacts, out));
}

#[test]
fn everything_comes_back_from_a_workbook() {
    comes_back_from("all.xlsx", &[]);
}

#[test]
fn everything_comes_back_from_csv() {
    comes_back_from("all.csv", &[]);
}

#[test]
fn everything_comes_back_from_cards() {
    comes_back_from("all.vcf", &[]);
}

#[test]
fn everything_comes_back_from_cards_of_the_newer_version() {
    comes_back_from("all.vcf", &["--format", "vcf4"]);
}

#[test]
fn a_file_never_adds_an_address_to_a_label_that_is_taken_unless_it_may() {
    let desk = Desk::new();
    add(&desk, &["email=mia@x.example", "billing_city=Leeds"]);
    let lines = [
        "E-mail,Further addresses",
        "mia@x.example,\"billing,Quay 1,,York\"",
    ];
    let report = desk.import_csv(&lines, &[]);
    assert_eq!(counts(&report), [0, 0, 1, 0, 0]);
    let report = desk.import_csv(&lines, &["--update", "add"]);
    assert_eq!(counts(&report), [0, 1, 0, 0, 0]);
    let addresses = desk.the("mia")["addresses"].clone();
    assert_eq!(addresses[1]["city"], "York");
    assert_eq!(addresses[1]["primary"], json!(false));
    desk.roster(&["undo"]).done();
    assert_eq!(desk.the("mia")["addresses"].as_array().unwrap().len(), 1);
    desk.assert_sound();
}
