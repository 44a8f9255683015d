//! Addresses of a row on a contact that is there already.

use super::{NEW, Step, same};
use crate::contacts::{Address, Contact};
use crate::fields::{AddressLabel, AddressPart};
use crate::import::draft::DraftAddress;
use crate::import::types::Update;

fn part_of(address: &mut Address, part: AddressPart) -> &mut Option<String> {
    match part {
        AddressPart::Street => &mut address.street,
        AddressPart::Street2 => &mut address.street2,
        AddressPart::City => &mut address.city,
        AddressPart::Region => &mut address.region,
        AddressPart::Postcode => &mut address.postcode,
        AddressPart::Country => &mut address.country,
        AddressPart::FullAddress => &mut address.full_address,
    }
}

fn agrees(address: &Address, draft: &DraftAddress) -> bool {
    let mut known = address.clone();
    draft.iter().all(|(part, value)| {
        part_of(&mut known, part)
            .as_deref()
            .is_none_or(|held| same(held, value))
    })
}

fn says_the_same(address: &Address, draft: &DraftAddress) -> bool {
    let held = |part: AddressPart| address.part(part.code());
    draft
        .iter()
        .all(|(part, value)| held(part).is_some_and(|held| same(held, value)))
}

/// Parts are never mixed into another place: blanks are filled only where all that both know agrees.
pub(super) fn decide_address(
    contact: &mut Contact,
    label: AddressLabel,
    draft: &DraftAddress,
    update: Update,
    steps: &mut Vec<Step>,
) {
    let mut of_label: Vec<&mut Address> = contact
        .addresses
        .iter_mut()
        .filter(|a| a.label == label.name())
        .collect();
    let is_taken = !of_label.is_empty();
    if let Some(address) = of_label.iter_mut().find(|a| agrees(a, draft)) {
        set_parts(address, draft, update, steps);
        return;
    }
    match (of_label.into_iter().next(), update) {
        (Some(address), Update::Replace) => set_parts(address, draft, update, steps),
        (_, Update::Fill) if is_taken => {}
        _ => {
            let primary = !contact.addresses.iter().any(|a| a.primary);
            contact.addresses.push(new_address(label, draft, primary));
            steps.push(Step::AddAddress { label, primary });
        }
    }
}

/// One more of a label that the row has given an address already. Blanks are not filled by it.
pub(super) fn decide_further(
    contact: &mut Contact,
    label: AddressLabel,
    draft: &DraftAddress,
    update: Update,
    at: usize,
) -> Option<Step> {
    let of_label = || contact.addresses.iter().filter(|a| a.label == label.name());
    if of_label().any(|a| says_the_same(a, draft)) {
        return None;
    }
    // The first that a contact without any gets may have come with this very row.
    if update == Update::Fill && of_label().any(|a| a.id != NEW) {
        return None;
    }
    let primary = !contact.addresses.iter().any(|a| a.primary);
    contact.addresses.push(new_address(label, draft, primary));
    Some(Step::AddFurtherAddress { at, primary })
}

fn set_parts(address: &mut Address, draft: &DraftAddress, update: Update, steps: &mut Vec<Step>) {
    let id = address.id;
    if address.organization_id.is_some() {
        // What the organization's address says is filled in there. One that is to say otherwise is the contact's own.
        if update != Update::Replace || says_the_same(address, draft) {
            return;
        }
        address.organization_id = None;
        address.organization = None;
        steps.push(Step::KeepAddress { id });
    }
    for (part, value) in draft.iter() {
        let held = part_of(address, part);
        if held.as_deref().is_none_or(|held| !same(held, value)) {
            *held = Some(value.clone());
            if id != NEW {
                steps.push(Step::AddressPart {
                    id,
                    part,
                    value: value.clone(),
                });
            }
        }
    }
}

fn new_address(label: AddressLabel, draft: &DraftAddress, primary: bool) -> Address {
    let part = |part: AddressPart| draft.get(part).cloned();
    Address {
        id: NEW,
        label: label.name().to_owned(),
        street: part(AddressPart::Street),
        street2: part(AddressPart::Street2),
        city: part(AddressPart::City),
        region: part(AddressPart::Region),
        postcode: part(AddressPart::Postcode),
        country: part(AddressPart::Country),
        full_address: part(AddressPart::FullAddress),
        primary,
        organization_id: None,
        organization: None,
    }
}
