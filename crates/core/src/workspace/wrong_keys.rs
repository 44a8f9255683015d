//! Match keys that are not what the program would make today: it would not find their contact points when matching.

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::points::{Kind, match_key};

/// The ids of such contact points with the right keys, a lot of points read at a time.
pub(super) async fn wrong_keys(conn: &mut SqliteConnection) -> Result<Vec<(i64, Option<i64>)>> {
    let mut wrong = Vec::new();
    let mut after = 0;
    loop {
        let sql = "SELECT id, kind, normalized, match_key FROM points WHERE id > ? ORDER BY id LIMIT 5000";
        let rows: Vec<(i64, String, Option<String>, Option<i64>)> = sqlx::query_as(sql)
            .bind(after)
            .fetch_all(&mut *conn)
            .await?;
        let Some((last, ..)) = rows.last() else {
            return Ok(wrong);
        };
        after = *last;
        for (id, kind, normalized, key) in rows {
            let right = Kind::from_name(&kind)
                .zip(normalized)
                .map(|(kind, normalized)| match_key(kind, &normalized));
            if key != right {
                wrong.push((id, right));
            }
        }
    }
}
