//! From the tree to SQL: the one place where it happens.
//!
//! The condition is about a row `c` of `contacts` and is true or false, never NULL, so that `not` turns it round.
//! What lies in other tables is asked as `c.id IN (SELECT …)`: each set is made once, and SQLite may begin with a
//! rare one; where only few contacts are asked about ([`Reach::Few`]) they are looked up instead. [`select`] adds which contacts are looked at at all.

mod groups;
mod points;
mod source;
mod test;

use super::catalog::Catalog;
use super::field::{self, Field, Source};
use super::sql::{Arg, Sql};
use super::tree::{Comparison, Filter};
use crate::values::fold;
pub(crate) use source::Reach;
use source::Rows;
pub(super) use source::seen;

/// Compiles one filter, and the groups that it names.
pub(super) struct Compiler<'a> {
    pub catalog: &'a Catalog,
    /// The dynamic groups that are being compiled, so that a circle ends.
    pub open: Vec<i64>,
    pub reach: Reach,
}

impl<'a> Compiler<'a> {
    pub fn new(catalog: &'a Catalog, reach: Reach) -> Self {
        Self {
            catalog,
            open: Vec::new(),
            reach,
        }
    }
}

/// The condition that holds nowhere.
fn nothing() -> Sql {
    Sql::new("0")
}

impl Compiler<'_> {
    pub fn filter(&mut self, filter: &Filter) -> Sql {
        match filter {
            Filter::All { parts } if parts.is_empty() => Sql::new("1"),
            Filter::All { parts } => self.joined(parts, " AND "),
            Filter::Any { parts } => self.joined(parts, " OR "),
            Filter::Not { part } => self.filter(part).wrapped("NOT ", ""),
            Filter::Matches { text } => self.matches(text),
            Filter::Compare { field, op, value } if *op == Comparison::Unequal => {
                let equal = Filter::Compare {
                    field: field.clone(),
                    op: Comparison::Equal,
                    value: value.clone(),
                };
                self.filter(&equal).wrapped("NOT ", "")
            }
            leaf => self.leaf(leaf),
        }
    }

    fn joined(&mut self, parts: &[Filter], between: &str) -> Sql {
        let parts: Vec<Sql> = parts.iter().map(|part| self.filter(part)).collect();
        Sql::joined(parts, between).wrapped("(", ")")
    }

    /// All parts, of which the one at `at` is met by few: the others are looked up for those.
    pub fn beginning_with(&mut self, parts: &[Filter], at: usize) -> Sql {
        let each = parts.iter().enumerate().map(|(i, part)| {
            self.reach = if i == at { Reach::All } else { Reach::Few };
            self.filter(part)
        });
        Sql::joined(each.collect::<Vec<_>>(), " AND ").wrapped("(", ")")
    }

    /// `SELECT` of the contacts that meet a condition, where an index finds their rows.
    pub fn indexed(&self, leaf: &Filter) -> Option<Sql> {
        let field = leaf
            .field()
            .and_then(|name| field::find(name, self.catalog))?;
        self.indexed_rows(&field, leaf)
    }

    /// A condition on a field. A field that is no more meets none.
    fn leaf(&mut self, leaf: &Filter) -> Sql {
        let field = leaf
            .field()
            .and_then(|name| field::find(name, self.catalog));
        match (field, leaf) {
            (Some(field), Filter::Has { .. }) if field.source == Source::Group => {
                self.in_any_group()
            }
            (Some(field), Filter::Count { op, number, .. }) if field.source == Source::Group => {
                self.in_groups(*op, *number)
            }
            (Some(field), Filter::Has { .. }) => source::has(&field, self.reach),
            (Some(field), Filter::Count { op, number, .. }) => self.count(&field, *op, *number),
            (Some(field), leaf) => self.on(&field, leaf),
            (None, _) => nothing(),
        }
    }

    fn matches(&self, text: &str) -> Sql {
        let patterns = fold::query(text);
        if patterns.is_empty() {
            return nothing();
        }
        let tests = patterns
            .into_iter()
            .map(|needle| Sql::with("instr(s.text, ?)", [Arg::Text(needle.pattern)]));
        Rows::new(self.reach, "contact_search s", "s.contact_id", "s.text")
            .having(Sql::joined(tests, " AND "))
    }

    /// Contacts with none are in no group of rows: where none is enough, those with too many or too few are left out.
    fn count(&self, field: &Field, op: Comparison, number: u32) -> Sql {
        let Some(rows) = source::rows(&field.source, self.reach) else {
            return nothing();
        };
        let owner = rows.owner;
        counted(rows.select(), owner, op, number)
    }
}

/// The contacts that `select` names so many times, each as `owner`.
fn counted(select: Sql, owner: &str, op: Comparison, number: u32) -> Sql {
    let none_will_do = match op {
        Comparison::Equal => number == 0,
        Comparison::Unequal => number != 0,
        Comparison::Less => number > 0,
        Comparison::AtMost => true,
        Comparison::More => false,
        Comparison::AtLeast => number == 0,
    };
    let (is_in, not) = match none_will_do {
        true => ("NOT IN", "NOT "),
        false => ("IN", ""),
    };
    let having = format!(" GROUP BY {owner} HAVING {not}count(*) {} ?)", op.sign());
    let mut sql = select.wrapped(&format!("c.id {is_in} ("), &having);
    sql.args.push(Arg::Integer(i64::from(number)));
    sql
}

/// Which contacts a filter is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Among {
    /// Those that stand in lists.
    Lists,
    /// All, also the archived and those in the trash: the asker leaves out whom it does not mean.
    Everyone,
}

/// `SELECT` of what `columns` says of the contacts that meet the condition.
pub(super) fn select(columns: &str, condition: Sql, among: Among) -> Sql {
    let standing = match among {
        Among::Lists => "c.deleted_at IS NULL AND c.archived_at IS NULL AND ",
        Among::Everyone => "",
    };
    condition.wrapped(
        &format!("SELECT {columns} FROM contacts c WHERE {standing}"),
        "",
    )
}
