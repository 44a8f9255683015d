//! Where a filter begins. Among conditions that must all hold, one that an index answers may hold for few contacts; the
//! others are then looked up for these alone, instead of making the set of all whom each of them means.

use sqlx::SqliteConnection;

use super::catalog::Catalog;
use super::compile::{Compiler, Reach};
use super::sql::{Arg, Sql};
use super::tree::Filter;
use crate::error::Result;

/// Looking up is dearer for each contact than a set is, so it pays for few.
const FEW: i64 = 20_000;

/// The condition that a contact meets the filter, for asking about all contacts.
pub(super) async fn condition(
    catalog: &Catalog,
    conn: &mut SqliteConnection,
    filter: &Filter,
) -> Result<Sql> {
    let mut compiler = Compiler::new(catalog, Reach::All);
    let Filter::All { parts } = filter else {
        return Ok(compiler.filter(filter));
    };
    match rarest(&compiler, conn, parts).await? {
        Some(at) => Ok(compiler.beginning_with(parts, at)),
        None => Ok(compiler.filter(filter)),
    }
}

/// The part that the fewest contacts meet, if they are few.
async fn rarest(
    compiler: &Compiler<'_>,
    conn: &mut SqliteConnection,
    parts: &[Filter],
) -> Result<Option<usize>> {
    let mut least = None;
    for (at, part) in parts.iter().enumerate() {
        let Some(rows) = compiler.indexed(part) else {
            continue;
        };
        let mut counted = rows.wrapped("SELECT count(*) FROM (", " LIMIT ?)");
        counted.args.push(Arg::Integer(FEW + 1));
        let count: i64 = counted.scalar(conn).await?;
        if count <= FEW && least.is_none_or(|(fewest, _)| count < fewest) {
            least = Some((count, at));
        }
    }
    Ok(least.map(|(_, at)| at))
}
