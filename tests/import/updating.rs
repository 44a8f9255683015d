use serde_json::json;

use crate::support::Desk;
use crate::support::desk::{counts, normalized};

const FIRST: &[&str] = &[
    "Name,E-mail,Mobile,City,Job title",
    "Noa Levi,noa@x.example,+972501234567,Haifa,",
];
const SECOND: &[&str] = &[
    "Name,E-mail,Mobile,City,Job title",
    "Noa Levi,noa@x.example,+972501234568,Akko,Singer",
];

fn updated(how: &[&str]) -> Desk {
    let desk = Desk::new();
    desk.import_csv(FIRST, &[]);
    assert_eq!(counts(&desk.import_csv(SECOND, how)), [0, 1, 0, 0, 0]);
    desk
}

#[test]
fn blanks_are_filled_unless_told_otherwise() {
    let contact = updated(&[]).the("noa");
    assert_eq!(contact["addresses"][0]["city"], "Haifa");
    assert_eq!(contact["job_title"], "Singer");
}

#[test]
fn values_are_replaced_on_demand() {
    let contact = updated(&["--update", "replace"]).the("noa");
    assert_eq!(contact["addresses"][0]["city"], "Akko");
    assert_eq!(normalized(&contact, "phone"), ["+972501234568"]);
}

#[test]
fn points_are_added_on_demand() {
    let contact = updated(&["--update", "add"]).the("noa");
    assert_eq!(
        normalized(&contact, "phone"),
        ["+972501234567", "+972501234568"]
    );
    assert_eq!(contact["addresses"][0]["city"], "Haifa");
}

#[test]
fn empty_cells_never_erase() {
    let desk = Desk::new();
    desk.import_csv(SECOND, &[]);
    let before = desk.the("noa");
    let lines = [
        "Name,E-mail,Mobile,City,Job title",
        "Noa Levi,noa@x.example,,,",
    ];
    for how in ["fill", "replace", "add"] {
        assert_eq!(
            counts(&desk.import_csv(&lines, &["--update", how])),
            [0, 0, 1, 0, 0],
            "{how}"
        );
    }
    assert_eq!(desk.the("noa"), before);
}

#[test]
fn a_contact_that_gains_nothing_keeps_its_time_of_change() {
    let desk = Desk::new();
    desk.import_csv(FIRST, &[]);
    let before = desk.the("noa");
    assert_eq!(
        desk.import_csv(FIRST, &["--update", "replace"])["unchanged"],
        json!(1)
    );
    assert_eq!(desk.the("noa"), before);
}
