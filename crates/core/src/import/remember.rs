//! The mapping last used for a header, kept for the next file with the same one (I15).

use sqlx::SqliteConnection;

use super::labelled;
use super::plan::Plan;
use super::types::{ColumnMapping, PreviewColumn};
use crate::error::{Error, Result};
use crate::fields::{CustomField, Target};
use crate::journal::Bulk;

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
    let Some(mapping) =
        stored.and_then(|text| serde_json::from_str::<Vec<ColumnMapping>>(&text).ok())
    else {
        return Ok(false);
    };
    for remembered in mapping {
        apply(columns, customs, remembered);
    }
    Ok(true)
}

/// Lets a decision that was kept take the place of a column's proposal, if its field is still there.
pub(super) fn apply(
    columns: &mut [PreviewColumn],
    customs: &[CustomField],
    mut kept: ColumnMapping,
) {
    let made = kept
        .new_field
        .as_ref()
        .and_then(|label| customs.iter().find(|f| f.label == *label));
    if let Some(field) = made {
        kept.field = Some(field.code.clone());
        kept.new_field = None;
    }
    let known = kept
        .field
        .as_deref()
        .is_none_or(|field| is_known(field, customs));
    let place = (kept.position as usize).checked_sub(1);
    if let Some(column) = place.and_then(|at| columns.get_mut(at)).filter(|_| known) {
        column.field.clone_from(&kept.field);
        column.confidence = 1.0;
        column.kept = Some(kept);
    }
}

fn is_known(field: &str, customs: &[CustomField]) -> bool {
    field == "ignore"
        || field == labelled::FIELD
        || match Target::parse(field) {
            Target::Custom(code) => customs.iter().any(|f| f.code == code),
            _ => true,
        }
}

/// What is decided for each column; a proposal alone is no wish to leave a column out.
pub(super) fn decisions(plan: &Plan) -> Vec<ColumnMapping> {
    plan.in_file()
        .enumerate()
        .filter(|(_, column)| {
            column.decided
                || column.target.is_some()
                || column.by_label.is_some()
                || column.custom.is_some()
        })
        .map(|(i, column)| {
            let field = match (&column.target, &column.custom, &column.new_field) {
                (_, Some(custom), _) => Some(custom.code.clone()),
                (Some(_), None, _) => Some(column.field.clone()),
                // A field that is still to be made.
                (None, None, Some(_)) => None,
                (None, None, None) if column.by_label.is_some() => Some(labelled::FIELD.into()),
                (None, None, None) => Some("ignore".into()),
            };
            let given = column.given.clone();
            ColumnMapping {
                position: i as u32 + 1,
                field,
                new_field: column.new_field.clone(),
                ..given.unwrap_or_else(|| ColumnMapping::new(0, None))
            }
        })
        .collect()
}

/// Remembers the mapping for the next file with this header.
pub(super) fn remember(change: &Bulk, plan: &Plan) -> Result<()> {
    let mapping = decisions(plan);
    let text = serde_json::to_string(&mapping).map_err(|e| Error::Call {
        detail: e.to_string(),
    })?;
    change.execute(
        include_str!("remember.sql"),
        (&plan.signature, text, &change.now),
    )?;
    Ok(())
}
