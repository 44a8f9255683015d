//! Opt-outs that a file brings: of a status column, or of the mode `opt-out`. They are only ever added (I9).

use serde_json::json;

use super::Writer;
use crate::error::Result;
use crate::sql;

/// A phone or e-mail to opt out, as kind and normalized value.
pub(crate) type Address = (&'static str, String);

impl Writer {
    /// Opts the values out; those that are already stay as they are, with their date and reason.
    pub fn opt_out(&mut self, values: &[Address]) -> Result<u64> {
        if values.is_empty() {
            return Ok(0);
        }
        let values = json!(values).to_string();
        let (now, reason) = (&self.change.now, format!("Import of {}", self.source));
        let mut statement = self.change.prepare_cached(include_str!("opt_out.sql"))?;
        let ids = statement.query_map((values, now, &reason), |row| row.get(0))?;
        let ids: Vec<i64> = ids.collect::<rusqlite::Result<_>>()?;
        self.change
            .prepare_cached(include_str!("opt_out_history.sql"))?
            .execute((sql::ids(&ids), now, &reason))?;
        self.opted_out += ids.len() as u64;
        Ok(ids.len() as u64)
    }
}
