//! The list: searched, sorted, kept to a kind.

use super::*;
use crate::contacts::Sort;
use crate::fields::{self, FieldAdd, Subject};
use crate::organizations::list::list;
use crate::values::custom::FieldType;

#[tokio::test]
async fn the_list_is_searched_sorted_and_kept_to_a_kind() {
    let temp = workspace().await;
    add(&temp, OrganizationKind::Agency, "Zöe Travel", AURORA).await;
    add(
        &temp,
        OrganizationKind::Lead,
        "Acme בע\"מ",
        &[("owner", "Noa"), ("number", "7")],
    )
    .await;
    account(&temp, "Émile & Co").await;
    for name in ["Ines", "Tariq"] {
        temp.create(&[("full_name", name), ("organization", "emile & co")])
            .await;
    }
    assert_eq!(
        search(&temp, "").await,
        ["Acme בע\"מ", "Émile & Co", "Zöe Travel"]
    );
    for words in [
        "zoe",
        "K-1042",
        "954123",
        "sevil trav",
        "mia",
        "hola@aurora",
    ] {
        assert_eq!(search(&temp, words).await, ["Zöe Travel"], "{words}");
    }
    assert_eq!(search(&temp, "בעמ").await, ["Acme בע\"מ"]);
    assert!(search(&temp, "zoe acme").await.is_empty());
    let leads = OrganizationsQuery {
        kind: Some(OrganizationKind::Lead),
        ..OrganizationsQuery::default()
    };
    assert_eq!(listed(&temp, leads).await, ["Acme בע\"מ"]);
    let most = Sort {
        field: "contacts".into(),
        descending: true,
    };
    let by_contacts = OrganizationsQuery {
        sort: most,
        ..OrganizationsQuery::default()
    };
    assert_eq!(listed(&temp, by_contacts).await[0], "Émile & Co");
}

#[tokio::test]
async fn every_column_sorts() {
    let temp = workspace().await;
    add(&temp, OrganizationKind::Agency, "Aurora", AURORA).await;
    account(&temp, "Bare").await;
    for field in [
        "name", "kind", "number", "contacts", "parent", "phone", "email", "website", "industry",
        "size", "owner", "city", "country", "created", "changed",
    ] {
        for descending in [false, true] {
            let query = OrganizationsQuery {
                sort: Sort {
                    field: field.into(),
                    descending,
                },
                ..OrganizationsQuery::default()
            };
            assert_eq!(listed(&temp, query).await.len(), 2, "{field}");
        }
    }
    let last = OrganizationsQuery {
        sort: Sort {
            field: "city".into(),
            descending: true,
        },
        ..OrganizationsQuery::default()
    };
    assert_eq!(
        listed(&temp, last).await,
        ["Aurora", "Bare"],
        "without a city comes last"
    );
}

#[tokio::test]
async fn custom_fields_are_columns_and_sort() {
    let temp = workspace().await;
    let field = FieldAdd {
        label: "Fleet".into(),
        kind: FieldType::Number,
        subject: Subject::Organization,
        ..FieldAdd::default()
    };
    let fleet = fields::add(&temp.ws, &field).await.unwrap().field.code;
    for (name, size) in [
        ("Aurora", "9"),
        ("Bare", ""),
        ("Cedar", "100"),
        ("Dune", "-2"),
    ] {
        add(&temp, OrganizationKind::Account, name, &[(&fleet, size)]).await;
    }
    let by = |field: &str, descending| OrganizationsQuery {
        sort: Sort {
            field: field.into(),
            descending,
        },
        ..OrganizationsQuery::default()
    };
    let up = listed(&temp, by(&fleet, false)).await;
    assert_eq!(up, ["Dune", "Aurora", "Cedar", "Bare"]);
    let down = listed(&temp, by(&fleet, true)).await;
    assert_eq!(down, ["Cedar", "Aurora", "Dune", "Bare"]);
    let request = OrganizationsPageRequest {
        query: by("name", false),
        offset: 0,
        limit: 2,
        columns: vec![fleet.clone()],
    };
    let rows = page(&temp.ws, &request).await.unwrap().rows;
    assert_eq!(rows[0].cells[&fleet].text, "9");
    assert!(rows[1].cells.is_empty());
    let unknown = list(
        &temp.ws,
        &mut temp.ws.read().await.unwrap(),
        &by("shoe", false),
    )
    .await;
    assert!(matches!(unknown.err(), Some(Error::Invalid { .. })));
}
