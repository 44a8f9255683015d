//! Indexes whose entries come in no order. Each new entry lands on a page that the processor has long forgotten, so that
//! the first load of a workspace makes these indexes at its end, sorted, in a fraction of the time. It is part of the
//! change like everything else: whoever looks meanwhile, or after a kill, finds them where they were.

use crate::error::Result;
use crate::journal::Bulk;

/// No step of an import asks these: what they answer it knows by itself, the workspace being empty.
const IN_NO_ORDER: &str = r#"["points_match", "contacts_sorted", "affiliations_organization",
    "organizations_folded", "organizations_sorted"]"#;

/// The indexes that are still to be made, as the schema words them.
pub(super) struct Indexes(Vec<String>);

impl Indexes {
    /// Takes them away while the first contacts are loaded; later loads are small beside what is there already.
    pub fn put_off(change: &Bulk) -> Result<Self> {
        if change.first_id("contacts") > 1 {
            return Ok(Self(Vec::new()));
        }
        let sql =
            "SELECT s.name, s.sql FROM json_each(?) i JOIN sqlite_schema s ON s.name = i.value";
        let mut statement = change.prepare(sql)?;
        let known = statement.query_map([IN_NO_ORDER], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let known: Vec<(String, String)> = known.collect::<rusqlite::Result<_>>()?;
        for (name, _) in &known {
            change.execute_batch(&format!("DROP INDEX {name}"))?;
        }
        Ok(Self(known.into_iter().map(|(_, sql)| sql).collect()))
    }

    pub fn make(self, change: &Bulk) -> Result<()> {
        Ok(change.execute_batch(&self.0.join(";"))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::Operation;
    use crate::testing::workspace;

    #[tokio::test]
    async fn an_empty_workspace_gets_them_at_the_end_and_as_they_were() {
        let temp = workspace().await;
        let change = Bulk::begin(&temp.ws, Operation::ImportRun).await.unwrap();
        let schema = |change: &Bulk| -> Vec<(String, Option<String>)> {
            let sql = "SELECT name, sql FROM sqlite_schema ORDER BY name";
            let mut statement = change.prepare(sql).unwrap();
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
            rows.unwrap().map(Result::unwrap).collect()
        };
        let before = schema(&change);
        let indexes = Indexes::put_off(&change).unwrap();
        assert_eq!(schema(&change).len(), before.len() - indexes.0.len());
        assert_eq!(indexes.0.len(), 5);
        indexes.make(&change).unwrap();
        assert_eq!(schema(&change), before);
    }
}
