//! What an office keeps under a name for the next time: mappings of imports, profiles of exports. One table for each kind,
//! whose content only its own module understands.

use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, SqliteConnection};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::groups::folded;
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Where things of a kind are kept.
pub(crate) struct Shelf {
    pub table: &'static str,
    /// The column of the content.
    pub content: &'static str,
    /// What one is called in messages.
    pub noun: &'static str,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeptRename {
    pub name: String,
    pub to: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeptByName {
    pub name: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct KeptChanged {
    /// The batch to undo; null when nothing changed.
    pub batch: Option<i64>,
}

pub(crate) struct Kept {
    pub name: String,
    pub content: String,
    pub saved_at: String,
}

impl Shelf {
    /// All, by name.
    pub async fn all(&self, conn: &mut SqliteConnection) -> Result<Vec<Kept>> {
        let Self { table, content, .. } = self;
        let sql = format!("SELECT name, {content}, saved_at FROM {table} ORDER BY folded");
        let rows: Vec<(String, String, String)> =
            sqlx::query_as(AssertSqlSafe(sql)).fetch_all(conn).await?;
        let kept = |(name, content, saved_at)| Kept {
            name,
            content,
            saved_at,
        };
        Ok(rows.into_iter().map(kept).collect())
    }

    /// # Errors
    /// `NotFound`.
    pub async fn content(&self, conn: &mut SqliteConnection, name: &str) -> Result<String> {
        let id = self.find(conn, name).await?;
        let sql = format!("SELECT {} FROM {} WHERE id = ?", self.content, self.table);
        let found = sqlx::query_scalar(AssertSqlSafe(sql)).bind(id);
        Ok(found.fetch_one(conn).await?)
    }

    /// Keeps a content under a name; one of the same name is replaced.
    pub async fn save(
        &self,
        ws: &Workspace,
        operation: Operation,
        name: &str,
        content: &str,
    ) -> Result<KeptChanged> {
        let name = self.checked(name)?;
        let mut change = Change::begin(ws, operation).await?;
        let now = change.now.clone();
        let known = self.find(&mut change, &name).await.ok();
        let (table, column) = (self.table, self.content);
        let sql = match known {
            Some(_) => format!(
                "UPDATE {table} SET name = ?2, folded = ?3, {column} = ?4, saved_at = ?5 WHERE id = ?1"
            ),
            None => format!(
                "INSERT INTO {table} (id, name, folded, {column}, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)"
            ),
        };
        sqlx::query(AssertSqlSafe(sql))
            .bind(known)
            .bind(&name)
            .bind(folded(&name))
            .bind(content)
            .bind(now)
            .execute(&mut *change)
            .await?;
        Ok(KeptChanged {
            batch: change.commit().await?,
        })
    }

    /// # Errors
    /// `NotFound`; `Invalid` for a name that another has.
    pub async fn rename(
        &self,
        ws: &Workspace,
        operation: Operation,
        input: &KeptRename,
    ) -> Result<KeptChanged> {
        let to = self.checked(&input.to)?;
        let mut change = Change::begin(ws, operation).await?;
        let id = self.find(&mut change, &input.name).await?;
        if self
            .find(&mut change, &to)
            .await
            .is_ok_and(|other| other != id)
        {
            let message = format!("Another {} is called “{to}”.", self.noun);
            return Err(Error::field("to", message));
        }
        let sql = format!(
            "UPDATE {} SET name = ?2, folded = ?3 WHERE id = ?1",
            self.table
        );
        sqlx::query(AssertSqlSafe(sql))
            .bind(id)
            .bind(&to)
            .bind(folded(&to))
            .execute(&mut *change)
            .await?;
        Ok(KeptChanged {
            batch: change.commit().await?,
        })
    }

    /// # Errors
    /// `NotFound`.
    pub async fn delete(
        &self,
        ws: &Workspace,
        operation: Operation,
        input: &KeptByName,
    ) -> Result<KeptChanged> {
        let mut change = Change::begin(ws, operation).await?;
        let id = self.find(&mut change, &input.name).await?;
        let sql = format!("DELETE FROM {} WHERE id = ?", self.table);
        sqlx::query(AssertSqlSafe(sql))
            .bind(id)
            .execute(&mut *change)
            .await?;
        Ok(KeptChanged {
            batch: change.commit().await?,
        })
    }

    fn checked(&self, name: &str) -> Result<String> {
        match name.trim() {
            "" => Err(Error::field(
                "name",
                format!("Give the {} a name.", self.noun),
            )),
            name => Ok(name.to_owned()),
        }
    }

    async fn find(&self, conn: &mut SqliteConnection, name: &str) -> Result<i64> {
        let sql = format!("SELECT id FROM {} WHERE folded = ?", self.table);
        let found: Option<i64> = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(folded(name))
            .fetch_optional(conn)
            .await?;
        found.ok_or_else(|| Error::not_found(self.noun, name))
    }
}
