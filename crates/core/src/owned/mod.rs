//! What contacts and organizations both hold, each in tables of their own: the edits of it, once for both.

pub(crate) mod addresses;
pub(crate) mod following;
pub(crate) mod points;
mod seen;

pub(crate) use seen::Seen;

use sqlx::AssertSqlSafe;

/// Whose they are, by id.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Owner {
    Contact(i64),
    Organization(i64),
}

impl Owner {
    pub(crate) fn id(self) -> i64 {
        match self {
            Self::Contact(id) | Self::Organization(id) => id,
        }
    }

    /// A statement with the names of this owner's tables and of the column in them that names it.
    fn sql(self, statement: &str) -> AssertSqlSafe<String> {
        let (owner, points, addresses, as_read) = match self {
            Self::Contact(_) => ("contact_id", "points", "addresses", "contact_addresses"),
            Self::Organization(_) => (
                "organization_id",
                "organization_points",
                "organization_addresses",
                "organization_addresses",
            ),
        };
        let named = statement
            .replace("{owner}", owner)
            .replace("{points}", points)
            .replace("{addresses}", addresses)
            .replace("{addresses_as_read}", as_read);
        AssertSqlSafe(named)
    }
}

/// A text as it is kept: an empty one is none.
fn text(value: &str) -> Option<&str> {
    Some(value).filter(|text| !text.is_empty())
}
