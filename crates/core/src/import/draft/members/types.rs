//! The membership types that cells name.

use chrono::NaiveDate;

use crate::fields::MemberPart;
use crate::groups::folded;
use crate::membership_types::MembershipType;

/// The membership types, and the day from which a term without days is reckoned.
#[derive(Debug)]
pub(in crate::import) struct Joining {
    /// With their folded names.
    types: Vec<(String, MembershipType)>,
    pub today: NaiveDate,
}

impl Joining {
    pub fn new(types: Vec<MembershipType>, today: NaiveDate) -> Self {
        let types = types.into_iter().map(|of| (folded(&of.name), of));
        Self {
            types: types.collect(),
            today,
        }
    }

    pub fn named(&self, name: &str) -> Option<&MembershipType> {
        let name = folded(name);
        let found = self.types.iter().find(|(own, _)| *own == name);
        found.map(|(_, of)| of)
    }

    /// What the cells of such a column may be.
    pub fn names(&self, part: MemberPart) -> Vec<&str> {
        let types = self.types.iter().map(|(_, of)| of);
        match part {
            MemberPart::Type => types.map(|of| of.name.as_str()).collect(),
            _ => {
                let tiers = types.flat_map(|of| &of.tiers);
                let mut names: Vec<&str> = tiers.map(|tier| tier.name.as_str()).collect();
                names.sort_unstable();
                names.dedup();
                names
            }
        }
    }

    /// The one of them that a cell means.
    pub fn known(&self, part: MemberPart, text: &str) -> Option<String> {
        let text = folded(text);
        let mut names = self.names(part).into_iter();
        names.find(|name| folded(name) == text).map(str::to_owned)
    }

    /// The type of a row that names none: the only one that is offered.
    pub(super) fn only(&self) -> Option<&MembershipType> {
        let mut offered = self.types.iter().map(|(_, of)| of).filter(|of| !of.retired);
        let first = offered.next();
        first.filter(|_| offered.next().is_none())
    }
}
