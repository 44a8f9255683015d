//! Address books: vCard, LDIF and zips of them through the same import as a spreadsheet.

use std::path::Path;

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
