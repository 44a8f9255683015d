//! Organizations, groups and tags by name: known ones loaded once, new ones numbered and inserted in bulk.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::insert::insert;
use crate::error::Result;
use crate::groups::folded;
use crate::journal::Change;
use crate::sql::max_id;
use crate::values::name;

pub(super) struct Names {
    table: &'static str,
    by_name: HashMap<String, i64>,
    next: i64,
    new: Vec<(i64, String, String)>,
}

impl Names {
    pub async fn load(change: &mut Change, table: &'static str) -> Result<Self> {
        let live = if table == "organizations" {
            "WHERE deleted_at IS NULL"
        } else {
            ""
        };
        let sql = format!("SELECT folded, id FROM {table} {live} ORDER BY id DESC");
        let known: Vec<(String, i64)> = sqlx::query_as(AssertSqlSafe(sql))
            .fetch_all(&mut **change)
            .await?;
        let next = max_id(change, table).await? + 1;
        Ok(Self {
            table,
            by_name: known.into_iter().collect(),
            next,
            new: Vec::new(),
        })
    }

    /// The id of a name; a new name gets one.
    pub fn id(&mut self, name: &str) -> i64 {
        let folded = folded(name);
        if let Some(id) = self.by_name.get(&folded) {
            return *id;
        }
        let id = self.next;
        self.next += 1;
        self.by_name.insert(folded.clone(), id);
        self.new.push((id, name.trim().to_owned(), folded));
        id
    }

    pub async fn flush(&mut self, change: &mut Change) -> Result<()> {
        let new = std::mem::take(&mut self.new);
        let (now, batch) = (change.now.clone(), change.batch);
        match self.table {
            "organizations" => {
                let columns = [
                    ("id", "?"),
                    ("uid", "?"),
                    ("kind", "?"),
                    ("name", "?"),
                    ("folded", "?"),
                    ("created_at", "?"),
                    ("changed_at", "?"),
                    ("created_batch", "?"),
                    ("sort_key", "?"),
                ];
                insert(
                    change,
                    self.table,
                    &columns,
                    new,
                    |query, (id, name, folded)| {
                        let key = name::sort_key(&name);
                        let query = query
                            .bind(id)
                            .bind(Uuid::now_v7().to_string())
                            .bind("account")
                            .bind(name);
                        query
                            .bind(folded)
                            .bind(now.clone())
                            .bind(now.clone())
                            .bind(batch)
                            .bind(key)
                    },
                )
                .await
            }
            "groups" => {
                let columns = [
                    ("id", "?"),
                    ("name", "?"),
                    ("folded", "?"),
                    ("created_at", "?"),
                    ("created_batch", "?"),
                ];
                insert(
                    change,
                    self.table,
                    &columns,
                    new,
                    |query, (id, name, folded)| {
                        query
                            .bind(id)
                            .bind(name)
                            .bind(folded)
                            .bind(now.clone())
                            .bind(batch)
                    },
                )
                .await
            }
            _ => {
                let columns = [("id", "?"), ("name", "?"), ("folded", "?")];
                insert(
                    change,
                    self.table,
                    &columns,
                    new,
                    |query, (id, name, folded)| query.bind(id).bind(name).bind(folded),
                )
                .await
            }
        }
    }
}
