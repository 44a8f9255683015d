//! Filters: the one expression language by which contacts are chosen, in the list, in dynamic groups, exports and bulk
//! actions.
//!
//! [`parse`] reads the text form into the tree ([`Filter`]), which prints itself; `compile` makes SQL of it. The text
//! is what is kept and handed about, so that people can read it wherever it stands. `field.rs` says which names there
//! are and where their values lie.

mod begin;
mod catalog;
mod collation;
mod compile;
mod days;
mod describe;
mod explain;
mod extent;
mod field;
mod lexer;
mod members;
mod mistake;
mod nearest;
mod parse;
mod parse_value;
mod print;
mod sql;
mod tree;

#[cfg(test)]
mod tests;

use sqlx::SqliteConnection;

pub use catalog::Catalog;
pub(crate) use collation::{NAME as COLLATION, compare};
pub use describe::*;
pub use explain::{Part, PartKind};
pub(crate) use explain::{explain, is_in_group};
pub use extent::read;
pub(crate) use extent::read_for_group;
pub(crate) use field::is_taken;
pub use mistake::{Expected, Mistake};
pub use parse::parse;
pub use tree::{Comparison, Filter, Side, Span, Unit, Value};

use crate::error::{Error, Result};
use crate::sql::parse_ids;
use crate::workspace::Workspace;
pub(crate) use compile::Among;
use compile::{Compiler, Reach};

/// Whether archived contacts are looked at too: only a filter that asks for them does.
pub(crate) fn asks_for_archived(filter: &Filter) -> bool {
    let mut asks = false;
    filter.visit(&mut |node| asks |= node.field() == Some("archived"));
    asks
}

/// A filter ready to be asked.
pub(crate) struct Ready {
    pub filter: Filter,
    pub catalog: Catalog,
}

impl Ready {
    /// # Errors
    /// `Filter`, with the place of the mistake.
    pub async fn read(ws: &Workspace, conn: &mut SqliteConnection, text: &str) -> Result<Self> {
        let catalog = Catalog::load(ws, conn).await?;
        let filter = read(text, &catalog).map_err(Error::Filter)?;
        Ok(Self { filter, catalog })
    }

    /// The ids of the contacts that meet it, in no order.
    pub async fn ids(&self, conn: &mut SqliteConnection, among: Among) -> Result<Vec<i64>> {
        let condition = begin::condition(&self.catalog, conn, &self.filter).await?;
        let found = compile::select("group_concat(c.id)", condition, among)
            .scalar(conn)
            .await?;
        Ok(parse_ids(found))
    }
}

/// The ids of the contacts in a group at this moment, in no order.
pub(crate) async fn group_ids(
    catalog: &Catalog,
    conn: &mut SqliteConnection,
    group: i64,
) -> Result<Vec<i64>> {
    let condition = Compiler::new(catalog, Reach::All).group(group);
    let found = compile::select("group_concat(c.id)", condition, Among::Lists)
        .scalar(conn)
        .await?;
    Ok(parse_ids(found))
}
