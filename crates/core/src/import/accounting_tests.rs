//! Nothing is dropped in silence: of any file every row is counted once, and every value is stored or reported.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::contacts;
use crate::fields::{self, FieldAdd};
use crate::progress::Job;
use crate::testing::{request, workspace};
use crate::values::custom::FieldType;

/// What is typed, and what a contact then holds somewhere: as a value, or as it was typed in its notes.
type Cell = (&'static str, &'static str);

const HEADER: &str =
    "E-mail;Name;Mobile;Birthday;Country;Do not contact;Colour;Lifecycle;Address;Job title";
/// Several rows may be of one person, who has one name and different details.
const EMAIL: &[Cell] = &[
    ("same@x.example", "same@x.example"),
    ("{}@x.example", "{}@x.example"),
    ("{}@x.example, b{}@x.example", "b{}@x.example"),
    ("anna@", "anna@"),
    ("", ""),
];
const REST: [&[Cell]; 9] = [
    &[
        ("Noa Levi", "Levi"),
        ("van Dijk, Noa", "van Dijk"),
        ("Reception", "Reception"),
        ("a & b", "a & b"),
        ("", ""),
    ],
    &[
        ("050-123 4567", "050-123 4567"),
        ("050-123 4567 / 052-345 6789", "052-345 6789"),
        ("call me", "call me"),
        ("4.41E+11", "4.41E+11"),
        ("", ""),
    ],
    &[
        ("06.05.1984", "1984-05-06"),
        ("31.02.2020", "31.02.2020"),
        ("soon", "soon"),
        ("", ""),
    ],
    &[("Deutschland", "DE"), ("Atlantis", "Atlantis"), ("", "")],
    &[
        ("yes", "\"do_not_contact\":true"),
        ("perhaps", "perhaps"),
        ("no", ""),
        ("", ""),
    ],
    &[("RED", "red"), ("mauve", "mauve"), ("", "")],
    &[("hot lead", "lead/hot"), ("friend", "friend"), ("", "")],
    &[
        ("Hauptstr. 5, 10115 Berlin, Germany", "10115"),
        ("near the church", "near the church"),
        ("", ""),
    ],
    &[("CFO", "CFO"), ("", "")],
];

fn rows() -> impl Strategy<Value = Vec<Vec<Cell>>> {
    let row = REST.map(select).to_vec();
    let row = (select(EMAIL), row).prop_map(|(email, rest)| [vec![email], rest].concat());
    proptest::collection::vec(row, 1..12)
}

fn text(cell: &str, row: usize) -> String {
    cell.replace("{}", &format!("a{row}"))
}

async fn every_value_is_somewhere(rows: Vec<Vec<Cell>>) {
    let temp = workspace().await;
    let colour = FieldAdd {
        label: "Colour".into(),
        kind: FieldType::OneOf,
        options: vec!["red".into()],
        ..FieldAdd::default()
    };
    fields::add(&temp.ws, &colour).await.unwrap();
    let lines = rows.iter().enumerate().map(|(at, row)| {
        let cells: Vec<String> = row
            .iter()
            .map(|(typed, _)| format!("\"{}\"", text(typed, at)))
            .collect();
        cells.join(";")
    });
    let csv = format!("{HEADER}\n{}\n", lines.collect::<Vec<_>>().join("\n"));
    let mut import = request(&csv);
    import.options.header_row = Some(1);
    import.options.delimiter = Some(';');
    let rehearsed = rehearse(&temp.ws, import.clone(), &Job::silent()).await;
    let report = match run(&temp.ws, import, &Job::silent()).await {
        Err(crate::error::Error::NoRows { .. }) => return,
        other => other.unwrap(),
    };
    let filled = rows
        .iter()
        .filter(|row| row.iter().any(|(typed, _)| !typed.is_empty()))
        .count() as u64;
    let counted =
        report.created + report.updated + report.unchanged + report.duplicates + report.rejected;
    assert_eq!((report.rows, counted), (filled, filled));
    for (at, column) in report.mapping.iter().enumerate() {
        let values = column.values.unwrap();
        let given = rows.iter().filter(|row| !row[at].0.is_empty()).count() as u64;
        assert_eq!(values.given, given, "{}", column.column);
        assert_eq!(
            values.stored + values.reported(),
            given,
            "{}",
            column.column
        );
    }
    let rehearsed = rehearsed.unwrap();
    let values = |report: &ImportReport| -> Vec<_> {
        report.mapping.iter().map(|column| column.values).collect()
    };
    assert_eq!(values(&rehearsed), values(&report));
    assert_eq!(rehearsed.kept_as_notes, report.kept_as_notes);
    // Rejected rows are kept whole, with every cell. What a repeating one says otherwise is told, and stands as a note.
    let is_kept = |row: usize| {
        let mut samples = report.samples.iter();
        let kept = [Outcome::Created, Outcome::Duplicate];
        samples.any(|sample| sample.row as usize == row && kept.contains(&sample.outcome))
    };
    for (at, row) in rows.iter().enumerate().filter(|(at, _)| is_kept(at + 2)) {
        for (typed, kept) in row.iter().filter(|(_, kept)| !kept.is_empty()) {
            let found = temp.find_text(&text(kept, at)).await;
            assert!(found, "row {}: “{typed}” is nowhere as “{kept}”", at + 2);
        }
    }
}

impl crate::testing::Temp {
    /// Whether some contact holds a text, in whichever field.
    async fn find_text(&self, text: &str) -> bool {
        let conn = self.ws.snapshot().unwrap();
        let mut statement = conn.prepare("SELECT id FROM contacts").unwrap();
        let ids: Vec<i64> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let all = contacts::by_ids_in_bulk(&conn, &ids).unwrap();
        all.iter()
            .any(|contact| serde_json::to_string(contact).unwrap().contains(text))
    }
}

/// Of a column: in, stored, kept as notes, giving way, left out, ignored, in rejected rows.
fn fate(report: &ImportReport, column: &str) -> [u64; 7] {
    let mut columns = report.mapping.iter();
    let found = columns.find(|c| c.column == column).unwrap();
    let values = found.values.unwrap();
    [
        values.given,
        values.stored,
        values.noted,
        values.kept_existing,
        values.left_out,
        values.ignored,
        values.rejected,
    ]
}

#[tokio::test]
async fn every_column_tells_what_became_of_its_values() {
    let temp = workspace().await;
    temp.import("First name,E-mail,Mobile,City\nNoa,noa@levi.example,050-123 4567,Haifa\n")
        .await;
    let mut import = request(
        "First name,E-mail,Mobile,City,Language,Shoe\n\
         Noa,noa@levi.example,052-345 6789,Haifa,Hebrew,37\n\
         Dana,dana@x.example,call me, ,??,38\n\
         Uri,,,Eilat,,39\n\
         Dana Bar,dana@x.example,,Lod,,\n",
    );
    import.mapping = vec![ColumnMapping {
        values: vec![ValueMapping {
            value: "??".into(),
            becomes: None,
        }],
        ..ColumnMapping::new(5, Some("language".into()))
    }];
    let rehearsed = rehearse(&temp.ws, import.clone(), &Job::silent()).await;
    let done = run(&temp.ws, import, &Job::silent()).await.unwrap();
    for report in [&rehearsed.unwrap(), &done] {
        assert_eq!(fate(report, "Mobile"), [2, 0, 1, 1, 0, 0, 0]);
        assert_eq!(fate(report, "City"), [3, 2, 0, 0, 0, 0, 1]);
        assert_eq!(fate(report, "Language"), [2, 1, 0, 0, 1, 0, 0]);
        assert_eq!(fate(report, "Shoe"), [3, 0, 0, 0, 0, 2, 1]);
        assert_eq!(fate(report, "E-mail")[..2], [3, 3]);
    }
}

#[tokio::test]
async fn a_contact_that_is_only_recognized_takes_no_value() {
    let temp = workspace().await;
    temp.import("First name,E-mail\nNoa,noa@levi.example\n")
        .await;
    let mut import = request("First name,E-mail,City\nNoa,noa@levi.example,Haifa\n");
    import.mode = Mode::Create;
    let rehearsed = rehearse(&temp.ws, import.clone(), &Job::silent()).await;
    let done = run(&temp.ws, import, &Job::silent()).await.unwrap();
    for report in [&rehearsed.unwrap(), &done] {
        assert_eq!(fate(report, "City"), [1, 0, 0, 1, 0, 0, 0]);
    }
}

#[tokio::test]
async fn what_could_not_be_used_is_noted_on_contacts_alone_that_the_row_may_change() {
    let temp = workspace().await;
    temp.import("E-mail,Notes\nnoa@levi.example,Likes tea\n")
        .await;
    let list = "E-mail,Mobile,Birthday\n\
                noa@levi.example,call me,soon\n\
                \"uri@x.example, anna@\",050-123 4567,\n";
    let noted = |report: &ImportReport| report.kept_as_notes.values().sum::<u64>();
    let mut import = request(list);
    import.mode = Mode::OptOut;
    let out = run(&temp.ws, import, &Job::silent()).await.unwrap();
    assert_eq!((noted(&out), out.left_out_values), (0, 2));
    assert_eq!(fate(&out, "Mobile"), [2, 1, 0, 0, 1, 0, 0]);
    assert_eq!(fate(&out, "E-mail"), [2, 1, 0, 0, 1, 0, 0]);
    assert_eq!(fate(&out, "Birthday"), [1, 0, 0, 0, 0, 1, 0]);
    let mut import = request(list);
    import.mode = Mode::Create;
    let rehearsed = rehearse(&temp.ws, import.clone(), &Job::silent()).await;
    let created = run(&temp.ws, import, &Job::silent()).await.unwrap();
    for report in [&rehearsed.unwrap(), &created] {
        assert_eq!(noted(report), 1, "of the new contact");
        assert_eq!(fate(report, "Mobile"), [2, 1, 0, 1, 0, 0, 0]);
    }
    assert!(!temp.find_text("call me").await, "Noa stays as she was");
    let updated = run(&temp.ws, request(list), &Job::silent()).await.unwrap();
    assert_eq!((noted(&updated), updated.updated), (3, 1));
    for text in ["Likes tea", "Mobile: call me", "Birthday: soon"] {
        assert!(temp.find_text(text).await, "{text}");
    }
    let again = run(&temp.ws, request(list), &Job::silent()).await.unwrap();
    assert_eq!((again.updated, again.unchanged), (0, 2));
}

#[tokio::test]
async fn a_word_that_labels_no_address_is_kept_as_a_note() {
    let temp = workspace().await;
    let list = "E-mail,Address 1 - Label,Address 1 - Street,Address 1 - City,Website 1 - Label,Website 1 - Value\n\
                noa@levi.example,Summer house,Beach 1,Eilat,Blog,noa.example\n\
                uri@x.example,Home,Main 2,Haifa,,uri.example\n";
    let report = temp.import(list).await;
    assert_eq!(report.kept_as_notes["unknown_label"], 1);
    assert_eq!(fate(&report, "Address 1 - Label"), [2, 1, 1, 0, 0, 0, 0]);
    let noa = contacts::get(&temp.ws, 1).await.unwrap();
    let website = noa.points.iter().find(|p| p.kind == "website").unwrap();
    assert_eq!(website.label.as_deref(), Some("blog"));
    assert!(temp.find_text("Address 1 - Label: Summer house").await);
    let uri = contacts::get(&temp.ws, 2).await.unwrap();
    assert_eq!((uri.addresses[0].label.as_str(), uri.notes), ("home", None));
}

#[tokio::test]
async fn the_label_of_a_value_that_the_row_does_not_have_is_kept_as_a_note() {
    let temp = workspace().await;
    let list = "E-mail,Contact point labels\nnoa@levi.example,\"phone,+34612345679,Boat\"\n\
                uri@x.example,\"email,uri@x.example,Office\"\n";
    let report = temp.import(list).await;
    assert_eq!(report.kept_as_notes["invalid_label"], 1);
    assert!(temp.find_text("Contact point labels: Boat").await);
    let uri = contacts::get(&temp.ws, 2).await.unwrap();
    assert_eq!(uri.points[0].label.as_deref(), Some("Office"));
}

#[tokio::test]
async fn an_address_that_two_cells_tell_differently_keeps_both() {
    let temp = workspace().await;
    let list = "E-mail,Full address,City\n\
                noa@levi.example,\"Hauptstr. 5, 10115 Berlin, Germany\",Bonn\n\
                uri@x.example,\"Hauptstr. 5, 10115 Berlin, Germany\",Berlin\n";
    let mut import = request(list);
    import.mapping = vec![ColumnMapping {
        split: Some(true),
        ..ColumnMapping::new(2, Some("full_address".into()))
    }];
    let report = run(&temp.ws, import, &Job::silent()).await.unwrap();
    assert_eq!(report.kept_as_notes["another_value"], 1);
    assert!(temp.find_text("City: Bonn").await);
    assert_eq!(fate(&report, "City"), [2, 1, 1, 0, 0, 0, 0]);
}

#[tokio::test]
async fn of_a_list_of_opt_outs_only_phones_and_e_mails_are_stored() {
    let temp = workspace().await;
    let mut import = request("First name,E-mail\nNoa,noa@levi.example\nUri,\n");
    import.mode = Mode::OptOut;
    let done = run(&temp.ws, import, &Job::silent()).await.unwrap();
    assert_eq!(fate(&done, "First name"), [2, 0, 0, 0, 0, 1, 1]);
    assert_eq!(fate(&done, "E-mail"), [1, 1, 0, 0, 0, 0, 0]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn every_value_of_a_file_is_stored_or_reported(rows in rows()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(every_value_is_somewhere(rows));
    }
}
