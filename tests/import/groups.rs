use serde_json::Value;

use crate::support::Desk;
use crate::support::desk::{counts, names};

fn groups(desk: &Desk) -> Vec<(String, i64)> {
    let answer = desk.roster(&["groups"]).done();
    let one = |group: &Value| {
        (
            group["name"].as_str().unwrap().to_owned(),
            group["total"].as_i64().unwrap(),
        )
    };
    let mut groups: Vec<_> = answer["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(one)
        .collect();
    groups.sort();
    groups
}

fn expected(groups: &[(&str, i64)]) -> Vec<(String, i64)> {
    groups
        .iter()
        .map(|(name, total)| ((*name).to_owned(), *total))
        .collect()
}

#[test]
fn a_column_names_the_groups() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,Groups",
        "Noa,noa@x.example,\"Choir, Board\"",
        "Ines,ines@x.example,choir",
        "Omar,omar@x.example,",
    ];
    desk.import_csv(&lines, &[]);
    assert_eq!(
        groups(&desk),
        expected(&[("Board", 1), ("Choir", 2)]),
        "case does not make another group"
    );
    assert_eq!(names(&desk.contacts(&["--group", "Board"])), ["Noa"]);
}

#[test]
fn options_name_groups_that_are_made_when_new() {
    let desk = Desk::new();
    let lines = ["Name,E-mail", "Noa,noa@x.example", "Ines,ines@x.example"];
    desk.import_csv(&lines, &["--group", "May", "--group", "Guests, paying"]);
    assert_eq!(
        groups(&desk),
        expected(&[("Guests, paying", 2), ("May", 2)]),
        "an option is one name"
    );
    let more = ["Name,E-mail", "Omar,omar@x.example", "Noa,noa@x.example"];
    assert_eq!(
        counts(&desk.import_csv(&more, &["--group", "May"])),
        [1, 0, 1, 0, 0]
    );
    assert_eq!(
        groups(&desk),
        expected(&[("Guests, paying", 2), ("May", 3)])
    );
}

#[test]
fn joining_a_group_is_an_update() {
    let desk = Desk::new();
    let lines = ["Name,E-mail", "Noa,noa@x.example"];
    desk.import_csv(&lines, &[]);
    assert_eq!(
        counts(&desk.import_csv(&lines, &["--group", "May"])),
        [0, 1, 0, 0, 0]
    );
}

#[test]
fn active_counts_leave_out_whom_nobody_can_reach() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,Status,Groups",
        "Noa,noa@x.example,unsubscribed,Choir",
        "Ines,ines@x.example,,Choir",
    ];
    desk.import_csv(&lines, &["--map", "Status=status_email"]);
    let group = &desk.roster(&["groups"]).done()["groups"][0];
    assert_eq!((&group["active"], &group["total"]), (&1.into(), &2.into()));
}
