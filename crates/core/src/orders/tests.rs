use proptest::prelude::*;

use super::*;
use crate::contacts::{self, ById, Selection};
use crate::error::Error;
use crate::journal::{UndoRequest, undo};
use crate::members::{self, MemberConvert};
use crate::memberships::{self, MemberEnroll, MemberRenew};
use crate::progress::Job;
use crate::testing::{Temp, association};

async fn paid(temp: &Temp, id: i64, amount: &str) -> StatementChanged {
    let input = PaymentInput {
        id,
        amount: amount.into(),
        ..PaymentInput::default()
    };
    pay(&temp.ws, &input).await.unwrap()
}

fn states(statement: &Statement) -> Vec<(OrderState, i64)> {
    let orders = statement.orders.iter().rev();
    orders.map(|o| (o.state, o.open.minor)).collect()
}

#[tokio::test]
async fn payments_settle_the_oldest_order_first() {
    let (temp, id) = association().await;
    for amount in ["30.00", "20.00"] {
        let line = OrderLineInput {
            text: "Book".into(),
            amount: amount.into(),
        };
        let input = OrderCreate {
            id,
            lines: vec![line],
            code: None,
            currency: None,
            date: None,
            note: None,
        };
        create(&temp.ws, &input).await.unwrap();
    }
    let now = paid(&temp, id, "10").await.statement;
    assert_eq!(
        states(&now),
        [(OrderState::Part, 2000), (OrderState::Open, 2000)]
    );
    let now = paid(&temp, id, "35.00").await.statement;
    assert_eq!(
        states(&now),
        [(OrderState::Paid, 0), (OrderState::Part, 500)]
    );
    assert_eq!(now.balances, [Amount::new(500, "EUR")]);
    let first = now.orders[1].id;
    let now = cancel(&temp.ws, &ById { id: first })
        .await
        .unwrap()
        .statement;
    assert_eq!(
        states(&now),
        [(OrderState::Cancelled, 0), (OrderState::Paid, 0)]
    );
    assert_eq!(now.balances, [Amount::new(-2500, "EUR")]);
    let again = cancel(&temp.ws, &ById { id: first }).await;
    assert!(matches!(again, Err(Error::Invalid { .. })));
}

#[tokio::test]
async fn a_payment_for_one_order_pays_that_one_and_a_refund_opens_it_again() {
    let (temp, id) = association().await;
    enrolled(&temp, id).await;
    memberships::renew(&temp.ws, &renewal(id)).await.unwrap();
    let statement = statement(&temp.ws, id).await.unwrap();
    let newest = statement.orders[0].id;
    let mut input = PaymentInput {
        id,
        amount: "50.00".into(),
        order: Some(newest),
        method: PaymentMethod::Cash,
        ..PaymentInput::default()
    };
    let now = pay(&temp.ws, &input).await.unwrap().statement;
    assert_eq!(
        states(&now),
        [(OrderState::Open, 5000), (OrderState::Paid, 0)]
    );
    input.amount = "20".into();
    let now = refund(&temp.ws, &input).await.unwrap().statement;
    assert_eq!(
        states(&now),
        [(OrderState::Open, 5000), (OrderState::Part, 2000)]
    );
    input.amount = "5 USD".into();
    let other = pay(&temp.ws, &input).await;
    assert!(matches!(other, Err(Error::Invalid { .. })));
    for wrong in ["0", "-5", "abc", ""] {
        input.amount = wrong.into();
        assert!(pay(&temp.ws, &input).await.is_err(), "{wrong}");
    }
}

async fn enrolled(temp: &Temp, id: i64) {
    let input = MemberEnroll {
        id,
        type_id: 1,
        ..MemberEnroll::default()
    };
    memberships::enroll(&temp.ws, &input).await.unwrap();
}

fn renewal(id: i64) -> MemberRenew {
    MemberRenew {
        id,
        type_id: 1,
        ..MemberRenew::default()
    }
}

/// The balance must be the sum of what is there, line by line.
async fn assert_adds_up(temp: &Temp, id: i64) -> i64 {
    let now = statement(&temp.ws, id).await.unwrap();
    let lines: i64 = now
        .orders
        .iter()
        .filter(|order| order.state != OrderState::Cancelled)
        .flat_map(|order| &order.lines)
        .map(|line| line.amount.minor)
        .sum();
    let came_in: i64 = now.payments.iter().map(signed).sum();
    let balance: i64 = now.balances.iter().map(|amount| amount.minor).sum();
    assert_eq!(balance, lines - came_in);
    // What the orders show as paid is never more than what came in, and credit is what is left of it.
    let open: i64 = now.orders.iter().map(|order| order.open.minor).sum();
    let shown: i64 = now.orders.iter().map(|order| order.paid.minor).sum();
    assert_eq!(lines, open + shown);
    assert!(shown <= came_in.max(0), "{shown} of {came_in}");
    balance
}

fn signed(payment: &Payment) -> i64 {
    match payment.kind {
        PaymentKind::Payment => payment.amount.minor,
        PaymentKind::Refund => -payment.amount.minor,
    }
}

/// What an office does, in any order.
#[derive(Debug, Clone, Copy)]
enum Step {
    Enroll,
    Renew,
    Cancel,
    Pay(i64),
    Refund(i64),
    CancelOrder,
    Revert,
    Convert,
    Delete,
    Restore,
    Invoice,
    Merge(i64),
    EmptyTrash,
    UndoLast,
    UndoAny(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::Enroll),
        Just(Step::Renew),
        Just(Step::Cancel),
        (1..9000_i64).prop_map(Step::Pay),
        (1..3000_i64).prop_map(Step::Refund),
        Just(Step::CancelOrder),
        Just(Step::Revert),
        Just(Step::Convert),
        Just(Step::Delete),
        Just(Step::Restore),
        Just(Step::Invoice),
        (1..4000_i64).prop_map(Step::Merge),
        Just(Step::EmptyTrash),
        Just(Step::UndoLast),
        (0..30_usize).prop_map(Step::UndoAny),
    ]
}

/// The batch of a payment, if the step made one. What can't be done now is left undone.
async fn take(temp: &Temp, id: i64, step: Step, batches: &[i64]) -> Option<i64> {
    let ws = &temp.ws;
    let amount = |minor: i64| PaymentInput {
        id,
        amount: Amount::new(minor, "EUR").to_string(),
        ..PaymentInput::default()
    };
    let act = || memberships::MemberAct {
        id,
        type_id: 1,
        on: None,
        reason: None,
    };
    let only = Selection::Ids { ids: vec![id] };
    match step {
        Step::Enroll => {
            memberships::enroll(
                ws,
                &MemberEnroll {
                    id,
                    type_id: 1,
                    ..Default::default()
                },
            )
            .await
            .ok()?
            .batch
        }
        Step::Renew => memberships::renew(ws, &renewal(id)).await.ok()?.batch,
        Step::Cancel => memberships::cancel(ws, &act()).await.ok()?.batch,
        Step::Pay(minor) => pay(ws, &amount(minor)).await.ok()?.batch,
        Step::Refund(minor) => refund(ws, &amount(minor)).await.ok()?.batch,
        Step::CancelOrder => {
            let order = statement(ws, id).await.unwrap().orders.first()?.id;
            cancel(ws, &ById { id: order }).await.ok()?.batch
        }
        Step::Revert => members::revert(ws, &ById { id }).await.ok()?.batch,
        Step::Convert => {
            let input = MemberConvert {
                id,
                ..Default::default()
            };
            members::convert(ws, &input).await.ok()?.batch
        }
        Step::Delete => contacts::delete(ws, &only).await.ok()?.batch,
        Step::Restore => contacts::restore(ws, &only).await.ok()?.batch,
        Step::Invoice => {
            let order = statement(ws, id).await.unwrap().orders.first()?.id;
            let path = ws.path().with_file_name("invoice.pdf");
            let input = crate::documents::InvoiceSave {
                order,
                path: path.to_string_lossy().into_owned(),
                language: None,
            };
            crate::documents::invoice(ws, &input).await.ok()?;
            None
        }
        Step::Merge(minor) => {
            let other = with_money(temp, minor).await;
            let input = contacts::ContactsMerge {
                into: id,
                from: vec![other],
                ..contacts::ContactsMerge::default()
            };
            let before = in_all(temp).await;
            let merged = contacts::merge(ws, &input).await;
            assert_eq!(
                in_all(temp).await,
                before,
                "a merge moves money and makes none"
            );
            merged.ok()?.batch
        }
        Step::EmptyTrash => {
            let all = crate::trash::TrashEmpty::Everything;
            crate::trash::empty(ws, &all, &Job::silent()).await.unwrap();
            None
        }
        Step::UndoLast => {
            undo(ws, &UndoRequest::default(), &Job::silent())
                .await
                .ok()?;
            None
        }
        Step::UndoAny(at) => {
            let batch = batches.get(at).copied();
            undo(ws, &UndoRequest { batch }, &Job::silent())
                .await
                .ok()?;
            None
        }
    }
}

/// Another member who owes 50 EUR for a term and 10 EUR for a book, and has paid this much.
async fn with_money(temp: &Temp, minor: i64) -> i64 {
    let other = temp.member("Double").await;
    let enrol = MemberEnroll {
        id: other,
        type_id: 1,
        ..MemberEnroll::default()
    };
    // The type goes where its making is undone.
    drop(memberships::enroll(&temp.ws, &enrol).await);
    let line = OrderLineInput {
        text: "Book".into(),
        amount: "10.00".into(),
    };
    let order = OrderCreate {
        id: other,
        lines: vec![line],
        code: None,
        currency: Some("EUR".into()),
        date: None,
        note: None,
    };
    create(&temp.ws, &order).await.unwrap();
    paid(temp, other, &Amount::new(minor, "EUR").to_string()).await;
    other
}

/// What is owed and was paid over all contacts, whoever has it.
async fn in_all(temp: &Temp) -> i64 {
    let sql = "SELECT coalesce(sum(minor), 0) FROM ledger";
    let mut conn = temp.ws.read().await.unwrap();
    sqlx::query_scalar(sql).fetch_one(&mut *conn).await.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is done and taken back, the balance is the sum of its lines, and a payment goes only when the very act
    /// that recorded it is undone.
    #[test]
    fn the_ledger_adds_up_and_no_payment_is_lost(steps in proptest::collection::vec(step(), 1..14)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let (temp, id) = association().await;
            let mut batches = Vec::new();
            for step in steps {
                let before = recorded(&temp).await;
                let undone = standing(&temp).await;
                batches.extend(take(&temp, id, step, &batches).await);
                assert_adds_up(&temp, id).await;
                let (now, stands) = (recorded(&temp).await, standing(&temp).await);
                for payment in before.difference(&now) {
                    let own = undone.difference(&stands).any(|batch| *batch == payment.1);
                    assert!(own, "{step:?} lost a payment of batch {}", payment.1);
                }
                assert_eq!(gaps(&temp).await, 0, "{step:?} left a hole in the numbers");
                let check = crate::workspace::check(&temp.ws).await.unwrap();
                assert!(check.ok, "{step:?}: {:?}", check.problems);
            }
        });
    }
}

/// The payments that are there, with the batch that recorded each.
async fn recorded(temp: &Temp) -> std::collections::BTreeSet<(i64, i64)> {
    let sql = "SELECT p.id, (SELECT max(j.batch_id) FROM journal j WHERE j.\"table\" = 'payments' AND j.operation = 'insert' AND j.row_id = p.id) FROM payments p";
    let mut conn = temp.ws.read().await.unwrap();
    let rows: Vec<(i64, i64)> = sqlx::query_as(sql).fetch_all(&mut *conn).await.unwrap();
    rows.into_iter().collect()
}

/// The batches that are not undone.
async fn standing(temp: &Temp) -> std::collections::BTreeSet<i64> {
    let sql = "SELECT id FROM batches WHERE undone_by IS NULL";
    let mut conn = temp.ws.read().await.unwrap();
    let rows: Vec<i64> = sqlx::query_scalar(sql).fetch_all(&mut *conn).await.unwrap();
    rows.into_iter().collect()
}

/// How many numbers of invoices are missing.
async fn gaps(temp: &Temp) -> i64 {
    let sql = "SELECT coalesce(max(number), 0) - count(*) FROM documents WHERE series = 'invoice'";
    let mut conn = temp.ws.read().await.unwrap();
    sqlx::query_scalar(sql).fetch_one(&mut *conn).await.unwrap()
}
