use super::*;
use crate::contacts::{self, ById, ContactEdit, Edit};
use crate::error::Error;
use crate::orders::{self, OrderCreate, OrderLineInput, PaymentInput};
use crate::testing::{Temp, association};

/// An order of that day; the day is 2026-06-15.
async fn owes(temp: &Temp, id: i64, amount: &str, on: &str) -> i64 {
    let line = OrderLineInput {
        text: "Dues".into(),
        amount: amount.into(),
    };
    let input = OrderCreate {
        id,
        lines: vec![line],
        code: None,
        currency: None,
        date: on.parse().ok(),
        note: None,
    };
    let made = orders::create(&temp.ws, &input).await.unwrap().statement;
    made.orders.iter().map(|order| order.id).max().unwrap()
}

async fn seen(temp: &Temp) -> Vec<(i64, u32, u32)> {
    let shown = look(&temp.ws, &DunningLook::default()).await.unwrap();
    let due = shown.due.iter();
    due.map(|one| (one.order, one.level, one.days_over))
        .collect()
}

async fn dun(temp: &Temp) -> DunningDone {
    let path = temp.ws.path().with_file_name("letters.pdf");
    let input = DunningRun {
        path: Some(path.to_string_lossy().into_owned()),
        ..DunningRun::default()
    };
    run(&temp.ws, &input).await.unwrap()
}

#[tokio::test]
async fn an_order_climbs_level_by_level_with_the_days_between() {
    let (temp, id) = association().await;
    // Due on the 8th of June: 14 days to pay, and the first level 7 days later.
    let old = owes(&temp, id, "50.00", "2026-05-25").await;
    owes(&temp, id, "20.00", "2026-05-26").await;
    assert_eq!(seen(&temp).await, [(old, 1, 7)]);
    let before = temp.dump().await;
    let done = dun(&temp).await;
    assert_eq!((done.letters, done.orders, done.left_out), (1, 1, 0));
    let written = std::fs::read(done.file.unwrap()).unwrap();
    assert!(written.starts_with(b"%PDF"));
    assert_eq!(seen(&temp).await, []);
    let after = temp.dump().await;
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    assert_eq!(seen(&temp).await, [(old, 1, 7)]);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    let none = run(
        &temp.ws,
        &DunningRun {
            orders: Some(vec![old]),
            ..DunningRun::default()
        },
    )
    .await;
    assert_eq!(none.unwrap().batch, None);
}

/// The next level of the only order that is due on a day.
async fn on(temp: &Temp, day: &str) -> Option<u32> {
    let mut conn = temp.ws.read().await.unwrap();
    let levels = levels::read(&mut conn).await.unwrap();
    let due = due::due(&mut conn, &levels, day.parse().unwrap()).await;
    due.unwrap().first().map(|one| one.level)
}

#[tokio::test]
async fn no_level_is_skipped_and_none_follows_at_once() {
    let (temp, id) = association().await;
    let old = owes(&temp, id, "50.00", "2025-01-01").await;
    assert_eq!(
        on(&temp, "2026-06-15").await,
        Some(1),
        "also after the days of the third"
    );
    dun(&temp).await;
    assert_eq!(on(&temp, "2026-06-28").await, None);
    assert_eq!(on(&temp, "2026-06-29").await, Some(2));
    for (level, day, next) in [(2, "2026-06-29", Some(3)), (3, "2026-07-13", None)] {
        let mut transaction = temp.ws.begin_write().await.unwrap();
        sqlx::query(
            "INSERT INTO dunnings (contact_id, order_id, level, on_date) VALUES (?, ?, ?, ?)",
        )
        .bind(id)
        .bind(old)
        .bind(level)
        .bind(day)
        .execute(&mut *transaction)
        .await
        .unwrap();
        transaction.commit().await.unwrap();
        assert_eq!(on(&temp, "2026-07-12").await, None);
        assert_eq!(on(&temp, "2026-07-13").await, next, "after {level}");
    }
    assert_eq!(
        on(&temp, "2030-01-01").await,
        None,
        "after the last there is none"
    );
}

#[tokio::test]
async fn a_letter_holds_all_that_one_owes_and_the_dead_get_none() {
    let (temp, id) = association().await;
    owes(&temp, id, "50.00", "2026-01-01").await;
    owes(&temp, id, "20.00", "2026-01-02").await;
    let other = temp.member("Max").await;
    owes(&temp, other, "5.00", "2026-01-03").await;
    let gone = temp.member("Gone").await;
    owes(&temp, gone, "5.00", "2026-01-03").await;
    let edits = vec![Edit::Set {
        field: "deceased".into(),
        value: "yes".into(),
    }];
    contacts::edit(&temp.ws, &ContactEdit { id: gone, edits })
        .await
        .unwrap();
    // Paid in part: what is left is asked for. Paid in full: nothing is.
    let pay = PaymentInput {
        id,
        amount: "60.00".into(),
        ..PaymentInput::default()
    };
    orders::pay(&temp.ws, &pay).await.unwrap();
    let shown = look(&temp.ws, &DunningLook::default()).await.unwrap();
    let open: Vec<i64> = shown.due.iter().map(|one| one.open.minor).collect();
    assert_eq!(open, [1000, 500, 500]);
    assert_eq!(shown.levels[0].totals[0].to_string(), "20.00 EUR");
    let done = dun(&temp).await;
    assert_eq!((done.letters, done.orders, done.left_out), (2, 2, 1));
}

#[tokio::test]
async fn a_letter_that_can_not_be_written_records_nothing() {
    let (temp, id) = association().await;
    let order = owes(&temp, id, "50.00", "2026-01-01").await;
    let path = |name: &str| DunningRun {
        path: Some(temp.ws.path().with_file_name(name).to_string_lossy().into()),
        ..DunningRun::default()
    };
    assert!(run(&temp.ws, &path("no folder/a.pdf")).await.is_err());
    assert!(run(&temp.ws, &path("a.doc")).await.is_err());
    assert_eq!(seen(&temp).await[0].1, 1);
    dun(&temp).await;
    orders::cancel(&temp.ws, &ById { id: order }).await.unwrap();
    assert_eq!(seen(&temp).await, []);
}

#[tokio::test]
async fn levels_are_kept_and_checked() {
    let (temp, id) = association().await;
    owes(&temp, id, "50.00", "2026-06-10").await;
    let level = |days, title: &str| DunningLevel {
        days,
        title: title.into(),
        text: String::new(),
    };
    let own = DunningLevels {
        due_days: 3,
        levels: vec![level(1, "Friendly"), level(2, "")],
    };
    set_levels(&temp.ws, &own).await.unwrap();
    assert_eq!(levels(&temp.ws).await.unwrap(), own);
    assert_eq!(seen(&temp).await[0].1, 1);
    for wrong in [vec![], vec![level(5, ""), level(5, "")]] {
        let input = DunningLevels {
            due_days: 3,
            levels: wrong,
        };
        let refused = set_levels(&temp.ws, &input).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })));
    }
}
