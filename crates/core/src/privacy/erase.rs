//! Erasing a person: the contact with everything on it goes, with what the journal, the search and the rejected rows of
//! imports say of it, and with the attached files. Orders and payments stay without the person. It can't be undone, so no
//! backup is made before: that would keep what is to go.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sqlx::AssertSqlSafe;

use super::dossier::{is_json, json, may_write, write};
use super::types::{
    Certificate, ContactErase, ContactErased, ErasedOrder, ErasedPayment, Erasure, Erasures,
    OldBackups, Unfinished,
};
use super::{erased, readable, traces};
use crate::backup::{self, Why};
use crate::contacts::{self, Contact};
use crate::error::{Error, Result};
use crate::files;
use crate::journal::{self, Change, TABLES, Table};
use crate::operations::Operation;
use crate::progress::{CancelHandle, Job, Stage};
use crate::staff;
use crate::workspace::Workspace;

/// Removes a person for good.
///
/// # Errors
/// `NotFound`; `Invalid` for a certificate that can't be written there; `Busy`, `DiskFull`. Nothing was removed then. What
/// fails after the removal is no error, since that can't be taken back: the certificate says what is unfinished.
pub async fn erase(ws: &Workspace, input: &ContactErase, job: &Job) -> Result<ContactErased> {
    if let Some(path) = &input.path {
        may_write(ws, Path::new(path))?;
    }
    job.report(Stage::Changing, 0, None)?;
    let contact = contacts::get(ws, input.id).await?;
    let mut certificate = remove(ws, &contact).await?;
    finish_own(ws, &mut certificate).await;
    job.report(Stage::Saving, 0, None).ok();
    if see_to_backups(ws, input.backups, &contact, &mut certificate)
        .await
        .is_ok()
    {
        done(&mut certificate, Unfinished::Backups);
    }
    // Where it can't be noted, the one that was noted first says that less is done than is.
    note(ws, &certificate).await.ok();
    ws.announce(Operation::ContactErase);
    let written = input.path.as_ref().map(|path| save(path, &certificate));
    let failure = match written {
        Some(Err(error)) => Some(error),
        _ => None,
    };
    Ok(ContactErased {
        certificate,
        file: input.path.clone().filter(|_| failure.is_none()),
        file_failure: failure.map(why),
    })
}

fn save(path: &str, certificate: &Certificate) -> Result<()> {
    let path = Path::new(path);
    let text = match is_json(path) {
        true => json(certificate)?,
        false => readable::certificate(certificate)?,
    };
    write(path, &text)
}

/// Their own words say that nothing was changed, which is not so.
fn why(error: Error) -> String {
    match error {
        Error::DiskFull => "the disk is full".to_owned(),
        Error::Io(error) => error.to_string(),
        other => other.code().to_owned(),
    }
}

fn done(certificate: &mut Certificate, what: Unfinished) {
    certificate.unfinished.retain(|left| *left != what);
}

/// What is to be done in the workspace's own files.
async fn finish_own(ws: &Workspace, certificate: &mut Certificate) {
    if files::sweep(ws).await.is_ok() {
        done(certificate, Unfinished::Files);
    }
    if overwrite(ws).await {
        certificate.overwritten = true;
        done(certificate, Unfinished::Overwriting);
    }
}

/// Does for all erasures what could not be done in the workspace's own files.
///
/// # Errors
/// `WhoNeeded`, `NotAllowed`; `Busy`, when another program is at work.
pub async fn finish_erasures(ws: &Workspace) -> Result<Erasures> {
    staff::permit(ws, Operation::ErasuresFinish).await?;
    finish_file(ws).await?;
    ws.announce(Operation::ErasuresFinish);
    erasures(ws).await
}

/// What erasures have left to do, each kind once, in sentences for the check of the workspace. What can be done is tried first:
/// the check is what people turn to when something was in the way.
pub(crate) async fn unfinished(ws: &Workspace) -> Result<Vec<String>> {
    if staff::permit(ws, Operation::ErasuresFinish).await.is_ok() {
        finish_file(ws).await.ok();
    }
    let found = erasures(ws).await?.erasures;
    let left = found.iter().flat_map(|e| e.certificate.unfinished.iter());
    let told: BTreeSet<&str> = left.map(|what| what.told()).collect();
    Ok(told.into_iter().map(str::to_owned).collect())
}

/// Sweeps and writes anew once, for however many erasures.
pub(super) async fn finish_file(ws: &Workspace) -> Result<()> {
    let open = |erasure: &Erasure| !erasure.certificate.unfinished.is_empty();
    let found = erasures(ws).await?.erasures;
    let mut open: Vec<Certificate> = found
        .into_iter()
        .filter(open)
        .map(|e| e.certificate)
        .collect();
    let Some(first) = open.first_mut() else {
        return Ok(());
    };
    finish_own(ws, first).await;
    let (left, overwritten) = (first.unfinished.clone(), first.overwritten);
    for certificate in &mut open {
        let own = |what: &Unfinished| *what == Unfinished::Backups || left.contains(what);
        certificate.unfinished.retain(own);
        certificate.overwritten |= overwritten;
        note(ws, certificate).await?;
    }
    Ok(())
}

/// All that is in the workspace, as one change.
pub(super) async fn remove(ws: &Workspace, contact: &Contact) -> Result<Certificate> {
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
    let documents_kept = sqlx::query_scalar(include_str!("documents_kept.sql"))
        .bind(contact.id)
        .fetch_one(&mut *change)
        .await?;
    let removed = count(&mut change, contact.id).await?;
    let hashes_kept = erased::keep(&mut change, erasure, contact).await?;
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
        documents_kept,
        overwritten: false,
        backups_removed: 0,
        backups_left: Vec::new(),
        unfinished: vec![
            Unfinished::Files,
            Unfinished::Overwriting,
            Unfinished::Backups,
        ],
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
