//! L2: every word is a beginning, order is free, accents and case don't matter, all scripts work, phones in any form.

use crate::support::Desk;
use crate::support::desk::names;

const PEOPLE: &[&str] = &[
    "First name,Last name,E-mail,Mobile,Company,Tags,Notes,Groups,City",
    "Łukasz,Żółć,lukasz@x.example,,,,,Choir,Łódź",
    "José,Núñez,jose@x.example,+34 612 985 678,Panadería Sol,vip,,Choir,Sevilla",
    "נועה,לוי,noa@x.example,050-123 4567,אקמה,,,,חיפה",
    "Фёдор,Достоевский,fedor@x.example,,,,,,",
    "山田,太郎,taro@x.example,,,,,,東京",
    "محمد,علي,ali@x.example,,,,,,",
    "Jürgen,Groß,juergen.gross@x.example,,Straßenbau GmbH,,sings bass,,",
    "Anne-Marie,O'Neil,anne@sub.x.example,+44 7400 112233,,,,,",
];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.import_csv(PEOPLE, &["--country", "IL"]);
    desk
}

#[track_caller]
fn assert_finds(desk: &Desk, email: &str, searches: &[&str]) {
    for search in searches {
        let found = desk.find(search);
        let emails: Vec<_> = found
            .iter()
            .map(|c| c["points"][0]["value"].as_str().unwrap())
            .collect();
        let all: Vec<_> = found
            .iter()
            .flat_map(|c| c["points"].as_array().unwrap())
            .filter_map(|p| p["value"].as_str())
            .collect();
        assert!(
            found.len() == 1 && all.contains(&email),
            "{search:?} finds {emails:?} instead of {email}"
        );
    }
}

#[test]
fn accents_and_case_do_not_matter() {
    let desk = desk();
    assert_finds(
        &desk,
        "lukasz@x.example",
        &["łukasz", "LUKASZ", "zolc", "ŻÓŁĆ"],
    );
    assert_finds(
        &desk,
        "jose@x.example",
        &["jose", "JOSÉ", "nunez", "nuñez", "panaderia"],
    );
    assert_finds(
        &desk,
        "juergen.gross@x.example",
        &["groß", "GROSS", "jurgen", "strassenbau"],
    );
    assert_finds(&desk, "fedor@x.example", &["федор", "ФЁДОР", "достоевск"]);
}

#[test]
fn all_scripts_are_found() {
    let desk = desk();
    assert_finds(&desk, "noa@x.example", &["נועה", "לוי", "אקמה", "נוע"]);
    assert_finds(&desk, "taro@x.example", &["山田", "太郎", "山", "郎"]);
    assert_finds(&desk, "ali@x.example", &["محمد", "علي"]);
}

#[test]
fn words_are_beginnings_in_any_order() {
    let desk = desk();
    assert_finds(
        &desk,
        "jose@x.example",
        &[
            "nun jo",
            "jo nun",
            "sol nunez",
            "vip jos",
            "  jose   NUNEZ  ",
        ],
    );
    assert_finds(
        &desk,
        "anne@sub.x.example",
        &["marie", "oneil anne", "o'neil", "anne-marie"],
    );
    assert!(
        desk.find("unez").is_empty(),
        "the middle of a word is no beginning"
    );
    assert!(
        desk.find("jose lukasz").is_empty(),
        "every word must be found"
    );
}

#[test]
fn emails_organizations_tags_and_notes_are_searched() {
    let desk = desk();
    assert_finds(
        &desk,
        "juergen.gross@x.example",
        &["bass", "juergen.gross@x", "juergen", "gmbh"],
    );
    assert_finds(
        &desk,
        "anne@sub.x.example",
        &["anne@sub.x.example", "sub.x"],
    );
    assert_finds(&desk, "jose@x.example", &["vip"]);
    assert_eq!(desk.find("x.example").len(), 8);
}

#[test]
fn phones_are_found_in_any_form() {
    let desk = desk();
    let forms = [
        "050-123 4567",
        "0501234567",
        "+972501234567",
        "+972 50 123 4567",
        "00972501234567",
        "34567",
        "1234567",
        "050123",
    ];
    assert_finds(&desk, "noa@x.example", &forms);
    assert_finds(
        &desk,
        "jose@x.example",
        &["612985678", "+34612", "985 678", "5678", "612 98"],
    );
    assert_finds(
        &desk,
        "anne@sub.x.example",
        &["07400 112233", "7400112233", "(0)7400 112233"],
    );
}

#[test]
fn a_search_may_hold_anything() {
    let desk = desk();
    for search in [
        "%",
        "_",
        "'",
        "\"",
        "\\",
        "*",
        "(",
        "a' OR 1=1 --",
        "😀",
        "-",
        "[a-z]",
    ] {
        let found = desk.find(search).len();
        assert!(found < 8, "{search:?} is no wildcard");
    }
    assert_eq!(desk.find("").len(), 8);
    assert_eq!(desk.find("   ").len(), 8);
}

#[test]
fn the_list_is_sorted_and_paged() {
    let desk = desk();
    let all = desk.contacts(&["--sort", "email"]);
    let reversed = desk.contacts(&["--sort", "email:desc"]);
    assert_eq!(
        names(&all),
        names(&reversed).into_iter().rev().collect::<Vec<_>>()
    );
    let page = desk
        .roster(&[
            "contacts", "--sort", "email", "--offset", "2", "--limit", "3",
        ])
        .done();
    assert_eq!(page["total"], 8);
    assert_eq!(
        names(page["contacts"].as_array().unwrap()),
        &names(&all)[2..5]
    );
    let beyond = desk.roster(&["contacts", "--offset", "8"]).done();
    assert_eq!(
        (&beyond["total"], &beyond["contacts"]),
        (&8.into(), &serde_json::json!([]))
    );
}

#[test]
fn names_sort_by_the_alphabet_and_not_by_code() {
    let desk = Desk::new();
    let people: Vec<String> = ["Zoe", "Émile", "eva", "Ägidius", "adam", "Żaneta"]
        .iter()
        .enumerate()
        .map(|(n, p)| format!("{p},p{n}@x.example"))
        .collect();
    let lines: Vec<&str> = std::iter::once("First name,E-mail")
        .chain(people.iter().map(String::as_str))
        .collect();
    desk.import_csv(&lines, &[]);
    let sorted = desk.contacts(&[]);
    assert_eq!(
        names(&sorted),
        ["adam", "Ägidius", "Émile", "eva", "Żaneta", "Zoe"]
    );
}

#[test]
fn a_group_narrows_the_search() {
    let desk = desk();
    assert_eq!(desk.contacts(&["--group", "Choir"]).len(), 2);
    assert_eq!(
        desk.contacts(&["--group", "choir", "--search", "jose"])
            .len(),
        1
    );
    assert_eq!(
        desk.contacts(&["--group", "Choir", "--search", "noa"])
            .len(),
        0
    );
}

#[test]
fn an_edit_and_a_deletion_are_found_at_once() {
    let desk = desk();
    let id = desk.the("jose")["id"].to_string();
    desk.roster(&[
        "contact",
        "edit",
        &id,
        "--set",
        "last_name=Ibáñez",
        "--set",
        "phone_home=+34 955 123 456",
    ])
    .done();
    assert!(desk.find("nunez").is_empty());
    assert_finds(&desk, "jose@x.example", &["ibanez", "955123"]);
    desk.roster(&["contact", "delete", &id]).done();
    assert!(desk.find("ibanez").is_empty());
}
