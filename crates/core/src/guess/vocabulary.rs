//! What headers mean by themselves: the names that offices use
//! (`data/synonyms.tsv`), the names that programs use (`data/dialects.tsv`), and
//! Roster's own. A header with two meanings gets both; `context` decides.

use super::claim::{Claim, Claims, confidence};
use super::dialects::{lists, of_field};
use super::header::Header;
use crate::values::fold::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Every field name that has no other name derived from it.
const FIELDS: &str = "uid prefix first_name middle_name last_name suffix nickname full_name organization organization_kind job_title \
    department email phone phone_mobile phone_office phone_home phone_main phone_sms fax website skype facebook x \
    linkedin instagram street street2 city region postcode country full_address birthday time_zone language lifecycle \
    tags groups notes source status_email status_phone created work_email home_email work_street work_street2 \
    work_city work_region work_postcode work_country home_street home_street2 home_city home_region home_postcode \
    home_country member_number member_joined membership_type membership_tier membership_start membership_end \
    paid_until payer membership_history";

/// How much the sources of meanings weigh; each known export is one.
const OWN: usize = 1000;
const OFFICES: usize = 100;

/// For each key its meanings and how many sources have them, the commonest
/// first. What a word means to offices goes before what single programs mean by
/// it, save for the parts of a birthday.
static MEANINGS: LazyLock<HashMap<String, Vec<(&'static str, usize)>>> = LazyLock::new(|| {
    let mut meanings: HashMap<String, Vec<(&'static str, usize)>> = HashMap::new();
    let mut add = |key: String, field: &'static str, weight: usize| {
        let known = meanings.entry(key).or_default();
        match known.iter_mut().find(|(f, _)| *f == field) {
            Some((_, sum)) => *sum += weight,
            None => known.push((field, weight)),
        }
    };
    for field in FIELDS.split_whitespace() {
        add(key(field), field, OWN);
    }
    let lines = include_str!("data/synonyms.tsv").lines();
    for (field, names) in lines.filter_map(|line| line.split_once('\t')) {
        names
            .split('|')
            .for_each(|name| add(key(name), field, OFFICES));
    }
    for column in lists().iter().flat_map(|list| &list.columns) {
        add(column.key(), column.field, 1);
    }
    for known in meanings.values_mut() {
        if known.iter().any(|(_, weight)| *weight >= OFFICES) {
            known.retain(|(field, weight)| *weight >= OFFICES || field.starts_with("-birth"));
        }
        known.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    }
    meanings
});

fn key(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// The meanings of a header, if it is known; its number counts where only the
/// header without it is known.
pub fn lookup(header: &Header) -> Option<Claims> {
    if header.key.is_empty() {
        return None;
    }
    if let Some(meanings) = MEANINGS.get(&header.key) {
        return Some(claims(meanings));
    }
    let meanings = MEANINGS.get(header.bare.as_ref()?)?;
    Some(Claims {
        counted: true,
        ..claims(meanings)
    })
}

fn claims(meanings: &[(&'static str, usize)]) -> Claims {
    let mut all = Claims::nothing();
    for (field, _) in meanings {
        let claims = of_field(field);
        all.part = all.part.or(claims.part);
        for claim in claims.list {
            let confidence = claim.confidence.min(confidence::HEADER);
            match all.list.iter_mut().find(|known| known.field == claim.field) {
                Some(known) => known.confidence = known.confidence.max(confidence),
                None => all.list.push(Claim {
                    confidence,
                    ..claim
                }),
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<&'static str> {
        let claims = lookup(&Header::new(text)).unwrap_or_default();
        claims.list.iter().map(|claim| claim.field).collect()
    }

    #[test]
    fn fields_are_known_by_their_own_names_and_labels() {
        for field in FIELDS.split_whitespace() {
            assert_eq!(fields(field)[0], field);
        }
        assert_eq!(
            lookup(&Header::new("Vorname")).unwrap().list[0].confidence,
            confidence::HEADER
        );
        assert_eq!(fields("Phone, mobile"), ["phone_mobile"]);
        assert_eq!(fields("Work street"), ["work_street"]);
        assert_eq!(fields("E-mail 3"), ["email"]);
    }

    #[test]
    fn a_word_with_two_meanings_gets_both() {
        assert!(
            ["prefix", "job_title"]
                .iter()
                .all(|field| fields("Title").contains(field))
        );
        assert!(
            ["last_name", "full_name"]
                .iter()
                .all(|field| fields("Nom").contains(field))
        );
    }

    #[test]
    fn a_known_column_can_be_no_field() {
        let claims = lookup(&Header::new("Gender")).unwrap();
        assert!(claims.known && claims.list.is_empty());
        assert_eq!(
            lookup(&Header::new("Geburtsjahr")).unwrap().part,
            Some("birth_year")
        );
        assert_eq!(lookup(&Header::new("Frobnication")), None);
    }
}
