//! One change: a transaction, a batch, its record, and the announcement after the commit.

use std::ops::{Deref, DerefMut};

use chrono::{SecondsFormat, Utc};
use sqlx::{Sqlite, SqliteConnection, Transaction};

use super::record;
use crate::error::{Error, Result};
use crate::operations::Operation;
use crate::staff;
use crate::workspace::Workspace;

/// Time in UTC as the workspace stores it.
pub(crate) fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true)
}

pub(crate) const INSERT_BATCH: &str =
    "INSERT INTO batches (at, by, operation, token) VALUES (?, ?, ?, random())";
pub(super) const COUNT_CONTACTS: &str = "UPDATE batches SET contacts = ? WHERE id = ?";

/// Who is at the machine, for the record.
pub(crate) fn user() -> Option<String> {
    std::env::var("USER")
        .or_else(|_| std::env::var("USERNAME"))
        .ok()
}

/// An open change. Dropped without [`Change::commit`], it leaves the workspace as it was.
pub struct Change {
    transaction: Transaction<'static, Sqlite>,
    workspace: Workspace,
    operation: Operation,
    /// The state of the workspace before this change.
    previous: i64,
    records_inserts: bool,
    pub batch: i64,
    /// The time of the change, for every column that wants one.
    pub now: String,
    /// Who is at the desk: by their profile, otherwise as the system knows them.
    pub by: Option<String>,
}

impl Deref for Change {
    type Target = SqliteConnection;
    fn deref(&self) -> &Self::Target {
        &self.transaction
    }
}

impl DerefMut for Change {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.transaction
    }
}

impl Change {
    /// # Errors
    /// `WhoNeeded`, `NotAllowed` for whoever is at the desk; `Busy`, `ReadOnly`.
    pub async fn begin(workspace: &Workspace, operation: Operation) -> Result<Self> {
        let mut transaction = workspace.begin_write().await?;
        let previous = super::generation(&mut transaction).await?;
        let now = now();
        let by = staff::actor(&mut transaction, workspace, operation).await?;
        let batch = sqlx::query(INSERT_BATCH)
            .bind(&now)
            .bind(&by)
            .bind(operation.name())
            .execute(&mut *transaction)
            .await?
            .last_insert_rowid();
        sqlx::query("UPDATE journal_state SET batch = ?")
            .bind(batch)
            .execute(&mut *transaction)
            .await?;
        Ok(Self {
            transaction,
            workspace: workspace.clone(),
            operation,
            previous,
            records_inserts: true,
            batch,
            now,
            by,
        })
    }

    pub(crate) fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Refuses when the workspace has changed since the caller looked at it.
    pub(crate) fn expect_generation(&self, generation: Option<i64>) -> Result<()> {
        match generation {
            Some(seen) if seen != self.previous => Err(Error::ListChanged),
            _ => Ok(()),
        }
    }

    /// From here on inserted rows are not recorded one by one: the caller records their ranges.
    pub(crate) async fn stop_recording_inserts(&mut self) -> Result<()> {
        record::stop_recording_inserts(self).await?;
        self.records_inserts = false;
        Ok(())
    }

    /// Records that all rows `first..=last` of `table` were inserted by this change.
    pub(crate) async fn record_inserted(
        &mut self,
        table: &'static str,
        first: i64,
        last: i64,
    ) -> Result<()> {
        if first <= last {
            sqlx::query(include_str!("record_inserted.sql"))
                .bind(self.batch)
                .bind(table)
                .bind(first)
                .bind(last)
                .execute(&mut **self)
                .await?;
        }
        Ok(())
    }

    /// Whether anything was recorded so far.
    pub(crate) async fn is_empty(&mut self) -> Result<bool> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM journal WHERE batch_id = ?)";
        Ok(sqlx::query_scalar(sql)
            .bind(self.batch)
            .fetch_one(&mut **self)
            .await?)
    }

    /// How many contacts the change touched, for the list of batches.
    pub(crate) async fn count_contacts(&mut self) -> Result<i64> {
        let sql = "SELECT count(DISTINCT contact_id) FROM journal WHERE batch_id = ?";
        Ok(sqlx::query_scalar(sql)
            .bind(self.batch)
            .fetch_one(&mut **self)
            .await?)
    }

    /// Commits what was changed, counting the contacts itself; a change that changed nothing leaves no batch.
    /// Gives the batch to undo.
    pub async fn commit(mut self) -> Result<Option<i64>> {
        if self.is_empty().await? {
            return Ok(None);
        }
        let contacts = self.count_contacts().await?;
        self.commit_with(contacts).await.map(Some)
    }

    /// Commits with the caller's own count of contacts, even when no row changed.
    pub(crate) async fn commit_with(mut self, contacts: i64) -> Result<i64> {
        sqlx::query(COUNT_CONTACTS)
            .bind(contacts)
            .bind(self.batch)
            .execute(&mut *self.transaction)
            .await?;
        if !self.records_inserts {
            record::start_recording_inserts(&mut self.transaction).await?;
        }
        sqlx::query("UPDATE journal_state SET batch = NULL")
            .execute(&mut *self.transaction)
            .await?;
        self.transaction.commit().await?;
        self.workspace.committed(self.operation);
        Ok(self.batch)
    }
}
