//! Which contacts, in which order: an array of ids, made once for a state of the workspace and kept.
//!
//! A page of rows is then a matter of ids, wherever it lies. Conditions are sets of ids that the order array of the
//! plain list is filtered by, so that sorting is paid once for each sort field.

use std::ops::Deref;
use std::sync::{Arc, Mutex};

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::order;
use super::sets::{IdSet, Sets};
use super::types::{ContactsQuery, Place, Selection};
use crate::error::Result;
use crate::filters::{self, Among};
use crate::journal;
use crate::lists::{List, ListCache, Texts};
use crate::sql;
use crate::values::fold;
use crate::workspace::Workspace;

/// A query, and whether archived contacts are looked at too.
pub(crate) type ListKey = (ContactsQuery, bool);

/// The lists of contacts, and the sets that counts are made of.
#[derive(Default)]
pub(crate) struct ContactLists {
    lists: ListCache<ListKey>,
    sets: Mutex<Option<Arc<Sets>>>,
}

impl Deref for ContactLists {
    type Target = ListCache<ListKey>;
    fn deref(&self) -> &Self::Target {
        &self.lists
    }
}

impl ContactLists {
    /// The sets that counts are made of, for this state of the workspace.
    pub(super) fn sets(&self, generation: i64) -> Option<Arc<Sets>> {
        let sets = self.sets.lock().ok()?;
        sets.clone().filter(|sets| sets.generation == generation)
    }

    pub(super) fn keep_sets(&self, sets: Arc<Sets>) {
        if let Ok(mut kept) = self.sets.lock() {
            *kept = Some(sets);
        }
    }
}

/// The ids of all contacts that match, in order.
pub(crate) async fn list(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    query: &ContactsQuery,
) -> Result<Arc<List>> {
    // Spaces around what was typed make no other query.
    let query = ContactsQuery {
        search: query.search.trim().to_owned(),
        filter: query.filter.trim().to_owned(),
        ..query.clone()
    };
    // A contact in a group is never archived.
    let archived = query.group.is_none() && asks_for_archived(ws, conn, &query.filter).await?;
    listed(ws, conn, (query, archived)).await
}

async fn asks_for_archived(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    filter: &str,
) -> Result<bool> {
    if filter.is_empty() {
        return Ok(false);
    }
    let ready = filters::Ready::read(ws, conn, filter).await?;
    Ok(filters::asks_for_archived(&ready.filter))
}

async fn listed(ws: &Workspace, conn: &mut SqliteConnection, key: ListKey) -> Result<Arc<List>> {
    let generation = journal::generation(conn).await?;
    let day = ws.today();
    if let Some(list) = ws.lists().get(&key, generation, day) {
        return Ok(list);
    }
    let (query, archived) = key;
    let plain = ContactsQuery {
        sort: query.sort.clone(),
        place: query.place,
        ..ContactsQuery::default()
    };
    let by_name = ContactsQuery {
        place: query.place,
        ..ContactsQuery::default()
    };
    let ids = if query == by_name {
        named(conn, query.place, archived).await?
    } else if query == plain {
        let names = Box::pin(listed(ws, conn, (by_name, archived))).await?;
        order::by(conn, &query.sort, &names.ids).await?
    } else {
        let order = Box::pin(listed(ws, conn, (plain, archived))).await?;
        let matching = matching(ws, conn, &query).await?;
        order
            .ids
            .iter()
            .copied()
            .filter(|id| matching.contains(*id))
            .collect()
    };
    let made = Arc::new(List {
        generation,
        day,
        ids,
    });
    ws.lists().put((query, archived), made.clone());
    Ok(made)
}

async fn matching(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    query: &ContactsQuery,
) -> Result<IdSet> {
    let mut sets = Vec::new();
    if !query.search.is_empty() {
        sets.push(searched(ws, conn, &query.search).await?);
    }
    if let Some(group) = query.group {
        let catalog = filters::Catalog::load(ws, conn).await?;
        sets.push(filters::group_ids(&catalog, conn, group).await?);
    }
    if let Some(batch) = query.batch {
        let sql = "SELECT group_concat(id) FROM contacts WHERE created_batch = ?";
        sets.push(sql::parse_ids(
            sqlx::query_scalar(sql)
                .bind(batch)
                .fetch_one(&mut *conn)
                .await?,
        ));
    }
    if !query.filter.is_empty() {
        let ready = filters::Ready::read(ws, conn, &query.filter).await?;
        sets.push(ready.ids(conn, Among::Everyone).await?);
    }
    let mut sets = sets.iter().map(|ids| IdSet::new(ids));
    let mut all = sets.next().unwrap_or_else(|| IdSet::new(&[]));
    sets.for_each(|set| all.keep(&set));
    Ok(all)
}

/// The contacts whose search text holds every pattern of the search, those in the trash too.
pub(crate) async fn searched(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    search: &str,
) -> Result<Vec<i64>> {
    let patterns: Vec<String> = fold::query(search)
        .into_iter()
        .map(|needle| needle.pattern)
        .collect();
    Ok(texts(ws, conn).await?.find(&patterns))
}

/// Reads what the first search would read first. What changes meanwhile is read when it is searched.
pub async fn read_ahead(ws: &Workspace) -> Result<()> {
    let mut conn = ws.read().await?;
    texts(ws, &mut conn).await?;
    Ok(())
}

/// The search texts of everyone as they are now.
async fn texts(ws: &Workspace, conn: &mut SqliteConnection) -> Result<Arc<Texts>> {
    let generation = journal::generation(conn).await?;
    if let Some(known) = ws.lists().texts(generation) {
        return Ok(known);
    }
    let texts = Arc::new(load_texts(conn, generation).await?);
    ws.lists().keep_texts(texts.clone());
    Ok(texts)
}

async fn load_texts(conn: &mut SqliteConnection, generation: i64) -> Result<Texts> {
    let (ids, text): (Option<String>, Option<String>) = sqlx::query_as(include_str!("texts.sql"))
        .fetch_one(conn)
        .await?;
    let text = text.unwrap_or_default();
    Ok(Texts::new(generation, sql::parse_ids(ids), text))
}

/// The ids by name, of all contacts in a place; the lists hold the archive too where a filter asks for it.
async fn named(conn: &mut SqliteConnection, place: Place, archived: bool) -> Result<Vec<i64>> {
    let condition = match place {
        Place::Lists if archived => "deleted_at IS NULL",
        Place::Lists => "deleted_at IS NULL AND archived_at IS NULL",
        Place::Archive => "deleted_at IS NULL AND archived_at IS NOT NULL",
        Place::Trash => "deleted_at IS NOT NULL",
    };
    let sql = AssertSqlSafe(include_str!("sort_name.sql").replace("{condition}", condition));
    Ok(sql::parse_ids(
        sqlx::query_scalar(sql).fetch_one(conn).await?,
    ))
}

/// All contacts that match a query, as they are now.
pub async fn selection_of(ws: &Workspace, query: &ContactsQuery) -> Result<Selection> {
    let list = list(ws, &mut *ws.read().await?, query).await?;
    Ok(Selection::Ranges {
        query: query.clone(),
        generation: list.generation,
        ranges: vec![(0, list.ids.len() as u32)],
    })
}

/// The ids of a selection, and the state of the workspace that they hold for, if only for that.
pub(crate) struct Selected {
    pub ids: Vec<i64>,
    pub generation: Option<i64>,
}

/// The contacts of a selection, or without one those of a query in its order.
pub(crate) async fn chosen_ids(
    ws: &Workspace,
    query: &ContactsQuery,
    selection: Option<&Selection>,
) -> Result<Vec<i64>> {
    match selection {
        Some(selection) => Ok(selected(ws, selection).await?.ids),
        None => Ok(list(ws, &mut *ws.read().await?, query).await?.ids.clone()),
    }
}

/// Resolves a selection. One made of ranges holds only for the list that it was made on.
///
/// # Errors
/// `ListChanged` when the workspace has changed since.
pub(crate) async fn selected(ws: &Workspace, selection: &Selection) -> Result<Selected> {
    match selection {
        Selection::Ids { ids } => Ok(Selected {
            ids: ids.clone(),
            generation: None,
        }),
        Selection::Ranges {
            query,
            generation,
            ranges,
        } => {
            let list = list(ws, &mut *ws.read().await?, query).await?;
            let ids = list.ids_in(*generation, ranges)?;
            Ok(Selected {
                ids,
                generation: Some(*generation),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::workspace;

    #[tokio::test]
    async fn what_was_read_ahead_serves_the_state_it_was_read_in() {
        let temp = workspace().await;
        temp.import("Name,E-mail\nNoa Levi,noa@x.example\n").await;
        let known = async || {
            let mut conn = temp.ws.read().await.unwrap();
            let generation = journal::generation(&mut conn).await.unwrap();
            temp.ws.lists().texts(generation).is_some()
        };
        assert!(!known().await, "nobody searched yet");
        read_ahead(&temp.ws).await.unwrap();
        assert!(known().await);
        temp.import("Name,E-mail\nMia Levi,mia@x.example\n").await;
        assert!(!known().await, "another state");
        assert_eq!(temp.search("levi").await, ["Mia Levi", "Noa Levi"]);
    }
}
