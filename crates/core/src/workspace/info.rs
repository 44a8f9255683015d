//! Counts and settings.

use sqlx::SqliteConnection;

use super::open::Workspace;
use super::types::{Settings, Stats, WorkspaceInfo};
use crate::error::{Error, Result};
use crate::journal;
use crate::operations::Operation;
use crate::staff;
use crate::values::country;

/// The workspace's path, counts and settings, and what undo and redo would take.
pub async fn info(ws: &Workspace) -> Result<WorkspaceInfo> {
    let mut conn = ws.read().await?;
    let name = ws
        .path()
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    Ok(WorkspaceInfo {
        path: ws.path().display().to_string(),
        name: name.unwrap_or_default(),
        stats: count(&mut conn).await?,
        settings: settings(&mut conn).await?,
        can_undo: journal::undo_candidate(&mut conn, i64::MAX)
            .await?
            .map(|(_, operation)| operation),
        can_redo: journal::redo_candidate(&mut conn, i64::MAX)
            .await?
            .map(|(_, operation)| operation),
    })
}

/// Counts, right at this moment.
pub async fn stats(ws: &Workspace) -> Result<Stats> {
    count(&mut *ws.read().await?).await
}

async fn count(conn: &mut SqliteConnection) -> Result<Stats> {
    Ok(sqlx::query_as(include_str!("stats.sql"))
        .fetch_one(conn)
        .await?)
}

pub async fn settings(conn: &mut SqliteConnection) -> Result<Settings> {
    let rows: Vec<(String, String)> = sqlx::query_as("SELECT key, value FROM settings")
        .fetch_all(conn)
        .await?;
    let value = |key: &str| rows.iter().find(|row| row.0 == key).map(|row| &row.1);
    Ok(Settings {
        country: value(COUNTRY).cloned(),
        organization_required: value(ORGANIZATION_REQUIRED).is_some(),
        backups: value(NO_BACKUPS).is_none(),
        backups_megabytes: value(BACKUPS_MEGABYTES)
            .and_then(|text| text.parse().ok())
            .unwrap_or(Settings::default().backups_megabytes),
    })
}

const COUNTRY: &str = "country";
const ORGANIZATION_REQUIRED: &str = "organization_required";
const NO_BACKUPS: &str = "no_backups";
const BACKUPS_MEGABYTES: &str = "backups_megabytes";
/// Under this name a backup says what it is of (backup/kept.rs). A workspace that is none doesn't have it.
pub(crate) const BACKUP: &str = "backup";

/// Changes the settings. They are no data of contacts: there is no batch to undo.
///
/// # Errors
/// `Invalid` when the country is not known.
pub async fn set_settings(ws: &Workspace, new: &Settings) -> Result<Settings> {
    staff::permit(ws, Operation::SettingsSet).await?;
    let country = match new.country.as_deref() {
        None | Some("") => None,
        Some(text) => Some(
            country::code_of(text)
                .ok_or_else(|| Error::field("country", format!("“{text}” is no country.")))?,
        ),
    };
    let required = new.organization_required.then_some("yes");
    let none = (!new.backups).then_some("yes");
    let megabytes = new.backups_megabytes.to_string();
    let rows = [
        (COUNTRY, country),
        (ORGANIZATION_REQUIRED, required),
        (NO_BACKUPS, none),
        (BACKUPS_MEGABYTES, Some(megabytes.as_str())),
    ];
    let mut transaction = ws.begin_write().await?;
    for (key, value) in rows {
        let sql = match value {
            Some(_) => "INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)",
            None => "DELETE FROM settings WHERE key = ?1",
        };
        sqlx::query(sql)
            .bind(key)
            .bind(value)
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await?;
    ws.announce(Operation::SettingsSet);
    Ok(Settings {
        country: country.map(str::to_owned),
        ..new.clone()
    })
}
