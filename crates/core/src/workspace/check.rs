//! Integrity of the file and of Roster's own rules (P4). Reads only, but for what an erasure could not finish: that is done.

use sqlx::SqliteConnection;

use super::open::Workspace;
use super::types::CheckReport;
use super::wrong_keys::wrong_keys;
use crate::contacts;
use crate::copies;
use crate::error::Result;
use crate::fields;
use crate::files;
use crate::organizations;
use crate::privacy;
use crate::progress::Job;

/// Rules that a query can judge: what it finds is a problem, one line each.
const RULES: &[&str] = &[
    include_str!("check_primary.sql"),
    include_str!("check_search.sql"),
    include_str!("check_subscriptions.sql"),
    include_str!("check_batches.sql"),
    include_str!("check_members.sql"),
];

/// At most this many problems of a kind are listed.
const MOST: usize = 20;

/// Looks at the file itself, at the references, at what must always hold, and at the attached files.
pub async fn check(ws: &Workspace) -> Result<CheckReport> {
    check_watched(ws, &Job::silent()).await
}

/// The same, told and cancelled as a job: all attached files are read.
///
/// # Errors
/// `Cancelled`.
pub async fn check_watched(ws: &Workspace, job: &Job) -> Result<CheckReport> {
    let mut conn = ws.read().await?;
    let mut problems = file(&mut conn).await?;
    let mut remarks = Vec::new();
    if problems.is_empty() {
        problems = rules(&mut conn).await?;
        drop(conn);
        let files = files::look(ws, job).await?;
        problems.extend(files.problems.into_iter().take(MOST));
        remarks = files.remarks;
        remarks.extend(copies::remarks(ws).await?);
        remarks.extend(privacy::unfinished(ws).await?);
    }
    Ok(CheckReport {
        ok: problems.is_empty(),
        problems,
        remarks,
    })
}

async fn rules(conn: &mut SqliteConnection) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for rule in RULES {
        let found: Vec<String> = sqlx::query_scalar(*rule).fetch_all(&mut *conn).await?;
        problems.extend(found.into_iter().take(MOST));
    }
    for found in [
        organizations::problems(conn).await?,
        keys(conn).await?,
        contacts::stale_search_texts(conn).await?,
        fields::stale_marks(conn).await?,
    ] {
        problems.extend(found.into_iter().take(MOST));
    }
    Ok(problems)
}

async fn file(conn: &mut SqliteConnection) -> Result<Vec<String>> {
    let found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check(20)")
        .fetch_all(&mut *conn)
        .await?;
    let mut problems: Vec<String> = found.into_iter().filter(|line| line != "ok").collect();
    let sql = "SELECT 'The table ' || \"table\" || ' refers to a missing row of ' || parent FROM pragma_foreign_key_check";
    problems.extend(
        sqlx::query_scalar::<_, String>(sql)
            .fetch_all(conn)
            .await?
            .into_iter()
            .take(MOST),
    );
    Ok(problems)
}

async fn keys(conn: &mut SqliteConnection) -> Result<Vec<String>> {
    let wrong = wrong_keys(conn).await?;
    let said = |(id, _)| format!("The contact point {id} would not be found when matching.");
    Ok(wrong.into_iter().map(said).collect())
}
