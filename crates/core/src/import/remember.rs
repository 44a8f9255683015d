//! The mapping last used for a header, kept for the next file with the same one (I15).

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::plan::Plan;
use super::types::PreviewColumn;
use crate::error::{Error, Result};
use crate::fields::{CustomField, Target};
use crate::journal::Bulk;

/// A remembered decision for one column.
#[derive(Serialize, Deserialize)]
struct Remembered {
    position: u32,
    field: Option<String>,
}

/// Lets the remembered decisions take the place of the proposals; says whether there are any.
pub(super) async fn apply_remembered(
    conn: &mut SqliteConnection,
    signature: &str,
    columns: &mut [PreviewColumn],
    customs: &[CustomField],
) -> Result<bool> {
    let sql = "SELECT mapping FROM import_mappings WHERE signature = ?";
    let stored: Option<String> = sqlx::query_scalar(sql)
        .bind(signature)
        .fetch_optional(conn)
        .await?;
    let Some(mapping) = stored.and_then(|text| serde_json::from_str::<Vec<Remembered>>(&text).ok())
    else {
        return Ok(false);
    };
    for remembered in mapping {
        let known = remembered
            .field
            .as_deref()
            .is_none_or(|field| is_known(field, customs));
        if let Some(column) = columns
            .get_mut(remembered.position as usize - 1)
            .filter(|_| known)
        {
            column.field = remembered.field;
            column.confidence = 1.0;
        }
    }
    Ok(true)
}

fn is_known(field: &str, customs: &[CustomField]) -> bool {
    field == "ignore"
        || match Target::parse(field) {
            Target::Custom(code) => customs.iter().any(|f| f.code == code),
            _ => true,
        }
}

/// Remembers the mapping for the next file with this header.
pub(super) fn remember(change: &Bulk, plan: &Plan) -> Result<()> {
    let mapping: Vec<Remembered> = plan
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.decided || column.target.is_some() || column.custom.is_some())
        .map(|(i, column)| Remembered {
            position: i as u32 + 1,
            field: match (&column.target, &column.custom) {
                (_, Some(custom)) => Some(custom.code.clone()),
                (Some(_), None) => Some(column.field.clone()),
                (None, None) => Some("ignore".into()),
            },
        })
        .collect();
    let text = serde_json::to_string(&mapping).map_err(|e| Error::Call {
        detail: e.to_string(),
    })?;
    change.execute(
        include_str!("remember.sql"),
        (&plan.signature, text, &change.now),
    )?;
    Ok(())
}
