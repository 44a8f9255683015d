//! The names that files are kept under.

use super::*;

#[cfg(unix)]
#[tokio::test]
async fn hostile_names_are_kept_as_plain_ones() {
    let desk = desk().await;
    let paths = [
        desk.file("a\\..\\..\\b.txt", "1"),
        desk.file("CON.txt", "2"),
        desk.file("invoice\u{202E}fdp.exe", "3"),
        desk.file("two\nlines.txt", "4"),
    ];
    desk.attach(desk.contact, &paths).await.unwrap();
    assert_eq!(
        desk.names().await,
        ["twolines.txt", "invoicefdp.exe", "_CON.txt", "b.txt"]
    );
}

#[tokio::test]
async fn a_name_that_not_every_system_takes_is_refused() {
    let desk = desk().await;
    let id = desk.one("a.txt", "a").await.id;
    let long = "x".repeat(300);
    for name in [
        "",
        " ",
        "../b.txt",
        "/etc/passwd",
        "C:b.txt",
        "NUL",
        "b?.txt",
        &long,
    ] {
        let name = name.to_owned();
        let refused = rename(&desk.temp.ws, &FileRename { id, name }).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })));
    }
    assert_eq!(desk.names().await, ["a.txt"]);
    for (name, kept) in [
        ("חוזה", "חוזה.txt"),
        ("Mr. Smith v1.2", "Mr. Smith v1.2.txt"),
        ("notes.md", "notes.md"),
    ] {
        let name = name.to_owned();
        let renamed = rename(&desk.temp.ws, &FileRename { id, name }).await;
        assert_eq!(renamed.unwrap().file.name, kept);
    }
}
