//! Making a custom field.

use super::code;
use super::custom::{self, CustomField};
use super::list::custom_field;
use super::options;
use super::types::{FieldAdd, FieldChanged, Subject};
use crate::error::{Error, Result};
use crate::journal::{Bulk, Change};
use crate::operations::Operation;
use crate::values::custom::{
    FieldType, Shape, Style, currency_code, currency_of_country, same_option, style_of,
};
use crate::workspace::{Workspace, settings};

/// The currency of amounts where neither the field nor the workspace's country says one.
const FALLBACK_CURRENCY: &str = "EUR";

/// Makes a custom field.
///
/// # Errors
/// `Invalid` with the part that was refused: `label`, `code`, `options`, `currency`, `default`.
pub async fn add(ws: &Workspace, input: &FieldAdd) -> Result<FieldChanged> {
    let mut change = Change::begin(ws, Operation::FieldAdd).await?;
    let fields = custom::all(&mut change).await?;
    let label = free_label(&input.label, input.subject, 0, &fields)?;
    let code = match input
        .code
        .as_deref()
        .map(str::trim)
        .filter(|code| !code.is_empty())
    {
        Some(wanted) => code::wanted(wanted, &fields)?,
        None => code::from_label(&label, &fields),
    };
    let country = settings(&mut change).await?.country;
    let shape = Shape {
        kind: input.kind,
        options: options::cleaned(input.kind, &input.options)?,
        currency: currency(input.kind, input.currency.as_deref(), country.as_deref())?,
    };
    let default = default_value(
        &shape,
        input.default.as_deref(),
        &style_of(country.as_deref()),
    )?;
    let field = CustomField {
        id: 0,
        code,
        label,
        subject: input.subject,
        shape,
        required: input.required,
        default,
        retired: false,
    };
    let field = insert(&mut change, field).await?;
    Ok(FieldChanged {
        field: custom_field(&field),
        batch: change.commit().await?,
    })
}

/// A text field of contacts, for a column of an import; its code comes from the label. `fields` are all that there
/// are, and get the new one.
pub(crate) fn create_custom(
    change: &Bulk,
    fields: &mut Vec<CustomField>,
    label: &str,
) -> Result<CustomField> {
    let mut field = CustomField {
        id: 0,
        code: code::from_label(label, fields),
        label: label.trim().to_owned(),
        subject: Subject::Contact,
        shape: Shape::default(),
        required: false,
        default: None,
        retired: false,
    };
    let values = (
        &field.code,
        &field.label,
        field.subject.name(),
        field.shape.kind.name(),
        options_json(&field.shape),
        &field.shape.currency,
        field.required,
        &field.default,
    );
    field.id = change.query_row(include_str!("insert.sql"), values, |row| row.get(0))?;
    fields.push(field.clone());
    Ok(field)
}

/// Puts it last.
async fn insert(change: &mut Change, field: CustomField) -> Result<CustomField> {
    let id = sqlx::query_scalar(include_str!("insert.sql"))
        .bind(&field.code)
        .bind(&field.label)
        .bind(field.subject.name())
        .bind(field.shape.kind.name())
        .bind(options_json(&field.shape))
        .bind(&field.shape.currency)
        .bind(field.required)
        .bind(&field.default)
        .fetch_one(&mut **change)
        .await?;
    Ok(CustomField { id, ..field })
}

/// The options as the database keeps them.
pub(super) fn options_json(shape: &Shape) -> Option<String> {
    let has_any = !shape.options.is_empty();
    has_any.then(|| serde_json::Value::from(shape.options.clone()).to_string())
}

/// A label that no other field of the subject in use has; `id` is the field's own.
pub(super) fn free_label(
    label: &str,
    subject: Subject,
    id: i64,
    fields: &[CustomField],
) -> Result<String> {
    let label = label.trim();
    if label.is_empty() {
        return Err(Error::field("label", "A field needs a name."));
    }
    let mut others = fields
        .iter()
        .filter(|f| f.subject == subject && !f.retired && f.id != id);
    match others.find(|other| same_option(&other.label, label)) {
        Some(other) => Err(Error::field(
            "label",
            format!("There is a field “{}” already.", other.label),
        )),
        None => Ok(label.to_owned()),
    }
}

/// The currency of a field of money: the one given, else the country's.
pub(super) fn currency(
    kind: FieldType,
    given: Option<&str>,
    country: Option<&str>,
) -> Result<Option<String>> {
    if kind != FieldType::Money {
        return Ok(None);
    }
    let code = match given.map(str::trim).filter(|code| !code.is_empty()) {
        Some(given) => currency_code(given).ok_or_else(|| {
            Error::field(
                "currency",
                format!("“{given}” is no currency. Write its code, like EUR."),
            )
        })?,
        None => country
            .and_then(currency_of_country)
            .unwrap_or(FALLBACK_CURRENCY),
    };
    Ok(Some(code.to_owned()))
}

/// A default in its kept form.
pub(super) fn default_value(
    shape: &Shape,
    typed: Option<&str>,
    style: &Style,
) -> Result<Option<String>> {
    let style = Style {
        decimal_comma: false,
        ..*style
    };
    shape
        .read(typed.unwrap_or_default(), &style)
        .map_err(|misfit| Error::field("default", format!("{}. {}.", misfit.reason, misfit.hint)))
}
