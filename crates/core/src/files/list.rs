//! Reading the rows, and what a quick look at their contents tells.

use sqlx::{FromRow, SqliteConnection};

use super::kind;
use super::names;
use super::store::{Content, Store};
use super::types::{AttachedFile, FileOwner, Files, FilesRequest};
use crate::error::{Error, Result};
use crate::workspace::Workspace;

#[derive(FromRow)]
pub(super) struct Row {
    pub id: i64,
    pub contact_id: Option<i64>,
    pub organization_id: Option<i64>,
    pub name: String,
    pub size: i64,
    pub hash: String,
    pub added_at: String,
    pub added_by: Option<String>,
}

impl FileOwner {
    /// The contact or the organization, as the columns have them.
    pub(super) fn columns(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Contact { id } => (Some(id), None),
            Self::Organization { id } => (None, Some(id)),
        }
    }

    /// The table that the owner is in, and what one of it is called.
    pub(super) fn table(self) -> (&'static str, &'static str, i64) {
        match self {
            Self::Contact { id } => ("contacts", "contact", id),
            Self::Organization { id } => ("organizations", "organization", id),
        }
    }
}

impl Row {
    pub fn owner(&self) -> FileOwner {
        match (self.contact_id, self.organization_id) {
            (None, Some(id)) => FileOwner::Organization { id },
            (contact, _) => FileOwner::Contact {
                id: contact.unwrap_or_default(),
            },
        }
    }

    pub fn content(&self) -> Content {
        Content {
            hash: self.hash.clone(),
            size: self.size.unsigned_abs(),
        }
    }

    /// The name as a file may have it, whatever the row says: a workspace may come from anywhere.
    pub fn safe_name(&self) -> String {
        names::safe(&self.name)
    }

    pub fn shown(self, store: &Store) -> AttachedFile {
        let state = store.look(&self.content());
        AttachedFile {
            id: self.id,
            owner: self.owner(),
            kind: kind::of(&self.name),
            state,
            name: self.name,
            size: self.size,
            hash: self.hash,
            added: self.added_at,
            by: self.added_by,
        }
    }
}

/// The files of a contact or an organization, the latest first. Contents are looked at, not read.
///
/// # Errors
/// `NotFound`.
pub async fn list(ws: &Workspace, input: &FilesRequest) -> Result<Files> {
    let mut conn = ws.read().await?;
    expect_owner(&mut conn, input.owner, "").await?;
    let rows = rows_of(&mut conn, input.owner).await?;
    let store = Store::of(ws.path());
    Ok(Files {
        total: rows.len() as u64,
        files: rows.into_iter().map(|row| row.shown(&store)).collect(),
    })
}

pub(super) async fn rows_of(conn: &mut SqliteConnection, owner: FileOwner) -> Result<Vec<Row>> {
    let (_, what, id) = owner.table();
    let sql = include_str!("of_owner.sql").replace("{owner}", &format!("{what}_id"));
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_all(conn)
        .await?)
}

/// One row.
///
/// # Errors
/// `NotFound`.
pub(super) async fn row(conn: &mut SqliteConnection, id: i64) -> Result<Row> {
    sqlx::query_as("SELECT * FROM files WHERE id = ?")
        .bind(id)
        .fetch_optional(conn)
        .await?
        .ok_or_else(|| Error::not_found("file", id))
}

/// Whether the owner is there and meets a condition on its row.
pub(super) async fn expect_owner(
    conn: &mut SqliteConnection,
    owner: FileOwner,
    condition: &str,
) -> Result<()> {
    let (table, what, id) = owner.table();
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ? {condition})");
    let found: bool = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_one(conn)
        .await?;
    match found {
        true => Ok(()),
        false => Err(Error::not_found(what, id)),
    }
}
