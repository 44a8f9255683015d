//! Which files a split export makes, and that a failed one makes none.

use std::collections::BTreeMap;

use super::*;
use crate::export::{ExportChoice, run as export};
use crate::gate::Channel;
use crate::testing::{Temp, workspace};

const PEOPLE: &str = "First name,E-mail,E-mail status,Country,Groups,Company\n\
    Noa,a@x.example,,IL,\"Choir, Board\",Acme\n\
    Ines,b@x.example,,ES,Choir,acme\n\
    Eli,c@x.example,unsubscribed,IL,,\n\
    Ada,d@x.example,,,Con,\n";

fn request(folder: &Path, by: &str, format: &str) -> ExportRequest {
    ExportRequest {
        path: folder.display().to_string(),
        choice: ExportChoice {
            format: Some(format.into()),
            fields: vec!["first_name".into()],
            split_by: Some(by.into()),
            ..ExportChoice::default()
        },
        ..ExportRequest::default()
    }
}

/// The files of a folder with their text.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(path).unwrap_or_default();
        (
            name,
            text.replace("\r\n", " ")
                .trim_start_matches('\u{feff}')
                .trim()
                .to_owned(),
        )
    };
    entries.map(read).collect()
}

fn table(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pairs = pairs
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    pairs.collect()
}

async fn office() -> Temp {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    temp
}

#[tokio::test]
async fn each_value_has_its_file_and_who_has_several_is_in_each() {
    let temp = office().await;
    let folder = tempfile::tempdir().unwrap();
    let split = async |by: &str| {
        let inside = folder.path().join(by);
        std::fs::create_dir(&inside).unwrap();
        let report = export(&temp.ws, &request(&inside, by, "csv"), &Job::silent())
            .await
            .unwrap();
        assert_eq!(report.contacts, 4, "{by}: each contact once");
        (report.files, files(&inside))
    };
    let (told, made) = split("groups").await;
    let expected = [
        ("(none).csv", "First name Eli"),
        ("Board.csv", "First name Noa"),
        ("Choir.csv", "First name Ines Noa"),
        ("_Con.csv", "First name Ada"),
    ];
    assert_eq!(made, table(&expected));
    let last = told.last().unwrap();
    assert_eq!(
        (last.name.as_str(), &last.value, last.contacts),
        ("(none).csv", &None, 1)
    );
    let (_, made) = split("country").await;
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(names, ["(none).csv", "Israel.csv", "Spain.csv"]);
    let (_, made) = split("organization").await;
    assert_eq!(made.len(), 2, "capitals don't make another file: {made:?}");
    let (_, made) = split("owner").await;
    assert_eq!(made.keys().collect::<Vec<_>>(), ["(none).csv"]);
}

#[tokio::test]
async fn the_gate_decides_for_all_files_together_and_nobody_is_counted_twice() {
    let temp = office().await;
    let folder = tempfile::tempdir().unwrap();
    let mut asked = request(folder.path(), "country", "csv");
    asked.choice.purpose = Some(Channel::Email);
    let report = export(&temp.ws, &asked, &Job::silent()).await.unwrap();
    assert_eq!((report.contacts, report.left_out.opted_out), (3, 1));
    assert_eq!(files(folder.path())["Israel.csv"], "First name Noa");
}

#[tokio::test]
async fn what_stands_in_the_folder_stays() {
    let temp = office().await;
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        export(
            &temp.ws,
            &request(folder.path(), "country", "xlsx"),
            &Job::silent(),
        )
        .await
        .unwrap();
    }
    let names: Vec<String> = files(folder.path()).into_keys().collect();
    let expected = [
        "(none) (2).xlsx",
        "(none).xlsx",
        "Israel (2).xlsx",
        "Israel.xlsx",
        "Spain (2).xlsx",
        "Spain.xlsx",
    ];
    assert_eq!(names, expected);
}

#[tokio::test]
async fn a_failed_or_cancelled_split_leaves_nothing_behind() {
    let temp = office().await;
    let folder = tempfile::tempdir().unwrap();
    let refused = |by: &'static str, path: &Path| {
        let asked = request(path, by, "csv");
        let ws = &temp.ws;
        async move { export(ws, &asked, &Job::silent()).await.unwrap_err() }
    };
    let unknown = refused("shoe_size", folder.path()).await;
    assert!(matches!(unknown, Error::Invalid { .. }));
    let no_folder = refused("country", &folder.path().join("none")).await;
    assert!(matches!(no_folder, Error::Invalid { .. }));
    let job = Job::silent();
    job.cancel_handle().cancel();
    let cancelled = export(&temp.ws, &request(folder.path(), "country", "csv"), &job).await;
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert!(files(folder.path()).is_empty());
    // One that can't take its place takes those before it back.
    let making = tempfile::tempdir_in(folder.path()).unwrap();
    std::fs::write(making.path().join("a.csv"), "").unwrap();
    let file = |name: &str| SplitFile {
        name: name.into(),
        value: None,
        contacts: 1,
    };
    assert!(put(&making, folder.path(), &[file("a.csv"), file("gone.csv")]).is_err());
    drop(making);
    assert!(files(folder.path()).is_empty());
}

#[tokio::test]
async fn a_column_with_a_value_for_each_person_is_refused() {
    let temp = workspace().await;
    let rows: String = (0..=MOST_FILES)
        .map(|n| format!("P{n},p{n}@x.example\n"))
        .collect();
    temp.import(&format!("First name,E-mail\n{rows}")).await;
    let folder = tempfile::tempdir().unwrap();
    let refused = export(
        &temp.ws,
        &request(folder.path(), "email", "csv"),
        &Job::silent(),
    )
    .await;
    assert!(matches!(
        refused,
        Err(Error::TooManyFiles {
            files: 201,
            most: 200
        })
    ));
    assert!(files(folder.path()).is_empty());
}

#[tokio::test]
async fn what_one_contact_leaves_behind_in_several_files_is_told_once() {
    let temp = workspace().await;
    let rows = "First name,E-mail,Groups,Lifecycle\n\
        Noa,a@x.example,\"Choir, Board\",lead/hot\nIno,b@x.example,Choir,lead/hot\n";
    temp.import(rows).await;
    let folder = tempfile::tempdir().unwrap();
    let mut asked = request(folder.path(), "groups", "csv");
    asked.choice.dialect = Some("google".into());
    asked.choice.fields = Vec::new();
    let report = export(&temp.ws, &asked, &Job::silent()).await.unwrap();
    let left = report.left_behind.iter();
    let left: Vec<_> = left.map(|one| (one.field.as_str(), one.contacts)).collect();
    assert_eq!((report.contacts, left), (2, vec![("lifecycle", 2)]));
}
