//! How much a filter asks, the groups that it uses included. Whatever walks a tree goes as deep as it is, and a group that
//! uses two groups that use two groups … soon asks more than any machine can answer: what goes beyond is refused when
//! it is read, and said so.

use std::collections::HashMap;

use super::catalog::Catalog;
use super::mistake::{Expected, Mistake};
use super::parse::parse;
use super::tree::Filter;

/// Conditions in a filter and in all the groups that it uses.
const MOST: usize = 10_000;
/// Brackets, `not` and groups, each within the next.
const DEEPEST: usize = 200;
/// In a group, so that filters may use it.
const DEEPEST_IN_GROUP: usize = 150;

#[derive(Debug, Clone, Copy, Default)]
struct Extent {
    conditions: usize,
    levels: usize,
}

/// Reads a filter that is to be asked.
///
/// # Errors
/// As [`parse`]; one that asks too much is a mistake of the whole text.
pub fn read(text: &str, catalog: &Catalog) -> Result<Filter, Mistake> {
    read_within(DEEPEST, text, catalog)
}

/// Reads a filter that is to be kept as that of a group.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_for_group(text: &str, catalog: &Catalog) -> Result<Filter, Mistake> {
    read_within(DEEPEST_IN_GROUP, text, catalog)
}

fn read_within(deepest: usize, text: &str, catalog: &Catalog) -> Result<Filter, Mistake> {
    let filter = parse(text, catalog)?;
    let mut measure = Measure {
        deepest,
        catalog,
        known: HashMap::new(),
        open: Vec::new(),
    };
    match measure.of(&filter, 0) {
        Some(extent) if extent.conditions <= MOST => Ok(filter),
        _ => Err(too_much(text, deepest)),
    }
}

fn too_much(text: &str, deepest: usize) -> Mistake {
    let shown: String = text.chars().take(40).collect();
    Mistake {
        position: 1,
        length: text.chars().count() as u32,
        found: match shown.len() < text.len() {
            true => format!("{shown}…"),
            false => shown,
        },
        expected: Expected::Less {
            conditions: MOST as u32,
            levels: deepest as u32,
        },
    }
}

struct Measure<'a> {
    deepest: usize,
    catalog: &'a Catalog,
    /// By group.
    known: HashMap<i64, Extent>,
    /// The groups that are being measured: a circle adds nothing.
    open: Vec<i64>,
}

impl Measure<'_> {
    /// None when it goes too deep, `level` levels down already.
    fn of(&mut self, filter: &Filter, level: usize) -> Option<Extent> {
        if level > self.deepest {
            return None;
        }
        let (parts, used) = match filter {
            Filter::All { parts } | Filter::Any { parts } => (parts.as_slice(), Vec::new()),
            Filter::Not { part } => (std::slice::from_ref(&**part), Vec::new()),
            leaf => (&[][..], self.catalog.used_by(leaf)),
        };
        let mut whole = Extent {
            conditions: usize::from(parts.is_empty()),
            levels: 0,
        };
        for part in parts {
            whole = whole.with(self.of(part, level + 1)?);
        }
        for group in used {
            whole = whole.with(self.group(group, level + 1)?);
        }
        whole.levels += 1;
        (level + whole.levels <= self.deepest + 1).then_some(whole)
    }

    fn group(&mut self, id: i64, level: usize) -> Option<Extent> {
        if let Some(known) = self.known.get(&id) {
            return Some(*known);
        }
        let group = self.catalog.group_by_id(id);
        let text = group.and_then(|group| group.filter.as_deref());
        let filter = text.and_then(|text| parse(text, self.catalog).ok());
        let Some(filter) = filter.filter(|_| !self.open.contains(&id)) else {
            return Some(Extent::default());
        };
        self.open.push(id);
        let extent = self.of(&filter, level)?;
        self.open.pop();
        self.known.insert(id, extent);
        Some(extent)
    }
}

impl Extent {
    fn with(self, part: Self) -> Self {
        Self {
            conditions: self.conditions.saturating_add(part.conditions),
            levels: self.levels.max(part.levels),
        }
    }
}
