//! How an export can be chosen to be: for another program, for the reader's Excel, by a profile, in several files.

use crate::support::Desk;
use crate::support::desk::text;

const PEOPLE: &[&str] = &[
    "First name,Last name,E-mail,E-mail status,Mobile,Country,Groups,Tags,Share",
    "Noa,Levi,noa@x.example,,+972501234567,IL,\"Choir, Board\",vip,1.5",
    "Ines,Vidal,ines@x.example,unsubscribed,+34612345678,ES,Choir,,2",
];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.roster(&["field", "add", "Share", "--type", "number"])
        .done();
    desk.import_csv(PEOPLE, &[]);
    desk
}

fn content(desk: &Desk, name: &str) -> String {
    std::fs::read_to_string(desk.path(name)).unwrap()
}

#[test]
fn a_list_for_google_is_read_back_as_googles() {
    let desk = desk();
    let file = text(&desk.path("google.csv"));
    let report = desk
        .roster(&["export", &file, "--dialect", "google"])
        .done();
    assert_eq!(report["contacts"], 2);
    let behind = report["left_behind"].as_array().unwrap();
    let named: Vec<&str> = behind
        .iter()
        .map(|one| one["field"].as_str().unwrap())
        .collect();
    assert_eq!(named, ["opted_out", "tags"]);
    let other = Desk::new();
    let imported = other.roster(&["import", &file]).done();
    assert_eq!(imported["dialect"]["name"], "google");
    let noa = &other.find("noa")[0];
    assert_eq!(noa["groups"], serde_json::json!(["Board", "Choir"]));
    assert!(!content(&desk, "google.csv").contains("ines@x.example"));
    let told = desk.told(&["export", &file, "--dialect", "google"]);
    assert!(told.stdout.contains("Left behind"), "{}", told.stdout);
    assert!(
        told.stdout.contains("opted-out values (1), Tags (1)"),
        "{}",
        told.stdout
    );
}

#[test]
fn a_plain_csv_keeps_its_shape_and_one_for_another_excel_comes_back_whole() {
    let desk = desk();
    let fields = ["--fields", "uid,last_name,share"];
    let plain = text(&desk.path("plain.csv"));
    let report = desk
        .roster(&[&["export", &plain], &fields[..]].concat())
        .done();
    assert!(report.get("left_behind").is_none() && report.get("files").is_none());
    let header = "\u{feff}Roster id,Last name,Share\r\n";
    assert!(
        content(&desk, "plain.csv").starts_with(header),
        "{}",
        content(&desk, "plain.csv")
    );
    let other = text(&desk.path("excel.csv"));
    let style = ["--delimiter", ";", "--encoding", "utf-8"];
    desk.roster(&[&["export", &other], &fields[..], &style].concat())
        .done();
    let text = content(&desk, "excel.csv");
    assert!(text.starts_with("Roster id;Last name;Share\r\n"), "{text}");
    assert!(text.contains(";Levi;1,5\r\n"), "{text}");
    let again = desk
        .roster(&["import", &other, "--update", "replace"])
        .done();
    assert_eq!(
        (&again["unchanged"], &again["updated"]),
        (&2.into(), &0.into()),
        "{again}"
    );
}

#[test]
fn a_profile_says_it_the_next_time_and_what_is_typed_comes_before_it() {
    let desk = desk();
    let first = text(&desk.path("a.csv"));
    let said = [
        "--fields",
        "email,first_name",
        "--delimiter",
        ";",
        "--save-profile",
        "Mail",
    ];
    desk.roster(&[&["export", &first], &said[..]].concat())
        .done();
    let second = text(&desk.path("b.csv"));
    desk.roster(&["export", &second, "--profile", "mail"])
        .done();
    assert_eq!(content(&desk, "a.csv"), content(&desk, "b.csv"));
    desk.roster(&[
        "export",
        &second,
        "--profile",
        "mail",
        "--fields",
        "last_name",
    ])
    .done();
    assert!(content(&desk, "b.csv").starts_with("\u{feff}Last name\r\n"));
    desk.roster(&["export-profile", "rename", "Mail", "Letters"])
        .done();
    let listed = desk.roster(&["export-profiles"]).done();
    assert_eq!(listed["profiles"][0]["name"], "Letters");
    desk.roster(&["export-profile", "delete", "letters"]).done();
    let gone = desk.roster(&["export", &second, "--profile", "Letters"]);
    assert_eq!(gone.failed()["code"], "not_found");
    desk.roster(&["undo"]).done();
    desk.roster(&["export", &second, "--profile", "Letters"])
        .done();
}

#[test]
fn a_split_export_makes_a_file_for_each_value_in_a_folder() {
    let desk = desk();
    let folder = text(&desk.path("lists"));
    let split = [
        "export",
        &folder,
        "--split-by",
        "groups",
        "--format",
        "csv",
        "--fields",
        "first_name",
    ];
    let report = desk.roster(&split).done();
    let files = report["files"].as_array().unwrap();
    let named: Vec<&str> = files
        .iter()
        .map(|file| file["name"].as_str().unwrap())
        .collect();
    assert_eq!(named, ["Board.csv", "Choir.csv"]);
    assert_eq!(report["contacts"], 2);
    assert!(content(&desk, "lists/Choir.csv").ends_with("Ines\r\nNoa\r\n"));
    let refused = desk.roster(&["export", &folder, "--split-by", "shoe_size"]);
    assert_eq!(refused.code, 1);
    assert_eq!(desk.path("lists").read_dir().unwrap().count(), 2);
}
