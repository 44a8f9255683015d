//! Whom a row means (I7): by uid, e-mail, phone, in the order asked for, within the file first and then in the
//! workspace. A shared e-mail or phone with a clearly different name is not the same person.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::{Connection, Row};
use rustc_hash::FxHashMap;

use super::draft::{Draft, Drafted};
use super::types::MatchKey;
use crate::error::Result;
use crate::points::Kind;
use crate::sql;
use crate::values::name::{self, NameKey, NameParts};

/// Somebody found: the contact, and whether an earlier row of the file stands for it already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub contact: i64,
    /// Others in the workspace that the row fits as well: of these, one that it has nothing new for is meant.
    pub others: Vec<i64>,
    pub in_file: bool,
    pub by: MatchKey,
}

struct Person {
    contact: i64,
    name: NameKey,
}

/// How many people behind one shared value are compared by name, the earliest first. People of exactly the same name
/// are found however many share it, so this bounds only the near misses of a value that a crowd shares.
const MOST_COMPARED: usize = 64;

/// The people that rows of this file stand for so far.
#[derive(Default)]
pub(super) struct InFile {
    people: Vec<Person>,
    /// The first one behind each e-mail or phone, nearly always the only one: as small as it gets, since there are
    /// millions of them.
    by_key: FxHashMap<i64, u32>,
    /// All of those behind a value that several share.
    sharing: FxHashMap<i64, Several>,
    by_uid: HashMap<String, u32>,
}

#[derive(Default)]
struct Several {
    people: Vec<u32>,
    /// The first of each name.
    by_name: HashMap<NameKey, u32>,
}

impl Several {
    fn add(&mut self, person: u32, name: &NameKey) {
        self.people.push(person);
        self.by_name.entry(name.clone()).or_insert(person);
    }
}

impl InFile {
    /// Notes that the row stands for the contact.
    pub fn add(&mut self, contact: i64, draft: &Draft, name: NameKey) {
        let person = self.people.len() as u32;
        for key in draft
            .points
            .iter()
            .filter(|p| p.kind.is_subscribable())
            .filter_map(|p| p.key)
        {
            match self.by_key.entry(key) {
                Entry::Vacant(vacant) => drop(vacant.insert(person)),
                Entry::Occupied(first) => {
                    let first = *first.get();
                    let several = self.sharing.entry(key).or_insert_with(|| {
                        let mut several = Several::default();
                        several.add(first, &self.people[first as usize].name);
                        several
                    });
                    several.add(person, &name);
                }
            }
        }
        if let Some(uid) = &draft.uid {
            self.by_uid.entry(uid.clone()).or_insert(person);
        }
        self.people.push(Person { contact, name });
    }

    /// Whether earlier rows gave all the phones and e-mails of this one, whoever they belong to.
    pub fn holds_all(&self, draft: &Draft) -> bool {
        let mut keys = draft
            .points
            .iter()
            .filter(|p| p.kind.is_subscribable())
            .filter_map(|p| p.key);
        keys.all(|key| self.by_key.contains_key(&key))
    }

    fn by_point(&self, key: i64, name: &NameKey) -> Option<i64> {
        let first = self.by_key.get(&key)?;
        let people = match self.sharing.get(&key) {
            None => std::slice::from_ref(first),
            Some(several) => match several.by_name.get(name) {
                Some(person) => std::slice::from_ref(person),
                None => &several.people,
            },
        };
        let mut earliest = people
            .iter()
            .take(MOST_COMPARED)
            .map(|i| &self.people[*i as usize]);
        earliest
            .find(|person| !name::clearly_different(&person.name, name))
            .map(|person| person.contact)
    }
}

struct Candidate {
    contact: i64,
    normalized: String,
    name: NameKey,
}

/// Contacts of the workspace that the rows of one chunk may mean.
#[derive(Default)]
pub(super) struct Existing {
    by_key: HashMap<i64, Vec<Candidate>>,
    by_uid: HashMap<String, i64>,
}

/// The name of a contact in a row that holds its parts.
fn name_key(row: &Row) -> rusqlite::Result<NameKey> {
    let part = |column: &str| row.get_ref(column).map(|value| value.as_str().ok());
    Ok(name::key(&NameParts {
        prefix: part("prefix")?,
        first: part("first_name")?,
        middle: part("middle_name")?,
        last: part("last_name")?,
        suffix: part("suffix")?,
        nickname: part("nickname")?,
        full: part("full_name")?,
    }))
}

impl Existing {
    /// Looks up everything that the rows could match. Contacts `from` on were made by this very import and are known
    /// from the file.
    pub fn fetch(conn: &Connection, drafts: &[Drafted], from: i64) -> Result<Self> {
        let mut existing = Self::default();
        let mut keys: Vec<i64> = drafts
            .iter()
            .flat_map(|d| &d.points)
            .filter(|p| p.kind.is_subscribable())
            .filter_map(|p| p.key)
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let mut statement = conn.prepare_cached(include_str!("candidates.sql"))?;
        let mut rows = statement.query((sql::ids(&keys), from))?;
        while let Some(row) = rows.next()? {
            let candidate = Candidate {
                contact: row.get("contact_id")?,
                name: name_key(row)?,
                normalized: row.get("normalized")?,
            };
            let sharing = existing.by_key.entry(row.get("match_key")?).or_default();
            sharing.push(candidate);
        }
        let uids: Vec<&String> = drafts.iter().filter_map(|d| d.uid.as_ref()).collect();
        if !uids.is_empty() {
            let list = serde_json::to_string(&uids).unwrap_or_default();
            let mut statement = conn.prepare_cached(include_str!("known_uids.sql"))?;
            let found = statement.query_map([list], |row| Ok((row.get(0)?, row.get(1)?)))?;
            existing.by_uid = found.collect::<rusqlite::Result<_>>()?;
        }
        Ok(existing)
    }

    /// The first who has an e-mail or phone, whatever the name.
    pub fn anybody(&self, key: i64, normalized: &str) -> Option<i64> {
        let mut sharing = self.by_key.get(&key)?.iter();
        sharing
            .find(|c| c.normalized == normalized)
            .map(|c| c.contact)
    }

    /// Whom the row fits: one of exactly its name before the others.
    fn by_point(&self, key: i64, normalized: &str, name: &NameKey) -> Vec<i64> {
        let candidates = self.by_key.get(&key).into_iter().flatten();
        let mut fitting: Vec<&Candidate> = candidates
            .filter(|c| c.normalized == normalized && !name::clearly_different(&c.name, name))
            .take(MOST_COMPARED)
            .collect();
        fitting.sort_by_key(|c| c.name != *name);
        fitting.into_iter().map(|c| c.contact).collect()
    }
}

/// How a contact is called that is not in the trash.
pub(super) fn name_of(conn: &Connection, contact: i64) -> Result<Option<NameKey>> {
    let mut statement = conn.prepare_cached(include_str!("name_of.sql"))?;
    let mut rows = statement.query([contact])?;
    Ok(rows.next()?.map(name_key).transpose()?)
}

/// Finds whom a row means.
pub(super) fn find(
    draft: &Draft,
    name: &NameKey,
    keys: &[MatchKey],
    in_file: &InFile,
    existing: &Existing,
) -> Option<Found> {
    keys.iter().find_map(|by| match by {
        MatchKey::Uid => {
            let uid = draft.uid.as_ref()?;
            let seen = in_file
                .by_uid
                .get(uid)
                .map(|i| in_file.people[*i as usize].contact);
            found(
                *by,
                seen,
                existing.by_uid.get(uid).copied().into_iter().collect(),
            )
        }
        MatchKey::Email => by_points(draft, name, Kind::Email, *by, in_file, existing),
        MatchKey::Phone => by_points(draft, name, Kind::Phone, *by, in_file, existing),
    })
}

fn by_points(
    draft: &Draft,
    name: &NameKey,
    kind: Kind,
    by: MatchKey,
    in_file: &InFile,
    existing: &Existing,
) -> Option<Found> {
    draft
        .points
        .iter()
        .filter(|p| p.kind == kind)
        .find_map(|point| {
            let (key, normalized) = (point.key?, point.normalized.as_deref()?);
            let seen = in_file.by_point(key, name);
            found(by, seen, existing.by_point(key, normalized, name))
        })
}

fn found(by: MatchKey, seen: Option<i64>, existing: Vec<i64>) -> Option<Found> {
    if let Some(contact) = seen {
        return Some(Found {
            contact,
            others: Vec::new(),
            in_file: true,
            by,
        });
    }
    let (first, others) = existing.split_first()?;
    Some(Found {
        contact: *first,
        others: others.to_vec(),
        in_file: false,
        by,
    })
}
