//! Erasing a person: the contact with everything on it goes, with what the journal, the search and the rejected rows of
//! imports say of it, and with the attached files. Orders and payments stay without the person. It can't be undone, so no
//! backup is made before: that would keep what is to go.

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::AssertSqlSafe;

use super::dossier::{is_json, json, may_write, write};
use super::types::{
    Certificate, ContactErase, ContactErased, ErasedOrder, ErasedPayment, Erasure, Erasures,
    OldBackups,
};
use super::{erased, readable, traces};
use crate::backup::{self, Why};
use crate::contacts::{self, Contact};
use crate::error::{Error, Result};
use crate::files;
use crate::journal::{self, Change, TABLES, Table};
use crate::operations::Operation;
use crate::progress::{CancelHandle, Job, Stage};
use crate::workspace::Workspace;

/// Removes a person for good.
///
/// # Errors
/// `NotFound`; `Invalid` for a certificate that can't be written there; `Busy`, `DiskFull`. Nothing was removed then. An
/// error in writing the certificate comes after the removal; `erasures` gives it again.
pub async fn erase(ws: &Workspace, input: &ContactErase, job: &Job) -> Result<ContactErased> {
    if let Some(path) = &input.path {
        may_write(ws, Path::new(path))?;
    }
    job.report(Stage::Changing, 0, None)?;
    let contact = contacts::get(ws, input.id).await?;
    let mut certificate = remove(ws, &contact).await?;
    files::sweep(ws).await?;
    certificate.overwritten = overwrite(ws).await;
    job.report(Stage::Saving, 0, None).ok();
    see_to_backups(ws, input.backups, &contact, &mut certificate).await?;
    note(ws, &certificate).await?;
    ws.announce(Operation::ContactErase);
    if let Some(path) = &input.path {
        let text = match is_json(Path::new(path)) {
            true => json(&certificate)?,
            false => readable::certificate(&certificate)?,
        };
        write(Path::new(path), &text)?;
    }
    Ok(ContactErased {
        certificate,
        file: input.path.clone(),
    })
}

/// All that is in the workspace, as one change.
async fn remove(ws: &Workspace, contact: &Contact) -> Result<Certificate> {
    let mut change = Change::begin(ws, Operation::ContactErase).await?;
    let (at, by) = (change.now.clone(), change.by.clone());
    let erasure = sqlx::query("INSERT INTO erasures (at, by, certificate) VALUES (?, ?, '')")
        .bind(&at)
        .bind(&by)
        .execute(&mut *change)
        .await?
        .last_insert_rowid();
    let mut ids = traces::merged(&mut change, contact.id).await?;
    ids.push(contact.id);
    let opt_outs_kept = sqlx::query_scalar(include_str!("opt_outs.sql"))
        .bind(contact.id)
        .fetch_one(&mut *change)
        .await?;
    let removed = count(&mut change, contact.id).await?;
    let hashes_kept = erased::keep(&mut change, erasure, &contact.points).await?;
    let (orders_kept, payments_kept) = traces::keep_orders(&mut change, erasure, contact).await?;
    traces::forget_imports(&mut change, contact).await?;
    journal::forget(&mut change, &[contact.id]).await?;
    journal::forget_in_lots(&mut change, &ids).await?;
    journal::forget_leftovers(&mut change).await?;
    let certificate = Certificate {
        erasure,
        at,
        by,
        contact: contact.id,
        removed,
        orders_kept,
        payments_kept,
        hashes_kept,
        opt_outs_kept,
        overwritten: false,
        backups_removed: 0,
        backups_left: Vec::new(),
    };
    sqlx::query(NOTE)
        .bind(json(&certificate)?)
        .bind(erasure)
        .execute(&mut *change)
        .await?;
    change.commit_with(1).await?;
    Ok(certificate)
}

const NOTE: &str = "UPDATE erasures SET certificate = ? WHERE id = ?";

/// How many rows of each table hang on the contact.
async fn count(change: &mut Change, id: i64) -> Result<BTreeMap<String, i64>> {
    let mut counts = BTreeMap::new();
    for name in TABLES {
        let table = Table::read(change, name).await?;
        if !table.belongs_to_contact() {
            continue;
        }
        let sql = format!("SELECT count(*) FROM {name} WHERE contact_id = ?");
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(id)
            .fetch_one(&mut **change)
            .await?;
        if rows > 0 {
            counts.insert((*name).to_owned(), rows);
        }
    }
    let sql = "SELECT count(*) FROM journal WHERE contact_id = ?";
    let entries = sqlx::query_scalar(sql)
        .bind(id)
        .fetch_one(&mut **change)
        .await?;
    counts.insert("journal".to_owned(), entries);
    Ok(counts)
}

/// Writes the file anew, since deleted rows stand in its free pages until something else is written there, and empties the
/// log. Answers whether that was possible: another program may be at work.
async fn overwrite(ws: &Workspace) -> bool {
    let path = ws.path().to_owned();
    let done = backup::blocking(move || {
        let conn = backup::open_to_write(&path, &CancelHandle::default())?;
        conn.execute_batch("VACUUM")?;
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        Ok(conn.query_row(sql, [], |row| row.get::<_, i64>(0))? == 0)
    });
    done.await.unwrap_or(false)
}

/// Finds the backups that hold the person, and removes them where that was asked for.
async fn see_to_backups(
    ws: &Workspace,
    wish: OldBackups,
    contact: &Contact,
    certificate: &mut Certificate,
) -> Result<()> {
    // One that was begun before may still be on its way.
    ws.keeper().settle().await.ok();
    let (path, uid, id) = (ws.path().to_owned(), contact.uid.clone(), contact.id);
    let mut holding = backup::blocking(move || Ok(backup::holding(&path, &uid, id))).await?;
    // There is never none: where no new one can be made, the certificate names those that stay.
    if wish == OldBackups::Remove
        && !holding.is_empty()
        && backup::made(ws, Why::Asked, &Job::silent()).await.is_ok()
    {
        let before = holding.len();
        holding.retain(|path| !backup::remove(path));
        certificate.backups_removed = (before - holding.len()) as u64;
    }
    let name = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    };
    certificate.backups_left = holding.iter().map(name).collect();
    Ok(())
}

async fn note(ws: &Workspace, certificate: &Certificate) -> Result<()> {
    let mut transaction = ws.begin_write().await?;
    sqlx::query(NOTE)
        .bind(json(certificate)?)
        .bind(certificate.erasure)
        .execute(&mut *transaction)
        .await?;
    Ok(transaction.commit().await?)
}

/// Every erasure with the orders and payments that it left; the latest first.
pub async fn erasures(ws: &Workspace) -> Result<Erasures> {
    let mut conn = ws.read().await?;
    let sql = "SELECT id, certificate FROM erasures ORDER BY id DESC";
    let found: Vec<(i64, String)> = sqlx::query_as(sql).fetch_all(&mut *conn).await?;
    let mut erasures = Vec::with_capacity(found.len());
    for (id, certificate) in found {
        let certificate =
            serde_json::from_str(&certificate).map_err(|e| Error::DamagedWorkspace {
                detail: format!("the certificate {id}: {e}"),
            })?;
        let sql = "SELECT id, on_date, currency, cancelled_on, lines FROM erased_orders WHERE erasure_id = ? ORDER BY id";
        let rows: Vec<(i64, String, String, Option<String>, String)> =
            sqlx::query_as(sql).bind(id).fetch_all(&mut *conn).await?;
        let mut orders = Vec::with_capacity(rows.len());
        for (id, date, currency, cancelled, lines) in rows {
            orders.push(ErasedOrder {
                id,
                date,
                currency,
                cancelled,
                lines: traces::read_lines(id, &lines)?,
            });
        }
        let payments: Vec<ErasedPayment> = sqlx::query_as(include_str!("payments.sql"))
            .bind(id)
            .fetch_all(&mut *conn)
            .await?;
        erasures.push(Erasure {
            certificate,
            orders,
            payments,
        });
    }
    Ok(Erasures { erasures })
}
