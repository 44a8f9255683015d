//! What a field says now, for an edit that tells what it saw: when somebody else has changed it meanwhile, nothing is
//! overwritten.

use super::super::details::one;
use crate::contacts::{Contact, Edit};
use crate::error::Result;
use crate::fields::Target;
use crate::journal::Change;
use crate::owned::Seen;

/// Refuses an edit of a value that is neither what was seen nor the new one already. Edits that add something overwrite
/// nothing.
///
/// # Errors
/// `Conflict` with the value that stands there now.
pub(super) async fn expect(change: &mut Change, id: i64, edit: &Edit, was: &str) -> Result<()> {
    let contact = one(change, id).await?;
    value(&contact, edit).map_or(Ok(()), |seen| seen.expect(was))
}

fn value(contact: &Contact, edit: &Edit) -> Option<Seen> {
    let tie = |affiliation: &i64| {
        let mut ties = contact.organizations.iter();
        ties.find(|tie| tie.affiliation_id == *affiliation)
    };
    Some(match edit {
        Edit::Set { field, value } => Seen::new(field, Some(&field_text(contact, field)?), value),
        Edit::Point { point, value } => Seen::point(&contact.points, *point, value),
        Edit::Address {
            address,
            part,
            value,
        } => Seen::address(&contact.addresses, *address, part, value)?,
        Edit::AffiliationOrganization {
            affiliation,
            organization,
        } => Seen::new(
            "organization",
            Some(&tie(affiliation)?.name),
            &organization.name,
        ),
        Edit::Affiliation {
            affiliation,
            part,
            value,
        } => Seen::new(part, tie(affiliation)?.part(part), value),
        _ => return None,
    })
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
