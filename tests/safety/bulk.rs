use std::process::Child;
use std::thread::yield_now;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::support::Desk;
use crate::support::dump::{assert_same, dump, is_being_written, rows};
use crate::support::files::many;
use crate::support::process::roster;

const ROWS: usize = 100_000;

const CHANGE: &[&str] = &[
    "bulk",
    "--set",
    "source=fair",
    "--add-tag",
    "gala",
    "--add-to",
    "Gala 2027",
];

/// The change, begun and seen to write.
fn changing(desk: &Desk) -> Child {
    let child = roster(&desk.workspace()).args(CHANGE).spawn().unwrap();
    while !is_being_written(&desk.workspace()) {
        yield_now();
    }
    child
}

fn desk(rows: usize) -> Desk {
    let desk = Desk::new();
    let file = desk.file("many.csv", many(rows));
    desk.roster(&["import", &file]).done();
    desk
}

#[test]
fn a_kill_during_a_change_of_many_contacts_leaves_all_of_it_or_nothing() {
    let desk = desk(ROWS);
    let before = dump(&desk.workspace());
    // Killed at once, and after as many looks as fall into the middle of it and towards its end.
    for looks in [0, 40, 400] {
        let mut child = changing(&desk);
        for _ in 0..looks {
            is_being_written(&desk.workspace());
        }
        kill(
            Pid::from_raw(i32::try_from(child.id()).unwrap()),
            Signal::SIGKILL,
        )
        .unwrap();
        child.wait().unwrap();
        if rows(&desk.workspace(), "batches") == 1 {
            assert_same(&before, &dump(&desk.workspace()));
        } else {
            assert_eq!(rows(&desk.workspace(), "contact_tags"), ROWS as i64);
            desk.roster(&["undo"]).done();
            assert_same(&before, &dump(&desk.workspace()));
            break;
        }
    }
    desk.assert_sound();
}

#[test]
fn undo_of_a_change_of_many_contacts_restores_every_value() {
    let desk = desk(3000);
    let before = dump(&desk.workspace());
    let done = desk.roster(CHANGE).done();
    assert_eq!(done["count"], 3000);
    let after = dump(&desk.workspace());
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    desk.roster(&["redo"]).done();
    assert_same(&after, &dump(&desk.workspace()));
    desk.assert_sound();
}

#[test]
fn a_change_of_contacts_that_are_so_already_changes_nothing() {
    let desk = desk(3);
    desk.roster(CHANGE).done();
    let again = desk.roster(CHANGE).done();
    assert_eq!(
        (&again["batch"], &again["count"]),
        (&serde_json::Value::Null, &0.into())
    );
    let refused = desk.roster(&["bulk", "--set", "birthday=never"]).failed();
    assert_eq!(refused["code"], "invalid");
}
