//! Filters and groups that are too much: refused with words, or right; never a crash. What files from elsewhere may hold
//! is put in past all checks.

use super::*;
use crate::filters::{Catalog, read};

async fn total(temp: &Temp, filter: &str) -> crate::Result<u32> {
    let query = ContactsQuery {
        filter: filter.into(),
        ..ContactsQuery::default()
    };
    Ok(contacts::details(&temp.ws, &query, 0, 0).await?.0)
}

/// Makes dynamic groups without asking whether they may be.
async fn slipped_in(temp: &Temp, groups: impl Iterator<Item = (String, String)>) {
    let mut change = Change::begin(&temp.ws, Operation::GroupCreate)
        .await
        .unwrap();
    for (name, filter) in groups {
        let sql = "INSERT INTO groups (name, folded, kind, filter, created_at, created_batch) VALUES (?, ?, 'dynamic', ?, '2026', 1)";
        sqlx::query(sql)
            .bind(&name)
            .bind(folded(&name))
            .bind(filter)
            .execute(&mut *change)
            .await
            .unwrap();
    }
    change.commit().await.unwrap();
}

#[tokio::test]
async fn a_filter_of_ten_thousand_conditions_is_answered_and_a_larger_one_refused() {
    let temp = desk().await;
    let conditions = |number: usize| -> String {
        let each: Vec<String> = (0..number).map(|i| format!("first_name = N{i}")).collect();
        each.join(" or ")
    };
    let most = format!("{} or first_name = Noa", conditions(9_999));
    assert_eq!(total(&temp, &most).await.unwrap(), 1);
    let lists = (0..500).map(|i| format!("has phone and tag = t{i}"));
    let rows = lists.collect::<Vec<_>>().join(" or ");
    assert_eq!(total(&temp, &rows).await.unwrap(), 0);
    let refused = total(&temp, &conditions(10_001))
        .await
        .unwrap_err()
        .to_string();
    assert!(refused.contains("at most 10000 conditions"), "{refused}");
}

#[tokio::test]
async fn groups_a_thousand_deep_are_refused_and_told_of() {
    let temp = desk().await;
    made(&temp, "G0", Some("has email")).await;
    let mut refused = None;
    for i in 1..1000 {
        let input = GroupCreate {
            name: format!("G{i}"),
            filter: Some(format!("group = G{}", i - 1)),
            ..GroupCreate::default()
        };
        if let Err(error) = create(&temp.ws, &input).await {
            refused = Some((i, error.to_string()));
            break;
        }
    }
    let (depth, told) = refused.unwrap();
    assert!(
        depth > 90 && told.contains("levels deep"),
        "{depth}: {told}"
    );
    let last = format!("group = G{}", depth - 1);
    assert_eq!(total(&temp, &last).await.unwrap(), 4);
    // From below, the deepest is made deeper.
    let first = find(&mut temp.ws.read().await.unwrap(), "G0")
        .await
        .unwrap();
    let deeper = GroupEdit {
        id: first.unwrap(),
        filter: Some(format!("{}has email{}", "not (".repeat(20), ")".repeat(20))),
        ..GroupEdit::default()
    };
    assert!(message(edit(&temp.ws, &deeper).await).contains("would ask too much"));

    let temp = desk().await;
    let chain = (1..1000).map(|i| (format!("G{i}"), format!("group = G{}", i - 1)));
    made(&temp, "G0", Some("has email")).await;
    slipped_in(&temp, chain).await;
    let groups = list(&temp.ws).await.unwrap().groups;
    let last = groups.iter().find(|group| group.name == "G999").unwrap();
    assert!(last.problem.is_some() && last.total == 0);
    assert!(total(&temp, "group = G999").await.is_err());
    let readable = memberships(&temp.ws, 1).await.unwrap().groups.len();
    assert!((depth..999).contains(&readable), "{readable}");
}

#[tokio::test]
async fn groups_that_double_at_each_level_are_refused() {
    let temp = desk().await;
    made(&temp, "G0", Some("has email")).await;
    let doubled = (1..60).map(|i| {
        let below = format!("group = G{}", i - 1);
        (format!("G{i}"), format!("{below} and {below}"))
    });
    slipped_in(&temp, doubled).await;
    assert!(total(&temp, "group = G59").await.is_err());
    assert_eq!(total(&temp, "group = G5").await.unwrap(), 4);
    let circle = [("X", "group = Y"), ("Y", "group = X or has email")];
    slipped_in(
        &temp,
        circle
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .into_iter(),
    )
    .await;
    assert_eq!(total(&temp, "group = Y").await.unwrap(), 4);
}

#[tokio::test]
async fn hundreds_of_dynamic_groups_are_counted() {
    let temp = desk().await;
    for (number, name) in [(200, "A"), (296, "B"), (704, "C")] {
        slipped_in(
            &temp,
            (0..number).map(|i| (format!("{name}{i}"), format!("id = {}", i % 8))),
        )
        .await;
        let mut conn = temp.ws.read().await.unwrap();
        let catalog = Catalog::load(&temp.ws, &mut conn).await.unwrap();
        assert!(read("has group", &catalog).is_ok());
        drop(conn);
        let each = catalog.groups().len() / 8;
        assert_eq!(total(&temp, "has group").await.unwrap(), 4, "{number}");
        let counted = |op: &str| format!("count group {op} {each}");
        assert_eq!(total(&temp, &counted(">=")).await.unwrap(), 4, "{each}");
        assert_eq!(total(&temp, "count group = 0").await.unwrap(), 0);
        assert_eq!(
            total(&temp, &format!("count group < {each}"))
                .await
                .unwrap(),
            0
        );
    }
}
