//! Integrity of the file and of Roster's own rules (P4). Reads only.

use sqlx::SqliteConnection;

use super::open::Workspace;
use super::types::CheckReport;
use crate::contacts;
use crate::error::Result;
use crate::fields;
use crate::files;
use crate::organizations;
use crate::points::{Kind, match_key};
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

/// Match keys are made by the program: they must be what it would make today.
async fn keys(conn: &mut SqliteConnection) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let mut after = 0;
    loop {
        let sql = "SELECT id, kind, normalized, match_key FROM points WHERE id > ? AND normalized IS NOT NULL ORDER BY id LIMIT 5000";
        let rows: Vec<(i64, String, String, Option<i64>)> = sqlx::query_as(sql)
            .bind(after)
            .fetch_all(&mut *conn)
            .await?;
        let Some((last, ..)) = rows.last() else {
            return Ok(problems);
        };
        after = *last;
        for (id, kind, normalized, key) in rows {
            let right = Kind::from_name(&kind).map(|kind| match_key(kind, &normalized));
            if key != right {
                problems.push(format!(
                    "The contact point {id} would not be found when matching."
                ));
            }
        }
    }
}
