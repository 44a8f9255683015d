//! Two contacts that are one: everything moves once, and everything comes back.

mod belongings;
mod fields;

use std::collections::BTreeSet;

use super::rows::MOVES;
use super::*;
use crate::contacts::{self, BySelection, ContactEdit, Edit, FieldValue, PointStatus, Selection};
use crate::gate;
use crate::groups::{self, GroupAssign, GroupCreate, Who};
use crate::journal::{TABLES, Table, UndoRequest, undo};
use crate::members;
use crate::memberships::{self, MemberAct, MemberEnroll, Status};
use crate::opt_outs::{self, OptOutAct, OptOutAdd, OptOutValue};
use crate::orders;
use crate::progress::Job;
use crate::testing::{Temp, association, workspace};

const NOA: &[(&str, &str)] = &[
    ("first_name", "Noa"),
    ("last_name", "Levi"),
    ("email", "noa@levi.example"),
    ("phone_mobile", "050-123 4567"),
    ("organization", "Acme"),
    ("job_title", "CFO"),
    ("city", "Haifa"),
    ("groups", "Board"),
    ("tags", "vip"),
    ("notes", "Met at the fair."),
];
const ALSO_NOA: &[(&str, &str)] = &[
    ("first_name", "Noah"),
    ("nickname", "Nono"),
    ("email", "NOA@levi.example"),
    ("work_email", "noa@work.example"),
    ("phone", "+972 50 123 4567"),
    ("organization", "Aurora"),
    ("street", "Herzl 1"),
    ("city", "Akko"),
    ("groups", "Board, Choir"),
    ("tags", "vip, press"),
    ("birthday", "1984-02-29"),
    ("notes", "Likes tea."),
    ("do_not_contact", "yes"),
];

async fn two() -> (Temp, i64, i64) {
    let temp = workspace().await;
    let settings = crate::workspace::Settings {
        country: Some("IL".into()),
        ..Default::default()
    };
    crate::workspace::set_settings(&temp.ws, &settings)
        .await
        .unwrap();
    let (noa, also) = (temp.create(NOA).await, temp.create(ALSO_NOA).await);
    (temp, noa, also)
}

fn plain(into: i64, from: &[i64]) -> ContactsMerge {
    ContactsMerge {
        into,
        from: from.to_vec(),
        ..ContactsMerge::default()
    }
}

async fn merged(temp: &Temp, input: &ContactsMerge) -> Contact {
    merge(&temp.ws, input).await.unwrap().contact
}

/// Undoes and does again; the whole workspace is compared, and checked each time.
async fn undone_and_redone(temp: &Temp, before: crate::testing::Dump) {
    let after = temp.dump().await;
    assert_ne!(before, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    sound(temp).await;
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
    sound(temp).await;
}

async fn sound(temp: &Temp) {
    let report = crate::workspace::check(&temp.ws).await.unwrap();
    assert_eq!(report.problems, [""; 0]);
}

async fn edit(temp: &Temp, id: i64, edits: Vec<Edit>) {
    contacts::edit(&temp.ws, &ContactEdit { id, edits })
        .await
        .unwrap();
}

fn set(field: &str, value: &str) -> Edit {
    Edit::Set {
        field: field.into(),
        value: value.into(),
    }
}

async fn enroll(temp: &Temp, id: i64, type_id: i64, start: &str) {
    let input = MemberEnroll {
        id,
        type_id,
        start: start.parse().ok(),
        ..MemberEnroll::default()
    };
    memberships::enroll(&temp.ws, &input).await.unwrap();
}

#[tokio::test]
async fn every_row_moves_once_and_all_is_undone() {
    let (temp, noa, also) = two().await;
    let before = temp.dump().await;
    let kept = merged(&temp, &plain(noa, &[also])).await;
    let told: Vec<_> = kept
        .points
        .iter()
        .map(|p| {
            (
                p.normalized.as_deref().unwrap(),
                p.label.as_deref(),
                p.primary,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("+972501234567", Some("mobile"), true),
            ("noa@levi.example", None, true),
            ("noa@work.example", Some("work"), false),
        ]
    );
    let names = |all: Vec<&str>| all.join(", ");
    assert_eq!(kept.groups.join(", "), "Board, Choir");
    assert_eq!(kept.tags.join(", "), "press, vip");
    assert_eq!(
        names(kept.organizations.iter().map(|o| o.name.as_str()).collect()),
        "Acme, Aurora"
    );
    assert_eq!(
        names(
            kept.addresses
                .iter()
                .filter_map(|a| a.city.as_deref())
                .collect()
        ),
        "Haifa, Akko"
    );
    assert_eq!(kept.name, "Noa Levi", "what the kept contact has stays");
    assert_eq!(kept.nickname.as_deref(), Some("Nono"), "blanks are filled");
    assert_eq!(kept.birthday.as_deref(), Some("1984-02-29"));
    assert_eq!(
        kept.notes.as_deref(),
        Some("Met at the fair.\n\nLikes tea.")
    );
    assert!(kept.do_not_contact);
    assert!(contacts::get(&temp.ws, also).await.is_err());
    assert_eq!(temp.search("nono").await, ["Noa Levi"]);
    sound(&temp).await;
    undone_and_redone(&temp, before).await;
}

#[tokio::test]
async fn no_table_of_contacts_is_forgotten() {
    let temp = workspace().await;
    let mut conn = temp.ws.read().await.unwrap();
    let moved: BTreeSet<&str> = MOVES.iter().map(|(table, _)| *table).collect();
    let by_members = [
        "members",
        "memberships",
        "terms",
        "membership_acts",
        "orders",
        "order_lines",
        "payments",
        "dunnings",
    ];
    for name in TABLES {
        let table = Table::read(&mut conn, name).await.unwrap();
        assert_eq!(
            table.belongs_to_contact(),
            moved.contains(name) || by_members.contains(name),
            "{name}: say in rows.rs what becomes of its rows when contacts are merged"
        );
    }
}

#[tokio::test]
async fn merged_twice_and_undone_in_any_order() {
    let (temp, noa, also) = two().await;
    let third = temp
        .create(&[("first_name", "N."), ("email", "n@x.example")])
        .await;
    let start = temp.dump().await;
    let first = merge(&temp.ws, &plain(also, &[third])).await.unwrap().batch;
    let second = merge(&temp.ws, &plain(noa, &[also])).await.unwrap().batch;
    let take_back = async |batch: Option<i64>| {
        undo(&temp.ws, &UndoRequest { batch }, &Job::silent())
            .await
            .unwrap();
        sound(&temp).await;
    };
    take_back(first).await;
    let back = contacts::get(&temp.ws, third).await.unwrap();
    assert_eq!(
        back.points[0].value, "n@x.example",
        "its own e-mail is back"
    );
    take_back(second).await;
    let now = temp.dump().await;
    for table in [
        "points",
        "merges",
        "group_contacts",
        "contact_tags",
        "affiliations",
        "addresses",
    ] {
        assert_eq!(now[table], start[table], "{table}");
    }
}

#[tokio::test]
async fn the_history_of_all_is_that_of_the_kept_one() {
    let (temp, noa, also) = two().await;
    edit(&temp, also, vec![set("nickname", "Nunu")]).await;
    merged(&temp, &plain(noa, &[also])).await;
    let changes = crate::history::of_contact(&temp.ws, noa)
        .await
        .unwrap()
        .changes;
    let told: Vec<_> = changes
        .iter()
        .map(|c| (c.field.as_str(), c.before.as_deref(), c.after.as_deref()))
        .collect();
    assert!(told.contains(&("merged", None, Some("Noah"))), "{told:?}");
    assert!(
        !told.contains(&("tag", Some("vip"), None)),
        "a double is no loss: {told:?}"
    );
    assert!(told.contains(&("contact", None, Some("Noah"))), "{told:?}");
    assert!(
        told.contains(&("nickname", Some("Nono"), Some("Nunu"))),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_file_that_names_the_merged_one_means_the_kept_one() {
    let (temp, noa, also) = two().await;
    let uid = contacts::get(&temp.ws, also).await.unwrap().uid;
    merged(&temp, &plain(noa, &[also])).await;
    let report = temp
        .import(&format!(
            "uid,First name,E-mail,City\n{uid},Noah,else@x.example,Tyre\n"
        ))
        .await;
    assert_eq!(report.samples[0].contact, Some(noa), "{report:?}");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let (temp, noa, also) = two().await;
    let before = temp.dump().await;
    let one = Selection::Ids { ids: vec![also] };
    let many: Vec<i64> = (100..110).collect();
    for wrong in [
        plain(noa, &[]),
        plain(noa, &[noa]),
        plain(noa, &[also, also]),
        plain(noa, &[4711]),
        plain(noa, &many),
        ContactsMerge {
            prefer: Some(4711),
            ..plain(noa, &[also])
        },
        ContactsMerge {
            choose: vec![MergeChoice {
                field: "email".into(),
                contact: also,
            }],
            ..plain(noa, &[also])
        },
        ContactsMerge {
            set: vec![FieldValue {
                field: "birthday".into(),
                value: "2026-02-30".into(),
            }],
            ..plain(noa, &[also])
        },
    ] {
        assert!(merge(&temp.ws, &wrong).await.is_err(), "{wrong:?}");
        assert_eq!(temp.dump().await, before, "{wrong:?}");
    }
    contacts::delete(&temp.ws, &one).await.unwrap();
    assert!(
        merge(&temp.ws, &plain(noa, &[also])).await.is_err(),
        "in the trash"
    );
}
