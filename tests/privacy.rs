//! The dossier of a person, and erasing one, through the program.

use std::fs;

use serde_json::json;

use crate::support::Desk;

const FILE: &[&str] = &[
    "Name,E-mail,Phone,Groups",
    "Noa Levi,noa@x.example,+49301234567,Choir",
    "Ben,ben@x.example,,",
];

#[test]
fn a_dossier_is_printed_or_saved() {
    let desk = Desk::new();
    desk.import_csv(FILE, &[]);
    let dossier = desk.roster(&["contact", "dossier", "1"]).done();
    assert_eq!(dossier["contact"]["name"], "Noa Levi");
    assert_eq!(dossier["groups"][0]["name"], "Choir");
    assert_eq!(dossier["subscriptions"].as_array().unwrap().len(), 2);
    assert!(!dossier["history"].as_array().unwrap().is_empty());
    let path = desk.path("noa.html").display().to_string();
    let saved = desk.roster(&["contact", "dossier", "1", &path]).done();
    assert_eq!(saved["file"], path);
    assert!(fs::read_to_string(&path).unwrap().contains("noa@x.example"));
    let own = desk.workspace().display().to_string();
    assert_eq!(
        desk.roster(&["contact", "dossier", "1", &own]).failed()["code"],
        "invalid"
    );
    assert_eq!(
        desk.roster(&["contact", "dossier", "99"]).failed()["code"],
        "not_found"
    );
}

#[test]
fn an_erased_person_is_not_imported_again() {
    let desk = Desk::new();
    desk.import_csv(FILE, &[]);
    assert_eq!(
        desk.roster(&["contact", "erase", "1"]).code,
        2,
        "it wants --yes"
    );
    let path = desk.path("certificate.json").display().to_string();
    let erase = [
        "contact",
        "erase",
        "1",
        "--yes",
        "--remove-backups",
        "--certificate",
        &path,
    ];
    let erased = desk.roster(&erase).done();
    assert_eq!(erased["certificate"]["backups_left"], json!([]));
    assert_eq!(erased["certificate"]["hashes_kept"], 2);
    let kept: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(kept, erased["certificate"]);
    assert_eq!(
        desk.roster(&["contact", "show", "1"]).failed()["code"],
        "not_found"
    );
    let again = desk.import_csv(FILE, &[]);
    assert_eq!(again["reasons"], json!({ "erased": 1 }));
    assert_eq!(again["created"], 0);
    let listed = desk.roster(&["erasures"]).done();
    assert_eq!(listed["erasures"][0]["certificate"], erased["certificate"]);
    desk.roster(&["undo"]).done();
    assert_eq!(
        desk.roster(&["contact", "show", "1"]).failed()["code"],
        "not_found"
    );
    desk.assert_sound();
}

#[test]
fn the_register_of_consents_is_listed_and_saved() {
    let desk = Desk::new();
    desk.import_csv(
        &[
            "Name,E-mail,Consents",
            "Noa,noa@x.example,\"Newsletter,given,2024-05-01,form,\"",
            "Ben,ben@x.example,\"Photos,refused,2025-01-02,,\"",
        ],
        &["--map", "Consents=consents"],
    );
    let all = desk.roster(&["consents"]).done();
    assert_eq!(all["total"], 2);
    assert_eq!(all["consents"][0]["name"], "Noa");
    assert_eq!(all["consents"][0]["given_on"], "2024-05-01");
    assert_eq!(all["consents"][1]["ended_on"], "2025-01-02");
    assert_eq!(
        desk.roster(&["consents", "--state", "refused"]).done()["total"],
        1
    );
    assert_eq!(
        desk.roster(&["consents", "--state", "maybe"]).failed()["code"],
        "invalid"
    );
    let file = desk.path("register.csv").display().to_string();
    let saved = desk
        .roster(&["consents", "--save", &file, "--purpose", "Photos"])
        .done();
    assert_eq!(saved["consents"], 1);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("Ben") && !text.contains("Noa"), "{text}");
}
