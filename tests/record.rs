//! One contact through the program: every field of CLI.md set and unset by hand, its history, values of any script
//! through export and import, two hands at one contact, the archive and the trash.

use serde_json::{Value, json};

use crate::support::Desk;

/// Field, what is typed, and where it then stands in the JSON.
const FIELDS: &[(&str, &str, &str, &str)] = &[
    ("prefix", "Dr.", "/prefix", "Dr."),
    ("first_name", "Mia", "/first_name", "Mia"),
    ("middle_name", "R.", "/middle_name", "R."),
    ("last_name", "Vidal", "/last_name", "Vidal"),
    ("suffix", "Jr.", "/suffix", "Jr."),
    ("nickname", "Mimi", "/nickname", "Mimi"),
    ("full_name", "Mia Vidal", "/full_name", "Mia Vidal"),
    ("organization", "Aurora", "/organizations/0/name", "Aurora"),
    ("job_title", "CFO", "/job_title", "CFO"),
    ("department", "Finance", "/department", "Finance"),
    ("email", "mia@x.example", "/points/0/value", "mia@x.example"),
    (
        "email2",
        "mia@x.example",
        "/points/0/value",
        "mia@x.example",
    ),
    ("work_email", "mia@x.example", "/points/0/label", "work"),
    ("home_email", "mia@x.example", "/points/0/label", "home"),
    (
        "phone",
        "+34612345679",
        "/points/0/normalized",
        "+34612345679",
    ),
    (
        "phone2",
        "+34612345679",
        "/points/0/normalized",
        "+34612345679",
    ),
    ("phone_mobile", "+34612345679", "/points/0/label", "mobile"),
    ("phone_office", "+34612345679", "/points/0/label", "office"),
    ("phone_home", "+34612345679", "/points/0/label", "home"),
    ("phone_main", "+34612345679", "/points/0/label", "main"),
    ("phone_sms", "+34612345679", "/points/0/label", "sms"),
    ("fax", "+34612345679", "/points/0/kind", "fax"),
    ("website", "x.example", "/points/0/kind", "website"),
    ("skype", "mia.v", "/points/0/label", "skype"),
    ("facebook", "mia.v", "/points/0/label", "facebook"),
    ("x", "@mia", "/points/0/label", "x"),
    ("linkedin", "mia-v", "/points/0/label", "linkedin"),
    ("instagram", "mia.v", "/points/0/label", "instagram"),
    ("street", "Herzl 12", "/addresses/0/street", "Herzl 12"),
    ("street2", "2nd floor", "/addresses/0/street2", "2nd floor"),
    ("city", "Haifa", "/addresses/0/city", "Haifa"),
    ("region", "North", "/addresses/0/region", "North"),
    ("postcode", "33031", "/addresses/0/postcode", "33031"),
    ("country", "Israel", "/addresses/0/country", "IL"),
    (
        "full_address",
        "Herzl 12, Haifa",
        "/addresses/0/full_address",
        "Herzl 12, Haifa",
    ),
    ("work_city", "Haifa", "/addresses/0/label", "work"),
    ("home_postcode", "33031", "/addresses/0/label", "home"),
    ("birthday", "6.5.1984", "/birthday", "1984-05-06"),
    (
        "time_zone",
        "asia/jerusalem",
        "/time_zone",
        "Asia/Jerusalem",
    ),
    ("language", "he", "/language", "he"),
    ("lifecycle", "VIP", "/lifecycle", "customer/vip"),
    ("tags", "vip", "/tags/0", "vip"),
    ("groups", "Choir", "/groups/0", "Choir"),
    ("notes", "likes tea", "/notes", "likes tea"),
    ("source", "fair", "/source", "fair"),
    ("do_not_contact", "yes", "/do_not_contact", "true"),
    ("deceased", "yes", "/deceased", "true"),
    ("preferred_channel", "sms", "/preferred_channel", "sms"),
    (
        "contact_frequency",
        "weekly",
        "/contact_frequency",
        "weekly",
    ),
    (
        "content_topics",
        "tea, sailing",
        "/content_topics/1",
        "sailing",
    ),
];

fn id_of(contact: &Value) -> String {
    contact["id"].to_string()
}

fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

#[test]
fn every_field_is_set_and_unset_by_hand() {
    let desk = Desk::new();
    for (field, typed, place, kept) in FIELDS {
        let added = desk
            .roster(&["contact", "add", "--set", "source=hand"])
            .done();
        let id = id_of(&added);
        let set = format!("{field}={typed}");
        let contact = desk.roster(&["contact", "edit", &id, "--set", &set]).done();
        assert_eq!(text(contact.pointer(place)), *kept, "{field}");
        // A number means the second one of a kind; here it was the first.
        let unset = match *field {
            "email2" => "email",
            "phone2" => "phone",
            other => other,
        };
        let contact = desk
            .roster(&["contact", "edit", &id, "--unset", unset])
            .done();
        let left = text(contact.pointer(place));
        assert!(
            left.is_empty() || left == "false",
            "{field} is still {left}"
        );
    }
    assert_eq!(desk.roster(&["check"]).done()["ok"], true);
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    let desk = Desk::new();
    let id = id_of(
        &desk
            .roster(&["contact", "add", "--set", "first_name=Mia"])
            .done(),
    );
    for date in ["31.02.2020", "1990-13-01", "soon"] {
        let set = format!("birthday={date}");
        let error = desk
            .roster(&["contact", "edit", &id, "--set", &set])
            .failed();
        assert_eq!(error["code"], "invalid", "{date}");
    }
}

#[test]
fn the_history_tells_who_changed_what_from_what_to_what() {
    let desk = Desk::new();
    desk.import_csv(&["First name,E-mail", "Mia,mia@x.example"], &[]);
    desk.roster(&["contact", "edit", "1", "--set", "nickname=Mimi"])
        .done();
    desk.roster(&["contact", "edit", "1", "--set", "nickname=M."])
        .done();
    desk.roster(&["undo"]).done();
    let history = desk.roster(&["contact", "history", "1"]).done();
    let changes = history["changes"].as_array().unwrap();
    let told: Vec<Value> = changes
        .iter()
        .map(|c| json!([c["operation"], c["field"], c["before"], c["after"]]))
        .collect();
    assert_eq!(
        told,
        [
            json!(["undo", "nickname", "M.", "Mimi"]),
            json!(["contact_edit", "nickname", "Mimi", "M."]),
            json!(["contact_edit", "nickname", null, "Mimi"]),
            json!(["import_run", "contact", null, "Mia"]),
        ]
    );
    assert!(changes.iter().all(|c| c["at"].is_string()));
    assert_eq!(desk.roster(&["contact", "history", "99"]).code, 1);
}

#[test]
fn values_of_any_script_survive_export_and_import() {
    let desk = Desk::new();
    let long = "שורה 👩‍👩‍👧‍👦 \u{200f}(סוף)\u{200e}\nzweite Zeile, \"quoted\"; ".repeat(250);
    let notes = long.trim_end();
    let values = [
        ("first_name", "מ"),
        ("last_name", "O’Neill-\u{200f}לוי"),
        ("nickname", "🦊 Łódź 陳"),
        ("notes", notes),
        ("source", "=1+1; DROP TABLE contacts; --"),
        ("email", "mia@x.example"),
    ];
    let sets: Vec<String> = values.iter().map(|(f, v)| format!("{f}={v}")).collect();
    let mut args = vec!["contact", "add"];
    for set in &sets {
        args.extend(["--set", set.as_str()]);
    }
    desk.roster(&args).done();
    for name in ["all.xlsx", "all.csv"] {
        let file = desk.path(name).display().to_string();
        desk.roster(&["export", &file]).done();
        let other = Desk::new();
        other.roster(&["import", &file]).done();
        let contact = &other.contacts(&[])[0];
        for (field, value) in &values[..5] {
            assert_eq!(contact[field], *value, "{field} through {name}");
        }
    }
}

#[test]
fn two_hands_at_one_contact_keep_each_others_fields() {
    let desk = Desk::new();
    let id = id_of(
        &desk
            .roster(&[
                "contact",
                "add",
                "--set",
                "first_name=Mia",
                "--set",
                "tags=vip",
            ])
            .done(),
    );
    // The window holds the contact as it was and changes one field; meanwhile a script changes others.
    let fields: Vec<String> = (0..8).map(|n| format!("nickname=N{n}")).collect();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for set in &fields {
                desk.roster(&["contact", "edit", &id, "--set", set]).done();
            }
        });
        for n in 0..8 {
            let set = format!("source=S{n}");
            desk.roster(&["contact", "edit", &id, "--set", &set]).done();
        }
    });
    let contact = desk.roster(&["contact", "show", &id]).done();
    assert_eq!(contact["nickname"], "N7");
    assert_eq!(contact["source"], "S7");
    assert_eq!(contact["tags"], json!(["vip"]));
}

#[test]
fn the_trash_is_emptied_only_when_it_is_meant() {
    let desk = Desk::new();
    let id = id_of(
        &desk
            .roster(&["contact", "add", "--set", "first_name=Mia"])
            .done(),
    );
    desk.roster(&["contact", "add", "--set", "first_name=Dan"])
        .done();
    desk.roster(&["contact", "delete", &id]).done();
    assert_eq!(desk.roster(&["trash"]).done()["contacts"][0]["name"], "Mia");
    assert_eq!(desk.roster(&["trash", "empty"]).code, 2);
    assert_eq!(desk.roster(&["trash", "empty", "--yes"]).done()["count"], 1);
    assert_eq!(desk.roster(&["contact", "restore", &id]).code, 1);
    assert_eq!(desk.roster(&["stats"]).done()["trash"], 0);
    assert_eq!(desk.contacts(&[]).len(), 1);
}

#[test]
fn the_archive_steps_out_of_the_lists() {
    let desk = Desk::new();
    let id = id_of(
        &desk
            .roster(&["contact", "add", "--set", "first_name=Mia"])
            .done(),
    );
    let archived = desk.roster(&["contact", "archive", &id]).done();
    assert!(archived["archived"].is_string());
    assert!(desk.contacts(&[]).is_empty());
    desk.roster(&["undo"]).done();
    assert_eq!(desk.contacts(&[]).len(), 1);
    desk.roster(&["contact", "archive", &id]).done();
    desk.roster(&["contact", "unarchive", &id]).done();
    assert_eq!(desk.contacts(&[]).len(), 1);
}
