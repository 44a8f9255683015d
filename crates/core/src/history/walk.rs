//! Walking back through the journal from what a contact or an organization holds now.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, FromRow, SqliteConnection};

use super::types::{FieldChange, RestorePoint};
use super::words::{Names, Words};
use crate::contacts::Contact;
use crate::error::Result;
use crate::journal::{TABLES, Table};
use crate::operations::Operation;
use crate::organizations::Organization;
use crate::owned::Owner;

/// A row as columns and values.
pub(super) type Row = Map<String, Value>;

/// More than anybody reads; a bound on what one of them can make the core hold.
const MOST: i64 = 2000;

#[derive(FromRow)]
struct Entry {
    id: i64,
    contact_id: Option<i64>,
    table: String,
    operation: String,
    row_id: i64,
    before: Option<String>,
    after: Option<String>,
    batch: i64,
    at: String,
    by: Option<String>,
    deed: String,
    again: Option<i64>,
    again_at: Option<String>,
    again_by: Option<String>,
}

/// When something was done, by whom and how.
#[derive(Debug, Clone, FromRow)]
struct Deed {
    #[sqlx(rename = "id")]
    batch: i64,
    at: String,
    by: Option<String>,
    operation: String,
}

/// Whose history it is.
pub(super) struct Holder {
    owner: Owner,
    name: String,
    created_batch: i64,
}

impl From<&Contact> for Holder {
    fn from(contact: &Contact) -> Self {
        Self {
            owner: Owner::Contact(contact.id),
            name: contact.name.clone(),
            created_batch: contact.created_batch,
        }
    }
}

impl From<&Organization> for Holder {
    fn from(organization: &Organization) -> Self {
        Self {
            owner: Owner::Organization(organization.id),
            name: organization.name.clone(),
            created_batch: organization.created_batch,
        }
    }
}

impl Holder {
    /// The table of the holder's own row.
    fn table(&self) -> &'static str {
        match self.owner {
            Owner::Contact(_) => "contacts",
            Owner::Organization(_) => "organizations",
        }
    }

    /// The column of a table that names whose a row is, where its rows are such ones.
    fn column(&self, table: &Table) -> Option<&'static str> {
        match self.owner {
            _ if table.name == self.table() => Some("id"),
            Owner::Contact(_) if table.belongs_to_contact() => Some("contact_id"),
            Owner::Organization(_) if table.belongs_to_organization() || table.name == "files" => {
                Some("organization_id")
            }
            _ => None,
        }
    }

    async fn entries(&self, conn: &mut SqliteConnection) -> Result<Vec<Entry>> {
        let sql = match self.owner {
            Owner::Contact(_) => include_str!("entries_of_contact.sql"),
            Owner::Organization(_) => include_str!("entries_of_organization.sql"),
        };
        Ok(sqlx::query_as(sql)
            .bind(self.owner.id())
            .bind(MOST)
            .fetch_all(conn)
            .await?)
    }

    /// Whether an entry is of the holder itself, rather than of a contact that was merged into it.
    fn owns(&self, entry: &Entry) -> bool {
        match self.owner {
            Owner::Contact(id) => entry.contact_id == Some(id),
            Owner::Organization(_) => true,
        }
    }
}

/// Rows by table and id, as they were at the time that the walk has come to.
type State = BTreeMap<(String, i64), Row>;

struct Walk<'a> {
    holder: &'a Holder,
    conn: &'a mut SqliteConnection,
    names: Names,
    state: State,
    changes: Vec<FieldChange>,
    /// The display names when the batch that is being walked through was done: of the holder, and of those that were
    /// merged into it.
    called: HashMap<i64, String>,
}

pub(super) async fn back(conn: &mut SqliteConnection, holder: &Holder) -> Result<Vec<FieldChange>> {
    let entries = holder.entries(conn).await?;
    let is_whole = (entries.len() as i64) < MOST;
    let mut walk = Walk {
        state: present(conn, holder).await?,
        holder,
        conn,
        names: Names::default(),
        changes: Vec::new(),
        called: HashMap::from([(holder.owner.id(), holder.name.clone())]),
    };
    let mut batch = 0;
    for entry in &entries {
        if entry.batch != batch {
            batch = entry.batch;
            walk.note_names();
        }
        walk.step(entry).await?;
    }
    walk.note_names();
    if is_whole {
        walk.beginnings().await?;
    }
    Ok(walk.changes)
}

/// Every row that the holder has now.
async fn present(conn: &mut SqliteConnection, holder: &Holder) -> Result<State> {
    let mut state = State::new();
    for name in TABLES {
        let table = Table::read(conn, name).await?;
        let Some(owner) = holder.column(&table) else {
            continue;
        };
        let sql = format!(
            "SELECT id, {} FROM {name} t WHERE {owner} = ?",
            table.json("t")
        );
        let rows: Vec<(i64, String)> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(holder.owner.id())
            .fetch_all(&mut *conn)
            .await?;
        let rows = rows.into_iter();
        state.extend(rows.map(|(id, json)| (((*name).to_owned(), id), row(Some(&json)))));
    }
    Ok(state)
}

fn row(json: Option<&str>) -> Row {
    json.and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default()
}

impl Walk<'_> {
    fn note_names(&mut self) {
        let own = self.holder.table();
        let named = self.state.iter().filter(|((table, _), _)| table == own);
        for ((_, id), row) in named {
            let name = row.get("name").and_then(Value::as_str);
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                self.called.insert(*id, name.to_owned());
            }
        }
    }

    /// Tells what an entry changed and takes the state to before it.
    async fn step(&mut self, entry: &Entry) -> Result<()> {
        let key = (entry.table.clone(), entry.row_id);
        let deed = Deed {
            batch: entry.batch,
            at: entry.at.clone(),
            by: entry.by.clone(),
            operation: entry.deed.clone(),
        };
        // What a contact was before it was merged into this one is told, and not brought back piece by piece.
        let is_own = self.holder.owns(entry);
        let own_entry = is_own.then_some(entry.id);
        let after = self.state.remove(&key);
        let before = match entry.operation.as_str() {
            "insert" => None,
            "delete" => Some(row(entry.before.as_deref())),
            _ => after.clone().map(|mut whole| {
                whole.extend(row(entry.before.as_deref()));
                whole
            }),
        };
        // That a contact went, and what it had twice, is told by the name that was merged.
        let is_merged_away = !is_own && entry.deed == Operation::ContactsMerge.name();
        if !is_merged_away {
            self.tell_entry(entry, &deed, own_entry, before.as_ref(), after)
                .await?;
        }
        if let Some(before) = before {
            self.state.insert(key, before);
        }
        Ok(())
    }

    async fn tell_entry(
        &mut self,
        entry: &Entry,
        deed: &Deed,
        own_entry: Option<i64>,
        before: Option<&Row>,
        after: Option<Row>,
    ) -> Result<()> {
        if entry.operation == "delete"
            && let (Some(again), Some(at)) = (entry.again, &entry.again_at)
        {
            let redo = Deed {
                batch: again,
                at: at.clone(),
                by: entry.again_by.clone(),
                operation: "redo".into(),
            };
            self.tell(&redo, &entry.table, None, None, after.as_ref())
                .await?;
            self.tell(deed, &entry.table, own_entry, before, None)
                .await?;
        } else if before.is_some() || entry.operation == "insert" {
            let after = after.or_else(|| entry.after.as_deref().map(|json| row(Some(json))));
            let after = after.filter(|_| entry.operation != "delete");
            self.tell(deed, &entry.table, own_entry, before, after.as_ref())
                .await?;
        }
        Ok(())
    }

    async fn tell(
        &mut self,
        deed: &Deed,
        table: &str,
        entry: Option<i64>,
        before: Option<&Row>,
        after: Option<&Row>,
    ) -> Result<()> {
        let own = self.holder.table();
        let words = if table == own && (before.is_none() || after.is_none()) {
            let name = |row: &Row| {
                let id = row.get("id").and_then(Value::as_i64).unwrap_or_default();
                self.called.get(&id).cloned().unwrap_or_default()
            };
            let field = own.trim_end_matches('s');
            vec![Words::whole(field, before.map(name), after.map(name))]
        } else {
            self.names.words(self.conn, table, before, after).await?
        };
        for words in words {
            let restore = entry
                .filter(|_| words.restorable)
                .map(|entry| RestorePoint {
                    entry,
                    part: words.part.map(str::to_owned),
                });
            self.changes.push(FieldChange {
                at: deed.at.clone(),
                by: deed.by.clone(),
                operation: deed.operation.clone(),
                field: words.field,
                of: words.of,
                before: words.before,
                after: words.after,
                batch: deed.batch,
                restore,
            });
        }
        Ok(())
    }

    /// What is left at the beginning was written in bulk: the holder itself, and rows that an import added later.
    async fn beginnings(&mut self) -> Result<()> {
        let mut added: Vec<(Deed, String, Row)> = Vec::new();
        let mut creations = Vec::new();
        for ((table, id), row) in std::mem::take(&mut self.state) {
            let deed: Option<Deed> = sqlx::query_as(include_str!("added_in_bulk.sql"))
                .bind(&table)
                .bind(id)
                .fetch_optional(&mut *self.conn)
                .await?;
            let Some(deed) = deed else { continue };
            if table == self.holder.table() {
                creations.push((deed, row));
            } else if deed.batch != self.holder.created_batch {
                added.push((deed, table, row));
            }
        }
        added.sort_by_key(|(deed, ..)| std::cmp::Reverse(deed.batch));
        for (deed, table, row) in added {
            self.tell(&deed, &table, None, None, Some(&row)).await?;
        }
        // Imports write no entry with the contact's number: later ones stand in between by their batch.
        self.changes
            .sort_by_key(|change| std::cmp::Reverse(change.batch));
        for (deed, row) in creations {
            self.tell(&deed, self.holder.table(), None, None, Some(&row))
                .await?;
        }
        Ok(())
    }
}
