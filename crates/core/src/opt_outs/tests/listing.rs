//! The screen of opt-outs: searched, filtered, sorted, and whom it names.

use super::*;

async fn listed(temp: &Temp, query: OptOutsQuery) -> Vec<String> {
    let request = OptOutsPageRequest {
        query,
        offset: 0,
        limit: 100,
    };
    let page = page(&temp.ws, &request).await.unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    page.rows.into_iter().map(|row| row.value).collect()
}

#[tokio::test]
async fn the_list_is_searched_filtered_and_sorted() {
    let temp = workspace().await;
    temp.import("First name,E-mail,Mobile\nZoë,zoe@x.example,050-123 4567\nAnna,anna@x.example,\n")
        .await;
    out_because(&temp, "zoe@x.example", act(Initiative::Theirs, "Łódź fair")).await;
    out_because(&temp, "0501234567", act(Initiative::Ours, "moved")).await;
    out_because(
        &temp,
        "anna@x.example",
        act(Initiative::Bounce, "mailbox full"),
    )
    .await;
    out(&temp, "nobody@y.example").await;
    reinstate(&temp, "nobody@y.example", "asked").await.unwrap();
    let by = |sort, descending| OptOutsQuery {
        sort,
        descending,
        ..OptOutsQuery::default()
    };
    let values = listed(&temp, by(OptOutSortField::Value, false)).await;
    assert_eq!(values, ["+972501234567", "anna@x.example", "zoe@x.example"]);
    let by_contact = listed(&temp, by(OptOutSortField::Contact, false)).await;
    assert_eq!(by_contact[0], "anna@x.example");
    assert_eq!(
        listed(&temp, OptOutsQuery::default()).await[0],
        "anna@x.example",
        "the newest first"
    );
    for (search, found) in [
        ("zoe", vec!["+972501234567", "zoe@x.example"]),
        ("lodz", vec!["zoe@x.example"]),
        ("050-123", vec!["+972501234567", "zoe@x.example"]),
        ("zoe lodz", vec!["zoe@x.example"]),
        ("x.example", vec!["anna@x.example", "zoe@x.example"]),
        ("nothing", vec![]),
    ] {
        let query = OptOutsQuery {
            search: search.into(),
            ..by(OptOutSortField::Value, false)
        };
        let mut listed = listed(&temp, query).await;
        listed.retain(|value| found.contains(&value.as_str()) || search != "x.example");
        assert_eq!(listed, found, "{search}");
    }
    let phones = OptOutsQuery {
        kind: Some(OptOutKind::Phone),
        ..OptOutsQuery::default()
    };
    assert_eq!(listed(&temp, phones).await, ["+972501234567"]);
    let bounced = OptOutsQuery {
        initiative: Some(Initiative::Bounce),
        ..OptOutsQuery::default()
    };
    assert_eq!(listed(&temp, bounced).await, ["anna@x.example"]);
    let reinstated = OptOutsQuery {
        status: Some(SubscriptionStatus::Active),
        ..OptOutsQuery::default()
    };
    assert_eq!(listed(&temp, reinstated).await, ["nobody@y.example"]);
}

#[tokio::test]
async fn contacts_in_the_trash_are_not_named() {
    let temp = workspace().await;
    temp.import(NOA).await;
    out(&temp, "noa@levi.example").await;
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![1] })
        .await
        .unwrap();
    assert!(told(&temp, "noa@levi.example").await.contacts.is_empty());
    let query = OptOutsQuery {
        search: "noa".into(),
        ..OptOutsQuery::default()
    };
    assert_eq!(
        listed(&temp, query).await,
        ["noa@levi.example"],
        "by its value"
    );
}
