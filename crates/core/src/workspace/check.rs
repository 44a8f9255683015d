//! Integrity of the file and of Roster's own rules (P4). Reads only.

use sqlx::SqliteConnection;

use super::open::Workspace;
use super::types::CheckReport;
use crate::contacts;
use crate::error::Result;
use crate::fields;
use crate::organizations;
use crate::points::{Kind, match_key};

/// Rules that a query can judge: what it finds is a problem, one line each.
const RULES: &[&str] = &[
    include_str!("check_primary.sql"),
    include_str!("check_search.sql"),
    include_str!("check_subscriptions.sql"),
    include_str!("check_batches.sql"),
];

/// At most this many problems of a kind are listed.
const MOST: usize = 20;

/// Looks at the file itself, at the references, and at what must always hold.
pub async fn check(ws: &Workspace) -> Result<CheckReport> {
    let mut conn = ws.read().await?;
    let mut problems = file(&mut conn).await?;
    if problems.is_empty() {
        for rule in RULES {
            let found: Vec<String> = sqlx::query_scalar(*rule).fetch_all(&mut *conn).await?;
            problems.extend(found.into_iter().take(MOST));
        }
        problems.extend(
            organizations::problems(&mut conn)
                .await?
                .into_iter()
                .take(MOST),
        );
        problems.extend(keys(&mut conn).await?.into_iter().take(MOST));
        problems.extend(
            contacts::stale_search_texts(&mut conn)
                .await?
                .into_iter()
                .take(MOST),
        );
        problems.extend(fields::stale_marks(&mut conn).await?.into_iter().take(MOST));
    }
    Ok(CheckReport {
        ok: problems.is_empty(),
        problems,
    })
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
