//! The gate: whether a contact may be reached for a purpose, and which of its values may go out (X3, O5).
//!
//! Every output that is for reaching people asks here and nowhere else.

use super::types::{LeftOut, Purpose};
use crate::contacts::{Contact, PointStatus};

/// Why a contact is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Deceased,
    DoNotContact,
    OptedOut,
    NoAddress,
}

impl LeftOut {
    pub fn count(&mut self, reason: Reason) {
        *match reason {
            Reason::Deceased => &mut self.deceased,
            Reason::DoNotContact => &mut self.do_not_contact,
            Reason::OptedOut => &mut self.opted_out,
            Reason::NoAddress => &mut self.no_address,
        } += 1;
    }
}

/// Lets a contact pass for a purpose, without any value that is opted out; or says why not.
pub fn pass(purpose: Purpose, mut contact: Contact) -> Result<Contact, Reason> {
    if contact.deceased {
        return Err(Reason::Deceased);
    }
    if contact.do_not_contact {
        return Err(Reason::DoNotContact);
    }
    if purpose == Purpose::Post {
        contact.points.retain(|p| p.status != PointStatus::OptedOut);
        let has_address = contact
            .addresses
            .iter()
            .any(|a| a.street.is_some() || a.full_address.is_some());
        return if has_address {
            Ok(contact)
        } else {
            Err(Reason::NoAddress)
        };
    }
    let kind = if purpose == Purpose::Email {
        "email"
    } else {
        "phone"
    };
    let reachable = |status: PointStatus| {
        contact
            .points
            .iter()
            .any(|p| p.kind == kind && p.status == status)
    };
    if !reachable(PointStatus::Active) {
        let opted_out = reachable(PointStatus::OptedOut);
        return Err(if opted_out {
            Reason::OptedOut
        } else {
            Reason::NoAddress
        });
    }
    contact.points.retain(|p| p.status == PointStatus::Active);
    Ok(contact)
}
