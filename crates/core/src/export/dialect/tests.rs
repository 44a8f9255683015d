//! Each dialect, read back by an import into an empty workspace that recognizes it by itself.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::contacts::{Address, Point, PointStatus};
use crate::export::{ExportChoice, ExportReport, ExportRequest, run};
use crate::import::{ImportReport, ImportRequest, ImportSource};
use crate::progress::Job;
use crate::testing::{Temp, request, workspace};

const PEOPLE: &str = "\
Prefix,First name,Middle name,Last name,Full name,Nickname,E-mail,Work e-mail,E-mail status,Mobile,Office phone,Home phone,Fax,\
Website,LinkedIn,Skype,Company,Job title,Street,\"Street, line 2\",City,Region,Postcode,Country,\"Street, work\",\"City, work\",\
Groups,Tags,Birthday,Notes,Language,Source,Shelf
Dr.,Noa,Miriam,Levi,,Nono,noa@x.example,noa@acme.example,,+972501234567,+97248123456,,+97248123457,\
https://noa.example,https://linkedin.example/noa,noa.levi,\"Acme, Ltd\",CFO,Herzl 1,Flat 2,Haifa,North,3100001,IL,Port 5,Ashdod,\
\"Board, \"\"Smith; Sons, Ltd\"\"\",\"vip, \"\"press, daily\"\"\",1984-05-06,\"two\nlines, \"\"quoted\"\"\",he,Fair,3
,,,,Reception,,desk@x.example,,,,,+34915550100,,,,,,,,,,,,,,,,,,,,,
,Ines,,Vidal,,,ines@x.example,,unsubscribed,+34612345678,,,,,,,,,Calle 5,,Sevilla,Sevilla,41001,ES,,,Board,,--02-29,,,,
,=1+1,,@SUM(A1),,,eq@x.example,,,,,,,,,,-2+3,,,,,,,,,,,,,\t=x,,,
,Łukasz,,Żółć,,,lukasz@x.example,,,+48601234567,,,,,,,,,,,Łódź,,,PL,,,,,,,,,
";

async fn office() -> Temp {
    let temp = workspace().await;
    let report = temp
        .import_with(ImportRequest {
            new_fields: true,
            ..request(PEOPLE)
        })
        .await;
    assert_eq!((report.created, report.rejected), (5, 0), "{report:?}");
    temp
}

async fn exported(temp: &Temp, choice: ExportChoice) -> (ExportReport, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.csv");
    let asked = ExportRequest {
        path: path.display().to_string(),
        choice,
        ..ExportRequest::default()
    };
    let report = run(&temp.ws, &asked, &Job::silent()).await.unwrap();
    (report, std::fs::read_to_string(&path).unwrap())
}

fn for_program(dialect: &str) -> ExportChoice {
    ExportChoice {
        dialect: Some(dialect.to_owned()),
        ..ExportChoice::default()
    }
}

/// Exports for a program and imports that, as a file without any hint, into an empty workspace.
async fn there_and_back(temp: &Temp, dialect: &str) -> (ExportReport, ImportReport, Temp) {
    let (report, text) = exported(temp, for_program(dialect)).await;
    let other = workspace().await;
    let source = ImportSource::Bytes {
        name: "people.csv".into(),
        bytes: text.into_bytes(),
    };
    let imported = other.import_with(ImportRequest::new(source)).await;
    (report, imported, other)
}

/// What of each contact a program carries, by first name or name.
async fn carried(temp: &Temp, of: impl Fn(&Contact) -> Value) -> BTreeMap<String, Value> {
    let mut conn = temp.ws.read().await.unwrap();
    let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM contacts ORDER BY id")
        .fetch_all(&mut *conn)
        .await
        .unwrap();
    let all = crate::contacts::by_ids(&mut conn, &ids).await.unwrap();
    all.iter().map(|c| (c.name.clone(), of(c))).collect()
}

fn sorted(mut values: Vec<Value>) -> Value {
    values.sort_by_key(Value::to_string);
    Value::Array(values)
}

fn points(contact: &Contact, of: impl Fn(&Point) -> Option<Value>) -> Value {
    let active = contact
        .points
        .iter()
        .filter(|p| p.status != PointStatus::OptedOut);
    sorted(active.filter_map(of).collect())
}

fn places(contact: &Contact, takes: impl Fn(&Address) -> bool) -> Value {
    let parts = |a: &Address| {
        json!([
            a.label, a.street, a.street2, a.city, a.region, a.postcode, a.country
        ])
    };
    sorted(
        contact
            .addresses
            .iter()
            .filter(|a| takes(a))
            .map(parts)
            .collect(),
    )
}

fn work(contact: &Contact) -> Value {
    let first = contact.organizations.first();
    json!([
        first.map(|o| &o.name),
        first.map(|o| &o.title),
        contact.notes
    ])
}

fn left(report: &ExportReport) -> Vec<(&str, u64)> {
    let left = report.left_behind.iter();
    let mut left: Vec<_> = left.map(|one| (one.field.as_str(), one.contacts)).collect();
    left.sort_unstable();
    left
}

#[tokio::test]
async fn google_reads_names_points_addresses_groups_and_notes() {
    let temp = office().await;
    let (report, imported, other) = there_and_back(&temp, "google").await;
    let dialect = imported.dialect.as_ref().unwrap();
    assert_eq!(
        (dialect.name.as_str(), dialect.locale.as_str()),
        ("google", "new")
    );
    assert_eq!(
        (imported.created, imported.rejected),
        (5, 0),
        "{imported:?}"
    );
    let of = |c: &Contact| {
        let point = |p: &Point| {
            // Google has no place for messaging.
            (p.kind != "messaging").then(|| json!([p.kind, p.label, p.normalized]))
        };
        let names = json!([c.prefix, c.middle_name, c.nickname, c.birthday, c.groups]);
        json!([names, points(c, point), places(c, |_| true), work(c)])
    };
    assert_eq!(carried(&other, of).await, carried(&temp, of).await);
    let expected = [
        ("language", 1),
        ("opted_out", 1),
        ("skype", 1),
        ("source", 1),
        ("tags", 1),
    ];
    assert_eq!(left(&report), expected);
}

#[tokio::test]
async fn outlook_reads_names_points_three_addresses_and_categories_in_each_of_its_languages() {
    let temp = office().await;
    let of = |c: &Contact| {
        let point = |p: &Point| match p.kind.as_str() {
            "messaging" | "social" => None,
            // One e-mail is like the other.
            "email" => Some(json!([p.kind, p.normalized])),
            _ => Some(json!([p.kind, p.label, p.normalized])),
        };
        let birthday = c.birthday.as_ref().filter(|day| !day.starts_with("--"));
        let names = json!([
            c.prefix,
            c.middle_name,
            c.full_name,
            birthday,
            c.tags,
            c.language,
            c.source
        ]);
        json!([names, points(c, point), places(c, |_| true), work(c)])
    };
    let expected = carried(&temp, of).await;
    for language in outlook::languages() {
        let (report, imported, other) = there_and_back(&temp, &format!("outlook:{language}")).await;
        let dialect = imported.dialect.as_ref().unwrap();
        assert_eq!(
            (dialect.name.as_str(), dialect.locale.as_str()),
            ("outlook-desktop", language)
        );
        assert_eq!(carried(&other, of).await, expected, "{language}");
        let left_behind = [
            ("birthday", 1),
            ("groups", 2),
            ("linkedin", 1),
            ("nickname", 1),
            ("opted_out", 1),
            ("point_labels", 1),
            ("shelf", 1),
            ("skype", 1),
        ];
        assert_eq!(left(&report), left_behind, "{language}");
    }
}

#[tokio::test]
async fn mailchimp_gets_only_whom_it_may_write_to_unless_asked() {
    let temp = office().await;
    let (report, imported, other) = there_and_back(&temp, "mailchimp").await;
    assert_eq!(imported.dialect.as_ref().unwrap().name, "mailchimp");
    assert_eq!((report.contacts, report.left_out.opted_out), (4, 1));
    assert_eq!(
        (imported.created, imported.rejected),
        (4, 0),
        "{imported:?}"
    );
    let of = |c: &Contact| {
        let first = |kind: &str| {
            let mut points = c.points.iter().filter(|p| p.kind == kind);
            points.next().map(|p| p.normalized.clone())
        };
        let day = c
            .birthday
            .as_ref()
            .map(|day| day[day.len() - 5..].to_owned());
        let one = |a: &Address| a.primary && a.street.is_some();
        json!([
            c.last_name,
            first("email"),
            first("phone"),
            places(c, one),
            day,
            c.tags,
            c.notes
        ])
    };
    let mut expected = carried(&temp, of).await;
    expected.remove("Ines Vidal");
    // Middle names and titles stay behind.
    let noa = expected.remove("Dr. Noa Miriam Levi").unwrap();
    expected.insert("Noa Levi".into(), noa);
    assert_eq!(carried(&other, of).await, expected);
    let left = left(&report);
    for what in [
        "birth_year",
        "work_email",
        "groups",
        "further_addresses",
        "organization",
    ] {
        assert!(
            left.contains(&(what, 1)) || left.contains(&(what, 2)),
            "{what}: {left:?}"
        );
    }
    let asked = ExportChoice {
        opted_out: true,
        ..for_program("mailchimp")
    };
    let (report, text) = exported(&temp, asked).await;
    assert_eq!(report.contacts, 5);
    assert!(text.contains("ines@x.example"));
}

#[tokio::test]
async fn google_has_as_many_columns_as_are_needed_and_lists_for_more() {
    let temp = workspace().await;
    let phones: Vec<String> = (0..7).map(|n| format!("+9725012345{n}0")).collect();
    let mut set: Vec<(&str, &str)> = phones
        .iter()
        .map(|p| ("phone_mobile", p.as_str()))
        .collect();
    set.extend([("first_name", "Noa"), ("phone_home", "+97248123456")]);
    temp.create(&set).await;
    temp.create(&[
        ("first_name", "Eli"),
        ("email", "a@x.example"),
        ("email", "b@x.example"),
    ])
    .await;
    let (_, text) = exported(&temp, for_program("google")).await;
    let header = text.lines().next().unwrap();
    assert!(
        header.contains("E-mail 2 - Value") && !header.contains("E-mail 3"),
        "{header}"
    );
    assert!(
        header.contains("Phone 2 - Value") && !header.contains("Phone 3"),
        "{header}"
    );
    assert_eq!(text.matches(" ::: ").count(), 6, "{text}");
    assert!(text.contains(",*,a@x.example,,b@x.example,"), "{text}");
    let (_, _, other) = there_and_back(&temp, "google").await;
    let of = |c: &Contact| points(c, |p| Some(json!([p.label, p.normalized, p.primary])));
    assert_eq!(carried(&other, of).await, carried(&temp, of).await);
}

#[tokio::test]
async fn two_addresses_of_one_label_come_back_from_google() {
    let temp = workspace().await;
    let csv = "First name,E-mail,Street,City,Further addresses\n\
        Noa,a@x.example,Herzl 1,Haifa,\"physical,Second 2,,Lod\nmailing,PO Box 1,,Eilat\"\n";
    assert_eq!(temp.import(csv).await.created, 1);
    let (report, imported, other) = there_and_back(&temp, "google").await;
    assert_eq!((left(&report), imported.kept_as_notes.len()), (vec![], 0));
    let of = |c: &Contact| places(c, |_| true);
    let places = carried(&other, of).await;
    assert_eq!(places["Noa"].as_array().unwrap().len(), 3);
    assert_eq!(places, carried(&temp, of).await);
}

#[tokio::test]
async fn opted_out_values_go_to_an_address_book_only_when_asked_for() {
    let temp = office().await;
    for (opted_out, expected) in [(false, false), (true, true)] {
        let choice = ExportChoice {
            opted_out,
            ..for_program("google")
        };
        let (report, text) = exported(&temp, choice).await;
        assert_eq!(text.contains("ines@x.example"), expected);
        assert_eq!((report.contacts, report.left_out.opted_out), (5, 0));
    }
}

#[tokio::test]
async fn chosen_fields_are_all_that_goes_out_and_unknown_programs_are_refused() {
    let temp = office().await;
    let choice = ExportChoice {
        fields: vec!["first_name".into(), "email".into()],
        ..for_program("outlook:de")
    };
    let (report, text) = exported(&temp, choice).await;
    assert!(
        text.contains("Noa") && text.contains("noa@x.example"),
        "{text}"
    );
    assert!(!text.contains("Levi") && !text.contains("Haifa"), "{text}");
    assert_eq!(left(&report), [("opted_out", 1)]);
    for wrong in ["lotus", "google:old", "outlook:xx", "mailchimp:"] {
        assert!(Dialect::parse(wrong).is_err(), "{wrong}");
    }
    let columns = ["first_name".to_owned()];
    let folder = tempfile::tempdir().unwrap();
    for (name, fields) in [("a.csv", &columns[..]), ("a.xlsx", &[])] {
        let asked = ExportRequest {
            path: folder.path().join(name).display().to_string(),
            choice: ExportChoice {
                fields: fields.to_vec(),
                ..for_program("mailchimp")
            },
            ..ExportRequest::default()
        };
        let refused = run(&temp.ws, &asked, &Job::silent()).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{name}");
    }
}
