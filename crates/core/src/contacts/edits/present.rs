//! What a field says now, for an edit that tells what it saw: when somebody else has changed it meanwhile, nothing is
//! overwritten.

use super::super::details::one;
use crate::contacts::{Contact, Edit};
use crate::error::{Error, Result};
use crate::fields::Target;
use crate::journal::Change;

/// Refuses an edit of a value that is neither what was seen nor the new one already.
///
/// # Errors
/// `Conflict` with the value that stands there now.
pub(super) async fn expect(change: &mut Change, id: i64, edit: &Edit, was: &str) -> Result<()> {
    let contact = one(change, id).await?;
    let Some((field, now, new)) = value(&contact, edit) else {
        return Ok(());
    };
    let same = |other: &str| now.trim() == other.trim();
    if same(was) || same(&new) {
        return Ok(());
    }
    Err(Error::Conflict {
        field,
        present: now,
    })
}

/// The field that an edit changes, what it says now, and what the edit would make of it; null for edits that add
/// something and so overwrite nothing.
fn value(contact: &Contact, edit: &Edit) -> Option<(String, String, String)> {
    let (field, now, new) = match edit {
        Edit::Set { field, value } => (field.as_str(), field_text(contact, field)?, value),
        Edit::Point { point, value } => {
            let point = contact.points.iter().find(|p| p.id == *point);
            (
                "point",
                point.map(|p| p.value.clone()).unwrap_or_default(),
                value,
            )
        }
        Edit::Address {
            address,
            part,
            value,
        } => {
            let address = contact.addresses.iter().find(|a| a.id == *address)?;
            (
                part.as_str(),
                address.part(part).unwrap_or_default().to_owned(),
                value,
            )
        }
        Edit::AffiliationOrganization {
            affiliation,
            organization,
        } => {
            let tie = contact
                .organizations
                .iter()
                .find(|tie| tie.affiliation_id == *affiliation)?;
            ("organization", tie.name.clone(), &organization.name)
        }
        Edit::Affiliation {
            affiliation,
            part,
            value,
        } => {
            let tie = contact
                .organizations
                .iter()
                .find(|tie| tie.affiliation_id == *affiliation)?;
            (
                part.as_str(),
                tie.part(part).unwrap_or_default().to_owned(),
                value,
            )
        }
        _ => return None,
    };
    Some((field.to_owned(), now, new.clone()))
}

fn field_text(contact: &Contact, field: &str) -> Option<String> {
    let tie = contact.organizations.first();
    let text = |value: Option<&String>| value.cloned().unwrap_or_default();
    let yes = |is: bool| if is { "yes".to_owned() } else { String::new() };
    Some(match Target::parse(field) {
        Target::Scalar(scalar) => contact.scalar(scalar.code).unwrap_or_default().into_owned(),
        Target::Organization => text(tie.map(|tie| &tie.name)),
        Target::JobTitle => text(tie.map_or(contact.job_title.as_ref(), |t| t.title.as_ref())),
        Target::Department => {
            text(tie.map_or(contact.department.as_ref(), |t| t.department.as_ref()))
        }
        Target::DoNotContact => yes(contact.do_not_contact),
        Target::Deceased => yes(contact.deceased),
        Target::Custom(code) => {
            let value = contact.fields.get(&code).and_then(|value| value.as_str());
            value.unwrap_or_default().to_owned()
        }
        _ => return None,
    })
}
