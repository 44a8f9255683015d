//! Whole organizations, with everything that they hold.

use std::collections::HashMap;

use serde_json::{Map, Value};
use sqlx::{FromRow, SqliteConnection};

use super::types::{Organization, OrganizationKind, OrganizationRef};
use crate::contacts::{Address, Point, PointStatus};
use crate::error::{Error, Result};
use crate::sql;
use crate::workspace::Workspace;

/// Everything that an organization holds, its contacts apart; one in the trash is found too.
///
/// # Errors
/// `NotFound`.
pub async fn get(ws: &Workspace, id: i64) -> Result<Organization> {
    one(&mut *ws.read().await?, id).await
}

pub(crate) async fn one(conn: &mut SqliteConnection, id: i64) -> Result<Organization> {
    let found = by_ids(conn, &[id]).await?.pop();
    found.ok_or_else(|| Error::not_found("organization", id))
}

#[derive(FromRow)]
struct Record {
    id: i64,
    uid: String,
    kind: OrganizationKind,
    name: String,
    number: Option<String>,
    industry: Option<String>,
    size: Option<String>,
    owner: Option<String>,
    notes: Option<String>,
    parent_id: Option<i64>,
    children: i64,
    contacts: i64,
    created_at: String,
    changed_at: String,
    created_batch: i64,
    deleted_at: Option<String>,
}

/// Those that exist, in the order of the ids, those in the trash too.
pub(crate) async fn by_ids(conn: &mut SqliteConnection, ids: &[i64]) -> Result<Vec<Organization>> {
    let list = sql::ids(ids);
    let rows: Vec<Record> = sqlx::query_as(include_str!("organization.sql"))
        .bind(&list)
        .fetch_all(&mut *conn)
        .await?;
    let mut above = above(conn, &list).await?;
    let mut points = points(conn, &list).await?;
    let mut addresses = addresses(conn, &list).await?;
    let mut fields = fields(conn, &list).await?;
    let whole = rows.into_iter().map(|row| Organization {
        id: row.id,
        uid: row.uid,
        kind: row.kind,
        name: row.name,
        number: row.number,
        industry: row.industry,
        size: row.size,
        owner: row.owner,
        notes: row.notes,
        parent_id: row.parent_id,
        above: above.remove(&row.id).unwrap_or_default(),
        children: row.children,
        points: points.remove(&row.id).unwrap_or_default(),
        addresses: addresses.remove(&row.id).unwrap_or_default(),
        contacts: row.contacts,
        fields: fields.remove(&row.id).unwrap_or_default(),
        created: row.created_at,
        changed: row.changed_at,
        created_batch: row.created_batch,
        deleted: row.deleted_at,
    });
    Ok(whole.collect())
}

/// What each organization has, by its id.
type ByOwner<T> = HashMap<i64, T>;

fn grouped<T>(rows: impl Iterator<Item = (i64, T)>) -> ByOwner<Vec<T>> {
    let mut groups: ByOwner<Vec<T>> = HashMap::new();
    for (owner, row) in rows {
        groups.entry(owner).or_default().push(row);
    }
    groups
}

#[derive(FromRow)]
struct AboveRecord {
    below: i64,
    #[sqlx(flatten)]
    organization: OrganizationRef,
}

async fn above(conn: &mut SqliteConnection, list: &str) -> Result<ByOwner<Vec<OrganizationRef>>> {
    let rows: Vec<AboveRecord> = sqlx::query_as(include_str!("above.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    Ok(grouped(
        rows.into_iter().map(|row| (row.below, row.organization)),
    ))
}

#[derive(FromRow)]
struct PointRecord {
    organization_id: i64,
    id: i64,
    kind: String,
    label: Option<String>,
    value: String,
    normalized: Option<String>,
    is_primary: bool,
    opted_out: bool,
}

async fn points(conn: &mut SqliteConnection, list: &str) -> Result<ByOwner<Vec<Point>>> {
    let rows: Vec<PointRecord> = sqlx::query_as(include_str!("organization_points.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    let rows = rows.into_iter();
    Ok(grouped(
        rows.map(|row| (row.organization_id, Point::from(row))),
    ))
}

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
            source: None,
        }
    }
}

#[derive(FromRow)]
struct AddressRecord {
    organization_id: i64,
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

async fn addresses(conn: &mut SqliteConnection, list: &str) -> Result<ByOwner<Vec<Address>>> {
    let rows: Vec<AddressRecord> = sqlx::query_as(include_str!("organization_addresses.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    let rows = rows.into_iter();
    Ok(grouped(
        rows.map(|row| (row.organization_id, Address::from(row))),
    ))
}

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
            organization_id: None,
            organization: None,
        }
    }
}

async fn fields(conn: &mut SqliteConnection, list: &str) -> Result<ByOwner<Map<String, Value>>> {
    let rows: Vec<(i64, String, String)> = sqlx::query_as(include_str!("organization_fields.sql"))
        .bind(list)
        .fetch_all(conn)
        .await?;
    let mut fields: ByOwner<Map<String, Value>> = HashMap::new();
    for (owner, code, value) in rows {
        fields.entry(owner).or_default().insert(code, value.into());
    }
    Ok(fields)
}
