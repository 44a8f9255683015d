//! Random filters: what the database answers is what a plain evaluation in memory says, and what is printed is read
//! back as the same tree.

use std::collections::HashMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::super::{Catalog, Filter, begin, parse};
use super::catalog;
use super::naive::{World, holds};
use crate::contacts::{self, Contact, ContactsQuery, Place, Selection};
use crate::filters::compile::{self, Among, Compiler, Reach};
use crate::testing::{Temp, workspace};

const TREES: usize = 10_000;

/// Rows that hold much of what filters ask for, in few values, so that random filters often hold.
fn people() -> String {
    let firsts = ["Noa", "Inés", "tariq", "", "Łukasz", "王美玲", "O'Neill"];
    let lasts = ["Levi", "Vidal-Sanz", "", "Aziz", "Vidal Sanz"];
    let cities = ["Haifa", "Sevilla", "", "haifa"];
    let countries = ["Israel", "Spain", "", "Atlantis"];
    let groups = ["Board", "", "\"Board, Choir\"", "Choir"];
    let tags = ["vip", "press", "\"vip, press\"", ""];
    let companies = ["Acme Ltd.", "", "Aurora", "acme ltd"];
    let titles = ["CFO", "", "Chief of staff"];
    let stages = ["customer/vip", "lead/warm", "", "customer/new"];
    let birthdays = ["1984-02-29", "1990-12-28", "", "--11-25"];
    let states = ["", "unsubscribed", "active"];
    let mut csv = String::from(
        "First name,Last name,City,Country,Groups,Tags,Company,Job title,Lifecycle,Birthday,E-mail status,E-mail,Mobile,Phone,Website,Notes\n",
    );
    for i in 0_usize..60 {
        let pick = |all: &[&'static str], by: usize| all[(i / by + i) % all.len()];
        let email = if i % 4 == 0 {
            String::new()
        } else {
            format!("p{i}@x.example")
        };
        let mobile = if i % 3 == 0 {
            format!("050-123 4{i:03}")
        } else {
            String::new()
        };
        let phone = if i % 5 < 2 || email.is_empty() {
            format!("+34 612 345 {i:03}")
        } else {
            String::new()
        };
        let row = [
            pick(&firsts, 7),
            pick(&lasts, 3),
            pick(&cities, 5),
            pick(&countries, 4),
            pick(&groups, 6),
            pick(&tags, 2),
            pick(&companies, 9),
            pick(&titles, 8),
            pick(&stages, 3),
            pick(&birthdays, 5),
            pick(&states, 2),
            &email,
            &mobile,
            &phone,
            pick(&["", "https://x.example"], 3),
            pick(&["", "from the fair", "★"], 4),
        ];
        csv.push_str(&row.join(","));
        csv.push('\n');
    }
    csv
}

async fn desk() -> Temp {
    let temp = workspace().await;
    let report = temp.import(&people()).await;
    assert!(report.created > 50, "{report:?}");
    let mut conn = temp.ws.begin_write().await.unwrap();
    let sql = "
        INSERT INTO custom_fields (id, code, label, type, position) VALUES (1, 'c_text', 'T', 'text', 1),
          (2, 'c_number', 'N', 'number', 2), (3, 'c_date', 'D', 'date', 3), (4, 'c_yes', 'Y', 'yes_no', 4), (5, 'c_list', 'L', 'many_of', 5);
        INSERT INTO custom_values (contact_id, field_id, value) SELECT id, 1, iif(id % 2, 'Red', 'dark green') FROM contacts WHERE id % 3 = 0;
        INSERT INTO custom_values (contact_id, field_id, value) SELECT id, 2, CAST(id % 7 - 2 AS TEXT) || iif(id % 2, '.5', '') FROM contacts WHERE id % 4 > 0;
        INSERT INTO custom_values (contact_id, field_id, value) SELECT id, 3, date('2026-11-22', (id % 40 - 20) || ' days') FROM contacts WHERE id % 3 > 0;
        INSERT INTO custom_values (contact_id, field_id, value) SELECT id, 4, iif(id % 2, 'yes', 'no') FROM contacts WHERE id % 3 > 1;
        INSERT INTO custom_values (contact_id, field_id, value) SELECT id, 5, iif(id % 2, 'Red', 'Blue, \"Green, dark\"') FROM contacts WHERE id % 5 > 1;
        INSERT INTO groups (name, folded, kind, filter, created_at, created_batch) VALUES ('Spain', 'spain', 'dynamic', 'country = \"ES\"', '2026', 1),
          ('Either', 'either', 'dynamic', 'group = \"Spain\" or tag = \"vip\"', '2026', 1);
        INSERT INTO group_contacts (contact_id, group_id, pin) SELECT c.id, g.id, iif(c.id % 2, 'include', 'exclude') FROM contacts c, groups g
          WHERE g.name = 'Spain' AND c.id % 7 = 0;
        INSERT INTO consents (contact_id, purpose, state) SELECT id, 'Newsletter', iif(id % 3, 'given', 'refused') FROM contacts WHERE id % 2;
        INSERT INTO consents (contact_id, purpose, state) SELECT id, 'Photos', iif(id % 5, 'given', 'withdrawn') FROM contacts WHERE id % 4 < 2;
        UPDATE contacts SET content_topics = iif(id % 3, 'sailing', 'Tea, \"Bread, dark\"') WHERE id % 4 > 0;
        UPDATE organizations SET kind = iif(id % 2, 'account', 'agency');
        UPDATE addresses SET street = iif(id % 3, 'High Street 1', NULL), full_address = iif(id % 7, NULL, 'Somewhere 2');
        UPDATE contacts SET do_not_contact = id % 5 = 0, deceased = id % 13 = 0, archived_at = iif(id % 11 = 0, '2026', NULL),
          created_at = date('2026-11-22', '-' || id || ' days') || 'T09:00:00Z';";
    sqlx::raw_sql(sql).execute(&mut *conn).await.unwrap();
    conn.commit().await.unwrap();
    contacts::delete(&temp.ws, &Selection::Ids { ids: vec![13, 26] })
        .await
        .unwrap();
    temp.ws.reckon_from(catalog().today);
    temp
}

/// Conditions that make sense, as text.
fn leaf() -> impl Strategy<Value = String> {
    let text_field = prop::sample::select(vec![
        "first_name",
        "last_name",
        "city",
        "notes",
        "organization",
        "job_title",
        "tag",
        "c_text",
        "website",
        "consent",
    ]);
    let word = prop::sample::select(vec![
        "noa",
        "INES",
        "vidal sanz",
        "haifa",
        "acme LTD",
        "cfo",
        "chief",
        "vip",
        "red",
        "green",
        "★",
        "玲",
        "oneill",
        "newsletter",
        "i",
        "https://x.example",
    ]);
    let comparison = prop::sample::select(vec!["=", "!=", "<", "<=", ">", ">="]);
    let part = prop::sample::select(vec!["contains", "starts"]);
    let day_field = prop::sample::select(vec!["created", "birthday", "c_date"]);
    let day = prop::sample::select(vec![
        "2026-11-20",
        "today",
        "3 days ago",
        "1 week from now",
        "2 months ago",
        "1990-12-28",
    ]);
    let span = prop::sample::select(vec!["0 days", "10 days", "2 weeks", "1 month", "2 years"]);
    let side = prop::sample::select(vec!["", "last ", "next "]);
    let number = -3..9;
    let has = prop::sample::select(vec![
        "phone",
        "phone_mobile",
        "email",
        "website",
        "city",
        "country",
        "organization",
        "job_title",
        "tag",
        "birthday",
        "notes",
        "c_text",
        "c_number",
        "c_yes",
        "c_list",
        "group",
        "consent_refused",
        "content_topics",
        "organization_kind",
    ]);
    let counted = prop::sample::select(vec![
        "phone",
        "email",
        "tag",
        "organization",
        "group",
        "consent",
    ]);
    let fixed = prop::sample::select(vec![
        "group = \"Board\"",
        "group in (\"Choir\", \"Spain\")",
        "group = \"Either\"",
        "group != \"Spain\"",
        "country = \"Spain\"",
        "country in (IL, Atlantis)",
        "lifecycle = customer",
        "lifecycle = \"lead/warm\"",
        "lifecycle contains war",
        "active = yes",
        "active = no",
        "do_not_contact = yes",
        "c_yes = yes",
        "c_yes = no",
        "c_yes != yes",
        "c_list = \"green, DARK\"",
        "c_list in (red, blue)",
        "c_list != Red",
        "content_topics = \"bread, DARK\"",
        "content_topics in (sailing, bread)",
        "consent_withdrawn = photos",
        "organization_kind = account",
        "organization_kind != agency",
        "organization_kind in (agency, lead)",
        "status_email = opted_out",
        "status_email = active",
        "status_email != opted_out",
        "reachable_by = email",
        "reachable_by = phone",
        "reachable_by != sms",
        "reachable_by in (post, sms)",
        "has reachable_by",
        "email = \"P5@x.example\"",
        "phone = \"050-123 4003\"",
        "phone in (\"+34612345000\", rubbish)",
        "matches \"noa\"",
        "matches \"612 345\"",
        "matches \"-\"",
    ]);
    let comparison2 = comparison.clone();
    let comparison3 = comparison.clone();
    let comparison4 = comparison.clone();
    let (text_field2, text_field3, word2, word3) = (
        text_field.clone(),
        text_field.clone(),
        word.clone(),
        word.clone(),
    );
    let (day_field2, day_field3, day2, day3, span2) = (
        day_field.clone(),
        day_field.clone(),
        day.clone(),
        day.clone(),
        span.clone(),
    );
    let number_field = prop::sample::select(vec!["id", "c_number"]);
    prop_oneof![
        3 => (text_field, comparison, word).prop_map(|(f, op, w)| format!("{f} {op} \"{w}\"")),
        2 => (text_field2, part, word2).prop_map(|(f, op, w)| format!("{f} {op} \"{w}\"")),
        1 => (text_field3, word3.clone(), word3).prop_map(|(f, a, b)| format!("{f} between \"{a}\" and \"{b}\"")),
        2 => (day_field, comparison2, day).prop_map(|(f, op, d)| format!("{f} {op} {d}")),
        1 => (day_field2, side, span).prop_map(|(f, side, s)| format!("{f} within {side}{s}")),
        1 => (day_field3, day2, day3).prop_map(|(f, a, b)| format!("{f} between {a} and {b}")),
        1 => span2.prop_map(|s| format!("birthday anniversary within {s}")),
        2 => (number_field, comparison3, number).prop_map(|(f, op, n)| format!("{f} {op} {n}")),
        2 => has.prop_map(|f| format!("has {f}")),
        2 => (counted, comparison4, 0..4).prop_map(|(f, op, n)| format!("count {f} {op} {n}")),
        5 => fixed.prop_map(str::to_owned),
    ]
}

/// A tree over leaves that are numbered, so that the same tree can be made of parsed ones.
fn tree(catalog: &Catalog) -> impl Strategy<Value = Filter> + use<> {
    let catalog = catalog.clone();
    let leaf = leaf().prop_map(move |text| {
        parse(&text, &catalog).unwrap_or_else(|mistake| panic!("{text}: {mistake}"))
    });
    leaf.prop_recursive(4, 24, 4, |inner| {
        let parts = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            parts.clone().prop_map(|parts| Filter::All { parts }),
            parts.prop_map(|parts| Filter::Any { parts }),
            inner.prop_map(|part| Filter::Not {
                part: Box::new(part)
            }),
        ]
    })
}

fn in_dynamic(name: &str, c: &Contact) -> Option<bool> {
    let in_spain = || {
        let by_filter = c
            .addresses
            .iter()
            .any(|a| a.country.as_deref() == Some("ES"));
        match (c.id % 7, c.id % 2) {
            (0, 0) => false,
            (0, _) => true,
            _ => by_filter,
        }
    };
    match name {
        "Spain" => Some(in_spain()),
        "Either" => Some(in_spain() || c.tags.iter().any(|t| t == "vip")),
        _ => None,
    }
}

#[tokio::test]
async fn the_database_answers_what_a_plain_evaluation_says() {
    let temp = desk().await;
    let mut conn = temp.ws.read().await.unwrap();
    let catalog = Catalog::load(&temp.ws, &mut conn).await.unwrap();
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT id FROM contacts WHERE deleted_at IS NULL AND archived_at IS NULL ORDER BY id",
    )
    .fetch_all(&mut *conn)
    .await
    .unwrap();
    let all = contacts::by_ids(&mut conn, &ids).await.unwrap();
    let search: HashMap<i64, String> =
        sqlx::query_as("SELECT contact_id, text FROM contact_search")
            .fetch_all(&mut *conn)
            .await
            .unwrap()
            .into_iter()
            .collect();
    let strategy = tree(&catalog);
    let mut runner = TestRunner::deterministic();
    let mut some = 0;
    for i in 0..TREES {
        let reach = if i % 10 == 0 { Reach::Few } else { Reach::All };
        let filter = strategy.new_tree(&mut runner).unwrap().current();
        let text = filter.to_string();
        assert_eq!(parse(&text, &catalog).unwrap(), filter, "{text}");
        let condition = match reach {
            Reach::Few => Compiler::new(&catalog, reach).filter(&filter),
            Reach::All => begin::condition(&catalog, &mut conn, &filter)
                .await
                .unwrap(),
        };
        let sql = compile::select("group_concat(c.id)", condition, Among::Lists);
        let answer: Option<String> = sql.scalar(&mut conn).await.unwrap();
        let mut found = crate::sql::parse_ids(answer);
        found.sort_unstable();
        let meets = |c: &&Contact| {
            let world = World {
                today: catalog.today,
                search: &search[&c.id],
                dynamic: &in_dynamic,
                names: &["Spain", "Either"],
            };
            holds(&filter, c, &world)
        };
        let wanted: Vec<i64> = all.iter().filter(meets).map(|c| c.id).collect();
        assert_eq!(found, wanted, "{text}");
        some += usize::from(!wanted.is_empty() && wanted.len() < all.len());
    }
    assert!(some > TREES / 2, "only {some} filters told contacts apart");
}

#[tokio::test]
async fn filters_are_asked_in_every_place_of_the_list() {
    let temp = desk().await;
    let total = async |filter: &str, place: Place| {
        let query = ContactsQuery {
            filter: filter.into(),
            place,
            ..ContactsQuery::default()
        };
        contacts::details(&temp.ws, &query, 0, 0).await.unwrap().0
    };
    let (all, archived) = (
        total("", Place::Lists).await,
        total("", Place::Archive).await,
    );
    assert!(archived > 0 && total("archived = yes", Place::Lists).await == archived);
    assert_eq!(
        total("archived = yes or archived = no", Place::Lists).await,
        all + archived
    );
    assert_eq!(total("id = 11", Place::Archive).await, 1);
    assert_eq!(total("id = 13", Place::Trash).await, 1);
    assert_eq!(total("archived = yes and id = 13", Place::Lists).await, 0);
}

proptest! {
    #[test]
    fn any_text_is_printed_so_that_it_is_read_again(text in any::<String>(), other in ".{1,20}") {
        prop_assume!(!text.trim().is_empty() && !other.trim().is_empty());
        let filter = Filter::Any { parts: vec![
            Filter::Contains { field: "name".into(), text },
            Filter::Matches { text: other },
        ] };
        prop_assert_eq!(parse(&filter.to_string(), &catalog()), Ok(filter));
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in any::<String>(), filter in "[a-z =<>!()\"',0-9-]{0,60}") {
        let _ = parse(&text, &catalog());
        let _ = parse(&filter, &catalog());
    }
}
