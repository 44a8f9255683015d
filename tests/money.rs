//! The money of members through `roster orders …`: statements of the bank.

use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::dump::{assert_same, dump};

/// Noa Levi owes 40 EUR and Max Weber 25.50 EUR: orders 1 and 2.
fn desk() -> Desk {
    let desk = Desk::new();
    for (first, last, amount) in [("Noa", "Levi", "40.00"), ("Max", "Weber", "25.50")] {
        let first_name = format!("first_name={first}");
        let last_name = format!("last_name={last}");
        let email = format!("email={first}@x.example");
        let add = [
            "contact",
            "add",
            "--set",
            &first_name,
            "--set",
            &last_name,
            "--set",
            &email,
        ];
        let contact = desk.roster(&add).done()["id"].to_string();
        let line = format!("Dues={amount}");
        desk.roster(&[
            "order",
            "add",
            &contact,
            "--line",
            &line,
            "--currency",
            "EUR",
            "--date",
            "2026-06-01",
        ])
        .done();
    }
    desk
}

const CSV: &str = "Date,Name,Reference,Amount,Currency\n2026-06-10,Levi Noa,dues,40.00,EUR\n2026-06-11,Weber GmbH,order 2,20.00,EUR\n2026-06-12,Shop,rent,-9.00,EUR\n";

fn open(desk: &Desk) -> Vec<Value> {
    let orders = desk.roster(&["orders"]).done()["orders"].clone();
    let orders = orders.as_array().unwrap().iter().rev();
    orders.map(|order| order["open"]["minor"].clone()).collect()
}

#[test]
fn a_statement_of_the_bank_is_matched_booked_once_and_undone() {
    let desk = desk();
    let path = desk.file("june.csv", CSV);
    let shown = desk.roster(&["orders", "statement", &path]).done();
    assert_eq!(
        (
            &shown["credits"],
            &shown["sure"],
            &shown["outgoing"],
            &shown["booking"]
        ),
        (&json!(2), &json!(1), &json!(1), &Value::Null)
    );
    let first = &shown["lines"][0]["proposals"][0];
    assert_eq!(first["reasons"], json!(["payer", "amount"]));
    assert_eq!(
        shown["lines"][1]["proposals"][0]["reasons"],
        json!(["order", "part"])
    );
    assert_eq!(open(&desk), [4000, 2550]);

    let before = dump(&desk.workspace());
    let done = desk
        .roster(&["orders", "statement", &path, "--apply", "--book", "2=2"])
        .done();
    assert_eq!(done["booking"]["payments"], 2);
    assert_eq!(open(&desk), [0, 550]);
    let again = desk
        .roster(&["orders", "statement", &path, "--apply"])
        .done();
    assert_eq!(
        (&again["credits"], &again["booked"]),
        (&json!(0), &json!(2))
    );
    assert_eq!(again["booking"]["payments"], 0);
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    desk.assert_sound();
}

#[test]
fn hostile_and_foreign_files_are_refused_clearly() {
    let desk = desk();
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa">]><Document>&a;</Document>"#;
    for (name, text, code) in [
        ("bomb.xml", bomb, "unsupported_format"),
        (
            "feed.xml",
            "<?xml version=\"1.0\"?><feed/>",
            "unsupported_format",
        ),
        ("people.csv", "First name,Last name\nNoa,Levi\n", "invalid"),
    ] {
        let path = desk.file(name, text);
        let refused = desk
            .roster(&["orders", "statement", &path, "--apply"])
            .failed();
        assert_eq!(refused["code"], code, "{name}");
    }
    let path = desk.file("june.csv", CSV);
    let refused = desk
        .roster(&["orders", "statement", &path, "--book", "9=1"])
        .failed();
    assert_eq!(refused["code"], "not_found");
}

#[test]
fn codes_give_discounts_until_the_invoice() {
    let desk = desk();
    let none = desk.roster(&["orders", "codes"]).done();
    assert_eq!(none, json!({"codes": []}));
    let args = [
        "orders",
        "code",
        "add",
        "SUMMER",
        "--percent",
        "10",
        "--uses",
        "1",
        "--until",
        "2030-12-31",
    ];
    let made = desk.roster(&args).done();
    assert_eq!(
        (&made["code"]["percent"], &made["code"]["used"]),
        (&json!(10), &json!(0))
    );
    let before = dump(&desk.workspace());
    desk.roster(&["order", "discount", "1", "--code", "summer"])
        .done();
    assert_eq!(open(&desk), [3600, 2550]);
    let refused = desk
        .roster(&["order", "discount", "2", "--code", "SUMMER"])
        .failed();
    assert!(refused["message"].as_str().unwrap().contains("1 times"));
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    desk.roster(&[
        "order", "discount", "2", "--amount", "5.50", "--text", "Goodwill",
    ])
    .done();
    assert_eq!(open(&desk), [4000, 2000]);
    let paper = desk.path("i.pdf").to_string_lossy().into_owned();
    desk.roster(&["order", "invoice", "2", &paper]).done();
    desk.roster(&["order", "discount", "2", "--percent", "10"])
        .failed();
    assert_eq!(open(&desk), [4000, 2000]);

    desk.roster(&["orders", "code", "edit", "summer", "--retire"])
        .done();
    desk.roster(&["order", "discount", "1", "--code", "SUMMER"])
        .failed();
    desk.roster(&[
        "orders", "code", "edit", "summer", "--resume", "--uses", "2",
    ])
    .done();
    let contact = desk.roster(&["orders"]).done()["orders"][0]["contact_id"].to_string();
    let add = [
        "order",
        "add",
        &contact,
        "--line",
        "Book=20",
        "--currency",
        "EUR",
        "--code",
        "SUMMER",
    ];
    let added = desk.roster(&add).done();
    assert_eq!(added["orders"][0]["total"]["minor"], 1800);
    desk.assert_sound();
}

#[test]
fn what_is_overdue_is_dunned_level_by_level() {
    let desk = desk();
    let levels = desk.roster(&["orders", "dunning-levels"]).done();
    assert_eq!(
        (&levels["due_days"], &levels["levels"][2]["days"]),
        (&json!(14), &json!(35))
    );
    desk.roster(&[
        "orders",
        "dunning-levels",
        "--due",
        "10d",
        "--level",
        "5d=Reminder",
        "--level",
        "15d=Demand",
    ])
    .done();
    let on = |today: &str, args: &[&str]| desk.roster(&[&["--today", today], args].concat()).done();
    assert_eq!(on("2026-06-15", &["orders", "dunning"])["total"], 0);
    let due = on("2026-06-16", &["orders", "dunning"]);
    assert_eq!((&due["total"], &due["done"]), (&json!(2), &Value::Null));
    assert_eq!(due["levels"][0]["totals"][0]["minor"], 6550);
    let before = dump(&desk.workspace());
    let paper = desk.path("letters.pdf").to_string_lossy().into_owned();
    let run = [
        "orders",
        "dunning",
        "--order",
        "1",
        "--apply",
        "--letters",
        &paper,
    ];
    let done = on("2026-06-16", &run);
    assert_eq!(
        (&done["done"]["letters"], &done["done"]["orders"]),
        (&json!(1), &json!(1))
    );
    assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF"));
    let left = on("2026-06-17", &["orders", "dunning"]);
    assert_eq!(
        (&left["total"], &left["due"][0]["order"]),
        (&json!(1), &json!(2))
    );
    let second = on("2026-06-26", &["orders", "dunning", "--level", "2"]);
    assert_eq!(
        (&second["due"][0]["order"], &second["due"][0]["reached"]),
        (&json!(1), &json!(1))
    );
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    desk.assert_sound();
}

#[test]
fn what_was_issued_is_listed_and_written_again() {
    let desk = desk();
    let paper = |name: &str| desk.path(name).to_string_lossy().into_owned();
    desk.roster(&["order", "invoice", "1", &paper("a.pdf")])
        .done();
    desk.roster(&["order", "cancel", "1"]).done();
    let all = desk.roster(&["orders", "documents"]).done();
    assert_eq!(all["total"], 2);
    let [credit, invoice] = [&all["documents"][0], &all["documents"][1]];
    assert_eq!(
        (
            &credit["kind"],
            &credit["number"],
            &credit["amount"]["minor"],
            &credit["name"]
        ),
        (
            &json!("credit_note"),
            &json!(2),
            &json!(-4000),
            &json!("Noa Levi")
        )
    );
    assert_eq!(
        (&invoice["kind"], &invoice["taken_back"]),
        (&json!("invoice"), &json!(true))
    );
    let only = [
        "orders",
        "documents",
        "--kind",
        "credit-note",
        "--search",
        "levi",
    ];
    assert_eq!(desk.roster(&only).done()["total"], 1);
    let id = credit["id"].to_string();
    let saved = desk
        .roster(&["orders", "document", &id, &paper("b.pdf")])
        .done();
    assert_eq!(
        (&saved["number"], &saved["issued"]),
        (&json!(2), &json!(false))
    );
    assert!(std::fs::read(paper("b.pdf")).unwrap().starts_with(b"%PDF"));
    let refused = desk
        .roster(&["orders", "document", "99", &paper("c.pdf")])
        .failed();
    assert_eq!(refused["code"], "not_found");
}
