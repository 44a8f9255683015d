//! Two copies of a workspace on one machine, through the program.

use std::fs;

use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::desk::text;

fn others(desk: &Desk) -> Vec<Value> {
    let info = desk.roster(&["workspace", "info"]).done();
    info["others"].as_array().unwrap().clone()
}

#[test]
fn a_copy_that_went_its_own_way_is_told_with_dates_and_counts() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa,noa@x.example"], &[]);
    assert_eq!(others(&desk), [] as [Value; 0]);
    let copy = desk.path("copy.roster");
    fs::copy(desk.workspace(), &copy).unwrap();
    let in_copy = |args: &[&str]| {
        let named = ["--workspace", &text(&copy)];
        desk.roster(&[args, &named].concat()).done()
    };
    desk.roster(&["contact", "add", "--set", "first_name=Mia"])
        .done();
    in_copy(&["contact", "add", "--set", "first_name=Eva"]);
    in_copy(&["contact", "add", "--set", "first_name=Tal"]);
    let told = others(&desk);
    assert_eq!(told.len(), 1, "{told:?}");
    let other = &told[0];
    assert_eq!(other["kin"], "diverged");
    assert_eq!(
        (
            &other["contacts"],
            &other["changes"],
            &other["changes_here"]
        ),
        (&json!(3), &json!(2), &json!(1))
    );
    assert_eq!(other["path"], text(&copy.canonicalize().unwrap()));
    for at in ["seen_at", "changed_at", "common_at"] {
        assert!(other[at].is_string(), "{at}");
    }
    let check = desk.roster(&["check"]).done();
    assert_eq!(check["ok"], true, "it is no fault of the file");
    assert!(
        check["remarks"][0]
            .as_str()
            .unwrap()
            .contains("copy.roster"),
        "{check}"
    );
    let shown = desk.told(&["workspace", "info"]).stdout;
    assert!(
        shown.contains("workspace keep") && shown.contains("3 contacts"),
        "{shown}"
    );
    desk.roster(&["workspace", "keep"]).done();
    assert_eq!(others(&desk), [] as [Value; 0]);
    assert_eq!(
        in_copy(&["workspace", "info"])["others"][0]["changes"],
        1,
        "the copy is told of this one"
    );
}

#[test]
fn an_older_file_in_its_place_is_told_and_a_restored_backup_is_not() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa,noa@x.example"], &[]);
    let backup = text(&desk.path("b.roster"));
    desk.roster(&["backup", &backup]).done();
    desk.roster(&["contact", "add", "--set", "first_name=Mia"])
        .done();
    desk.roster(&["restore", &backup]).done();
    assert_eq!(others(&desk), [] as [Value; 0]);
    desk.roster(&["contact", "add", "--set", "first_name=Mia"])
        .done();
    fs::copy(&backup, desk.workspace()).unwrap();
    let told = others(&desk);
    assert_eq!(
        (&told[0]["kin"], &told[0]["replaced"]),
        (&json!("newer"), &json!(true))
    );
    // One that is gone is restored: that is on purpose too.
    fs::remove_file(desk.workspace()).unwrap();
    desk.roster(&["restore", &backup]).done();
    assert_eq!(others(&desk), [] as [Value; 0]);
}
