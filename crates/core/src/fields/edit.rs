//! Changing a custom field: its label, options, currency, whether it is required, its default, and its type, with a look
//! beforehand at the values that would not convert (R9). Nothing is wiped: what doesn't fit stays as it is.

use super::add::{currency, default_value, free_label, options_json};
use super::custom::{self, CustomField};
use super::fit::{self, Refit};
use super::list::custom_field;
use super::options::{self, Renamed};
use super::types::{FieldChanged, FieldEdit, FieldPreview};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::operations::Operation;
use crate::progress::Job;
use crate::values::custom::{FieldType, Shape, style_of};
use crate::workspace::{Workspace, settings};
use sqlx::SqliteConnection;

/// What the change would do to the values of the field. Writes nothing.
///
/// # Errors
/// `NotFound`; `Invalid` as [`edit`].
pub async fn preview(ws: &Workspace, input: &FieldEdit, job: &Job) -> Result<FieldPreview> {
    let mut conn = ws.read().await?;
    let planned = plan(&mut conn, input).await?;
    fit::preview(&mut conn, &planned.refit, job).await
}

/// Changes the field and, where its type or options change, its values with it.
///
/// # Errors
/// `NotFound`; `Invalid` with the part that was refused, or when values don't fit and `keep_misfits` doesn't say that they
/// may stay; `Cancelled`.
pub async fn edit(ws: &Workspace, input: &FieldEdit, job: &Job) -> Result<FieldChanged> {
    let mut change = Change::begin(ws, Operation::FieldEdit).await?;
    let Planned {
        refit,
        label,
        required,
        default,
    } = plan(&mut change, input).await?;
    let field = CustomField {
        label,
        required,
        default,
        shape: refit.shape.clone(),
        ..refit.field.clone()
    };
    sqlx::query(include_str!("update.sql"))
        .bind(field.id)
        .bind(&field.label)
        .bind(field.shape.kind.name())
        .bind(options_json(&field.shape))
        .bind(&field.shape.currency)
        .bind(field.required)
        .bind(&field.default)
        .execute(&mut *change)
        .await?;
    if refit.changes_values() {
        let misfits = fit::carry_out(&mut change, &refit, job).await?;
        if misfits > 0 && !input.keep_misfits {
            return Err(refused(misfits));
        }
    }
    Ok(FieldChanged {
        field: custom_field(&field),
        batch: change.commit().await?,
    })
}

fn refused(misfits: u64) -> Error {
    let message = match misfits {
        1 => "One value would not fit. Look at it first, or let it stay as it is.".to_owned(),
        many => format!(
            "{many} values would not fit. Look at them first, or let them stay as they are."
        ),
    };
    Error::field("keep_misfits", message)
}

/// The field as it shall be.
struct Planned {
    refit: Refit,
    label: String,
    required: bool,
    default: Option<String>,
}

async fn plan(conn: &mut SqliteConnection, input: &FieldEdit) -> Result<Planned> {
    let field = custom::by_code(conn, &input.code).await?;
    let fields = custom::all(conn).await?;
    let country = settings(conn).await?.country;
    let style = style_of(country.as_deref());
    let kind = input.kind.unwrap_or(field.shape.kind);
    let (options, renamed) = planned_options(&field, kind, input)?;
    let own = input
        .currency
        .as_deref()
        .or(field.shape.currency.as_deref());
    let shape = Shape {
        kind,
        options,
        currency: currency(kind, own, country.as_deref())?,
    };
    let label = match &input.label {
        Some(label) => free_label(label, field.subject, field.id, &fields)?,
        None => field.label.clone(),
    };
    let default = match (&input.default, &field.default) {
        (Some(typed), _) => default_value(&shape, Some(typed), &style)?,
        (None, Some(kept)) => {
            let carried = options::carried(field.shape.kind, kept, &renamed);
            let converted = shape.convert(&carried, &field.shape, &style);
            Some(converted.map_err(|_| {
                Error::field(
                    "default",
                    format!("The default “{kept}” would not fit. Give another, or none."),
                )
            })?)
        }
        (None, None) => None,
    };
    Ok(Planned {
        label,
        required: input.required.unwrap_or(field.required),
        default,
        refit: Refit {
            field,
            shape,
            renamed,
            style,
        },
    })
}

fn planned_options(
    field: &CustomField,
    kind: FieldType,
    input: &FieldEdit,
) -> Result<(Vec<String>, Renamed)> {
    let Some(edits) = &input.options else {
        return Ok((
            options::cleaned(kind, &field.shape.options)?,
            Renamed::new(),
        ));
    };
    let names: Vec<String> = edits.iter().map(|edit| edit.name.clone()).collect();
    Ok((options::cleaned(kind, &names)?, options::renamed(edits)))
}
