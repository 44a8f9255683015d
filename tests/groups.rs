//! `roster group`: what groups hold and how they are made of each other.

use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::desk::names;

const PEOPLE: &[&str] = &[
    "First name,E-mail,Mobile,City,Country,Tags",
    "Noa,noa@levi.example,+972 50 123 4567,Haifa,Israel,vip",
    "Ines,ines@vidal.example,,Sevilla,Spain,\"vip, press\"",
    "Tariq,tariq@aziz.example,,Leeds,United Kingdom,",
];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.import_csv(PEOPLE, &[]);
    desk
}

fn group(desk: &Desk, args: &[&str]) -> Value {
    desk.roster(&[&["group"], args].concat()).done()
}

fn members(desk: &Desk, name: &str) -> Vec<String> {
    let contacts = desk.contacts(&["--group", name]);
    let total = group(desk, &["show", name])["total"].as_u64().unwrap();
    assert_eq!(total, contacts.len() as u64, "{name}");
    names(&contacts).into_iter().map(str::to_owned).collect()
}

#[test]
fn groups_are_made_filled_and_emptied() {
    let desk = desk();
    let made = group(
        &desk,
        &["create", "Board", "--category", "Bodies", "--type", "event"],
    );
    assert_eq!(
        (
            &made["kind"],
            &made["category"],
            &made["type"],
            &made["total"]
        ),
        (
            &json!("static"),
            &json!("Bodies"),
            &json!("event"),
            &json!(0)
        )
    );
    let done = group(&desk, &["assign", "board", "--filter", "tag = vip"]);
    assert_eq!(
        (&done["contacts"], &done["changed"]),
        (&json!(2), &json!(2))
    );
    assert_eq!(members(&desk, "Board"), ["Ines", "Noa"]);
    let list = b"noa@levi.example\nnobody@x.example\n";
    let out = desk
        .roster_reading(&["group", "unassign", "Board", "--list", "-"], list)
        .done();
    assert_eq!((&out["changed"], &out["unknown"]), (&json!(1), &json!(1)));
    assert_eq!(members(&desk, "Board"), ["Ines"]);
    desk.roster(&["undo"]).done();
    assert_eq!(members(&desk, "Board"), ["Ines", "Noa"]);
    desk.assert_sound();
}

#[test]
fn a_dynamic_group_is_live_and_can_be_pinned_and_explained() {
    let desk = desk();
    group(&desk, &["create", "Spain", "--filter", "country = \"ES\""]);
    assert_eq!(members(&desk, "Spain"), ["Ines"]);
    let mia = desk
        .roster(&[
            "contact",
            "add",
            "--set",
            "first_name=Mia",
            "--set",
            "country=Spain",
        ])
        .done();
    assert_eq!(members(&desk, "Spain"), ["Ines", "Mia"]);
    let id = mia["id"].to_string();
    group(&desk, &["pin", "Spain", "--exclude", "--contacts", &id]);
    assert_eq!(members(&desk, "Spain"), ["Ines"]);
    let why = group(&desk, &["why", "Spain", &id]);
    assert_eq!(
        (&why["is_in"], &why["pin"]),
        (&json!(false), &json!("exclude"))
    );
    assert_eq!(
        (&why["filter"]["holds"], &why["filter"]["values"]),
        (&json!(true), &json!(["ES"]))
    );
    group(
        &desk,
        &[
            "edit",
            "Spain",
            "--name",
            "España",
            "--filter",
            "country in (ES, GB)",
        ],
    );
    assert_eq!(members(&desk, "espana"), ["Ines", "Tariq"]);
}

#[test]
fn groups_are_merged_and_combined() {
    let desk = desk();
    group(&desk, &["create", "A"]);
    group(&desk, &["assign", "A", "--filter", "country in (IL, ES)"]);
    group(&desk, &["create", "B", "--filter", "country in (ES, GB)"]);
    group(&desk, &["combine", "Both", "--intersect", "A", "B"]);
    group(&desk, &["combine", "Any", "--union", "A", "B", "--live"]);
    group(&desk, &["combine", "Less", "--except", "A", "B", "--live"]);
    assert_eq!(members(&desk, "Both"), ["Ines"]);
    assert_eq!(members(&desk, "Any"), ["Ines", "Noa", "Tariq"]);
    assert_eq!(members(&desk, "Less"), ["Noa"]);
    group(&desk, &["merge", "Both", "Less"]);
    assert_eq!(members(&desk, "Both"), ["Ines", "Noa"]);
    group(&desk, &["duplicate", "Both", "Copy"]);
    group(&desk, &["delete", "Both", "Copy"]);
    let left = desk.roster(&["groups"]).done();
    assert_eq!(left["groups"].as_array().unwrap().len(), 3);
}

#[test]
fn what_makes_no_sense_is_refused_and_named() {
    let desk = desk();
    group(&desk, &["create", "A", "--filter", "has email"]);
    group(&desk, &["create", "B", "--filter", "group = A"]);
    for (args, part) in [
        (&["create", "a"][..], "already"),
        (
            &["edit", "A", "--filter", "group = B"],
            "circle: A uses “B” uses “A”",
        ),
        (&["edit", "A", "--filter", "has"], "position 4"),
        (&["delete", "A"], "“B”"),
        (&["merge", "A", "B"], "dynamic"),
        (&["show", "Nobody"], "no group Nobody"),
    ] {
        let error = desk.roster(&[&["group"], args].concat()).failed();
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(part), "{args:?}: {message}");
    }
    assert_eq!(desk.roster(&["group", "assign", "A"]).code, 2);
    assert_eq!(
        desk.roster(&["group", "combine", "C", "--union", "A"]).code,
        2
    );
}

#[test]
fn categories_are_kept_in_an_order() {
    let desk = desk();
    let category = |args: &[&str]| -> Vec<String> {
        let answer = group(&desk, &[&["category"], args].concat());
        let all = answer["categories"].as_array().unwrap().iter();
        all.map(|one| format!("{} {}", one["name"].as_str().unwrap(), one["groups"]))
            .collect()
    };
    group(&desk, &["create", "Choir", "--category", "Bodies"]);
    assert_eq!(category(&["add", "Aid"]), ["Aid 0", "Bodies 1"]);
    assert_eq!(category(&["order", "Bodies"]), ["Bodies 1", "Aid 0"]);
    assert_eq!(
        category(&["rename", "aid", "Relief"]),
        ["Bodies 1", "Relief 0"]
    );
    assert_eq!(category(&["delete", "Bodies"]), ["Relief 0"]);
    assert!(group(&desk, &["show", "Choir"])["category"].is_null());
}
