//! What a field of an organization says now, for an edit that tells what it saw.

use super::super::details::one;
use super::super::types::{Organization, OrganizationStep};
use crate::error::Result;
use crate::fields::Target;
use crate::journal::Change;
use crate::owned::Seen;

/// Refuses an edit of a value that is neither what was seen nor the new one already. Edits that add something overwrite
/// nothing.
///
/// # Errors
/// `Conflict` with the value that stands there now.
pub(super) async fn expect(
    change: &mut Change,
    id: i64,
    step: &OrganizationStep,
    was: &str,
) -> Result<()> {
    let organization = one(change, id).await?;
    value(&organization, step).map_or(Ok(()), |seen| seen.expect(was))
}

fn value(organization: &Organization, step: &OrganizationStep) -> Option<Seen> {
    match step {
        OrganizationStep::Set { field, value } => {
            Some(Seen::new(field, Some(&text(organization, field)?), value))
        }
        OrganizationStep::Point { point, value } => {
            Some(Seen::point(&organization.points, *point, value))
        }
        OrganizationStep::Address {
            address,
            part,
            value,
        } => Seen::address(&organization.addresses, *address, part, value),
        _ => None,
    }
}

/// The parent is told by its name, as the user saw it.
fn text(organization: &Organization, field: &str) -> Option<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Some(match field {
        "name" => organization.name.clone(),
        "kind" => organization.kind.name().to_owned(),
        "number" => text(&organization.number),
        "industry" => text(&organization.industry),
        "size" => text(&organization.size),
        "owner" => text(&organization.owner),
        "notes" => text(&organization.notes),
        "parent" => {
            let parent = organization.above.last();
            parent.map(|parent| parent.name.clone()).unwrap_or_default()
        }
        field => match Target::parse(field) {
            Target::Custom(code) => {
                let value = organization.fields.get(&code);
                let value = value.and_then(|value| value.as_str());
                value.unwrap_or_default().to_owned()
            }
            _ => return None,
        },
    })
}
