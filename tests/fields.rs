use serde_json::{Value, json};

use crate::support::Desk;

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
