use super::*;
use crate::contacts::{ById, FieldValue};
use crate::error::Error;
use crate::memberships::{self, MemberEnroll, Status};
use crate::orders::{self, PaymentInput};
use crate::testing::{Temp, association, workspace};
use crate::workspace::{Settings, set_settings, stats};

async fn enrolled(temp: &Temp, name: &str, start: &str) -> i64 {
    let id = temp.member(name).await;
    let input = MemberEnroll {
        id,
        type_id: 1,
        start: Some(start.parse().unwrap()),
        ..MemberEnroll::default()
    };
    memberships::enroll(&temp.ws, &input).await.unwrap();
    id
}

async fn names(temp: &Temp, query: MembersQuery) -> Vec<String> {
    let found = list(&temp.ws, &query).await.unwrap();
    found.into_iter().map(|member| member.name).collect()
}

#[tokio::test]
async fn converting_and_reverting_keep_everything() {
    let (temp, id) = association().await;
    let input = MemberEnroll {
        id,
        type_id: 1,
        ..MemberEnroll::default()
    };
    memberships::enroll(&temp.ws, &input).await.unwrap();
    let payment = PaymentInput {
        id,
        amount: "10".into(),
        ..PaymentInput::default()
    };
    orders::pay(&temp.ws, &payment).await.unwrap();
    assert_eq!(stats(&temp.ws).await.unwrap().members, 1);
    let before = temp.dump().await;
    let reverted = revert(&temp.ws, &ById { id }).await.unwrap();
    assert_eq!(
        reverted.kept,
        MemberKept {
            memberships: 1,
            orders: 1,
            payments: 1
        }
    );
    assert!(find(&temp.ws, id).await.unwrap().member.is_none());
    assert!(matches!(
        get(&temp.ws, id).await,
        Err(Error::NotFound { .. })
    ));
    assert_eq!(stats(&temp.ws).await.unwrap().members, 0);
    assert_eq!(names(&temp, MembersQuery::default()).await, [""; 0]);
    // What is owed is still owed.
    let owed = orders::statement(&temp.ws, id).await.unwrap();
    assert_eq!(owed.balances[0].minor, 4000);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    let back = convert(
        &temp.ws,
        &MemberConvert {
            id,
            ..MemberConvert::default()
        },
    )
    .await
    .unwrap()
    .member;
    assert_eq!((back.number.as_str(), back.memberships.len()), ("1", 1));
    assert_eq!(back.memberships[0].status, Status::Current);
}

#[tokio::test]
async fn numbers_are_given_in_order_and_never_twice() {
    let temp = workspace().await;
    let number = |id, number: &str| MemberConvert {
        id,
        number: Some(number.into()),
        joined: None,
    };
    let mia = temp.create(&[("first_name", "Mia")]).await;
    let made = convert(&temp.ws, &number(mia, " 1041 "))
        .await
        .unwrap()
        .member;
    assert_eq!(made.number, "1041");
    let dan = temp.create(&[("first_name", "Dan")]).await;
    let taken = convert(&temp.ws, &number(dan, "1041")).await;
    assert!(matches!(taken, Err(Error::Invalid { .. })));
    convert(&temp.ws, &number(dan, "A-7")).await.unwrap();
    let eva = temp.member("Eva").await;
    assert_eq!(get(&temp.ws, eva).await.unwrap().number, "1042");
    let again = convert(
        &temp.ws,
        &MemberConvert {
            id: eva,
            ..MemberConvert::default()
        },
    )
    .await;
    assert!(matches!(again, Err(Error::Invalid { .. })));
    let query = MembersQuery {
        sort: MemberSort::Number,
        ..MembersQuery::default()
    };
    assert_eq!(names(&temp, query).await, ["Mia", "Eva", "Dan"]);
}

#[tokio::test]
async fn a_member_is_made_directly_and_needs_no_organization() {
    let temp = workspace().await;
    let settings = Settings {
        organization_required: true,
        ..Settings::default()
    };
    set_settings(&temp.ws, &settings).await.unwrap();
    let before = temp.dump().await;
    let input = MemberCreate {
        set: vec![FieldValue {
            field: "last_name".into(),
            value: "Levi".into(),
        }],
        number: None,
        joined: Some("2020-02-29".parse().unwrap()),
    };
    let made = create(&temp.ws, &input).await.unwrap().member;
    assert_eq!(
        (made.name.as_str(), made.joined.to_string().as_str()),
        ("Levi", "2020-02-29")
    );
    let after = temp.dump().await;
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
}

#[tokio::test]
async fn the_list_is_chosen_sorted_and_counted() {
    let (temp, mia) = association().await;
    enrolled(&temp, "Dan", "2025-07-01").await;
    enrolled(&temp, "Eva", "2025-06-01").await;
    enrolled(&temp, "Ben", "2020-01-01").await;
    let payment = PaymentInput {
        id: 2,
        amount: "50".into(),
        ..PaymentInput::default()
    };
    orders::pay(&temp.ws, &payment).await.unwrap();
    let status = |status| MembersQuery {
        status: Some(status),
        ..MembersQuery::default()
    };
    assert_eq!(names(&temp, status(Status::Current)).await, ["Dan"]);
    assert_eq!(names(&temp, status(Status::Grace)).await, ["Eva"]);
    assert_eq!(names(&temp, status(Status::Lapsed)).await, ["Ben"]);
    let ending = MembersQuery {
        ends_within: Some(30),
        ..MembersQuery::default()
    };
    assert_eq!(names(&temp, ending).await, ["Dan"]);
    let owing = MembersQuery {
        owing: true,
        ..MembersQuery::default()
    };
    assert_eq!(names(&temp, owing).await, ["Ben", "Eva"]);
    let sorted = MembersQuery {
        sort: MemberSort::Status,
        type_id: Some(1),
        ..MembersQuery::default()
    };
    assert_eq!(names(&temp, sorted).await, ["Dan", "Eva", "Ben"]);
    for search in ["ev", "3"] {
        let found = MembersQuery {
            search: search.into(),
            ..MembersQuery::default()
        };
        assert_eq!(names(&temp, found).await, ["Eva"], "{search}");
    }
    let filter = MembersQuery {
        filter: "first_name starts B".into(),
        ..MembersQuery::default()
    };
    assert_eq!(names(&temp, filter).await, ["Ben"]);
    let request = MembersPageRequest {
        query: MembersQuery::default(),
        offset: 1,
        limit: 2,
    };
    let page = page(&temp.ws, &request).await.unwrap();
    assert_eq!(
        (
            page.total,
            page.members
                .iter()
                .map(|m| m.name.as_str())
                .collect::<Vec<_>>()
        ),
        (4, vec!["Dan", "Eva"])
    );
    let counts = page.counts;
    assert_eq!(
        (
            counts.all,
            counts.current,
            counts.grace,
            counts.lapsed,
            counts.none,
            counts.owing,
            counts.ending
        ),
        (4, 1, 1, 1, 1, 2, 1)
    );
    crate::contacts::delete(
        &temp.ws,
        &crate::contacts::Selection::Ids { ids: vec![mia] },
    )
    .await
    .unwrap();
    assert_eq!(names(&temp, MembersQuery::default()).await.len(), 3);
}

#[tokio::test]
async fn filters_ask_about_members() {
    let (temp, _) = association().await;
    enrolled(&temp, "Dan", "2025-07-01").await;
    enrolled(&temp, "Eva", "2025-06-01").await;
    temp.create(&[("first_name", "Ben")]).await;
    let payment = PaymentInput {
        id: 2,
        amount: "37.50".into(),
        ..PaymentInput::default()
    };
    orders::pay(&temp.ws, &payment).await.unwrap();
    for (filter, names) in [
        ("member = yes", &["Dan", "Eva", "Mia"][..]),
        ("member = no", &["Ben"]),
        ("not member = yes", &["Ben"]),
        ("has member_status", &["Dan", "Eva"]),
        ("member_status = current", &["Dan"]),
        ("member_status in (current, grace)", &["Dan", "Eva"]),
        ("member_status != current", &["Ben", "Eva", "Mia"]),
        ("member_number = \"2\"", &["Dan"]),
        ("membership_type = annual", &["Dan", "Eva"]),
        ("current_membership = annual", &["Dan"]),
        ("not has current_membership", &["Ben", "Eva", "Mia"]),
        (
            "membership_tier contains adu and member_status = grace",
            &["Eva"],
        ),
        ("membership_end within next 30 days", &["Dan"]),
        ("membership_end < 2026-06-15", &["Eva"]),
        (
            "membership_start between 2025-06-15 and 2025-07-15",
            &["Dan"],
        ),
        ("joined = today", &["Dan", "Eva", "Mia"]),
        ("balance > 12.40", &["Dan", "Eva"]),
        ("balance > 12.50", &["Eva"]),
        ("not has balance", &["Ben", "Mia"]),
    ] {
        let query = crate::contacts::ContactsQuery {
            filter: filter.into(),
            ..Default::default()
        };
        let (_, found) = crate::contacts::details(&temp.ws, &query, 0, 10)
            .await
            .unwrap();
        let found: Vec<&str> = found.iter().map(|contact| contact.name.as_str()).collect();
        assert_eq!(found, names, "{filter}");
    }
}

#[tokio::test]
async fn the_history_of_a_contact_tells_what_was_done_with_the_member() {
    let (temp, id) = association().await;
    let input = MemberEnroll {
        id,
        type_id: 1,
        ..MemberEnroll::default()
    };
    memberships::enroll(&temp.ws, &input).await.unwrap();
    let payment = PaymentInput {
        id,
        amount: "10".into(),
        ..PaymentInput::default()
    };
    orders::pay(&temp.ws, &payment).await.unwrap();
    revert(&temp.ws, &ById { id }).await.unwrap();
    let history = crate::history::of_contact(&temp.ws, id).await.unwrap();
    let told: Vec<String> = history
        .changes
        .iter()
        .filter(|change| change.restore.is_none() && change.field != "contact")
        .map(|change| {
            let value = |value: &Option<String>| value.clone().unwrap_or_default();
            format!(
                "{} {}>{}",
                change.field,
                value(&change.before),
                value(&change.after)
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "member yes>",
            "payment >10.00 EUR",
            "order >Annual, Adult, 2026-06-15 – 2027-06-14",
            "membership >2026-06-15 – 2027-06-14",
            "member_number >1",
            "joined >2026-06-15",
            "member >yes",
        ]
    );
}
