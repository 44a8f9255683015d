use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::desk::names;
use crate::support::dump::{assert_same, dump};

const FIRST: &[&str] = &[
    "Name,E-mail,Mobile,Company,City,Groups,Tags,Notes",
    "Noa Levi,noa@x.example,+972501234567,Acme,Haifa,Choir,vip,first",
    "Ines Vidal,ines@x.example,,Acme,,,,",
];

/// Creates, updates, makes groups, tags, organizations and a field.
const SECOND: &[&str] = &[
    "Name,E-mail,Mobile,Company,City,Groups,Tags,Birthday,Shelf",
    "Noa Levi,noa@x.example,+972501234568,Other,Akko,\"Choir, Board\",press,1984-05-06,3",
    "Ines Vidal,ines@x.example,+34612345678,Acme,Sevilla,Board,,,4",
    "Omar Said,omar@x.example,,Third,,Board,,1990-01-01,5",
    "Bad Detail,bad@x.example,call the desk,,,,,,",
    "Nobody,,,,,,,,",
];

const OPTIONS: &[&str] = &["--update", "replace", "--new-fields", "--group", "May"];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.import_csv(FIRST, &[]);
    desk
}

fn batch(report: &Value) -> String {
    report["batch"].to_string()
}

#[test]
fn undoing_an_import_restores_every_row_and_count() {
    let desk = desk();
    let (before, stats) = (dump(&desk.workspace()), desk.stats());
    let report = desk.import_csv(SECOND, OPTIONS);
    assert_eq!(
        (&report["created"], &report["updated"], &report["rejected"]),
        (&2.into(), &2.into(), &1.into())
    );
    assert_ne!(desk.stats(), stats);
    let undone = desk.roster(&["undo", &batch(&report)]).done();
    assert_eq!(
        (&undone["batch"], &undone["kept"]),
        (&report["batch"], &json!([]))
    );
    assert_eq!(undone["reversed"], 4);
    assert_eq!(desk.stats(), stats);
    assert_same(&before, &dump(&desk.workspace()));
    desk.assert_sound();
}

#[test]
fn redo_brings_back_exactly_what_undo_took() {
    let desk = desk();
    desk.import_csv(SECOND, OPTIONS);
    let (after, stats) = (dump(&desk.workspace()), desk.stats());
    for _ in 0..2 {
        desk.roster(&["undo"]).done();
        desk.roster(&["redo"]).done();
        assert_eq!(desk.stats(), stats);
        assert_same(&after, &dump(&desk.workspace()));
    }
    desk.assert_sound();
}

#[test]
fn a_large_import_is_undone_too() {
    let desk = desk();
    let before = dump(&desk.workspace());
    let file = desk.file("many.csv", crate::support::files::many(3000));
    desk.roster(&["import", &file, "--group", "Many"]).done();
    let after = dump(&desk.workspace());
    assert_eq!(desk.roster(&["undo"]).done()["reversed"], 3000);
    assert_same(&before, &dump(&desk.workspace()));
    desk.roster(&["redo"]).done();
    assert_same(&after, &dump(&desk.workspace()));
}

#[test]
fn what_was_edited_since_is_kept_with_the_reason() {
    let desk = desk();
    let report = desk.import_csv(SECOND, OPTIONS);
    let omar = desk.the("omar")["id"].clone();
    desk.roster(&["contact", "edit", &omar.to_string(), "--set", "nickname=Mo"])
        .done();
    let undone = desk.roster(&["undo", &batch(&report)]).done();
    let kept = undone["kept"].as_array().unwrap();
    assert_eq!((kept.len(), &kept[0]["id"]), (1, &omar), "{undone:#}");
    assert!(kept[0]["reason"].as_str().is_some_and(|r| !r.is_empty()));
    assert_eq!(undone["reversed"], 3);
    assert_eq!(
        names(&desk.contacts(&[])),
        ["Ines Vidal", "Noa Levi", "Omar Said"]
    );
    assert_eq!(desk.the("omar")["nickname"], "Mo");
    assert_eq!(desk.the("noa")["addresses"][0]["city"], "Haifa");
    desk.assert_sound();
}

#[test]
fn an_edited_contact_that_the_import_updated_keeps_its_edit() {
    let desk = desk();
    let report = desk.import_csv(SECOND, OPTIONS);
    let noa = desk.the("noa")["id"].to_string();
    desk.roster(&["contact", "edit", &noa, "--set", "city=Eilat"])
        .done();
    let undone = desk.roster(&["undo", &batch(&report)]).done();
    assert_eq!(undone["kept"][0]["id"].to_string(), noa);
    assert_eq!(desk.the("noa")["addresses"][0]["city"], "Eilat");
}

#[test]
fn undo_walks_back_batch_by_batch() {
    let desk = desk();
    let first = dump(&desk.workspace());
    let noa = desk.the("noa")["id"].to_string();
    desk.roster(&["contact", "edit", &noa, "--set", "city=Eilat"])
        .done();
    let second = dump(&desk.workspace());
    desk.roster(&["contact", "delete", &noa]).done();
    desk.roster(&["undo"]).done();
    assert_same(&second, &dump(&desk.workspace()));
    desk.roster(&["undo"]).done();
    assert_same(&first, &dump(&desk.workspace()));
    desk.roster(&["redo"]).done();
    assert_same(&second, &dump(&desk.workspace()));
    desk.roster(&["undo"]).done();
    desk.roster(&["undo"]).done();
    assert_eq!(desk.stats()["contacts"], 0);
    assert_eq!(desk.roster(&["undo"]).failed()["code"], "nothing_to_undo");
}

#[test]
fn a_new_change_ends_what_could_be_redone() {
    let desk = desk();
    desk.roster(&["undo"]).done();
    desk.import_csv(&["Name,E-mail", "Omar,omar@x.example"], &[]);
    assert_eq!(desk.roster(&["redo"]).failed()["code"], "nothing_to_redo");
}

#[test]
fn a_batch_is_undone_once() {
    let desk = desk();
    desk.roster(&["undo", "1"]).done();
    assert_eq!(
        desk.roster(&["undo", "1"]).failed()["code"],
        "already_undone"
    );
    assert_eq!(desk.roster(&["undo", "99"]).failed()["code"], "not_found");
}

#[test]
fn the_history_tells_what_was_done_and_taken_back() {
    let desk = desk();
    desk.roster(&["undo"]).done();
    let batches = desk.roster(&["batches"]).done();
    let batches = batches["batches"].as_array().unwrap();
    assert_eq!(batches.len(), 2);
    assert_eq!(
        (&batches[0]["reverses"], &batches[1]["undone_by"]),
        (&json!(1), &json!(2))
    );
    let import = &batches[1]["import"];
    assert_eq!(
        (&import["rows"], &import["created"]),
        (&json!(2), &json!(2))
    );
    assert!(import["file"].as_str().unwrap().ends_with("people.csv"));
}
