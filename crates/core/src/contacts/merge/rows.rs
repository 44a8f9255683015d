//! What hangs on a contact moves to the one that is kept. Of doubles the kept contact's row stays.

use sqlx::SqliteConnection;

use super::fields::MEMBER_NUMBER;
use super::types::ContactsMerge;
use crate::contacts::Contact;
use crate::error::Result;
use crate::journal::Change;
use crate::members;
use crate::workspace::Workspace;

/// For each table what is done with the rows of ?2 when they go to ?1. What is left of them is deleted.
pub(super) const MOVES: &[(&str, &[&str])] = &[
    (
        "points",
        &[
            include_str!("label_points.sql"),
            include_str!("double_points.sql"),
            include_str!("move_points.sql"),
        ],
    ),
    (
        "addresses",
        &[
            include_str!("double_addresses.sql"),
            include_str!("move_addresses.sql"),
        ],
    ),
    (
        "affiliations",
        &[
            include_str!("double_affiliations.sql"),
            include_str!("move_affiliations.sql"),
        ],
    ),
    (
        "contact_tags",
        &["UPDATE OR IGNORE contact_tags SET contact_id = ?1 WHERE contact_id = ?2"],
    ),
    (
        "group_contacts",
        // Who is kept out of a group by one of the pins stays out.
        &[
            include_str!("exclude.sql"),
            "UPDATE OR IGNORE group_contacts SET contact_id = ?1 WHERE contact_id = ?2",
        ],
    ),
    // Those that stay were taken with the fields.
    ("custom_values", &[]),
    (
        "consents",
        &[
            include_str!("weaker_consents.sql"),
            "UPDATE OR IGNORE consents SET contact_id = ?1 WHERE contact_id = ?2",
        ],
    ),
    (
        "merges",
        &["UPDATE merges SET contact_id = ?1 WHERE contact_id = ?2"],
    ),
    (
        "files",
        &[
            include_str!("double_files.sql"),
            "UPDATE files SET contact_id = ?1 WHERE contact_id = ?2",
        ],
    ),
];

/// Moves all that hangs on `from`, and lets it go.
pub(super) async fn take(
    ws: &Workspace,
    change: &mut Change,
    input: &ContactsMerge,
    from: &Contact,
) -> Result<()> {
    for (table, moves) in MOVES {
        for sql in *moves {
            run(change, sql, input.into, from.id).await?;
        }
        let rest = format!("DELETE FROM {table} WHERE contact_id = ?2 AND ?1 IS NOT NULL");
        run(change, &rest, input.into, from.id).await?;
    }
    let number = input
        .choose
        .iter()
        .find(|choice| choice.field == MEMBER_NUMBER);
    let number = number.map(|choice| choice.contact).or(input.prefer);
    let given_up = members::merge(ws, change, input.into, from.id, number).await?;
    let now = change.now.clone();
    sqlx::query(include_str!("trace.sql"))
        .bind(input.into)
        .bind(from.id)
        .bind(&from.uid)
        .bind(&from.name)
        .bind(given_up)
        .bind(now)
        .execute(&mut **change)
        .await?;
    sqlx::query("DELETE FROM contacts WHERE id = ?")
        .bind(from.id)
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn run(conn: &mut SqliteConnection, sql: &str, into: i64, from: i64) -> Result<()> {
    sqlx::query(sqlx::AssertSqlSafe(sql.to_owned()))
        .bind(into)
        .bind(from)
        .execute(conn)
        .await?;
    Ok(())
}
