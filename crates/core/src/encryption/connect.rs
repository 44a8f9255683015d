//! Opening a file with its key, for each library.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use sqlx::sqlite::SqliteConnectOptions;

use super::key::Key;
use super::keyring::key_of;
use crate::error::{Error, Result};

/// SQLCipher needs to be told, and all encrypted files are written with it.
const PAGE: &str = "16384";

/// What it can't read comes back as an error, and needs no line among what the program says. For the whole program.
const QUIET: &str = "PRAGMA cipher_log_level = NONE;";

/// A connection to a file, encrypted or not.
///
/// # Errors
/// `PassphraseNeeded`.
pub(crate) fn open(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let key = key_of(path)?;
    let conn = Connection::open_with_flags(path, flags)?;
    if let Some(key) = key {
        let literal = key.literal();
        conn.execute_batch(&format!(
            "{QUIET} PRAGMA key = \"{}\"; PRAGMA cipher_page_size = {PAGE};",
            *literal
        ))?;
        // Nothing of an encrypted workspace goes to a file in the clear; see `Bulk` for the one that asks for files.
        conn.execute_batch("PRAGMA temp_store = MEMORY")?;
    }
    Ok(conn)
}

/// The options of a connection with the key that the file has.
///
/// # Errors
/// `PassphraseNeeded`.
pub(crate) fn with_key(options: SqliteConnectOptions, path: &Path) -> Result<SqliteConnectOptions> {
    let Some(key) = key_of(path)? else {
        return Ok(options);
    };
    let literal = format!("\"{}\"", *key.literal());
    Ok(options
        .pragma("key", literal)
        .pragma("cipher_page_size", PAGE))
}

/// Opens a second file on a connection, with the key that it has.
///
/// # Errors
/// `PassphraseNeeded`; `Invalid` when its name is not Unicode.
pub(crate) fn attach(conn: &Connection, path: &Path, name: &'static str) -> Result<()> {
    attach_with(conn, path, name, key_of(path)?.as_ref())
}

pub(super) fn attach_with(
    conn: &Connection,
    path: &Path,
    name: &'static str,
    key: Option<&Key>,
) -> Result<()> {
    let file = path.to_str().ok_or_else(|| {
        Error::invalid("The name of the file holds characters that are not Unicode.")
    })?;
    // Without a key of its own it would be taken for encrypted with that of the first file.
    let literal = key.map(Key::literal).unwrap_or_default();
    // What is attached is read at once: only a size that holds for the whole program comes in time.
    conn.execute_batch(&format!("PRAGMA cipher_default_page_size = {PAGE}"))?;
    conn.execute(
        &format!("ATTACH DATABASE ?1 AS {name} KEY ?2"),
        (file, literal.as_str()),
    )?;
    Ok(())
}
