//! Over random groups, pins, trash and archive: a group's counts are the rows that are shown when it is opened, and
//! combinations obey the algebra of sets.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::contacts::{self, ContactsQuery, Place, Selection};
use crate::testing::{Temp, workspace};

const PEOPLE: i64 = 12;
const FILTERS: [&str; 6] = [
    "has email",
    "tag = \"vip\" and not has phone",
    "active = no",
    "group = \"A\" or city = \"Haifa\"",
    "not group in (\"A\", \"B\")",
    "name contains \"nobody\"",
];

/// What was done to the contacts: ids in `1..=PEOPLE`.
#[derive(Debug, Clone)]
struct Done {
    a: Vec<i64>,
    b: Vec<i64>,
    filter: usize,
    included: Vec<i64>,
    excluded: Vec<i64>,
    deleted: Vec<i64>,
    archived: Vec<i64>,
}

fn done() -> impl Strategy<Value = Done> {
    let some = || prop::collection::vec(1..=PEOPLE, 0..8);
    let few = || prop::collection::vec(1..=PEOPLE, 0..3);
    let groups = (some(), some(), 0..FILTERS.len());
    (groups, few(), few(), few(), few()).prop_map(
        |((a, b, filter), included, excluded, deleted, archived)| Done {
            a,
            b,
            filter,
            included,
            excluded,
            deleted,
            archived,
        },
    )
}

/// Some have an e-mail, some a phone, some both and some neither.
async fn people(temp: &Temp) {
    for i in 1..=PEOPLE {
        let (name, email, phone) = (
            format!("P{i}"),
            format!("p{i}@x.example"),
            format!("+9725012345{i:02}"),
        );
        let mut set = vec![("first_name", name.as_str())];
        let mut add = |is: bool, field, value| is.then(|| set.push((field, value)));
        add(i % 3 > 0, "email", email.as_str());
        add(i % 4 > 1, "phone", phone.as_str());
        add(i % 2 > 0, "tags", "vip");
        add(i % 5 > 2, "city", "Haifa");
        temp.create(&set).await;
    }
}

async fn made(temp: &Temp, name: &str, filter: Option<&str>) -> i64 {
    let input = GroupCreate {
        name: name.into(),
        filter: filter.map(str::to_owned),
        ..GroupCreate::default()
    };
    create(&temp.ws, &input).await.unwrap().group.id
}

async fn put(temp: &Temp, group: i64, ids: &[i64], pin_to: Option<Pin>) {
    let selection = Selection::Ids { ids: ids.to_vec() };
    let who = Who::Selection { selection };
    match pin_to {
        None => assign(&temp.ws, &GroupAssign { group, who }).await,
        Some(to) => {
            let input = GroupPin {
                group,
                who,
                pin: to,
            };
            pin(&temp.ws, &input).await
        }
    }
    .unwrap();
}

/// Who is shown when the group is opened; its counts must say the same, and so must "why" of every contact.
async fn shown(temp: &Temp, group: i64) -> BTreeSet<i64> {
    let query = ContactsQuery {
        group: Some(group),
        ..ContactsQuery::default()
    };
    let (total, found) = contacts::details(&temp.ws, &query, 0, 1000).await.unwrap();
    let counted = get(&temp.ws, group).await.unwrap();
    let active = found.iter().filter(|c| c.active).count();
    assert_eq!(
        (counted.total, counted.active),
        (i64::from(total), active as i64),
        "{}",
        counted.name
    );
    let ids: BTreeSet<i64> = found.iter().map(|c| c.id).collect();
    for contact in 1..=PEOPLE {
        let asked = GroupWhyRequest { group, contact };
        let told = why(&temp.ws, &asked).await.unwrap();
        assert_eq!(told.is_in, ids.contains(&contact), "{contact}: {told:?}");
    }
    ids
}

async fn combined(temp: &Temp, how: Combination, of: &[i64], live: bool) -> BTreeSet<i64> {
    let name = format!("{how:?} {of:?} {live}");
    let group = GroupCreate {
        name,
        ..GroupCreate::default()
    };
    let input = GroupsCombine {
        group,
        how,
        of: of.to_vec(),
        live,
    };
    let id = combine(&temp.ws, &input).await.unwrap().group.id;
    shown(temp, id).await
}

async fn listed(temp: &Temp, filter: &str) -> BTreeSet<i64> {
    let query = ContactsQuery {
        filter: filter.into(),
        ..ContactsQuery::default()
    };
    let (_, found) = contacts::details(&temp.ws, &query, 0, 1000).await.unwrap();
    found.iter().map(|c| c.id).collect()
}

/// How many groups a filter counts for each contact is how many show it, whatever they are made of.
async fn in_how_many(temp: &Temp) {
    let mut times: BTreeMap<i64, usize> = BTreeMap::new();
    for id in listed(temp, "").await {
        times.insert(id, 0);
    }
    for group in list(&temp.ws).await.unwrap().groups {
        for id in shown(temp, group.id).await {
            *times.entry(id).or_default() += 1;
        }
    }
    let of = |meets: &dyn Fn(usize) -> bool| -> BTreeSet<i64> {
        let met = times.iter().filter(|(_, number)| meets(**number));
        met.map(|(id, _)| *id).collect()
    };
    assert_eq!(listed(temp, "has group").await, of(&|n| n > 0));
    assert_eq!(listed(temp, "not has group").await, of(&|n| n == 0));
    for most in [0, 1, 3, 5] {
        assert_eq!(
            listed(temp, &format!("count group <= {most}")).await,
            of(&|n| n <= most)
        );
        let few = format!(
            "id <= 20 and count group > {most} and email in (\"p1@x.example\", \"p2@x.example\", \"p4@x.example\")"
        );
        let some: BTreeSet<i64> = [1, 2, 4].into();
        assert_eq!(
            listed(temp, &few).await,
            &of(&|n| n > most) & &some,
            "looked up"
        );
    }
}

async fn holds(done: &Done) {
    use Combination::{Except, Intersect, Union};
    let temp = workspace().await;
    people(&temp).await;
    let a = made(&temp, "A", None).await;
    let b = made(&temp, "B", None).await;
    put(&temp, a, &done.a, None).await;
    put(&temp, b, &done.b, None).await;
    let dynamic = made(&temp, "D", Some(FILTERS[done.filter])).await;
    put(&temp, dynamic, &done.included, Some(Pin::Include)).await;
    put(&temp, dynamic, &done.excluded, Some(Pin::Exclude)).await;
    let ids = |ids: &[i64]| Selection::Ids { ids: ids.to_vec() };
    contacts::archive(&temp.ws, &ids(&done.archived))
        .await
        .unwrap();
    contacts::delete(&temp.ws, &ids(&done.deleted))
        .await
        .unwrap();

    let gone: BTreeSet<i64> = done.deleted.iter().chain(&done.archived).copied().collect();
    let excluded: BTreeSet<i64> = done.excluded.iter().copied().collect();
    let sets = [
        (a, shown(&temp, a).await),
        (b, shown(&temp, b).await),
        (dynamic, shown(&temp, dynamic).await),
    ];
    assert!(sets.iter().all(|(_, set)| set.is_disjoint(&gone)));
    assert!(sets[2].1.is_disjoint(&excluded), "an exclusion adds nobody");
    let pinned: BTreeSet<i64> = done.included.iter().copied().collect();
    let must = pinned.difference(&excluded).filter(|id| !gone.contains(id));
    assert!(must.into_iter().all(|id| sets[2].1.contains(id)));
    for ((x, of_x), (y, of_y)) in [
        (&sets[0], &sets[1]),
        (&sets[1], &sets[2]),
        (&sets[2], &sets[0]),
    ]
    .map(|(x, y)| ((x.0, &x.1), (y.0, &y.1)))
    {
        for live in [true, false] {
            let union = combined(&temp, Union, &[x, y], live).await;
            let both = combined(&temp, Intersect, &[x, y], live).await;
            let less = combined(&temp, Except, &[x, y], live).await;
            assert_eq!(union, of_x | of_y);
            assert_eq!(both, of_x & of_y);
            assert_eq!(less, of_x - of_y);
        }
    }
    let nested = made(
        &temp,
        "E",
        Some("group = \"D\" and not group = \"A\" or tag = \"vip\""),
    )
    .await;
    put(&temp, nested, &done.included, Some(Pin::Exclude)).await;
    in_how_many(&temp).await;
    let everyone = ContactsQuery::default();
    let (all, _) = contacts::details(&temp.ws, &everyone, 0, 0).await.unwrap();
    let others = ContactsQuery {
        filter: "not group = \"D\"".into(),
        place: Place::Lists,
        ..ContactsQuery::default()
    };
    let (outside, _) = contacts::details(&temp.ws, &others, 0, 0).await.unwrap();
    assert_eq!(outside as usize + sets[2].1.len(), all as usize);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]
    #[test]
    fn counts_are_the_rows_shown_and_combinations_are_those_of_sets(done in done()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(holds(&done));
    }
}

#[tokio::test]
async fn groups_may_be_called_anything_and_hold_nobody_or_everybody() {
    let temp = workspace().await;
    people(&temp).await;
    let names = [
        "\"; DROP TABLE groups; --",
        "ועד ההורים",
        "🎉 Party 🥳",
        "'",
        "a \\ b",
        "%",
    ];
    for name in names {
        let group = made(&temp, name, None).await;
        assert_eq!(shown(&temp, group).await.len(), 0, "{name}");
        put(&temp, group, &[1, 2], None).await;
        let other = combined(&temp, Combination::Union, &[group, group], true).await;
        assert_eq!(other.len(), 2, "{name} within a filter");
        let again = GroupCreate {
            name: format!(" {name} "),
            ..GroupCreate::default()
        };
        let refused = create(&temp.ws, &again).await.unwrap_err().to_string();
        assert!(
            refused.contains("already") && refused.contains("Choose another name"),
            "{refused}"
        );
    }
    let everyone = made(&temp, "Everyone", Some("has email or not has email")).await;
    assert_eq!(shown(&temp, everyone).await.len(), PEOPLE as usize);
    let nobody = made(&temp, "Nobody", Some("has email and not has email")).await;
    assert_eq!(shown(&temp, nobody).await.len(), 0);
    assert_eq!(
        list(&temp.ws).await.unwrap().groups.len(),
        names.len() * 2 + 2
    );
}
