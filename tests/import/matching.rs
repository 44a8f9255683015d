use serde_json::json;

use crate::support::Desk;
use crate::support::desk::{counts, names, normalized};

#[test]
fn the_same_file_twice_changes_nothing() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,Mobile,Company,City,Country,Birthday,Groups,Tags,Notes",
        "Noa Levi,noa@x.example,050-123 4567,Acme,Haifa,Israel,1984-05-06,Choir,vip,tall",
        "Ines Vidal,ines@x.example,612 345 678,Acme,Sevilla,Spain,06.05.1984,\"Choir, Board\",,",
        "Bad Phone,bad@x.example,call the desk,,,,,,,",
    ];
    assert_eq!(
        counts(&desk.import_csv(&lines, &["--country", "IL"])),
        [3, 0, 0, 0, 0]
    );
    let before = crate::support::dump::dump(&desk.workspace());
    assert_eq!(
        counts(&desk.import_csv(&lines, &["--country", "IL"])),
        [0, 0, 3, 0, 0]
    );
    crate::support::dump::assert_same(&before, &crate::support::dump::dump(&desk.workspace()));
}

#[test]
fn a_contact_is_found_by_email_and_by_phone_in_any_form() {
    let desk = Desk::new();
    desk.import_csv(
        &[
            "Name,E-mail,Mobile",
            "Noa Levi,noa@x.example,+972 50-123-4567",
        ],
        &[],
    );
    let report = desk.import_csv(&["Name,E-mail,City", "Noa Levi,NOA@X.example,Haifa"], &[]);
    assert_eq!(counts(&report), [0, 1, 0, 0, 0]);
    let report = desk.import_csv(
        &["Name,Mobile,Job title", "Levi Noa,0501234567,Singer"],
        &["--country", "IL"],
    );
    assert_eq!(
        counts(&report),
        [0, 1, 0, 0, 0],
        "the order of the name's parts is free"
    );
    assert_eq!(desk.the("noa")["addresses"][0]["city"], "Haifa");
}

#[test]
fn a_shared_phone_or_email_with_another_name_is_another_person() {
    let desk = Desk::new();
    desk.import_csv(&["Name,Mobile", "Noa Levi,+972501234567"], &[]);
    assert_eq!(
        counts(&desk.import_csv(&["Name,Mobile", "Tariq Aziz,+972501234567"], &[])),
        [1, 0, 0, 0, 0]
    );
    let lines = [
        "Name,E-mail",
        "Ines Vidal,office@x.example",
        "Omar Said,office@x.example",
    ];
    assert_eq!(
        counts(&desk.import_csv(&lines, &[])),
        [2, 0, 0, 0, 0],
        "within a file too"
    );
    assert_eq!(desk.stats()["contacts"], 4);
}

#[test]
fn repeated_rows_of_a_file_are_folded_into_the_first() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,Mobile,City",
        "Noa Levi,noa@x.example,,Haifa",
        "Noa Levi,noa@x.example,+972501234567,",
        "Noa Levi,,+972501234567,",
    ];
    assert_eq!(counts(&desk.import_csv(&lines, &[])), [1, 0, 0, 2, 0]);
    let contact = desk.the("noa");
    assert_eq!(
        normalized(&contact, "phone"),
        ["+972501234567"],
        "what the repetition adds is kept"
    );
}

#[test]
fn a_uid_names_the_contact_whatever_else_changed() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa Levi,noa@x.example"], &[]);
    let uid = desk.the("noa")["uid"].as_str().unwrap().to_owned();
    let row = format!("{uid},Someone,Else,new@x.example");
    let report = desk.import_csv(
        &["uid,First name,Last name,E-mail", &row],
        &["--update", "replace"],
    );
    assert_eq!(counts(&report), [0, 1, 0, 0, 0]);
    assert_eq!(names(&desk.contacts(&[])), ["Someone Else"]);
}

#[test]
fn the_order_of_keys_can_be_chosen() {
    let two = [
        "Name,E-mail,Mobile",
        "Noa Levi,a@x.example,+972501234567",
        "Noa Levi,b@x.example,+972501234568",
    ];
    let mixed = [
        "Name,E-mail,Mobile,City",
        "Noa Levi,a@x.example,+972501234568,Haifa",
    ];
    for (keys, expected) in [
        ("email,phone", "a@x.example"),
        ("phone,email", "b@x.example"),
    ] {
        let desk = Desk::new();
        assert_eq!(counts(&desk.import_csv(&two, &[])), [2, 0, 0, 0, 0]);
        assert_eq!(
            counts(&desk.import_csv(&mixed, &["--match", keys])),
            [0, 1, 0, 0, 0]
        );
        let contacts = desk.contacts(&[]);
        let changed = contacts
            .iter()
            .find(|c| c["addresses"] != json!([]))
            .unwrap();
        assert_eq!(normalized(changed, "email")[0], expected, "{keys}");
    }
}

#[test]
fn modes_limit_what_rows_may_do() {
    let known = ["Name,E-mail", "Noa Levi,noa@x.example"];
    let both = [
        "Name,E-mail,City",
        "Noa Levi,noa@x.example,Haifa",
        "Ines Vidal,ines@x.example,Sevilla",
    ];
    let desk = Desk::new();
    desk.import_csv(&known, &[]);
    assert_eq!(
        counts(&desk.import_csv(&both, &["--mode", "create"]))[0..2],
        [1, 0]
    );
    assert_eq!(
        desk.the("noa")["addresses"],
        json!([]),
        "create leaves known contacts alone"
    );
    let desk = Desk::new();
    desk.import_csv(&known, &[]);
    let report = desk.import_csv(&both, &["--mode", "update"]);
    assert_eq!(counts(&report), [0, 1, 0, 0, 1]);
    assert_eq!(report["reasons"], json!({ "no_match": 1 }));
    assert_eq!(desk.stats()["contacts"], 1);
}

#[test]
fn a_contact_in_the_trash_is_not_matched() {
    let desk = Desk::new();
    let lines = ["Name,E-mail", "Noa Levi,noa@x.example"];
    desk.import_csv(&lines, &[]);
    desk.roster(&["contact", "delete", &desk.the("noa")["id"].to_string()])
        .done();
    assert_eq!(counts(&desk.import_csv(&lines, &[])), [1, 0, 0, 0, 0]);
    assert_eq!(
        (&desk.stats()["contacts"], &desk.stats()["trash"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn a_uid_that_is_taken_by_another_does_not_stop_the_import() {
    let desk = Desk::new();
    let lines = ["uid,Name,E-mail", "card-1,Noa Levi,noa@x.example"];
    desk.import_csv(&lines, &[]);
    desk.roster(&["contact", "delete", &desk.the("noa")["id"].to_string()])
        .done();
    assert_eq!(counts(&desk.import_csv(&lines, &[])), [1, 0, 0, 0, 0]);
    assert_ne!(
        desk.the("noa")["uid"],
        "card-1",
        "that is the one in the trash"
    );
    let twice = [
        "uid,Name,E-mail",
        "card-2,Ines,ines@x.example",
        "card-2,Omar,omar@x.example",
    ];
    let report = desk.import_csv(&twice, &["--match", "email"]);
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    assert_eq!(desk.the("ines")["uid"], "card-2");
    desk.assert_sound();
}
