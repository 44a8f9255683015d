//! Labels and letters (X5) through the program.

use crate::support::Desk;
use crate::support::desk::text;

const PEOPLE: &[&str] = &[
    "First name,Last name,E-mail,Street,Postcode,City,Country,Do not contact",
    "Ada,Reed,ada@x.example,1 Elm Rd,AB1 2CD,Leeds,GB,",
    "Ben,Reed,ben@x.example,1 Elm Rd,AB1 2CD,Leeds,GB,",
    "Dora,Klein,dora@x.example,Hauptstr. 1,10115,Berlin,DE,",
    "Quiet,Soul,quiet@x.example,Hauptstr. 3,10115,Berlin,DE,yes",
];

#[test]
fn labels_are_a_pdf_and_those_who_may_not_be_written_to_are_counted() {
    let desk = Desk::new();
    desk.import_csv(PEOPLE, &[]);
    let file = text(&desk.path("labels.pdf"));
    let told = desk
        .roster(&["labels", &file, "--sheet", "5160", "--first", "30"])
        .done();
    assert_eq!(
        (&told["letters"], &told["pages"], &told["cut"]),
        (&3.into(), &2.into(), &0.into())
    );
    assert_eq!(told["left_out"]["do_not_contact"], 1);
    assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"));
    desk.roster(&["labels", &file, "--sheet", "L9"]).failed();
}

#[test]
fn a_mail_merge_has_a_row_for_each_household() {
    let desk = Desk::new();
    desk.import_csv(PEOPLE, &[]);
    let file = text(&desk.path("letters.xlsx"));
    let told = desk
        .roster(&[
            "letters",
            &file,
            "--per-household",
            "--home",
            "gb",
            "--sort",
            "name",
        ])
        .done();
    assert_eq!(
        (&told["contacts"], &told["letters"]),
        (&3.into(), &2.into())
    );
    let rows = &desk.roster(&["preview", &file, "--raw"]).done()["rows"];
    assert_eq!(rows[1][0], "Ada & Ben Reed");
    let lines: Vec<&str> = (11..15).map(|i| rows[1][i].as_str().unwrap()).collect();
    assert_eq!(lines, ["Ada & Ben Reed", "1 Elm Rd", "Leeds", "AB1 2CD"]);
}
