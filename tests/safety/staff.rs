//! Profiles for staff: what each may do, in the words of the program.

use std::process::Output;

use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::process::{json, roster};

/// Noa owns, Ben edits, Ada reads.
fn office() -> Desk {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Mia,mia@x.example"], &[]);
    desk.roster(&["staff", "add", "Noa", "--role", "owner"])
        .done();
    for (name, role) in [("Ben", "editor"), ("Ada", "reader")] {
        desk.roster(&["--as", "Noa", "staff", "add", name, "--role", role])
            .done();
    }
    desk
}

#[test]
fn without_a_name_nothing_is_shown_and_with_one_as_much_as_they_may() {
    let desk = office();
    let error = desk.roster(&["contacts"]).failed();
    assert_eq!(error["code"], "who_needed");
    assert!(error["hint"].as_str().unwrap().contains("--as"), "{error}");
    assert_eq!(
        desk.roster(&["--as", "Dan", "contacts"]).failed()["code"],
        "not_found"
    );
    assert_eq!(desk.roster(&["--as", "Ada", "contacts"]).done()["total"], 1);
    let add = ["contact", "add", "--set", "first_name=Eva"];
    let error = desk.roster(&[&["--as", "Ada"], &add[..]].concat()).failed();
    assert_eq!(error["code"], "not_allowed");
    assert_eq!(
        error["message"],
        "Ada may not do this here. Nothing was changed."
    );
    assert_eq!(error["hint"], "Ben, Noa may.");
    let out = desk.path("out.csv").display().to_string();
    assert_eq!(
        desk.roster(&["--as", "Ada", "export", &out]).failed()["code"],
        "not_allowed"
    );
    let changed = desk.roster(&[&["--as", "Ben"], &add[..]].concat()).done();
    let history = desk
        .roster(&[
            "--as",
            "Ben",
            "contact",
            "history",
            &changed["id"].to_string(),
        ])
        .done();
    assert_eq!(history["changes"][0]["by"], "Ben");
    for owners in [
        &["settings", "--set", "country=IL"][..],
        &["staff", "remove", "Ada"],
        &["trash", "empty", "--yes"],
        &["workspace", "decrypt"],
    ] {
        let error = desk.roster(&[&["--as", "Ben"], owners].concat()).failed();
        assert_eq!(error["code"], "not_allowed", "{owners:?}");
        assert_eq!(error["hint"], "Noa may.");
    }
}

#[test]
fn an_owner_restores_a_backup_and_nobody_else_does() {
    let desk = office();
    let backup = desk.path("b.roster").display().to_string();
    desk.roster(&["--as", "Ben", "backup", &backup]).done();
    assert_eq!(
        desk.roster(&["restore", &backup]).failed()["code"],
        "who_needed"
    );
    assert_eq!(
        desk.roster(&["--as", "Ben", "restore", &backup]).failed()["code"],
        "not_allowed"
    );
    desk.roster(&["--as", "Noa", "restore", &backup]).done();
    let staff = desk.roster(&["staff"]).done();
    let names: Vec<&Value> = staff["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| &p["name"])
        .collect();
    assert_eq!(names, ["Ada", "Ben", "Noa"]);
}

#[test]
fn a_pin_keeps_others_from_being_somebody_and_forgotten_ones_are_no_end() {
    let desk = office();
    let run = |pin: Option<&str>, new: Option<&str>, args: &[&str]| -> Output {
        let mut command = roster(&desk.workspace());
        command.args(args);
        for (name, value) in [("ROSTER_PIN", pin), ("ROSTER_NEW_PIN", new)] {
            if let Some(value) = value {
                command.env(name, value);
            }
        }
        command.output().unwrap()
    };
    let set = run(None, Some("2468"), &["--as", "Noa", "staff", "pin", "Noa"]);
    assert_eq!(set.status.code(), Some(0), "{set:?}");
    for wrong in [None, Some("2469")] {
        let refused = run(wrong, None, &["--as", "Noa", "contacts"]);
        assert_eq!(json(&refused)["error"]["code"], "wrong_pin");
    }
    assert_eq!(
        json(&run(Some("2468"), None, &["--as", "Noa", "contacts"]))["total"],
        1
    );
    assert_eq!(desk.roster(&["staff", "clear"]).code, 2, "it wants --yes");
    assert_eq!(
        desk.roster(&["staff", "clear", "--yes"]).done()["people"],
        json!([])
    );
    assert_eq!(desk.roster(&["contacts"]).done()["total"], 1);
    assert_eq!(
        desk.roster(&["batches"]).done()["batches"][0]["operation"],
        "staff_remove"
    );
    desk.assert_sound();
}
