//! Custom fields as the workspace holds them, and finding one.

use sqlx::{FromRow, SqliteConnection};

use super::types::Subject;
use crate::error::{Error, Result};
use crate::values::custom::{FieldType, Shape};

/// A custom field. Values of members are values of their contact.
#[derive(Debug, Clone)]
pub(crate) struct CustomField {
    pub id: i64,
    pub code: String,
    pub label: String,
    pub subject: Subject,
    pub shape: Shape,
    pub required: bool,
    pub default: Option<String>,
    pub retired: bool,
}

#[derive(FromRow)]
struct Record {
    id: i64,
    code: String,
    label: String,
    subject: String,
    #[sqlx(rename = "type")]
    kind: String,
    options: Option<String>,
    currency: Option<String>,
    required: bool,
    default_value: Option<String>,
    retired: bool,
}

impl From<Record> for CustomField {
    fn from(row: Record) -> Self {
        let options = row
            .options
            .and_then(|json| serde_json::from_str(&json).ok())
            .unwrap_or_default();
        Self {
            id: row.id,
            code: row.code,
            label: row.label,
            subject: Subject::from_name(&row.subject),
            shape: Shape {
                kind: FieldType::from_name(&row.kind).unwrap_or_default(),
                options,
                currency: row.currency,
            },
            required: row.required,
            default: row.default_value,
            retired: row.retired,
        }
    }
}

/// Every custom field, retired ones too, by subject and position.
pub(crate) async fn all(conn: &mut SqliteConnection) -> Result<Vec<CustomField>> {
    let rows: Vec<Record> = sqlx::query_as(include_str!("all.sql"))
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(CustomField::from).collect())
}

/// The custom fields of a subject in their order, retired ones left out.
pub(crate) async fn fields_of(
    conn: &mut SqliteConnection,
    subject: Subject,
) -> Result<Vec<CustomField>> {
    let mut fields = all(conn).await?;
    fields.retain(|field| field.subject == subject && !field.retired);
    Ok(fields)
}

/// The custom fields of contacts in their order, retired ones left out.
pub(crate) async fn custom_fields(conn: &mut SqliteConnection) -> Result<Vec<CustomField>> {
    fields_of(conn, Subject::Contact).await
}

/// The custom field of a code, retired or not.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn by_code(conn: &mut SqliteConnection, code: &str) -> Result<CustomField> {
    let found = all(conn)
        .await?
        .into_iter()
        .find(|field| field.code == code);
    found.ok_or_else(|| Error::not_found("field", code))
}
