use serde_json::Value;

use crate::support::Desk;
use crate::support::desk::counts;
use crate::support::dump::{assert_same, dump};

#[test]
fn several_files_add_up() {
    let desk = Desk::new();
    let one = desk.file("one.csv", "Name,E-mail\nNoa,noa@x.example\nNobody,\n");
    let two = desk.file("two.csv", "Name,Mobile\nInes,+34612345678\n");
    let report = desk.roster(&["import", &one, &two]).done();
    assert_eq!(counts(&report), [2, 0, 0, 0, 1]);
    let files = report["files"].as_array().unwrap();
    assert_eq!((files.len(), &files[1]["created"]), (2, &1.into()));
    assert_ne!(
        files[0]["batch"], files[1]["batch"],
        "each file is undone by itself"
    );
}

#[test]
fn where_one_file_fails_those_before_it_are_taken_back() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Omar,omar@x.example"], &[]);
    let before = dump(&desk.workspace());
    let one = desk.file("one.csv", "Name,E-mail\nNoa,noa@x.example\n");
    desk.roster(&[
        "import",
        &one,
        &crate::support::desk::text(&desk.path("missing.csv")),
    ])
    .failed();
    assert_same(&before, &dump(&desk.workspace()));
}

#[test]
fn googles_columns_of_labels_say_what_each_value_is() {
    let desk = Desk::new();
    let lines = [
        "First Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,\
         Address 1 - Label,Address 1 - City",
        "Noa,Friends,* Work,noa@x.example ::: n@x.example,Mobile,+972501234567,Work Fax,+97231234567,Home,Haifa",
        "Dan,,,dan@x.example,Summer house,+972501234568,,,,Eilat",
    ];
    let report = desk.import_csv(&lines, &[]);
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    let fields = report["mapping"].as_array().unwrap().iter();
    let fields: Vec<&str> = fields.map(|c| c["field"].as_str().unwrap()).collect();
    assert_eq!(fields[2], "email_label");
    assert_eq!(fields[8], "address_label");
    let labels = |contact: &Value, kind: &str| {
        let points = contact["points"].as_array().unwrap().iter();
        let of_kind = points.filter(|p| p["kind"] == kind);
        of_kind.map(|p| p["label"].clone()).collect::<Vec<_>>()
    };
    let noa = desk.the("noa");
    assert_eq!(labels(&noa, "email"), ["work", "work"]);
    assert_eq!(
        (labels(&noa, "phone"), labels(&noa, "fax")),
        (vec!["mobile".into()], vec![Value::Null])
    );
    assert_eq!(noa["addresses"][0]["label"], "home");
    let dan = desk.the("dan");
    assert_eq!(labels(&dan, "phone"), ["summer house"]);
    assert_eq!(dan["addresses"][0]["label"], "physical");
    assert_eq!(counts(&desk.import_csv(&lines, &[])), [0, 0, 2, 0, 0]);
}
