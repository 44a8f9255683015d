//! The order of custom fields, and taking one out of use and back.

use super::add::free_label;
use super::custom;
use super::list::custom_field;
use super::types::{FieldChanged, FieldRetire, FieldsArrange, FieldsArranged};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// Puts the custom fields of a subject in an order. Codes that are not named keep theirs, after the named ones.
///
/// # Errors
/// `Invalid` for a code that the subject doesn't have.
pub async fn arrange(ws: &Workspace, input: &FieldsArrange) -> Result<FieldsArranged> {
    let mut change = Change::begin(ws, Operation::FieldsArrange).await?;
    let mut fields = custom::all(&mut change).await?;
    fields.retain(|field| field.subject == input.subject);
    let known = |code: &&String| fields.iter().any(|field| field.code == **code);
    if let Some(odd) = input.codes.iter().find(|code| !known(code)) {
        return Err(Error::field("codes", format!("There is no field {odd}.")));
    }
    let place = |code: &str| {
        input
            .codes
            .iter()
            .position(|c| c == code)
            .unwrap_or(usize::MAX)
    };
    fields.sort_by_key(|field| place(&field.code));
    for (position, field) in (1..).zip(&fields) {
        sqlx::query("UPDATE custom_fields SET position = ?2 WHERE id = ?1 AND position <> ?2")
            .bind(field.id)
            .bind(position)
            .execute(&mut *change)
            .await?;
    }
    let batch = change.commit().await?;
    Ok(FieldsArranged { batch })
}

/// Takes a field out of use, or brings it back. Its values are kept; it is no longer shown, filled in, proposed or exported.
///
/// # Errors
/// `NotFound`; `Invalid` when another field has taken its label meanwhile.
pub async fn retire(ws: &Workspace, input: &FieldRetire) -> Result<FieldChanged> {
    let mut change = Change::begin(ws, Operation::FieldRetire).await?;
    let mut field = custom::by_code(&mut change, &input.code).await?;
    if field.retired && !input.retired {
        let fields = custom::all(&mut change).await?;
        free_label(&field.label, field.subject, field.id, &fields)?;
    }
    if field.retired != input.retired {
        let at = input.retired.then(|| change.now.clone());
        sqlx::query("UPDATE custom_fields SET retired_at = ?2 WHERE id = ?1")
            .bind(field.id)
            .bind(at)
            .execute(&mut *change)
            .await?;
        field.retired = input.retired;
    }
    Ok(FieldChanged {
        field: custom_field(&field),
        batch: change.commit().await?,
    })
}
