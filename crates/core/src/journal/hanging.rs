//! What hangs on rows of contacts and would go with them, so that an undo keeps a row on which a later change hung
//! something.

use std::collections::HashSet;

use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::error::Result;
use crate::sql;

/// A table, and what of another hangs on its row `t`. What the batch itself hung there is gone when it is asked.
const HANGS_ON: &[(&str, &str)] = &[
    ("members", "memberships h WHERE h.contact_id = t.contact_id"),
    ("memberships", "terms h WHERE h.membership_id = t.id"),
    (
        "memberships",
        "membership_acts h WHERE h.membership_id = t.id",
    ),
    ("orders", "order_lines h WHERE h.order_id = t.id"),
    ("orders", "dunnings h WHERE h.order_id = t.id"),
];

/// Those of the rows that something hangs on.
pub(super) async fn holding(
    conn: &mut SqliteConnection,
    table: &str,
    rows: &[i64],
) -> Result<HashSet<i64>> {
    let mut holding = HashSet::new();
    for (_, hanging) in HANGS_ON.iter().filter(|(name, _)| *name == table) {
        let sql = format!(
            "SELECT t.id FROM json_each(?) r CROSS JOIN {table} t ON t.id = r.value WHERE EXISTS (SELECT 1 FROM {hanging})"
        );
        let found: Vec<i64> = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(sql::ids(rows))
            .fetch_all(&mut *conn)
            .await?;
        holding.extend(found);
    }
    Ok(holding)
}
