mod begin;
mod naive;
mod pinned;
mod random;

use chrono::NaiveDate;

use super::catalog::{Catalog, CustomField, KnownGroup};
use super::tree::Filter;
use super::{Mistake, parse};
use crate::groups::folded;

/// A catalog of a field of each kind and some groups, on 22 November 2026.
fn catalog() -> Catalog {
    let custom = ["text", "number", "date", "yes_no", "many_of"];
    let custom = custom.iter().zip(1..).map(|(kind, id)| CustomField {
        id,
        code: format!("c_{kind}"),
        label: (*kind).to_owned(),
        kind: (*kind).to_owned(),
        options: None,
    });
    let groups = [
        ("Board", None),
        ("Spain", Some("country = \"ES\"")),
        ("Round", Some("group = \"Round\" or has fax")),
    ];
    let groups = groups
        .iter()
        .zip(1..)
        .map(|((name, filter), id)| KnownGroup {
            id,
            name: (*name).to_owned(),
            folded: folded(name),
            filter: filter.map(str::to_owned),
        });
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    Catalog::new(custom.collect(), groups.collect(), today, Some("IL".into()))
}

fn tree(text: &str) -> Filter {
    parse(text, &catalog()).unwrap_or_else(|mistake| panic!("{text}: {mistake}"))
}

fn mistake(text: &str) -> Mistake {
    parse(text, &catalog()).unwrap_err()
}

#[test]
fn and_binds_more_than_or_and_not_more_than_both() {
    for (text, printed) in [
        (
            "has fax or has phone and not has email",
            "has fax or (has phone and not has email)",
        ),
        (
            "(has fax or has phone) AND NOT (has email)",
            "(has fax or has phone) and not has email",
        ),
        ("not (has fax or has phone)", "not (has fax or has phone)"),
        ("((has fax))", "has fax"),
        (
            "has fax and (has phone and has email)",
            "has fax and (has phone and has email)",
        ),
        ("", ""),
    ] {
        assert_eq!(tree(text).to_string(), printed, "{text}");
    }
}

#[test]
fn the_text_form_is_forgiving_where_it_can_be() {
    for (text, printed) in [
        ("City = haifa", "city = \"haifa\""),
        ("tags in (vip, 'press')", "tag in (\"vip\", \"press\")"),
        ("tag not in (vip)", "not tag in (\"vip\")"),
        ("groups = board", "group = \"Board\""),
        ("created > 1 days ago", "created > 1 day ago"),
        ("created = yesterday", "created = 1 day ago"),
        ("created >= \"2026-01-02\"", "created >= 2026-01-02"),
        ("C_Number=12.50", "c_number = 12.5"),
        ("deceased = true", "deceased = yes"),
        (
            "status_email = \"opted out\"",
            "status_email = \"opted_out\"",
        ),
        ("count phone>=2", "count phone >= 2"),
        ("c_date within next 2 weeks", "c_date within next 2 weeks"),
    ] {
        assert_eq!(tree(text).to_string(), printed, "{text}");
    }
}

#[test]
fn a_mistake_says_where_and_what_was_expected() {
    for (text, position, length, message) in [
        (
            "country = = 1",
            11,
            1,
            "expected a text such as \"Haifa\", found =.",
        ),
        (
            "country",
            8,
            0,
            "expected one of =, !=, <, <=, >, >=, contains, starts, in, between, but it ends there.",
        ),
        (
            "(has fax",
            9,
            0,
            "expected and, or, or a closing bracket, but it ends there.",
        ),
        (
            "has fax has phone",
            9,
            3,
            "expected and, or, or the end, found has.",
        ),
        (
            "contry = IL",
            1,
            6,
            "expected the name of a field, perhaps country, found contry.",
        ),
        (
            "deceased within 3 days",
            10,
            6,
            "expected one of =, !=, found within.",
        ),
        (
            "has deceased",
            5,
            8,
            "expected the name of a field, found deceased.",
        ),
        (
            "count city > 1",
            7,
            4,
            "expected one of phone, email, address, organization, group, tag, found city.",
        ),
        (
            "group = Bord",
            9,
            4,
            "expected the name of a group that exists, perhaps Board, found Bord.",
        ),
        (
            "c_number between 1 or 2",
            20,
            2,
            "expected and with the second value, found or.",
        ),
        (
            "created within 30",
            18,
            0,
            "expected days, weeks, months or years, but it ends there.",
        ),
        (
            "created > 3 days",
            17,
            0,
            "expected ago or from now, but it ends there.",
        ),
        (
            "created > 2026-02-30",
            11,
            10,
            "expected a date such as 2026-12-31, today or 30 days ago, found 2026-02-30.",
        ),
        (
            "city = \"\"",
            8,
            2,
            "expected a text such as \"Haifa\", found “”.",
        ),
        (
            "tag in (vip press)",
            13,
            5,
            "expected a comma or a closing bracket, found press.",
        ),
        (
            "and",
            1,
            3,
            "expected a condition such as country = \"IL\" or has phone, found and.",
        ),
        (
            "has fax and",
            12,
            0,
            "expected a condition such as country = \"IL\" or has phone, but it ends there.",
        ),
    ] {
        let mistake = mistake(text);
        assert_eq!(
            (mistake.position, mistake.length),
            (position, length),
            "{text}"
        );
        let told = mistake.to_string();
        assert_eq!(told.split_once(": ").unwrap().1, message, "{text}");
    }
}

#[test]
fn brackets_without_end_are_a_mistake_and_no_overflow() {
    let deep = format!("{}has fax{}", "(".repeat(5000), ")".repeat(5000));
    assert!(parse(&deep, &catalog()).is_err());
    assert!(parse(&"not ".repeat(5000), &catalog()).is_err());
}
