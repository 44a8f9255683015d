//! Roster's own exports import back without loss (X4): everything that a record holds leaves as xlsx, csv and vCard and
//! makes the same record in an empty workspace.

mod any_text;
mod everything;

use serde_json::{Value, json};

use crate::support::Desk;

/// Every part of a record that a file can carry.
const RECORD: &[&str] = &[
    "prefix=Dr.",
    "first_name=Mia",
    "last_name=Vidal",
    "email=mia@x.example",
    "other_email=mia@elsewhere.example",
    "phone_mobile=+34612345679",
    "other_phone=+34612345670",
    "whatsapp=+34 612 345 679",
    "telegram=@mia",
    "messaging=mia.v",
    "social=mia.example/mia",
    "linkedin=mia-v",
    "street=Herzl 12",
    "city=Haifa",
    "country=Israel",
    "mailing_street=PO Box 7",
    "mailing_postcode=01234",
    "billing_city=Madrid",
    "other_full_address=The boat, pier 3",
    "organization=Aurora",
    "job_title=CFO",
    "department=Finance",
    "organization_role=decision maker",
    "organization_from=2020-01-31",
    "organization_kind=agency",
    "organization2=Cedar, \"Tools\" & Co",
    "job_title2=Chair",
    "organization_role2=champion",
    "organization_from2=2018-03-01",
    "organization_to2=2024-12-31",
    "organization_kind2=lead",
    "organization3=אור ירוק",
    "preferred_channel=sms",
    "contact_frequency=weekly",
    "content_topics=music, \"law, tax\"",
    "consents=Newsletter,given,2024-05-01,signed form,\"said \"\"yes\"\", twice\"\nתמונות,withdrawn,,,",
    "do_not_contact=yes",
    "deceased=yes",
    "tags=vip",
    "groups=Choir",
    "birthday=1984-05-06",
    "lifecycle=customer/vip",
    "time_zone=Europe/Madrid",
    "language=es",
    "notes=two\nlines",
    "source=fair",
    "used_first=\"+34612345670\", billing",
];

fn add(desk: &Desk, sets: &[&str]) {
    let mut args = vec!["contact", "add"];
    for set in sets {
        args.extend(["--set", set]);
    }
    desk.roster(&args).done();
}

/// The record without what belongs to its workspace: numbers, times.
fn bare(contact: &Value) -> Value {
    match contact {
        Value::Object(parts) => {
            let own = ["id", "affiliation_id", "changed", "created_batch"];
            parts
                .iter()
                .filter(|(name, _)| !own.contains(&name.as_str()))
                .map(|(name, part)| (name.clone(), bare(part)))
                .collect()
        }
        Value::Array(items) => items.iter().map(bare).collect(),
        other => other.clone(),
    }
}

fn record(desk: &Desk) -> Value {
    comparable(&desk.contacts(&[])[0])
}

/// The record as it is to be compared: a point came from the import by then, and only the primary one has a place of its own.
fn comparable(contact: &Value) -> Value {
    let mut contact = bare(contact);
    for list in ["points", "addresses"] {
        let rows = contact[list].as_array_mut().unwrap();
        for row in rows.iter_mut() {
            row["source"] = json!(null);
        }
        rows.sort_by_key(|row| row.to_string());
    }
    contact
}

#[test]
fn a_whole_record_comes_back_from_every_format() {
    let desk = Desk::new();
    add(&desk, RECORD);
    let before = record(&desk);
    assert_eq!(before["organizations"].as_array().unwrap().len(), 3);
    assert_eq!(before["consents"].as_array().unwrap().len(), 2);
    assert_eq!(before["addresses"].as_array().unwrap().len(), 4);
    for name in ["all.xlsx", "all.csv", "all.vcf"] {
        let file = desk.path(name).display().to_string();
        desk.roster(&["export", &file]).done();
        let other = Desk::new();
        let report = other.roster(&["import", &file]).done();
        assert_eq!(report["created"], 1, "{report:#}");
        let after = record(&other);
        for (part, value) in before.as_object().unwrap() {
            assert_eq!(&after[part], value, "{part} through {name}");
        }
        other.assert_sound();
        // The same file again has nothing new.
        assert_eq!(other.roster(&["import", &file]).done()["unchanged"], 1);
        other.roster(&["undo"]).done();
        assert!(other.contacts(&[]).is_empty());
        other.assert_sound();
    }
}

#[test]
fn a_file_fills_in_what_is_known_of_a_tie_and_never_lifts_a_refusal() {
    let desk = Desk::new();
    add(
        &desk,
        &[
            "email=mia@x.example",
            "organization=Aurora",
            "consents=Newsletter,withdrawn,2024-06-01,,",
        ],
    );
    let lines = [
        "E-mail,Organization,Role in the organization,In the organization from,Organization 2,Job title 2,Content topics,Preferred channel,Consents",
        "mia@x.example,aurora,champion,31.01.2020,Cedar,Chair,music,Carrier pigeon,\"Newsletter,given,,,\"",
    ];
    desk.import_csv(&lines, &["--update", "replace"]);
    let contact = desk.the("mia");
    let ties = &contact["organizations"];
    assert_eq!(ties[0]["role"], "champion");
    assert_eq!(ties[0]["from"], "2020-01-31");
    assert_eq!(
        (&ties[1]["name"], &ties[1]["title"]),
        (&json!("Cedar"), &json!("Chair"))
    );
    assert_eq!(contact["content_topics"], json!(["music"]));
    // What is no channel stays as a note.
    assert_eq!(contact["preferred_channel"], json!(null));
    assert!(
        contact["notes"]
            .as_str()
            .unwrap()
            .contains("Carrier pigeon")
    );
    assert_eq!(contact["consents"][0]["state"], "withdrawn");
    desk.assert_sound();
    // Searched by every organization.
    assert_eq!(desk.find("cedar").len(), 1);
}

#[test]
fn the_second_organization_is_set_by_hand_too() {
    let desk = Desk::new();
    add(
        &desk,
        &[
            "first_name=Mia",
            "organization=Aurora",
            "organization2=Cedar",
        ],
    );
    desk.roster(&[
        "contact",
        "edit",
        "1",
        "--set",
        "organization_role2=champion",
        "--set",
        "organization2=Dune",
    ])
    .done();
    let ties = desk.the("mia")["organizations"].clone();
    assert_eq!(
        (&ties[1]["name"], &ties[1]["role"]),
        (&json!("Dune"), &json!("champion"))
    );
    desk.roster(&["contact", "edit", "1", "--unset", "organization2"])
        .done();
    assert_eq!(
        desk.the("mia")["organizations"].as_array().unwrap().len(),
        1
    );
    let refused = desk.roster(&["contact", "edit", "1", "--set", "organization_role3=boss"]);
    assert_eq!(refused.failed()["code"], "invalid");
    // Filters and sorting know what stands on a tie.
    desk.roster(&[
        "contact",
        "edit",
        "1",
        "--set",
        "organization_from=2020-01-31",
    ])
    .done();
    assert_eq!(
        desk.contacts(&["--filter", "organization_from < 2021-01-01"])
            .len(),
        1
    );
    assert!(
        desk.contacts(&["--filter", "has organization_to"])
            .is_empty()
    );
    desk.contacts(&["--sort", "organization_from:desc"]);
}
