//! Looking inside a backup without bringing it back: its contacts, found by the same search, and what became of each.

use std::path::Path;

use serde_json::Value;
use sqlx::SqliteConnection;
use tempfile::TempDir;

use super::restore::blocking;
use super::types::{BackupContact, BackupContents, BackupLook, Since};
use super::{kept, save, sqlite};
use crate::contacts::{self, Contact, ContactsQuery, PageRequest};
use crate::error::Result;
use crate::progress::CancelHandle;
use crate::workspace::{self, Workspace};

const MOST: u32 = 200;

/// The backup that was looked into last: it stays open for the next look.
pub(crate) struct Looked {
    name: String,
    backup: Workspace,
    _copy: Option<TempDir>,
}

/// A stretch of the contacts of a backup.
///
/// # Errors
/// `NotFound`, `NotAWorkspace`, `DamagedWorkspace`, `NewerWorkspace`.
pub async fn look(ws: &Workspace, input: &BackupLook) -> Result<BackupContents> {
    let backup = open(ws, &input.name).await?;
    let request = PageRequest {
        query: ContactsQuery {
            search: input.search.clone(),
            ..ContactsQuery::default()
        },
        offset: input.offset,
        limit: input.limit.min(MOST),
        columns: Vec::new(),
    };
    let page = contacts::page(&backup, &request).await?;
    let ids: Vec<i64> = page.rows.iter().map(|row| row.id).collect();
    let then = contacts::by_ids(&mut *backup.read().await?, &ids).await?;
    let mut conn = ws.read().await?;
    let mut found = Vec::with_capacity(page.rows.len());
    for row in page.rows {
        let since = match then.iter().find(|contact| contact.id == row.id) {
            Some(contact) => since(&mut conn, contact).await?,
            None => Since::Gone,
        };
        found.push(BackupContact {
            id: row.id,
            name: row.name,
            organization: row.organization,
            email: row.email.map(|cell| cell.value),
            phone: row.phone.map(|cell| cell.value),
            since,
        });
    }
    Ok(BackupContents {
        total: page.total,
        contacts: found,
    })
}

/// Opens a backup to be read. One of an older schema is copied and brought up to date; the backup itself stays as it is.
pub(super) async fn open(ws: &Workspace, name: &str) -> Result<Workspace> {
    let path = kept::path_of(ws.path(), name)?;
    let mut looked = ws.keeper().looked.lock().await;
    if let Some(held) = looked.as_ref().filter(|held| held.name == name) {
        return Ok(held.backup.clone());
    }
    let (backup, copy) = match is_of_today(path.clone()).await? {
        true => (Workspace::open_to_look(&path)?, None),
        false => {
            let folder = tempfile::tempdir()?;
            let backup = up_to_date(&path, &folder).await?;
            (backup, Some(folder))
        }
    };
    backup.reckon_from(ws.today());
    *looked = Some(Looked {
        name: name.to_owned(),
        backup: backup.clone(),
        _copy: copy,
    });
    Ok(backup)
}

async fn is_of_today(path: std::path::PathBuf) -> Result<bool> {
    blocking(move || {
        let cancel = CancelHandle::default();
        sqlite::verify(&path, &cancel)?;
        workspace::is_of_today(&sqlite::open_to_read(&path, &cancel)?)
    })
    .await
}

async fn up_to_date(path: &Path, folder: &TempDir) -> Result<Workspace> {
    let (origin, copy) = (path.to_owned(), folder.path().join("backup.roster"));
    let target = copy.clone();
    blocking(move || save::copy_database(&origin, &target, &CancelHandle::default())).await?;
    Workspace::open_copy(&copy).await
}

async fn since(conn: &mut SqliteConnection, then: &Contact) -> Result<Since> {
    let Some(id) = id_of(conn, &then.uid).await? else {
        return Ok(Since::Gone);
    };
    let now = contacts::by_ids(conn, &[id]).await?.into_iter().next();
    Ok(match now {
        None => Since::Gone,
        Some(now) if now.deleted.is_some() || now.archived.is_some() => Since::Aside,
        Some(now) if essence(&now) == essence(then) => Since::Same,
        Some(_) => Since::Changed,
    })
}

/// The number that a contact has in the workspace by now.
pub(super) async fn id_of(conn: &mut SqliteConnection, uid: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM contacts WHERE uid = ?";
    Ok(sqlx::query_scalar(sql)
        .bind(uid)
        .fetch_optional(conn)
        .await?)
}

/// What a contact is, without the numbers of rows and without what is not its own: times of change and opt-outs.
fn essence(contact: &Contact) -> Value {
    let mut value = serde_json::to_value(contact).unwrap_or_default();
    strip(&mut value);
    value
}

const NOT_ITS_OWN: [&str; 6] = [
    "id",
    "changed",
    "created_batch",
    "active",
    "status",
    "since",
];

fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| !NOT_ITS_OWN.contains(&key.as_str()));
            map.values_mut().for_each(strip);
        }
        Value::Array(list) => list.iter_mut().for_each(strip),
        _ => {}
    }
}
