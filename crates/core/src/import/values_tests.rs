//! Names, addresses and cells taken apart; columns joined; values of lists mapped.

use super::*;
use crate::contacts;
use crate::fields;
use crate::kept::{KeptByName, KeptRename};
use crate::progress::Job;
use crate::testing::{Temp, request, workspace};
use crate::values::custom::FieldType;

fn mapped(text: &str, change: impl Fn(&mut Vec<ColumnMapping>)) -> ImportRequest {
    let mut request = request(text);
    change(&mut request.mapping);
    request
}

fn given(position: u32, field: &str) -> ColumnMapping {
    ColumnMapping::new(position, Some(field.into()))
}

async fn run_ok(temp: &Temp, request: ImportRequest) -> ImportReport {
    run(&temp.ws, request, &Job::silent()).await.unwrap()
}

#[tokio::test]
async fn full_names_are_taken_apart_where_certain() {
    let temp = workspace().await;
    let rows = "Name,E-mail\n\"Dr. van Dijk, Noa\",noa@x.example\nReception,info@x.example\n";
    run_ok(&temp, request(rows)).await;
    let noa = contacts::get(&temp.ws, 1).await.unwrap();
    assert_eq!(noa.name, "Dr. Noa van Dijk");
    assert_eq!(noa.last_name.as_deref(), Some("van Dijk"));
    assert_eq!(noa.full_name, None);
    let desk = contacts::get(&temp.ws, 2).await.unwrap();
    assert_eq!(
        (desk.full_name.as_deref(), desk.first_name),
        (Some("Reception"), None)
    );
    let again = run_ok(&temp, request(rows)).await;
    assert_eq!(again.unchanged, 2, "the same file twice changes nothing");
}

#[tokio::test]
async fn a_name_stays_whole_where_asked_or_where_other_columns_have_its_parts() {
    let temp = workspace().await;
    let whole = mapped("Name,E-mail\nNoa Levi,noa@x.example\n", |m| {
        let mut name = given(1, "full_name");
        name.split = Some(false);
        m.push(name);
    });
    run_ok(&temp, whole).await;
    run_ok(
        &temp,
        request("Display name,First name,E-mail\nTom Berg,Thomas,tom@x.example\n"),
    )
    .await;
    assert_eq!(
        contacts::get(&temp.ws, 1)
            .await
            .unwrap()
            .full_name
            .as_deref(),
        Some("Noa Levi")
    );
    assert_eq!(contacts::get(&temp.ws, 2).await.unwrap().last_name, None);
}

#[tokio::test]
async fn parts_of_a_name_are_not_mixed_with_those_that_are_there() {
    let temp = workspace().await;
    run_ok(
        &temp,
        request("First name,Last name,E-mail\nAnna Maria,Berg,anna@x.example\n"),
    )
    .await;
    let report = run_ok(
        &temp,
        request("Name,E-mail\nAnna Maria Berg,anna@x.example\n"),
    )
    .await;
    assert_eq!(report.unchanged, 1);
    assert_eq!(contacts::get(&temp.ws, 1).await.unwrap().middle_name, None);
}

#[tokio::test]
async fn whole_addresses_are_taken_apart_where_certain() {
    let temp = workspace().await;
    let rows = "Name,E-mail,Address\nA B,a@x.example,\"Hauptstr. 5, 10115 Berlin, Germany\"\nC D,c@x.example,near the church\n";
    run_ok(&temp, request(rows)).await;
    let first = contacts::get(&temp.ws, 1)
        .await
        .unwrap()
        .addresses
        .remove(0);
    let parts = [
        first.street,
        first.postcode,
        first.city,
        first.country,
        first.full_address,
    ];
    let expected = [
        Some("Hauptstr. 5"),
        Some("10115"),
        Some("Berlin"),
        Some("DE"),
        None,
    ];
    assert_eq!(parts.each_ref().map(Option::as_deref), expected);
    let second = contacts::get(&temp.ws, 2)
        .await
        .unwrap()
        .addresses
        .remove(0);
    assert_eq!(second.full_address.as_deref(), Some("near the church"));
}

#[tokio::test]
async fn two_columns_with_one_field_are_joined() {
    let temp = workspace().await;
    let rows = "Road,No,Name,E-mail,N1,N2\nHauptstr.,5,Noa Levi,noa@x.example,one,two\n,7,Tom Berg,tom@x.example,,\n";
    let joined = |m: &mut Vec<ColumnMapping>| {
        m.extend([
            given(1, "street"),
            given(2, "street"),
            given(5, "notes"),
            given(6, "notes"),
        ]);
    };
    run_ok(&temp, mapped(rows, joined)).await;
    let noa = contacts::get(&temp.ws, 1).await.unwrap();
    assert_eq!(noa.addresses[0].street.as_deref(), Some("Hauptstr. 5"));
    assert_eq!(noa.notes.as_deref(), Some("one\ntwo"));
    let tom = contacts::get(&temp.ws, 2).await.unwrap();
    assert_eq!(tom.addresses[0].street.as_deref(), Some("7"));
    let comma = |m: &mut Vec<ColumnMapping>| {
        joined(m);
        m[1].separator = Some(" No. ".into());
        m[1].update = Some(Update::Replace);
        m[0].update = Some(Update::Replace);
    };
    let report = run_ok(&temp, mapped(rows, comma)).await;
    assert_eq!((report.updated, report.unchanged), (1, 1));
    let look = PreviewRequest {
        source: request(rows).source,
        options: Default::default(),
        rows: Some(0),
        raw: false,
        dialect: None,
        named: None,
    };
    let preview = preview(&temp.ws, look, &Job::silent()).await.unwrap();
    let fields: Vec<_> = preview.columns.iter().map(|c| c.field.clone()).collect();
    assert_eq!(
        fields[..2],
        [Some("street".into()), Some("street".into())],
        "remembered"
    );
}

#[tokio::test]
async fn a_field_that_is_no_text_is_given_to_one_column() {
    let temp = workspace().await;
    let rows = "A,B,E-mail\n1990-01-01,1990-01-01,a@x.example\n";
    let twice = mapped(rows, |m| {
        m.extend([given(1, "birthday"), given(2, "birthday")])
    });
    let error = run(&temp.ws, twice, &Job::silent()).await.unwrap_err();
    assert!(error.to_string().contains("birthday"), "{error}");
}

async fn colours(temp: &Temp) {
    let field = fields::FieldAdd {
        label: "Colour".into(),
        kind: FieldType::ManyOf,
        options: vec!["red".into(), "blue".into()],
        ..fields::FieldAdd::default()
    };
    fields::add(&temp.ws, &field).await.unwrap();
}

fn becomes(value: &str, other: Option<&str>) -> ValueMapping {
    ValueMapping {
        value: value.into(),
        becomes: other.map(Into::into),
    }
}

const COLOURS: &str = "Name,E-mail,Colour,Country\nA,a@x.example,rot; blue,Deutschland\nB,b@x.example,grün,Narnia\nC,c@x.example,?,DE\n";

#[tokio::test]
async fn values_are_shown_with_their_counts_and_whether_they_are_understood() {
    let temp = workspace().await;
    colours(&temp).await;
    let seen = values(&temp.ws, request(COLOURS), &Job::silent())
        .await
        .unwrap();
    assert_eq!((seen.rows, seen.complete), (3, true));
    let colour = &seen.columns.iter().find(|c| c.position == 3).unwrap();
    assert_eq!(
        (
            colour.kind.as_str(),
            colour.distinct,
            colour.unknown,
            colour.can_add
        ),
        ("list", 4, 3, true)
    );
    let blue = colour.values.iter().find(|v| v.value == "blue").unwrap();
    assert!(blue.understood && blue.means[0].value == "blue");
    let country = &seen.columns.iter().find(|c| c.position == 4).unwrap();
    let read: Vec<_> = country
        .values
        .iter()
        .map(|v| (v.value.as_str(), v.understood))
        .collect();
    assert_eq!(
        read[0],
        ("Narnia", false),
        "what is not understood comes first"
    );
    assert_eq!(country.unknown, 1);
}

#[tokio::test]
async fn values_become_others_new_options_or_nothing_and_all_is_undone() {
    let temp = workspace().await;
    colours(&temp).await;
    let before = temp.dump().await;
    let request = || {
        mapped(COLOURS, |m| {
            let code = "colour";
            let mut colour = given(3, code);
            colour.values = vec![
                becomes("ROT", Some("red")),
                becomes("grün", Some("green")),
                becomes("?", None),
            ];
            let mut country = given(4, "country");
            country.values = vec![becomes("narnia", Some("GB"))];
            m.extend([colour, country]);
        })
    };
    let seen = values(&temp.ws, request(), &Job::silent()).await.unwrap();
    assert!(
        seen.columns.iter().all(|c| c.unknown == 0),
        "{:?}",
        seen.columns
    );
    let rehearsed = rehearse(&temp.ws, request(), &Job::silent()).await.unwrap();
    let report = run_ok(&temp, request()).await;
    assert_eq!(
        (rehearsed.created, rehearsed.left_out_values),
        (report.created, report.left_out_values)
    );
    assert_eq!((report.left_out_values, report.kept_as_notes.len()), (1, 0));
    let of = async |id| contacts::get(&temp.ws, id).await.unwrap();
    assert_eq!(of(1).await.fields["colour"], "red, blue");
    assert_eq!(of(2).await.fields["colour"], "green");
    assert_eq!(of(2).await.addresses[0].country.as_deref(), Some("GB"));
    assert!(!of(3).await.fields.contains_key("colour"));
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn weak_matches_are_created_and_listed_and_never_overwrite() {
    let temp = workspace().await;
    temp.import(
        "Name,E-mail,Mobile\nNoa Levi,noa@x.example,052-345 6789\nTom Berg,tom@x.example,\n",
    )
    .await;
    let rows = "Name,E-mail,Mobile\nNoa Levi,other@x.example,\nMia Cohen,mia@x.example,052-345 6789\nNew One,one@x.example,\n";
    let rehearsed = rehearse(&temp.ws, request(rows), &Job::silent())
        .await
        .unwrap();
    let report = temp.import(rows).await;
    assert_eq!(
        (
            rehearsed.similar,
            report.similar,
            report.created,
            report.updated
        ),
        (2, 2, 3, 0)
    );
    let batch = crate::journal::UndoRequest {
        batch: report.batch,
    };
    let list = similar(&temp.ws, &batch).await.unwrap().pairs;
    let pairs: Vec<_> = list
        .iter()
        .map(|p| (p.ground.as_str(), p.new.name.as_str(), p.known.id))
        .collect();
    assert_eq!(pairs, [("phone", "Mia Cohen", 1), ("name", "Noa Levi", 1)]);
    assert_eq!(
        list[1].known.emails,
        ["noa@x.example"],
        "what was there is as it was"
    );
    temp.undo().await;
    assert!(similar(&temp.ws, &batch).await.unwrap().pairs.is_empty());
}

#[tokio::test]
async fn pairs_name_living_contacts_and_whoever_took_in_a_merged_one() {
    let temp = workspace().await;
    let known = "Name,E-mail\nNoa Levi,noa@x.example\nTom Berg,tom@x.example\n";
    temp.import(known).await;
    let rows = "Name,E-mail\nNoa Levi,other@x.example\nTom Berg,berg@x.example\n";
    let report = temp.import(rows).await;
    let batch = crate::journal::UndoRequest {
        batch: report.batch,
    };
    let pairs = async || {
        let list = similar(&temp.ws, &batch).await.unwrap().pairs;
        let of = |p: &SimilarPair| (p.new.id, p.known.id);
        list.iter().map(of).collect::<Vec<_>>()
    };
    let merge = async |into, from: i64| {
        let input = contacts::ContactsMerge {
            into,
            from: vec![from],
            ..contacts::ContactsMerge::default()
        };
        contacts::merge(&temp.ws, &input).await.unwrap();
    };
    assert_eq!(pairs().await, [(3, 1), (4, 2)]);
    merge(2, 1).await;
    assert_eq!(pairs().await, [(3, 2), (4, 2)], "who took the other in");
    merge(2, 4).await;
    assert_eq!(pairs().await, [(3, 2)], "one contact by now");
    let trash = contacts::Selection::Ids { ids: vec![2] };
    contacts::delete(&temp.ws, &trash).await.unwrap();
    assert_eq!(pairs().await, [], "nobody who is in the trash");
    for _ in 0..3 {
        temp.undo().await;
    }
    assert_eq!(pairs().await, [(3, 1), (4, 2)]);
}

#[tokio::test]
async fn a_row_that_is_left_out_is_counted_among_the_rejected() {
    let temp = workspace().await;
    let mut some = request("Name,E-mail\nNoa Levi,noa@x.example\nTom Berg,tom@x.example\n");
    some.left_out = vec![3];
    let report = run_ok(&temp, some).await;
    assert_eq!(
        (report.created, report.rejected, report.reasons["left_out"]),
        (1, 1, 1)
    );
    assert_eq!(contacts::get(&temp.ws, 1).await.unwrap().name, "Noa Levi");
}

#[tokio::test]
async fn a_mapping_is_saved_by_name_and_serves_another_order_of_the_columns() {
    let temp = workspace().await;
    let before = temp.dump().await;
    let rows = "A,B,E-mail\nNoa Levi,Ring,noa@x.example\n";
    let saved = mapped(rows, |m| {
        m.extend([given(1, "nickname"), given(2, "street")])
    });
    let save = |name: &str| MappingSave {
        name: name.into(),
        request: saved.clone(),
    };
    save_mapping(&temp.ws, save("Members")).await.unwrap();
    save_mapping(&temp.ws, save("MEMBERS")).await.unwrap();
    let list = mappings(&temp.ws).await.unwrap().mappings;
    assert_eq!(
        (list.len(), list[0].name.as_str()),
        (1, "MEMBERS"),
        "a name is one whatever its case"
    );
    assert_eq!(list[0].headers, ["A", "B", "E-mail"]);
    let mut other = request("B,E-mail,A\nRing,noa@x.example,Noni\n");
    other.named = Some("members".into());
    run_ok(&temp, other).await;
    assert_eq!(
        contacts::get(&temp.ws, 1)
            .await
            .unwrap()
            .nickname
            .as_deref(),
        Some("Noni")
    );
    temp.undo().await;
    let rename = KeptRename {
        name: "members".into(),
        to: "People".into(),
    };
    rename_mapping(&temp.ws, &rename).await.unwrap();
    let name = KeptByName {
        name: "People".into(),
    };
    delete_mapping(&temp.ws, &name).await.unwrap();
    assert!(delete_mapping(&temp.ws, &name).await.is_err());
    for _ in 0..4 {
        temp.undo().await;
    }
    assert_eq!(temp.dump().await, before);
    for _ in 0..3 {
        temp.redo().await;
    }
    assert_eq!(mappings(&temp.ws).await.unwrap().mappings[0].name, "People");
}

#[tokio::test]
async fn nothing_that_is_not_understood_is_dropped() {
    let temp = workspace().await;
    let rows = "Name,E-mail,Do not contact,E-mail status\nNoa,noa@x.example,perhaps,confused\n";
    let request = mapped(rows, |m| {
        m.extend([given(3, "do_not_contact"), given(4, "status_email")])
    });
    let report = run_ok(&temp, request).await;
    assert_eq!(report.kept_as_notes.len(), 2, "{:?}", report.kept_as_notes);
    let notes = contacts::get(&temp.ws, 1).await.unwrap().notes.unwrap();
    assert!(
        notes.contains("perhaps") && notes.contains("confused"),
        "{notes}"
    );
}
