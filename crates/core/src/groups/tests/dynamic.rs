//! Dynamic groups: pins, circles, what becomes of a filter when groups change, why a contact is in.

use super::*;

#[tokio::test]
async fn a_dynamic_group_follows_its_contacts_and_its_pins() {
    let temp = desk().await;
    let vip = made(&temp, "VIPs", Some("tag = vip")).await;
    assert_eq!(shown(&temp, vip).await, [1, 3]);
    put(&temp, vip, ids(&[4])).await;
    let out = GroupAssign {
        group: vip,
        who: ids(&[1]),
    };
    unassign(&temp.ws, &out).await.unwrap();
    assert_eq!(shown(&temp, vip).await, [3, 4]);
    let group = get(&temp.ws, vip).await.unwrap();
    assert_eq!((group.included, group.excluded), (1, 1));
    assert_eq!(
        pinned(&temp, vip).await,
        [("Tariq Aziz", Pin::Include), ("Noa Levi", Pin::Exclude)].map(told)
    );
    let free = GroupPin {
        group: vip,
        who: ids(&[1, 4]),
        pin: Pin::None,
    };
    assert_eq!(pin(&temp.ws, &free).await.unwrap().changed, 2);
    assert_eq!(shown(&temp, vip).await, [1, 3]);
    temp.create(&[("first_name", "Mia"), ("tags", "VIP")]).await;
    assert_eq!(shown(&temp, vip).await, [1, 3, 5]);
    let board = made(&temp, "Board", None).await;
    let pinned = GroupPin {
        group: board,
        who: ids(&[1]),
        pin: Pin::Exclude,
    };
    assert!(message(pin(&temp.ws, &pinned).await).contains("by hand"));
}

#[tokio::test]
async fn a_dynamic_group_that_is_added_to_a_contact_includes_it_always() {
    let temp = desk().await;
    let vip = made(&temp, "VIPs", Some("tag = vip")).await;
    let out = GroupAssign {
        group: vip,
        who: ids(&[1]),
    };
    unassign(&temp.ws, &out).await.unwrap();
    let edit = contacts::ContactEdit {
        id: 1,
        edits: vec![contacts::Edit::AddWord {
            field: "groups".into(),
            word: "vips".into(),
        }],
    };
    contacts::edit(&temp.ws, &edit).await.unwrap();
    assert_eq!(pinned(&temp, vip).await, [told(("Noa Levi", Pin::Include))]);
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![1] })
        .await
        .unwrap();
    assert_eq!(pinned(&temp, vip).await, []);
}

#[tokio::test]
async fn circles_are_refused_and_named() {
    let temp = desk().await;
    let a = made(&temp, "A", Some("has email")).await;
    made(&temp, "B", Some("group = A and tag = vip")).await;
    made(&temp, "C", Some("not group = B")).await;
    let edit_a = |filter: &str| GroupEdit {
        id: a,
        filter: Some(filter.into()),
        ..GroupEdit::default()
    };
    let told = message(edit(&temp.ws, &edit_a("has phone or group in (C)")).await);
    assert_eq!(
        told,
        "The groups would go in a circle: A uses “C” uses “B” uses “A”."
    );
    assert!(message(edit(&temp.ws, &edit_a("group = A")).await).contains("A uses “A”"));
    let all = "has phone or not has group";
    assert_eq!(
        message(edit(&temp.ws, &edit_a(all)).await),
        "The groups would go in a circle: A uses the number of groups, and so “A”. \
         Name the groups that are meant, as in group in (\"Board\", \"Choir\")."
    );
    let new = GroupCreate {
        name: "Lonely".into(),
        filter: Some("count group = 0".into()),
        ..GroupCreate::default()
    };
    assert!(message(create(&temp.ws, &new).await).contains("“Lonely”"));
    edit(&temp.ws, &edit_a("has phone")).await.unwrap();
}

#[tokio::test]
async fn a_filter_that_lost_its_field_tells_so_and_holds_only_the_included() {
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    let rest = made(&temp, "Rest", Some("not group = Board")).await;
    put(&temp, rest, ids(&[2])).await;
    let mut change = Change::begin(&temp.ws, Operation::GroupsDelete)
        .await
        .unwrap();
    sqlx::query("DELETE FROM groups WHERE id = ?")
        .bind(board)
        .execute(&mut *change)
        .await
        .unwrap();
    change.commit().await.unwrap();
    assert_eq!(shown(&temp, rest).await, [2]);
    assert!(get(&temp.ws, rest).await.unwrap().problem.is_some());
}

#[tokio::test]
async fn why_shows_each_part_with_what_it_saw() {
    let temp = desk().await;
    let vip = made(&temp, "VIPs", Some("tag = vip and not country = IL")).await;
    let ask = async |contact| {
        why(
            &temp.ws,
            &GroupWhyRequest {
                group: vip,
                contact,
            },
        )
        .await
        .unwrap()
    };
    let noa = ask(1).await;
    assert!(!noa.is_in && noa.pin == Pin::None);
    let filter = noa.filter.unwrap();
    let told: Vec<_> = filter
        .parts
        .iter()
        .map(|p| (p.kind, p.holds, p.values.clone()))
        .collect();
    assert_eq!(
        told[0],
        (
            crate::filters::PartKind::Condition,
            true,
            vec!["vip".to_owned()]
        )
    );
    assert!(!told[1].1);
    assert_eq!(
        (
            filter.parts[1].parts[0].text.as_str(),
            filter.parts[1].parts[0].values.as_slice()
        ),
        ("country = \"IL\"", &["IL".to_owned()][..])
    );
    assert!(ask(3).await.is_in);
    put(&temp, vip, ids(&[1])).await;
    let pinned = ask(1).await;
    assert!(pinned.is_in && pinned.pin == Pin::Include && !pinned.filter.unwrap().holds);
    let groups = memberships(&temp.ws, 1).await.unwrap().groups;
    assert_eq!(
        (groups.len(), groups[0].name.as_str(), groups[0].pin),
        (1, "VIPs", Pin::Include)
    );
}

#[tokio::test]
async fn what_a_part_saw_is_told_for_every_field() {
    let temp = desk().await;
    for field in crate::filters::fields(&temp.ws).await.unwrap().fields {
        // A group can't ask in how many groups a contact is.
        if field.code == "group" {
            continue;
        }
        let text = match (field.has, field.operators.first()) {
            (true, _) => format!("has {}", field.code),
            (false, _) => format!("{} = yes", field.code),
        };
        let id = made(&temp, &field.code, Some(&text)).await;
        let why = why(
            &temp.ws,
            &GroupWhyRequest {
                group: id,
                contact: 1,
            },
        )
        .await
        .unwrap();
        let filter = why.filter.unwrap();
        assert_eq!(filter.holds, why.is_in, "{text}");
        if field.has {
            assert_eq!(
                filter.holds,
                !filter.values.is_empty(),
                "{text}: {:?}",
                filter.values
            );
        }
        delete(&temp.ws, &GroupIds { ids: vec![id] }).await.unwrap();
    }
}

#[tokio::test]
async fn why_names_the_dynamic_groups_too() {
    let temp = desk().await;
    made(&temp, "VIPs", Some("tag = vip")).await;
    let board = made(&temp, "Board", None).await;
    put(&temp, board, ids(&[1])).await;
    let both = made(&temp, "Both", Some("group = VIPs and group = Board")).await;
    let asked = GroupWhyRequest {
        group: both,
        contact: 1,
    };
    let filter = why(&temp.ws, &asked).await.unwrap().filter.unwrap();
    assert_eq!(filter.parts[0].values, ["Board", "Both", "VIPs"]);
}
