//! Organizations, groups and tags by name: known ones loaded once, new ones numbered and inserted in bulk.

use rustc_hash::FxHashMap;

use super::insert::insert_numbered;
use super::uids::Uids;
use crate::error::Result;
use crate::groups::folded;
use crate::journal::Bulk;
use crate::organizations::OrganizationKind;
use crate::values::name;

struct New {
    id: i64,
    name: String,
    folded: String,
    /// Of organizations.
    kind: OrganizationKind,
}

pub(super) struct Names {
    table: &'static str,
    by_name: FxHashMap<String, i64>,
    /// As they were written, which spares folding a name again.
    by_spelling: FxHashMap<String, i64>,
    /// Where a name is that of organizations of several kinds, those.
    of_kind: FxHashMap<(OrganizationKind, String), i64>,
    next: i64,
    new: Vec<New>,
}

impl Names {
    pub fn load(change: &Bulk, table: &'static str) -> Result<Self> {
        let live = if table == "organizations" {
            "WHERE deleted_at IS NULL"
        } else {
            ""
        };
        let sql = format!("SELECT folded, id FROM {table} {live} ORDER BY id DESC");
        let mut statement = change.prepare(&sql)?;
        let known = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self {
            table,
            by_spelling: FxHashMap::default(),
            of_kind: FxHashMap::default(),
            by_name: known.collect::<rusqlite::Result<_>>()?,
            next: change.first_id(table),
            new: Vec::new(),
        })
    }

    /// Those of organizations, which have a kind beside their name.
    pub fn of_organizations(change: &Bulk) -> Result<Self> {
        let mut names = Self::load(change, "organizations")?;
        let mut statement = change.prepare(include_str!("kinds_of_names.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (kind, name): (String, String) = (row.get(0)?, row.get(1)?);
            if let Some(kind) = OrganizationKind::from_name(&kind) {
                names.of_kind.insert((kind, name), row.get(2)?);
            }
        }
        Ok(names)
    }

    /// The id of a name; a new name gets one.
    pub fn id(&mut self, name: &str) -> i64 {
        if let Some(id) = self.by_spelling.get(name) {
            return *id;
        }
        let id = self.by_folded(name, OrganizationKind::Account);
        self.by_spelling.insert(name.to_owned(), id);
        id
    }

    /// The id of an organization: one of that kind where several are called so, else the one that is; a new name gets
    /// one of the kind.
    pub fn organization(&mut self, name: &str, kind: Option<OrganizationKind>) -> i64 {
        let Some(kind) = kind else {
            return self.id(name);
        };
        if self.of_kind.is_empty() {
            return self.by_folded(name, kind);
        }
        let of_kind = self.of_kind.get(&(kind, folded(name))).copied();
        of_kind.unwrap_or_else(|| self.by_folded(name, kind))
    }

    fn by_folded(&mut self, name: &str, kind: OrganizationKind) -> i64 {
        let folded = folded(name);
        if let Some(id) = self.by_name.get(&folded) {
            return *id;
        }
        let id = self.next;
        self.next += 1;
        self.by_name.insert(folded.clone(), id);
        let name = name.trim().to_owned();
        self.new.push(New {
            id,
            name,
            folded,
            kind,
        });
        id
    }

    pub fn flush(&mut self, change: &Bulk) -> Result<()> {
        let new = std::mem::take(&mut self.new);
        let (now, batch) = (format!("'{}'", change.now), change.batch.to_string());
        let mut columns = vec![("name", "?"), ("folded", "?")];
        match self.table {
            "organizations" => columns.extend([
                ("uid", "?"),
                ("sort_key", "?"),
                ("kind", "?"),
                ("created_at", &now),
                ("changed_at", &now),
                ("created_batch", &batch),
            ]),
            "groups" => columns.extend([("created_at", now.as_str()), ("created_batch", &batch)]),
            _ => {}
        }
        let uids = Uids::new();
        let last = new.last().map(|row| row.id);
        insert_numbered(change, self.table, &columns, &new, last, |values, row| {
            values.push(&row.name)?;
            values.push(&row.folded)?;
            if self.table == "organizations" {
                values.push(uids.next())?;
                values.push(name::sort_key(&row.name))?;
                values.push(row.kind.name())?;
            }
            Ok(())
        })
    }
}
