//! Phones and e-mails: found by their normalized value, and their states.

use super::super::catalog::Catalog;
use super::super::sql::{Arg, Sql};
use super::super::tree::Filter;
use super::source::{Reach, Rows};
use super::test::{self, Test};
use crate::points::{self, Kind};
use crate::values::fold;

const IS_OPTED_OUT: &str = "EXISTS (SELECT 1 FROM subscriptions s WHERE s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out')";

/// Points with the subscriptions of their values, where these are opted out.
pub(super) fn opted_out(reach: Reach, column: &'static str) -> Rows {
    const JOIN: &str =
        "points p JOIN subscriptions s ON s.kind = p.kind AND s.normalized = p.normalized";
    Rows::new(reach, JOIN, "p.contact_id", column).only(Sql::new("s.status = 'opted_out'"))
}

fn rows(reach: Reach) -> Rows {
    Rows::new(reach, "points p", "p.contact_id", "p.value")
}

/// Has a valid phone or e-mail that is not opted out.
pub(super) fn active(reach: Reach) -> Sql {
    rows(reach).having(Sql::new(format!(
        "p.kind IN ('phone', 'email') AND p.normalized IS NOT NULL AND NOT {IS_OPTED_OUT}"
    )))
}

/// Has a phone or e-mail in one of the states.
pub(super) fn states(reach: Reach, kind: Kind, states: &[String]) -> Sql {
    let tests = states.iter().map(|state| {
        Sql::new(match state.as_str() {
            "active" => format!("(p.normalized IS NOT NULL AND NOT {IS_OPTED_OUT})"),
            "opted_out" => IS_OPTED_OUT.to_owned(),
            _ => "p.normalized IS NULL".to_owned(),
        })
    });
    let of_kind = format!("p.kind = '{}' AND (", kind.name());
    rows(reach).having(Sql::joined(tests, " OR ").wrapped(&of_kind, ")"))
}

/// May be reached by one of the channels: what the gate decides of a contact (`gate/mod.rs`), asked of all at once.
pub(super) fn reachable(reach: Reach, channels: &[String]) -> Sql {
    let tests = channels.iter().map(|channel| match channel.as_str() {
        "email" => active_of_kind(reach, Kind::Email),
        "post" => Rows::new(reach, "contact_addresses a", "a.contact_id", "a.id").having(Sql::new(
            "(a.street IS NOT NULL OR a.full_address IS NOT NULL)",
        )),
        _ => active_of_kind(reach, Kind::Phone),
    });
    Sql::joined(tests, " OR ").wrapped("(c.deceased = 0 AND c.do_not_contact = 0 AND (", "))")
}

fn active_of_kind(reach: Reach, kind: Kind) -> Sql {
    rows(reach).having(Sql::new(format!(
        "p.kind = '{}' AND p.normalized IS NOT NULL AND NOT {IS_OPTED_OUT}",
        kind.name()
    )))
}

/// A phone or e-mail by its normalized value; phones also by digits that stand in it.
pub(super) fn by_key(kind: Kind, test: &Test<'_>, catalog: &Catalog) -> Option<Sql> {
    match (test.leaf, kind) {
        (Filter::Contains { text, .. }, Kind::Phone | Kind::Fax) => digits_within(text),
        (Filter::Starts { text, .. }, Kind::Phone | Kind::Fax) => international_beginning(text),
        _ => equal(kind, test, catalog),
    }
}

/// The same for `=` and `in`, where each value is valid and so found by its key.
pub(super) fn by_match_key(kind: Kind, test: &Test<'_>, catalog: &Catalog) -> Option<Sql> {
    let read = |text: &String| points::read(kind, text, None, catalog.country.as_deref());
    let is_valid = |text: &String| read(text).normalized.is_some();
    test.equals()?
        .iter()
        .all(is_valid)
        .then(|| equal(kind, test, catalog))?
}

fn equal(kind: Kind, test: &Test<'_>, catalog: &Catalog) -> Option<Sql> {
    let (mut keys, mut normalized, mut as_typed) = (Vec::new(), Vec::new(), Vec::new());
    for text in test.equals()? {
        match points::read(kind, &text, None, catalog.country.as_deref()).normalized {
            Some(value) => {
                keys.push(points::match_key(kind, &value));
                normalized.push(value);
            }
            None => as_typed.push(text),
        }
    }
    let mut tests = Vec::new();
    match (keys.as_slice(), normalized.as_slice()) {
        ([], _) => {}
        ([key], [value]) => tests.push(Sql::with(
            "(p.match_key = ? AND p.normalized = ?)",
            [Arg::Integer(*key), Arg::Text(value.clone())],
        )),
        (keys, values) => tests.push(Sql::with(
            "(p.match_key IN (SELECT value FROM json_each(?)) AND p.normalized IN (SELECT value FROM json_each(?)))",
            [
                Arg::Text(crate::sql::ids(keys)),
                Arg::Text(serde_json::Value::from(values).to_string()),
            ],
        )),
    }
    // What is no valid value is compared as it was typed.
    if !as_typed.is_empty() {
        tests.push(test::one_of("p.value", &as_typed));
    }
    Some(test::either(tests))
}

/// What the search would take for a part of a number is one here too.
fn digits_within(text: &str) -> Option<Sql> {
    match fold::query(text).as_slice() {
        [needle] if !needle.pattern.starts_with(' ') && is_digits(&needle.pattern) => {
            let digits = Arg::Text(needle.pattern.clone());
            Some(Sql::with("instr(p.normalized, ?)", [digits]))
        }
        _ => None,
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn international_beginning(text: &str) -> Option<Sql> {
    let typed = text.trim().strip_prefix('+')?;
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let prefix = format!("+{digits}");
    let length = Arg::Integer(prefix.len() as i64);
    Some(Sql::with(
        "substr(p.normalized, 1, ?) = ?",
        [length, Arg::Text(prefix)],
    ))
}
