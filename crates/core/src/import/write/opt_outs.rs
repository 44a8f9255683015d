//! Opt-outs that a file brings: of a status column, or of the mode `opt-out`. They are only ever added (I9).

use serde_json::json;

use super::Writer;
use crate::error::Result;

/// A phone or e-mail to opt out, as kind and normalized value.
pub(crate) type Address = (&'static str, String);

impl Writer<'_> {
    /// Opts the values out; those that are already stay as they are, with their date and reason.
    pub async fn opt_out(&mut self, values: &[Address]) -> Result<u64> {
        if values.is_empty() {
            return Ok(0);
        }
        let values = json!(values).to_string();
        let (now, reason) = (
            self.change.now.clone(),
            format!("Import of {}", self.source),
        );
        let ids: Vec<i64> = sqlx::query_scalar(include_str!("opt_out.sql"))
            .bind(values)
            .bind(&now)
            .bind(&reason)
            .fetch_all(&mut **self.change)
            .await?;
        sqlx::query(include_str!("opt_out_history.sql"))
            .bind(crate::sql::ids(&ids))
            .bind(&now)
            .bind(&reason)
            .execute(&mut **self.change)
            .await?;
        self.opted_out += ids.len() as u64;
        Ok(ids.len() as u64)
    }
}
