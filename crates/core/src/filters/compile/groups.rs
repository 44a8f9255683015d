//! Groups within filters: members of static ones, and the filters of dynamic ones with their pins.

use super::super::parse::parse;
use super::super::sql::{Arg, Sql};
use super::source::memberships;
use super::{Compiler, nothing};

impl Compiler<'_> {
    pub(super) fn groups_named(&mut self, names: &[String]) -> Sql {
        let ids: Vec<i64> = names
            .iter()
            .filter_map(|name| Some(self.catalog.group(name)?.id))
            .collect();
        match ids.as_slice() {
            [] => nothing(),
            [one] => self.group(*one),
            several => {
                let each: Vec<Sql> = several.iter().map(|id| self.group(*id)).collect();
                Sql::joined(each, " OR ").wrapped("(", ")")
            }
        }
    }

    /// The rows of one static group.
    pub(super) fn in_static_group(&self, names: &[String]) -> Option<Sql> {
        let [name] = names else { return None };
        let group = self.catalog.group(name)?;
        let test = || Sql::with("gc.group_id = ?", [Arg::Integer(group.id)]);
        group.filter.is_none().then(test)
    }

    /// Being in a group. A dynamic group whose filter can't be read any more, or that uses itself, holds only whom
    /// it always includes.
    pub fn group(&mut self, id: i64) -> Sql {
        let Some(group) = self.catalog.group_by_id(id) else {
            return nothing();
        };
        let Some(text) = &group.filter else {
            return self.pinned(id, "member");
        };
        let filter = match parse(text, self.catalog) {
            Ok(filter) if !self.open.contains(&id) => {
                self.open.push(id);
                let sql = self.filter(&filter);
                self.open.pop();
                sql
            }
            _ => nothing(),
        };
        // An import that names a dynamic group puts its contacts in as members.
        let pinned = self.in_rows(Sql::with(
            "gc.group_id = ? AND gc.pin <> 'exclude'",
            [Arg::Integer(id)],
        ));
        let included = Sql::joined([filter, pinned], " OR ").wrapped("(", ")");
        let not_excluded = self.pinned(id, "exclude").wrapped("NOT ", "");
        Sql::joined([included, not_excluded], " AND ").wrapped("(", ")")
    }

    fn pinned(&self, id: i64, pin: &str) -> Sql {
        let test = format!("gc.group_id = ? AND gc.pin = '{pin}'");
        self.in_rows(Sql::with(test, [Arg::Integer(id)]))
    }

    fn in_rows(&self, test: Sql) -> Sql {
        memberships(self.reach).having(test)
    }
}
