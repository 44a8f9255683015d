use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::desk::counts;

const FIELDS: usize = 200;
const ROWS: usize = 40;

/// A sheet with two hundred columns of the office's own.
fn wide() -> String {
    let numbers = || 1..=FIELDS;
    let header: Vec<String> = numbers().map(|n| format!("Field {n}")).collect();
    let row = |at: usize| {
        let values: Vec<String> = numbers().map(|n| format!("v{n} of {at:02}")).collect();
        format!("P{at:02},p{at}@x.example,{}", values.join(","))
    };
    let rows: Vec<String> = (0..ROWS).map(row).collect();
    format!(
        "First name,E-mail,{}\n{}\n",
        header.join(","),
        rows.join("\n")
    )
}

fn desk() -> Desk {
    let desk = Desk::new();
    let file = desk.file("wide.csv", wide());
    let report = desk.roster(&["import", &file, "--new-fields"]).done();
    assert_eq!(counts(&report), [ROWS as u64, 0, 0, 0, 0]);
    desk
}

fn fields(desk: &Desk, search: &str) -> Value {
    desk.the(search)["fields"].clone()
}

#[test]
fn two_hundred_fields_are_imported_listed_sorted_and_filtered() {
    let desk = desk();
    let listed = desk.roster(&["fields"]).done();
    let listed = listed["fields"].as_array().unwrap().iter();
    assert_eq!(
        listed.filter(|field| field["custom"] == true).count(),
        FIELDS
    );
    let held = fields(&desk, "P07");
    assert_eq!(held.as_object().unwrap().len(), FIELDS);
    assert_eq!(held["field_200"], "v200 of 07");
    let last = desk.contacts(&["--sort", "field_200:desc"])[0].clone();
    assert_eq!(last["first_name"], json!(format!("P{:02}", ROWS - 1)));
    let found = desk.contacts(&["--filter", "field_173 = \"v173 of 12\" and has field_1"]);
    assert_eq!(found.len(), 1);
    let id = last["id"].to_string();
    desk.roster(&["contact", "edit", &id, "--set", "field_200=changed"])
        .done();
    desk.roster(&["undo"]).done();
    desk.assert_sound();
}

#[test]
fn two_hundred_fields_leave_and_come_back() {
    let desk = desk();
    for name in ["wide.xlsx", "out.csv", "wide.vcf"] {
        let file = desk.path(name).display().to_string();
        desk.roster(&["export", &file]).done();
        let other = Desk::new();
        let report = other.roster(&["import", &file, "--new-fields"]).done();
        assert_eq!(counts(&report), [ROWS as u64, 0, 0, 0, 0], "{name}");
        assert_eq!(fields(&other, "P33"), fields(&desk, "P33"), "{name}");
        other.assert_sound();
    }
}
