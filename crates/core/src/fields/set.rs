//! Giving a contact or an organization a value in a custom field, and what a new one needs.

use super::custom::{self, CustomField};
use super::fit::of_subject;
use super::types::Subject;
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::values::custom::{Style, style_of};
use crate::workspace::settings;

/// Sets the value of the field of that code, checked by its type; an empty text empties it. `owner` is the id of the
/// contact or organization.
///
/// # Errors
/// `Invalid` with the field's code: there is none of that code, it is retired, the text doesn't fit, or nothing is said where
/// a value is required.
pub(crate) async fn set_value(
    change: &mut Change,
    subject: Subject,
    owner: i64,
    code: &str,
    text: &str,
) -> Result<()> {
    let (field, value) = read_value(change, subject, code, text).await?;
    match value {
        Some(value) => write(change, &field, owner, &value).await,
        None => empty(change, &field, owner).await,
    }
}

/// The field of that code and what is kept for the text in it; nothing for an empty text.
///
/// # Errors
/// As [`set_value`].
pub(crate) async fn read_value(
    change: &mut Change,
    subject: Subject,
    code: &str,
    text: &str,
) -> Result<(CustomField, Option<String>)> {
    let fields = custom::all(change).await?;
    let found = fields
        .into_iter()
        .find(|f| f.code == code && belongs(f, subject));
    let field = found.ok_or_else(|| Error::field(code, format!("There is no field {code}.")))?;
    if field.retired {
        let message = format!(
            "The field “{}” is retired. Bring it back to fill it in.",
            field.label
        );
        return Err(Error::field(code, message));
    }
    let country = settings(change).await?.country;
    // What is typed here comes from people and from scripts alike: a point that can be read in two ways is decimal.
    let style = Style {
        decimal_comma: false,
        ..style_of(country.as_deref())
    };
    let value = field.shape.read(text, &style).map_err(|misfit| {
        let message = format!(
            "{}: “{}”. {}. {}.",
            field.label,
            text.trim(),
            misfit.reason,
            misfit.hint
        );
        Error::field(code, message)
    })?;
    if value.is_none() && field.required {
        return Err(required(&field));
    }
    Ok((field, value))
}

/// Values of members are values of their contact.
fn belongs(field: &CustomField, subject: Subject) -> bool {
    (field.subject == Subject::Organization) == (subject == Subject::Organization)
}

fn required(field: &CustomField) -> Error {
    Error::field(&field.code, format!("“{}” is required.", field.label))
}

/// Gives a new contact or organization the defaults of the fields that it has no value in.
///
/// # Errors
/// `Invalid` with the code of a required field that is empty then.
pub(crate) async fn complete(change: &mut Change, subject: Subject, owner: i64) -> Result<()> {
    let filled: Vec<i64> = sqlx::query_scalar(of_subject(
        "SELECT field_id FROM {values} WHERE {owner} = ?",
        subject,
    ))
    .bind(owner)
    .fetch_all(&mut **change)
    .await?;
    for field in custom::fields_of(change, subject).await? {
        match &field.default {
            _ if filled.contains(&field.id) => {}
            Some(value) => write(change, &field, owner, value).await?,
            None if field.required => return Err(required(&field)),
            None => {}
        }
    }
    Ok(())
}

async fn write(change: &mut Change, field: &CustomField, owner: i64, value: &str) -> Result<()> {
    sqlx::query(of_subject(include_str!("set_value.sql"), field.subject))
        .bind(owner)
        .bind(field.id)
        .bind(value)
        .execute(&mut **change)
        .await?;
    Ok(())
}

async fn empty(change: &mut Change, field: &CustomField, owner: i64) -> Result<()> {
    let sql = "DELETE FROM {values} WHERE {owner} = ? AND field_id = ?";
    sqlx::query(of_subject(sql, field.subject))
        .bind(owner)
        .bind(field.id)
        .execute(&mut **change)
        .await?;
    Ok(())
}
