use std::fs;

use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::desk::names;
use crate::support::dump::{assert_same, dump};

/// A desk with one contact and one organization.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail,Company", "Noa,noa@x.example,Acme"], &[]);
    desk
}

fn files(desk: &Desk, whose: &str) -> Vec<Value> {
    let answer = desk.roster(&[whose, "files", "1"]).done();
    let files = answer["files"].as_array().unwrap().clone();
    assert_eq!(answer["total"], files.len());
    files
}

/// What lies in the folder of a workspace or a backup.
fn contents(desk: &Desk, of: &str) -> Vec<std::path::PathBuf> {
    let folders = fs::read_dir(desk.path(&format!("{of}.files"))).unwrap();
    let within = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    within.map(|file| file.unwrap().path()).collect()
}

#[test]
fn files_are_attached_listed_saved_renamed_and_taken_off() {
    let desk = desk();
    let letter = desk.file("Letter to Noa.txt", "Dear Noa");
    let attached = desk
        .roster(&["file", "add", &letter, "--contact", "1"])
        .done();
    assert_eq!(attached["files"][0]["name"], "Letter to Noa.txt");
    let listed = files(&desk, "contact");
    assert_eq!(listed[0]["size"], 8);
    assert_eq!(listed[0]["state"], "whole");
    assert_eq!(listed[0]["owner"], json!({"kind": "contact", "id": 1}));
    assert_eq!(files(&desk, "org"), Vec::<Value>::new(), "they stay apart");

    let copy = desk.path("copy.txt").display().to_string();
    let saved = desk.roster(&["file", "save", "1", &copy]).done();
    assert_eq!(saved, json!({"file": copy, "bytes": 8, "changed": false}));
    assert_eq!(fs::read_to_string(copy).unwrap(), "Dear Noa");

    let renamed = desk.roster(&["file", "rename", "1", "מכתב"]).done();
    assert_eq!(renamed["file"]["name"], "מכתב.txt");
    let before = dump(&desk.workspace());
    let gone = desk.roster(&["file", "remove", "1"]).done();
    assert_eq!(gone["count"], 1);
    assert_eq!(files(&desk, "contact"), Vec::<Value>::new());
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    assert_eq!(names(&files(&desk, "contact")), ["מכתב.txt"]);
    desk.roster(&["redo"]).done();
    assert_eq!(files(&desk, "contact"), Vec::<Value>::new());
    desk.assert_sound();
}

#[test]
fn the_same_content_is_kept_once() {
    let desk = desk();
    let (a, b) = (desk.file("a.txt", "same"), desk.file("b.txt", "same"));
    desk.roster(&["file", "add", &a, &b, "--contact", "1"])
        .done();
    let again = desk.roster(&["file", "add", &a, "--org", "1"]).done();
    assert_eq!(again["files"][0]["owner"]["kind"], "organization");
    assert_eq!(contents(&desk, "desk.roster").len(), 1);
}

#[test]
fn what_is_no_file_is_refused_with_the_reason_and_changes_nothing() {
    let desk = desk();
    let before = dump(&desk.workspace());
    let folder = desk.path("Photos");
    fs::create_dir(&folder).unwrap();
    let folder = folder.display().to_string();
    for path in [folder.as_str(), "/nowhere/at/all.txt"] {
        let error = desk
            .roster(&["file", "add", path, "--contact", "1"])
            .failed();
        assert_eq!(error["code"], "file_refused");
    }
    let file = desk.file("a.txt", "a");
    let error = desk
        .roster(&["file", "add", &file, "--contact", "99"])
        .failed();
    assert_eq!(error["code"], "not_found");
    assert_same(&before, &dump(&desk.workspace()));
    let some = desk
        .roster(&["file", "add", &file, &folder, "--contact", "1"])
        .done();
    assert_eq!(some["refused"][0]["reason"], "folder");
    assert_eq!(some["files"][0]["name"], "a.txt");
}

#[test]
fn hostile_names_are_stored_safely_or_refused() {
    let desk = desk();
    let named = desk.file("..\\..\\CON.txt", "x");
    desk.roster(&["file", "add", &named, "--contact", "1"])
        .done();
    assert_eq!(names(&files(&desk, "contact")), ["_CON.txt"]);
    let long = "x".repeat(300);
    for name in ["../../b", "/etc/passwd", "NUL", "a\u{202E}b", &long] {
        let error = desk.roster(&["file", "rename", "1", name]).failed();
        assert_eq!(error["code"], "invalid", "{name}");
    }
}

#[test]
fn missing_and_changed_contents_are_noticed() {
    let desk = desk();
    for (name, text) in [("a.txt", "aaa"), ("b.txt", "bbb")] {
        let file = desk.file(name, text);
        desk.roster(&["file", "add", &file, "--contact", "1"])
            .done();
    }
    assert_eq!(desk.roster(&["file", "verify"]).done()["checked"], 2);
    for content in contents(&desk, "desk.roster") {
        let text = fs::read_to_string(&content).unwrap();
        fs::remove_file(&content).unwrap();
        if text == "bbb" {
            fs::write(&content, "BBB").unwrap();
        }
    }
    let verified = desk.roster(&["file", "verify"]);
    assert_eq!(verified.code, 1);
    let problems = verified.json()["problems"].as_array().unwrap().clone();
    let states: Vec<_> = problems
        .iter()
        .map(|p| p["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["missing", "changed"]);
    let check = desk.roster(&["check"]);
    assert_eq!((check.code, check.json()["ok"].as_bool()), (1, Some(false)));
    assert_eq!(check.json()["problems"].as_array().unwrap().len(), 2);
    let error = desk.roster(&["file", "save", "1", "x.txt"]).failed();
    assert_eq!(error["code"], "content_missing");
    // The same files once more, and all is well.
    for (name, text) in [("a.txt", "aaa"), ("b.txt", "bbb")] {
        let file = desk.file(name, text);
        let again = desk.roster(&["file", "add", &file, "--contact", "1"]);
        assert_eq!(again.done()["already"], 1);
    }
    desk.assert_sound();
}

#[test]
fn a_backup_carries_the_files() {
    let desk = desk();
    let file = desk.file("a.txt", "aaa");
    desk.roster(&["file", "add", &file, "--contact", "1"])
        .done();
    let backup = desk.path("b.roster").display().to_string();
    let saved = desk.roster(&["backup", &backup]).done();
    assert_eq!(
        saved["files"],
        json!({"count": 1, "bytes": 3, "missing": 0})
    );
    assert_eq!(contents(&desk, "b.roster").len(), 1);
    fs::remove_dir_all(desk.path("desk.roster.files")).unwrap();
    fs::remove_file(desk.workspace()).unwrap();
    desk.roster(&["restore", &backup]).done();
    desk.assert_sound();
    let copy = desk.path("copy.txt").display().to_string();
    desk.roster(&["file", "save", "1", &copy]).done();
    assert_eq!(fs::read_to_string(copy).unwrap(), "aaa");
}

#[test]
fn emptying_the_trash_removes_what_undo_can_no_longer_want() {
    let desk = desk();
    let (a, b) = (desk.file("a.txt", "aaa"), desk.file("b.txt", "bbb"));
    desk.roster(&["file", "add", &a, &b, "--contact", "1"])
        .done();
    desk.roster(&["file", "remove", "1"]).done();
    assert_eq!(contents(&desk, "desk.roster").len(), 2);
    let emptied = desk.roster(&["trash", "empty", "--yes"]).done();
    assert_eq!(
        emptied,
        json!({"count": 0, "organizations": 0, "with_orders": 0, "files": 1})
    );
    assert_eq!(contents(&desk, "desk.roster").len(), 1);
    desk.assert_sound();
}
