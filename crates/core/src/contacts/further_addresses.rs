//! Addresses that have no columns of their own in a file, since an earlier one of the contact has the same label: all of
//! them in one text, label and parts of each on a line.

use super::types::Address;
use crate::fields::{AddressLabel, AddressPart};
use crate::values::lines;

const PARTS: usize = AddressPart::ALL.len() + 1;

pub(crate) type FurtherAddress = (AddressLabel, Vec<(AddressPart, String)>);

pub(crate) fn text<'a>(addresses: impl IntoIterator<Item = &'a Address>) -> String {
    lines::join(addresses.into_iter().map(|address| {
        let mut line = [""; PARTS];
        line[0] = &address.label;
        for (part, place) in AddressPart::ALL.into_iter().zip(&mut line[1..]) {
            *place = address.part(part.code()).unwrap_or_default();
        }
        line
    }))
}

/// The addresses behind the first of their label.
pub(crate) fn of(addresses: &[Address]) -> impl Iterator<Item = &Address> {
    let repeats = |at: usize, label: &str| addresses[..at].iter().any(|a| a.label == label);
    let all = addresses.iter().enumerate();
    all.filter(move |(at, address)| repeats(*at, &address.label))
        .map(|(_, address)| address)
}

/// Reads what [`text`] wrote; `None` where it is something else.
pub(crate) fn read(text: &str) -> Option<Vec<FurtherAddress>> {
    let lines = lines::read::<PARTS>(text)?;
    let addresses = lines.into_iter().map(|[label, values @ ..]| {
        let label = AddressLabel::by_name(&label)?;
        let parts = AddressPart::ALL.into_iter().zip(values);
        let parts: Vec<_> = parts.filter(|(_, value)| !value.is_empty()).collect();
        (!parts.is_empty()).then_some((label, parts))
    });
    addresses.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_is_told_apart() {
        let read_back = read("billing,\"Quay 1, left\",,Leeds\nhome,,,,,,,The boat").unwrap();
        assert_eq!(read_back[0].0, AddressLabel::Billing);
        assert_eq!(read_back[0].1[0].1, "Quay 1, left");
        assert_eq!(
            read_back[1].1,
            [(AddressPart::FullAddress, "The boat".to_owned())]
        );
        assert!(read("Quay 1, Leeds").is_none());
        assert!(read("billing,,").is_none());
        assert!(read("").unwrap().is_empty());
    }
}
