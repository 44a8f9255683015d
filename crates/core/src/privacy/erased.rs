//! Whom an import must not bring back: keyed hashes of the phones and e-mails of those who were erased (HMAC-SHA256,
//! RFC 2104). The key is made with the first erasure and stays in the workspace: without the workspace, a list of
//! hashes from elsewhere says nothing about anybody.

use std::collections::HashSet;
use std::path::Path;

use rusqlite::Connection;
use sqlx::SqliteConnection;

use crate::contacts::Contact;
use crate::encryption;
use crate::error::Result;
use crate::journal::Change;

/// The setting that holds the key.
const KEY: &str = "erasure_key";

type Hash = [u8; 32];

/// The hashes of all who were erased.
pub(crate) struct Erased {
    key: Vec<u8>,
    hashes: HashSet<Vec<u8>>,
}

impl Erased {
    /// Nothing where nobody was erased.
    pub async fn load(conn: &mut SqliteConnection) -> Result<Option<Self>> {
        let found: Vec<Vec<u8>> = sqlx::query_scalar("SELECT hash FROM erased_values")
            .fetch_all(&mut *conn)
            .await?;
        let Some(key) = key(conn).await?.filter(|_| !found.is_empty()) else {
            return Ok(None);
        };
        Ok(Some(Self {
            key,
            hashes: found.into_iter().collect(),
        }))
    }

    pub fn holds(&self, kind: &str, normalized: &str) -> bool {
        let hash = hash(&self.key, kind, normalized);
        self.hashes.contains(hash.as_slice())
    }
}

async fn key(conn: &mut SqliteConnection) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT unhex(value) FROM settings WHERE key = ?";
    let found: Option<Option<Vec<u8>>> = sqlx::query_scalar(sql)
        .bind(KEY)
        .fetch_optional(conn)
        .await?;
    Ok(found.flatten())
}

/// Keeps the hashes of the phones and e-mails of a contact, and gives how many; and that of the uid, by which the person is known
/// when a backup brings them back.
pub(super) async fn keep(change: &mut Change, erasure: i64, contact: &Contact) -> Result<i64> {
    let sql = "INSERT OR IGNORE INTO settings (key, value) VALUES (?, hex(randomblob(32)))";
    sqlx::query(sql).bind(KEY).execute(&mut **change).await?;
    let key = key(change).await?.unwrap_or_default();
    let hashes: HashSet<Hash> = contact
        .points
        .iter()
        .filter(|point| matches!(point.kind.as_str(), "phone" | "email"))
        .filter_map(|point| Some(hash(&key, &point.kind, point.normalized.as_deref()?)))
        .collect();
    for hash in hashes.iter().chain([&hash(&key, "uid", &contact.uid)]) {
        sqlx::query("INSERT OR IGNORE INTO erased_values (hash, erasure_id) VALUES (?, ?)")
            .bind(hash.as_slice())
            .bind(erasure)
            .execute(&mut **change)
            .await?;
    }
    Ok(hashes.len() as i64)
}

/// Whoever was erased since a backup was made stays on the list when the backup takes the place of the workspace.
pub(crate) fn carry_over(copy: &Connection, workspace: &Path) -> Result<()> {
    encryption::attach(copy, workspace, "present")?;
    for table in KEPT {
        copy.execute_batch(&format!(
            "INSERT OR REPLACE INTO main.{table} SELECT * FROM present.{table}"
        ))?;
    }
    let sql = "INSERT OR REPLACE INTO main.settings SELECT * FROM present.settings WHERE key = ?";
    copy.execute(sql, [KEY])?;
    Ok(copy.execute_batch("DETACH DATABASE present")?)
}

/// What is left of those who were erased, parents before children.
const KEPT: [&str; 4] = [
    "erasures",
    "erased_orders",
    "erased_payments",
    "erased_values",
];

fn hash(key: &[u8], kind: &str, normalized: &str) -> Hash {
    encryption::keyed(key, format!("{kind}\0{normalized}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_another_kind_is_another_value() {
        assert_ne!(hash(b"k", "phone", "1"), hash(b"k", "email", "1"));
        assert_ne!(hash(b"k", "phone", "1"), hash(b"l", "phone", "1"));
    }
}
