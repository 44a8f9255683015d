use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::desk::counts;

const TYPES: [&str; 9] = [
    "text",
    "long_text",
    "number",
    "money",
    "date",
    "yes_no",
    "one_of",
    "many_of",
    "url",
];

/// A field of each type, with the code `a_TYPE`.
fn desk_with_a_field_of_each_type() -> Desk {
    let desk = Desk::new();
    for kind in TYPES {
        let options: &[&str] = match kind {
            "one_of" | "many_of" => &["--options", "Red,\"Green, dark\",כחול"],
            "money" => &["--currency", "EUR"],
            _ => &[],
        };
        let label = format!("A {kind}");
        let field = desk
            .roster(&[&["field", "add", &label, "--type", kind], options].concat())
            .done();
        assert_eq!(
            (&field["code"], &field["type"]),
            (&json!(format!("a_{kind}")), &json!(kind))
        );
    }
    desk
}

/// What is typed, and what is kept of it.
const VALUES: [(&str, &str, &str); 9] = [
    ("text", "ä; \"b\" = 👍", "ä; \"b\" = 👍"),
    ("long_text", "one\n\n\u{200f}שתיים", "one\n\n\u{200f}שתיים"),
    ("number", "1.234", "1.234"),
    ("money", "1,250.5", "1250.50 EUR"),
    ("date", "31 Dec 2031", "2031-12-31"),
    ("yes_no", "כן", "yes"),
    ("one_of", "green, dark", "Green, dark"),
    ("many_of", "כחול, red", "Red, כחול"),
    ("url", "example.org/a?b=c", "https://example.org/a?b=c"),
];

fn kept() -> Value {
    let pairs = VALUES
        .iter()
        .map(|(kind, _, kept)| (format!("a_{kind}"), json!(kept)));
    Value::Object(pairs.collect())
}

fn fill(desk: &Desk) -> Value {
    let sets: Vec<String> = VALUES
        .iter()
        .map(|(kind, typed, _)| format!("a_{kind}={typed}"))
        .collect();
    let mut args = vec![
        "contact",
        "add",
        "--set",
        "full_name=Noa Levi",
        "--set",
        "email=noa@x.example",
    ];
    for set in &sets {
        args.extend(["--set", set]);
    }
    desk.roster(&args).done()
}

#[test]
fn every_type_goes_through_the_editor_undo_and_redo() {
    let desk = desk_with_a_field_of_each_type();
    let contact = fill(&desk);
    assert_eq!(contact["fields"], kept());
    let id = contact["id"].to_string();
    let unset: Vec<String> = TYPES.iter().map(|kind| format!("a_{kind}")).collect();
    let mut args = vec!["contact", "edit", &id];
    for code in &unset {
        args.extend(["--unset", code]);
    }
    assert_eq!(desk.roster(&args).done()["fields"], json!({}));
    desk.roster(&["undo"]).done();
    assert_eq!(desk.the("noa")["fields"], kept());
    desk.roster(&["redo"]).done();
    assert_eq!(desk.the("noa")["fields"], json!({}));
}

#[test]
fn a_value_that_does_not_fit_is_refused_with_its_field() {
    let desk = desk_with_a_field_of_each_type();
    fill(&desk);
    for (kind, odd) in [
        ("number", "many"),
        ("money", "5 pieces"),
        ("date", "soon"),
        ("yes_no", "perhaps"),
        ("one_of", "Blue"),
        ("many_of", "Red, Blue"),
        ("url", "javascript:alert(1)"),
    ] {
        let set = format!("a_{kind}={odd}");
        let answer = desk.roster(&["contact", "edit", "1", "--set", &set]);
        assert_eq!(answer.code, 1, "{kind}");
        assert_eq!(answer.failed()["code"], "invalid", "{kind}");
    }
    assert_eq!(desk.the("noa")["fields"], kept());
}

#[test]
fn what_cannot_be_a_field_is_refused() {
    let desk = Desk::new();
    desk.roster(&["field", "add", "Locker", "--type", "text"])
        .done();
    for args in [
        ["field", "add", "Locker", "--type", "text"],
        ["field", "add", "  ", "--type", "text"],
        ["field", "add", "Colour", "--type", "one_of"],
    ] {
        assert_eq!(desk.roster(&args).code, 1, "{args:?}");
    }
    for code in ["locker", "email", "phone2", "Upper", "a b"] {
        let answer = desk.roster(&["field", "add", "Other", "--type", "text", "--code", code]);
        assert_eq!(answer.code, 1, "{code}");
    }
    assert_eq!(
        desk.roster(&["field", "add", "Other", "--type", "colour"])
            .code,
        2
    );
}

#[test]
fn fields_are_listed_with_what_they_are() {
    let desk = Desk::new();
    desk.roster(&[
        "field",
        "add",
        "Dues",
        "--type",
        "money",
        "--currency",
        "chf",
        "--required",
        "--default",
        "25",
    ])
    .done();
    desk.roster(&[
        "field",
        "add",
        "Sector",
        "--type",
        "text",
        "--for",
        "organization",
    ])
    .done();
    let fields = desk.roster(&["fields"]).done()["fields"].clone();
    let of = |code: &str| {
        fields
            .as_array()
            .unwrap()
            .iter()
            .find(|f| f["code"] == code)
            .unwrap()
            .clone()
    };
    assert_eq!(of("email")["custom"], false);
    let dues = of("dues");
    assert_eq!(
        (
            &dues["custom"],
            &dues["type"],
            &dues["default"],
            &dues["required"]
        ),
        (
            &json!(true),
            &json!("money"),
            &json!("25.00 CHF"),
            &json!(true)
        )
    );
    assert_eq!(of("sector")["subject"], "organization");
    let told = desk.told(&["fields"]).stdout;
    assert!(
        told.contains("custom; required; CHF; default 25.00 CHF"),
        "{told}"
    );
    assert!(told.contains("custom, of organizations"), "{told}");
}

#[test]
fn a_change_of_type_is_rehearsed_refused_carried_out_and_undone() {
    let desk = Desk::new();
    desk.roster(&["field", "add", "Size", "--type", "text"])
        .done();
    for (name, size) in [("Noa", "43"), ("Dan", "large"), ("Ines", "1,5")] {
        desk.roster(&[
            "contact",
            "add",
            "--set",
            &format!("first_name={name}"),
            "--set",
            &format!("size={size}"),
        ])
        .done();
    }
    let rehearsed = desk
        .roster(&["field", "edit", "size", "--type", "number", "--rehearse"])
        .done();
    assert_eq!(rehearsed["misfits"], 1);
    assert_eq!(
        rehearsed["conversions"][0],
        json!({"value": "large", "becomes": null, "count": 1})
    );
    assert_eq!(
        desk.roster(&["field", "edit", "size", "--type", "number"])
            .code,
        1
    );
    assert_eq!(desk.the("dan")["fields"]["size"], "large");
    let changed = desk
        .roster(&[
            "field",
            "edit",
            "size",
            "--type",
            "number",
            "--keep-misfits",
        ])
        .done();
    assert_eq!(changed["type"], "number");
    assert_eq!(desk.the("dan")["fields"]["size"], "large");
    assert_eq!(desk.the("ines")["fields"]["size"], "1.5");
    let misfits = desk.roster(&["field", "misfits", "size"]).done();
    assert_eq!(
        (&misfits["total"], &misfits["values"][0]["name"]),
        (&json!(1), &json!("Dan"))
    );
    assert_eq!(desk.roster(&["check"]).done()["ok"], true);
    desk.roster(&["undo"]).done();
    assert_eq!(desk.the("ines")["fields"]["size"], "1,5");
    assert_eq!(
        desk.roster(&["field", "misfits", "size"]).done()["total"],
        0
    );
}

#[test]
fn a_renamed_option_takes_its_values_along() {
    let desk = desk_with_a_field_of_each_type();
    fill(&desk);
    desk.roster(&[
        "field",
        "edit",
        "a_many_of",
        "--rename-option",
        "Red=Crimson",
    ])
    .done();
    assert_eq!(desk.the("noa")["fields"]["a_many_of"], "Crimson, כחול");
    let refused = desk.roster(&["field", "edit", "a_many_of", "--options", "Crimson"]);
    assert_eq!(refused.code, 1);
    desk.roster(&["undo"]).done();
    assert_eq!(desk.the("noa")["fields"]["a_many_of"], "Red, כחול");
}

#[test]
fn a_removed_field_comes_back_with_its_values() {
    let desk = desk_with_a_field_of_each_type();
    fill(&desk);
    assert_eq!(
        desk.roster(&["field", "remove", "a_url", "--rehearse"])
            .done()["values"],
        1
    );
    assert_eq!(
        desk.roster(&["field", "remove", "a_url"]).done()["values"],
        1
    );
    assert_eq!(desk.the("noa")["fields"]["a_url"], Value::Null);
    desk.roster(&["undo"]).done();
    assert_eq!(desk.the("noa")["fields"], kept());
    desk.roster(&["redo"]).done();
    assert_eq!(
        desk.roster(&["field", "remove", "a_url"]).failed()["code"],
        "not_found"
    );
}

#[test]
fn a_retired_field_is_out_of_the_way_and_keeps_its_values() {
    let desk = desk_with_a_field_of_each_type();
    fill(&desk);
    assert_eq!(
        desk.roster(&["field", "edit", "a_text", "--retire"]).done()["retired"],
        true
    );
    assert_eq!(
        desk.roster(&["contact", "edit", "1", "--set", "a_text=new"])
            .code,
        1
    );
    desk.roster(&["field", "edit", "a_text", "--bring-back"])
        .done();
    assert_eq!(desk.the("noa")["fields"], kept());
}

#[test]
fn a_new_contact_gets_defaults_and_needs_what_is_required() {
    let desk = Desk::new();
    desk.roster(&[
        "field",
        "add",
        "Diet",
        "--type",
        "text",
        "--default",
        "none",
    ])
    .done();
    desk.roster(&["field", "add", "Locker", "--type", "number", "--required"])
        .done();
    let refused = desk.roster(&["contact", "add", "--set", "first_name=Noa"]);
    assert_eq!(
        (refused.code, &refused.failed()["code"]),
        (1, &json!("invalid"))
    );
    let contact = desk
        .roster(&[
            "contact",
            "add",
            "--set",
            "first_name=Noa",
            "--set",
            "locker=7",
        ])
        .done();
    assert_eq!(contact["fields"], json!({"diet": "none", "locker": "7"}));
}

#[test]
fn an_import_reads_every_type_and_keeps_what_does_not_fit_as_a_note() {
    let desk = desk_with_a_field_of_each_type();
    let report = desk.import_csv(
        &[
            "Name,E-mail,A number,A money,A date,A yes_no,A one_of,A many_of,A url",
            "Noa,noa@x.example,\"1,250.5\",5 €,31.12.2031,ja,RED,red;כחול,example.org",
            "Dan,dan@x.example,many,five,soon,perhaps,Blue,Blue,no address",
        ],
        &["--country", "IL"],
    );
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    let wanted = json!({"a_number": "1250.5", "a_money": "5.00 EUR", "a_date": "2031-12-31", "a_yes_no": "yes",
        "a_one_of": "Red", "a_many_of": "Red, כחול", "a_url": "https://example.org"});
    assert_eq!(desk.the("noa")["fields"], wanted);
    let dan = desk.the("dan");
    assert_eq!(dan["fields"], json!({}));
    let id = dan["id"].to_string();
    let notes = desk.roster(&["contact", "show", &id]).done()["notes"].clone();
    for kept in [
        "A number: many (Not a number)",
        "A money: five",
        "A date: soon",
        "A yes_no: perhaps",
        "A one_of: Blue",
        "A url: no address",
    ] {
        assert!(notes.as_str().unwrap().contains(kept), "{kept}: {notes}");
    }
    assert_eq!(desk.roster(&["check"]).done()["ok"], true);
}

#[test]
fn numbers_of_a_file_follow_its_country_where_their_form_does_not_tell() {
    let desk = Desk::new();
    desk.roster(&["field", "add", "Weight", "--type", "number"])
        .done();
    let lines = [
        "Name,E-mail,Weight",
        "Noa,noa@x.example,1.234",
        "Dan,dan@x.example,\"1,5\"",
    ];
    desk.import_csv(&lines, &["--country", "DE"]);
    assert_eq!(desk.the("noa")["fields"]["weight"], "1234");
    assert_eq!(desk.the("dan")["fields"]["weight"], "1.5");
}

#[test]
fn an_import_fills_defaults_and_rejects_rows_without_what_is_required() {
    let desk = Desk::new();
    desk.roster(&[
        "field",
        "add",
        "Diet",
        "--type",
        "text",
        "--default",
        "none",
    ])
    .done();
    desk.roster(&["field", "add", "Locker", "--type", "number", "--required"])
        .done();
    let lines = [
        "Name,E-mail,Locker,Diet",
        "Noa,noa@x.example,7,vegan",
        "Dan,dan@x.example,8,",
        "Ines,ines@x.example,,",
        "Tom,tom@x.example,many,",
    ];
    let report = desk.import_csv(&lines, &[]);
    assert_eq!(counts(&report), [2, 0, 0, 0, 2]);
    assert_eq!(report["reasons"], json!({"required_field": 2}));
    assert_eq!(
        desk.the("noa")["fields"],
        json!({"locker": "7", "diet": "vegan"})
    );
    assert_eq!(
        desk.the("dan")["fields"],
        json!({"locker": "8", "diet": "none"})
    );
    // Known contacts are updated without it, and get no defaults.
    desk.roster(&["contact", "edit", "2", "--unset", "diet"])
        .done();
    let report = desk.import_csv(&["E-mail,City", "dan@x.example,Haifa"], &[]);
    assert_eq!(counts(&report), [0, 1, 0, 0, 0]);
    assert_eq!(desk.the("dan")["fields"], json!({"locker": "8"}));
}

#[test]
fn every_type_leaves_and_comes_back_in_every_format() {
    for format in ["xlsx", "csv"] {
        let desk = desk_with_a_field_of_each_type();
        let id = fill(&desk)["id"].to_string();
        let long = "a_number=123456789012345678901234567890.125";
        desk.roster(&["contact", "edit", &id, "--set", long]).done();
        let before = desk.the("noa");
        let file = desk.path(&format!("out.{format}"));
        let file = file.to_str().unwrap();
        desk.roster(&["export", file]).done();
        let other = desk_with_a_field_of_each_type();
        let report = other.roster(&["import", file, "--country", "DE"]).done();
        assert_eq!(counts(&report), [1, 0, 0, 0, 0], "{format}");
        assert_eq!(other.the("noa")["fields"], before["fields"], "{format}");
        // At home it changes nothing.
        let again = desk.roster(&["import", file]).done();
        assert_eq!(counts(&again), [0, 0, 1, 0, 0], "{format}");
    }
}
