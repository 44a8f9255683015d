//! Address books of other kinds, and several files of cards at once: LDIF, zips, folders.

use std::ops::ControlFlow;

use roster_formats::{Format, ReadOptions, Source, open};

use crate::cards::{cells, people, read};
use crate::support::{bytes, package, rows};

const LDIF: &str = "version: 1\r\n\r\ndn: cn=Noa Levi,mail=noa@levi.example\r\nobjectclass: person\r\n\
    cn: Noa Levi\r\ngivenName: Noa\r\nsn:: 15zXldeZ\r\nmail: noa@levi.example\r\nmozillaNickname: Noni\r\n\r\n\
    dn: cn=Board,mail=\r\nobjectclass: groupOfNames\r\ncn: Board\r\n\
    member: cn=Noa Levi,mail=noa@levi.example\r\nmember: cn=Dan Cohen,mail=dan@cohen.example\r\n";

#[test]
fn an_ldif_is_rows_with_its_lists_as_groups() {
    let table = read("a.ldif", LDIF).unwrap();
    assert_eq!(table.format, Format::Ldif);
    assert_eq!(
        people(&table),
        [
            cells(&[
                ("First name", "Noa"),
                ("Last name", "לוי"),
                ("Full name", "Noa Levi"),
                ("Nickname", "Noni"),
                ("E-mail", "noa@levi.example"),
                ("Groups", "Board")
            ]),
            cells(&[
                ("Full name", "Dan Cohen"),
                ("E-mail", "dan@cohen.example"),
                ("Groups", "Board")
            ]),
        ]
    );
    let error = read("a.ldif", "dn: cn=A\nchangetype: modify\n").unwrap_err();
    assert_eq!(error.code(), "unsupported_format");
    assert!(error.to_string().contains("changes"), "{error}");
}

fn card(name: &str) -> String {
    format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:1\nEND:VCARD\n")
}

#[test]
fn a_zip_of_cards_is_one_table() {
    let (noa, dan) = (card("Noa"), card("Dan"));
    let content = package(&[
        ("export/noa.vcf", noa.as_bytes()),
        ("__MACOSX/export/._noa.vcf", b"\0\x05\x16\x07"),
        ("export/readme.txt", b"Hello"),
        ("export/dan.vcf", dan.as_bytes()),
        ("more.ldif", LDIF.as_bytes()),
    ]);
    let table = read("a.zip", content).unwrap();
    assert_eq!(table.format, Format::Zip);
    let names: Vec<String> = people(&table)
        .iter()
        .map(|p| p["Full name"].clone())
        .collect();
    assert_eq!(names, ["Noa", "Dan", "Noa Levi", "Dan Cohen"]);
    let plain = package(&[("readme.txt", b"Hello")]);
    assert_eq!(
        read("a.zip", plain).unwrap_err().code(),
        "unsupported_format"
    );
}

#[test]
fn a_zip_of_spreadsheets_has_them_as_sheets() {
    let content = package(&[
        ("list/subscribed.csv", b"Email,Name\nnoa@x.example,Noa\n"),
        ("list/unsubscribed.csv", b"Email,Name\ndan@x.example,Dan\n"),
        ("readme.txt", b"Hello"),
    ]);
    let table = read("list.zip", content.clone()).unwrap();
    assert_eq!(table.format, Format::Csv);
    assert_eq!(
        table.sheets,
        ["list/subscribed.csv", "list/unsubscribed.csv"]
    );
    assert_eq!(table.sheet.as_deref(), Some("list/subscribed.csv"));
    assert_eq!(people(&table)[0]["Name"], "Noa");
    let of = |sheet: &str| ReadOptions {
        sheet: Some(sheet.into()),
        ..ReadOptions::default()
    };
    let other = open(
        bytes("list.zip", content.clone()),
        &of("list/unsubscribed.csv"),
    )
    .unwrap();
    assert_eq!(
        (other.name.as_str(), people(&other)[0]["Name"].as_str()),
        ("list.zip", "Dan")
    );
    let gone = open(bytes("list.zip", content.clone()), &of("gone")).unwrap_err();
    assert_eq!(gone.code(), "unknown_sheet");
    let nested = package(&[("a.csv", &content)]);
    assert_eq!(
        read("a.zip", nested).unwrap_err().code(),
        "unsupported_format"
    );
}

#[test]
fn a_folder_of_cards_is_one_table() {
    let folder = tempfile::tempdir().unwrap();
    let open_folder = || {
        open(
            Source::Path(folder.path().to_owned()),
            &ReadOptions::default(),
        )
    };
    assert_eq!(open_folder().unwrap_err().code(), "file_is_folder");
    std::fs::write(folder.path().join("b.vcf"), card("Noa")).unwrap();
    std::fs::write(folder.path().join("a.VCF"), card("Dan")).unwrap();
    std::fs::write(folder.path().join("empty.vcf"), "").unwrap();
    std::fs::write(folder.path().join("notes.txt"), "x").unwrap();
    let table = open_folder().unwrap();
    assert_eq!(table.format, Format::Folder);
    let names: Vec<String> = people(&table)
        .iter()
        .map(|p| p["Full name"].clone())
        .collect();
    assert_eq!(names, ["Dan", "Noa"]);
    std::fs::write(folder.path().join("b.vcf"), card("Somebody else")).unwrap();
    let error = table.read(&mut |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(error.code(), "changed_while_reading");
}

#[test]
fn rows_can_be_read_twice_and_stopped() {
    let content: String = (0..50).map(|n| card(&format!("N{n}"))).collect();
    let table = read("a.vcf", content).unwrap();
    assert_eq!(rows(&table), rows(&table));
    let numbers: Vec<u32> = rows(&table).iter().map(|row| row.number).collect();
    assert_eq!(numbers, (1..=50).collect::<Vec<_>>());
    let mut seen = 0;
    table
        .read(&mut |_| {
            seen += 1;
            if seen == 3 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
        .unwrap();
    assert_eq!(seen, 3);
}
