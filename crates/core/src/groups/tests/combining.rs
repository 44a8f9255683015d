//! Groups made of groups.

use super::*;

#[tokio::test]
async fn combinations_obey_the_algebra_of_sets() {
    use Combination::{Except, Intersect, Union};
    let temp = desk().await;
    let a = made(&temp, "A", None).await;
    put(&temp, a, ids(&[1, 2, 3])).await;
    let b = made(&temp, "B", Some("country = ES")).await;
    let empty = made(&temp, "Empty", None).await;
    for live in [true, false] {
        let of = |how, groups: Vec<i64>| (how, groups);
        for (i, ((how, groups), wanted)) in [
            (of(Union, vec![a, b]), vec![1, 2, 3, 4]),
            (of(Intersect, vec![a, b]), vec![3]),
            (of(Except, vec![a, b]), vec![1, 2]),
            (of(Except, vec![b, a]), vec![4]),
            (of(Except, vec![empty, a]), vec![]),
            (of(Union, vec![a, empty]), vec![1, 2, 3]),
            (of(Intersect, vec![a, empty]), vec![]),
            (of(Except, vec![a, a]), vec![]),
        ]
        .into_iter()
        .enumerate()
        {
            let id = combined(&temp, &format!("{live} {i}"), how, &groups, live).await;
            assert_eq!(shown(&temp, id).await, wanted, "{how:?} {groups:?} {live}");
        }
    }
    let live = find(&mut temp.ws.read().await.unwrap(), "true 0")
        .await
        .unwrap()
        .unwrap();
    let frozen = find(&mut temp.ws.read().await.unwrap(), "false 0")
        .await
        .unwrap()
        .unwrap();
    temp.create(&[
        ("first_name", "Mia"),
        ("email", "mia@x.example"),
        ("country", "Spain"),
    ])
    .await;
    assert_eq!(
        (
            shown(&temp, live).await.len(),
            shown(&temp, frozen).await.len()
        ),
        (5, 4)
    );
}

#[tokio::test]
async fn a_merge_keeps_the_place_of_those_who_are_archived_or_in_the_trash() {
    let temp = desk().await;
    let a = made(&temp, "A", None).await;
    put(&temp, a, ids(&[1, 2, 3])).await;
    let b = made(&temp, "B", None).await;
    put(&temp, b, ids(&[4])).await;
    let some = |ids: &[i64]| Selection::Ids { ids: ids.to_vec() };
    contacts::archive(&temp.ws, &some(&[1])).await.unwrap();
    contacts::delete(&temp.ws, &some(&[2])).await.unwrap();
    let before = temp.dump().await;
    let input = GroupsMerge {
        into: b,
        from: vec![a],
    };
    merge(&temp.ws, &input).await.unwrap();
    assert_eq!(shown(&temp, b).await, [3, 4]);
    undone_and_redone(&temp, before).await;
    contacts::unarchive(&temp.ws, &some(&[1])).await.unwrap();
    contacts::restore(&temp.ws, &some(&[2])).await.unwrap();
    assert_eq!(shown(&temp, b).await, [1, 2, 3, 4]);
}
