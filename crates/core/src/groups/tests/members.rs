//! Who is in a group: counts, lists of e-mails and phones, names, what is recorded.

use super::*;
use crate::import::ImportSource;

#[tokio::test]
async fn counts_are_those_of_the_list_with_trash_archive_and_opt_outs() {
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    put(&temp, board, ids(&[1, 2, 3])).await;
    let spain = made(&temp, "Spain", Some("country = ES")).await;
    assert_eq!(
        (shown(&temp, board).await, shown(&temp, spain).await),
        (vec![1, 2, 3], vec![3, 4])
    );
    assert_eq!(
        get(&temp.ws, board).await.unwrap().active,
        2,
        "Dan is opted out"
    );
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![3] })
        .await
        .unwrap();
    assert_eq!(
        (shown(&temp, board).await, shown(&temp, spain).await),
        (vec![1, 2], vec![4])
    );
    temp.undo().await;
    let mut change = Change::begin(&temp.ws, Operation::ContactEdit)
        .await
        .unwrap();
    sqlx::query("UPDATE contacts SET archived_at = '2026' WHERE id = 3")
        .execute(&mut *change)
        .await
        .unwrap();
    change.commit().await.unwrap();
    assert_eq!(
        (shown(&temp, board).await, shown(&temp, spain).await),
        (vec![1, 2], vec![4])
    );
}

#[tokio::test]
async fn a_second_group_of_a_name_is_refused() {
    let temp = desk().await;
    for name in ["Board", "\"; drop table groups", "חברים", "🎉", "★"] {
        made(&temp, name, None).await;
        let again = GroupCreate {
            name: format!(" {}", name.to_uppercase()),
            ..GroupCreate::default()
        };
        assert!(
            message(create(&temp.ws, &again).await).contains("already"),
            "{name}"
        );
    }
    let nameless = GroupCreate::default();
    assert!(message(create(&temp.ws, &nameless).await).contains("needs a name"));
    assert_eq!(list(&temp.ws).await.unwrap().groups.len(), 5);
}

#[tokio::test]
async fn lists_of_emails_and_phones_name_contacts() {
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    let text = "Name,Where\nNoa,NOA@levi.example\nDan,\"Dan Katz <dan@katz.example>\"\nNobody,no@body.example\nPhone,+972 50 123 4567\n";
    let source = ImportSource::Text { text: text.into() };
    let done = put(&temp, board, Who::List { source }).await;
    assert_eq!(
        (done.contacts, done.changed, done.unknown),
        (2, 2, 1),
        "{done:?}"
    );
    assert_eq!(done.unknown_values, ["Nobody, no@body.example"]);
    assert_eq!(shown(&temp, board).await, [1, 2]);
    let bare = ImportSource::Text {
        text: "ines@vidal.example; tariq@aziz.example".into(),
    };
    assert_eq!(
        put(&temp, board, Who::List { source: bare }).await.changed,
        2
    );
}

#[tokio::test]
async fn a_known_value_hides_no_unknown_one_beside_it() {
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    for (text, contacts, unknown) in [
        (
            "noa@levi.example, no@body.example\ndan@katz.example; 123-4",
            2,
            &["no@body.example", "123-4"][..],
        ),
        (
            "E-mail\nNoa Levi <noa@levi.example>; ines@vidal\nsome words",
            1,
            &["ines@vidal", "some words"],
        ),
        // Below a header of several columns a row is one contact, who may have a second value by now.
        (
            "Name,E-mail,Other\nNoa,noa@levi.example,old@levi.example\nNobody,,none@x.example\n",
            1,
            &["Nobody, none@x.example"],
        ),
    ] {
        let source = ImportSource::Text { text: text.into() };
        let done = put(&temp, board, Who::List { source }).await;
        assert_eq!(done.contacts, contacts, "{text}: {done:?}");
        assert_eq!(done.unknown_values, unknown, "{text}");
        assert_eq!(done.unknown, unknown.len() as u64);
    }
}

#[tokio::test]
async fn everything_is_undone_and_done_again() {
    let temp = desk().await;
    let a = made(&temp, "A", None).await;
    let b = made(&temp, "B", None).await;
    let vip = made(&temp, "VIPs", Some("tag = vip")).await;
    put(&temp, a, ids(&[1, 2])).await;
    put(&temp, vip, ids(&[4])).await;
    let before = temp.dump().await;
    put(
        &temp,
        b,
        Who::Query {
            query: ContactsQuery {
                filter: "country = ES".into(),
                ..ContactsQuery::default()
            },
        },
    )
    .await;
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    unassign(
        &temp.ws,
        &GroupAssign {
            group: a,
            who: ids(&[2, 3]),
        },
    )
    .await
    .unwrap();
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    pin(
        &temp.ws,
        &GroupPin {
            group: vip,
            who: ids(&[4, 1]),
            pin: Pin::Exclude,
        },
    )
    .await
    .unwrap();
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    let merged = merge(
        &temp.ws,
        &GroupsMerge {
            into: a,
            from: vec![b, vip],
        },
    )
    .await
    .unwrap();
    assert_eq!(merged.group.total, 3);
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    duplicate(
        &temp.ws,
        &GroupDuplicate {
            id: a,
            name: "A again".into(),
        },
    )
    .await
    .unwrap();
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    let edited = GroupEdit {
        id: a,
        name: Some("Alpha".into()),
        category: Some("Letters".into()),
        kind_of_use: Some("event".into()),
        description: Some("x".into()),
        filter: None,
    };
    edit(&temp.ws, &edited).await.unwrap();
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    delete(&temp.ws, &GroupIds { ids: vec![a] }).await.unwrap();
    undone_and_redone(&temp, before).await;
}

#[tokio::test]
async fn a_big_assignment_is_recorded_as_a_range_and_undone() {
    let temp = workspace().await;
    let mut csv = String::from("First name,E-mail\n");
    (0..700).for_each(|i| csv.push_str(&format!("P{i},p{i}@x.example\n")));
    temp.import(&csv).await;
    let all = made(&temp, "All", None).await;
    let before = temp.dump().await;
    let done = put(
        &temp,
        all,
        Who::Query {
            query: ContactsQuery::default(),
        },
    )
    .await;
    assert_eq!(done.changed, 700);
    let rows: i64 = sqlx::query_scalar("SELECT count(*) FROM journal WHERE batch_id = ?")
        .bind(done.batch)
        .fetch_one(&mut *temp.ws.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(rows, 1);
    undone_and_redone(&temp, before).await;
}
