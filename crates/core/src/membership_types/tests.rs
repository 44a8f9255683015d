use super::*;
use crate::error::Error;
use crate::testing::workspace;

fn tier(id: Option<i64>, name: &str, price: &str, from: Option<&str>) -> TierInput {
    TierInput {
        id,
        name: name.into(),
        price: price.into(),
        from: from.map(|day| day.parse().unwrap()),
    }
}

fn input(name: &str, term: &str) -> MembershipTypeCreate {
    MembershipTypeCreate {
        name: name.into(),
        term: term.into(),
        grace_days: 30,
        currency: Some("eur".into()),
        pro_rata: ProRata::None,
        roll_over: None,
        tiers: vec![tier(None, "Adult", "50.00", None)],
    }
}

#[tokio::test]
async fn a_type_is_made_changed_undone_and_done_again() {
    let temp = workspace().await;
    temp.ws.reckon_from("2026-06-15".parse().unwrap());
    let before = temp.dump().await;
    let made = create(&temp.ws, &input(" Annual ", "rolling:1y"))
        .await
        .unwrap();
    let made = made.membership_type;
    assert_eq!(
        (
            made.name.as_str(),
            made.term.as_str(),
            made.currency.as_str()
        ),
        ("Annual", "rolling:12m", "EUR")
    );
    let after = temp.dump().await;
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    let adult = made.tiers[0].id;
    let edit = MembershipTypeEdit {
        id: made.id,
        term: Some("fixed:01-01".into()),
        roll_over: Some("10-1".into()),
        tiers: vec![
            tier(Some(adult), "Adults", "60.00", Some("2026-07-01")),
            tier(None, "Student", "20", None),
        ],
        ..MembershipTypeEdit::default()
    };
    let changed = super::edit(&temp.ws, &edit).await.unwrap().membership_type;
    let tiers: Vec<_> = changed
        .tiers
        .iter()
        .map(|t| (t.name.as_str(), t.price.minor))
        .collect();
    assert_eq!(tiers, [("Adults", 5000), ("Student", 2000)]);
    assert_eq!(changed.roll_over.as_deref(), Some("10-01"));
    let day = |text: &str| text.parse().unwrap();
    let prices =
        ["2026-06-30", "2026-07-01"].map(|d| changed.price(&changed.tiers[0], day(d)).minor);
    assert_eq!(prices, [5000, 6000]);
    temp.undo().await;
    assert_eq!(temp.dump().await, after);
    temp.redo().await;
    let retire = MembershipTypeEdit {
        id: made.id,
        retire_tiers: vec![adult],
        retired: Some(true),
        ..MembershipTypeEdit::default()
    };
    let retired = super::edit(&temp.ws, &retire)
        .await
        .unwrap()
        .membership_type;
    assert!(retired.retired && retired.tiers[1].retired && !retired.tiers[0].retired);
}

#[tokio::test]
async fn what_can_not_be_read_is_refused_with_its_field() {
    let temp = workspace().await;
    create(&temp.ws, &input("Annual", "lifetime"))
        .await
        .unwrap();
    let wrong = |change: &dyn Fn(&mut MembershipTypeCreate)| {
        let mut input = input("Other", "rolling:12m");
        change(&mut input);
        input
    };
    for (field, input) in [
        ("name", wrong(&|i| i.name = " ANNUAL".into())),
        ("name", wrong(&|i| i.name = " ".into())),
        ("term", wrong(&|i| i.term = "yearly".into())),
        ("currency", wrong(&|i| i.currency = Some("Gold".into()))),
        ("currency", wrong(&|i| i.currency = None)),
        ("roll_over", wrong(&|i| i.roll_over = Some("10-01".into()))),
        ("tiers", wrong(&|i| i.tiers[0].price = "fifty".into())),
        ("tiers", wrong(&|i| i.tiers[0].price = "-1".into())),
        ("tiers", wrong(&|i| i.tiers[0].name = String::new())),
    ] {
        let Err(Error::Invalid { fields, .. }) = create(&temp.ws, &input).await else {
            panic!("{field} was taken");
        };
        assert_eq!(fields[0].field, field);
    }
    assert_eq!(list(&temp.ws).await.unwrap().types.len(), 1);
}

#[tokio::test]
async fn issues_are_mailed_once_a_day_and_only_of_types_that_count_them() {
    let temp = workspace().await;
    let rolling = create(&temp.ws, &input("Annual", "rolling:12m"))
        .await
        .unwrap();
    let paper = create(&temp.ws, &input("Paper", "issues:12"))
        .await
        .unwrap();
    let on = "2026-06-15".parse().unwrap();
    let issue = |id| IssueMailed { id, on, name: None };
    let before = temp.dump().await;
    let mailed = mail(&temp.ws, &issue(paper.membership_type.id))
        .await
        .unwrap();
    assert_eq!(mailed.membership_type.mailed, [on]);
    for id in [paper.membership_type.id, rolling.membership_type.id] {
        assert!(matches!(
            mail(&temp.ws, &issue(id)).await,
            Err(Error::Invalid { .. })
        ));
    }
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
}
