//! Texts of any script and length through every format, vCard above all, whose values have a syntax of their own.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use crate::support::Desk;

/// Fields of one line, and where they stand in the JSON.
const LINES: [(&str, &str); 12] = [
    ("prefix", "/prefix"),
    ("first_name", "/first_name"),
    ("middle_name", "/middle_name"),
    ("last_name", "/last_name"),
    ("suffix", "/suffix"),
    ("nickname", "/nickname"),
    ("organization", "/organizations/0/name"),
    ("job_title", "/organizations/0/title"),
    ("source", "/source"),
    ("street", "/addresses/0/street"),
    ("street2", "/addresses/0/street2"),
    ("city", "/addresses/0/city"),
];

/// One line of any letters, with what means something to vCard, csv and spreadsheets mixed in.
fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "\\PC{1,12}",
        2 => "[א-ת \u{200f}\u{200e}]{1,10}",
        1 => "[一-龥ぁ-ん가-힣]{1,6}",
        1 => "[,;:\\\\\"'=+@^%|<>-]{1,4}",
        1 => Just("\\n".to_owned()),
        1 => Just("👩‍👩‍👧‍👦".to_owned()),
        1 => "[a-z]{60,200}",
    ];
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat().trim().to_owned())
}

fn notes() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 0..6).prop_map(|lines| lines.join("\n").trim_end().to_owned())
}

fn contact() -> impl Strategy<Value = Vec<String>> {
    let lines = prop::collection::vec(line(), LINES.len());
    (lines, notes()).prop_map(|(mut texts, notes)| {
        texts.push(notes);
        texts
    })
}

fn texts(contact: &Value) -> Vec<String> {
    let places = LINES.iter().map(|(_, place)| *place).chain(["/notes"]);
    let text = |place: &str| contact.pointer(place).and_then(Value::as_str);
    places
        .map(|place| text(place).unwrap_or_default().to_owned())
        .collect()
}

fn by_uid(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let contacts = desk.contacts(&[]);
    let uid = |contact: &Value| contact["uid"].as_str().unwrap().to_owned();
    contacts
        .iter()
        .map(|contact| (uid(contact), texts(contact)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_text_comes_back_from_every_format(contacts in prop::collection::vec(contact(), 1..12)) {
        let desk = Desk::new();
        for (at, typed) in contacts.iter().enumerate() {
            let mut sets = vec![format!("email=c{at}@x.example")];
            let fields = LINES.iter().map(|(field, _)| *field).chain(["notes"]);
            sets.extend(fields.zip(typed).map(|(field, text)| format!("{field}={text}")));
            let mut args = vec!["contact", "add"];
            args.extend(sets.iter().flat_map(|set| ["--set", set.as_str()]));
            desk.roster(&args).done();
        }
        let before = by_uid(&desk);
        for (name, format) in [("a.vcf", "vcf"), ("b.vcf", "vcf4"), ("a.csv", "csv"), ("a.xlsx", "xlsx")] {
            let file = desk.path(name).display().to_string();
            desk.roster(&["export", &file, "--format", format]).done();
            let other = Desk::new();
            other.roster(&["import", &file]).done();
            prop_assert_eq!(&by_uid(&other), &before, "{}", format);
        }
    }
}
