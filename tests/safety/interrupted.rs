use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Output};
use std::thread::yield_now;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::support::Desk;
use crate::support::dump::{Dump, assert_same, dump, is_being_written, rows};
use crate::support::files::many;
use crate::support::process::{json, roster};

const ROWS: usize = 100_000;

/// A desk with a contact, and a large import on it that has begun to write.
fn importing() -> (Desk, Dump, Child) {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa,noa@x.example"], &[]);
    let before = dump(&desk.workspace());
    let file = desk.file("many.csv", many(ROWS));
    let mut child = roster(&desk.workspace())
        .args(["import", &file])
        .spawn()
        .unwrap();
    while !is_being_written(&desk.workspace()) {
        assert!(
            child.try_wait().unwrap().is_none(),
            "the import ended before it was seen to write"
        );
        yield_now();
    }
    (desk, before, child)
}

fn end(child: Child, signal: Signal) -> Output {
    kill(Pid::from_raw(i32::try_from(child.id()).unwrap()), signal).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_kill_leaves_the_workspace_as_it_was() {
    let (desk, before, child) = importing();
    let output = end(child, Signal::SIGKILL);
    assert_eq!(output.status.signal(), Some(9), "it was still at work");
    assert_same(&before, &dump(&desk.workspace()));
    assert_eq!(rows(&desk.workspace(), "batches"), 1);
    desk.assert_sound();
    desk.import_csv(&["Name,E-mail", "Ines,ines@x.example"], &[]);
    assert_eq!(desk.stats()["contacts"], 2, "and it goes on");
}

#[test]
fn ctrl_c_exits_with_130_and_leaves_the_workspace_as_it_was() {
    let (desk, before, child) = importing();
    let output = end(child, Signal::SIGINT);
    assert_eq!(
        output.status.code(),
        Some(130),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(json(&output)["error"]["code"], "cancelled");
    assert_same(&before, &dump(&desk.workspace()));
    assert_eq!(rows(&desk.workspace(), "batches"), 1);
    desk.assert_sound();
}

#[test]
fn a_second_writer_waits_or_is_told() {
    let (desk, before, child) = importing();
    let answer = desk.roster(&["contact", "add", "--set", "email=second@x.example"]);
    if answer.code != 0 {
        assert_eq!(answer.failed()["code"], "busy");
    }
    end(child, Signal::SIGINT);
    let more = usize::from(answer.code == 0);
    assert_eq!(
        dump(&desk.workspace())["contacts"].len() % ROWS,
        before["contacts"].len() + more
    );
}
