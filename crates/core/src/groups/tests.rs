use super::*;
use crate::contacts::{self, ContactsQuery, Selection};
use crate::error::Error;
use crate::import::ImportSource;
use crate::journal::Change;
use crate::operations::Operation;
use crate::testing::{Temp, workspace};

const PEOPLE: &str = "First name,Last name,E-mail,Mobile,Country,Tags,E-mail status\n\
    Noa,Levi,noa@levi.example,050-123 4567,Israel,vip,\n\
    Dan,Katz,dan@katz.example,,Israel,,unsubscribed\n\
    Ines,Vidal,ines@vidal.example,,Spain,\"vip, press\",\n\
    Tariq,Aziz,tariq@aziz.example,,Spain,,\n";

async fn desk() -> Temp {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    temp
}

async fn made(temp: &Temp, name: &str, filter: Option<&str>) -> i64 {
    let input = GroupCreate {
        name: name.into(),
        filter: filter.map(str::to_owned),
        ..GroupCreate::default()
    };
    create(&temp.ws, &input).await.unwrap().group.id
}

fn ids(ids: &[i64]) -> Who {
    let selection = Selection::Ids { ids: ids.to_vec() };
    Who::Selection { selection }
}

async fn put(temp: &Temp, group: i64, who: Who) -> GroupAssigned {
    assign(&temp.ws, &GroupAssign { group, who }).await.unwrap()
}

/// The contacts in a group as the list shows them, in order of id; its counts must say the same.
async fn shown(temp: &Temp, group: i64) -> Vec<i64> {
    let query = ContactsQuery {
        group: Some(group),
        ..ContactsQuery::default()
    };
    let (total, found) = contacts::details(&temp.ws, &query, 0, 1000).await.unwrap();
    let counted = get(&temp.ws, group).await.unwrap();
    let active = found.iter().filter(|c| c.active).count() as i64;
    assert_eq!(
        (counted.total, counted.active),
        (i64::from(total), active),
        "{}",
        counted.name
    );
    let mut ids: Vec<i64> = found.iter().map(|c| c.id).collect();
    ids.sort_unstable();
    ids
}

fn message<T: std::fmt::Debug>(result: crate::Result<T>) -> String {
    match result.unwrap_err() {
        Error::Invalid { message, .. } => message,
        other => panic!("{other:?}"),
    }
}

/// Does, undoes and does again; the whole workspace is compared.
async fn undone_and_redone(temp: &Temp, before: crate::testing::Dump) {
    let after = temp.dump().await;
    assert_ne!(before, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
}

#[tokio::test]
async fn counts_are_those_of_the_list_with_trash_archive_and_opt_outs() {
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    put(&temp, board, ids(&[1, 2, 3])).await;
    let spain = made(&temp, "Spain", Some("country = ES")).await;
    assert_eq!(
        (shown(&temp, board).await, shown(&temp, spain).await),
        (vec![1, 2, 3], vec![3, 4])
    );
    assert_eq!(
        get(&temp.ws, board).await.unwrap().active,
        2,
        "Dan is opted out"
    );
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![3] })
        .await
        .unwrap();
    assert_eq!(
        (shown(&temp, board).await, shown(&temp, spain).await),
        (vec![1, 2], vec![4])
    );
    temp.undo().await;
    let mut change = Change::begin(&temp.ws, Operation::ContactEdit)
        .await
        .unwrap();
    sqlx::query("UPDATE contacts SET archived_at = '2026' WHERE id = 3")
        .execute(&mut *change)
        .await
        .unwrap();
    change.commit().await.unwrap();
    assert_eq!(
        (shown(&temp, board).await, shown(&temp, spain).await),
        (vec![1, 2], vec![4])
    );
}

#[tokio::test]
async fn a_second_group_of_a_name_is_refused() {
    let temp = desk().await;
    for name in ["Board", "\"; drop table groups", "חברים", "🎉", "★"] {
        made(&temp, name, None).await;
        let again = GroupCreate {
            name: format!(" {}", name.to_uppercase()),
            ..GroupCreate::default()
        };
        assert!(
            message(create(&temp.ws, &again).await).contains("already"),
            "{name}"
        );
    }
    let nameless = GroupCreate::default();
    assert!(message(create(&temp.ws, &nameless).await).contains("needs a name"));
    assert_eq!(list(&temp.ws).await.unwrap().groups.len(), 5);
}

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

fn told((name, pin): (&str, Pin)) -> (String, Pin) {
    (name.to_owned(), pin)
}

async fn pinned(temp: &Temp, group: i64) -> Vec<(String, Pin)> {
    let request = GroupPinsRequest {
        group,
        offset: 0,
        limit: 10,
    };
    let pins = pins(&temp.ws, &request).await.unwrap();
    assert_eq!(pins.included + pins.excluded, pins.contacts.len() as i64);
    let each = pins.contacts.into_iter();
    each.map(|contact| (contact.name, contact.pin)).collect()
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
    edit(&temp.ws, &edit_a("has phone")).await.unwrap();
}

#[tokio::test]
async fn a_new_name_goes_into_the_filters_that_name_the_group() {
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    put(&temp, board, ids(&[1])).await;
    let rest = made(&temp, "Rest", Some("not group in (\"board\")")).await;
    let before = temp.dump().await;
    let rename = GroupEdit {
        id: board,
        name: Some("Trustees".into()),
        ..GroupEdit::default()
    };
    edit(&temp.ws, &rename).await.unwrap();
    let filter = get(&temp.ws, rest).await.unwrap().filter;
    assert_eq!(filter.as_deref(), Some("not group in (\"Trustees\")"));
    assert_eq!(shown(&temp, rest).await, [2, 3, 4]);
    let refused = delete(&temp.ws, &GroupIds { ids: vec![board] }).await;
    assert!(message(refused).contains("“Rest”"));
    undone_and_redone(&temp, before).await;
    delete(
        &temp.ws,
        &GroupIds {
            ids: vec![board, rest],
        },
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn a_new_name_goes_into_views_too_and_a_view_that_lost_a_group_says_so() {
    use crate::views::{self, ViewContent, ViewCreate, ViewSubject, ViewsRequest};
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    let other = made(&temp, "Other", None).await;
    for (name, filter) in [
        ("Plain", "has email"),
        ("Board here", "not group = \"board\" and city = \"Board\""),
    ] {
        let content = ViewContent {
            search: String::new(),
            filter: filter.into(),
            columns: Vec::new(),
            sort: contacts::Sort::default(),
        };
        let input = ViewCreate {
            subject: ViewSubject::Contact,
            name: name.into(),
            content,
        };
        views::create(&temp.ws, &input).await.unwrap();
    }
    let kept = async || {
        let request = ViewsRequest {
            subject: ViewSubject::Contact,
        };
        let views = views::list(&temp.ws, &request).await.unwrap().views;
        views
            .into_iter()
            .map(|view| (view.content.filter, view.problem.is_some()))
            .collect::<Vec<_>>()
    };
    let told = |filter: &str, problem| {
        [
            ("has email".to_owned(), false),
            (filter.to_owned(), problem),
        ]
    };
    let before = temp.dump().await;
    let new = GroupEdit {
        id: board,
        name: Some("Council \"A\"".into()),
        ..GroupEdit::default()
    };
    edit(&temp.ws, &new).await.unwrap();
    let renamed = "not group = \"Council \\\"A\\\"\" and city = \"Board\"";
    assert_eq!(kept().await, told(renamed, false));
    undone_and_redone(&temp, before).await;
    let merge_into = GroupsMerge {
        into: other,
        from: vec![board],
    };
    merge(&temp.ws, &merge_into).await.unwrap();
    let merged = "not group = \"Other\" and city = \"Board\"";
    assert_eq!(kept().await, told(merged, false));
    delete(&temp.ws, &GroupIds { ids: vec![other] })
        .await
        .unwrap();
    assert_eq!(kept().await, told(merged, true));
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
async fn lists_of_emails_and_phones_name_contacts() {
    let temp = desk().await;
    let board = made(&temp, "Board", None).await;
    let text = "Name,Where\nNoa,NOA@levi.example\nDan,\"Dan Katz <dan@katz.example>\"\nNobody,no@body.example\nPhone,+972 50 123 4567\n";
    let source = ImportSource::Text { text: text.into() };
    let done = put(&temp, board, Who::List { source }).await;
    assert_eq!(
        (done.contacts, done.changed, done.unknown),
        (2, 2, 1),
        "{done:?}"
    );
    assert_eq!(done.unknown_values, ["Nobody, no@body.example"]);
    assert_eq!(shown(&temp, board).await, [1, 2]);
    let bare = ImportSource::Text {
        text: "ines@vidal.example; tariq@aziz.example".into(),
    };
    assert_eq!(
        put(&temp, board, Who::List { source: bare }).await.changed,
        2
    );
}

#[tokio::test]
async fn everything_is_undone_and_done_again() {
    let temp = desk().await;
    let a = made(&temp, "A", None).await;
    let b = made(&temp, "B", None).await;
    let vip = made(&temp, "VIPs", Some("tag = vip")).await;
    put(&temp, a, ids(&[1, 2])).await;
    put(&temp, vip, ids(&[4])).await;
    let before = temp.dump().await;
    put(
        &temp,
        b,
        Who::Query {
            query: ContactsQuery {
                filter: "country = ES".into(),
                ..ContactsQuery::default()
            },
        },
    )
    .await;
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    unassign(
        &temp.ws,
        &GroupAssign {
            group: a,
            who: ids(&[2, 3]),
        },
    )
    .await
    .unwrap();
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    pin(
        &temp.ws,
        &GroupPin {
            group: vip,
            who: ids(&[4, 1]),
            pin: Pin::Exclude,
        },
    )
    .await
    .unwrap();
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    let merged = merge(
        &temp.ws,
        &GroupsMerge {
            into: a,
            from: vec![b, vip],
        },
    )
    .await
    .unwrap();
    assert_eq!(merged.group.total, 3);
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    duplicate(
        &temp.ws,
        &GroupDuplicate {
            id: a,
            name: "A again".into(),
        },
    )
    .await
    .unwrap();
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    let edited = GroupEdit {
        id: a,
        name: Some("Alpha".into()),
        category: Some("Letters".into()),
        kind_of_use: Some("event".into()),
        description: Some("x".into()),
        filter: None,
    };
    edit(&temp.ws, &edited).await.unwrap();
    undone_and_redone(&temp, before).await;
    let before = temp.dump().await;
    delete(&temp.ws, &GroupIds { ids: vec![a] }).await.unwrap();
    undone_and_redone(&temp, before).await;
}

#[tokio::test]
async fn a_big_assignment_is_recorded_as_a_range_and_undone() {
    let temp = workspace().await;
    let mut csv = String::from("First name,E-mail\n");
    (0..700).for_each(|i| csv.push_str(&format!("P{i},p{i}@x.example\n")));
    temp.import(&csv).await;
    let all = made(&temp, "All", None).await;
    let before = temp.dump().await;
    let done = put(
        &temp,
        all,
        Who::Query {
            query: ContactsQuery::default(),
        },
    )
    .await;
    assert_eq!(done.changed, 700);
    let rows: i64 = sqlx::query_scalar("SELECT count(*) FROM journal WHERE batch_id = ?")
        .bind(done.batch)
        .fetch_one(&mut *temp.ws.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(rows, 1);
    undone_and_redone(&temp, before).await;
}

async fn combined(temp: &Temp, name: &str, how: Combination, of: &[i64], live: bool) -> i64 {
    let group = GroupCreate {
        name: name.into(),
        ..GroupCreate::default()
    };
    let input = GroupsCombine {
        group,
        how,
        of: of.to_vec(),
        live,
    };
    combine(&temp.ws, &input).await.unwrap().group.id
}

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
