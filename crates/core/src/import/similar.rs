//! New contacts that look like ones that are there (I7): the same name with nothing else in common, or a phone or e-mail that
//! somebody of another name has. None of them is matched or updated; the pairs are kept with the batch, to be looked at.

use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::draft::{Draft, Drafted};
use super::matching::Existing;
use crate::contacts::{self, Contact};
use crate::error::Result;
use crate::journal::{Bulk, UndoRequest};
use crate::points::Kind;
use crate::values::name::{self, NameKey};
use crate::workspace::Workspace;

/// Pairs that are shown; more than that is no list to look through.
const SHOWN: i64 = 500;
/// Of a crowd with one name or number, the first stands for all.
const OF_EACH: usize = 1;

/// What the two have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    Name,
    Phone,
    Email,
}

impl Ground {
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }
}

/// A new contact and one that was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub contact: i64,
    pub other: i64,
    pub ground: Ground,
}

/// Whoever has a phone or e-mail of a row that becomes a new contact, under another name.
pub(super) fn by_point(draft: &Draft, existing: &Existing) -> Option<(i64, Ground)> {
    draft.points.iter().find_map(|point| {
        let ground = match point.kind {
            Kind::Phone => Ground::Phone,
            Kind::Email => Ground::Email,
            _ => return None,
        };
        let other = existing.anybody(point.key?, point.normalized.as_deref()?)?;
        Some((other, ground))
    })
}

/// Whoever among the contacts before `first` is called just like one of these new ones.
pub(super) fn by_name(
    conn: &Connection,
    created: &[(i64, Drafted)],
    first: i64,
) -> Result<Vec<Pair>> {
    let named = created
        .iter()
        .filter(|(_, draft)| draft.name_key() != NameKey::default());
    let keys: Vec<(i64, String)> = named
        .map(|(contact, draft)| (*contact, hex::encode(name::sort_key(&draft.display_name()))))
        .collect();
    let list: Vec<Value> = keys
        .iter()
        .map(|(_, key)| Value::from(key.as_str()))
        .collect();
    let mut statement = conn.prepare_cached(include_str!("similar.sql"))?;
    let mut rows = statement.query((Value::from(list).to_string(), first))?;
    let mut pairs: Vec<Pair> = Vec::new();
    while let Some(row) = rows.next()? {
        let (at, other): (i64, i64) = (row.get(0)?, row.get(1)?);
        let Some((contact, _)) = keys.get(at as usize).cloned() else {
            continue;
        };
        if pairs
            .iter()
            .rev()
            .take_while(|pair| pair.contact == contact)
            .count()
            < OF_EACH
        {
            pairs.push(Pair {
                contact,
                other,
                ground: Ground::Name,
            });
        }
    }
    Ok(pairs)
}

/// Keeps pairs with the batch.
pub(super) fn store(change: &Bulk, pairs: &[Pair]) -> Result<()> {
    let sql =
        "INSERT INTO import_similar (batch_id, contact_id, other_id, ground) VALUES (?, ?, ?, ?)";
    let mut statement = change.prepare_cached(sql)?;
    for pair in pairs {
        statement.execute((change.batch, pair.contact, pair.other, pair.ground.name()))?;
    }
    Ok(())
}

/// As much of a contact as tells whether two are one person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SimilarContact {
    pub id: i64,
    pub name: String,
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    pub organization: Option<String>,
    pub city: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct SimilarPair {
    /// `name`, `phone` or `email`: what the two have in common.
    pub ground: String,
    pub new: SimilarContact,
    pub known: SimilarContact,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Similar {
    /// At most 500, those whose two contacts are both there.
    pub pairs: Vec<SimilarPair>,
}

/// The new contacts of an import that look like ones that were there.
pub async fn similar(ws: &Workspace, request: &UndoRequest) -> Result<Similar> {
    let mut conn = ws.read().await?;
    let found: Vec<(String, i64, i64)> = sqlx::query_as(include_str!("similar_pairs.sql"))
        .bind(request.batch)
        .bind(SHOWN)
        .fetch_all(&mut *conn)
        .await?;
    drop(conn);
    let mut ids: Vec<i64> = found.iter().flat_map(|(_, a, b)| [*a, *b]).collect();
    ids.sort_unstable();
    ids.dedup();
    let contacts = contacts::by_ids_in_bulk(&ws.snapshot()?, &ids)?;
    let of = |id: i64| {
        contacts
            .iter()
            .find(|c| c.id == id)
            .map(SimilarContact::from)
    };
    let pairs = found.into_iter().filter_map(|(ground, new, known)| {
        Some(SimilarPair {
            ground,
            new: of(new)?,
            known: of(known)?,
        })
    });
    Ok(Similar {
        pairs: pairs.collect(),
    })
}

impl From<&Contact> for SimilarContact {
    fn from(contact: &Contact) -> Self {
        let values = |kind: Kind| {
            let points = contact.points.iter().filter(|p| p.kind == kind.name());
            points.map(|p| p.value.clone()).collect()
        };
        Self {
            id: contact.id,
            name: contact.name.clone(),
            emails: values(Kind::Email),
            phones: values(Kind::Phone),
            organization: contact.organizations.first().map(|o| o.name.clone()),
            city: contact.addresses.iter().find_map(|a| a.city.clone()),
        }
    }
}
