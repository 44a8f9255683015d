//! Whole contacts, many at once: one query for each table, put together by id.

use std::collections::HashMap;

use serde_json::{Map, Value};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use super::list::list;
use super::types::{Address, Affiliation, Consent, Contact, ContactsQuery, Point, PointStatus};
use crate::error::{Error, Result};
use crate::sql::{self, Record, record};
use crate::values::split;
use crate::workspace::Workspace;

/// Everything that a contact holds; one in the trash is found too.
pub async fn get(ws: &Workspace, id: i64) -> Result<Contact> {
    let mut conn = ws.read().await?;
    one(&mut conn, id).await
}

/// The number of contacts that match, and a stretch of them, whole.
pub async fn details(
    ws: &Workspace,
    query: &ContactsQuery,
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<Contact>)> {
    let mut conn = ws.read().await?;
    let list = list(ws, &mut conn, query).await?;
    let from = (offset as usize).min(list.ids.len());
    let to = from.saturating_add(limit as usize).min(list.ids.len());
    let contacts = by_ids(&mut conn, &list.ids[from..to]).await?;
    Ok((list.ids.len() as u32, contacts))
}

pub(crate) async fn one(conn: &mut SqliteConnection, id: i64) -> Result<Contact> {
    by_ids(conn, &[id])
        .await?
        .pop()
        .ok_or_else(|| Error::not_found("contact", id))
}

/// Contacts in the order of `ids`; ids that don't exist are left out.
pub async fn by_ids(conn: &mut SqliteConnection, ids: &[i64]) -> Result<Vec<Contact>> {
    let list = sql::ids(ids);
    let parts = Parts {
        contacts: fetch(conn, CONTACTS, &list).await?,
        points: fetch(conn, POINTS, &list).await?,
        addresses: fetch(conn, ADDRESSES, &list).await?,
        organizations: fetch(conn, ORGANIZATIONS, &list).await?,
        groups: fetch(conn, GROUPS, &list).await?,
        tags: fetch(conn, TAGS, &list).await?,
        values: fetch(conn, FIELDS, &list).await?,
        consents: fetch(conn, CONSENTS, &list).await?,
    };
    Ok(parts.assemble())
}

/// The same on the connection of a bulk change, which sees what that change has written.
pub(crate) fn by_ids_in_bulk(conn: &rusqlite::Connection, ids: &[i64]) -> Result<Vec<Contact>> {
    let list = sql::ids(ids);
    let parts = Parts {
        contacts: sql::records(conn, CONTACTS, &list)?,
        points: sql::records(conn, POINTS, &list)?,
        addresses: sql::records(conn, ADDRESSES, &list)?,
        organizations: sql::records(conn, ORGANIZATIONS, &list)?,
        groups: sql::records(conn, GROUPS, &list)?,
        tags: sql::records(conn, TAGS, &list)?,
        values: sql::records(conn, FIELDS, &list)?,
        consents: sql::records(conn, CONSENTS, &list)?,
    };
    Ok(parts.assemble())
}

const CONTACTS: &str = include_str!("details.sql");
const POINTS: &str = include_str!("details_points.sql");
const ADDRESSES: &str = include_str!("details_addresses.sql");
const ORGANIZATIONS: &str = include_str!("details_organizations.sql");
const GROUPS: &str = include_str!("details_groups.sql");
const TAGS: &str = include_str!("details_tags.sql");
const FIELDS: &str = include_str!("details_fields.sql");
const CONSENTS: &str = include_str!("details_consents.sql");

async fn fetch<T>(conn: &mut SqliteConnection, sql: &'static str, list: &str) -> Result<Vec<T>>
where
    T: for<'r> sqlx::FromRow<'r, SqliteRow> + Record + Send + Unpin,
{
    Ok(sqlx::query_as(sql).bind(list).fetch_all(conn).await?)
}

/// The rows of some contacts, by table.
struct Parts {
    contacts: Vec<ContactRecord>,
    points: Vec<PointRecord>,
    addresses: Vec<AddressRecord>,
    organizations: Vec<AffiliationRecord>,
    groups: Vec<NameRecord>,
    tags: Vec<NameRecord>,
    values: Vec<ValueRecord>,
    consents: Vec<Consent>,
}

impl Parts {
    fn assemble(self) -> Vec<Contact> {
        let mut contacts: Vec<Contact> = self.contacts.into_iter().map(Contact::from).collect();
        let index: HashMap<i64, usize> = contacts
            .iter()
            .enumerate()
            .map(|(i, c)| (c.id, i))
            .collect();
        for row in self.points {
            contacts[index[&row.contact_id]].points.push(row.into());
        }
        for row in self.addresses {
            contacts[index[&row.contact_id]].addresses.push(row.into());
        }
        for row in self.organizations {
            let contact = &mut contacts[index[&row.contact_id]];
            contact.organizations.push(row.into());
        }
        for row in self.groups {
            contacts[index[&row.contact_id]].groups.push(row.name);
        }
        for row in self.tags {
            contacts[index[&row.contact_id]].tags.push(row.name);
        }
        for row in self.values {
            let fields = &mut contacts[index[&row.contact_id]].fields;
            fields.insert(row.code, Value::String(row.value));
        }
        for row in self.consents {
            contacts[index[&row.contact_id]].consents.push(row);
        }
        for contact in &mut contacts {
            contact.active = contact.points.iter().any(|p| {
                p.status == PointStatus::Active && matches!(p.kind.as_str(), "phone" | "email")
            });
        }
        contacts
    }
}

record!(ContactRecord {
    id: i64,
    uid: String,
    name: String,
    prefix: Option<String>,
    first_name: Option<String>,
    middle_name: Option<String>,
    last_name: Option<String>,
    suffix: Option<String>,
    nickname: Option<String>,
    full_name: Option<String>,
    job_title: Option<String>,
    department: Option<String>,
    lifecycle: Option<String>,
    birthday: Option<String>,
    time_zone: Option<String>,
    language: Option<String>,
    notes: Option<String>,
    source: Option<String>,
    do_not_contact: bool,
    deceased: bool,
    preferred_channel: Option<String>,
    contact_frequency: Option<String>,
    content_topics: Option<String>,
    photo: Option<String>,
    archived_at: Option<String>,
    deleted_at: Option<String>,
    created_at: String,
    changed_at: String,
    created_batch: i64,
});

impl From<ContactRecord> for Contact {
    fn from(row: ContactRecord) -> Self {
        Contact {
            id: row.id,
            uid: row.uid,
            name: row.name,
            prefix: row.prefix,
            first_name: row.first_name,
            middle_name: row.middle_name,
            last_name: row.last_name,
            suffix: row.suffix,
            nickname: row.nickname,
            full_name: row.full_name,
            active: false,
            points: Vec::new(),
            addresses: Vec::new(),
            organizations: Vec::new(),
            job_title: row.job_title,
            department: row.department,
            groups: Vec::new(),
            tags: Vec::new(),
            lifecycle: row.lifecycle,
            birthday: row.birthday,
            time_zone: row.time_zone,
            language: row.language,
            notes: row.notes,
            source: row.source,
            do_not_contact: row.do_not_contact,
            deceased: row.deceased,
            preferred_channel: row.preferred_channel,
            contact_frequency: row.contact_frequency,
            content_topics: split::list(row.content_topics.as_deref().unwrap_or_default())
                .into_iter()
                .map(str::to_owned)
                .collect(),
            consents: Vec::new(),
            photo: row.photo,
            fields: Map::new(),
            created: row.created_at,
            changed: row.changed_at,
            created_batch: row.created_batch,
            archived: row.archived_at,
            deleted: row.deleted_at,
            member: None,
        }
    }
}

record!(PointRecord {
    contact_id: i64,
    id: i64,
    kind: String,
    label: Option<String>,
    value: String,
    normalized: Option<String>,
    is_primary: bool,
    source: Option<String>,
    opted_out: bool,
});

impl From<PointRecord> for Point {
    fn from(row: PointRecord) -> Self {
        let subscribable = matches!(row.kind.as_str(), "phone" | "email");
        let status = match (&row.normalized, row.opted_out) {
            (_, true) => PointStatus::OptedOut,
            (None, _) if subscribable => PointStatus::Invalid,
            _ => PointStatus::Active,
        };
        Point {
            id: row.id,
            kind: row.kind,
            label: row.label,
            value: row.value,
            normalized: row.normalized,
            status,
            primary: row.is_primary,
            source: row.source,
        }
    }
}

record!(AddressRecord {
    contact_id: i64,
    id: i64,
    label: String,
    street: Option<String>,
    street2: Option<String>,
    city: Option<String>,
    region: Option<String>,
    postcode: Option<String>,
    country: Option<String>,
    full_address: Option<String>,
    is_primary: bool,
    organization_id: Option<i64>,
    organization: Option<String>,
});

impl From<AddressRecord> for Address {
    fn from(row: AddressRecord) -> Self {
        Address {
            id: row.id,
            label: row.label,
            street: row.street,
            street2: row.street2,
            city: row.city,
            region: row.region,
            postcode: row.postcode,
            country: row.country,
            full_address: row.full_address,
            primary: row.is_primary,
            organization_id: row.organization_id,
            organization: row.organization,
        }
    }
}

record!(AffiliationRecord {
    contact_id: i64,
    id: i64,
    organization_id: i64,
    kind: String,
    name: String,
    role: Option<String>,
    title: Option<String>,
    department: Option<String>,
    from_date: Option<String>,
    to_date: Option<String>,
    is_primary: bool,
});

impl From<AffiliationRecord> for Affiliation {
    fn from(row: AffiliationRecord) -> Self {
        Affiliation {
            id: row.organization_id,
            affiliation_id: row.id,
            kind: row.kind,
            name: row.name,
            role: row.role,
            title: row.title,
            department: row.department,
            from: row.from_date,
            to: row.to_date,
            primary: row.is_primary,
        }
    }
}

// The name of a group or tag.
record!(NameRecord {
    contact_id: i64,
    name: String,
});

record!(ValueRecord {
    contact_id: i64,
    code: String,
    value: String,
});

impl Record for Consent {
    fn read(row: &rusqlite::Row) -> rusqlite::Result<Self> {
        Ok(Self {
            contact_id: row.get("contact_id")?,
            purpose: row.get("purpose")?,
            state: row.get("state")?,
            date: row.get("date")?,
            how: row.get("how")?,
            note: row.get("note")?,
        })
    }
}
