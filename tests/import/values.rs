use serde_json::json;

use crate::support::Desk;
use crate::support::desk::{counts, normalized};
use crate::support::files::Cell::{Day, Number, Text};
use crate::support::files::xlsx;

#[test]
fn a_phone_is_kept_as_typed_and_as_e164() {
    let desk = Desk::new();
    desk.import_csv(&["Name,Mobile", "Noa,050-123 4567"], &["--country", "IL"]);
    let point = &desk.the("noa")["points"][0];
    assert_eq!(
        (&point["value"], &point["normalized"]),
        (&"050-123 4567".into(), &"+972501234567".into())
    );
}

#[test]
fn the_rows_own_country_goes_before_the_default_one() {
    let desk = Desk::new();
    let lines = [
        "Name,Mobile,Country",
        "Ines,612 345 678,Spain",
        "Noa,050-123 4567,",
        "Tariq,+44 7400 112233,Israel",
    ];
    let report = desk.import_csv(&lines, &["--country", "IL"]);
    assert_eq!(counts(&report), [3, 0, 0, 0, 0]);
    assert_eq!(normalized(&desk.the("ines"), "phone"), ["+34612345678"]);
    assert_eq!(normalized(&desk.the("noa"), "phone"), ["+972501234567"]);
    assert_eq!(normalized(&desk.the("tariq"), "phone"), ["+447400112233"]);
}

#[test]
fn an_email_is_kept_as_typed_and_compared_in_lower_case() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Noa,Noa.Levi@BÜCHER.example"], &[]);
    let point = &desk.the("noa")["points"][0];
    assert_eq!(point["value"], "Noa.Levi@BÜCHER.example");
    assert_eq!(point["normalized"], "noa.levi@xn--bcher-kva.example");
}

/// What spreadsheets make of phone numbers: an exponent, a trailing `.0`, a lost leading zero.
#[test]
fn damaged_numbers_are_repaired_where_the_country_makes_it_certain() {
    let desk = Desk::new();
    let lines = [
        "Name,Mobile",
        "Exponent,5.01234567E+8",
        "Point,501234568.0",
        "Zero,501234569",
    ];
    let report = desk.import_csv(&lines, &["--country", "IL"]);
    assert_eq!(counts(&report), [3, 0, 0, 0, 0]);
    assert_eq!(
        normalized(&desk.the("exponent"), "phone"),
        ["+972501234567"]
    );
    assert_eq!(normalized(&desk.the("point"), "phone"), ["+972501234568"]);
    assert_eq!(normalized(&desk.the("zero"), "phone"), ["+972501234569"]);
    let repaired: u64 = report["repaired"]
        .as_object()
        .unwrap()
        .values()
        .map(|n| n.as_u64().unwrap())
        .sum();
    assert_eq!(repaired, 3, "{report:#}");
}

#[test]
fn numbers_in_cells_become_phones_and_postcodes() {
    let desk = Desk::new();
    let rows = [
        vec![
            Text("Name"),
            Text("Mobile"),
            Text("Postcode"),
            Text("Country"),
        ],
        vec![
            Text("Noa"),
            Number(501_234_567.0),
            Number(3_100_001.0),
            Text("Israel"),
        ],
        vec![
            Text("Ines"),
            Number(34_612_345_678.0),
            Number(8001.0),
            Text("Spain"),
        ],
    ];
    let report = desk
        .roster(&["import", &desk.file("people.xlsx", xlsx(&rows))])
        .done();
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    assert_eq!(normalized(&desk.the("noa"), "phone"), ["+972501234567"]);
    assert_eq!(normalized(&desk.the("ines"), "phone"), ["+34612345678"]);
    assert_eq!(
        desk.the("ines")["addresses"][0]["postcode"],
        "08001",
        "Spanish postcodes have five digits"
    );
}

#[test]
fn a_number_that_lost_digits_is_not_guessed() {
    let desk = Desk::new();
    let report = desk.import_csv(&["Name,Mobile", "Lost,4.41E+11"], &["--country", "GB"]);
    assert_eq!(counts(&report), [0, 0, 0, 0, 1]);
}

#[test]
fn birthdays_come_from_dates_and_from_text() {
    let desk = Desk::new();
    let rows = [
        vec![Text("Name"), Text("E-mail"), Text("Birthday")],
        vec![Text("Cell"), Text("cell@x.example"), Day(30_808.0)],
        vec![Text("Iso"), Text("iso@x.example"), Text("1984-05-06")],
        vec![Text("Dots"), Text("dots@x.example"), Text("31.12.1999")],
    ];
    desk.roster(&["import", &desk.file("people.xlsx", xlsx(&rows))])
        .done();
    let birthday = |name: &str| desk.the(name)["birthday"].clone();
    assert_eq!(
        [birthday("cell"), birthday("iso"), birthday("dots")],
        ["1984-05-06", "1984-05-06", "1999-12-31"]
    );
}

#[test]
fn an_ambiguous_date_column_shows_both_readings_and_obeys() {
    let lines = [
        "Name,E-mail,Birthday",
        "Noa,noa@x.example,03/04/1990",
        "Ines,ines@x.example,05/06/1984",
    ];
    let desk = Desk::new();
    let preview = desk
        .roster(&["preview", &desk.file("people.csv", lines.join("\n"))])
        .done();
    let dates = &preview["columns"][2]["dates"];
    assert_eq!(dates["ambiguous"], true, "{preview:#}");
    assert_eq!(
        (&dates["readings"][0]["dmy"], &dates["readings"][0]["mdy"]),
        (&"1990-04-03".into(), &"1990-03-04".into())
    );
    for (order, birthday) in [("DMY", "1990-04-03"), ("MDY", "1990-03-04")] {
        let desk = Desk::new();
        desk.import_csv(&lines, &["--date-order", order]);
        assert_eq!(desk.the("noa")["birthday"], birthday);
    }
}

#[test]
fn one_day_above_twelve_decides_the_column() {
    let desk = Desk::new();
    desk.import_csv(
        &[
            "Name,E-mail,Birthday",
            "Noa,noa@x.example,03/04/1990",
            "Ines,ines@x.example,12/25/1984",
        ],
        &[],
    );
    assert_eq!(desk.the("noa")["birthday"], "1990-03-04");
}

#[test]
fn a_bad_detail_beside_a_good_one_is_kept_as_a_note_and_counted() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,Mobile",
        "Noa,noa@x.example,call the desk",
        "Ines,not an address,+34612345678",
    ];
    let report = desk.import_csv(&lines, &[]);
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    assert_eq!(
        report["kept_as_notes"],
        json!({ "invalid_email": 1, "invalid_phone": 1 })
    );
    let notes = |name: &str| {
        desk.the(name)["notes"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    assert!(notes("noa").contains("call the desk"), "{}", notes("noa"));
    assert!(
        notes("ines").contains("not an address"),
        "{}",
        notes("ines")
    );
}

#[test]
fn a_row_without_a_valid_point_is_rejected_with_the_reason() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,Mobile",
        "Nobody,,",
        "Wrong phone,,12",
        "Wrong mail,x@,",
        "Good,a@x.example,",
    ];
    let report = desk.import_csv(&lines, &[]);
    assert_eq!(counts(&report), [1, 0, 0, 0, 3]);
    assert_eq!(
        report["reasons"],
        json!({ "no_contact_point": 1, "invalid_phone": 1, "invalid_email": 1 })
    );
}
