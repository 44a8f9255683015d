//! Address books: vCard, LDIF and zips of them through the same import as a spreadsheet.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::support::Desk;
use crate::support::desk::{counts, text};

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=windows-1255;ENCODING=QUOTED-PRINTABLE:=EC=E5=E9;=F0=E5=F2=E4\r\n\
    TEL;CELL:050-123 4567\r\nTEL;WORK;PREF:+972 3-999 1234\r\nEMAIL;INTERNET:noa@x.example\r\n\
    ADR;HOME:;;Herzl 1;Haifa;;31000;Israel\r\nORG:Acme;Sales\r\nTITLE:CFO\r\nBDAY:19840506\r\nCATEGORIES:Choir,Board\r\n\
    UID:card-1\r\nX-SHOE:43\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Nobody\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Press\r\nMEMBER:card-1\r\nMEMBER:mailto:ed@paper.example\r\nEND:VCARD\r\n";

fn desk() -> (Desk, serde_json::Value) {
    let desk = Desk::new();
    let file = desk.file("people.vcf", CARDS);
    let report = desk
        .roster(&["import", &file, "--country", "IL", "--new-fields"])
        .done();
    (desk, report)
}

#[test]
fn what_a_card_has_several_of_or_calls_by_its_own_words_is_kept() {
    let desk = Desk::new();
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Noa Levi\nitem1.TEL:+972 50-123 4567\nitem1.X-ABLabel:Summer House\n\
        item2.URL:noa.example\nitem2.X-ABLabel:Blog\nORG:Acme;Sales\nTITLE:CFO\nORG:Choir\nTITLE:Chair\nEND:VCARD\n";
    let file = desk.file("noa.vcf", card);
    let report = desk.roster(&["import", &file]).done();
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    let noa = &desk.contacts(&[])[0];
    let labels = noa["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| &p["label"]);
    assert_eq!(labels.collect::<Vec<_>>(), ["summer house", "blog"]);
    let ties = noa["organizations"].as_array().unwrap().iter();
    let ties = ties.map(|o| format!("{}: {}", o["name"], o["title"]));
    let ties: Vec<String> = ties.collect();
    assert_eq!(ties, ["\"Acme\": \"CFO\"", "\"Choir\": \"Chair\""]);
    let mut columns = report["mapping"].as_array().unwrap().iter();
    let is_stored = |c: &serde_json::Value| c["values"]["stored"] == c["values"]["in"];
    assert!(columns.all(is_stored), "{report}");
}

#[test]
fn cards_become_contacts_with_all_that_they_say() {
    let (desk, report) = desk();
    assert_eq!(report["format"], "vcf");
    assert_eq!(counts(&report), [2, 0, 0, 0, 1]);
    assert_eq!(report["reasons"]["no_contact_point"], 1);
    let contacts = desk.contacts(&["--sort", "email:desc"]);
    let noa = contacts.iter().find(|c| c["uid"] == "card-1").unwrap();
    assert_eq!(noa["name"], "נועה לוי");
    assert_eq!(noa["birthday"], "1984-05-06");
    assert_eq!(noa["organizations"][0]["name"], "Acme");
    assert_eq!(noa["organizations"][0]["title"], "CFO");
    assert_eq!(noa["organizations"][0]["department"], "Sales");
    assert_eq!(noa["addresses"][0]["label"], "home");
    assert_eq!(noa["addresses"][0]["country"], "IL");
    assert_eq!(noa["fields"]["x_shoe"], "43");
    let mut groups: Vec<&str> = noa["groups"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|g| g.as_str())
        .collect();
    groups.sort_unstable();
    assert_eq!(groups, ["Board", "Choir", "Press"]);
    let phones: Vec<&str> = noa["points"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| p["kind"] == "phone")
        .filter_map(|p| p["label"].as_str())
        .collect();
    assert_eq!(phones, ["mobile", "office"]);
    assert!(
        contacts
            .iter()
            .any(|c| c["groups"][0] == "Press" && c["name"] == "ed@paper.example")
    );
}

#[test]
fn the_same_cards_again_change_nothing() {
    let (desk, _) = desk();
    let again = desk
        .roster(&["import", &text(&desk.path("people.vcf")), "--country", "IL"])
        .done();
    assert_eq!(counts(&again), [0, 0, 2, 0, 1]);
}

#[test]
fn an_unknown_property_goes_back_out_under_its_own_name() {
    let (desk, _) = desk();
    let file = text(&desk.path("out.vcf"));
    desk.roster(&["export", &file, "--group", "Choir"]).done();
    let cards = std::fs::read_to_string(&file).unwrap();
    assert!(cards.contains("\r\nX-SHOE:43\r\n"), "{cards}");
    assert!(cards.contains("\r\nTEL;TYPE=cell,pref:"), "{cards}");
    assert!(cards.contains("\r\nBDAY:1984-05-06\r\n"), "{cards}");
}

#[test]
fn rejected_cards_are_rows_of_a_file_like_any_other() {
    let desk = Desk::new();
    let file = desk.file("people.vcf", CARDS);
    let rejects = text(&desk.path("rejected.csv"));
    desk.roster(&["import", &file, "--country", "IL", "--rejects", &rejects])
        .done();
    let rows = std::fs::read_to_string(&rejects).unwrap();
    assert!(
        rows.contains("Full name") && rows.contains("Nobody"),
        "{rows}"
    );
}

#[test]
fn an_address_book_and_a_folder_of_cards_are_read_too() {
    let desk = Desk::new();
    let ldif = desk.file("book.ldif", "version: 1\n\ndn: cn=Dan,mail=dan@x.example\nobjectclass: person\ncn: Dan\nsn: Cohen\nmail: dan@x.example\n");
    assert_eq!(
        counts(&desk.roster(&["import", &ldif]).done()),
        [1, 0, 0, 0, 0]
    );
    let folder = desk.path("cards");
    std::fs::create_dir(&folder).unwrap();
    for (name, card) in [("a.vcf", "a"), ("b.vcf", "b")] {
        let text =
            format!("BEGIN:VCARD\nVERSION:3.0\nFN:{card}\nEMAIL:{card}@x.example\nEND:VCARD\n");
        std::fs::write(Path::new(&folder).join(name), text).unwrap();
    }
    let report = desk.roster(&["import", &text(&folder)]).done();
    assert_eq!(
        (report["format"].as_str(), counts(&report)),
        (Some("folder"), [2, 0, 0, 0, 0])
    );
}

#[test]
fn a_preview_shows_cards_as_rows() {
    let desk = Desk::new();
    let file = desk.file("people.vcf", CARDS);
    let preview = desk.roster(&["preview", &file]).done();
    assert_eq!(preview["format"], "vcf");
    assert_eq!(preview["header_row"], serde_json::Value::Null);
    let columns = preview["columns"].as_array().unwrap();
    let known = columns.iter().filter(|c| !c["field"].is_null()).count();
    assert_eq!(
        (columns.len(), known),
        (17, 16),
        "only X-SHOE is left to decide"
    );
}

/// A picture of one pixel, and bytes that only call themselves one: both are kept as they came.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89,
];

fn photo_of(cards: &str, name: &str) -> Vec<u8> {
    let unfolded = cards.replace("\r\n ", "");
    let card = unfolded
        .split("BEGIN:VCARD")
        .find(|card| card.contains(name))
        .unwrap();
    let line = card.lines().find(|line| line.starts_with("PHOTO")).unwrap();
    STANDARD
        .decode(line.rsplit([':', ',']).next().unwrap())
        .unwrap()
}

#[test]
fn photos_come_out_byte_for_byte_as_they_went_in() {
    let desk = Desk::new();
    let odd: Vec<u8> = (0..5000).map(|n| (n * 7 % 256) as u8).collect();
    let card = |name: &str, photo: &[u8]| {
        let photo = STANDARD.encode(photo);
        format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEMAIL:{name}@x.example\r\nPHOTO;ENCODING=b;TYPE=PNG:{photo}\r\nEND:VCARD\r\n"
        )
    };
    let cards = [card("noa", PIXEL), card("dan", &odd), card("mia", PIXEL)].concat();
    let file = desk.file("people.vcf", &cards);
    let report = desk.roster(&["import", &file]).done();
    assert_eq!(
        report["mapping"].as_array().unwrap().last().unwrap()["field"],
        "photo"
    );
    for format in ["vcf", "vcf4"] {
        let out = text(&desk.path(&format!("{format}.vcf")));
        desk.roster(&["export", &out, "--format", format]).done();
        let written = std::fs::read_to_string(&out).unwrap();
        assert_eq!(photo_of(&written, "noa"), PIXEL, "{format}");
        assert_eq!(photo_of(&written, "dan"), odd, "{format}");
    }
    let again = desk.roster(&["import", &file]).done();
    assert_eq!(again["unchanged"], 3);
    let other = desk.file("other.vcf", card("noa", &odd));
    desk.roster(&["import", &other]).done();
    let kept = desk.the("noa")["photo"].clone();
    desk.roster(&["import", &other, "--update", "replace"])
        .done();
    assert_ne!(
        desk.the("noa")["photo"],
        kept,
        "filled only, unless it is to be replaced"
    );
    desk.roster(&["undo"]).done();
    assert_eq!(desk.the("noa")["photo"], kept);
}
