//! Channels, refusals, and the answers of the gate.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contacts::{ContactsQuery, Selection};
use crate::points::Kind;

/// By what people are reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Email,
    Sms,
    Phone,
    Post,
}

impl Channel {
    pub const ALL: [Channel; 4] = [Self::Email, Self::Sms, Self::Phone, Self::Post];

    /// As filters and the command line call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Phone => "phone",
            Self::Post => "post",
        }
    }

    /// The kind of the points that it uses; None for letters.
    pub(crate) fn kind(self) -> Option<Kind> {
        match self {
            Self::Email => Some(Kind::Email),
            Self::Sms | Self::Phone => Some(Kind::Phone),
            Self::Post => None,
        }
    }
}

/// Why not. Where several hold, the first of them here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    Deceased,
    DoNotContact,
    OptedOut,
    /// No valid phone, e-mail or address for the channel.
    NoAddress,
}

/// Contacts that an output left out, each counted once, under the first reason that applies.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct LeftOut {
    pub opted_out: u64,
    pub do_not_contact: u64,
    pub deceased: u64,
    /// No phone, e-mail or address for the channel.
    pub no_address: u64,
}

impl LeftOut {
    pub fn count(&mut self, refusal: Refusal) {
        *match refusal {
            Refusal::Deceased => &mut self.deceased,
            Refusal::DoNotContact => &mut self.do_not_contact,
            Refusal::OptedOut => &mut self.opted_out,
            Refusal::NoAddress => &mut self.no_address,
        } += 1;
    }

    pub fn total(&self) -> u64 {
        self.opted_out + self.do_not_contact + self.deceased + self.no_address
    }
}

/// Whether one contact point may be used for a channel.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PointReach {
    /// The contact point's id.
    pub point: i64,
    pub channel: Channel,
    /// Why not; null when it may.
    pub refusal: Option<Refusal>,
}

/// By what a contact is reached through a channel.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChannelReach {
    pub channel: Channel,
    /// The normalized value to use; null for letters, and where there is none that may be used.
    pub value: Option<String>,
    /// Why not; null when it may.
    pub refusal: Option<Refusal>,
}

/// What the gate says about a contact.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactReach {
    pub channels: Vec<ChannelReach>,
    pub points: Vec<PointReach>,
}

/// Addresses to copy: of a query's contacts, or of a selection instead.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddressesRequest {
    #[serde(default)]
    pub query: ContactsQuery,
    #[serde(default)]
    pub selection: Option<Selection>,
    pub channel: Channel,
}

/// One address for each contact that may be reached, none twice.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Addresses {
    pub values: Vec<String>,
    pub contacts: u64,
    pub left_out: LeftOut,
}
