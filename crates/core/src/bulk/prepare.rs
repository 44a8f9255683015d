//! An edit made ready: values checked, tags, groups and organizations found or made, before the first contact or organization
//! is touched.

use super::types::BulkEdit;
use super::{affiliate, columns, custom, groups, tags};
use crate::contacts::{FieldValue, read_scalar};
use crate::error::{Error, Result};
use crate::fields::{self, Subject, Target};
use crate::journal::Change;
use crate::organizations;
use crate::values::yes_no;

pub(super) enum Step {
    /// A column of the contact or organization.
    Column(columns::Column),
    Custom {
        field: i64,
        value: Option<String>,
    },
    AddTag {
        tag: i64,
        name: String,
    },
    RemoveTag(i64),
    Join(i64),
    Leave(i64),
    Affiliate {
        organization: i64,
        name: String,
    },
}

impl Step {
    pub async fn prepare(change: &mut Change, edit: &BulkEdit) -> Result<Step> {
        Ok(match edit {
            BulkEdit::AddTag { tag } => {
                let name = named("tag", tag)?;
                Step::AddTag {
                    tag: crate::tags::find_or_create(change, name).await?,
                    name: name.to_owned(),
                }
            }
            BulkEdit::RemoveTag { tag } => {
                let found = crate::tags::find(change, tag).await?;
                Step::RemoveTag(found.ok_or_else(|| Error::not_found("tag", tag))?)
            }
            BulkEdit::AddToGroup { group } => {
                let id = crate::groups::find_or_create(change, named("group", group)?).await?;
                groups::must_be_static(change, id, group).await?;
                Step::Join(id)
            }
            BulkEdit::RemoveFromGroup { group } => {
                let found = crate::groups::find(change, group).await?;
                let id = found.ok_or_else(|| Error::not_found("group", group))?;
                groups::must_be_static(change, id, group).await?;
                Step::Leave(id)
            }
            BulkEdit::SetField { field, value } => field_step(change, field, value).await?,
            BulkEdit::Affiliate { organization } => {
                let name = named("organization", organization)?;
                Step::Affiliate {
                    organization: organizations::find_or_create(change, name).await?,
                    name: name.to_owned(),
                }
            }
        })
    }

    /// A field of organizations; `ids` are those that get the value.
    pub async fn prepare_for_organizations(
        change: &mut Change,
        set: &FieldValue,
        ids: &[i64],
    ) -> Result<Step> {
        let (field, value) = (set.field.trim(), set.value.as_str());
        if let Some((column, value)) = organizations::read_column(change, ids, field, value).await?
        {
            return Ok(Step::Column(columns::Column::plain(column, value)));
        }
        match Target::parse(field) {
            Target::Custom(code) if code != "name" => {
                custom_step(change, Subject::Organization, &code, value).await
            }
            _ => Err(not_for_many(field, "organizations")),
        }
    }

    /// Does it to contacts, or to organizations where it is about them, and answers which of them are different now.
    pub async fn apply(
        &self,
        change: &mut Change,
        subject: Subject,
        contacts: &[i64],
    ) -> Result<Vec<i64>> {
        match self {
            Step::Column(column) => columns::set(change, subject, contacts, column).await,
            Step::Custom { field, value } => {
                custom::set(change, subject, contacts, *field, value.as_deref()).await
            }
            Step::AddTag { tag, name } => tags::add(change, contacts, *tag, name).await,
            Step::RemoveTag(tag) => tags::remove(change, contacts, *tag).await,
            Step::Join(group) => groups::join(change, contacts, *group).await,
            Step::Leave(group) => groups::leave(change, contacts, *group).await,
            Step::Affiliate { organization, name } => {
                affiliate::tie(change, contacts, *organization, name).await
            }
        }
    }
}

fn named<'a>(field: &str, name: &'a str) -> Result<&'a str> {
    match name.trim() {
        "" => Err(Error::field(field, format!("Say which {field}."))),
        name => Ok(name),
    }
}

async fn field_step(change: &mut Change, field: &str, typed: &str) -> Result<Step> {
    match Target::parse(field) {
        Target::Scalar(scalar) => {
            let (value, _) = read_scalar(change, scalar, typed).await?;
            Ok(Step::Column(columns::Column::of(scalar, value)))
        }
        Target::DoNotContact => Ok(Step::Column(flag("do_not_contact", typed)?)),
        Target::Deceased => Ok(Step::Column(flag("deceased", typed)?)),
        Target::Custom(code) => custom_step(change, Subject::Contact, &code, typed).await,
        _ => Err(not_for_many(field, "contacts")),
    }
}

async fn custom_step(
    change: &mut Change,
    subject: Subject,
    code: &str,
    typed: &str,
) -> Result<Step> {
    let (field, value) = fields::read_value(change, subject, code, typed).await?;
    Ok(Step::Custom {
        field: field.id,
        value,
    })
}

fn not_for_many(field: &str, whom: &str) -> Error {
    let message = format!("The field {field} can't be set on many {whom} at once.");
    Error::field(field, message)
}

fn flag(column: &'static str, typed: &str) -> Result<columns::Column> {
    let is_on = match typed.trim() {
        "" => false,
        text => yes_no::parse(text)
            .ok_or_else(|| Error::field(column, format!("“{text}” is neither yes nor no.")))?,
    };
    Ok(columns::Column::flag(column, is_on))
}
