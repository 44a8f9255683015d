//! By what an export is split: which values a contact has there. A contact with several goes into the file of each.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use super::super::columns::{self, Column};
use crate::contacts::{Contact, Point};
use crate::error::Result;
use crate::fields::{AddressLabel, AddressPart, Field, Target};
use crate::sql;
use crate::values::country;

/// Not a field of contacts: who looks after the organization.
const OWNER: &str = "owner";

pub(super) enum By {
    Owner,
    Column(Column),
}

impl By {
    /// # Errors
    /// `Invalid` for a field that doesn't exist.
    pub fn of(code: &str, fields: &[Field]) -> Result<Self> {
        if code.trim() == OWNER {
            return Ok(Self::Owner);
        }
        let mut chosen = columns::chosen_of(&[code.to_owned()], fields, "split_by")?;
        Ok(Self::Column(chosen.remove(0)))
    }

    /// The values of each contact by its id.
    pub async fn values(
        &self,
        conn: &mut SqliteConnection,
        contacts: &[&Contact],
    ) -> Result<HashMap<i64, Vec<String>>> {
        let Self::Column(column) = self else {
            return owners(conn, contacts).await;
        };
        let of = |contact: &&Contact| {
            let values = values(column, contact).into_iter();
            let values = values.map(|value| value.trim().to_owned());
            (
                contact.id,
                values.filter(|value| !value.is_empty()).collect(),
            )
        };
        Ok(contacts.iter().map(of).collect())
    }
}

async fn owners(
    conn: &mut SqliteConnection,
    contacts: &[&Contact],
) -> Result<HashMap<i64, Vec<String>>> {
    let ids: Vec<i64> = contacts.iter().map(|contact| contact.id).collect();
    let rows: Vec<(i64, String)> = sqlx::query_as(include_str!("owners.sql"))
        .bind(sql::ids(&ids))
        .fetch_all(conn)
        .await?;
    let mut owners: HashMap<i64, Vec<String>> = HashMap::new();
    for (contact, owner) in rows {
        owners.entry(contact).or_default().push(owner);
    }
    Ok(owners)
}

fn values(column: &Column, contact: &Contact) -> Vec<String> {
    match &column.target {
        Target::Groups => contact.groups.clone(),
        Target::Tags => contact.tags.clone(),
        Target::Organization => contact
            .organizations
            .iter()
            .map(|o| o.name.clone())
            .collect(),
        Target::Point(field) => {
            let points = columns::points_of(std::slice::from_ref(column), field, &contact.points);
            points.map(|point: &Point| point.value.clone()).collect()
        }
        // Where somebody lives, whatever kind of address it is.
        Target::Address(AddressLabel::Physical, part) => {
            let mut addresses = contact.addresses.iter();
            let primary = addresses.find(|address| address.primary);
            let value = primary.and_then(|address| columns::part_text(address, *part));
            Vec::from_iter(value.map(|value| named(*part, value)))
        }
        Target::Address(_, part) => {
            let value = columns::text(std::slice::from_ref(column), column, contact);
            Vec::from_iter(value.map(|value| named(*part, value)))
        }
        _ => {
            let value = columns::text(std::slice::from_ref(column), column, contact);
            Vec::from_iter(value)
        }
    }
}

/// A country by its name, which says more than "DE".
fn named(part: AddressPart, value: String) -> String {
    match part {
        AddressPart::Country => country::name_of(&value, "en").map_or(value, str::to_owned),
        _ => value,
    }
}
