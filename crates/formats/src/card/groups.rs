//! Which cards are in which groups. A group is a card of its own that lists its members, before or after them, so this
//! is learnt in a first pass over the file; of a card only a key is kept.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::model::{Card, Point};
use crate::error::FormatError;

/// An office's groups come nowhere near; what claims more is made to harm.
const MOST_MEMBERS: usize = 1_000_000;
const MOST_GROUPS: usize = 1000;

#[derive(Default)]
pub(super) struct Groups {
    names: Vec<String>,
    of: HashMap<u64, Vec<u32>>,
    people: HashSet<u64>,
    members: usize,
    /// Members that are written out with an e-mail address: people even without a card.
    written_out: Vec<(u64, Card)>,
}

impl Groups {
    pub fn see(&mut self, name: &str, card: &Card) -> Result<(), FormatError> {
        if !card.is_group {
            self.people.extend(keys(card));
            return Ok(());
        }
        self.members += card.members.len() + 1;
        if self.members > MOST_MEMBERS {
            return Err(FormatError::too_large(
                name,
                "its groups have more than a million members",
            ));
        }
        let group = self.names.len() as u32;
        self.names
            .push(card.full_name.clone().unwrap_or_else(|| "Group".to_owned()));
        for member in &card.members {
            let (key, person) = member_key(member);
            let groups = self.of.entry(key).or_default();
            // Groups come one after the other, so a repeated member stands last.
            if groups.last() != Some(&group) {
                groups.push(group);
            }
            if groups.len() > MOST_GROUPS {
                let detail = "one of its people is in more than a thousand groups";
                return Err(FormatError::too_large(name, detail));
            }
            if let (Some(person), 1) = (person, groups.len()) {
                self.written_out.push((key, person));
            }
        }
        Ok(())
    }

    /// The members without a card of their own; the pass is over.
    pub fn settle(&mut self) -> Vec<Card> {
        let people = std::mem::take(&mut self.people);
        let all = std::mem::take(&mut self.written_out);
        let alone = all.into_iter().filter(|(key, _)| !people.contains(key));
        alone.map(|(_, card)| card).collect()
    }

    /// The names of the groups that a card is in.
    pub fn of(&self, card: &Card) -> Vec<String> {
        if self.of.is_empty() {
            return Vec::new();
        }
        let mut groups: Vec<u32> = keys(card)
            .filter_map(|key| self.of.get(&key))
            .flatten()
            .copied()
            .collect();
        groups.sort_unstable();
        groups.dedup();
        groups
            .into_iter()
            .filter_map(|at| self.names.get(at as usize).cloned())
            .collect()
    }
}

fn key(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.trim().to_lowercase().hash(&mut hasher);
    hasher.finish()
}

fn keys(card: &Card) -> impl Iterator<Item = u64> + '_ {
    let own = card.uid.iter().chain(&card.dn).map(|text| key(text));
    own.chain(
        card.emails
            .iter()
            .map(|email| key(&format!("mailto:{}", email.value))),
    )
}

/// The key of a member, and who it is where its own text says so: `mailto:` of vCard 4.0, `cn=…,mail=…` of LDIF.
fn member_key(member: &str) -> (u64, Option<Card>) {
    let member = member.trim();
    if let Some(address) = member.strip_prefix("mailto:") {
        return (key(member), Some(person(address, None)));
    }
    if let Some(uid) = member
        .get(9..)
        .filter(|_| member[..9].eq_ignore_ascii_case("urn:uuid:"))
    {
        return (key(uid), None);
    }
    let parts = || member.split(',').filter_map(|part| part.split_once('='));
    let part = |name: &str| {
        parts()
            .find(|(n, _)| n.trim().eq_ignore_ascii_case(name))
            .map(|(_, v)| v.trim())
    };
    match part("mail") {
        Some(address) => (
            key(&format!("mailto:{address}")),
            Some(person(address, part("cn"))),
        ),
        None => (key(member), None),
    }
}

fn person(address: &str, name: Option<&str>) -> Card {
    Card {
        full_name: name.map(str::to_owned),
        emails: vec![Point::new(address, &[])],
        ..Card::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_by_uid_address_and_name() {
        let mut groups = Groups::default();
        let group = Card {
            is_group: true,
            full_name: Some("Board".into()),
            members: [
                "urn:uuid:AB-1",
                "mailto:noa@levi.example",
                "cn=Dan,mail=dan@x.example",
                "cn=Eve",
                "é",
            ]
            .map(str::to_owned)
            .to_vec(),
            ..Card::default()
        };
        groups.see("a.vcf", &group).unwrap();
        let by_uid = Card {
            uid: Some("ab-1".into()),
            ..Card::default()
        };
        let by_dn = Card {
            dn: Some("cn=Eve".into()),
            ..Card::default()
        };
        groups.see("a.vcf", &person("dan@x.example", None)).unwrap();
        let alone = groups.settle();
        assert_eq!(alone.len(), 1);
        assert_eq!(alone[0].emails[0].value, "noa@levi.example");
        for card in [&by_uid, &by_dn, &alone[0], &person("DAN@x.example", None)] {
            assert_eq!(groups.of(card), ["Board"]);
        }
        assert!(groups.of(&person("eve@x.example", None)).is_empty());
    }
}
