//! Categories of groups.

use super::*;

#[tokio::test]
async fn categories_are_made_by_naming_them() {
    let temp = desk().await;
    let input = |name: &str, category: &str| GroupCreate {
        name: name.into(),
        category: Some(category.into()),
        ..GroupCreate::default()
    };
    create(&temp.ws, &input("A", "School")).await.unwrap();
    create(&temp.ws, &input("B", "SCHOOL ")).await.unwrap();
    let all = categories(&temp.ws).await.unwrap().categories;
    assert_eq!((all.len(), all[0].groups), (1, 2));
    let before = temp.dump().await;
    rename_category(
        &temp.ws,
        &GroupCategoryRename {
            id: all[0].id,
            name: "Schule".into(),
        },
    )
    .await
    .unwrap();
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    delete_category(&temp.ws, &contacts::ById { id: all[0].id })
        .await
        .unwrap();
    assert_eq!(list(&temp.ws).await.unwrap().groups[0].category, None);
    undone_and_redone(&temp, before).await;
    let wrong = GroupCreate {
        name: "C".into(),
        kind_of_use: Some("party".into()),
        ..GroupCreate::default()
    };
    assert!(message(create(&temp.ws, &wrong).await).contains("no type of group"));
}

#[tokio::test]
async fn categories_are_added_and_put_in_an_order() {
    let temp = desk().await;
    let names = async || {
        let all = categories(&temp.ws).await.unwrap().categories;
        let names: Vec<String> = all.into_iter().map(|k| k.name).collect();
        names.join(", ")
    };
    let add = async |name: &str| {
        let input = GroupCategoryAdd { name: name.into() };
        add_category(&temp.ws, &input).await
    };
    for name in ["Events", "Bodies", "Campaigns"] {
        add(name).await.unwrap();
    }
    assert_eq!(names().await, "Bodies, Campaigns, Events");
    assert!(message(add(" bodies").await).contains("already"));
    assert!(message(add("  ").await).contains("needs a name"));
    let before = temp.dump().await;
    let all = categories(&temp.ws).await.unwrap().categories;
    let ids = vec![all[2].id, 4711, all[0].id];
    arrange_categories(&temp.ws, &GroupCategoriesArrange { ids })
        .await
        .unwrap();
    assert_eq!(names().await, "Events, Bodies, Campaigns");
    undone_and_redone(&temp, before).await;
    add("Aid").await.unwrap();
    assert_eq!(names().await, "Events, Bodies, Campaigns, Aid");
}
