//! The order of a list by a field: the values of all its rows are read in one go, the different ones among them are put in
//! order, and each row takes the rank of its value. Rows of one rank stay in the order of their names, and those without a
//! value stand last in both directions.
//!
//! A query that sorts would look the value up for each row and compare texts by their bytes. So a city that a hundred
//! thousand contacts share is compared once, by the rules of the language.

use std::collections::HashMap;

use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::error::Result;
use crate::fields::{CustomField, of_subject};
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

/// Where the values of a field are: a query of id and value, the one that counts first.
pub(crate) struct Source {
    sql: String,
    nature: Nature,
}

impl Source {
    pub fn text(sql: impl Into<String>) -> Self {
        let sql = sql.into();
        let nature = Nature::Text;
        Self { sql, nature }
    }

    pub fn signs(sql: impl Into<String>) -> Self {
        let sql = sql.into();
        let nature = Nature::Signs;
        Self { sql, nature }
    }

    pub fn number(sql: impl Into<String>) -> Self {
        let sql = sql.into();
        let nature = Nature::Number;
        Self { sql, nature }
    }

    /// The values of a custom field. What doesn't fit the field's type has no place among what does: it counts as no
    /// value, except among words.
    pub fn custom(field: &CustomField) -> Self {
        let values = "SELECT {owner} AS id, value FROM {values} WHERE field_id = ";
        let sql = of_subject(values, field.subject).0 + &field.id.to_string();
        let fitting = " AND misfit IS NULL";
        match field.shape.kind {
            FieldType::Number | FieldType::Money => Self::number(sql + fitting),
            FieldType::Date | FieldType::YesNo => Self::signs(sql + fitting),
            _ => Self::text(sql),
        }
    }
}

/// Stands between the values; none may hold it.
const BETWEEN: char = '\u{1e}';
const NO_VALUE: u32 = u32::MAX;

/// The ids, which come in the order of their names, in the order of a source.
pub(crate) async fn by(
    conn: &mut SqliteConnection,
    source: &Source,
    descending: bool,
    names: &[i64],
) -> Result<Vec<i64>> {
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
    Ok(arranged(values, source.nature, descending, names))
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
