//! `--filter`: which contacts an expression chooses, on the day that `--today` says, and how mistakes are told.

use serde_json::Value;

use crate::support::Desk;
use crate::support::desk::names;

const PEOPLE: &[&str] = &[
    "First name,Last name,Company,E-mail,Mobile,City,Country,Birthday,Groups,Tags,Lifecycle,Shelf",
    "Noa,Levi,Acme,noa@acme.example,050-123 4567,Haifa,Israel,1990-12-28,Board,\"vip, press\",customer/vip,3",
    "Inés,Vidal,Aurora,ines@aurora.example,,Sevilla,Spain,1984-02-29,Choir,press,lead/warm,12",
    "Tariq,Aziz,,,+44 7400 112233,Leeds,United Kingdom,,Choir,,,",
];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.import_csv(PEOPLE, &["--new-fields"]);
    desk
}

fn chosen(desk: &Desk, filter: &str) -> String {
    let contacts = desk.contacts(&["--filter", filter, "--sort", "first_name"]);
    let firsts: Vec<&str> = names(&contacts)
        .into_iter()
        .map(|name| name.split(' ').next().unwrap())
        .collect();
    firsts.join(" ")
}

#[test]
fn expressions_choose_contacts() {
    let desk = desk();
    for (filter, wanted) in [
        ("", "Inés Noa Tariq"),
        ("country = \"IL\"", "Noa"),
        ("country = israel or country = ES", "Inés Noa"),
        ("not (country = \"IL\")", "Inés Tariq"),
        ("tag in (\"VIP\", \"nobody\")", "Noa"),
        ("group = \"choir\" and not has email", "Tariq"),
        ("first_name = ines", "Inés"),
        ("first_name starts \"IN\"", "Inés"),
        ("organization contains \"uror\"", "Inés"),
        ("not has organization", "Tariq"),
        ("phone = \"+972 50 123 4567\"", "Noa"),
        ("phone contains \"123-4567\"", "Noa"),
        ("lifecycle = customer", "Noa"),
        ("shelf = 12", "Inés"),
        ("matches \"noa 4567\"", "Noa"),
        ("count tag >= 2", "Noa"),
        ("count phone = 0", "Inés"),
        ("birthday < 1985-01-01", "Inés"),
        ("active = yes and batch = 1", "Inés Noa Tariq"),
        ("archived = yes", ""),
    ] {
        assert_eq!(chosen(&desk, filter), wanted, "{filter}");
    }
}

#[test]
fn what_lies_around_a_contact_chooses_too() {
    let desk = desk();
    let noa = desk.the("noa")["id"].to_string();
    let change = |args: &[&str]| desk.roster(args).done();
    let acme = &change(&["orgs", "--search", "acme"])["organizations"][0]["id"];
    let sets = ["--set", "industry=Shipping", "--set", "owner=Dana"];
    change(&[&["org", "edit", &acme.to_string()], &sets[..]].concat());
    let wish = ["--initiative", "bounce", "--reason", "mailbox full"];
    change(&[&["optout", "add", "ines@aurora.example"], &wish[..]].concat());
    let consent = "content_topics=Sailing, Tea";
    change(&["contact", "edit", &noa, "--set", consent]);
    for (filter, wanted) in [
        ("organization_industry = shipping", "Noa"),
        ("organization_owner starts Da", "Noa"),
        ("organization_kind = account", "Inés Noa"),
        ("organization_kind in (agency, lead)", ""),
        ("opt_out_initiative = bounce", "Inés"),
        ("opt_out_initiative = theirs", ""),
        ("opt_out_reason contains mailbox", "Inés"),
        ("content_topics = tea", "Noa"),
        ("has file or has consent", ""),
        (
            "not has consent_refused and count file = 0",
            "Inés Noa Tariq",
        ),
    ] {
        assert_eq!(chosen(&desk, filter), wanted, "{filter}");
    }
}

#[test]
fn relative_dates_are_reckoned_from_the_day_that_is_told() {
    let desk = desk();
    let total = |today: &str, filter: &str| {
        let answer = desk
            .roster(&["--today", today, "contacts", "--filter", filter])
            .done();
        answer["total"].as_i64().unwrap()
    };
    assert_eq!(
        total("2026-12-27", "birthday anniversary within 14 days"),
        1
    );
    assert_eq!(
        total("2027-02-20", "birthday anniversary within 14 days"),
        1
    );
    assert_eq!(
        total("2026-06-01", "birthday anniversary within 14 days"),
        0
    );
    assert_eq!(total("2000-01-01", "created within 30 days"), 0);
    assert_eq!(total("2000-01-01", "created > today"), 3);
    let created = desk.the("noa")["created"].as_str().unwrap()[..10].to_owned();
    assert_eq!(total(&created, "created within last 1 day"), 3);
    assert_eq!(
        total(&created, "created = today and created >= 1 day ago"),
        3
    );
}

#[test]
fn a_mistake_is_told_with_its_position_and_what_was_expected() {
    let desk = desk();
    for (filter, position, expected) in [
        ("country = = 1", 11, "a text"),
        ("contry = IL", 1, "country"),
        ("country = IL city", 14, "and, or"),
        ("group = \"Bord\"", 9, "Board"),
        ("created > soon", 11, "a date"),
        ("(has phone", 11, "closing bracket"),
        ("batch = many", 9, "a number"),
        ("deceased = perhaps", 12, "yes or no"),
        ("has", 4, "field"),
    ] {
        let error = desk.roster(&["contacts", "--filter", filter]).failed();
        assert_eq!(error["code"], "filter", "{filter}");
        let message = error["message"].as_str().unwrap();
        assert!(
            message.contains(&format!("position {position}:")),
            "{filter}: {message}"
        );
        assert!(message.contains(expected), "{filter}: {message}");
        assert!(error["hint"].is_string());
    }
}

#[test]
fn an_export_takes_the_filter_too() {
    let desk = desk();
    let file = desk.path("o.csv");
    let args = [
        "export",
        file.to_str().unwrap(),
        "--filter",
        "has email and tag = press",
        "--fields",
        "first_name",
    ];
    let report: Value = desk.roster(&args).done();
    assert_eq!(report["contacts"], 2);
    assert_eq!(
        desk.roster(&["export", file.to_str().unwrap(), "--filter", "has"])
            .failed()["code"],
        "filter"
    );
}

#[test]
fn names_are_texts_whatever_they_hold() {
    let desk = Desk::new();
    let odd = [
        "Name,E-mail,Groups",
        "Noa,noa@x.example,\"\"\"; drop table groups; --\"",
        "Dan,dan@x.example,🎉 חגיגה",
    ];
    desk.import_csv(&odd, &[]);
    assert_eq!(
        names(&desk.contacts(&["--filter", "group = \"🎉 חגיגה\""])),
        ["Dan"]
    );
    assert_eq!(
        names(&desk.contacts(&["--filter", "group = '\"; drop table groups; --'"])),
        ["Noa"]
    );
    assert_eq!(
        names(&desk.contacts(&[
            "--filter",
            "first_name = '\"; drop table contacts' or name contains \"%\""
        ])),
        [""; 0]
    );
    desk.assert_sound();
}

#[test]
fn whom_the_office_may_reach_is_chosen_in_every_list() {
    let desk = desk();
    let change = |args: &[&str]| desk.roster(args).done();
    change(&["optout", "add", "ines@aurora.example"]);
    let tariq = desk.the("tariq")["id"].to_string();
    change(&["contact", "edit", &tariq, "--set", "do_not_contact=yes"]);
    for (filter, wanted) in [
        ("reachable_by = email", "Noa"),
        ("reachable_by in (phone, post)", "Noa"),
        ("has reachable_by", "Noa"),
        ("reachable_by != email", "Inés Tariq"),
    ] {
        assert_eq!(chosen(&desk, filter), wanted, "{filter}");
    }
    let narrowed = |more: &[&str]| {
        let contacts = desk.contacts(more);
        names(&contacts).join(", ")
    };
    assert_eq!(narrowed(&["--for", "email"]), "Noa Levi");
    let either = ["--filter", "city = Haifa or city = Leeds", "--for", "phone"];
    assert_eq!(narrowed(&either), "Noa Levi");
    let done = change(&["group", "assign", "Choir", "--for", "email"]);
    assert_eq!(done["changed"], 1, "{done}");
    let mistake = desk.roster(&["contacts", "--filter", "citty = x", "--for", "sms"]);
    let error = mistake.failed();
    assert!(
        error["message"].as_str().unwrap().contains("position 1"),
        "{error}"
    );
}
