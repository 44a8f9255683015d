use crate::support::Desk;
use crate::support::dump::{assert_same, dump};

fn two() -> Desk {
    let desk = Desk::new();
    desk.import_csv(
        &["Name,E-mail", "Noa,noa@x.example", "Ines,ines@x.example"],
        &[],
    );
    desk
}

#[test]
fn a_backup_brings_back_what_was_deleted_and_the_state_before_is_kept() {
    let desk = two();
    let backup = desk.path("b.roster").display().to_string();
    let saved = desk.roster(&["backup", &backup]).done();
    assert_eq!(saved["contacts"], 2);
    assert_eq!(
        saved["bytes"],
        std::fs::metadata(&backup).unwrap().len(),
        "{saved}"
    );
    let before = dump(&desk.workspace());
    let id = desk.the("noa")["id"].to_string();
    desk.roster(&["contact", "delete", &id]).done();

    let restored = desk.roster(&["restore", &backup]).done();
    assert_eq!(restored["contacts"], 2);
    desk.assert_sound();
    assert_same(&before, &dump(&desk.workspace()));
    let batches = desk.roster(&["batches"]).done();
    assert_eq!(batches["batches"][0]["operation"], "backup_restore");

    let kept = restored["before"].as_str().unwrap();
    desk.roster(&["restore", kept]).done();
    assert_eq!(desk.stats()["trash"], 1);
}

#[test]
fn a_restore_makes_a_workspace_where_there_is_none() {
    let desk = two();
    let backup = desk.path("b.roster").display().to_string();
    desk.roster(&["backup", &backup]).done();
    let other = Desk::new();
    other.roster(&["restore", &backup]).done();
    assert_eq!(other.stats()["contacts"], 2);
    other.assert_sound();
}

#[test]
fn a_file_that_is_no_backup_is_named_and_makes_nothing() {
    let desk = Desk::new();
    let file = desk.file("people.csv", "Name,E-mail\nNoa,noa@x.example");
    let error = desk.roster(&["restore", &file]).failed();
    assert_eq!(error["code"], "not_a_workspace");
    assert!(!desk.workspace().exists());
    let error = desk.roster(&["restore", "nowhere.roster"]).failed();
    assert_eq!(error["code"], "no_workspace");
    let error = desk.roster(&["backup", "b.roster"]).failed();
    assert_eq!(error["code"], "no_workspace", "there is nothing to save");
}
