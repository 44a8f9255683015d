//! CLI.md command by command: exit code, one JSON document, the promised keys. What the answers mean is the other
//! modules' matter.

use serde_json::Value;

use crate::support::{Answer, Desk};

const PEOPLE: &str = "First name,Last name,Company,E-mail,Mobile,City,Postcode,Country,Birthday,Groups,Shelf\n\
    Ines,Vidal,Aurora,ines@aurora.example,+34 612 345 678,Sevilla,41001,Spain,1984-05-06,Choir,3\n\
    Tariq,Aziz,Aurora,tariq@aurora.example,+44 7400 112233,Leeds,LS1 4AP,United Kingdom,1990-07-08,Choir,4\n\
    No,Point,,,,,,,,,\n";

const IMPORT: &[&str] = &[
    "file",
    "format",
    "sheet",
    "encoding",
    "delimiter",
    "dialect",
    "mapping.0.column",
    "mapping.0.position",
    "mapping.0.field",
    "mapping.0.confidence",
    "rows",
    "created",
    "updated",
    "unchanged",
    "duplicates",
    "rejected",
    "reasons",
    "repaired",
    "rejects_file",
    "seconds",
];

const CONTACT: &[&str] = &[
    "id",
    "uid",
    "name",
    "first_name",
    "last_name",
    "active",
    "points.0.kind",
    "points.0.label",
    "points.0.value",
    "points.0.normalized",
    "points.0.status",
    "points.0.primary",
    "addresses.0.label",
    "addresses.0.street",
    "addresses.0.city",
    "addresses.0.region",
    "addresses.0.postcode",
    "addresses.0.country",
    "addresses.0.primary",
    "organizations.0.id",
    "organizations.0.kind",
    "organizations.0.name",
    "organizations.0.role",
    "organizations.0.title",
    "organizations.0.department",
    "groups",
    "tags",
    "lifecycle",
    "fields",
    "created",
    "changed",
];

const STATS: &[&str] = &[
    "contacts",
    "active",
    "unreachable",
    "organizations",
    "members",
    "groups",
    "opt_outs",
    "trash",
];

/// Follows a key such as `contacts.0.points` and fails where it leads nowhere.
#[track_caller]
fn assert_keys(answer: &Value, keys: &[&str]) {
    for key in keys {
        let pointer = format!("/{}", key.replace('.', "/"));
        assert!(answer.pointer(&pointer).is_some(), "no {key} in {answer:#}");
    }
}

fn imported() -> (Desk, String) {
    let desk = Desk::new();
    let file = desk.file("people.csv", PEOPLE);
    desk.roster(&["import", &file, "--group", "From file"])
        .done();
    (desk, file)
}

fn id_of(desk: &Desk, search: &str) -> String {
    desk.the(search)["id"].to_string()
}

#[test]
fn preview_shows_what_was_detected() {
    let desk = Desk::new();
    let preview = desk
        .roster(&["preview", &desk.file("people.csv", PEOPLE)])
        .done();
    assert_keys(
        &preview,
        &[
            "format",
            "sheets",
            "sheet",
            "encoding",
            "delimiter",
            "header_row",
            "dialect",
            "columns.0.position",
            "columns.0.column",
            "columns.0.field",
            "columns.0.confidence",
            "columns.0.samples",
            "rows.0.0",
        ],
    );
    assert_eq!(preview["format"], "csv");
    assert_eq!(preview["delimiter"], ",");
    assert_eq!(preview["header_row"], 1);
    assert!(!desk.workspace().exists(), "looking makes nothing");
}

#[test]
fn import_answers_counts_and_mapping() {
    let desk = Desk::new();
    let file = desk.file("people.csv", PEOPLE);
    let rejects = desk.path("rejects.csv");
    let report = desk
        .roster(&[
            "import",
            &file,
            "--group",
            "From file",
            "--rejects",
            rejects.to_str().unwrap(),
        ])
        .done();
    assert_keys(&report, IMPORT);
    assert_keys(&report, &["batch"]);
    assert_eq!(
        (&report["rows"], &report["created"], &report["rejected"]),
        (&3.into(), &2.into(), &1.into())
    );
    assert_eq!(
        report["reasons"],
        serde_json::json!({ "no_contact_point": 1 })
    );
    assert!(rejects.exists());
    assert_eq!(
        report["mapping"][10]["field"], "ignore",
        "a column without a field is listed"
    );
}

#[test]
fn a_rehearsal_answers_the_same_without_a_batch() {
    let desk = Desk::new();
    let report = desk
        .roster(&["import", &desk.file("people.csv", PEOPLE), "--rehearse"])
        .done();
    assert_keys(&report, IMPORT);
    assert_eq!(report["created"], 2);
    assert!(!desk.workspace().exists(), "a rehearsal writes nothing");
}

#[test]
fn standard_input_is_imported() {
    let desk = Desk::new();
    let report = desk
        .roster_reading(&["import", "-", "--format", "csv"], PEOPLE.as_bytes())
        .done();
    assert_keys(&report, IMPORT);
    assert_eq!(report["created"], 2);
}

#[test]
fn a_missing_file_fails_with_words_and_makes_no_workspace() {
    let desk = Desk::new();
    let error = desk
        .roster(&["import", desk.path("nowhere.xlsx").to_str().unwrap()])
        .failed();
    assert_keys(&error, &["code", "message", "hint"]);
    assert!(!desk.workspace().exists());
}

#[test]
fn contacts_are_listed_whole() {
    let (desk, _) = imported();
    let answer = desk
        .roster(&[
            "contacts", "--search", "ines", "--sort", "name", "--limit", "5", "--offset", "0",
        ])
        .done();
    assert_keys(&answer, &["total"]);
    assert_keys(&answer["contacts"][0], CONTACT);
    let shown = desk
        .roster(&["contact", "show", &id_of(&desk, "ines")])
        .done();
    assert_eq!(shown, answer["contacts"][0]);
}

#[test]
fn an_unknown_contact_or_group_is_not_found() {
    let (desk, _) = imported();
    for args in [
        &["contact", "show", "999999"][..],
        &["contact", "delete", "999999"],
        &["contact", "edit", "999999", "--set", "city=Leeds"],
        &["contacts", "--group", "Nobody"],
    ] {
        assert_eq!(desk.roster(args).failed()["code"], "not_found", "{args:?}");
    }
}

#[test]
fn groups_fields_and_stats() {
    let (desk, _) = imported();
    let groups = desk.roster(&["groups"]).done();
    assert_keys(
        &groups["groups"][0],
        &[
            "id", "name", "category", "type", "kind", "active", "total", "created",
        ],
    );
    let fields = desk.roster(&["fields"]).done();
    assert_keys(&fields["fields"][0], &["code", "label", "type", "custom"]);
    let stats = desk.stats();
    assert_keys(&stats, STATS);
    assert_eq!(
        (&stats["contacts"], &stats["groups"]),
        (&2.into(), &2.into())
    );
}

#[test]
fn export_answers_who_was_left_out() {
    let (desk, _) = imported();
    let report = desk
        .roster(&["export", desk.path("o.xlsx").to_str().unwrap()])
        .done();
    assert_keys(
        &report,
        &[
            "file",
            "contacts",
            "left_out.opted_out",
            "left_out.do_not_contact",
            "left_out.deceased",
            "left_out.no_address",
            "seconds",
        ],
    );
    let csv = desk.path("o.csv");
    let args = [
        "export",
        csv.to_str().unwrap(),
        "--group",
        "Choir",
        "--fields",
        "first_name,email,phone",
    ];
    assert_eq!(desk.roster(&args).done()["contacts"], 2);
}

#[test]
fn deleting_undoing_and_redoing_one_contact() {
    let (desk, _) = imported();
    let id = id_of(&desk, "ines");
    assert_keys(&desk.roster(&["contact", "delete", &id]).done(), CONTACT);
    assert_eq!(
        (&desk.stats()["contacts"], &desk.stats()["trash"]),
        (&1.into(), &1.into())
    );
    let undone = desk.roster(&["undo"]).done();
    assert_keys(&undone, &["batch", "reversed", "kept"]);
    assert_eq!(desk.stats()["contacts"], 2);
    desk.roster(&["redo"]).done();
    assert_eq!(desk.stats()["contacts"], 1);
    assert_keys(&desk.roster(&["contact", "restore", &id]).done(), CONTACT);
    assert_eq!(desk.stats()["contacts"], 2);
}

#[test]
fn adding_and_editing_one_contact() {
    let desk = Desk::new();
    let set = |set: &'static str| ["--set", set];
    let args = [
        &["contact", "add"][..],
        &set("first_name=Mia"),
        &set("email=mia@x.example"),
    ]
    .concat();
    let added = desk.roster(&args).done();
    assert_keys(
        &added,
        &["id", "uid", "name", "points.0.normalized", "created"],
    );
    let id = added["id"].to_string();
    let args = [
        &["contact", "edit", &id][..],
        &set("tags=vip,press"),
        &set("city=Leeds"),
    ]
    .concat();
    let edited = desk.roster(&args).done();
    assert_eq!(edited["tags"].as_array().unwrap().len(), 2);
    assert_eq!(edited["addresses"][0]["city"], "Leeds");
    let edited = desk
        .roster(&["contact", "edit", &id, "--unset", "city"])
        .done();
    assert_eq!(edited["addresses"], serde_json::json!([]));
    let wrong = desk.roster(&["contact", "edit", &id, "--set", "birthday=31.02.2020"]);
    assert_keys(&wrong.failed(), &["code", "message"]);
}

#[test]
fn batches_and_check() {
    let (desk, _) = imported();
    let batches = desk.roster(&["batches"]).done();
    assert_keys(
        &batches,
        &[
            "batches.0.batch",
            "batches.0.at",
            "batches.0.operation",
            "batches.0.import.rows",
        ],
    );
    let check = desk.roster(&["check"]).done();
    assert_eq!(check, serde_json::json!({ "ok": true, "problems": [] }));
}

#[test]
fn reading_commands_do_not_make_a_workspace() {
    let desk = Desk::new();
    let file = desk.path("o.csv");
    for args in [
        &["contacts"][..],
        &["contact", "show", "1"],
        &["groups"],
        &["fields"],
        &["stats"],
        &["batches"],
        &["check"],
        &["undo"],
        &["export", file.to_str().unwrap()],
    ] {
        assert_eq!(
            desk.roster(args).failed()["code"],
            "no_workspace",
            "{args:?}"
        );
    }
    assert!(!desk.workspace().exists());
    assert!(!file.exists());
}

#[test]
fn wrong_usage_exits_with_2_and_says_so_in_json() {
    let desk = Desk::new();
    // Which fields there are to sort by is for the workspace to say.
    desk.import_csv(&["First name,E-mail", "Noa,noa@x.example"], &[]);
    for args in [
        &["bogus"][..],
        &["import"],
        &["contacts", "--sort", "shoe"],
        &["import", "a.csv", "--date-order", "XYZ"],
        &["import", "a.csv", "b.csv", "--rejects", "r.csv"],
        &["contact", "edit", "1"],
    ] {
        let Answer { code, stderr, .. } = &desk.roster(args);
        assert_eq!(*code, 2, "{args:?}");
        assert!(!stderr.is_empty());
        assert_eq!(
            desk.roster(args).json()["error"]["code"],
            "usage",
            "{args:?}"
        );
    }
}
