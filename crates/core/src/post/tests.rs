//! Whom letters go to, and what stands on them. The PDF itself is tested where it is made.

use roster_formats::{ReadOptions, Source};

use super::*;
use crate::progress::Job;
use crate::testing::{Temp, workspace};

const PEOPLE: &str = "\
First name,Last name,E-mail,Street,Postcode,City,Region,Country,Deceased,Do not contact,Organization
Ada,Reed,ada@x.example,1 Elm Rd,90001,Los Angeles,CA,US,,,Acme
Ben,Reed,ben@x.example,1 ELM RD.,90001,Los Angeles,CA,US,,,
Cy,Okafor,cy@x.example,1 Elm Rd,90001,Los Angeles,CA,US,,,
Dora,Klein,dora@x.example,Hauptstr. 1,10115,Berlin,,Deutschland,,,
Gone,Old,gone@x.example,Hauptstr. 2,10115,Berlin,,DE,yes,,
Quiet,Soul,quiet@x.example,Hauptstr. 3,10115,Berlin,,DE,,yes,
Mail,Only,mail@x.example,,,,,,,,
";

async fn people() -> Temp {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    temp
}

async fn letters_of(temp: &Temp, mailing: Mailing) -> (Mailed, Vec<Vec<String>>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letters.csv");
    let request = LettersRequest {
        path: path.display().to_string(),
        mailing,
    };
    let mailed = letters(&temp.ws, &request, &Job::silent()).await.unwrap();
    let options = ReadOptions {
        header_row: Some(1),
        ..ReadOptions::default()
    };
    let table = roster_formats::open(Source::Path(path), &options).unwrap();
    let mut rows: Vec<Vec<String>> = Vec::new();
    table
        .read(&mut |row| {
            let cells = (0..table.columns.len()).map(|i| row.cell(i).to_text().into_owned());
            rows.push(cells.collect());
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    (mailed, rows)
}

/// Name and lines of the address of each letter, sorted.
fn addressed(rows: &[Vec<String>]) -> Vec<String> {
    let lines = |row: &Vec<String>| {
        row[11..]
            .iter()
            .filter(|l| !l.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" / ")
    };
    let mut lines: Vec<String> = rows.iter().map(lines).collect();
    lines.sort();
    lines
}

#[tokio::test]
async fn letters_go_to_those_whom_the_gate_lets_pass() {
    let temp = people().await;
    let (mailed, rows) = letters_of(&temp, Mailing::default()).await;
    assert_eq!((mailed.contacts, mailed.letters), (4, 4));
    assert_eq!(
        (
            mailed.left_out.deceased,
            mailed.left_out.do_not_contact,
            mailed.left_out.no_address
        ),
        (1, 1, 1)
    );
    assert_eq!(
        addressed(&rows),
        [
            "Ada Reed / 1 Elm Rd / Los Angeles, CA 90001 / UNITED STATES",
            "Ben Reed / 1 ELM RD. / Los Angeles, CA 90001 / UNITED STATES",
            "Cy Okafor / 1 Elm Rd / Los Angeles, CA 90001 / UNITED STATES",
            "Dora Klein / Hauptstr. 1 / 10115 Berlin / GERMANY",
        ]
    );
}

#[tokio::test]
async fn a_country_is_named_abroad_only_and_in_the_offices_language() {
    let temp = people().await;
    let mailing = Mailing {
        home: Some("US".into()),
        language: Some("de".into()),
        ..Mailing::default()
    };
    let (_, rows) = letters_of(&temp, mailing).await;
    let addressed = addressed(&rows);
    assert_eq!(addressed[0], "Ada Reed / 1 Elm Rd / Los Angeles, CA 90001");
    assert_eq!(
        addressed[3],
        "Dora Klein / Hauptstr. 1 / 10115 Berlin / DEUTSCHLAND"
    );
}

#[tokio::test]
async fn those_who_live_together_get_one_letter() {
    let temp = people().await;
    let mailing = Mailing {
        per_household: true,
        ..Mailing::default()
    };
    let (mailed, rows) = letters_of(&temp, mailing.clone()).await;
    assert_eq!((mailed.contacts, mailed.letters), (4, 2));
    let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert!(
        names.contains(&"Ada Reed, Ben Reed, Cy Okafor"),
        "{names:?}"
    );

    temp.import("First name,Last name,E-mail,Street,City\nEva,Lund,eva@y.example,Lillv. 4,Oslo\nFinn,Lund,finn@y.example,Lillv. 4,Oslo\n").await;
    let (_, rows) = letters_of(&temp, mailing).await;
    let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert!(names.contains(&"Eva & Finn Lund"), "{names:?}");
}

#[tokio::test]
async fn colleagues_in_one_house_are_no_household() {
    let temp = workspace().await;
    temp.import(
        "First name,Last name,E-mail,Organization,Work street,Work city\n\
         Ada,Reed,ada@x.example,Acme,1 Dock St,Leeds\n\
         Ben,Katz,ben@x.example,Acme,1 Dock St,Leeds\n",
    )
    .await;
    let (mailed, rows) = letters_of(
        &temp,
        Mailing {
            per_household: true,
            ..Mailing::default()
        },
    )
    .await;
    assert_eq!(mailed.letters, 2);
    assert_eq!(addressed(&rows)[0], "Ada Reed / Acme / 1 Dock St / Leeds");
}

async fn label_errors(temp: &Temp, change: impl Fn(&mut LabelsRequest)) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("labels.pdf");
    std::fs::write(&path, "kept").unwrap();
    let mut request = LabelsRequest {
        path: path.display().to_string(),
        first: 1,
        ..LabelsRequest::default()
    };
    change(&mut request);
    let told = labels(&temp.ws, &request, &Job::silent())
        .await
        .unwrap_err();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "kept");
    told.to_string()
}

#[tokio::test]
async fn what_cannot_be_printed_is_told_and_changes_no_file() {
    let temp = people().await;
    let known = |code: &str| SheetChoice::Known {
        code: code.to_owned(),
    };
    assert!(
        label_errors(&temp, |r| r.sheet = known("L1"))
            .await
            .contains("L7160")
    );
    assert!(
        label_errors(&temp, |r| r.first = 22)
            .await
            .contains("21 labels")
    );
    assert!(
        label_errors(&temp, |r| r.path.push_str(".docx"))
            .await
            .contains(".pdf")
    );
    assert!(
        label_errors(&temp, |r| r.mailing.query.filter =
            "city = \"Nowhere\"".into())
        .await
        .contains("Nobody")
    );
    let mut own = sheets().await.unwrap().sheets[0].sheet;
    own.step_across = 10.0;
    assert!(
        label_errors(&temp, |r| r.sheet = SheetChoice::Own { sheet: own })
            .await
            .contains("overlap")
    );
}

#[tokio::test]
async fn labels_are_printed_on_as_many_sheets_as_they_need() {
    let temp = people().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("labels.PDF");
    let request = |first| LabelsRequest {
        path: path.display().to_string(),
        first,
        ..LabelsRequest::default()
    };
    let one = labels(&temp.ws, &request(1), &Job::silent()).await.unwrap();
    assert_eq!((one.letters, one.pages, one.cut), (4, 1, 0));
    let two = labels(&temp.ws, &request(19), &Job::silent())
        .await
        .unwrap();
    assert_eq!((two.letters, two.pages), (4, 2));
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
}
