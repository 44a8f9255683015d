//! Members come in from a file and leave with one (M1, M2): the same wizard, the same undo, and never an order.

use serde_json::{Value, json};

use crate::support::Desk;
use crate::support::desk::counts;
use crate::support::dump::{assert_same, dump, rows};

const TODAY: [&str; 2] = ["--today", "2026-11-22"];

/// Annual with two tiers, Life without any, Journal of twelve issues.
fn desk() -> Desk {
    let desk = Desk::new();
    for (name, term, more) in [
        (
            "Annual",
            "rolling:12m",
            &["--tier", "Adult=50.00", "--tier", "Student=20.00"][..],
        ),
        ("Life", "lifetime", &[]),
        ("Journal", "issues:12", &["--tier", "Post=30.00"]),
    ] {
        let add = [
            "membership-type",
            "add",
            name,
            "--term",
            term,
            "--currency",
            "EUR",
        ];
        desk.roster(&[&add, more].concat()).done();
    }
    desk
}

fn import(desk: &Desk, lines: &[&str], options: &[&str]) -> Value {
    desk.import_csv(lines, &[&TODAY, options].concat())
}

fn members(desk: &Desk) -> Vec<Value> {
    let members = desk.roster(&[&TODAY[..], &["members"]].concat()).done();
    members["members"].as_array().unwrap().clone()
}

/// `number joined: type tier start end status; …` of each member, by name.
fn told(desk: &Desk) -> Vec<String> {
    let one = |membership: &Value| {
        let text = |key: &str| membership[key].as_str().unwrap_or("-").to_owned();
        ["type", "tier", "start", "end", "status"]
            .map(text)
            .join(" ")
    };
    let line = |member: &Value| {
        let all: Vec<String> = member["memberships"]
            .as_array()
            .unwrap()
            .iter()
            .map(one)
            .collect();
        let text = |key: &str| member[key].as_str().unwrap().to_owned();
        format!(
            "{} {} {}: {}",
            text("name"),
            text("number"),
            text("joined"),
            all.join("; ")
        )
    };
    members(desk).iter().map(line).collect()
}

const FILE: &[&str] = &[
    "Name,E-mail,Member number,Member since,Membership type,Tier,Membership start,Membership end",
    "Noa Levi,noa@x.example,17,2011-05-01,annual,ADULT,2026-01-01,2026-12-31",
    "Avi Cohen,avi@x.example,,2020-02-02,Life,,,",
    "Mia Vidal,mia@x.example,A-9,,Annual,Student,,2027-03-31",
    "Plain Person,plain@x.example,,,,,,",
];

const MADE: [&str; 3] = [
    "Avi Cohen 18 2020-02-02: Life - 2020-02-02 - current",
    "Noa Levi 17 2011-05-01: Annual Adult 2026-01-01 2026-12-31 current",
    "Mia Vidal A-9 2026-04-01: Annual Student 2026-04-01 2027-03-31 current",
];

#[test]
fn a_row_with_a_value_of_a_member_makes_one_and_no_order() {
    let desk = desk();
    let before = dump(&desk.workspace());
    let report = import(&desk, FILE, &[]);
    assert_eq!(counts(&report), [4, 0, 0, 0, 0]);
    assert_eq!(report["kept_as_notes"], json!({}));
    let made = told(&desk);
    assert_eq!(made.len(), 3, "{made:?}");
    for line in MADE {
        assert!(made.contains(&line.to_owned()), "{line}: {made:?}");
    }
    assert_eq!(rows(&desk.workspace(), "orders"), 0);
    assert!(
        members(&desk)
            .iter()
            .all(|member| member["balance"]["minor"] == 0)
    );
    desk.assert_sound();
    // The same file again changes nothing, also on another day.
    let imported = dump(&desk.workspace());
    assert_eq!(counts(&import(&desk, FILE, &[])), [0, 0, 4, 0, 0]);
    let later = ["--today", "2028-06-01"];
    assert_eq!(counts(&desk.import_csv(FILE, &later)), [0, 0, 4, 0, 0]);
    assert_same(&imported, &dump(&desk.workspace()));
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    desk.roster(&["redo"]).done();
    assert_same(&imported, &dump(&desk.workspace()));
    desk.assert_sound();
}

#[test]
fn a_contact_that_is_there_is_raised_and_undo_takes_it_back() {
    let desk = desk();
    desk.import_csv(&["Name,E-mail", "Noa Levi,noa@x.example"], &[]);
    let before = dump(&desk.workspace());
    assert_eq!(
        counts(&import(&desk, &FILE[..2], &["--rehearse"])),
        [0, 1, 0, 0, 0]
    );
    assert_same(&before, &dump(&desk.workspace()));
    assert_eq!(counts(&import(&desk, &FILE[..2], &[])), [0, 1, 0, 0, 0]);
    assert_eq!(told(&desk), [MADE[1]]);
    desk.roster(&["undo"]).done();
    assert_same(&before, &dump(&desk.workspace()));
    desk.assert_sound();
}

/// Expects what an enrolment by hand does already: what was renewed since stays, and is told.
#[test]
fn undoing_an_import_keeps_what_was_renewed_since() {
    let lines = [
        "Name,E-mail,Membership type,Tier,Membership start,Membership end",
        "Noa Levi,noa@x.example,Annual,Adult,2026-01-01,2026-12-10",
    ];
    for is_there in [true, false] {
        let desk = desk();
        if is_there {
            desk.import_csv(&["Name,E-mail", "Noa Levi,noa@x.example"], &[]);
        }
        let imported = import(&desk, &lines, &[]);
        let renewals = ["renewals", "--apply"];
        desk.roster(&[&TODAY[..], &renewals].concat()).done();
        let batch = imported["batch"].to_string();
        let undone = desk.roster(&["undo", &batch]).done();
        assert_eq!(undone["kept"][0]["reason"], "edited since", "{undone}");
        let made = told(&desk);
        assert_eq!(made.len(), 1, "{made:?}");
        assert!(made[0].contains("2027-12-10"), "{made:?}");
        assert_eq!(rows(&desk.workspace(), "orders"), 1);
        desk.assert_sound();
    }
}

#[test]
fn past_and_future_terms_and_several_memberships_come_in_rows_and_columns() {
    let desk = desk();
    let lines = [
        "Name,E-mail,Membership type,Membership tier,Membership start,Membership end,Membership type 2,Membership start 2",
        "Noa Levi,noa@x.example,Annual,Adult,2025-01-01,2025-12-31,,",
        "Noa Levi,noa@x.example,Annual,Adult,2026-01-01,2026-12-31,Life,2020-01-01",
        "Noa Levi,noa@x.example,Annual,Adult,2027-01-01,2027-12-31,,",
    ];
    let map = [
        "--map",
        "#4=membership_tier",
        "--map",
        "#7=membership_type2",
        "--map",
        "#8=membership_start2",
    ];
    assert_eq!(counts(&import(&desk, &lines, &map)), [1, 0, 0, 2, 0]);
    assert_eq!(rows(&desk.workspace(), "terms"), 4);
    assert_eq!(
        told(&desk),
        [
            "Noa Levi 1 2020-01-01: Annual Adult 2026-01-01 2027-12-31 current; Life - 2020-01-01 - current"
        ]
    );
    // A later file with the next year adds a term; one that says otherwise of a year that is known waits to be asked.
    let next = |end: &str| format!("Noa Levi,noa@x.example,Annual,Adult,2028-01-01,{end}");
    let header = "Name,E-mail,Membership type,Membership tier,Membership start,Membership end";
    assert_eq!(
        counts(&import(&desk, &[header, &next("2028-12-31")], &[])),
        [0, 1, 0, 0, 0]
    );
    assert_eq!(
        counts(&import(&desk, &[header, &next("2029-12-31")], &[])),
        [0, 0, 1, 0, 0]
    );
    let replaced = import(
        &desk,
        &[header, &next("2029-12-31")],
        &["--update", "replace"],
    );
    assert_eq!(counts(&replaced), [0, 1, 0, 0, 0]);
    assert!(
        told(&desk)[0].contains("2026-01-01 2029-12-31"),
        "{:?}",
        told(&desk)
    );
    desk.assert_sound();
}

#[test]
fn what_is_no_membership_here_is_reported_and_kept_as_a_note() {
    let desk = desk();
    let lines = [
        "Name,E-mail,Member number,Membership type,Tier,Membership start,Membership end,Paid until",
        "Noa Levi,noa@x.example,1,Gold,,2026-01-01,2026-12-31,",
        "Avi Cohen,avi@x.example,1,Annual,Senior,2026-01-01,2026-12-31,",
        "Mia Vidal,mia@x.example,3,,,2026-01-01,2026-12-31,",
        "Dan Bar,dan@x.example,4,Annual,Adult,2026-12-31,2026-01-01,",
        "Eva Roth,eva@x.example,5,Annual,Adult,2026-01-01,2026-12-31,2026-06-30",
    ];
    let report = import(&desk, &lines, &["--rehearse"]);
    let noted = json!({
        "unknown_membership_type": 3, "member_number_taken": 1, "unknown_tier": 1, "no_membership_type": 2,
        "ends_before_start": 4, "paid_for_less": 1
    });
    assert_eq!(report["kept_as_notes"], noted);
    let report = import(&desk, &lines, &[]);
    assert_eq!(
        (counts(&report), &report["kept_as_notes"]),
        ([5, 0, 0, 0, 0], &noted)
    );
    let notes = desk.the("noa")["notes"].as_str().unwrap().to_owned();
    for line in [
        "Membership type: Gold (No membership type is called so)",
        "Membership start: 2026-01-01",
    ] {
        assert!(notes.contains(line), "{notes}");
    }
    let made = told(&desk);
    assert!(
        made.contains(&"Avi Cohen 6 2026-01-01: Annual - 2026-01-01 2026-12-31 current".to_owned()),
        "{made:?}"
    );
    // Once the type is there, the same file makes the membership.
    let gold = [
        "membership-type",
        "add",
        "Gold",
        "--term",
        "rolling:12m",
        "--currency",
        "EUR",
    ];
    desk.roster(&gold).done();
    assert_eq!(counts(&import(&desk, &lines, &[])), [0, 1, 4, 0, 0]);
    desk.assert_sound();
}

#[test]
fn a_payer_is_found_by_number_mail_or_name_also_behind_the_row() {
    let desk = desk();
    let lines = [
        "Name,E-mail,Member number,Membership type,Payer",
        "Noa Levi,noa@x.example,1,Life,3",
        "Avi Cohen,avi@x.example,2,Life,office@x.example",
        "Mia Vidal,mia@x.example,3,Life,Ute Klein",
        "Dan Bar,dan@x.example,4,Life,Nobody Known",
        "Ute Klein,office@x.example,,,",
    ];
    let report = import(&desk, &lines, &["--rehearse"]);
    assert_eq!(report["kept_as_notes"], json!({"unknown_payer": 1}));
    let report = import(&desk, &lines, &[]);
    assert_eq!(report["kept_as_notes"], json!({"unknown_payer": 1}));
    let id = |name: &str| desk.the(name)["id"].as_i64().unwrap();
    let payer = |name: &str| {
        let show = desk
            .roster(&["member", "show", &id(name).to_string()])
            .done();
        show["memberships"][0]["payer_id"].as_i64()
    };
    assert_eq!(payer("noa"), Some(id("mia")));
    assert_eq!(payer("avi"), Some(id("ute")));
    assert_eq!(payer("mia"), Some(id("ute")));
    assert_eq!(payer("dan"), None);
    assert!(
        desk.the("dan")["notes"]
            .as_str()
            .unwrap()
            .contains("Payer: Nobody Known")
    );
    assert_eq!(desk.find("known").len(), 1, "the note is found");
    assert_eq!(counts(&import(&desk, &lines, &[])), [0, 0, 5, 0, 0]);
    desk.assert_sound();
}

#[test]
fn a_member_is_known_by_the_number_unless_clearly_called_otherwise() {
    let desk = desk();
    import(&desk, FILE, &[]);
    let lines = [
        "Name,E-mail,Member number,Membership type,Membership start",
        "Noa Levi,,17,Annual,2027-01-01",
        "Zoe Quist,zoe@x.example,17,Annual,2027-01-01",
    ];
    let report = import(&desk, &lines, &[]);
    assert_eq!(counts(&report), [1, 1, 0, 0, 0]);
    assert_eq!(report["kept_as_notes"], json!({"member_number_taken": 1}));
    assert!(
        told(&desk)
            .iter()
            .any(|line| line.contains("Noa Levi 17") && line.contains("2027-12-31"))
    );
    desk.assert_sound();
}

#[test]
fn headers_are_known_in_many_languages_and_joined_alone_means_nobody() {
    let desk = desk();
    for (header, fields) in [
        (
            "Name,E-Mail,Mitgliedsnummer,Eintrittsdatum,Mitgliedsart,Bezahlt bis",
            "member_number member_joined membership_type paid_until",
        ),
        (
            "Nom,E-mail,Numéro d'adhérent,Date d'adhésion,Type d'adhésion,Payeur",
            "member_number member_joined membership_type payer",
        ),
        (
            "שם,מייל,מספר חבר,תאריך הצטרפות,סוג חברות,שולם עד",
            "member_number member_joined membership_type paid_until",
        ),
        (
            "Имя,E-mail,Номер члена,Дата вступления,Тип членства,Плательщик",
            "member_number member_joined membership_type payer",
        ),
        (
            "Nombre,E-mail,Número de socio,Fecha de ingreso,Tipo de socio,Pagado hasta",
            "member_number member_joined membership_type paid_until",
        ),
        (
            "Name,E-mail,Joined,Valid until,Tier,Paid until",
            "ignore ignore ignore ignore",
        ),
    ] {
        let report = import(&desk, &[header, "A B,a@x.example,,,,"], &["--rehearse"]);
        let mapping = report["mapping"].as_array().unwrap();
        let found: Vec<&str> = mapping[2..]
            .iter()
            .map(|c| c["field"].as_str().unwrap())
            .collect();
        assert_eq!(found.join(" "), fields, "{header}");
    }
}

#[test]
fn what_leaves_as_a_file_comes_back_as_the_same_members() {
    let desk = desk();
    import(&desk, FILE, &[]);
    let id = |name: &str| desk.the(name)["id"].to_string();
    let (noa, avi) = (id("noa"), id("avi"));
    for act in [
        &["member", "renew", &noa, "--type", "Annual"][..],
        &[
            "member",
            "suspend",
            &noa,
            "--type",
            "Annual",
            "--on",
            "2026-05-01",
        ],
        &[
            "member",
            "resume",
            &noa,
            "--type",
            "Annual",
            "--on",
            "2026-07-01",
        ],
        &["member", "enroll", &noa, "--type", "Journal", "--free"],
        &[
            "member",
            "cancel",
            &avi,
            "--type",
            "Life",
            "--on",
            "2026-02-01",
        ],
        // Cancelled, and enrolled anew.
        &[
            "member",
            "enroll",
            &avi,
            "--type",
            "Annual",
            "--tier",
            "Adult",
            "--start",
            "2026-01-01",
            "--free",
        ],
        &[
            "member",
            "cancel",
            &avi,
            "--type",
            "Annual",
            "--on",
            "2026-03-01",
        ],
        &[
            "member",
            "enroll",
            &avi,
            "--type",
            "Annual",
            "--tier",
            "Student",
            "--start",
            "2026-09-01",
            "--free",
        ],
    ] {
        desk.roster(&[&TODAY[..], act].concat()).done();
    }
    let made = told(&desk);
    assert!(
        made.iter()
            .any(|line| line.contains("Annual Adult 2026-01-01 2028-03-01 current")),
        "{made:?}"
    );
    for ending in ["csv", "xlsx"] {
        let path = desk.path(&format!("out.{ending}"));
        let path = path.to_str().unwrap();
        desk.roster(&[&TODAY[..], &["export", path]].concat())
            .done();
        let other = self::desk();
        let back = other
            .roster(&[&TODAY[..], &["import", path]].concat())
            .done();
        assert_eq!(back["kept_as_notes"], json!({}), "{ending}");
        assert_eq!(told(&other), made, "{ending}");
        other.assert_sound();
        // Into the workspace that it came from it brings nothing new.
        let same = desk
            .roster(&[&TODAY[..], &["import", path]].concat())
            .done();
        assert_eq!(counts(&same), [0, 0, 4, 0, 0], "{ending}");
    }
}
