//! The gate, and which columns an export has. Files are read back in the acceptance tests.

mod organizations;

use roster_formats::{ReadOptions, Source};

use super::*;
use crate::contacts::{Contact, ContactsQuery};
use crate::error::Error;
use crate::gate::{Channel, LeftOut, Refusal};
use crate::progress::Job;
use crate::testing::{Temp, workspace};

fn request(path: &std::path::Path, fields: &[&str], purpose: Option<Channel>) -> ExportRequest {
    ExportRequest {
        path: path.display().to_string(),
        choice: ExportChoice {
            fields: fields.iter().map(|f| (*f).to_owned()).collect(),
            purpose,
            ..ExportChoice::default()
        },
        ..ExportRequest::default()
    }
}

/// Exports to csv and reads it back: the report, the header and the rows.
async fn exported(
    temp: &Temp,
    fields: &[&str],
    purpose: Option<Channel>,
) -> (ExportReport, Vec<String>, Vec<Vec<String>>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.csv");
    let report = run(&temp.ws, &request(&path, fields, purpose), &Job::silent())
        .await
        .unwrap();
    let (header, rows) = read_back(path);
    (report, header, rows)
}

/// The header and the rows of a file.
fn read_back(path: std::path::PathBuf) -> (Vec<String>, Vec<Vec<String>>) {
    let options = ReadOptions {
        header_row: Some(1),
        ..ReadOptions::default()
    };
    let table = roster_formats::open(Source::Path(path), &options).unwrap();
    let mut rows = Vec::new();
    table
        .read(&mut |row| {
            let width = table.columns.len();
            rows.push(
                (0..width)
                    .map(|i| row.cell(i).to_text().into_owned())
                    .collect(),
            );
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    (table.columns.clone(), rows)
}

async fn one_of_each(temp: &Temp) {
    temp.import(
        "First name,E-mail,Mobile,E-mail status,Street,Deceased,Do not contact\n\
         Active,a@x.example,050-123 4567,,Herzl 1,,\n\
         Out,b@x.example,052-345 6789,unsubscribed,,,\n\
         Gone,c@x.example,054-345 6789,,Herzl 2,yes,\n\
         Quiet,d@x.example,,,Herzl 3,,yes\n\
         Phone,,053-345 6789,,,,\n",
    )
    .await;
}

#[tokio::test]
async fn each_purpose_leaves_out_whom_it_may_not_or_cannot_reach() {
    let temp = workspace().await;
    one_of_each(&temp).await;
    let expected = [
        (Channel::Email, vec!["Active"], (1, 1)),
        (Channel::Phone, vec!["Active", "Out", "Phone"], (0, 0)),
        (Channel::Sms, vec!["Active", "Out", "Phone"], (0, 0)),
        (Channel::Post, vec!["Active"], (0, 2)),
    ];
    for (purpose, names, (opted_out, no_address)) in expected {
        let (report, _, rows) = exported(&temp, &["first_name", "email"], Some(purpose)).await;
        let found: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(found, names, "{purpose:?}");
        let left = LeftOut {
            opted_out,
            do_not_contact: 1,
            deceased: 1,
            no_address,
        };
        assert_eq!(
            (report.left_out, report.contacts),
            (left, names.len() as u64),
            "{purpose:?}"
        );
        assert!(
            rows.iter().all(|row| row[1] != "b@x.example"),
            "an opted-out value went out for {purpose:?}"
        );
    }
}

#[tokio::test]
async fn those_left_out_are_listed_with_what_stands_behind_it_and_without_their_addresses() {
    let temp = workspace().await;
    one_of_each(&temp).await;
    let folder = tempfile::tempdir().unwrap();
    let left = folder.path().join("left.csv");
    let asked = ExportRequest {
        left_out_path: Some(left.display().to_string()),
        ..request(&folder.path().join("out.csv"), &[], Some(Channel::Email))
    };
    let report = run(&temp.ws, &asked, &Job::silent()).await.unwrap();
    let rows: Vec<_> = report
        .left_out_rows
        .iter()
        .map(|row| (row.name.as_str(), row.refusal, row.reason.is_some()))
        .collect();
    let expected = [
        ("Gone", Refusal::Deceased, false),
        ("Out", Refusal::OptedOut, true),
        ("Phone", Refusal::NoAddress, false),
        ("Quiet", Refusal::DoNotContact, false),
    ];
    assert_eq!(rows, expected);
    let file = std::fs::read_to_string(&left).unwrap();
    assert!(file.contains("Out") && !file.contains('@'), "{file}");
    let later = folder.path().join("later.csv");
    let save = LeftOutRequest {
        path: later.display().to_string(),
        query: ContactsQuery::default(),
        selection: None,
        purpose: Channel::Email,
    };
    assert_eq!(
        save_left_out(&temp.ws, &save, &Job::silent())
            .await
            .unwrap()
            .contacts,
        4
    );
    assert_eq!(std::fs::read_to_string(&later).unwrap(), file);
}

#[tokio::test]
async fn without_a_purpose_everybody_goes_out_with_their_state() {
    let temp = workspace().await;
    one_of_each(&temp).await;
    let (report, columns, rows) = exported(&temp, &[], None).await;
    assert_eq!((report.contacts, report.left_out), (5, LeftOut::default()));
    let status = columns.iter().position(|c| c == "E-mail status").unwrap();
    let states: Vec<&str> = rows.iter().map(|row| row[status].as_str()).collect();
    assert_eq!(states, ["active", "active", "opted out", "", "active"]);
    assert!(
        !columns.iter().any(|c| c == "Nickname"),
        "a column without a value: {columns:?}"
    );
}

#[tokio::test]
async fn several_points_take_several_columns_and_a_plain_field_takes_all() {
    let temp = workspace().await;
    let settings = crate::workspace::Settings {
        country: Some("IL".into()),
        ..Default::default()
    };
    crate::workspace::set_settings(&temp.ws, &settings)
        .await
        .unwrap();
    temp.create(&[
        ("full_name", "Noa"),
        ("phone_mobile", "050-123 4567"),
        ("phone_office", "04-812 3456"),
        ("email", "a@x.example"),
        ("email", "b@x.example"),
    ])
    .await;
    let (_, columns, _) = exported(&temp, &[], None).await;
    for title in ["Phone, mobile", "Phone, office", "E-mail", "E-mail 2"] {
        assert!(columns.iter().any(|c| c == title), "{title} of {columns:?}");
    }
    let (_, _, rows) = exported(&temp, &["phone", "phone2", "email2"], None).await;
    assert_eq!(
        rows[0],
        ["+972 50-123-4567", "+972 4-812-3456", "b@x.example"]
    );
}

#[tokio::test]
async fn an_unknown_field_or_ending_is_refused_and_nothing_is_written() {
    let temp = workspace().await;
    temp.create(&[("full_name", "Noa")]).await;
    let folder = tempfile::tempdir().unwrap();
    for (name, field) in [("a.csv", "shoe_size"), ("a.pdf", "first_name")] {
        let refused = run(
            &temp.ws,
            &request(&folder.path().join(name), &[field], None),
            &Job::silent(),
        )
        .await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{name}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_cancelled_export_leaves_the_file_that_was_there() {
    let temp = workspace().await;
    temp.create(&[("full_name", "Noa")]).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, "before").unwrap();
    let job = Job::silent();
    job.cancel_handle().cancel();
    assert!(matches!(
        run(&temp.ws, &request(&path, &[], None), &job).await,
        Err(Error::Cancelled)
    ));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "before");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[tokio::test]
async fn an_export_imports_into_a_new_workspace_without_loss() {
    let temp = workspace().await;
    temp.import(
        "Prefix,First name,Last name,Company,Job title,E-mail,E-mail 2,\"Phone, mobile\",Street,City,\"City, home\",Country,Groups,Tags,Birthday,Notes,Shelf\n\
         Dr.,Noa,Levi,\"Acme, Ltd\",CFO,noa@levi.example,n2@levi.example,050-123 4567,Herzl 1,Haifa,Eilat,IL,\"Board, Choir\",vip,1990-05-06,\"=1+1\nline\",3\n",
    )
    .await;
    let folder = tempfile::tempdir().unwrap();
    for name in ["out.xlsx", "out.csv"] {
        let path = folder.path().join(name);
        run(&temp.ws, &request(&path, &[], None), &Job::silent())
            .await
            .unwrap();
        let other = workspace().await;
        let source = crate::import::ImportSource::File {
            path: path.display().to_string(),
        };
        let report = other
            .import_with(crate::import::ImportRequest {
                source,
                country: None,
                ..crate::testing::request("")
            })
            .await;
        assert_eq!(
            (report.created, report.kept_as_notes.len()),
            (1, 0),
            "{name}"
        );
        assert_eq!(comparable(&other).await, comparable(&temp).await, "{name}");
    }
}

/// A contact as JSON without what differs between two workspaces: ids and the way a phone is written.
async fn comparable(temp: &Temp) -> serde_json::Value {
    let mut contact: Contact = crate::contacts::get(&temp.ws, 1).await.unwrap();
    for point in &mut contact.points {
        point.id = 0;
        if point.kind == "phone" {
            point.value.clear();
        }
    }
    contact.changed.clear();
    serde_json::to_value(contact).unwrap()
}
