//! Whom an import must not bring back: keyed hashes of the phones and e-mails of those who were erased (HMAC-SHA256,
//! RFC 2104). The key is made with the first erasure and stays in the workspace: without the workspace, a list of
//! hashes from elsewhere says nothing about anybody.

use std::collections::HashSet;
use std::path::Path;

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};
use sqlx::SqliteConnection;

use crate::contacts::Point;
use crate::encryption;
use crate::error::Result;
use crate::journal::Change;

/// The setting that holds the key.
const KEY: &str = "erasure_key";
/// How much of a message SHA-256 takes at a time.
const BLOCK: usize = 64;

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

/// Keeps the hashes of the phones and e-mails of a contact. Gives how many.
pub(super) async fn keep(change: &mut Change, erasure: i64, points: &[Point]) -> Result<i64> {
    let sql = "INSERT OR IGNORE INTO settings (key, value) VALUES (?, hex(randomblob(32)))";
    sqlx::query(sql).bind(KEY).execute(&mut **change).await?;
    let key = key(change).await?.unwrap_or_default();
    let hashes: HashSet<Hash> = points
        .iter()
        .filter(|point| matches!(point.kind.as_str(), "phone" | "email"))
        .filter_map(|point| Some(hash(&key, &point.kind, point.normalized.as_deref()?)))
        .collect();
    for hash in &hashes {
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
    hmac(key, &[kind.as_bytes(), b"\0", normalized.as_bytes()])
}

fn hmac(key: &[u8], message: &[&[u8]]) -> Hash {
    let mut block = [0; BLOCK];
    match key.len() {
        0..=BLOCK => block[..key.len()].copy_from_slice(key),
        _ => block[..32].copy_from_slice(&Sha256::digest(key)),
    }
    let mut inner = Sha256::new_with_prefix(block.map(|byte| byte ^ 0x36));
    for part in message {
        inner.update(part);
    }
    let mut outer = Sha256::new_with_prefix(block.map(|byte| byte ^ 0x5c));
    outer.update(inner.finalize());
    outer.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(hash: Hash) -> String {
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The test cases 2 and 6 of RFC 4231.
    #[test]
    fn the_hash_is_hmac_sha_256() {
        assert_eq!(
            hex(hmac(b"Jefe", &[b"what do ya want ", b"for nothing?"])),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        let message = b"Test Using Larger Than Block-Size Key - Hash Key First";
        assert_eq!(
            hex(hmac(&[0xaa; 131], &[message])),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        );
    }

    #[test]
    fn a_value_of_another_kind_is_another_value() {
        assert_ne!(hash(b"k", "phone", "1"), hash(b"k", "email", "1"));
        assert_ne!(hash(b"k", "phone", "1"), hash(b"l", "phone", "1"));
    }
}
