//! Importing through the whole pipeline, on rows that are typed here. Real files are tried in the acceptance tests.

use super::*;
use crate::contacts::{self, PointStatus};
use crate::error::Error;
use crate::progress::Job;
use crate::testing::{Temp, request, workspace};
use crate::workspace::stats;

async fn notes(temp: &Temp, id: i64) -> String {
    contacts::get(&temp.ws, id)
        .await
        .unwrap()
        .notes
        .unwrap_or_default()
}

pub(super) fn counts(report: &ImportReport) -> [u64; 5] {
    let all = [
        report.created,
        report.updated,
        report.unchanged,
        report.duplicates,
        report.rejected,
    ];
    assert_eq!(all.iter().sum::<u64>(), report.rows);
    all
}

#[tokio::test]
async fn the_same_rows_twice_change_nothing() {
    let temp = workspace().await;
    let rows = "First name,Last name,Company,Job title,E-mail,Mobile,Street,City,Country,Groups,Tags,Birthday,Notes\n\
        Noa,Levi,Acme,CFO,noa@levi.example,12,Herzl 1,Haifa,Israel,Board,vip,1990-05-06,hello\n\
        ,,,,,052-345 6789,,,,,,31.31.1990,\n";
    assert_eq!(counts(&temp.import(rows).await), [2, 0, 0, 0, 0]);
    let before = temp.dump().await;
    assert_eq!(counts(&temp.import(rows).await), [0, 0, 2, 0, 0]);
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn a_row_without_a_valid_point_is_rejected_with_the_reason() {
    let temp = workspace().await;
    let report = temp
        .import(
            "Name,E-mail,Mobile\nNo Point,,\nBad Mail,anna@,\nBad Both,anna@,12\nCut,,4.41E+11\n",
        )
        .await;
    assert_eq!(counts(&report), [0, 0, 0, 0, 4]);
    let reasons: Vec<(&str, u64)> = report
        .reasons
        .iter()
        .map(|(k, v)| (k.as_str(), *v))
        .collect();
    assert_eq!(
        reasons,
        [
            ("damaged_number", 1),
            ("invalid_email", 2),
            ("no_contact_point", 1)
        ]
    );
    let problem = &report.samples[1].problems[0];
    assert_eq!(
        (problem.column.as_deref(), problem.value.as_deref()),
        (Some("E-mail"), Some("anna@"))
    );
    assert!(!problem.hint.is_empty());
}

#[tokio::test]
async fn a_bad_detail_beside_a_good_one_becomes_a_note() {
    let temp = workspace().await;
    let report = temp
        .import("Name,E-mail,Mobile\nNoa,noa@levi.example,12\n")
        .await;
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    assert_eq!(report.kept_as_notes["invalid_phone"], 1);
    assert!(notes(&temp, 1).await.contains("Mobile: 12"));
}

#[tokio::test]
async fn a_repeated_row_is_folded_into_the_earlier_one_and_loses_nothing() {
    let temp = workspace().await;
    let rows = "First name,E-mail,Mobile,Groups,Notes\n\
        Noa,noa@levi.example,,Board,one\n\
        Noa,NOA@levi.example,050-123 4567,Choir,two\n";
    assert_eq!(counts(&temp.import(rows).await), [1, 0, 0, 1, 0]);
    let contact = contacts::get(&temp.ws, 1).await.unwrap();
    assert_eq!(contact.points.len(), 2);
    assert_eq!(contact.groups, ["Board", "Choir"]);
    assert_eq!(contact.notes.as_deref(), Some("one\ntwo"));
}

#[tokio::test]
async fn a_shared_phone_with_a_clearly_different_name_is_another_person() {
    let temp = workspace().await;
    let rows = "First name,Last name,Mobile\nNoa,Levi,050-123 4567\nDan,Levi,0501234567\n";
    assert_eq!(counts(&temp.import(rows).await), [2, 0, 0, 0, 0]);
    assert_eq!(counts(&temp.import(rows).await), [0, 0, 2, 0, 0]);
    let married = "First name,Last name,Mobile\nNoa,Cohen,+972 50 123 4567\n";
    assert_eq!(counts(&temp.import(married).await), [0, 0, 1, 0, 0]);
}

#[tokio::test]
async fn of_several_that_a_row_fits_one_is_meant_that_it_has_nothing_new_for() {
    let temp = workspace().await;
    let rows = "First name,Last name,E-mail,Mobile,Groups,Birthday,Country\n\
        Ines,Levi,desk@x.example,,,1984-05-06,Spain\n\
        ,Levi,,5.01234567E+8,Choir,1984-05-06,IL\n\
        Noa,Levi,noa@x.example,+972501234567,Choir,1984-05-06,Spain\n\
        Ines,Levi,desk@x.example,+972501234567,,1984-05-06,Spain\n";
    temp.import(rows).await;
    let again = temp.import(rows).await;
    assert_eq!((again.created, again.updated), (0, 0));
}

#[tokio::test]
async fn the_order_of_the_keys_decides_between_two_contacts() {
    let temp = workspace().await;
    temp.import("E-mail,Mobile\na@x.example,\n,050-123 4567\n")
        .await;
    let row = "E-mail,Mobile,Notes\na@x.example,0501234567,hit\n";
    let phone_first = ImportRequest {
        match_keys: vec![MatchKey::Phone, MatchKey::Email],
        ..request(row)
    };
    temp.import_with(phone_first).await;
    assert_eq!(
        (
            notes(&temp, 1).await.as_str(),
            notes(&temp, 2).await.as_str()
        ),
        ("", "hit")
    );
}

#[tokio::test]
async fn updating_fills_replaces_or_adds_and_never_erases() {
    let first = "First name,Nickname,E-mail,Mobile,Notes\nNoa,,noa@levi.example,050-123 4567,one\n";
    let second =
        "First name,Nickname,E-mail,Mobile,Notes\nNoah,Nunu,noa@levi.example,052-345 6789,\n";
    for (update, expected) in [
        (Update::Fill, ("Noa", Some("Nunu"), vec!["+972501234567"])),
        (
            Update::Replace,
            ("Noah", Some("Nunu"), vec!["+972523456789"]),
        ),
        (
            Update::Add,
            ("Noa", Some("Nunu"), vec!["+972501234567", "+972523456789"]),
        ),
    ] {
        let temp = workspace().await;
        temp.import(first).await;
        let report = temp
            .import_with(ImportRequest {
                update,
                ..request(second)
            })
            .await;
        assert_eq!(counts(&report), [0, 1, 0, 0, 0]);
        let contact = contacts::get(&temp.ws, 1).await.unwrap();
        let phones: Vec<&str> = contact
            .points
            .iter()
            .filter(|p| p.kind == "phone")
            .filter_map(|p| p.normalized.as_deref())
            .collect();
        assert_eq!(
            (
                contact.first_name.as_deref().unwrap(),
                contact.nickname.as_deref(),
                phones
            ),
            expected
        );
        assert_eq!(contact.notes.as_deref(), Some("one"));
    }
}

#[tokio::test]
async fn the_modes_create_or_update_only() {
    let temp = workspace().await;
    temp.import("First name,E-mail\nNoa,noa@levi.example\n")
        .await;
    let rows = "First name,E-mail,Notes\nNoa,noa@levi.example,new\nDan,dan@katz.example,new\n";
    let create = ImportRequest {
        mode: Mode::Create,
        ..request(rows)
    };
    assert_eq!(counts(&temp.import_with(create).await), [1, 0, 1, 0, 0]);
    assert_eq!(notes(&temp, 1).await, "");
    let more = format!("{rows}Eva,eva@x.example,new\n");
    let report = temp
        .import_with(ImportRequest {
            mode: Mode::Update,
            ..request(&more)
        })
        .await;
    assert_eq!(counts(&report), [0, 1, 1, 0, 1]);
    assert_eq!(report.reasons["no_match"], 1);
}

#[tokio::test]
async fn an_import_makes_opt_outs_and_never_lifts_one() {
    let temp = workspace().await;
    temp.import("First name,E-mail,E-mail status\nNoa,noa@levi.example,unsubscribed\n")
        .await;
    let contact = contacts::get(&temp.ws, 1).await.unwrap();
    assert_eq!(contact.points[0].status, PointStatus::OptedOut);
    assert!(!contact.active);
    temp.import("First name,E-mail,E-mail status\nNoa,Noa@Levi.example,active\n")
        .await;
    assert_eq!(
        contacts::get(&temp.ws, 1).await.unwrap().points[0].status,
        PointStatus::OptedOut
    );
}

#[tokio::test]
async fn a_yes_counts_by_what_its_header_asks() {
    for (header, yes, no) in [("Email Opt Out", true, false), ("Subscribed", false, true)] {
        let temp = workspace().await;
        let mapping = vec![ColumnMapping {
            position: 2,
            field: Some("status_email".into()),
            ..ColumnMapping::new(0, None)
        }];
        let rows = format!("E-mail,{header}\nyes@x.example,yes\nno@x.example,no\n");
        temp.import_with(ImportRequest {
            mapping,
            ..request(&rows)
        })
        .await;
        for (id, out) in [(1, yes), (2, no)] {
            let status = contacts::get(&temp.ws, id).await.unwrap().points[0].status;
            assert_eq!(
                status == PointStatus::OptedOut,
                out,
                "{header}, contact {id}"
            );
        }
    }
}

#[tokio::test]
async fn the_mode_opt_out_keeps_unknown_values_as_suppressions() {
    let temp = workspace().await;
    temp.import("First name,E-mail\nNoa,noa@levi.example\n")
        .await;
    let rows = "E-mail\nnoa@levi.example\nnobody@x.example\nnobody@x.example\nrubbish\n";
    let out = || ImportRequest {
        mode: Mode::OptOut,
        ..request(rows)
    };
    assert_eq!(counts(&temp.import_with(out()).await), [0, 2, 0, 1, 1]);
    assert_eq!(stats(&temp.ws).await.unwrap().opt_outs, 2);
    assert_eq!(stats(&temp.ws).await.unwrap().contacts, 1);
    assert_eq!(counts(&temp.import_with(out()).await), [0, 0, 2, 1, 1]);
}

#[tokio::test]
async fn a_rehearsal_counts_as_the_import_does_and_writes_nothing() {
    let temp = workspace().await;
    temp.import("First name,E-mail\nNoa,noa@levi.example\n")
        .await;
    let rows = "First name,E-mail,Mobile,Groups\nNoa,noa@levi.example,050-123 4567,Board\n\
        Dan,dan@katz.example,,\nDan,dan@katz.example,,\nX,,\n";
    let before = temp.dump().await;
    let rehearsed = rehearse(&temp.ws, request(rows), &Job::silent())
        .await
        .unwrap();
    assert_eq!(temp.dump().await, before);
    let done = temp.import(rows).await;
    assert_eq!(counts(&rehearsed), counts(&done));
    assert_eq!(counts(&done), [1, 1, 0, 1, 1]);
    assert_eq!(rehearsed.reasons, done.reasons);
}

#[tokio::test]
async fn a_corrected_cell_is_imported_as_corrected() {
    let temp = workspace().await;
    let edits = vec![CellEdit {
        row: 2,
        position: 2,
        value: "noa@levi.example".into(),
    }];
    let report = temp
        .import_with(ImportRequest {
            edits,
            ..request("Name,E-mail\nNoa,noa@\n")
        })
        .await;
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    assert_eq!(temp.search("noa@levi").await.len(), 1);
}

#[tokio::test]
async fn a_cancelled_import_leaves_the_workspace_as_it_was() {
    let temp = workspace().await;
    temp.import("First name,E-mail\nNoa,noa@levi.example\n")
        .await;
    let before = temp.dump().await;
    let job = Job::silent();
    job.cancel_handle().cancel();
    let cancelled = run(
        &temp.ws,
        request("First name,E-mail\nDan,dan@katz.example\n"),
        &job,
    )
    .await;
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn columns_without_a_field_become_custom_fields_when_asked() {
    let temp = workspace().await;
    let rows = "First name,E-mail,Shelf no.\nNoa,noa@levi.example,3\n";
    let report = temp.import(rows).await;
    assert_eq!(report.mapping[2].field, "ignore");
    temp.undo().await;
    let fields = ImportRequest {
        new_fields: true,
        ..request(rows)
    };
    let rehearsed = rehearse(&temp.ws, fields.clone(), &Job::silent())
        .await
        .unwrap();
    let report = temp.import_with(fields.clone()).await;
    assert_eq!(report.mapping[2].field, rehearsed.mapping[2].field);
    let field = report.mapping[2].field.clone();
    let id = contacts::details(&temp.ws, &contacts::ContactsQuery::default(), 0, 1)
        .await
        .unwrap()
        .1[0]
        .id;
    assert_eq!(
        contacts::get(&temp.ws, id).await.unwrap().fields[&field],
        "3"
    );
    assert_eq!(counts(&temp.import_with(fields).await), [0, 0, 1, 0, 0]);
}

#[tokio::test]
async fn the_mapping_of_a_header_is_remembered_also_for_its_rejected_rows() {
    let temp = workspace().await;
    let mapping = vec![ColumnMapping {
        position: 1,
        field: Some("nickname".into()),
        ..ColumnMapping::new(0, None)
    }];
    temp.import_with(ImportRequest {
        mapping,
        ..request("What,E-mail\nNoa,noa@\n")
    })
    .await;
    let text = "What,E-mail,Not imported because,How to mend it\nNoa,noa@levi.example,x,y\n";
    let preview = preview(
        &temp.ws,
        PreviewRequest {
            source: ImportSource::Text { text: text.into() },
            options: Default::default(),
            rows: Some(20),
            raw: false,
            dialect: None,
            named: None,
        },
        &Job::silent(),
    )
    .await
    .unwrap();
    let fields: Vec<Option<&str>> = preview.columns.iter().map(|c| c.field.as_deref()).collect();
    assert!(preview.remembered);
    assert_eq!(
        fields,
        [
            Some("nickname"),
            Some("email"),
            Some("ignore"),
            Some("ignore")
        ]
    );
    assert_eq!(counts(&temp.import(text).await), [1, 0, 0, 0, 0]);
}

#[tokio::test]
async fn one_field_for_two_columns_is_refused() {
    let temp = workspace().await;
    let map = |position, field: &str| ColumnMapping {
        position,
        field: Some(field.into()),
        ..ColumnMapping::new(0, None)
    };
    let twice = vec![map(1, "birthday"), map(2, "birthday")];
    let refused = run(
        &temp.ws,
        ImportRequest {
            mapping: twice,
            ..request("A,B\nx,y\n")
        },
        &Job::silent(),
    )
    .await;
    assert!(matches!(refused, Err(Error::Invalid { .. })));
    let emails = vec![map(1, "email"), map(2, "email2")];
    let rows = "A,B\na@x.example,b@x.example\n";
    temp.import_with(ImportRequest {
        mapping: emails,
        ..request(rows)
    })
    .await;
    assert_eq!(contacts::get(&temp.ws, 1).await.unwrap().points.len(), 2);
}

#[tokio::test]
async fn parts_of_two_places_are_never_mixed() {
    let temp = workspace().await;
    temp.import("E-mail,City\nnoa@levi.example,Leeds\n").await;
    temp.import("E-mail,Street,City\nnoa@levi.example,Herzl 1,Haifa\n")
        .await;
    let contact = contacts::get(&temp.ws, 1).await.unwrap();
    assert_eq!(
        (
            contact.addresses[0].street.as_deref(),
            contact.addresses[0].city.as_deref()
        ),
        (None, Some("Leeds"))
    );
    temp.import("E-mail,Street,City\nnoa@levi.example,Albion St,LEEDS\n")
        .await;
    let contact = contacts::get(&temp.ws, 1).await.unwrap();
    assert_eq!(contact.addresses[0].street.as_deref(), Some("Albion St"));
}

#[tokio::test]
async fn sample_data_is_a_sound_workspace_of_its_own() {
    let temp = workspace().await;
    let report = sample_data(&temp.ws, &Job::silent()).await.unwrap();
    assert_eq!((report.rejected, report.kept_as_notes.len()), (0, 0));
    assert!(report.created >= 60 && report.opted_out >= 2);
    let check = crate::workspace::check(&temp.ws).await.unwrap();
    assert_eq!(check.problems, Vec::<String>::new());
    temp.undo().await;
    assert_eq!(stats(&temp.ws).await.unwrap().contacts, 0);
}

#[tokio::test]
async fn rows_without_an_organization_are_taken_by_the_chosen_one_or_rejected_where_one_is_required()
 {
    let temp = workspace().await;
    let rows = "First name,E-mail,Company\nNoa,noa@x.example,Acme\nDan,dan@x.example,\n";
    let settings = crate::workspace::Settings {
        organization_required: true,
        ..Default::default()
    };
    crate::workspace::set_settings(&temp.ws, &settings)
        .await
        .unwrap();
    let refused = temp.import(rows).await;
    assert_eq!((refused.created, refused.rejected), (1, 1));
    assert_eq!(
        refused.reasons,
        std::collections::BTreeMap::from([("no_organization".into(), 1)])
    );
    let taken = temp
        .import_with(ImportRequest {
            organization: Some(" Aurora ".into()),
            ..request(rows)
        })
        .await;
    assert_eq!((taken.created, taken.unchanged), (1, 1));
    assert_eq!(temp.search("aurora").await, ["Dan"]);
    assert_eq!(temp.search("acme").await, ["Noa"], "its own stays");
}

#[tokio::test]
async fn a_birthday_in_three_columns_is_one_and_a_third_line_goes_with_the_second() {
    let temp = workspace().await;
    let report = temp
        .import(
            "First name,E-mail,Birth Year,Birth Month,Birth Day,Work Street,Work Street 2,Work Street 3\n\
             Noa,noa@x.example,1980,3,7,Herzl 5,Entrance B,Flat 9\n\
             Dana,dana@x.example,,,,Herzl 7,,Flat 2\n\
             Uri,uri@x.example,,3,7,,,\n",
        )
        .await;
    assert_eq!(report.created, 3);
    let noa = contacts::get(&temp.ws, 1).await.unwrap();
    assert_eq!(noa.birthday.as_deref(), Some("1980-03-07"));
    assert_eq!(
        noa.addresses[0].street2.as_deref(),
        Some("Entrance B, Flat 9")
    );
    let dana = contacts::get(&temp.ws, 2).await.unwrap();
    assert_eq!(dana.addresses[0].street2.as_deref(), Some("Flat 2"));
    let uri = contacts::get(&temp.ws, 3).await.unwrap();
    assert!(uri.birthday.is_some() || uri.notes.is_some(), "{uri:?}");
}
