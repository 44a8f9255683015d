//! Accounts, agencies and leads through `roster org` and `roster orgs` (A1, A2, A5, R8).

mod in_files;

use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::dump::{assert_same, dump};

const AURORA: &[&str] = &[
    "org",
    "add",
    "Aurora",
    "--kind",
    "lead",
    "--set",
    "number=K-1042",
    "--set",
    "website=https://aurora.example",
    "--set",
    "industry=Travel",
    "--set",
    "size=50 to 249",
    "--set",
    "owner=Mia",
    "--set",
    "notes=Pays late \u{200f}🙂",
    "--set",
    "phone=+34 954 123 456",
    "--set",
    "email=hola@aurora.example",
    "--set",
    "street=Calle Sierpes 1",
    "--set",
    "city=Sevilla",
    "--set",
    "region=Andalucía",
    "--set",
    "postcode=41004",
    "--set",
    "country=Spain",
];

/// Two contacts of Aurora, which is a lead with everything that an organization can hold.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.roster(AURORA).done();
    let people = [
        "Name,E-mail,Company",
        "Ines Vidal,ines@x.example,Aurora",
        "Omar Said,omar@x.example,Aurora",
    ];
    desk.import_csv(&people, &[]);
    desk
}

fn orgs(desk: &Desk, options: &[&str]) -> Vec<Value> {
    let answer = desk.roster(&[&["orgs"], options].concat()).done();
    answer["organizations"].as_array().unwrap().clone()
}

fn names(rows: &[Value]) -> Vec<&str> {
    rows.iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect()
}

#[test]
fn the_list_has_the_promised_keys_and_true_counts() {
    let desk = desk();
    desk.roster(&[
        "org",
        "add",
        "Aurora Norte",
        "--kind",
        "agency",
        "--set",
        "parent=Aurora",
    ])
    .done();
    let rows = orgs(&desk, &[]);
    assert_eq!(names(&rows), ["Aurora", "Aurora Norte"]);
    assert_eq!(
        (
            &rows[0]["kind"],
            &rows[0]["contacts"],
            &rows[0]["parent_id"]
        ),
        (&json!("lead"), &json!(2), &Value::Null)
    );
    assert_eq!(
        (&rows[1]["parent_id"], &rows[1]["parent"]),
        (&rows[0]["id"], &json!("Aurora"))
    );
    assert_eq!(names(&orgs(&desk, &["--kind", "agency"])), ["Aurora Norte"]);
    assert_eq!(
        names(&orgs(&desk, &["--search", "k-1042 sevil"])),
        ["Aurora"]
    );
    assert_eq!(
        names(&orgs(&desk, &["--sort", "name:desc", "--limit", "1"])),
        ["Aurora Norte"]
    );
    let past = desk.roster(&["orgs", "--offset", "7"]).done();
    assert_eq!(
        (&past["total"], &past["organizations"]),
        (&json!(2), &json!([]))
    );
    assert_eq!(desk.stats()["organizations"], 2);
    desk.assert_sound();
}

#[test]
fn everything_given_is_shown_and_can_be_emptied() {
    let desk = desk();
    let shown = desk.roster(&["org", "show", "1"]).done();
    assert_eq!(shown["notes"], "Pays late \u{200f}🙂");
    assert_eq!(shown["points"][0]["normalized"], "+34954123456");
    assert_eq!(shown["addresses"][0]["country"], "ES");
    let edit = [
        "org",
        "edit",
        "1",
        "--set",
        "name=Boreal",
        "--unset",
        "owner",
        "--unset",
        "phone",
    ];
    let edited = desk.roster(&edit).done();
    assert_eq!(
        (&edited["name"], &edited["owner"]),
        (&json!("Boreal"), &Value::Null)
    );
    assert_eq!(edited["points"].as_array().unwrap().len(), 2);
    assert_eq!(
        desk.find("boreal").len(),
        2,
        "contacts are found by the new name"
    );
    assert_eq!(desk.find("aurora").len(), 0);
    desk.assert_sound();
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let desk = desk();
    desk.roster(&["org", "add", "Below", "--set", "parent=1"])
        .done();
    let before = dump(&desk.workspace());
    for args in [
        &["org", "edit", "1", "--set", "parent=2"][..],
        &["org", "edit", "1", "--set", "parent=Nowhere"],
        &["org", "edit", "1", "--set", "name= "],
        &["org", "edit", "1", "--set", "first_name=Mia"],
        &["org", "convert", "2"],
        &["org", "show", "99"],
        &["org", "delete", "99"],
        &["org", "restore", "1"],
    ] {
        desk.roster(args).failed();
    }
    assert_eq!(desk.roster(&["org", "add", "X", "--kind", "club"]).code, 2);
    assert_same(&before, &dump(&desk.workspace()));
}

#[test]
fn converting_deleting_and_restoring_are_undone_exactly() {
    let desk = desk();
    for args in [&["org", "convert", "1"][..], &["org", "delete", "1"]] {
        let before = dump(&desk.workspace());
        desk.roster(args).done();
        let after = dump(&desk.workspace());
        desk.roster(&["undo"]).done();
        assert_same(&before, &dump(&desk.workspace()));
        desk.roster(&["redo"]).done();
        assert_same(&after, &dump(&desk.workspace()));
    }
    assert_eq!(desk.the("ines")["organizations"], json!([]));
    assert_eq!(names(&orgs(&desk, &["--trash"])), ["Aurora"]);
    desk.roster(&["org", "restore", "1"]).done();
    assert_eq!(desk.the("ines")["organizations"][0]["kind"], "account");
    desk.assert_sound();
}

#[test]
fn contacts_must_belong_to_an_organization_where_the_workspace_says_so() {
    let desk = desk();
    assert_eq!(
        desk.roster(&["settings"]).done()["organization_required"],
        false
    );
    desk.roster(&["settings", "--set", "organization_required=yes"])
        .done();
    let alone = desk
        .roster(&["contact", "add", "--set", "first_name=Noa"])
        .failed();
    assert_eq!(alone["code"], "invalid");
    let tied = [
        "contact",
        "add",
        "--set",
        "first_name=Noa",
        "--set",
        "organization=New one",
    ];
    let id = desk.roster(&tied).done()["id"].to_string();
    desk.roster(&["contact", "edit", &id, "--unset", "organization"])
        .failed();
    desk.roster(&["org", "delete", "1"]).failed();
    desk.roster(&["settings", "--set", "organization_required=no"])
        .done();
    desk.roster(&["contact", "edit", &id, "--unset", "organization"])
        .done();
    assert_eq!(desk.roster(&["settings"]).done()["country"], Value::Null);
}

#[test]
fn an_import_gives_rows_without_an_organization_the_chosen_one() {
    let desk = Desk::new();
    desk.roster(&["settings", "--set", "organization_required=yes"])
        .done();
    let people = [
        "Name,E-mail,Company",
        "Ines,ines@x.example,Aurora",
        "Omar,omar@x.example,",
    ];
    let report = desk.import_csv(&people, &[]);
    assert_eq!(report["reasons"], json!({"no_organization": 1}));
    let report = desk.import_csv(&people, &["--organization", "Third"]);
    assert_eq!(
        (&report["created"], &report["rejected"]),
        (&json!(1), &json!(0))
    );
    assert_eq!(desk.the("omar")["organizations"][0]["name"], "Third");
    assert_eq!(desk.the("ines")["organizations"][0]["name"], "Aurora");
    desk.assert_sound();
}

#[test]
fn the_trash_of_organizations_is_emptied_when_it_is_meant() {
    let desk = desk();
    desk.roster(&["org", "add", "Kept"]).done();
    desk.roster(&["org", "delete", "1"]).done();
    desk.roster(&["contact", "delete", "2"]).done();
    assert_eq!(desk.roster(&["trash", "empty", "--organizations"]).code, 2);
    let only = &["trash", "empty", "--yes", "--organizations"];
    let emptied = desk.roster(only).done();
    assert_eq!(
        (&emptied["count"], &emptied["organizations"]),
        (&json!(1), &json!(1))
    );
    desk.roster(&["org", "show", "1"]).failed();
    assert_eq!(desk.the("ines")["organizations"], json!([]));
    assert_eq!(
        (desk.stats()["trash"].clone(), names(&orgs(&desk, &[]))),
        (json!(1), vec!["Kept"])
    );
    desk.roster(&["org", "delete", "2"]).done();
    let emptied = desk.roster(&["trash", "empty", "--yes"]).done();
    assert_eq!(
        (&emptied["count"], &emptied["organizations"]),
        (&json!(2), &json!(1))
    );
    desk.assert_sound();
}

#[test]
fn deleting_one_above_others_says_that_they_stay() {
    let desk = desk();
    desk.roster(&["org", "add", "Norte", "--set", "parent=Aurora"])
        .done();
    let told = desk.told(&["org", "delete", "1"]).stdout;
    assert!(
        told.contains("The organization below it stands by itself now."),
        "{told}"
    );
    assert_eq!(orgs(&desk, &[])[0]["parent_id"], Value::Null);
    desk.roster(&["org", "restore", "1"]).done();
    assert_eq!(orgs(&desk, &["--search", "norte"])[0]["parent_id"], 1);
}

#[test]
fn fields_of_many_are_set_at_once_and_taken_back() {
    let desk = desk();
    for name in ["Boreal", "Cirrus"] {
        desk.roster(&["org", "add", name, "--kind", "lead"]).done();
    }
    desk.roster(&[
        "field",
        "add",
        "Fleet",
        "--type",
        "number",
        "--for",
        "organization",
    ])
    .done();
    let before = dump(&desk.workspace());
    let set = &[
        "org",
        "bulk",
        "--kind",
        "lead",
        "--search",
        "r",
        "--set",
        "owner=Noa",
        "--set",
        "fleet=3",
    ];
    let nobody = desk.roster(set).done();
    assert_eq!(
        (&nobody["batch"], &nobody["count"]),
        (&Value::Null, &json!(0)),
        "no word begins so"
    );
    let set = &[
        "org",
        "bulk",
        "--kind",
        "lead",
        "--set",
        "owner=Noa",
        "--set",
        "fleet=3",
    ];
    assert_eq!(desk.roster(set).done()["count"], 3);
    let shown = desk.roster(&["org", "show", "3"]).done();
    assert_eq!(
        (&shown["owner"], &shown["fields"]["fleet"]),
        (&json!("Noa"), &json!("3"))
    );
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    for wrong in ["name=Same", "kind=club", "parent=Aurora", "phone=050"] {
        desk.roster(&["org", "bulk", "--set", wrong]).failed();
    }
    assert_eq!(desk.roster(&["org", "bulk"]).code, 2);
    assert_same(&before, &dump(&desk.workspace()));
}

#[test]
fn the_history_tells_who_changed_what_on_an_organization() {
    let desk = desk();
    desk.roster(&["org", "edit", "1", "--set", "industry=Film"])
        .done();
    desk.roster(&["org", "edit", "1", "--unset", "phone"])
        .done();
    let history = desk.roster(&["org", "history", "1"]).done();
    let changes = history["changes"].as_array().unwrap();
    let of = |place: usize| {
        let keys = ["operation", "field", "before", "after"];
        keys.map(|key| changes[place][key].clone())
    };
    let phone = [
        json!("organization_edit"),
        json!("phone"),
        json!("+34 954 123 456"),
        json!(null),
    ];
    assert_eq!(of(0), phone);
    let industry = [
        json!("organization_edit"),
        json!("industry"),
        json!("Travel"),
        json!("Film"),
    ];
    assert_eq!(of(1), industry);
    assert_eq!(changes.last().unwrap()["after"], "Aurora");
    assert!(
        changes
            .iter()
            .all(|change| change["at"].is_string() && change.get("by").is_some())
    );
    assert_eq!(desk.roster(&["org", "history", "99"]).code, 1);
}
