//! Creating, editing, listing and searching contacts.

use super::*;
use crate::error::Error;
use crate::testing::{Temp, workspace};
use crate::workspace::stats;

async fn apply(temp: &Temp, id: i64, edits: Vec<Edit>) -> ContactChanged {
    edit(&temp.ws, &ContactEdit { id, edits }).await.unwrap()
}

fn set(field: &str, value: &str) -> Edit {
    Edit::Set {
        field: field.into(),
        value: value.into(),
    }
}

async fn names(temp: &Temp, field: &str, descending: bool) -> Vec<String> {
    let query = ContactsQuery {
        sort: Sort {
            field: field.into(),
            descending,
        },
        ..ContactsQuery::default()
    };
    let page = page(
        &temp.ws,
        &PageRequest {
            query,
            offset: 0,
            limit: 100,
            columns: Vec::new(),
        },
    )
    .await
    .unwrap();
    page.rows.into_iter().map(|row| row.name).collect()
}

#[tokio::test]
async fn a_contact_may_have_only_a_company_or_only_a_point() {
    let temp = workspace().await;
    let company = temp.create(&[("organization", "Acme")]).await;
    let point = temp.create(&[("email", "x@y.example")]).await;
    assert_eq!(get(&temp.ws, company).await.unwrap().name, "Acme");
    assert_eq!(get(&temp.ws, point).await.unwrap().name, "x@y.example");
    let empty = create(&temp.ws, &ContactCreate { set: vec![] }).await;
    assert!(matches!(empty, Err(Error::Invalid { .. })));
}

#[tokio::test]
async fn the_first_point_of_a_kind_is_primary_and_another_takes_over_when_it_goes() {
    let temp = workspace().await;
    let id = temp
        .create(&[("email", "a@x.example"), ("work_email", "b@x.example")])
        .await;
    let primaries = |c: &Contact| {
        c.points
            .iter()
            .filter(|p| p.primary)
            .map(|p| p.value.clone())
            .collect::<Vec<_>>()
    };
    let contact = get(&temp.ws, id).await.unwrap();
    assert_eq!(primaries(&contact), ["a@x.example"]);
    let second = contact.points.iter().find(|p| !p.primary).unwrap().id;
    let contact = apply(&temp, id, vec![Edit::Primary { point: second }])
        .await
        .contact;
    assert_eq!(primaries(&contact), ["b@x.example"]);
    let contact = apply(
        &temp,
        id,
        vec![Edit::Point {
            point: second,
            value: String::new(),
        }],
    )
    .await
    .contact;
    assert_eq!(primaries(&contact), ["a@x.example"]);
}

#[tokio::test]
async fn an_invalid_phone_is_kept_with_a_warning_and_reaches_nobody() {
    let temp = workspace().await;
    let id = temp.create(&[("full_name", "Noa Levi")]).await;
    let changed = apply(&temp, id, vec![set("phone", "12")]).await;
    assert_eq!(changed.warnings.len(), 1);
    assert_eq!(changed.contact.points[0].status, PointStatus::Invalid);
    assert!(!changed.contact.active);
    assert_eq!(stats(&temp.ws).await.unwrap().unreachable, 1);
}

#[tokio::test]
async fn a_value_that_cannot_be_kept_changes_nothing() {
    let temp = workspace().await;
    let id = temp.create(&[("full_name", "Noa Levi")]).await;
    let before = temp.dump().await;
    let edits = vec![set("notes", "x"), set("birthday", "31.02.2020")];
    let refused = edit(&temp.ws, &ContactEdit { id, edits }).await;
    assert!(
        matches!(refused, Err(Error::Invalid { ref fields, .. }) if fields[0].field == "birthday")
    );
    assert_eq!(temp.dump().await, before);
    assert!(matches!(
        edit(
            &temp.ws,
            &ContactEdit {
                id: 99,
                edits: vec![]
            }
        )
        .await,
        Err(Error::NotFound { .. })
    ));
}

#[tokio::test]
async fn an_edit_that_changes_nothing_leaves_no_batch() {
    let temp = workspace().await;
    let id = temp
        .create(&[("full_name", "Noa Levi"), ("city", "Haifa")])
        .await;
    assert_eq!(
        apply(&temp, id, vec![set("city", "Haifa")]).await.batch,
        None
    );
    assert!(
        apply(&temp, id, vec![set("city", "Jaffa")])
            .await
            .batch
            .is_some()
    );
}

#[tokio::test]
async fn an_address_keeps_the_code_of_its_country_and_goes_with_its_last_part() {
    let temp = workspace().await;
    let id = temp
        .create(&[
            ("full_name", "Noa"),
            ("country", "Israel"),
            ("home_city", "Haifa"),
        ])
        .await;
    let contact = get(&temp.ws, id).await.unwrap();
    let shown: Vec<_> = contact
        .addresses
        .iter()
        .map(|a| (a.label.as_str(), a.country.as_deref(), a.primary))
        .collect();
    assert_eq!(
        shown,
        [("physical", Some("IL"), true), ("home", None, false)]
    );
    let contact = apply(&temp, id, vec![set("country", "")]).await.contact;
    let shown: Vec<_> = contact
        .addresses
        .iter()
        .map(|a| (a.label.as_str(), a.primary))
        .collect();
    assert_eq!(shown, [("home", true)]);
}

#[tokio::test]
async fn groups_and_tags_are_set_as_a_list() {
    let temp = workspace().await;
    let id = temp
        .create(&[
            ("full_name", "Noa"),
            ("groups", "Board, Choir"),
            ("tags", "vip"),
        ])
        .await;
    let contact = apply(
        &temp,
        id,
        vec![set("groups", "choir, Press"), set("tags", "")],
    )
    .await
    .contact;
    assert_eq!(contact.groups, ["Choir", "Press"]);
    assert!(contact.tags.is_empty());
}

#[tokio::test]
async fn every_word_is_a_prefix_in_any_order_accents_and_case_ignored() {
    let temp = workspace().await;
    temp.create(&[
        ("first_name", "Łukasz"),
        ("last_name", "Größer"),
        ("organization", "Bäckerei Süß"),
    ])
    .await;
    temp.create(&[
        ("first_name", "נועה"),
        ("last_name", "כהן"),
        ("phone_mobile", "+972 50 123 4567"),
    ])
    .await;
    temp.create(&[
        ("full_name", "陳美玲"),
        ("email", "meiling@harbour.example"),
        ("tags", "Très chic"),
    ])
    .await;
    for search in ["lukasz", "GROSSER luk", "backerei lu", "süss"] {
        assert_eq!(temp.search(search).await, ["Łukasz Größer"], "{search}");
    }
    for search in [
        "כה נוע",
        "0501234567",
        "050-123",
        "+972 50",
        "00972501234567",
        "4567",
        "123 45",
    ] {
        assert_eq!(temp.search(search).await, ["נועה כהן"], "{search}");
    }
    for search in ["美玲", "meiling@har", "chic tres", "harb"] {
        assert_eq!(temp.search(search).await, ["陳美玲"], "{search}");
    }
    assert!(temp.search("ukasz").await.is_empty());
    assert!(temp.search("lukasz cohen").await.is_empty());
    assert_eq!(temp.search("  ").await.len(), 3);
}

#[tokio::test]
async fn the_search_follows_every_edit() {
    let temp = workspace().await;
    let id = temp
        .create(&[("full_name", "Noa Levi"), ("organization", "Acme")])
        .await;
    apply(
        &temp,
        id,
        vec![
            set("organization", "Blue Harbour"),
            set("notes", "likes tea"),
        ],
    )
    .await;
    assert!(temp.search("acme").await.is_empty());
    assert_eq!(temp.search("tea harbour").await.len(), 1);
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn every_column_sorts_and_what_is_empty_stands_last() {
    let temp = workspace().await;
    temp.create(&[
        ("full_name", "Émile"),
        ("organization", "Zeta"),
        ("phone", "+34612345678"),
    ])
    .await;
    temp.create(&[
        ("full_name", "Zoe"),
        ("organization", "alpha"),
        ("email", "z@x.example"),
        ("city", "Oslo"),
    ])
    .await;
    temp.create(&[
        ("full_name", "eva"),
        ("email", "a@x.example"),
        ("groups", "Board"),
        ("country", "Spain"),
    ])
    .await;
    assert_eq!(names(&temp, "name", false).await, ["Émile", "eva", "Zoe"]);
    assert_eq!(names(&temp, "name", true).await, ["Zoe", "eva", "Émile"]);
    assert_eq!(
        names(&temp, "organization", false).await,
        ["Zoe", "Émile", "eva"]
    );
    assert_eq!(
        names(&temp, "organization", true).await,
        ["Émile", "Zoe", "eva"]
    );
    assert_eq!(names(&temp, "email", false).await, ["eva", "Zoe", "Émile"]);
    assert_eq!(names(&temp, "created", true).await, ["eva", "Zoe", "Émile"]);
    for field in ["first_name", "last_name", "changed"] {
        assert_eq!(names(&temp, field, false).await.len(), 3);
    }
    assert_eq!(names(&temp, "phone", false).await[0], "Émile");
    assert_eq!(names(&temp, "city", true).await[0], "Zoe");
    assert_eq!(names(&temp, "groups", false).await[0], "eva");
    assert_eq!(names(&temp, "country", false).await[0], "eva");
}

#[tokio::test]
async fn a_selection_holds_only_for_the_list_it_was_made_on() {
    let temp = workspace().await;
    for name in ["A", "B", "C", "D"] {
        temp.create(&[("full_name", name)]).await;
    }
    let query = ContactsQuery::default();
    let shown = page(
        &temp.ws,
        &PageRequest {
            query: query.clone(),
            offset: 1,
            limit: 2,
            columns: Vec::new(),
        },
    )
    .await
    .unwrap();
    assert_eq!(
        (shown.total, shown.rows.len(), shown.rows[0].name.as_str()),
        (4, 2, "B")
    );
    let selection = Selection::Ranges {
        query,
        generation: shown.generation,
        ranges: vec![(0, 1), (2, 9)],
    };
    assert_eq!(delete(&temp.ws, &selection).await.unwrap().count, 3);
    assert_eq!(temp.search("").await, ["B"]);
    assert!(matches!(
        delete(&temp.ws, &selection).await,
        Err(Error::ListChanged)
    ));
}

#[tokio::test]
async fn the_trash_gives_contacts_back() {
    let temp = workspace().await;
    let id = temp
        .create(&[("full_name", "Noa"), ("groups", "Board")])
        .await;
    let one = Selection::Ids { ids: vec![id] };
    delete(&temp.ws, &one).await.unwrap();
    assert!(matches!(
        delete(&temp.ws, &one).await,
        Err(Error::NotFound { .. })
    ));
    assert_eq!(
        crate::groups::list(&temp.ws).await.unwrap().groups[0].total,
        0
    );
    assert_eq!(stats(&temp.ws).await.unwrap().trash, 1);
    restore(&temp.ws, &one).await.unwrap();
    assert_eq!(get(&temp.ws, id).await.unwrap().groups, ["Board"]);
    assert_eq!(stats(&temp.ws).await.unwrap().trash, 0);
}

#[tokio::test]
async fn the_list_is_made_anew_after_a_change_by_another_connection() {
    let temp = workspace().await;
    temp.create(&[("full_name", "Noa")]).await;
    assert_eq!(temp.search("").await.len(), 1);
    let other = crate::Workspace::open(temp.ws.path(), crate::OpenMode::Existing)
        .await
        .unwrap();
    let set = vec![FieldValue {
        field: "full_name".into(),
        value: "Dan".into(),
    }];
    create(&other, &ContactCreate { set }).await.unwrap();
    assert_eq!(temp.search("").await, ["Dan", "Noa"]);
}

#[tokio::test]
async fn a_page_has_as_many_columns_as_are_asked_for() {
    let temp = workspace().await;
    let codes: Vec<String> = (1..=200).map(|n| format!("field_{n}")).collect();
    let header: Vec<String> = (1..=200).map(|n| format!("Field {n}")).collect();
    let values: Vec<String> = (1..=200).map(|n| format!("value {n}")).collect();
    let csv = format!(
        "E-mail,{}\nmia@x.example,{}\n",
        header.join(","),
        values.join(",")
    );
    let wide = crate::import::ImportRequest {
        new_fields: true,
        ..crate::testing::request(&csv)
    };
    temp.import_with(wide).await;
    let request = PageRequest {
        query: ContactsQuery::default(),
        offset: 0,
        limit: 10,
        columns: codes.clone(),
    };
    let row = page(&temp.ws, &request).await.unwrap().rows.remove(0);
    assert_eq!(row.cells.len(), codes.len());
    assert_eq!(row.cells["field_200"].text, "value 200");
}
