//! Who stands above whom.

use super::*;

#[tokio::test]
async fn a_hierarchy_is_a_tree_and_never_a_circle() {
    let temp = workspace().await;
    let group = account(&temp, "Group").await;
    let north = account(&temp, "North").await;
    let south = account(&temp, "South").await;
    let desk = account(&temp, "Desk").await;
    steps(&temp, north, vec![set("parent", &group.to_string())])
        .await
        .unwrap();
    steps(&temp, south, vec![set("parent", "group")])
        .await
        .unwrap();
    let desk = steps(&temp, desk, vec![set("parent", "North")])
        .await
        .unwrap();
    let above: Vec<&str> = desk.above.iter().map(|o| o.name.as_str()).collect();
    assert_eq!(above, ["Group", "North"]);
    for parent in [group, north, desk.id] {
        let refused = steps(&temp, group, vec![set("parent", &parent.to_string())]).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{parent}");
    }
    let shape = async |id: i64| {
        let nodes = tree(&temp.ws, id).await.unwrap().nodes.into_iter();
        nodes
            .map(|n| format!("{}{}", "-".repeat(n.depth as usize), n.name))
            .collect::<Vec<_>>()
    };
    assert_eq!(shape(south).await, ["Group", "-North", "--Desk", "-South"]);
    // One in the trash leaves the tree with what is below it; a circle through it is refused too.
    bin(&temp, north).await.unwrap();
    assert_eq!(shape(south).await, ["Group", "-South"]);
    assert_eq!(shape(desk.id).await, ["Desk"]);
    let refused = steps(&temp, group, vec![set("parent", &desk.id.to_string())]).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })));
}

#[tokio::test]
async fn deleting_says_who_stands_by_themselves_then() {
    let temp = workspace().await;
    let group = account(&temp, "Group").await;
    for name in ["North", "South"] {
        add(
            &temp,
            OrganizationKind::Account,
            name,
            &[("parent", "Group")],
        )
        .await;
    }
    let before = temp.dump().await;
    let gone = bin(&temp, group).await.unwrap();
    assert_eq!((gone.count, gone.below), (1, 2));
    is_reversible(&temp, before).await;
    let back = OrganizationSelection::Ids { ids: vec![group] };
    assert_eq!(restore(&temp.ws, &back).await.unwrap().below, 2);
    let north = search(&temp, "").await;
    assert_eq!(north, ["Group", "North", "South"]);
    let all = OrganizationSelection::Ids { ids: vec![1, 2, 3] };
    assert_eq!(delete(&temp.ws, &all).await.unwrap().below, 0);
}

#[tokio::test]
async fn a_line_of_a_thousand_holds_and_shows_the_one_that_is_asked_about() {
    let temp = workspace().await;
    let top = account(&temp, "Top").await;
    let mut change =
        crate::journal::Change::begin(&temp.ws, crate::operations::Operation::OrganizationEdit)
            .await
            .unwrap();
    for above in top..top + 999 {
        let id = create::insert(&mut change, OrganizationKind::Account, "Below")
            .await
            .unwrap();
        let sql = "UPDATE organizations SET parent_id = ? WHERE id = ?";
        sqlx::query(sql)
            .bind(above)
            .bind(id)
            .execute(&mut *change)
            .await
            .unwrap();
    }
    change.commit().await.unwrap();
    let lowest = top + 999;
    for circle in [top, top + 500] {
        let refused = steps(&temp, circle, vec![set("parent", &lowest.to_string())]).await;
        assert!(matches!(refused, Err(Error::Invalid { .. })));
    }
    for id in [top, top + 600, lowest] {
        let shown = tree(&temp.ws, id).await.unwrap();
        assert!(shown.nodes.iter().any(|node| node.id == id), "{id}");
        assert!(
            shown
                .nodes
                .windows(2)
                .all(|pair| pair[1].parent_id == Some(pair[0].id))
        );
        assert!(shown.nodes.len() <= 500);
    }
    assert!(tree(&temp.ws, top).await.unwrap().more);
    assert_eq!(workspace::check(&temp.ws).await.unwrap().problems, [""; 0]);
}

#[tokio::test]
async fn one_of_many_is_in_its_own_tree() {
    let temp = workspace().await;
    let top = account(&temp, "Top").await;
    for n in 0..520 {
        let parent = top.to_string();
        add(
            &temp,
            OrganizationKind::Account,
            &format!("Branch {n:03}"),
            &[("parent", &parent)],
        )
        .await;
    }
    let last = top + 520;
    let shown = tree(&temp.ws, last).await.unwrap();
    let names: Vec<&str> = shown.nodes.iter().map(|node| node.name.as_str()).collect();
    assert!(shown.more);
    assert_eq!(names, ["Top", "Branch 519"]);
    assert_eq!(shown.nodes[1].depth, 1);
}

#[tokio::test]
async fn a_circle_that_is_there_is_found_by_the_check() {
    let temp = workspace().await;
    let (a, b) = (account(&temp, "A").await, account(&temp, "B").await);
    steps(&temp, b, vec![set("parent", &a.to_string())])
        .await
        .unwrap();
    let mut conn = temp.ws.begin_write().await.unwrap();
    let sql = "UPDATE organizations SET parent_id = ? WHERE id = ?";
    sqlx::query(sql)
        .bind(b)
        .bind(a)
        .execute(&mut *conn)
        .await
        .unwrap();
    conn.commit().await.unwrap();
    assert_eq!(workspace::check(&temp.ws).await.unwrap().problems.len(), 2);
}
