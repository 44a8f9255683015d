use std::collections::BTreeSet;

use super::rows::MOVES;
use super::*;
use crate::contacts::{
    self, BySelection, ContactEdit, Edit, FieldValue, PointStatus, Selection, history,
};
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
async fn fields_are_chosen_preferred_or_set() {
    let (temp, noa, also) = two().await;
    let look = look(
        &temp.ws,
        &BySelection {
            selection: Selection::Ids {
                ids: vec![also, noa],
            },
        },
    )
    .await
    .unwrap();
    assert_eq!(look.contacts[0].id, noa, "the one that was there first");
    let told: Vec<_> = look.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(told, ["first_name"], "what only one has is no choice");
    let before = temp.dump().await;
    let chosen = ContactsMerge {
        choose: vec![
            MergeChoice {
                field: "first_name".into(),
                contact: also,
            },
            MergeChoice {
                field: "last_name".into(),
                contact: also,
            },
            MergeChoice {
                field: "notes".into(),
                contact: also,
            },
        ],
        ..plain(noa, &[also])
    };
    let kept = merged(&temp, &chosen).await;
    assert_eq!((kept.name.as_str(), kept.last_name), ("Noah", None));
    assert_eq!(kept.notes.as_deref(), Some("Likes tea."));
    temp.undo().await;
    let preferred = ContactsMerge {
        prefer: Some(also),
        set: vec![FieldValue {
            field: "suffix".into(),
            value: "MA".into(),
        }],
        ..plain(noa, &[also])
    };
    let kept = merged(&temp, &preferred).await;
    assert_eq!(
        (
            kept.first_name.as_deref(),
            kept.last_name.as_deref(),
            kept.suffix.as_deref()
        ),
        (Some("Noah"), Some("Levi"), Some("MA"))
    );
    undone_and_redone(&temp, before).await;
}

#[tokio::test]
async fn custom_values_fill_blanks_or_are_chosen() {
    let (temp, noa, also) = two().await;
    let third = temp
        .create(&[("first_name", "N."), ("email", "n@x.example")])
        .await;
    for (code, kind) in [("shoe", "number"), ("hobby", "text")] {
        let input = serde_json::json!({ "label": code, "type": kind, "code": code });
        crate::operations::call(&temp.ws, "field_add", input, &Job::silent())
            .await
            .unwrap();
    }
    edit(&temp, noa, vec![set("shoe", "38")]).await;
    edit(&temp, also, vec![set("shoe", "39"), set("hobby", "Chess")]).await;
    edit(&temp, third, vec![set("shoe", "40")]).await;
    let before = temp.dump().await;
    let value = |contact: &Contact, code: &str| contact.fields[code].as_str().unwrap().to_owned();
    let kept = merged(&temp, &plain(noa, &[also, third])).await;
    assert_eq!(
        (value(&kept, "shoe"), value(&kept, "hobby")),
        ("38".into(), "Chess".into())
    );
    undone_and_redone(&temp, before.clone()).await;
    temp.undo().await;
    let chosen = ContactsMerge {
        choose: vec![
            MergeChoice {
                field: "shoe".into(),
                contact: third,
            },
            MergeChoice {
                field: "hobby".into(),
                contact: third,
            },
        ],
        ..plain(noa, &[also, third])
    };
    let kept = merged(&temp, &chosen).await;
    assert_eq!(value(&kept, "shoe"), "40");
    assert!(!kept.fields.contains_key("hobby"), "chosen blank");
    undone_and_redone(&temp, before).await;
}

#[tokio::test]
async fn an_opt_out_stays_and_is_not_reached_by_another_value() {
    let (temp, noa, also) = two().await;
    let value = |value: &str| OptOutValue {
        kind: None,
        value: value.into(),
    };
    let input = OptOutAdd {
        values: vec![value("noa@levi.example"), value("+972501234567")],
        act: OptOutAct::default(),
        country: None,
    };
    opt_outs::add(&temp.ws, &input).await.unwrap();
    edit(&temp, also, vec![set("do_not_contact", "no")]).await;
    let states = temp.dump().await;
    let kept = merged(&temp, &plain(noa, &[also])).await;
    let out: Vec<&str> = kept
        .points
        .iter()
        .filter(|p| p.status == PointStatus::OptedOut)
        .map(|p| p.value.as_str())
        .collect();
    assert_eq!(out, ["050-123 4567", "noa@levi.example"]);
    let now = temp.dump().await;
    for table in ["subscriptions", "subscription_changes"] {
        assert_eq!(now[table], states[table], "{table}");
    }
    let reach = gate::reach(&temp.ws, noa).await.unwrap();
    let by = |channel| {
        reach
            .channels
            .iter()
            .find(|reach| reach.channel == channel)
            .unwrap()
    };
    assert_eq!(by(gate::Channel::Sms).value, None);
    assert_eq!(
        by(gate::Channel::Email).value.as_deref(),
        Some("noa@work.example")
    );
    temp.undo().await;
    assert_eq!(temp.dump().await["subscriptions"], states["subscriptions"]);
}

#[tokio::test]
async fn pins_and_consents_are_never_loosened() {
    let (temp, noa, also) = two().await;
    let input = GroupCreate {
        name: "Mailing".into(),
        filter: Some("has email".into()),
        ..GroupCreate::default()
    };
    let group = groups::create(&temp.ws, &input).await.unwrap().group.id;
    let who = |id| Who::Selection {
        selection: Selection::Ids { ids: vec![id] },
    };
    groups::assign(
        &temp.ws,
        &GroupAssign {
            group,
            who: who(noa),
        },
    )
    .await
    .unwrap();
    groups::unassign(
        &temp.ws,
        &GroupAssign {
            group,
            who: who(also),
        },
    )
    .await
    .unwrap();
    let consent = |purpose: &str, state: &str, date: &str| Edit::Consent {
        purpose: purpose.into(),
        state: state.into(),
        date: Some(date.to_owned()).filter(|date| !date.is_empty()),
        how: None,
        note: None,
    };
    edit(
        &temp,
        noa,
        vec![
            consent("News", "given", ""),
            consent("Photos", "given", "2026-01-02"),
        ],
    )
    .await;
    edit(
        &temp,
        also,
        vec![
            consent("News", "withdrawn", "2025-01-01"),
            consent("Photos", "refused", "2026-01-01"),
        ],
    )
    .await;
    let before = temp.dump().await;
    let kept = merged(&temp, &plain(noa, &[also])).await;
    assert_eq!(
        groups::get(&temp.ws, group).await.unwrap().total,
        0,
        "kept out"
    );
    let told: Vec<_> = kept
        .consents
        .iter()
        .map(|c| (c.purpose.as_str(), c.state.as_str()))
        .collect();
    assert_eq!(told, [("News", "withdrawn"), ("Photos", "given")]);
    undone_and_redone(&temp, before).await;
}

#[tokio::test]
async fn a_member_into_a_member_keeps_what_both_have() {
    let (temp, mia) = association().await;
    temp.membership_type("Choir", "lifetime", &[("Adult", "10.00")])
        .await;
    let other = temp.member("Maria").await;
    enroll(&temp, mia, 1, "2024-01-01").await;
    enroll(&temp, other, 1, "2026-01-01").await;
    enroll(&temp, other, 2, "2025-01-01").await;
    let before = temp.dump().await;
    let owed = async |id: i64| members::get(&temp.ws, id).await.unwrap();
    let (first, second) = (owed(mia).await, owed(other).await);
    merged(&temp, &plain(mia, &[other])).await;
    let both = owed(mia).await;
    assert_eq!(both.number, first.number);
    let told: Vec<_> = both
        .memberships
        .iter()
        .map(|m| (m.type_name.as_str(), m.status))
        .collect();
    assert_eq!(
        told,
        [("Annual", Status::Current), ("Choir", Status::Current)]
    );
    let sum = |member: &members::Member| member.balances.iter().map(|b| b.minor).sum::<i64>();
    assert_eq!(sum(&both), sum(&first) + sum(&second));
    let statement = orders::statement(&temp.ws, mia).await.unwrap();
    assert_eq!(statement.orders.len(), 3);
    undone_and_redone(&temp, before).await;
    let next = temp.member("Next").await;
    assert_ne!(
        owed(next).await.number,
        second.number,
        "the number given up stays theirs"
    );
}

#[tokio::test]
async fn what_was_cancelled_of_one_membership_does_not_cancel_the_other() {
    let (temp, mia) = association().await;
    let other = temp.member("Maria").await;
    enroll(&temp, mia, 1, "2026-01-01").await;
    enroll(&temp, other, 1, "2026-02-01").await;
    let act = MemberAct {
        id: other,
        type_id: 1,
        on: "2026-03-01".parse().ok(),
        reason: None,
    };
    memberships::cancel(&temp.ws, &act).await.unwrap();
    for (into, from) in [(mia, other), (other, mia)] {
        let before = temp.dump().await;
        merged(&temp, &plain(into, &[from])).await;
        let member = members::get(&temp.ws, into).await.unwrap();
        assert_eq!(member.memberships.len(), 1);
        assert_eq!(member.memberships[0].status, Status::Current, "{into}");
        undone_and_redone(&temp, before).await;
        temp.undo().await;
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
    let changes = history(&temp.ws, noa).await.unwrap().changes;
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
