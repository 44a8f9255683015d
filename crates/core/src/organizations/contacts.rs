//! The contacts of an organization, and tying more of them to it.

use sqlx::FromRow;

use super::ties::{chosen, must_be_there, tie};
use super::types::{
    OrganizationContact, OrganizationContactCreate, OrganizationContacts, OrganizationContactsAdd,
    OrganizationContactsRequest,
};
use crate::contacts::{self, BatchDone, ContactChanged, point_cell};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

const MOST: u32 = 1000;

#[derive(FromRow)]
struct Row {
    affiliation_id: i64,
    contact_id: i64,
    name: String,
    role: Option<String>,
    title: Option<String>,
    department: Option<String>,
    from_date: Option<String>,
    to_date: Option<String>,
    phone: Option<String>,
    phone_status: Option<String>,
    email: Option<String>,
    email_status: Option<String>,
}

/// The contacts of an organization by name, and how many there are in all.
pub async fn contacts(
    ws: &Workspace,
    request: &OrganizationContactsRequest,
) -> Result<OrganizationContacts> {
    let mut conn = ws.read().await?;
    let total: u32 = sqlx::query_scalar(include_str!("count_contacts.sql"))
        .bind(request.organization)
        .fetch_one(&mut *conn)
        .await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("contacts.sql"))
        .bind(request.organization)
        .bind(request.limit.min(MOST))
        .bind(request.offset)
        .fetch_all(&mut *conn)
        .await?;
    Ok(OrganizationContacts {
        total,
        rows: rows.into_iter().map(OrganizationContact::from).collect(),
    })
}

impl From<Row> for OrganizationContact {
    fn from(row: Row) -> Self {
        OrganizationContact {
            affiliation_id: row.affiliation_id,
            contact_id: row.contact_id,
            name: row.name,
            role: row.role,
            title: row.title,
            department: row.department,
            from: row.from_date,
            to: row.to_date,
            phone: point_cell(row.phone, row.phone_status),
            email: point_cell(row.email, row.email_status),
        }
    }
}

/// Ties contacts that are there to an organization.
///
/// # Errors
/// `NotFound`.
pub async fn add_contacts(ws: &Workspace, input: &OrganizationContactsAdd) -> Result<BatchDone> {
    let mut change = Change::begin(ws, Operation::OrganizationContactsAdd).await?;
    must_be_there(&mut change, input.organization).await?;
    for contact in &input.contacts {
        let sql = "SELECT EXISTS (SELECT 1 FROM contacts WHERE id = ? AND deleted_at IS NULL)";
        let exists: bool = sqlx::query_scalar(sql)
            .bind(contact)
            .fetch_one(&mut *change)
            .await?;
        if !exists {
            return Err(Error::not_found("contact", contact));
        }
        tie(&mut change, *contact, input.organization, input.role.trim()).await?;
    }
    let count = change.count_contacts().await?;
    contacts::follow_organizations(&mut change, &input.contacts).await?;
    Ok(BatchDone {
        batch: change.commit().await?,
        count: count.unsigned_abs(),
    })
}

/// A new contact of an organization, which is made too where it is new.
///
/// # Errors
/// As for any new contact; `NotFound` for the organization.
pub async fn create_contact(
    ws: &Workspace,
    input: &OrganizationContactCreate,
) -> Result<ContactChanged> {
    let mut change = Change::begin(ws, Operation::OrganizationContactCreate).await?;
    let organization = chosen(&mut change, &input.organization).await?;
    let contact = contacts::insert(&mut change).await?;
    tie(&mut change, contact, organization, input.role.trim()).await?;
    contacts::fill(change, contact, &input.set).await
}
