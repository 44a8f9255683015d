//! Addresses to copy, for a mail program or a dialler.

use std::collections::HashSet;

use super::{Addresses, AddressesRequest, Channel, LeftOut, usable};
use crate::contacts::{self, Contact, Point, chosen_ids};
use crate::error::{Error, Result};
use crate::operations::Operation;
use crate::points::Kind;
use crate::progress::{Job, Stage};
use crate::staff;
use crate::values::phone;
use crate::workspace::Workspace;

const CHUNK: usize = 1000;
/// More than this nobody pastes anywhere; a file is the way then.
const MOST: usize = 10_000;

/// The best address of each chosen contact for a channel, in their order.
///
/// # Errors
/// `Invalid` for letters and for more than 10,000 contacts; `ListChanged`; `Cancelled`.
pub async fn addresses(ws: &Workspace, request: &AddressesRequest, job: &Job) -> Result<Addresses> {
    staff::permit(ws, Operation::AddressesCopy).await?;
    if request.channel == Channel::Post {
        return Err(Error::field(
            "channel",
            "Addresses for letters are exported, not copied.",
        ));
    }
    let ids = chosen_ids(ws, &request.query, request.selection.as_ref()).await?;
    if ids.len() > MOST {
        let message = "These are too many to copy. Export them as a file instead.";
        return Err(Error::field("selection", message));
    }
    let mut conn = ws.read().await?;
    let mut found = Addresses {
        values: Vec::new(),
        contacts: 0,
        left_out: LeftOut::default(),
    };
    let mut seen = HashSet::new();
    for (i, chunk) in ids.chunks(CHUNK).enumerate() {
        let done = i * CHUNK;
        job.report(
            Stage::Exporting,
            done as u64,
            Some(done as f32 / ids.len() as f32),
        )?;
        for contact in contacts::by_ids(&mut conn, chunk).await? {
            add(&mut found, &mut seen, request.channel, &contact);
        }
    }
    Ok(found)
}

fn add(found: &mut Addresses, seen: &mut HashSet<String>, channel: Channel, contact: &Contact) {
    match usable(channel, contact) {
        Err(refusal) => found.left_out.count(refusal),
        Ok(points) => {
            found.contacts += 1;
            let value = text(points[0]);
            if seen.insert(value.clone()) {
                found.values.push(value);
            }
        }
    }
}

/// As another program takes it: phones in their international form.
fn text(point: &Point) -> String {
    match &point.normalized {
        Some(e164) if point.kind == Kind::Phone.name() => phone::format_international(e164),
        _ => point.value.clone(),
    }
}
