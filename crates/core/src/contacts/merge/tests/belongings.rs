//! What hangs on contacts: opt-outs, pins, consents, memberships and what they were called.

use super::*;

#[tokio::test]
async fn an_opt_out_stays_and_is_not_reached_by_another_value() {
    let (temp, noa, also) = two().await;
    let value = |value: &str| OptOutValue {
        kind: None,
        value: value.into(),
    };
    let input = OptOutAdd {
        values: vec![value("noa@levi.example"), value("+972501234567")],
        act: OptOutAct::default(),
        country: None,
    };
    opt_outs::add(&temp.ws, &input).await.unwrap();
    edit(&temp, also, vec![set("do_not_contact", "no")]).await;
    let states = temp.dump().await;
    let kept = merged(&temp, &plain(noa, &[also])).await;
    let out: Vec<&str> = kept
        .points
        .iter()
        .filter(|p| p.status == PointStatus::OptedOut)
        .map(|p| p.value.as_str())
        .collect();
    assert_eq!(out, ["050-123 4567", "noa@levi.example"]);
    let now = temp.dump().await;
    for table in ["subscriptions", "subscription_changes"] {
        assert_eq!(now[table], states[table], "{table}");
    }
    let reach = gate::reach(&temp.ws, noa).await.unwrap();
    let by = |channel| {
        reach
            .channels
            .iter()
            .find(|reach| reach.channel == channel)
            .unwrap()
    };
    assert_eq!(by(gate::Channel::Sms).value, None);
    assert_eq!(
        by(gate::Channel::Email).value.as_deref(),
        Some("noa@work.example")
    );
    temp.undo().await;
    assert_eq!(temp.dump().await["subscriptions"], states["subscriptions"]);
}

#[tokio::test]
async fn pins_and_consents_are_never_loosened() {
    let (temp, noa, also) = two().await;
    let input = GroupCreate {
        name: "Mailing".into(),
        filter: Some("has email".into()),
        ..GroupCreate::default()
    };
    let group = groups::create(&temp.ws, &input).await.unwrap().group.id;
    let who = |id| Who::Selection {
        selection: Selection::Ids { ids: vec![id] },
    };
    groups::assign(
        &temp.ws,
        &GroupAssign {
            group,
            who: who(noa),
        },
    )
    .await
    .unwrap();
    groups::unassign(
        &temp.ws,
        &GroupAssign {
            group,
            who: who(also),
        },
    )
    .await
    .unwrap();
    let consent = |purpose: &str, state: &str, date: &str| Edit::Consent {
        purpose: purpose.into(),
        state: state.into(),
        date: Some(date.to_owned()).filter(|date| !date.is_empty()),
        how: None,
        note: None,
    };
    edit(
        &temp,
        noa,
        vec![
            consent("News", "given", ""),
            consent("Photos", "given", "2026-01-02"),
        ],
    )
    .await;
    edit(
        &temp,
        also,
        vec![
            consent("News", "withdrawn", "2025-01-01"),
            consent("Photos", "refused", "2026-01-01"),
        ],
    )
    .await;
    let before = temp.dump().await;
    let kept = merged(&temp, &plain(noa, &[also])).await;
    assert_eq!(
        groups::get(&temp.ws, group).await.unwrap().total,
        0,
        "kept out"
    );
    let told: Vec<_> = kept
        .consents
        .iter()
        .map(|c| (c.purpose.as_str(), c.state.as_str()))
        .collect();
    assert_eq!(told, [("News", "withdrawn"), ("Photos", "given")]);
    undone_and_redone(&temp, before).await;
}

#[tokio::test]
async fn a_member_into_a_member_keeps_what_both_have() {
    let (temp, mia) = association().await;
    temp.membership_type("Choir", "lifetime", &[("Adult", "10.00")])
        .await;
    let other = temp.member("Maria").await;
    enroll(&temp, mia, 1, "2024-01-01").await;
    enroll(&temp, other, 1, "2026-01-01").await;
    enroll(&temp, other, 2, "2025-01-01").await;
    let before = temp.dump().await;
    let owed = async |id: i64| members::get(&temp.ws, id).await.unwrap();
    let (first, second) = (owed(mia).await, owed(other).await);
    merged(&temp, &plain(mia, &[other])).await;
    let both = owed(mia).await;
    assert_eq!(both.number, first.number);
    let told: Vec<_> = both
        .memberships
        .iter()
        .map(|m| (m.type_name.as_str(), m.status))
        .collect();
    assert_eq!(
        told,
        [("Annual", Status::Current), ("Choir", Status::Current)]
    );
    let sum = |member: &members::Member| member.balances.iter().map(|b| b.minor).sum::<i64>();
    assert_eq!(sum(&both), sum(&first) + sum(&second));
    let statement = orders::statement(&temp.ws, mia).await.unwrap();
    assert_eq!(statement.orders.len(), 3);
    undone_and_redone(&temp, before).await;
    let next = temp.member("Next").await;
    assert_ne!(
        owed(next).await.number,
        second.number,
        "the number given up stays theirs"
    );
}

#[tokio::test]
async fn what_was_cancelled_of_one_membership_does_not_cancel_the_other() {
    let (temp, mia) = association().await;
    let other = temp.member("Maria").await;
    enroll(&temp, mia, 1, "2026-01-01").await;
    enroll(&temp, other, 1, "2026-02-01").await;
    let act = MemberAct {
        id: other,
        type_id: 1,
        on: "2026-03-01".parse().ok(),
        reason: None,
    };
    memberships::cancel(&temp.ws, &act).await.unwrap();
    for (into, from) in [(mia, other), (other, mia)] {
        let before = temp.dump().await;
        merged(&temp, &plain(into, &[from])).await;
        let member = members::get(&temp.ws, into).await.unwrap();
        assert_eq!(member.memberships.len(), 1);
        assert_eq!(member.memberships[0].status, Status::Current, "{into}");
        undone_and_redone(&temp, before).await;
        temp.undo().await;
    }
}
