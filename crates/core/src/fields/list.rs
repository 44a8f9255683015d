//! The fields as menus, exports and the Manage fields screen list them.

use super::custom::{self, CustomField, custom_fields};
use super::target::{AddressLabel, AddressPart, Target};
use super::types::{Field, FieldSection, Fields, Subject};
use crate::contacts::Scalar;
use crate::error::Result;
use crate::points::{Kind, PointField};
use crate::workspace::Workspace;

/// The fields of contacts in the order of the field menu: the default ones, then the custom ones that are not retired.
pub async fn list(ws: &Workspace) -> Result<Fields> {
    let mut fields = default_fields();
    let customs = custom_fields(&mut *ws.read().await?).await?;
    fields.extend(customs.iter().map(custom_field));
    Ok(Fields { fields })
}

/// Every field of every subject: the default ones of contacts, then all custom ones by subject and position.
pub async fn manage(ws: &Workspace) -> Result<Fields> {
    let mut fields = default_fields();
    let customs = custom::all(&mut *ws.read().await?).await?;
    fields.extend(customs.iter().map(custom_field));
    Ok(Fields { fields })
}

/// A custom field as it is listed.
pub(super) fn custom_field(custom: &CustomField) -> Field {
    Field {
        section: FieldSection::Custom,
        custom: true,
        repeatable: false,
        subject: custom.subject,
        options: custom.shape.options.clone(),
        currency: custom.shape.currency.clone(),
        required: custom.required,
        default: custom.default.clone(),
        retired: custom.retired,
        ..field(
            &custom.code,
            &custom.label,
            custom.shape.kind.name(),
            FieldSection::Custom,
        )
    }
}

fn field(code: &str, label: &str, kind: &str, section: FieldSection) -> Field {
    let target = Target::parse(code);
    Field {
        code: code.to_owned(),
        label: label.to_owned(),
        kind: kind.to_owned(),
        custom: false,
        section,
        repeatable: target.is_repeatable(),
        exportable: true,
        subject: Subject::Contact,
        options: Vec::new(),
        currency: None,
        required: false,
        default: None,
        retired: false,
    }
}

const MEMBER: [(&str, &str, &str); 9] = [
    ("member_number", "Member number", "text"),
    ("member_joined", "Member since", "date"),
    ("membership_type", "Membership type", "text"),
    ("membership_tier", "Membership tier", "text"),
    ("membership_start", "Membership from", "date"),
    ("membership_end", "Membership until", "date"),
    ("paid_until", "Membership paid until", "date"),
    ("payer", "Membership payer", "text"),
    ("membership_history", "Membership history", "long_text"),
];

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
    fields.push(field(
        "point_labels",
        "Contact point labels",
        "long_text",
        FieldSection::Reach,
    ));
    for label in AddressLabel::ALL {
        fields.extend(AddressPart::ALL.map(|part| address_field(label, part)));
    }
    fields.push(field(
        "further_addresses",
        "Further addresses",
        "long_text",
        FieldSection::Address,
    ));
    fields.push(field(
        "organization",
        "Organization",
        "text",
        FieldSection::Work,
    ));
    fields.push(field(
        "organization_kind",
        "Organization kind",
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
    for (code, label, kind) in [
        ("organization_role", "Role in the organization", "text"),
        ("organization_from", "In the organization from", "date"),
        ("organization_to", "In the organization until", "date"),
    ] {
        fields.push(field(code, label, kind, FieldSection::Work));
    }
    for (code, label, kind) in MEMBER {
        fields.push(field(code, label, kind, FieldSection::Member));
    }
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
    fields.push(field(
        "consents",
        "Consents",
        "long_text",
        FieldSection::More,
    ));
    fields.push(field(
        "used_first",
        "Used first",
        "list",
        FieldSection::More,
    ));
    fields.push(field("uid", "Roster id", "text", FieldSection::More));
    fields.push(field("created", "Created", "date", FieldSection::More));
    fields
}

fn address_field(label: AddressLabel, part: AddressPart) -> Field {
    let text = match label {
        AddressLabel::Physical => part.label().to_owned(),
        other => format!("{}, {}", part.label(), other.name()),
    };
    let code = format!("{}{}", label.prefix(), part.code());
    field(&code, &text, "text", FieldSection::Address)
}
