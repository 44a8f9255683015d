//! The address that letters to a contact go to.

use super::format::Parts;
use crate::contacts::{Address, Contact};
use crate::gate::takes_letters;
use crate::values::{country, fold};

/// An address for letters: the one for mail, else the primary one, else the first that a letter can be sent to.
pub(super) fn of(contact: &Contact) -> Option<&Address> {
    let usable = || contact.addresses.iter().filter(|a| takes_letters(a));
    let mailing = usable().find(|a| a.label == "mailing");
    mailing
        .or_else(|| usable().find(|a| a.primary))
        .or_else(|| usable().next())
}

/// The organization's name where the letter goes to its house: not to somebody's home.
pub(super) fn house<'c>(contact: &'c Contact, address: &'c Address) -> Option<&'c str> {
    let own = address.organization.as_deref();
    let at_work = address.label == "work" || contact.name.is_empty();
    own.or_else(|| {
        contact
            .organizations
            .first()
            .filter(|_| at_work)
            .map(|o| o.name.as_str())
    })
}

/// Name and address of whom a document is for; the name alone where no address is known.
pub(crate) fn whole(contact: &Contact, home: Option<&str>, language: &str) -> Vec<String> {
    match of(contact) {
        Some(address) => lines(
            &contact.name,
            house(contact, address),
            address,
            home,
            language,
        ),
        None => vec![contact.name.clone()],
    }
}

/// The lines of a letter's address.
pub(super) fn lines(
    name: &str,
    house: Option<&str>,
    address: &Address,
    home: Option<&str>,
    language: &str,
) -> Vec<String> {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    let (name, organization) = (
        name.to_owned(),
        house.filter(|h| *h != name).unwrap_or_default().to_owned(),
    );
    let country = address.country.as_deref();
    let parts = if address.street.is_some() {
        let street: Vec<String> = [&address.street, &address.street2]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        Parts {
            name,
            organization,
            street: street.join("\n"),
            city: text(&address.city),
            region: text(&address.region),
            postcode: text(&address.postcode),
        }
    } else {
        // A whole address stands as it was typed.
        Parts {
            name,
            organization,
            street: text(&address.full_address),
            ..Parts::default()
        }
    };
    let mut lines = parts.lines(country);
    if let Some(country) = country.filter(|country| Some(*country) != home) {
        let name = country::name_of(country, language).unwrap_or(country);
        lines.push(name.to_uppercase());
    }
    lines
}

/// What two contacts have in common who live together: the same address, however it is spelled in case and accents.
pub(super) fn same_house(address: &Address) -> String {
    let parts = [
        &address.street,
        &address.street2,
        &address.postcode,
        &address.city,
        &address.country,
        &address.full_address,
    ];
    let folded = parts.map(|part| fold::fold(part.as_deref().unwrap_or_default()));
    folded
        .map(|part| part.replace([' ', '.', ','], ""))
        .join("|")
}
