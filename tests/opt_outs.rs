use serde_json::Value;

use crate::support::Desk;
use crate::support::desk::{points, text};

const PEOPLE: &[&str] = &[
    "Name,E-mail,E-mail 2,Mobile",
    "Noa Levi,noa@x.example,noa@home.example,+972501234567",
    "Dan Katz,dan@x.example,,+972501234567",
    "Tal Only,,,+972523456789",
];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.import_csv(PEOPLE, &[]);
    desk
}

fn opt_outs(desk: &Desk, options: &[&str]) -> Vec<String> {
    let answer = desk.roster(&[&["optouts"], options].concat()).done();
    let lines = answer["optouts"].as_array().unwrap();
    lines
        .iter()
        .map(|line| line["value"].as_str().unwrap().to_owned())
        .collect()
}

fn report(answer: &Value) -> [u64; 5] {
    ["rows", "added", "already", "unknown", "invalid"].map(|key| answer[key].as_u64().unwrap())
}

#[test]
fn a_value_is_out_for_both_contacts_that_have_it_until_it_is_reinstated() {
    let desk = desk();
    desk.roster(&[
        "optout",
        "add",
        "050-123 4567",
        "--country",
        "IL",
        "--reason",
        "asked",
    ])
    .done();
    for name in ["noa", "dan"] {
        assert_eq!(points(&desk.the(name), "phone")[0].2, "opted_out", "{name}");
    }
    let answer = desk.roster(&["optouts"]).done();
    let line = &answer["optouts"][0];
    assert_eq!(
        (&answer["total"], &line["value"]),
        (&1.into(), &"+972501234567".into())
    );
    assert_eq!(
        (&line["initiative"], &line["reason"]),
        (&"theirs".into(), &"asked".into())
    );
    assert_eq!(line["contact_ids"].as_array().unwrap().len(), 2);
    let without = desk.roster(&["optout", "remove", "+972501234567"]);
    assert_eq!(without.code, 2, "a ground is needed");
    desk.roster(&["optout", "remove", "+972501234567", "--ground", " "])
        .failed();
    assert_eq!(points(&desk.the("dan"), "phone")[0].2, "opted_out");
    desk.roster(&[
        "optout",
        "remove",
        "+972501234567",
        "--ground",
        "asked again",
    ])
    .done();
    assert_eq!(points(&desk.the("dan"), "phone")[0].2, "active");
    let history = desk.roster(&["optout", "history", "+972501234567"]).done();
    assert_eq!(history["changes"][0]["ground"], "asked again");
    assert_eq!(history["changes"][1]["reason"], "asked");
    desk.roster(&["undo"]).done();
    assert_eq!(
        points(&desk.the("dan"), "phone")[0].2,
        "opted_out",
        "undo of the reinstatement"
    );
    desk.assert_sound();
}

#[test]
fn a_list_is_classified_rehearsed_carried_out_and_taken_back() {
    let desk = desk();
    desk.roster(&["optout", "add", "dan@x.example"]).done();
    let list = b"NOA@x.example\n+972 52-345 6789\ndan@x.example\nnobody@y.example\nrubbish\n";
    let rehearsed = desk
        .roster_reading(&["optout", "import", "-", "--rehearse"], list)
        .done();
    assert_eq!(report(&rehearsed), [5, 3, 1, 1, 1]);
    assert_eq!(
        opt_outs(&desk, &[]),
        ["dan@x.example"],
        "a rehearsal writes nothing"
    );
    let done = desk.roster_reading(&["optout", "import", "-"], list).done();
    assert_eq!(report(&done), report(&rehearsed));
    assert_eq!(desk.stats()["opt_outs"], 4);
    assert_eq!(points(&desk.the("noa"), "email")[0].2, "opted_out");
    desk.roster(&["undo"]).done();
    assert_eq!(opt_outs(&desk, &[]), ["dan@x.example"]);
    desk.assert_sound();
}

#[test]
fn a_spreadsheet_gives_its_columns_of_phones_and_emails() {
    let desk = desk();
    let file = desk.file(
        "left.csv",
        "Member no;Name;Mail;Telefon\r\n100200300;Noa;noa@x.example;+972501234567\r\n100200301;Tal;;+972523456789\r\n",
    );
    let done = desk
        .roster(&["optout", "import", &file, "--initiative", "bounce"])
        .done();
    assert_eq!(report(&done), [3, 3, 0, 0, 0]);
    assert_eq!(opt_outs(&desk, &["--kind", "email"]), ["noa@x.example"]);
    assert_eq!(opt_outs(&desk, &["--initiative", "bounce"]).len(), 3);
    assert_eq!(
        opt_outs(&desk, &["--search", "tal only"]),
        ["+972523456789"]
    );
    assert_eq!(opt_outs(&desk, &["--limit", "1", "--offset", "2"]).len(), 1);
}

#[test]
fn whoever_comes_later_with_a_suppressed_address_is_not_written_to() {
    let desk = desk();
    desk.roster_reading(&["optout", "import", "-"], b"later@y.example\n")
        .done();
    desk.import_csv(&["Name,E-mail", "Late Comer,Later@Y.example"], &[]);
    assert_eq!(points(&desk.the("late"), "email")[0].2, "opted_out");
}

#[test]
fn an_export_tells_whom_it_left_out_and_writes_to_the_next_active_address() {
    let desk = desk();
    desk.roster(&["optout", "add", "noa@x.example"]).done();
    desk.roster(&["optout", "add", "dan@x.example", "--reason", "moved away"])
        .done();
    let (file, left) = (text(&desk.path("send.csv")), text(&desk.path("left.csv")));
    let arguments = [
        "export",
        &file,
        "--for",
        "email",
        "--fields",
        "first_name,full_name,email",
        "--left-out",
        &left,
    ];
    let answer = desk.roster(&arguments).done();
    assert_eq!(answer["contacts"], 1);
    assert_eq!(
        (
            &answer["left_out"]["opted_out"],
            &answer["left_out"]["no_address"]
        ),
        (&1.into(), &1.into())
    );
    let sent = std::fs::read_to_string(&file).unwrap();
    assert!(
        sent.contains("noa@home.example") && !sent.contains("@x.example"),
        "{sent}"
    );
    let list = std::fs::read_to_string(&left).unwrap();
    assert!(
        list.contains("Dan Katz") && list.contains("moved away") && !list.contains('@'),
        "{list}"
    );
    let refused = desk.roster(&["export", &file, "--left-out", &left]);
    assert_eq!(refused.code, 2, "without a purpose nobody is left out");
}

#[test]
fn what_is_no_phone_or_email_is_refused_with_a_hint() {
    let desk = desk();
    for value in ["rubbish", "12", "noa@"] {
        let error = desk.roster(&["optout", "add", value]).failed();
        assert_eq!(error["code"], "invalid", "{value}");
    }
    desk.roster(&["optout", "remove", "noa@x.example", "--ground", "asked"])
        .failed();
    desk.roster(&["optout", "import", &text(&desk.path("nowhere.csv"))])
        .failed();
}
