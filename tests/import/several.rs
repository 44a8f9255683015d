use crate::support::Desk;
use crate::support::desk::counts;
use crate::support::dump::{assert_same, dump};

#[test]
fn several_files_add_up() {
    let desk = Desk::new();
    let one = desk.file("one.csv", "Name,E-mail\nNoa,noa@x.example\nNobody,\n");
    let two = desk.file("two.csv", "Name,Mobile\nInes,+34612345678\n");
    let report = desk.roster(&["import", &one, &two]).done();
    assert_eq!(counts(&report), [2, 0, 0, 0, 1]);
    let files = report["files"].as_array().unwrap();
    assert_eq!((files.len(), &files[1]["created"]), (2, &1.into()));
    assert_ne!(
        files[0]["batch"], files[1]["batch"],
        "each file is undone by itself"
    );
}

#[test]
fn where_one_file_fails_those_before_it_are_taken_back() {
    let desk = Desk::new();
    desk.import_csv(&["Name,E-mail", "Omar,omar@x.example"], &[]);
    let before = dump(&desk.workspace());
    let one = desk.file("one.csv", "Name,E-mail\nNoa,noa@x.example\n");
    desk.roster(&[
        "import",
        &one,
        &crate::support::desk::text(&desk.path("missing.csv")),
    ])
    .failed();
    assert_same(&before, &dump(&desk.workspace()));
}
