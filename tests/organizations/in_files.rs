//! Organizations in files: written with everything on them, and made by an import.

use super::*;

#[test]
fn organizations_are_exported_with_everything_on_them() {
    let desk = desk();
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
    desk.roster(&[
        "org",
        "add",
        "Norte",
        "--set",
        "parent=Aurora",
        "--set",
        "fleet=12",
    ])
    .done();
    for ending in ["xlsx", "csv"] {
        let path = desk.path(&format!("all.{ending}")).display().to_string();
        let report = desk.roster(&["org", "export", &path]).done();
        assert_eq!(report["organizations"], 2);
        let preview = desk.roster(&["preview", &path]).done();
        let heads: Vec<&str> = preview["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["column"].as_str().unwrap())
            .collect();
        let cell = |row: usize, head: &str| {
            let at = heads
                .iter()
                .position(|h| *h == head)
                .unwrap_or_else(|| panic!("{head} in {heads:?}"));
            preview["rows"][row][at].as_str().unwrap().to_owned()
        };
        for (head, value) in [
            ("Organization", "Aurora"),
            ("Organization kind", "lead"),
            ("Number", "K-1042"),
            ("Contacts", "2"),
            ("Owner", "Mia"),
            ("Phone", "+34 954 123 456"),
            ("Website", "https://aurora.example"),
            ("City", "Sevilla"),
            ("Country", "ES"),
            ("Postcode", "41004"),
            ("Notes", "Pays late \u{200f}🙂"),
        ] {
            assert_eq!(cell(0, head), value, "{ending}");
        }
        assert_eq!(
            (cell(1, "Belongs to"), cell(1, "Fleet")),
            ("Aurora".into(), "12".into())
        );
    }
    let path = desk.path("some.csv").display().to_string();
    desk.roster(&[
        "org",
        "export",
        &path,
        "--kind",
        "account",
        "--fields",
        "name,kind",
    ])
    .done();
    assert_eq!(
        std::fs::read_to_string(&path)
            .unwrap()
            .trim_start_matches('\u{feff}')
            .trim(),
        "Organization,Organization kind\r\nNorte,account"
    );
    desk.roster(&["org", "export", &path, "--fields", "shoe"])
        .failed();
    desk.roster(&["org", "export", &desk.path("all.vcf").display().to_string()])
        .failed();
}

#[test]
fn an_import_makes_organizations_of_the_kind_that_the_row_says() {
    let desk = Desk::new();
    desk.roster(&["org", "add", "Aurora", "--kind", "lead"])
        .done();
    desk.roster(&["org", "add", "Cedar"]).done();
    desk.roster(&["org", "add", "Cedar", "--kind", "agency"])
        .done();
    let lines = [
        "שם,דוא״ל,חברה,סוג ארגון",
        "Ada,ada@x.example,Aurora,account",
        "Ben,ben@x.example,Cedar,סוכנות",
        "Cleo,cleo@x.example,Dune,ליד",
        "Dan,dan@x.example,Dune,",
        "Eva,eva@x.example,Elm,school",
    ];
    let report = desk.import_csv(&lines, &[]);
    assert_eq!(report["mapping"][3]["field"], "organization_kind");
    let tie = |who: &str| {
        let tie = desk.the(who)["organizations"][0].clone();
        (tie["name"].clone(), tie["kind"].clone())
    };
    // One that is there keeps its kind, which is not its contacts' to change.
    assert_eq!(tie("ada"), (json!("Aurora"), json!("lead")));
    assert_eq!(tie("ben"), (json!("Cedar"), json!("agency")));
    assert_eq!(tie("cleo"), (json!("Dune"), json!("lead")));
    assert_eq!(tie("dan"), (json!("Dune"), json!("lead")));
    assert_eq!(tie("eva"), (json!("Elm"), json!("account")));
    // What is no kind stays as a note.
    assert!(
        desk.the("eva")["notes"]
            .as_str()
            .unwrap()
            .contains("school")
    );
    assert_eq!(orgs(&desk, &[]).len(), 5);
    let leads = desk.contacts(&["--filter", "organization_kind = lead"]);
    assert_eq!(leads.len(), 3);
    desk.assert_sound();
}

#[test]
fn an_export_names_kinds_where_there_are_others_than_accounts() {
    let desk = desk();
    let file = desk.path("kinds.csv").display().to_string();
    desk.roster(&["export", &file]).done();
    let header = |file: &str| {
        let text = std::fs::read_to_string(file).unwrap();
        text.lines().next().unwrap().to_owned()
    };
    assert!(header(&file).contains("Organization kind"));
    let other = Desk::new();
    other.roster(&["import", &file]).done();
    assert_eq!(orgs(&other, &[])[0]["kind"], "lead");
    desk.roster(&["org", "convert", "1"]).done();
    desk.roster(&["export", &file]).done();
    assert!(!header(&file).contains("Organization kind"));
}

#[test]
fn a_contact_says_the_kind_only_of_an_organization_that_it_brings() {
    let desk = desk();
    let add = |organization: &str| {
        let organization = format!("organization={organization}");
        let kind = "organization_kind=agency";
        desk.roster(&["contact", "add", "--set", &organization, "--set", kind])
    };
    assert_eq!(add("Borealis").done()["organizations"][0]["kind"], "agency");
    let refused = add("Aurora").failed();
    assert_eq!(refused["code"], "invalid");
    assert!(
        refused["message"]
            .as_str()
            .unwrap()
            .contains("roster org edit 1")
    );
    assert_eq!(orgs(&desk, &["--kind", "agency"]).len(), 1);
}
