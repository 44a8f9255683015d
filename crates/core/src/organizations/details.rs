//! One whole organization.

use serde_json::{Map, Value};
use sqlx::{FromRow, SqliteConnection};

use super::types::{Organization, OrganizationKind, OrganizationRef};
use crate::contacts::{Address, Point, PointStatus};
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// Everything that an organization holds, its contacts apart; one in the trash is found too.
///
/// # Errors
/// `NotFound`.
pub async fn get(ws: &Workspace, id: i64) -> Result<Organization> {
    one(&mut *ws.read().await?, id).await
}

#[derive(FromRow)]
struct Record {
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

pub(super) async fn one(conn: &mut SqliteConnection, id: i64) -> Result<Organization> {
    let found: Option<Record> = sqlx::query_as(include_str!("organization.sql"))
        .bind(id)
        .fetch_optional(&mut *conn)
        .await?;
    let row = found.ok_or_else(|| Error::not_found("organization", id))?;
    Ok(Organization {
        id,
        uid: row.uid,
        kind: row.kind,
        name: row.name,
        number: row.number,
        industry: row.industry,
        size: row.size,
        owner: row.owner,
        notes: row.notes,
        parent_id: row.parent_id,
        above: above(conn, id).await?,
        children: row.children,
        points: points(conn, id).await?,
        addresses: addresses(conn, id).await?,
        contacts: row.contacts,
        fields: fields(conn, id).await?,
        created: row.created_at,
        changed: row.changed_at,
        created_batch: row.created_batch,
        deleted: row.deleted_at,
    })
}

async fn above(conn: &mut SqliteConnection, id: i64) -> Result<Vec<OrganizationRef>> {
    Ok(sqlx::query_as(include_str!("above.sql"))
        .bind(id)
        .fetch_all(conn)
        .await?)
}

#[derive(FromRow)]
struct PointRecord {
    id: i64,
    kind: String,
    label: Option<String>,
    value: String,
    normalized: Option<String>,
    is_primary: bool,
    opted_out: bool,
}

async fn points(conn: &mut SqliteConnection, id: i64) -> Result<Vec<Point>> {
    let rows: Vec<PointRecord> = sqlx::query_as(include_str!("organization_points.sql"))
        .bind(id)
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(Point::from).collect())
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

async fn addresses(conn: &mut SqliteConnection, id: i64) -> Result<Vec<Address>> {
    let rows: Vec<AddressRecord> = sqlx::query_as(include_str!("organization_addresses.sql"))
        .bind(id)
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(Address::from).collect())
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

async fn fields(conn: &mut SqliteConnection, id: i64) -> Result<Map<String, Value>> {
    let rows: Vec<(String, String)> = sqlx::query_as(include_str!("organization_fields.sql"))
        .bind(id)
        .fetch_all(conn)
        .await?;
    let entries = rows.into_iter();
    Ok(entries.map(|(code, value)| (code, value.into())).collect())
}
