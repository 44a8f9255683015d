use super::*;
use crate::contacts::ById;
use crate::documents::{self, InvoiceSave};
use crate::error::Error;
use crate::memberships::{self, MemberEnroll};
use crate::orders::{self, OrderCreate, OrderLineInput};
use crate::testing::{Temp, association};

async fn code(temp: &Temp, input: PromoCodeAdd) -> PromoCode {
    add(&temp.ws, &input).await.unwrap().code
}

fn percent(code: &str, percent: u32) -> PromoCodeAdd {
    PromoCodeAdd {
        code: code.into(),
        percent: Some(percent),
        ..PromoCodeAdd::default()
    }
}

/// An order of 2026-06-15.
async fn order(temp: &Temp, id: i64, amount: &str, code: Option<&str>) -> crate::Result<i64> {
    let line = OrderLineInput {
        text: "Book".into(),
        amount: amount.into(),
    };
    let input = OrderCreate {
        id,
        lines: vec![line],
        code: code.map(str::to_owned),
        currency: None,
        date: None,
        note: None,
    };
    let made = orders::create(&temp.ws, &input).await?;
    Ok(made.statement.orders[0].id)
}

async fn give_code(temp: &Temp, order: i64, code: &str) -> crate::Result<i64> {
    let input = OrderDiscount {
        order,
        code: Some(code.into()),
        ..OrderDiscount::default()
    };
    let changed = discount(&temp.ws, &input).await?;
    let order = changed.statement.orders.into_iter().find(|o| o.id == order);
    Ok(order.unwrap().total.minor)
}

/// Which field was refused.
fn field<T>(outcome: crate::Result<T>) -> String {
    match outcome.err() {
        Some(Error::Invalid { fields, .. }) => {
            fields.first().map_or("-".into(), |f| f.field.clone())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn per_cent_are_rounded_to_the_nearest_unit() {
    let told = [
        (1000, 10),
        (1005, 10),
        (1004, 10),
        (1, 50),
        (999, 33),
        (i64::MAX, 100),
    ];
    let told = told.map(|(total, percent)| apply::part(total, percent));
    assert_eq!(told, [100, 101, 100, 1, 330, i64::MAX]);
}

#[tokio::test]
async fn a_discount_is_a_line_and_never_more_than_the_order() {
    let (temp, id) = association().await;
    let ten = code(&temp, percent("TEN", 10)).await;
    let fixed = PromoCodeAdd {
        code: "gift".into(),
        amount: Some("30 EUR".into()),
        text: Some("Gift voucher".into()),
        ..PromoCodeAdd::default()
    };
    code(&temp, fixed).await;
    let first = order(&temp, id, "50.00", None).await.unwrap();
    let before = temp.dump().await;
    assert_eq!(give_code(&temp, first, " ten ").await.unwrap(), 4500);
    let after = temp.dump().await;
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    assert_eq!(give_code(&temp, first, "GIFT").await.unwrap(), 1500);
    let shown = orders::get(&temp.ws, first).await.unwrap();
    let lines: Vec<&str> = shown.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(lines, ["Book", "TEN", "Gift voucher"]);
    let small = order(&temp, id, "20.00", Some("GIFT")).await.unwrap();
    assert_eq!(orders::get(&temp.ws, small).await.unwrap().total.minor, 0);
    let by_hand = |percent, amount: Option<&str>| OrderDiscount {
        order: first,
        percent,
        amount: amount.map(str::to_owned),
        text: Some("Goodwill".into()),
        ..OrderDiscount::default()
    };
    discount(&temp.ws, &by_hand(Some(50), None)).await.unwrap();
    let changed = discount(&temp.ws, &by_hand(None, Some("2.50")))
        .await
        .unwrap();
    let total = changed.statement.orders.iter().find(|o| o.id == first);
    assert_eq!(total.unwrap().total.minor, 500);
    assert_eq!(
        field(discount(&temp.ws, &by_hand(Some(101), None)).await),
        "percent"
    );
    assert_eq!(
        field(discount(&temp.ws, &by_hand(None, Some("1 USD"))).await),
        "amount"
    );
    assert_eq!(
        field(discount(&temp.ws, &by_hand(None, None)).await),
        "code"
    );
    let used: Vec<u32> = list(&temp.ws)
        .await
        .unwrap()
        .codes
        .iter()
        .map(|c| c.used)
        .collect();
    assert_eq!(used, [2, 1]);
    assert_eq!(ten.used, 0);
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn a_code_is_taken_in_its_time_as_often_as_it_may_be() {
    let (temp, id) = association().await;
    let days = |from: &str, until: &str| (from.parse().ok(), until.parse().ok());
    for (name, (valid_from, valid_until)) in [
        ("EARLY", days("2026-01-01", "2026-06-14")),
        ("LATE", days("2026-06-16", "2026-12-31")),
        ("NOW", days("2026-06-15", "2026-06-15")),
    ] {
        let input = PromoCodeAdd {
            valid_from,
            valid_until,
            uses: Some(1),
            ..percent(name, 10)
        };
        code(&temp, input).await;
    }
    assert_eq!(field(order(&temp, id, "10", Some("EARLY")).await), "code");
    assert_eq!(field(order(&temp, id, "10", Some("LATE")).await), "code");
    assert_eq!(field(order(&temp, id, "10", Some("NONE")).await), "code");
    let made = orders::statement(&temp.ws, id).await.unwrap().orders;
    assert_eq!(made, [], "a code that is refused makes no order");
    let first = order(&temp, id, "10", Some("NOW")).await.unwrap();
    assert_eq!(field(give_code(&temp, first, "NOW").await), "code");
    assert_eq!(field(order(&temp, id, "10", Some("NOW")).await), "code");
    // A cancelled order gives the use back.
    orders::cancel(&temp.ws, &ById { id: first }).await.unwrap();
    order(&temp, id, "10", Some("NOW")).await.unwrap();
    let now = list(&temp.ws).await.unwrap().codes;
    let now = now.iter().find(|c| c.code == "NOW").unwrap();
    let input = PromoCodeEdit {
        id: now.id,
        uses: Some(9),
        retired: true,
        ..PromoCodeEdit::default()
    };
    edit(&temp.ws, &input).await.unwrap();
    assert_eq!(field(order(&temp, id, "10", Some("NOW")).await), "code");
    temp.undo().await;
    assert_eq!(list(&temp.ws).await.unwrap().codes[2].uses, Some(1));
}

#[tokio::test]
async fn an_invoiced_order_is_never_reckoned_anew() {
    let (temp, id) = association().await;
    code(&temp, percent("TEN", 10)).await;
    let enroll = MemberEnroll {
        id,
        type_id: 1,
        code: Some("TEN".into()),
        ..MemberEnroll::default()
    };
    memberships::enroll(&temp.ws, &enroll).await.unwrap();
    let order = orders::statement(&temp.ws, id)
        .await
        .unwrap()
        .orders
        .remove(0);
    assert_eq!(order.total.minor, 4500);
    let input = InvoiceSave {
        order: order.id,
        path: temp
            .ws
            .path()
            .with_file_name("i.pdf")
            .to_string_lossy()
            .into(),
        language: None,
    };
    documents::invoice(&temp.ws, &input).await.unwrap();
    code(&temp, percent("FIVE", 5)).await;
    assert_eq!(field(give_code(&temp, order.id, "FIVE").await), "-");
    orders::cancel(&temp.ws, &ById { id: order.id })
        .await
        .unwrap();
    assert_eq!(field(give_code(&temp, order.id, "FIVE").await), "-");
}

#[tokio::test]
async fn codes_are_checked_and_stay_while_orders_have_them() {
    let (temp, id) = association().await;
    let wrong = |change: &dyn Fn(&mut PromoCodeAdd)| {
        let mut input = percent("TEN", 10);
        change(&mut input);
        input
    };
    for (input, name) in [
        (wrong(&|i| i.code = "two words".into()), "code"),
        (wrong(&|i| i.code = " ".into()), "code"),
        (wrong(&|i| i.percent = Some(0)), "percent"),
        (wrong(&|i| i.amount = Some("5 EUR".into())), "percent"),
        (
            wrong(&|i| (i.percent, i.amount) = (None, Some("-5 EUR".into()))),
            "amount",
        ),
        (wrong(&|i| i.uses = Some(0)), "uses"),
        (
            wrong(&|i| {
                i.valid_from = "2026-06-02".parse().ok();
                i.valid_until = "2026-06-01".parse().ok();
            }),
            "valid_until",
        ),
    ] {
        assert_eq!(field(add(&temp.ws, &input).await), name);
    }
    let before = temp.dump().await;
    let batch = add(&temp.ws, &percent("TEN", 10)).await.unwrap().batch;
    assert_eq!(field(add(&temp.ws, &percent("ten", 20)).await), "code");
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    order(&temp, id, "10", Some("TEN")).await.unwrap();
    let request = crate::journal::UndoRequest { batch };
    let job = crate::progress::Job::silent();
    drop(crate::journal::undo(&temp.ws, &request, &job).await);
    assert_eq!(list(&temp.ws).await.unwrap().codes.len(), 1);
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}
