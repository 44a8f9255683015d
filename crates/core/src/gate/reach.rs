//! What the gate says about one contact, for the buttons that copy, write and call.

use super::{Channel, ChannelReach, ContactReach, PointReach, Refusal, letters, point, usable};
use crate::contacts::{self, Contact};
use crate::error::Result;
use crate::workspace::Workspace;

/// For each channel the value to use or why there is none, and for each phone and e-mail whether it may be used.
///
/// # Errors
/// `NotFound`.
pub async fn reach(ws: &Workspace, id: i64) -> Result<ContactReach> {
    Ok(of(&contacts::get(ws, id).await?))
}

pub(super) fn of(contact: &Contact) -> ContactReach {
    let channels = Channel::ALL.map(|channel| by_channel(channel, contact));
    let points = contact.points.iter().flat_map(|candidate| {
        Channel::ALL
            .into_iter()
            .filter(|channel| {
                channel
                    .kind()
                    .is_some_and(|kind| kind.name() == candidate.kind)
            })
            .map(|channel| PointReach {
                point: candidate.id,
                channel,
                refusal: point(channel, contact, candidate).err(),
            })
    });
    ContactReach {
        points: points.collect(),
        channels: channels.into(),
    }
}

fn by_channel(channel: Channel, contact: &Contact) -> ChannelReach {
    let found: Result<Option<String>, Refusal> = match channel {
        Channel::Post => letters(contact).map(|()| None),
        _ => usable(channel, contact).map(|points| points[0].normalized.clone()),
    };
    ChannelReach {
        channel,
        refusal: found.as_ref().err().copied(),
        value: found.ok().flatten(),
    }
}
