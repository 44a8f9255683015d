//! SQL in the making: its text and, in their order, the arguments for its question marks.

use sqlx::query::QueryScalar;
use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, Sqlite, SqliteConnection};

use crate::error::Result;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Arg {
    Text(String),
    Integer(i64),
    Real(f64),
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sql {
    /// Made of what the code holds; what a user wrote is in `args`.
    pub text: String,
    pub args: Vec<Arg>,
}

impl Sql {
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            args: Vec::new(),
        }
    }

    pub fn with(text: impl Into<String>, args: impl IntoIterator<Item = Arg>) -> Self {
        Self {
            text: text.into(),
            args: args.into_iter().collect(),
        }
    }

    /// `before`, this, `after`.
    pub fn wrapped(mut self, before: &str, after: &str) -> Self {
        self.text = format!("{before}{}{after}", self.text);
        self
    }

    /// The parts with `between` between them. Many are joined in brackets of some, since SQLite takes a long row of
    /// operators for a deep tree.
    pub fn joined(parts: impl IntoIterator<Item = Sql>, between: &str) -> Self {
        const SOME: usize = 100;
        let mut parts: Vec<Sql> = parts.into_iter().collect();
        while parts.len() > SOME {
            let mut rest = parts.into_iter().peekable();
            parts = Vec::new();
            while rest.peek().is_some() {
                let some = rest.by_ref().take(SOME);
                parts.push(Self::in_a_row(some, between).wrapped("(", ")"));
            }
        }
        Self::in_a_row(parts, between)
    }

    /// The parts with `between` between them, however many they are.
    pub fn in_a_row(parts: impl IntoIterator<Item = Sql>, between: &str) -> Self {
        let mut whole = Sql::default();
        for (i, part) in parts.into_iter().enumerate() {
            if i > 0 {
                whole.text.push_str(between);
            }
            whole.text.push_str(&part.text);
            whole.args.extend(part.args);
        }
        whole
    }

    /// The one value that the statement gives.
    pub async fn scalar<T>(self, conn: &mut SqliteConnection) -> Result<T>
    where
        T: Send + Unpin + for<'r> sqlx::Decode<'r, Sqlite> + sqlx::Type<Sqlite>,
    {
        let mut query: QueryScalar<Sqlite, T, SqliteArguments> =
            sqlx::query_scalar(AssertSqlSafe(self.text));
        for arg in self.args {
            query = match arg {
                Arg::Text(text) => query.bind(text),
                Arg::Integer(number) => query.bind(number),
                Arg::Real(number) => query.bind(number),
            };
        }
        Ok(query.fetch_one(conn).await?)
    }
}
