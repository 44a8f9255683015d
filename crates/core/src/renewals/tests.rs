use super::*;
use crate::error::Error;
use crate::journal::Change;
use crate::members::{self, MembersQuery};
use crate::memberships::{self, MemberAct, MemberEnroll, Status};
use crate::operations::Operation;
use crate::progress::Job;
use crate::testing::{Temp, association, workspace};

async fn enroll(temp: &Temp, name: &str, type_id: i64, start: &str) -> i64 {
    let id = temp.member(name).await;
    let input = MemberEnroll {
        id,
        type_id,
        start: Some(start.parse().unwrap()),
        ..MemberEnroll::default()
    };
    memberships::enroll(&temp.ws, &input).await.unwrap();
    id
}

fn lines(renewals: &Renewals) -> Vec<String> {
    let line = |r: &Renewal| {
        let to = r.to.map_or("-".into(), |day| day.to_string());
        format!("{} {} {to} {}", r.name, r.from, r.price)
    };
    renewals.renewals.iter().map(line).collect()
}

async fn run(temp: &Temp, request: &RenewalsRequest) -> Renewals {
    apply(&temp.ws, request, &Job::silent()).await.unwrap()
}

#[tokio::test]
async fn a_run_renews_who_is_due_as_one_batch() {
    let (temp, _) = association().await;
    enroll(&temp, "Near", 1, "2025-07-01").await;
    enroll(&temp, "Grace", 1, "2025-06-01").await;
    enroll(&temp, "Lapsed", 1, "2024-01-01").await;
    enroll(&temp, "Far", 1, "2026-01-01").await;
    let gone = enroll(&temp, "Cancelled", 1, "2025-07-01").await;
    let act = MemberAct {
        id: gone,
        type_id: 1,
        on: Some("2026-07-01".parse().unwrap()),
        reason: None,
    };
    memberships::cancel(&temp.ws, &act).await.unwrap();
    let request = RenewalsRequest::default();
    let shown = preview(&temp.ws, &request).await.unwrap();
    let expected = [
        "Grace 2026-06-01 2027-05-31 50.00 EUR",
        "Near 2026-07-01 2027-06-30 50.00 EUR",
    ];
    assert_eq!(lines(&shown), expected);
    assert_eq!(
        (shown.batch, shown.total, shown.totals[0].minor),
        (None, 2, 10_000)
    );

    let before = temp.dump().await;
    let done = run(&temp, &request).await;
    assert_eq!(lines(&done), expected);
    let after = temp.dump().await;
    assert_eq!(preview(&temp.ws, &request).await.unwrap().total, 0);
    let current = MembersQuery {
        status: Some(Status::Current),
        ..MembersQuery::default()
    };
    assert_eq!(members::list(&temp.ws, &current).await.unwrap().len(), 4);
    let undone = temp.undo().await;
    assert_eq!((undone.reversed, undone.kept.len()), (2, 0));
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
    let none = run(&temp, &request).await;
    assert_eq!((none.batch, none.total), (None, 0));
}

#[tokio::test]
async fn a_run_is_narrowed_by_filter_type_days_and_by_hand() {
    let (temp, _) = association().await;
    let monthly = temp
        .membership_type("Monthly", "rolling:1m", &[("Any", "5")])
        .await;
    let near = enroll(&temp, "Near", 1, "2025-07-01").await;
    enroll(&temp, "Month", monthly, "2026-06-10").await;
    let total = |request: RenewalsRequest| {
        let ws = temp.ws.clone();
        async move { preview(&ws, &request).await.unwrap().total }
    };
    let any = RenewalsRequest::default;
    assert_eq!(total(any()).await, 2);
    assert_eq!(
        total(RenewalsRequest {
            filter: "first_name = Near".into(),
            ..any()
        })
        .await,
        1
    );
    assert_eq!(
        total(RenewalsRequest {
            type_id: Some(monthly),
            ..any()
        })
        .await,
        1
    );
    assert_eq!(
        total(RenewalsRequest {
            ends_within: Some(15),
            ..any()
        })
        .await,
        1
    );
    assert_eq!(
        total(RenewalsRequest {
            without: vec![near],
            ..any()
        })
        .await,
        1
    );
    let limited = preview(
        &temp.ws,
        &RenewalsRequest {
            limit: Some(1),
            ..any()
        },
    )
    .await
    .unwrap();
    assert_eq!((limited.total, limited.renewals.len()), (2, 1));
    let wrong = preview(
        &temp.ws,
        &RenewalsRequest {
            filter: "= =".into(),
            ..any()
        },
    )
    .await;
    assert!(matches!(wrong, Err(Error::Filter(_))));
}

/// Members whose memberships end in two weeks, made by plain SQL.
async fn many(count: i64) -> Temp {
    let temp = workspace().await;
    temp.ws.reckon_from("2026-06-15".parse().unwrap());
    temp.membership_type("Annual", "rolling:12m", &[("Adult", "50.00")])
        .await;
    let mut change = Change::begin(&temp.ws, Operation::ContactCreate)
        .await
        .unwrap();
    for sql in [
        "INSERT INTO contacts (uid, name, created_at, changed_at, created_batch)
         SELECT 'u' || value, 'Member ' || value, '2026', '2026', ?2 FROM generate_series(1, ?1)",
        "INSERT INTO members (contact_id, number, joined) SELECT id, id, '2025-07-01' FROM contacts WHERE ?1 AND ?2",
        "INSERT INTO memberships (contact_id, type_id) SELECT id, 1 FROM contacts WHERE ?1 AND ?2",
        "INSERT INTO terms (contact_id, membership_id, tier_id, start_date, end_date, batch_id)
         SELECT contact_id, id, 1, '2025-07-01', '2026-06-30', ?2 FROM memberships WHERE ?1",
        "INSERT INTO contact_search (contact_id, text) SELECT id, ' member' FROM contacts WHERE ?1 AND ?2",
    ] {
        let sql = sql.replace(
            "generate_series(1, ?1)",
            "(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ?1) SELECT value FROM n)",
        );
        let batch = change.batch;
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(count)
            .bind(batch)
            .execute(&mut *change)
            .await
            .unwrap();
    }
    change.commit().await.unwrap();
    temp
}

#[tokio::test]
async fn a_cancelled_run_changes_nothing() {
    let temp = many(3).await;
    let before = temp.dump().await;
    let job = Job::silent();
    job.cancel_handle().cancel();
    let cancelled = apply(&temp.ws, &RenewalsRequest::default(), &job).await;
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert_eq!(temp.dump().await, before);
}

#[tokio::test]
async fn thousands_are_renewed_in_one_transaction_and_taken_back() {
    let temp = many(2_500).await;
    let before = temp.dump().await;
    let done = run(&temp, &RenewalsRequest::default()).await;
    assert_eq!((done.total, done.totals[0].minor), (2_500, 12_500_000));
    let mut conn = temp.ws.read().await.unwrap();
    let counted: (i64, i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM terms), (SELECT count(*) FROM orders), (SELECT sum(minor) FROM ledger)",
    )
    .fetch_one(&mut *conn)
    .await
    .unwrap();
    drop(conn);
    assert_eq!(counted, (5_000, 2_500, 12_500_000));
    let undone = temp.undo().await;
    assert_eq!((undone.reversed, undone.kept.len()), (2_500, 0));
    let after = temp.dump().await;
    for table in ["contacts", "memberships", "terms", "orders", "order_lines"] {
        assert!(after[table] == before[table], "{table}");
    }
}
