//! Members through `roster member`, `members`, `membership-type`, `renewals` and `orders` (M1 to M4).

use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::dump::{assert_same, dump};

/// On 2026-06-15: Annual, a year from the start, 30 days of grace, 50 EUR and 20 EUR; one contact.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    desk.roster(&[
        "membership-type",
        "add",
        "Annual",
        "--term",
        "rolling:12m",
        "--grace",
        "30d",
        "--tier",
        "Adult=50.00",
        "--tier",
        "Student=20.00",
        "--currency",
        "EUR",
    ])
    .done();
    let contact = desk
        .roster(&[
            "contact",
            "add",
            "--set",
            "last_name=Levi",
            "--set",
            "email=noa@levi.example",
        ])
        .done();
    (desk, contact["id"].to_string())
}

fn on(desk: &Desk, today: &str, args: &[&str]) -> Value {
    desk.roster(&[&["--today", today], args].concat()).done()
}

/// `status start end` of the first membership.
fn told(member: &Value) -> String {
    let one = &member["memberships"][0];
    let text = |key: &str| one[key].as_str().unwrap_or("-").to_owned();
    format!("{} {} {}", text("status"), text("start"), text("end"))
}

fn enroll(desk: &Desk, id: &str, start: &str) -> Value {
    let args = [
        "member", "enroll", id, "--type", "annual", "--tier", "adult", "--start", start,
    ];
    on(desk, "2026-06-15", &args)
}

#[test]
fn a_contact_becomes_a_member_enrolls_pays_and_renews() {
    let (desk, id) = desk();
    let member = on(&desk, "2026-01-01", &["member", "convert", &id]);
    assert_eq!(
        (&member["number"], &member["joined"], &member["memberships"]),
        (&json!("1"), &json!("2026-01-01"), &json!([]))
    );
    let member = enroll(&desk, &id, "2026-01-31");
    assert_eq!(told(&member), "current 2026-01-31 2027-01-30");
    assert_eq!(member["balance"], json!({"minor": 5000, "currency": "EUR"}));
    let pay = [
        "member",
        "pay",
        &id,
        "--amount",
        "12.50",
        "--method",
        "cash",
        "--date",
        "2026-02-01",
    ];
    assert_eq!(on(&desk, "2026-06-15", &pay)["balance"]["minor"], 3750);
    let orders = on(&desk, "2026-06-15", &["orders", "--state", "part"]);
    assert_eq!(
        (&orders["total"], &orders["orders"][0]["open"]["minor"]),
        (&json!(1), &json!(3750))
    );
    // Before the end it extends from the end, in grace it starts the day after, later on the day itself.
    let renew = ["member", "renew", &id, "--type", "Annual"];
    for (today, from_to) in [
        ("2027-01-30", "current 2026-01-31 2028-01-30"),
        ("2027-03-01", "current 2027-01-31 2028-01-30"),
        ("2027-03-02", "current 2027-03-02 2028-03-01"),
    ] {
        assert_eq!(told(&on(&desk, today, &renew)), from_to, "{today}");
        desk.roster(&["undo"]).done();
    }
    desk.assert_sound();
}

#[test]
fn cancelling_suspending_and_resuming_have_their_day() {
    let (desk, id) = desk();
    on(&desk, "2026-06-15", &["member", "convert", &id]);
    enroll(&desk, &id, "2026-01-01");
    let act = |verb: &str, day: &str, today: &str| {
        told(&on(
            &desk,
            today,
            &["member", verb, &id, "--type", "Annual", "--on", day],
        ))
    };
    assert_eq!(
        act("suspend", "2026-03-01", "2026-03-01"),
        "suspended 2026-01-01 2027-01-01"
    );
    assert_eq!(
        act("resume", "2026-06-01", "2026-06-15"),
        "current 2026-01-01 2027-04-02"
    );
    assert_eq!(
        act("cancel", "2026-07-01", "2026-06-15"),
        "current 2026-01-01 2026-06-30"
    );
    let shown = on(&desk, "2026-07-01", &["member", "show", &id]);
    assert_eq!(told(&shown), "cancelled 2026-01-01 2026-06-30");
    let again = [
        "member", "enroll", &id, "--type", "Annual", "--tier", "Adult",
    ];
    let again = on(&desk, "2026-07-01", &again);
    assert_eq!(told(&again), "current 2026-07-01 2027-06-30");
}

#[test]
fn members_are_listed_by_status_type_and_end() {
    let (desk, id) = desk();
    on(&desk, "2026-06-15", &["member", "convert", &id]);
    enroll(&desk, &id, "2025-07-01");
    let made = desk
        .roster(&[
            "member",
            "create",
            "--set",
            "last_name=Aziz",
            "--joined",
            "2020-02-29",
        ])
        .done();
    assert_eq!(
        (&made["number"], &made["joined"]),
        (&json!("2"), &json!("2020-02-29"))
    );
    let total = |today: &str, args: &[&str]| {
        on(&desk, today, &[&["members"], args].concat())["total"].clone()
    };
    assert_eq!(total("2026-06-15", &[]), 2);
    assert_eq!(
        total("2026-06-15", &["--status", "current", "--type", "Annual"]),
        1
    );
    assert_eq!(total("2026-07-30", &["--status", "grace"]), 1);
    assert_eq!(total("2026-07-31", &["--status", "lapsed"]), 1);
    assert_eq!(total("2026-06-15", &["--ends-within", "15d"]), 1);
    assert_eq!(total("2026-06-15", &["--ends-within", "14d"]), 0);
    assert_eq!(total("2026-06-15", &["--filter", "last_name = Aziz"]), 1);
    assert_eq!(total("2026-06-15", &["--owing"]), 1);
    assert_eq!(desk.stats()["members"], 2);
}

#[test]
fn a_renewal_run_is_previewed_applied_and_undone() {
    let (desk, id) = desk();
    on(&desk, "2026-06-15", &["member", "convert", &id]);
    enroll(&desk, &id, "2025-07-01");
    let before = dump(&desk.workspace());
    let shown = on(&desk, "2026-06-15", &["renewals", "--ends-within", "30d"]);
    let one = &shown["renewals"][0];
    assert_eq!(
        (
            &shown["batch"],
            &one["type"],
            &one["from"],
            &one["to"],
            &one["price"]
        ),
        (
            &json!(null),
            &json!("Annual"),
            &json!("2026-07-01"),
            &json!("2027-06-30"),
            &json!({"minor": 5000, "currency": "EUR"})
        )
    );
    assert_same(&dump(&desk.workspace()), &before);
    let done = on(&desk, "2026-06-15", &["renewals", "--apply"]);
    assert_eq!(done["renewals"], shown["renewals"]);
    let again = on(&desk, "2026-06-15", &["renewals", "--apply"]);
    assert_eq!(
        (&again["batch"], &again["renewals"]),
        (&json!(null), &json!([]))
    );
    let undone = desk.roster(&["undo", &done["batch"].to_string()]).done();
    assert_eq!(undone["kept"], json!([]));
    assert_same(&dump(&desk.workspace()), &before);
}

#[test]
fn turning_a_member_back_keeps_orders_and_payments_and_says_so() {
    let (desk, id) = desk();
    on(&desk, "2026-06-15", &["member", "convert", &id]);
    enroll(&desk, &id, "2026-01-01");
    on(
        &desk,
        "2026-06-15",
        &["member", "pay", &id, "--amount", "10"],
    );
    let before = dump(&desk.workspace());
    let reverted = on(&desk, "2026-06-15", &["member", "revert", &id]);
    assert_eq!(
        reverted["kept"],
        json!({"memberships": 1, "orders": 1, "payments": 1})
    );
    assert_eq!(desk.stats()["members"], 0);
    assert_eq!(
        desk.roster(&["orders", "--contact", &id]).done()["total"],
        1
    );
    let error = desk.roster(&["member", "show", &id]).failed();
    assert_eq!(error["code"], "not_found");
    desk.roster(&["undo"]).done();
    assert_same(&dump(&desk.workspace()), &before);
}

#[test]
fn fixed_periods_pro_rata_lifetime_and_issues() {
    let (desk, id) = desk();
    on(&desk, "2026-06-15", &["member", "convert", &id]);
    let add = |name: &str, rest: &[&str]| {
        desk.roster(&[&["membership-type", "add", name, "--currency", "EUR"], rest].concat())
            .done()
    };
    add(
        "Year",
        &[
            "--term",
            "fixed:01-01",
            "--tier",
            "All=120.00",
            "--pro-rata",
            "months",
            "--roll-over",
            "10-01",
        ],
    );
    add("Life", &["--term", "lifetime"]);
    add("Paper", &["--term", "issues:2", "--tier", "Post=24"]);
    let enroll =
        |today: &str, name: &str| on(&desk, today, &["member", "enroll", &id, "--type", name]);
    let member = enroll("2026-07-15", "Year");
    assert_eq!(
        (told(&member).as_str(), &member["balance"]["minor"]),
        ("current 2026-07-15 2026-12-31", &json!(6000))
    );
    desk.roster(&["undo"]).done();
    let member = enroll("2026-10-01", "Year");
    assert_eq!(
        (told(&member).as_str(), &member["balance"]["minor"]),
        ("current 2026-10-01 2027-12-31", &json!(12000))
    );
    let member = enroll("2026-10-01", "Life");
    assert_eq!(member["memberships"][1]["end"], json!(null));
    desk.roster(&[
        "--today",
        "2026-10-01",
        "member",
        "renew",
        &id,
        "--type",
        "Life",
    ])
    .failed();
    enroll("2026-10-01", "Paper");
    on(&desk, "2026-10-20", &["membership-type", "mail", "Paper"]);
    let member = on(&desk, "2026-10-20", &["member", "show", &id]);
    assert_eq!(member["memberships"][2]["issues_left"], 1);
    let types = desk.roster(&["membership-types"]).done();
    assert_eq!(types["types"].as_array().unwrap().len(), 4);
}

#[test]
fn prices_hold_from_their_day_and_orders_stay_as_they_were_made() {
    let (desk, id) = desk();
    on(&desk, "2026-06-15", &["member", "convert", &id]);
    enroll(&desk, &id, "2026-01-01");
    let edit = [
        "membership-type",
        "edit",
        "Annual",
        "--tier",
        "Adult=60.00",
        "--from",
        "2027-01-01",
    ];
    desk.roster(&edit).done();
    let renewals = on(&desk, "2026-12-15", &["renewals"]);
    assert_eq!(renewals["renewals"][0]["price"]["minor"], 6000);
    assert_eq!(
        on(&desk, "2026-12-15", &["member", "show", &id])["balance"]["minor"],
        5000
    );
    let line = [
        "order",
        "add",
        &id,
        "--line",
        "Handbook=12.50",
        "--line",
        "Discount=-2.50",
    ];
    assert_eq!(on(&desk, "2026-12-15", &line)["balances"][0]["minor"], 6000);
    let order = desk.roster(&["orders", "--contact", &id]).done()["orders"][0]["id"].to_string();
    assert_eq!(
        on(&desk, "2026-12-15", &["order", "cancel", &order])["balances"][0]["minor"],
        5000
    );
    assert_eq!(
        on(
            &desk,
            "2026-12-15",
            &["member", "refund", &id, "--amount", "5"]
        )["balance"]["minor"],
        5500
    );
}

#[test]
fn a_bundle_is_paid_by_one_renewed_together_and_left() {
    let (desk, payer) = desk();
    let member = |name: &str| {
        let made = desk
            .roster(&["member", "create", "--set", &format!("last_name={name}")])
            .done();
        made["contact_id"].to_string()
    };
    let (mia, ben) = (member("Mia"), member("Ben"));
    let bundle = |today: &str, args: &[&str]| {
        let args = [&["member", "bundle"], args, &["--type", "Annual"]].concat();
        on(&desk, today, &args)
    };
    let add = |today: &str, id: &str| bundle(today, &["add", &payer, id, "--tier", "Student"]);
    add("2026-01-01", &mia);
    let before = dump(&desk.workspace());
    let made = add("2026-06-15", &ben);
    let whole = &made["bundle"];
    assert_eq!(
        (
            &whole["payer"],
            &whole["end"],
            &whole["members"][0]["joined"]
        ),
        (&json!("Levi"), &json!("2026-12-31"), &json!("2026-06-15"))
    );
    desk.roster(&["undo"]).done();
    assert_same(&dump(&desk.workspace()), &before);
    desk.roster(&["redo"]).done();
    let renewed = bundle("2026-12-15", &["renew", &payer]);
    assert_eq!(renewed["bundle"]["end"], "2027-12-31");
    let orders = desk.roster(&["orders", "--contact", &payer]).done();
    assert_eq!(
        (&orders["total"], &orders["orders"][0]["total"]["minor"]),
        (&json!(3), &json!(4000))
    );
    let moved = bundle("2026-12-15", &["payer", &payer, "--to", &mia]);
    assert_eq!(moved["bundle"]["payer"], "Mia");
    assert_eq!(
        bundle("2026-12-15", &["leave", &ben])["bundle"],
        json!(null)
    );
    let shown = desk.roster(&["member", "bundle", "show", &payer]).done();
    assert_eq!(shown["bundles"], json!([]));
    desk.assert_sound();
}

#[test]
fn mistakes_are_told_with_what_to_do() {
    let (desk, id) = desk();
    let said = |args: &[&str]| {
        let error = desk.roster(args).failed();
        format!("{} {}", error["message"], error["hint"])
    };
    assert!(said(&["member", "enroll", &id, "--type", "Annual"]).contains("Convert the contact"));
    assert!(said(&["member", "convert", "999"]).contains("999"));
    desk.roster(&["member", "convert", &id]).done();
    assert!(said(&["member", "convert", &id]).contains("already"));
    assert!(said(&["member", "enroll", &id, "--type", "Annual"]).contains("Adult, Student"));
    assert!(said(&["member", "enroll", &id, "--type", "Yearly"]).contains("Annual"));
    assert!(
        said(&[
            "member", "enroll", &id, "--type", "Annual", "--tier", "Child"
        ])
        .contains("Adult")
    );
    assert!(said(&["member", "renew", &id, "--type", "Annual"]).contains("Enroll first"));
    assert!(said(&["member", "pay", &id, "--amount", "ten"]).contains("12.50"));
    assert!(said(&["membership-type", "add", "annual", "--currency", "EUR"]).contains("already"));
    assert!(
        said(&[
            "membership-type",
            "add",
            "X",
            "--term",
            "yearly",
            "--currency",
            "EUR"
        ])
        .contains("rolling:12m")
    );
    for wrong in [
        &["members", "--status", "gone"][..],
        &[
            "member",
            "enroll",
            &id,
            "--type",
            "Annual",
            "--start",
            "31.12.2026",
        ],
        &["renewals", "--ends-within", "soon"],
    ] {
        assert_eq!(desk.roster(wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn jubilees_are_round_years_of_membership_and_round_birthdays_of_who_is_still_there() {
    let (desk, id) = desk();
    let make = |name: &str, birthday: &str, joined: &str| {
        let (name, birthday) = (format!("last_name={name}"), format!("birthday={birthday}"));
        let args = [
            "member", "create", "--set", &name, "--set", &birthday, "--joined", joined,
        ];
        on(&desk, "2026-06-15", &args)["contact_id"].to_string()
    };
    make("Adler", "1976-03-01", "2001-05-04");
    make("Baum", "--03-01", "1986-12-31");
    make("Cohen", "1996-02-29", "2025-01-01");
    let gone = make("Dahan", "1966-01-01", "2016-01-01");
    on(
        &desk,
        "2026-06-15",
        &["contact", "edit", &gone, "--set", "deceased=yes"],
    );
    // Joined a round number of years ago, but lapsed since.
    on(
        &desk,
        "2026-06-15",
        &["member", "convert", &id, "--joined", "2021-01-01"],
    );
    enroll(&desk, &id, "2021-01-01");
    let args = ["members", "jubilees", "--year", "2026"];
    let told = on(&desk, "2026-06-15", &args);
    let lines: Vec<String> = told["jubilees"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect();
    assert_eq!(
        lines,
        [
            "2026-02-28 Cohen birthday 30",
            "2026-03-01 Adler birthday 50",
            "2026-05-04 Adler membership 25",
            "2026-12-31 Baum membership 40",
        ]
    );
    assert_eq!((&told["year"], &told["total"]), (&json!(2026), &json!(4)));
}

fn line(one: &Value) -> String {
    let text = |key: &str| one[key].as_str().unwrap().to_owned();
    format!(
        "{} {} {} {}",
        text("on"),
        text("name"),
        text("kind"),
        one["years"]
    )
}
