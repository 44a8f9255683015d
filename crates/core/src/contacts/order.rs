//! The order of the list by a field: the values of all contacts are read in one go, the different ones among them are put in
//! order, and each contact takes the rank of its value. Contacts of one rank stay in the order of their names, and those
//! without a value stand last in both directions.
//!
//! A query that sorts would look the value up for each contact and compare texts by their bytes. So a city that a
//! hundred thousand contacts share is compared once, by the rules of the language.

use std::collections::HashMap;

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::types::Sort;
use crate::error::{Error, Result};
use crate::fields::{CustomField, Target, custom_fields};
use crate::sql;
use crate::values::custom::FieldType;
use crate::values::name;

/// What the values of a field are compared as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nature {
    /// Words, by the rules of the language.
    Text,
    /// Dates, addresses, numbers of phones: by their signs.
    Signs,
    Number,
}

/// Where the values of a field are: a query of contact and value, the one that counts first.
struct Source {
    sql: String,
    nature: Nature,
}

/// Stands between the values; none may hold it.
const BETWEEN: char = '\u{1e}';
const NO_VALUE: u32 = u32::MAX;

/// Whether every workspace can sort its contacts by this field.
pub fn sorts_by(field: &str) -> bool {
    field == "name" || default_source(field).is_some()
}

/// The ids, which come in the order of their names, in the order of the field.
///
/// # Errors
/// `Invalid` for a field that doesn't exist.
pub(super) async fn by(
    conn: &mut SqliteConnection,
    sort: &Sort,
    names: &[i64],
) -> Result<Vec<i64>> {
    if sort.field == "name" {
        let mut ids = names.to_vec();
        if sort.descending {
            ids.reverse();
        }
        return Ok(ids);
    }
    let source = match default_source(&sort.field) {
        Some(source) => source,
        None => custom_source(&custom_fields(conn).await?, &sort.field)?,
    };
    let sql = format!(
        "SELECT group_concat(id), group_concat(replace(value, char(30), ' '), char(30))
         FROM ({}) WHERE value IS NOT NULL",
        source.sql
    );
    let (ids, values): (Option<String>, Option<String>) =
        sqlx::query_as(AssertSqlSafe(sql)).fetch_one(conn).await?;
    let ids = sql::parse_ids(ids);
    let values = values.unwrap_or_default();
    let values = ids.into_iter().zip(values.split(BETWEEN));
    Ok(arranged(values, source.nature, sort.descending, names))
}

fn arranged<'a>(
    values: impl Iterator<Item = (i64, &'a str)>,
    nature: Nature,
    descending: bool,
    names: &[i64],
) -> Vec<i64> {
    let highest = names.iter().copied().max().unwrap_or(0) as usize;
    let mut places = vec![NO_VALUE; highest + 1];
    for (place, id) in names.iter().enumerate() {
        places[*id as usize] = place as u32;
    }
    let mut texts: Vec<&str> = Vec::new();
    let mut known: HashMap<&str, u32> = HashMap::new();
    let mut held = vec![NO_VALUE; names.len()];
    for (id, text) in values {
        let Some(place) = places.get(id as usize).filter(|place| **place != NO_VALUE) else {
            continue;
        };
        let value = &mut held[*place as usize];
        if *value == NO_VALUE {
            *value = *known.entry(text).or_insert_with(|| {
                texts.push(text);
                texts.len() as u32 - 1
            });
        }
    }
    let ranks = ranks(&texts, nature, descending);
    let mut keys: Vec<u64> = held
        .iter()
        .enumerate()
        .map(|(place, value)| {
            let rank = ranks.get(*value as usize).copied().unwrap_or(NO_VALUE);
            u64::from(rank) << 32 | place as u64
        })
        .collect();
    keys.sort_unstable();
    keys.into_iter()
        .map(|key| names[(key & u64::from(u32::MAX)) as usize])
        .collect()
}

/// The rank of each text among the others. Texts that are no numbers stand behind those that are.
fn ranks(texts: &[&str], nature: Nature, descending: bool) -> Vec<u32> {
    match nature {
        Nature::Text => ranked(texts.iter().map(|text| name::sort_key(text)), descending),
        Nature::Signs => ranked(texts.iter(), descending),
        Nature::Number => {
            let key = |text: &&str| {
                let digits = text.split(' ').next().unwrap_or_default();
                let number = digits.parse::<f64>().ok();
                let sign = if descending { -1.0 } else { 1.0 };
                Comparable(number.map_or(f64::INFINITY, |number| sign * number))
            };
            ranked(texts.iter().map(key), false)
        }
    }
}

fn ranked<Key: Ord>(keys: impl Iterator<Item = Key>, descending: bool) -> Vec<u32> {
    let mut keyed: Vec<(Key, usize)> = keys.enumerate().map(|(i, key)| (key, i)).collect();
    keyed.sort_unstable();
    if descending {
        keyed.reverse();
    }
    let mut ranks = vec![0; keyed.len()];
    let mut rank = 0;
    for (position, (key, text)) in keyed.iter().enumerate() {
        if position > 0 && keyed[position - 1].0 != *key {
            rank += 1;
        }
        ranks[*text] = rank;
    }
    ranks
}

/// A number that is one, so that it has an order.
#[derive(PartialEq, PartialOrd)]
struct Comparable(f64);

impl Eq for Comparable {}

#[allow(clippy::derive_ord_xor_partial_ord)]
impl Ord for Comparable {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

fn text(sql: impl Into<String>) -> Option<Source> {
    Some(Source {
        sql: sql.into(),
        nature: Nature::Text,
    })
}

fn signs(sql: impl Into<String>) -> Option<Source> {
    Some(Source {
        sql: sql.into(),
        nature: Nature::Signs,
    })
}

fn default_source(field: &str) -> Option<Source> {
    if field == "changed" {
        return signs("SELECT id, changed_at AS value FROM contacts");
    }
    match Target::parse(field) {
        Target::Scalar(scalar) => {
            let sql = format!("SELECT id, {} AS value FROM contacts", scalar.code);
            if scalar.kind == "date" {
                signs(sql)
            } else {
                text(sql)
            }
        }
        Target::Uid => signs("SELECT id, uid AS value FROM contacts"),
        // What came in one second stands as it came.
        Target::Created => {
            signs("SELECT id, created_at || printf('%012d', id) AS value FROM contacts")
        }
        Target::DoNotContact => {
            signs("SELECT id, 'yes' AS value FROM contacts WHERE do_not_contact = 1")
        }
        Target::Deceased => signs("SELECT id, 'yes' AS value FROM contacts WHERE deceased = 1"),
        Target::Photo => signs("SELECT id, 'yes' AS value FROM contacts WHERE photo IS NOT NULL"),
        Target::Point(point) => {
            let label = match point.label {
                Some(label) => format!("AND label = '{label}'"),
                None => String::new(),
            };
            let kind = point.kind.name();
            signs(
                include_str!("sort_points.sql")
                    .replace("{kind}", kind)
                    .replace("{of_label}", &label),
            )
        }
        Target::Address(label, part) => text(
            include_str!("sort_addresses.sql")
                .replace("{address}", label.name())
                .replace("{part}", part.code()),
        ),
        Target::Organization => text(include_str!("sort_organization.sql")),
        Target::OrganizationKind => signs(include_str!("sort_organization.sql").replace("o.name", "o.kind")),
        Target::JobTitle => text(sort_on_tie("title", "job_title")),
        Target::Department => text(sort_on_tie("department", "department")),
        Target::Role => text(sort_on_tie("role", "NULL")),
        Target::From => signs(sort_on_tie("from_date", "NULL")),
        Target::To => signs(sort_on_tie("to_date", "NULL")),
        Target::Groups => text(include_str!("sort_groups.sql")),
        Target::Tags => text(include_str!("sort_tags.sql")),
        Target::StatusEmail => signs(include_str!("sort_status.sql").replace("{kind}", "email")),
        Target::StatusPhone => signs(include_str!("sort_status.sql").replace("{kind}", "phone")),
        Target::Consents => text(
            "SELECT contact_id AS id, purpose || ' ' || state AS value FROM consents ORDER BY value",
        ),
        Target::FurtherAddresses | Target::PointLabels | Target::UsedFirst | Target::Custom(_) => {
            None
        }
    }
}

fn sort_on_tie(column: &str, on_contact: &str) -> String {
    include_str!("sort_on_tie.sql")
        .replace("{on_tie}", column)
        .replace("{on_contact}", on_contact)
}

fn custom_source(fields: &[CustomField], code: &str) -> Result<Source> {
    let field = fields.iter().find(|field| field.code == code);
    let field = field
        .ok_or_else(|| Error::field("sort", format!("Contacts can't be sorted by {code}.")))?;
    let nature = match field.shape.kind {
        FieldType::Number | FieldType::Money => Nature::Number,
        FieldType::Date | FieldType::YesNo => Nature::Signs,
        _ => Nature::Text,
    };
    // What doesn't fit the field's type has no place among what does: it counts as no value, except among words.
    let fitting = match nature {
        Nature::Text => "",
        Nature::Signs | Nature::Number => "AND misfit IS NULL",
    };
    let sql = format!(
        "SELECT contact_id AS id, value FROM custom_values WHERE field_id = {} {fitting}",
        field.id
    );
    Ok(Source { sql, nature })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [i64; 5] = [9, 3, 7, 1, 4];

    fn by_values(values: &[(i64, &str)], nature: Nature, descending: bool) -> Vec<i64> {
        arranged(values.iter().copied(), nature, descending, &NAMES)
    }

    #[test]
    fn equal_values_stay_in_the_order_of_names_and_none_stand_last() {
        let cities = [
            (1, "Zürich"),
            (3, "akko"),
            (4, "Akko"),
            (9, "Żory"),
            (99, "Bonn"),
        ];
        assert_eq!(by_values(&cities, Nature::Text, false), [3, 4, 9, 1, 7]);
        assert_eq!(by_values(&cities, Nature::Text, true), [1, 9, 4, 3, 7]);
    }

    #[test]
    fn numbers_are_compared_as_numbers_and_odd_ones_stand_behind() {
        let sizes = [(1, "9"), (3, "-2.5"), (4, "100.00 EUR"), (7, "large")];
        assert_eq!(by_values(&sizes, Nature::Number, false), [3, 1, 4, 7, 9]);
        assert_eq!(by_values(&sizes, Nature::Number, true), [4, 1, 3, 7, 9]);
    }

    #[test]
    fn the_first_value_of_a_contact_counts() {
        let phones = [(3, "+1"), (3, "+9"), (9, "+5")];
        assert_eq!(by_values(&phones, Nature::Signs, false), [3, 9, 7, 1, 4]);
    }
}
