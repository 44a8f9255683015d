//! Whoever was erased and came back with a backup: they are found by what was kept of them, and erased again.

use sqlx::SqliteConnection;

use super::erase::{finish_file, remove};
use super::erased::Erased;
use super::types::Returned;
use crate::contacts;
use crate::error::Result;
use crate::operations::Operation;
use crate::progress::{Job, Stage};
use crate::workspace::Workspace;

/// How many contacts are looked at a time.
const LOT: i64 = 10_000;

/// Erases again who came back. What can't be done is counted: the restore itself is done by then.
pub(crate) async fn erase_returned(ws: &Workspace, job: &Job) -> Returned {
    let mut told = Returned::default();
    let Ok(ids) = look(ws).await else {
        return told;
    };
    for id in &ids {
        // The restore can't be cancelled any more.
        job.report(Stage::Restoring, told.erased_again, None).ok();
        let erased = async {
            let contact = contacts::get(ws, *id).await?;
            remove(ws, &contact).await
        };
        match erased.await {
            Ok(_) => told.erased_again += 1,
            Err(_) => told.still_there += 1,
        }
    }
    if told.erased_again > 0 {
        // What is not finished stands in the certificates.
        finish_file(ws).await.ok();
        ws.announce(Operation::ContactErase);
    }
    told
}

async fn look(ws: &Workspace) -> Result<Vec<i64>> {
    let mut conn = ws.read().await?;
    let Some(erased) = Erased::load(&mut conn).await? else {
        return Ok(Vec::new());
    };
    let mut found = by_uid(&mut conn, &erased).await?;
    found.extend(by_number(&mut conn, &erased).await?);
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

async fn by_uid(conn: &mut SqliteConnection, erased: &Erased) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    let mut after = 0;
    loop {
        let sql = "SELECT id, uid FROM contacts WHERE id > ? ORDER BY id LIMIT ?";
        let lot: Vec<(i64, String)> = sqlx::query_as(sql)
            .bind(after)
            .bind(LOT)
            .fetch_all(&mut *conn)
            .await?;
        let Some((last, _)) = lot.last() else {
            return Ok(found);
        };
        after = *last;
        let is_erased = |(_, uid): &&(i64, String)| erased.holds("uid", uid);
        found.extend(lot.iter().filter(is_erased).map(|(id, _)| *id));
    }
}

/// Erasures of older Rosters kept no hash of the uid: whoever has the number on a certificate and one of the phones or
/// e-mails is the person.
async fn by_number(conn: &mut SqliteConnection, erased: &Erased) -> Result<Vec<i64>> {
    let points: Vec<(i64, String, String)> = sqlx::query_as(include_str!("returned.sql"))
        .fetch_all(conn)
        .await?;
    let is_erased = |(_, kind, value): &&(i64, String, String)| erased.holds(kind, value);
    Ok(points
        .iter()
        .filter(is_erased)
        .map(|(id, ..)| *id)
        .collect())
}
