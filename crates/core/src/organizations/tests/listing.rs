//! The list: searched, sorted, kept to a kind.

use super::*;

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
    let most = OrganizationSort {
        field: OrganizationSortField::Contacts,
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
    use OrganizationSortField as Field;
    for field in [
        Field::Name,
        Field::Kind,
        Field::Number,
        Field::Contacts,
        Field::Parent,
        Field::Phone,
        Field::Email,
        Field::Website,
        Field::Industry,
        Field::Size,
        Field::Owner,
        Field::City,
        Field::Country,
        Field::Created,
        Field::Changed,
    ] {
        for descending in [false, true] {
            let query = OrganizationsQuery {
                sort: OrganizationSort { field, descending },
                ..OrganizationsQuery::default()
            };
            assert_eq!(listed(&temp, query).await.len(), 2, "{field:?}");
        }
    }
    let last = OrganizationsQuery {
        sort: OrganizationSort {
            field: Field::City,
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
