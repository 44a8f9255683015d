//! Addresses that stand in columns with a number: "Address 2 - City" is the city of another address than "Address 1 -
//! City", and what kind of address it is stands beside it.

use crate::fields::{AddressLabel, AddressPart, Target};
use crate::guess;

/// The code of the field that such columns are given to.
pub(super) const FIELD: &str = "further_addresses";

/// For each column which address behind the first it has a part of (from 1), and which part. `target` says what a column
/// is given to: the columns of the first address are given to the plain fields, the others to nothing or to
/// [`FIELD`].
pub(super) fn parts(
    headers: &[&str],
    target: impl Fn(usize) -> Option<Target>,
) -> Vec<Option<(usize, AddressPart)>> {
    let numbered: Vec<Option<(String, u8)>> = headers.iter().map(|h| guess::numbered(h)).collect();
    let part_of = |wanted: &str| {
        numbered.iter().enumerate().find_map(|(i, number)| {
            let (bare, 1) = number.as_ref()? else {
                return None;
            };
            match target(i)? {
                Target::Address(AddressLabel::Physical, part) if bare == wanted => Some(part),
                _ => None,
            }
        })
    };
    numbered
        .iter()
        .enumerate()
        .map(|(i, number)| {
            let (bare, number) = number.as_ref().filter(|(_, number)| *number > 1)?;
            let is_free = matches!(target(i), None | Some(Target::FurtherAddresses));
            let part = part_of(bare).filter(|_| is_free)?;
            Some((usize::from(*number) - 1, part))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_column_whose_first_is_an_address_is_one_of_another() {
        let headers = [
            "Address 1 - City",
            "Address 2 - City",
            "Address 3 - City",
            "Address 2 - PO Box",
            "City 2",
        ];
        let city = || Target::parse("city");
        let found = parts(&headers, |i| (i == 0).then(city));
        let part = |nth| Some((nth, AddressPart::City));
        assert_eq!(found, [None, part(1), part(2), None, None]);
        let taken = parts(&headers, |i| (i < 2).then(city));
        assert_eq!(taken, [None, None, part(2), None, None]);
    }
}
