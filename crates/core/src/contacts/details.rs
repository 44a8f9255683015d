//! Whole contacts, many at once: one query for each table, put together by id.

use std::collections::HashMap;

use serde_json::{Map, Value};
use sqlx::{FromRow, SqliteConnection};

use super::list::list;
use super::types::{Address, Affiliation, Consent, Contact, ContactsQuery, Point, PointStatus};
use crate::error::{Error, Result};
use crate::sql;
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

pub(super) async fn one(conn: &mut SqliteConnection, id: i64) -> Result<Contact> {
    by_ids(conn, &[id])
        .await?
        .pop()
        .ok_or_else(|| Error::not_found("contact", id))
}

/// Contacts in the order of `ids`; ids that don't exist are left out.
pub async fn by_ids(conn: &mut SqliteConnection, ids: &[i64]) -> Result<Vec<Contact>> {
    let list = sql::ids(ids);
    let rows: Vec<ContactRecord> = sqlx::query_as(include_str!("details.sql"))
        .bind(&list)
        .fetch_all(&mut *conn)
        .await?;
    let mut contacts: Vec<Contact> = rows.into_iter().map(Contact::from).collect();
    let index: HashMap<i64, usize> = contacts
        .iter()
        .enumerate()
        .map(|(i, c)| (c.id, i))
        .collect();
    add_points(conn, &list, &index, &mut contacts).await?;
    add_addresses(conn, &list, &index, &mut contacts).await?;
    add_organizations(conn, &list, &index, &mut contacts).await?;
    add_names(conn, &list, &index, &mut contacts).await?;
    add_custom_values(conn, &list, &index, &mut contacts).await?;
    add_consents(conn, &list, &index, &mut contacts).await?;
    for contact in &mut contacts {
        contact.active = contact.points.iter().any(|p| {
            p.status == PointStatus::Active && matches!(p.kind.as_str(), "phone" | "email")
        });
    }
    Ok(contacts)
}

#[derive(FromRow)]
struct ContactRecord {
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
}

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
        }
    }
}

type Index = HashMap<i64, usize>;

#[derive(FromRow)]
struct PointRecord {
    contact_id: i64,
    id: i64,
    kind: String,
    label: Option<String>,
    value: String,
    normalized: Option<String>,
    is_primary: bool,
    source: Option<String>,
    opted_out: bool,
}

async fn add_points(
    conn: &mut SqliteConnection,
    list: &str,
    index: &Index,
    contacts: &mut [Contact],
) -> Result<()> {
    let rows: Vec<PointRecord> = sqlx::query_as(include_str!("details_points.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    for row in rows {
        let subscribable = matches!(row.kind.as_str(), "phone" | "email");
        let status = match (&row.normalized, row.opted_out) {
            (_, true) => PointStatus::OptedOut,
            (None, _) if subscribable => PointStatus::Invalid,
            _ => PointStatus::Active,
        };
        contacts[index[&row.contact_id]].points.push(Point {
            id: row.id,
            kind: row.kind,
            label: row.label,
            value: row.value,
            normalized: row.normalized,
            status,
            primary: row.is_primary,
            source: row.source,
        });
    }
    Ok(())
}

#[derive(FromRow)]
struct AddressRecord {
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
}

async fn add_addresses(
    conn: &mut SqliteConnection,
    list: &str,
    index: &Index,
    contacts: &mut [Contact],
) -> Result<()> {
    let rows: Vec<AddressRecord> = sqlx::query_as(include_str!("details_addresses.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    for row in rows {
        contacts[index[&row.contact_id]].addresses.push(Address {
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
        });
    }
    Ok(())
}

#[derive(FromRow)]
struct AffiliationRecord {
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
}

async fn add_organizations(
    conn: &mut SqliteConnection,
    list: &str,
    index: &Index,
    contacts: &mut [Contact],
) -> Result<()> {
    let rows: Vec<AffiliationRecord> = sqlx::query_as(include_str!("details_organizations.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    for row in rows {
        contacts[index[&row.contact_id]]
            .organizations
            .push(Affiliation {
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
            });
    }
    Ok(())
}

/// The names of groups and tags.
async fn add_names(
    conn: &mut SqliteConnection,
    list: &str,
    index: &Index,
    contacts: &mut [Contact],
) -> Result<()> {
    let groups: Vec<(i64, String)> = sqlx::query_as(include_str!("details_groups.sql"))
        .bind(list)
        .fetch_all(&mut *conn)
        .await?;
    for (contact, name) in groups {
        contacts[index[&contact]].groups.push(name);
    }
    let tags: Vec<(i64, String)> = sqlx::query_as(include_str!("details_tags.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    for (contact, name) in tags {
        contacts[index[&contact]].tags.push(name);
    }
    Ok(())
}

async fn add_custom_values(
    conn: &mut SqliteConnection,
    list: &str,
    index: &Index,
    contacts: &mut [Contact],
) -> Result<()> {
    let rows: Vec<(i64, String, String)> = sqlx::query_as(include_str!("details_fields.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    for (contact, code, value) in rows {
        contacts[index[&contact]]
            .fields
            .insert(code, Value::String(value));
    }
    Ok(())
}

async fn add_consents(
    conn: &mut SqliteConnection,
    list: &str,
    index: &Index,
    contacts: &mut [Contact],
) -> Result<()> {
    let rows: Vec<Consent> = sqlx::query_as(include_str!("details_consents.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    for row in rows {
        contacts[index[&row.contact_id]].consents.push(row);
    }
    Ok(())
}
