//! Two contacts become one, and with them what they hold as members: no term, order or payment is lost.
//!
//! Where both have a membership of one type, the one that stands better is kept and takes the terms of the other in. What
//! was cancelled of those ends on its day, since a cancellation or suspension of the one must not touch the other.

use sqlx::{FromRow, SqliteConnection};

use crate::error::Result;
use crate::journal::Change;
use crate::membership_types;
use crate::memberships::{Loaded, load};
use crate::sql;
use crate::workspace::Workspace;

/// What moves as it is, once no type is there twice.
const MOVES: [&str; 9] = [
    "UPDATE memberships SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE memberships SET payer_id = nullif(?1, contact_id) WHERE payer_id = ?2",
    "UPDATE memberships SET payer_id = NULL WHERE contact_id = ?1 AND payer_id = ?1 AND ?2 IS NOT NULL",
    "UPDATE terms SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE membership_acts SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE orders SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE order_lines SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE payments SET contact_id = ?1 WHERE contact_id = ?2",
    "UPDATE dunnings SET contact_id = ?1 WHERE contact_id = ?2",
];

#[derive(FromRow)]
struct Row {
    contact_id: i64,
    joined: String,
    number: String,
    reverted: bool,
}

/// Moves everything that `from` holds as a member to `into`. Gives the member number that was given up, where both had
/// one: not that of the contact `number_of`.
pub(crate) async fn merge(
    ws: &Workspace,
    change: &mut Change,
    into: i64,
    from: i64,
    number_of: Option<i64>,
) -> Result<Option<String>> {
    let types = membership_types::all(ws, change).await?;
    let own = load(change, &types, Some(into)).await?;
    for theirs in load(change, &types, Some(from)).await? {
        let same = own.iter().find(|mine| mine.type_id == theirs.type_id);
        if let Some(mine) = same {
            let status = |one: &Loaded| one.history.on(ws.today()).status;
            match status(mine) <= status(&theirs) {
                true => fold(change, mine.id, theirs.id).await?,
                false => fold(change, theirs.id, mine.id).await?,
            }
        }
    }
    for sql in MOVES {
        sqlx::query(sql)
            .bind(into)
            .bind(from)
            .execute(&mut **change)
            .await?;
    }
    one_number(change, into, from, number_of).await
}

/// The terms of a membership become terms of the other, which is kept.
async fn fold(conn: &mut SqliteConnection, kept: i64, folded: i64) -> Result<()> {
    sqlx::query(include_str!("end_cancelled_terms.sql"))
        .bind(folded)
        .execute(&mut *conn)
        .await?;
    let never_begun: Vec<i64> = sqlx::query_scalar(include_str!("never_begun_terms.sql"))
        .bind(folded)
        .fetch_all(&mut *conn)
        .await?;
    for sql in [
        "UPDATE order_lines SET term_id = NULL WHERE term_id IN (SELECT value FROM json_each(?))",
        "DELETE FROM terms WHERE id IN (SELECT value FROM json_each(?))",
    ] {
        sqlx::query(sql)
            .bind(sql::ids(&never_begun))
            .execute(&mut *conn)
            .await?;
    }
    for sql in [
        "DELETE FROM membership_acts WHERE membership_id = ?2 AND ?1 IS NOT NULL",
        "UPDATE terms SET membership_id = ?1 WHERE membership_id = ?2",
        "DELETE FROM memberships WHERE id = ?2 AND ?1 IS NOT NULL",
    ] {
        sqlx::query(sql)
            .bind(kept)
            .bind(folded)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// One member's row of two. Whoever is a member now goes before one who was.
async fn one_number(
    change: &mut Change,
    into: i64,
    from: i64,
    number_of: Option<i64>,
) -> Result<Option<String>> {
    let sql = "SELECT contact_id, joined, number, reverted_at IS NOT NULL AS reverted FROM members WHERE contact_id IN (?, ?)";
    let rows: Vec<Row> = sqlx::query_as(sql)
        .bind(into)
        .bind(from)
        .fetch_all(&mut **change)
        .await?;
    let of = |contact: i64| rows.iter().find(|row| row.contact_id == contact);
    let (kept, given_up) = match (of(into), of(from)) {
        (_, None) => return Ok(None),
        (None, Some(theirs)) => (theirs, None),
        (Some(own), Some(theirs)) => {
            let is_theirs = match number_of {
                Some(contact) => contact == from,
                None => own.reverted && !theirs.reverted,
            };
            match is_theirs {
                true => (theirs, Some(own)),
                false => (own, Some(theirs)),
            }
        }
    };
    let is_member = rows.iter().any(|row| !row.reverted);
    let standing = rows.iter().filter(|row| !row.reverted || !is_member);
    let joined = standing.map(|row| &row.joined).min();
    if let Some(row) = given_up {
        sqlx::query("DELETE FROM members WHERE contact_id = ?")
            .bind(row.contact_id)
            .execute(&mut **change)
            .await?;
    }
    sqlx::query(include_str!("keep_member.sql"))
        .bind(kept.contact_id)
        .bind(into)
        .bind(joined)
        .bind(is_member)
        .execute(&mut **change)
        .await?;
    Ok(given_up.map(|row| row.number.clone()))
}
