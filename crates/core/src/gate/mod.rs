//! The gate: whether a contact point may be used for a channel, and why not (X3, O5, R10).
//!
//! [`point`] decides; there is no second opinion. Everything that leaves Roster to reach people passes here: a file is
//! written from [`Outgoing`] contacts, which only this module makes and which hold no value that may not be used;
//! addresses to copy come from `addresses.rs`; the buttons of the profile (copy, write, call) ask `reach.rs`.
//!
//! Who has several addresses is reached by the next one that may be used: the primary first, then the others in their
//! order. So an opted-out primary e-mail gives way to an active second one, and is itself never used.

mod addresses;
mod reach;
#[cfg(test)]
mod tests;
mod types;

use std::ops::Deref;

use crate::contacts::{Address, Contact, Point, PointStatus};
use crate::points::Kind;
use crate::values::phone;

pub use addresses::addresses;
pub use reach::reach;
pub use types::*;

/// Whether a contact point may be used for a channel.
pub fn point(channel: Channel, contact: &Contact, point: &Point) -> Result<(), Refusal> {
    person(contact)?;
    match point.status {
        _ if Some(point.kind.as_str()) != channel.kind().map(Kind::name) => Err(Refusal::NoAddress),
        PointStatus::Active => Ok(()),
        PointStatus::OptedOut => Err(Refusal::OptedOut),
        PointStatus::Invalid => Err(Refusal::NoAddress),
    }
}

/// Whether the contact may be reached at all.
fn person(contact: &Contact) -> Result<(), Refusal> {
    if contact.deceased {
        Err(Refusal::Deceased)
    } else if contact.do_not_contact {
        Err(Refusal::DoNotContact)
    } else {
        Ok(())
    }
}

/// The points that may be used for a channel, the best first.
pub(crate) fn usable(channel: Channel, contact: &Contact) -> Result<Vec<&Point>, Refusal> {
    person(contact)?;
    let mut usable: Vec<&Point> = Vec::new();
    let mut refusal = Refusal::NoAddress;
    for candidate in &contact.points {
        match point(channel, contact, candidate) {
            Ok(()) => usable.push(candidate),
            Err(Refusal::OptedOut) => refusal = Refusal::OptedOut,
            Err(_) => {}
        }
    }
    if usable.is_empty() {
        return Err(refusal);
    }
    if channel == Channel::Sms {
        usable.sort_by_key(|point| takes_messages(point));
    }
    Ok(usable)
}

/// What was said to be for SMS first, then mobile numbers, then the others.
fn takes_messages(point: &Point) -> u8 {
    match (point.label.as_deref(), point.normalized.as_deref()) {
        (Some("sms"), _) => 0,
        (Some("mobile"), _) => 1,
        (_, Some(e164)) if phone::is_mobile(e164) => 1,
        _ => 2,
    }
}

/// A contact that may not be reached by a channel.
pub struct Refused {
    pub contact: Contact,
    pub refusal: Refusal,
}

/// A contact that may leave: for a channel without any value that may not be used; or, where nobody is to be reached by
/// it, whole.
pub struct Outgoing(Contact);

impl Deref for Outgoing {
    type Target = Contact;
    fn deref(&self) -> &Contact {
        &self.0
    }
}

impl Outgoing {
    /// For an output that is for no channel, such as a copy of everything with its states.
    pub fn whole(contact: Contact) -> Self {
        Self(contact)
    }

    /// For a program that knows no opt-outs: without the values that are opted out, and whether there were any.
    pub fn without_opted_out(mut contact: Contact) -> (Self, bool) {
        let all = contact.points.len();
        contact.points.retain(|p| p.status != PointStatus::OptedOut);
        let some_out = contact.points.len() < all;
        (Self(contact), some_out)
    }

    /// Lets a contact pass for a channel, or says why not. Only what may be used for that channel or for another stays
    /// on it, what is best for this channel first.
    pub fn pass(channel: Channel, mut contact: Contact) -> Result<Self, Box<Refused>> {
        let best: Result<Vec<i64>, Refusal> = match channel {
            Channel::Post => letters(&contact).map(|()| Vec::new()),
            _ => usable(channel, &contact).map(|points| points.iter().map(|p| p.id).collect()),
        };
        let best = match best {
            Ok(best) => best,
            Err(refusal) => return Err(Box::new(Refused { contact, refusal })),
        };
        contact.points.retain(|p| match channel {
            Channel::Post => p.status != PointStatus::OptedOut,
            _ => p.status == PointStatus::Active,
        });
        contact
            .points
            .sort_by_key(|p| best.iter().position(|id| *id == p.id).unwrap_or(best.len()));
        Ok(Self(contact))
    }
}

/// Whether letters may be sent: that needs a street or the address as a whole.
fn letters(contact: &Contact) -> Result<(), Refusal> {
    person(contact)?;
    let found = contact.addresses.iter().any(takes_letters);
    found.then_some(()).ok_or(Refusal::NoAddress)
}

/// Whether a letter can be sent there.
pub(crate) fn takes_letters(address: &Address) -> bool {
    address.street.is_some() || address.full_address.is_some()
}
