use super::*;
use crate::error::Error;
use crate::members::{self, Member, MemberChanged};
use crate::membership_types::{self, IssueMailed};
use crate::orders;
use crate::testing::{Temp, association, workspace};

fn enrolment(id: i64, type_id: i64, start: Option<&str>) -> MemberEnroll {
    MemberEnroll {
        id,
        type_id,
        start: start.map(|day| day.parse().unwrap()),
        ..MemberEnroll::default()
    }
}

fn on(id: i64, day: &str) -> MemberAct {
    MemberAct {
        id,
        type_id: 1,
        on: Some(day.parse().unwrap()),
        reason: None,
    }
}

/// `type status start end balance`.
fn told(member: &Member) -> String {
    let shown = |day: Option<chrono::NaiveDate>| day.map_or("-".into(), |day| day.to_string());
    let memberships = member.memberships.iter().map(|one| {
        let (start, end) = (shown(one.start), shown(one.end));
        format!("{} {} {start} {end} ", one.type_name, one.status.name())
    });
    format!(
        "{}{}",
        memberships.collect::<String>(),
        member.balance.minor
    )
}

/// Does, undoes and does again; the whole workspace is compared.
async fn undone_and_redone(temp: &Temp, before: crate::testing::Dump) {
    let after = temp.dump().await;
    assert_ne!(before, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
}

#[tokio::test]
async fn each_act_is_undone_and_done_again() {
    let (temp, id) = association().await;
    let before = temp.dump().await;
    let member = enroll(&temp.ws, &enrolment(id, 1, None))
        .await
        .unwrap()
        .member;
    assert_eq!(told(&member), "Annual current 2026-06-15 2027-06-14 5000");
    undone_and_redone(&temp, before).await;

    let before = temp.dump().await;
    let renewal = MemberRenew {
        id,
        type_id: 1,
        ..MemberRenew::default()
    };
    let member = renew(&temp.ws, &renewal).await.unwrap().member;
    assert_eq!(told(&member), "Annual current 2026-06-15 2028-06-14 10000");
    undone_and_redone(&temp, before).await;

    let before = temp.dump().await;
    let member = suspend(&temp.ws, &on(id, "2026-06-01")).await;
    assert!(
        matches!(member, Err(Error::Invalid { .. })),
        "not yet running"
    );
    suspend(&temp.ws, &on(id, "2026-06-15")).await.unwrap();
    undone_and_redone(&temp, before).await;

    let before = temp.dump().await;
    let member = resume(&temp.ws, &on(id, "2026-06-25"))
        .await
        .unwrap()
        .member;
    assert_eq!(
        told(&member),
        "Annual suspended 2026-06-15 2028-06-24 10000"
    );
    undone_and_redone(&temp, before).await;

    let before = temp.dump().await;
    let member = cancel(&temp.ws, &on(id, "2026-06-15"))
        .await
        .unwrap()
        .member;
    assert_eq!(
        told(&member),
        "Annual cancelled 2026-06-15 2026-06-14 10000"
    );
    undone_and_redone(&temp, before).await;

    let member = enroll(&temp.ws, &enrolment(id, 1, None))
        .await
        .unwrap()
        .member;
    assert_eq!(told(&member), "Annual current 2026-06-15 2027-06-14 15000");
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn a_renewal_starts_after_the_end_or_on_the_day() {
    for (start, from_to) in [
        // Before the end, and on the last day.
        ("2025-07-01", "2025-07-01 2027-06-30"),
        ("2025-06-16", "2025-06-16 2027-06-15"),
        // In grace: the day after the end.
        ("2025-06-15", "2026-06-15 2027-06-14"),
        ("2025-05-17", "2026-05-17 2027-05-16"),
        // Later: the day itself.
        ("2025-05-16", "2026-06-15 2027-06-14"),
        ("2020-01-01", "2026-06-15 2027-06-14"),
        // Not yet begun.
        ("2026-09-01", "2026-09-01 2028-08-31"),
    ] {
        let (temp, id) = association().await;
        enroll(&temp.ws, &enrolment(id, 1, Some(start)))
            .await
            .unwrap();
        let renewal = MemberRenew {
            id,
            type_id: 1,
            ..MemberRenew::default()
        };
        let member = renew(&temp.ws, &renewal).await.unwrap().member;
        let shown = &member.memberships[0];
        let days = format!("{} {}", shown.start.unwrap(), shown.end.unwrap());
        assert_eq!(days, from_to, "enrolled {start}");
    }
}

#[tokio::test]
async fn several_types_stand_beside_each_other() {
    let (temp, id) = association().await;
    let life = temp.membership_type("Honorary", "lifetime", &[]).await;
    let paper = temp
        .membership_type("Paper", "issues:2", &[("Post", "24.00")])
        .await;
    enroll(&temp.ws, &enrolment(id, life, Some("2020-01-01")))
        .await
        .unwrap();
    enroll(&temp.ws, &enrolment(id, paper, Some("2026-01-01")))
        .await
        .unwrap();
    let member = enroll(&temp.ws, &enrolment(id, 1, None))
        .await
        .unwrap()
        .member;
    assert_eq!(
        told(&member),
        "Honorary current 2020-01-01 - Paper current 2026-01-01 - Annual current 2026-06-15 2027-06-14 7400"
    );
    assert_eq!(member.memberships[1].issues_left, Some(2));
    for day in ["2026-02-01", "2026-06-01"] {
        let on = day.parse().unwrap();
        let issue = IssueMailed {
            id: paper,
            on,
            name: None,
        };
        membership_types::mail(&temp.ws, &issue).await.unwrap();
    }
    let member = members::get(&temp.ws, id).await.unwrap();
    let paper = &member.memberships[1];
    assert_eq!(
        (
            paper.status,
            paper.issues_left,
            paper.end.unwrap().to_string().as_str()
        ),
        (Status::Grace, Some(0), "2026-06-01")
    );
    let renewal = MemberRenew {
        id,
        type_id: life,
        ..MemberRenew::default()
    };
    assert!(matches!(
        renew(&temp.ws, &renewal).await,
        Err(Error::Invalid { .. })
    ));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_in_words() {
    let (temp, id) = association().await;
    let words = |result: crate::Result<MemberChanged>| match result.unwrap_err() {
        Error::Invalid { message, .. } => message,
        other => other.to_string(),
    };
    let contact = temp.create(&[("first_name", "Dan")]).await;
    assert!(words(enroll(&temp.ws, &enrolment(contact, 1, None)).await).contains("Convert"));
    assert!(words(enroll(&temp.ws, &enrolment(999, 1, None)).await).contains("no contact 999"));
    assert!(words(enroll(&temp.ws, &enrolment(id, 9, None)).await).contains("no membership type"));
    assert!(words(cancel(&temp.ws, &on(id, "2026-06-15")).await).contains("no membership Annual"));
    enroll(&temp.ws, &enrolment(id, 1, None)).await.unwrap();
    assert!(words(enroll(&temp.ws, &enrolment(id, 1, None)).await).contains("Renew it instead"));
    assert!(words(resume(&temp.ws, &on(id, "2026-07-15")).await).contains("not suspended"));
    suspend(&temp.ws, &on(id, "2026-07-15")).await.unwrap();
    assert!(words(suspend(&temp.ws, &on(id, "2026-08-15")).await).contains("already"));
    cancel(&temp.ws, &on(id, "2026-08-15")).await.unwrap();
    assert!(words(cancel(&temp.ws, &on(id, "2026-09-15")).await).contains("already"));
    let two = temp
        .membership_type("Two", "rolling:1m", &[("A", "1"), ("B", "2")])
        .await;
    assert!(words(enroll(&temp.ws, &enrolment(id, two, None)).await).contains("A, B"));
}

#[tokio::test]
async fn who_pays_for_another_owes_the_order() {
    let (temp, id) = association().await;
    let payer = temp.create(&[("first_name", "Ben")]).await;
    let input = MemberEnroll {
        payer: Some(payer),
        ..enrolment(id, 1, None)
    };
    let member = enroll(&temp.ws, &input).await.unwrap().member;
    assert_eq!(
        (member.balance.minor, member.memberships[0].payer_id),
        (0, Some(payer))
    );
    let owed = orders::statement(&temp.ws, payer).await.unwrap();
    assert_eq!(owed.balances[0].minor, 5000);
    let free = MemberRenew {
        id,
        type_id: 1,
        free: true,
        ..MemberRenew::default()
    };
    renew(&temp.ws, &free).await.unwrap();
    let owed = orders::statement(&temp.ws, payer).await.unwrap();
    assert_eq!(owed.orders.len(), 1);
}

#[tokio::test]
async fn undoing_the_first_term_keeps_the_membership_that_a_later_one_hangs_on() {
    let (temp, id) = association().await;
    let first = enroll(&temp.ws, &enrolment(id, 1, None))
        .await
        .unwrap()
        .batch;
    let renewal = MemberRenew {
        id,
        type_id: 1,
        ..MemberRenew::default()
    };
    renew(&temp.ws, &renewal).await.unwrap();
    let request = crate::journal::UndoRequest { batch: first };
    let job = crate::progress::Job::silent();
    let undone = crate::journal::undo(&temp.ws, &request, &job)
        .await
        .unwrap();
    assert_eq!(undone.kept.len(), 1);
    let member = members::get(&temp.ws, id).await.unwrap();
    assert_eq!(told(&member), "Annual pending 2027-06-15 2028-06-14 5000");
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn the_dead_are_not_renewed() {
    let temp = workspace().await;
    temp.ws.reckon_from("2026-06-15".parse().unwrap());
    temp.membership_type("Annual", "rolling:12m", &[]).await;
    let id = temp.member("Mia").await;
    enroll(&temp.ws, &enrolment(id, 1, None)).await.unwrap();
    let edits = vec![crate::contacts::Edit::Set {
        field: "deceased".into(),
        value: "yes".into(),
    }];
    crate::contacts::edit(&temp.ws, &crate::contacts::ContactEdit { id, edits })
        .await
        .unwrap();
    let member = members::get(&temp.ws, id).await.unwrap();
    assert_eq!(member.memberships[0].status, Status::Deceased);
    let renewal = MemberRenew {
        id,
        type_id: 1,
        ..MemberRenew::default()
    };
    assert!(renew(&temp.ws, &renewal).await.is_err());
}
