//! Groups within filters: members of static ones, and the filters of dynamic ones with their pins.

use super::super::extent::read;
use super::super::parse::parse;
use super::super::sql::{Arg, Sql};
use super::super::tree::Comparison;
use super::source::{Reach, memberships};
use super::{Among, Compiler, counted, nothing, select};

/// Of so many sets SQLite makes one.
const MOST_SETS: usize = 400;

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
        let filter = self.by_filter(id, text);
        // An import that names a dynamic group puts its contacts in as members.
        let pinned = self.in_rows(Sql::with(
            "gc.group_id = ? AND gc.pin <> 'exclude'",
            [Arg::Integer(id)],
        ));
        let included = Sql::joined([filter, pinned], " OR ").wrapped("(", ")");
        let not_excluded = self.pinned(id, "exclude").wrapped("NOT ", "");
        Sql::joined([included, not_excluded], " AND ").wrapped("(", ")")
    }

    /// What the filter of a dynamic group says. How much it asks is looked at once for all the groups that it uses.
    fn by_filter(&mut self, id: i64, text: &str) -> Sql {
        let filter = match self.open.as_slice() {
            [] => read(text, self.catalog),
            _ => parse(text, self.catalog),
        };
        match filter {
            Ok(filter) if !self.open.contains(&id) => {
                self.open.push(id);
                let sql = self.filter(&filter);
                self.open.pop();
                sql
            }
            _ => nothing(),
        }
    }

    /// For each dynamic group the condition of being in it by its filter and not by a pin. Within the filter of a group
    /// there are none: that would lead back to the group.
    fn each_by_filter(&mut self) -> Vec<Sql> {
        if !self.open.is_empty() {
            return Vec::new();
        }
        let catalog = self.catalog;
        let dynamic = catalog.groups().iter();
        let dynamic = dynamic.filter_map(|group| Some((group.id, group.filter.as_deref()?)));
        let mut each = Vec::new();
        for (id, text) in dynamic {
            let filter = self.by_filter(id, text);
            let unpinned = self
                .in_rows(Sql::with("gc.group_id = ?", [Arg::Integer(id)]))
                .wrapped("NOT ", "");
            each.push(Sql::joined([filter, unpinned], " AND ").wrapped("(", ")"));
        }
        each
    }

    /// The contacts in groups, once for each group that they are in; None where that would be too many sets.
    fn everyone_in_groups(&self, each: &[Sql]) -> Option<Sql> {
        if self.reach == Reach::Few || each.len() > MOST_SETS {
            return None;
        }
        let by_hand =
            Sql::new("SELECT gc.contact_id AS id FROM group_contacts gc WHERE gc.pin <> 'exclude'");
        let by_filter = each
            .iter()
            .map(|condition| select("c.id", condition.clone(), Among::Everyone));
        Some(Sql::in_a_row(
            std::iter::once(by_hand).chain(by_filter),
            " UNION ALL ",
        ))
    }

    /// Being in a group at all.
    pub(super) fn in_any_group(&mut self) -> Sql {
        let each = self.each_by_filter();
        if let Some(everyone) = self.everyone_in_groups(&each) {
            return everyone.wrapped("c.id IN (", ")");
        }
        let by_hand = self.in_rows(Sql::new("gc.pin <> 'exclude'"));
        Sql::joined(std::iter::once(by_hand).chain(each), " OR ").wrapped("(", ")")
    }

    /// Being in so many groups.
    pub(super) fn in_groups(&mut self, op: Comparison, number: u32) -> Sql {
        let each = self.each_by_filter();
        if let Some(everyone) = self.everyone_in_groups(&each) {
            return counted(everyone.wrapped("SELECT id FROM (", ")"), "id", op, number);
        }
        let of_one = "SELECT count(*) FROM group_contacts gc WHERE gc.contact_id = c.id AND gc.pin <> 'exclude'";
        let by_hand = Sql::new(format!("({of_one})"));
        let mut sum = Sql::joined(std::iter::once(by_hand).chain(each), " + ")
            .wrapped("(", &format!(") {} ?", op.sign()));
        sum.args.push(Arg::Integer(i64::from(number)));
        sum.wrapped("(", ")")
    }

    fn pinned(&self, id: i64, pin: &str) -> Sql {
        let test = format!("gc.group_id = ? AND gc.pin = '{pin}'");
        self.in_rows(Sql::with(test, [Arg::Integer(id)]))
    }

    fn in_rows(&self, test: Sql) -> Sql {
        memberships(self.reach).having(test)
    }
}
