//! What is far too much: it works, or it is refused in words; nothing hangs and nothing ends the program. Groups and filters
//! without bound are in `crates/core/src/groups/tests/limits.rs`.

use crate::support::Desk;

const MEGABYTE: usize = 1 << 20;

/// Ten megabytes of words that say where they are.
fn long_text() -> String {
    let mut text = String::with_capacity(10 * MEGABYTE + 16);
    let mut n = 0;
    while text.len() < 10 * MEGABYTE {
        text += &format!("word{n} ");
        n += 1;
    }
    text.trim_end().to_owned()
}

#[test]
fn a_field_of_ten_megabytes_is_kept_found_written_and_taken_out_again() {
    let desk = Desk::new();
    let text = long_text();
    let lines = [
        "Name,E-mail,Notes".to_owned(),
        format!("Noa,noa@x.example,{text}"),
    ];
    desk.import_csv(&lines.each_ref().map(String::as_str), &[]);
    let id = desk.the("noa")["id"].to_string();
    let shown = desk.roster(&["contact", "show", &id]).done();
    assert!(shown["notes"] == text.as_str(), "as it came");
    assert_eq!(desk.find("word500000").len(), 1);
    let path = desk.path("out.csv");
    desk.roster(&["export", &path.display().to_string()]).done();
    assert!(std::fs::read_to_string(path).unwrap().contains(&text));
    desk.roster(&["undo"]).done();
    desk.assert_sound();
}

#[test]
fn twenty_thousand_tags_are_given_to_one_contact_in_one_cell() {
    let desk = Desk::new();
    let tags: Vec<String> = (0..20_000).map(|n| format!("t{n}")).collect();
    let line = format!("Noa,noa@x.example,\"{}\"", tags.join(";"));
    desk.import_csv(&["Name,E-mail,Tags", &line], &[]);
    assert_eq!(
        desk.the("noa")["tags"].as_array().unwrap().len(),
        tags.len()
    );
    desk.roster(&["undo"]).done();
    desk.assert_sound();
}
