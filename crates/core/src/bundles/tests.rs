use super::*;
use crate::error::Error;
use crate::orders;
use crate::progress::Job;
use crate::renewals::{self, RenewalsRequest};
use crate::testing::{Temp, association};

fn day(text: &str) -> Option<chrono::NaiveDate> {
    Some(text.parse().unwrap())
}

/// A payer who is no member, and Mia and Ben, of whom Ben joined later.
async fn family() -> (Temp, i64, i64, i64) {
    let (temp, mia) = association().await;
    let payer = temp.create(&[("first_name", "Oma")]).await;
    let ben = temp.member("Ben").await;
    add_on(&temp, payer, &[mia], "2026-01-01").await.unwrap();
    add_on(&temp, payer, &[ben], "2026-06-15").await.unwrap();
    (temp, payer, mia, ben)
}

async fn add_on(
    temp: &Temp,
    payer: i64,
    members: &[i64],
    joined: &str,
) -> Result<BundleChanged, Error> {
    let input = BundleAdd {
        payer,
        type_id: 1,
        members: members.to_vec(),
        joined: day(joined),
        ..BundleAdd::default()
    };
    add(&temp.ws, &input).await
}

/// `Name joined end` of each.
fn told(bundle: &Bundle) -> Vec<String> {
    let one = |m: &BundleMember| {
        let end = m.end.map_or("-".into(), |end| end.to_string());
        format!("{} {} {end}", m.name, m.joined.unwrap())
    };
    bundle.members.iter().map(one).collect()
}

/// The lines of each order of a contact, the latest first.
async fn owed(temp: &Temp, id: i64) -> Vec<Vec<String>> {
    let statement = orders::statement(&temp.ws, id).await.unwrap();
    let lines = |order: &orders::Order| order.lines.iter().map(|line| line.text.clone()).collect();
    statement.orders.iter().map(lines).collect()
}

async fn there_and_back(temp: &Temp, before: crate::testing::Dump) {
    let after = temp.dump().await;
    assert_ne!(before, after);
    let undone = temp.undo().await;
    assert_eq!(undone.kept.len(), 0);
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
}

#[tokio::test]
async fn a_bundle_has_a_payer_a_shared_end_and_own_days_of_joining() {
    let (temp, payer, mia, ben) = family().await;
    for id in [payer, mia, ben] {
        let found = of_contact(&temp.ws, id).await.unwrap().bundles;
        assert_eq!(found.len(), 1, "{id}");
        assert_eq!((found[0].payer_id, found[0].payer.as_str()), (payer, "Oma"));
        assert_eq!(found[0].end, day("2026-12-31"));
        assert_eq!(
            told(&found[0]),
            ["Ben 2026-06-15 2026-12-31", "Mia 2026-01-01 2026-12-31"]
        );
    }
    assert_eq!(owed(&temp, payer).await.len(), 2);
    assert!(owed(&temp, mia).await.is_empty());
}

#[tokio::test]
async fn several_come_in_on_one_order_and_out_by_one_undo() {
    let (temp, mia) = association().await;
    let ben = temp.member("Ben").await;
    let before = temp.dump().await;
    let made = add_on(&temp, mia, &[mia, ben, ben], "2026-06-15")
        .await
        .unwrap();
    assert_eq!(
        told(&made.bundle.unwrap()),
        ["Mia 2026-06-15 2027-06-14", "Ben 2026-06-15 2027-06-14"]
    );
    assert_eq!(
        owed(&temp, mia).await,
        [[
            "Annual, Adult, 2026-06-15 – 2027-06-14, #1",
            "Annual, Adult, 2026-06-15 – 2027-06-14, #2"
        ]]
    );
    there_and_back(&temp, before).await;
}

#[tokio::test]
async fn who_has_the_membership_already_keeps_the_term() {
    let (temp, mia) = association().await;
    let ben = temp.member("Ben").await;
    add_on(&temp, ben, &[mia], "2026-01-01").await.unwrap();
    let leaver = BundleLeave {
        id: mia,
        type_id: 1,
    };
    assert!(leave(&temp.ws, &leaver).await.unwrap().bundle.is_none());
    let made = add_on(&temp, ben, &[mia, ben], "2026-03-01").await.unwrap();
    assert_eq!(
        told(&made.bundle.unwrap()),
        ["Ben 2026-03-01 2026-12-31", "Mia 2026-01-01 2026-12-31"]
    );
    let texts = owed(&temp, ben).await;
    assert_eq!(texts[0], ["Annual, Adult, 2026-03-01 – 2026-12-31, #2"]);
}

#[tokio::test]
async fn a_member_leaves_and_pays_for_themselves() {
    let (temp, _, mia, _) = family().await;
    let before = temp.dump().await;
    let input = BundleLeave {
        id: mia,
        type_id: 1,
    };
    let left = leave(&temp.ws, &input).await.unwrap();
    assert_eq!(told(&left.bundle.unwrap()), ["Ben 2026-06-15 2026-12-31"]);
    assert!(of_contact(&temp.ws, mia).await.unwrap().bundles.is_empty());
    assert!(matches!(
        leave(&temp.ws, &input).await,
        Err(Error::Invalid { .. })
    ));
    there_and_back(&temp, before).await;
}

#[tokio::test]
async fn somebody_else_pays_and_orders_stay_where_they_are() {
    let (temp, payer, mia, _) = family().await;
    let before = temp.dump().await;
    let input = BundlePayer {
        payer,
        type_id: 1,
        to: mia,
    };
    let changed = change_payer(&temp.ws, &input)
        .await
        .unwrap()
        .bundle
        .unwrap();
    assert_eq!((changed.payer_id, changed.members.len()), (mia, 2));
    assert_eq!(owed(&temp, payer).await.len(), 2);
    assert!(change_payer(&temp.ws, &input).await.is_err());
    there_and_back(&temp, before).await;
    // The member who pays hands it on, and stays in it.
    let back = BundlePayer {
        payer: mia,
        type_id: 1,
        to: payer,
    };
    let back = change_payer(&temp.ws, &back).await.unwrap().bundle.unwrap();
    assert_eq!((back.payer_id, back.members.len()), (payer, 2));
}

#[tokio::test]
async fn a_renewal_gives_all_one_end_and_one_order() {
    let (temp, payer, mia, _) = family().await;
    let before = temp.dump().await;
    let input = BundleRenew {
        payer,
        type_id: 1,
        free: false,
    };
    let renewed = renew(&temp.ws, &input).await.unwrap().bundle.unwrap();
    assert_eq!(renewed.end, day("2027-12-31"));
    let orders = owed(&temp, payer).await;
    assert_eq!((orders.len(), orders[0].len()), (3, 2));
    there_and_back(&temp, before).await;
    let none = BundleRenew {
        payer: mia,
        type_id: 1,
        free: false,
    };
    assert!(renew(&temp.ws, &none).await.is_err());
}

#[tokio::test]
async fn a_renewal_run_puts_a_bundle_on_one_order() {
    let (temp, payer, _, _) = family().await;
    let before = temp.dump().await;
    let run = RenewalsRequest {
        ends_within: Some(365),
        ..RenewalsRequest::default()
    };
    let done = renewals::apply(&temp.ws, &run, &Job::silent())
        .await
        .unwrap();
    assert_eq!((done.total, done.totals[0].minor), (2, 10_000));
    let orders = owed(&temp, payer).await;
    assert_eq!(
        orders[0],
        [
            "Annual, Adult, 2027-01-01 – 2027-12-31, #2",
            "Annual, Adult, 2027-01-01 – 2027-12-31, #1"
        ]
    );
    assert_eq!(orders.len(), 3);
    there_and_back(&temp, before).await;
    assert!(crate::workspace::check(&temp.ws).await.unwrap().ok);
}

#[tokio::test]
async fn mistakes_are_told() {
    let (temp, payer, mia, _) = family().await;
    let plain = temp.create(&[("first_name", "Plain")]).await;
    assert!(add_on(&temp, payer, &[plain], "2026-06-15").await.is_err());
    assert!(add_on(&temp, payer, &[], "2026-06-15").await.is_err());
    assert!(add_on(&temp, 999, &[mia], "2026-06-15").await.is_err());
    let late = temp.member("Late").await;
    assert!(add_on(&temp, payer, &[late], "2027-01-01").await.is_err());
    let paper = temp
        .membership_type("Paper", "issues:12", &[("Post", "24")])
        .await;
    let input = BundleAdd {
        payer,
        type_id: paper,
        members: vec![mia],
        ..BundleAdd::default()
    };
    assert!(add(&temp.ws, &input).await.is_err());
}
