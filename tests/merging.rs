//! `roster contact merge`: contacts that are one person.

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::dump::{assert_same, dump, rows};
use crate::support::process::roster;

const PEOPLE: &[&str] = &[
    "First name,Last name,E-mail,Mobile,City,Groups,E-mail status",
    "Noa,Levi,noa@levi.example,+972 50 123 4567,Haifa,Board,unsubscribed",
    "Noah,Levy,noa@work.example,,Akko,Choir,",
    "Tariq,Aziz,tariq@aziz.example,,Leeds,,",
];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.import_csv(PEOPLE, &[]);
    desk
}

fn merge(desk: &Desk, args: &[&str]) -> Value {
    desk.roster(&[&["contact", "merge"], args].concat()).done()
}

#[test]
fn the_kept_one_has_everything_and_undo_brings_the_others_back() {
    let desk = desk();
    let before = dump(&desk.workspace());
    let kept = merge(&desk, &["1", "2", "--set", "nickname=Nono"]);
    assert_eq!(kept["id"], 1);
    assert_eq!(
        (&kept["last_name"], &kept["nickname"]),
        (&json!("Levi"), &json!("Nono"))
    );
    assert_eq!(kept["groups"], json!(["Board", "Choir"]));
    let points: Vec<_> = kept["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            (
                p["normalized"].as_str().unwrap(),
                p["status"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        points,
        [
            ("+972501234567", "active"),
            ("noa@levi.example", "opted_out"),
            ("noa@work.example", "active"),
        ]
    );
    assert_eq!(
        desk.roster(&["contact", "show", "2"]).failed()["code"],
        "not_found"
    );
    assert_eq!(
        desk.roster(&["optouts"]).done()["optouts"][0]["contact_ids"],
        json!([1])
    );
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    let preferred = merge(&desk, &["1", "2", "--prefer", "2"]);
    assert_eq!(
        (&preferred["id"], &preferred["last_name"]),
        (&json!(1), &json!("Levy"))
    );
    desk.assert_sound();
}

#[test]
fn an_older_import_is_undone_around_what_was_merged() {
    let desk = desk();
    desk.roster(&[
        "contact",
        "add",
        "--set",
        "first_name=Noa",
        "--set",
        "email=noa@home.example",
    ])
    .done();
    merge(&desk, &["4", "1"]);
    let undone = desk.roster(&["undo", "1"]).done();
    assert_eq!(undone["kept"][0]["id"], 4);
    let kept = desk.roster(&["contact", "show", "4"]).done();
    assert_eq!(kept["points"].as_array().unwrap().len(), 3, "{kept}");
    let out = desk.roster(&["optouts"]).done();
    assert_eq!(out["optouts"][0]["value"], "noa@levi.example");
    desk.assert_sound();
}

#[test]
fn what_cannot_be_merged_is_refused() {
    let desk = desk();
    let before = dump(&desk.workspace());
    assert_eq!(desk.roster(&["contact", "merge", "1"]).code, 2);
    for wrong in [
        &["1", "1"][..],
        &["1", "9"],
        &["1", "2", "--prefer", "3"],
        &["1", "2", "--set", "birthday=never"],
    ] {
        desk.roster(&[&["contact", "merge"], wrong].concat())
            .failed();
        assert_same(&before, &dump(&desk.workspace()));
    }
}

#[test]
fn a_kill_leaves_all_of_a_merge_or_nothing() {
    let desk = desk();
    let before = dump(&desk.workspace());
    for looks in 0..1_000 {
        let mut child = roster(&desk.workspace())
            .args(["contact", "merge", "1", "2"])
            .spawn()
            .unwrap();
        for _ in 0..looks * 2_000 {
            std::thread::yield_now();
        }
        let _ = kill(
            Pid::from_raw(i32::try_from(child.id()).unwrap()),
            Signal::SIGKILL,
        );
        child.wait().unwrap();
        match rows(&desk.workspace(), "merges") {
            0 => assert_same(&before, &dump(&desk.workspace())),
            _ => break,
        }
    }
    assert_eq!(rows(&desk.workspace(), "contacts"), 2);
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    desk.assert_sound();
}
