use crate::support::Desk;
use crate::support::desk::{counts, points};

const KNOWN: &[&str] = &["Name,E-mail,Mobile", "Noa Levi,noa@x.example,+972501234567"];

fn status(desk: &Desk, kind: &str) -> String {
    points(&desk.the("noa"), kind)[0].2.clone()
}

#[test]
fn a_status_column_becomes_opt_outs() {
    let desk = Desk::new();
    let lines = [
        "Name,E-mail,Status",
        "Noa,noa@x.example,unsubscribed",
        "Ines,ines@x.example,subscribed",
    ];
    let report = desk.import_csv(&lines, &["--map", "Status=status_email"]);
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    assert_eq!(
        (status(&desk, "email").as_str(), &desk.stats()["opt_outs"]),
        ("opted_out", &1.into())
    );
    assert_eq!(points(&desk.the("ines"), "email")[0].2, "active");
    let stats = desk.stats();
    assert_eq!(
        (&stats["active"], &stats["unreachable"]),
        (&1.into(), &0.into())
    );
}

#[test]
fn an_import_never_lifts_an_opt_out() {
    let desk = Desk::new();
    desk.import_csv(
        &["Name,E-mail,Status", "Noa,noa@x.example,unsubscribed"],
        &["--map", "Status=status_email"],
    );
    let lines = ["Name,E-mail,Status", "Noa,noa@x.example,subscribed"];
    for update in ["fill", "replace", "add"] {
        desk.import_csv(
            &lines,
            &["--map", "Status=status_email", "--update", update],
        );
        assert_eq!(status(&desk, "email"), "opted_out", "{update}");
    }
}

#[test]
fn an_opt_out_outlives_the_contact_and_its_next_import() {
    let desk = Desk::new();
    desk.import_csv(
        &["Name,E-mail,Status", "Noa,noa@x.example,unsubscribed"],
        &["--map", "Status=status_email"],
    );
    desk.roster(&["contact", "delete", &desk.the("noa")["id"].to_string()])
        .done();
    desk.import_csv(KNOWN, &[]);
    assert_eq!(
        (
            status(&desk, "email").as_str(),
            status(&desk, "phone").as_str()
        ),
        ("opted_out", "active")
    );
}

#[test]
fn a_file_of_unsubscribed_people_opts_them_out_in_its_mode() {
    let desk = Desk::new();
    desk.import_csv(KNOWN, &[]);
    let report = desk.import_csv(
        &["E-mail", "NOA@x.example", "nobody@x.example"],
        &["--mode", "opt-out"],
    );
    counts(&report);
    assert_eq!(report["rows"], 2);
    assert_eq!(status(&desk, "email"), "opted_out");
    assert_eq!(
        status(&desk, "phone"),
        "active",
        "only the value of the file"
    );
    let stats = desk.stats();
    assert_eq!(
        (&stats["contacts"], &stats["opt_outs"]),
        (&1.into(), &2.into()),
        "unknown values are kept"
    );
}

/// Lifting an opt-out is an act of its own with a ground (O2); taking back the file that brought it is none.
#[test]
fn undoing_an_import_keeps_the_opt_outs_that_came_with_its_contacts() {
    let desk = Desk::new();
    desk.import_csv(KNOWN, &[]);
    let lines = ["Name,E-mail,Status", "Noa,noa@x.example,unsubscribed"];
    desk.import_csv(&lines, &["--map", "Status=status_email"]);
    desk.roster(&["undo"]).done();
    assert_eq!(status(&desk, "email"), "opted_out");
}

#[test]
fn undoing_an_import_that_was_made_to_opt_out_takes_its_opt_outs_back() {
    let desk = Desk::new();
    desk.import_csv(KNOWN, &[]);
    desk.import_csv(&["E-mail", "noa@x.example"], &["--mode", "opt-out"]);
    desk.roster(&["undo"]).done();
    assert_eq!(
        (status(&desk, "email").as_str(), &desk.stats()["opt_outs"]),
        ("active", &0.into())
    );
}

#[test]
fn a_file_of_mailchimp_says_by_its_columns_that_everyone_in_it_left() {
    let desk = Desk::new();
    let lines = [
        "Email Address,First Name,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_REASON,LEID",
        "noa@x.example,Noa,2024-03-04 10:00:09,Spring news,NO_LONGER_INTERESTED,17",
        "ines@x.example,Ines,,,,18",
    ];
    let report = desk.import_csv(&lines, &[]);
    assert_eq!(
        (counts(&report), &report["opted_out"]),
        ([2, 0, 0, 0, 0], &2.into())
    );
    let all = desk.roster(&["optouts"]).json();
    let of = |name: &str| {
        let mut found = all["optouts"].as_array().unwrap().iter();
        found.find(|o| o["value"] == name).unwrap()
    };
    let noa = of("noa@x.example");
    assert_eq!(noa["since"], "2024-03-04T10:00:09Z");
    assert_eq!(noa["reason"], "NO_LONGER_INTERESTED, Spring news");
    assert_eq!(noa["initiative"], "theirs");
    assert!(
        of("ines@x.example")["reason"]
            .as_str()
            .unwrap()
            .starts_with("Import of")
    );
    assert_eq!(counts(&desk.import_csv(&lines, &[])), [0, 0, 2, 0, 0]);
}

#[test]
fn addresses_that_were_cleaned_are_bounces_and_the_user_has_the_last_word() {
    let lines = [
        "Email Address,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE",
        "noa@x.example,2024-03-04 10:00:09,Spring",
    ];
    let desk = Desk::new();
    desk.import_csv(&lines, &[]);
    let all = desk.roster(&["optouts"]).json();
    assert_eq!(
        (
            &all["optouts"][0]["initiative"],
            &all["optouts"][0]["reason"]
        ),
        (&"bounce".into(), &"Spring".into())
    );
    let desk = Desk::new();
    desk.import_csv(&lines, &["--everyone-opted-out", "no"]);
    assert_eq!(desk.stats()["opt_outs"], 0);
    desk.import_csv(
        &["E-mail", "dan@x.example"],
        &["--everyone-opted-out", "yes"],
    );
    assert_eq!(desk.stats()["opt_outs"], 1);
}
