//! Roster's own rules about organizations, for the integrity check.

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::groups::folded;

const RULES: &[&str] = &[
    include_str!("check_primary_point.sql"),
    include_str!("check_primary_address.sql"),
    include_str!("check_circle.sql"),
];

/// What doesn't hold, one sentence each.
pub(crate) async fn problems(conn: &mut SqliteConnection) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for rule in RULES {
        let found: Vec<String> = sqlx::query_scalar(*rule).fetch_all(&mut *conn).await?;
        problems.extend(found);
    }
    let sql = "SELECT id, name, folded FROM organizations";
    let names: Vec<(i64, String, String)> = sqlx::query_as(sql).fetch_all(conn).await?;
    let lost = names
        .iter()
        .filter(|(_, name, stored)| folded(name) != *stored);
    problems
        .extend(lost.map(|(id, ..)| format!("The organization {id} is not found by its name.")));
    Ok(problems)
}
