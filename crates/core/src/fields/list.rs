//! The fields as menus and exports list them, and making custom ones.

use sqlx::{FromRow, SqliteConnection};

use super::target::{AddressLabel, AddressPart, Target};
use super::types::{Field, FieldSection, Fields};
use crate::contacts::Scalar;
use crate::error::Result;
use crate::journal::Change;
use crate::points::{Kind, PointField};
use crate::values::fold;
use crate::workspace::Workspace;

/// The default fields and the custom ones, in the order of the field menu.
pub async fn list(ws: &Workspace) -> Result<Fields> {
    let mut fields = default_fields();
    for custom in custom_fields(&mut *ws.read().await?).await? {
        fields.push(field(
            &custom.code,
            &custom.label,
            &custom.kind,
            FieldSection::Custom,
        ));
    }
    Ok(Fields { fields })
}

fn field(code: &str, label: &str, kind: &str, section: FieldSection) -> Field {
    let target = Target::parse(code);
    Field {
        code: code.to_owned(),
        label: label.to_owned(),
        kind: kind.to_owned(),
        custom: section == FieldSection::Custom,
        section,
        repeatable: target.is_repeatable(),
        exportable: true,
    }
}

/// The fields that every workspace has.
pub(crate) fn default_fields() -> Vec<Field> {
    let mut fields: Vec<Field> = Scalar::NAMES
        .iter()
        .map(|s| field(s.code, s.label, s.kind, FieldSection::Name))
        .collect();
    for point in PointField::ALL {
        let kind = match point.kind {
            Kind::Phone | Kind::Fax => "phone",
            Kind::Email => "email",
            Kind::Website | Kind::Social => "url",
            Kind::Messaging => "text",
        };
        fields.push(field(
            point.code,
            point.label_text,
            kind,
            FieldSection::Reach,
        ));
    }
    fields.push(field(
        "status_email",
        "E-mail status",
        "text",
        FieldSection::Reach,
    ));
    fields.push(field(
        "status_phone",
        "Phone status",
        "text",
        FieldSection::Reach,
    ));
    for label in AddressLabel::ALL {
        fields.extend(AddressPart::ALL.map(|part| address_field(label, part)));
    }
    fields.push(field(
        "organization",
        "Organization",
        "text",
        FieldSection::Work,
    ));
    fields.push(field("job_title", "Job title", "text", FieldSection::Work));
    fields.push(field(
        "department",
        "Department",
        "text",
        FieldSection::Work,
    ));
    fields.push(field("groups", "Groups", "list", FieldSection::More));
    fields.push(field("tags", "Tags", "list", FieldSection::More));
    fields.extend(
        Scalar::OTHERS
            .iter()
            .map(|s| field(s.code, s.label, s.kind, FieldSection::More)),
    );
    fields.push(field(
        "do_not_contact",
        "Do not contact",
        "yes_no",
        FieldSection::More,
    ));
    fields.push(field("deceased", "Deceased", "yes_no", FieldSection::More));
    fields.push(field("uid", "Roster id", "text", FieldSection::More));
    fields.push(field("created", "Created", "date", FieldSection::More));
    fields
}

fn address_field(label: AddressLabel, part: AddressPart) -> Field {
    let text = match label {
        AddressLabel::Physical => part.label().to_owned(),
        AddressLabel::Work => format!("{}, work", part.label()),
        AddressLabel::Home => format!("{}, home", part.label()),
    };
    let code = format!("{}{}", label.prefix(), part.code());
    field(&code, &text, "text", FieldSection::Address)
}

#[derive(Debug, Clone, FromRow)]
pub(crate) struct CustomField {
    pub id: i64,
    pub code: String,
    pub label: String,
    #[sqlx(rename = "type")]
    pub kind: String,
}

/// The custom fields of contacts in their order, retired ones left out.
pub(crate) async fn custom_fields(conn: &mut SqliteConnection) -> Result<Vec<CustomField>> {
    let sql = "SELECT id, code, label, type FROM custom_fields \
        WHERE retired_at IS NULL AND subject = 'contact' ORDER BY position, id";
    Ok(sqlx::query_as(sql).fetch_all(conn).await?)
}

/// Makes a custom field of the type text, with a code from its label that no other field has.
pub(crate) async fn create_custom(change: &mut Change, label: &str) -> Result<CustomField> {
    let taken = custom_fields(change).await?;
    let base = match fold::fold(label).replace(' ', "_") {
        code if code.is_empty() => "field".to_owned(),
        code => code,
    };
    let is_free = |code: &str| {
        matches!(Target::parse(code), Target::Custom(_))
            && taken.iter().all(|field| field.code != code)
    };
    let code = std::iter::once(base.clone())
        .chain((2..).map(|n| format!("{base}_{n}")))
        .find(|code| is_free(code))
        .unwrap_or(base);
    let id = sqlx::query(include_str!("create_custom.sql"))
        .bind(&code)
        .bind(label)
        .execute(&mut **change)
        .await?
        .last_insert_rowid();
    Ok(CustomField {
        id,
        code,
        label: label.to_owned(),
        kind: "text".into(),
    })
}
