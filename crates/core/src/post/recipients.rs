//! Who gets a letter: the chosen contacts that the gate lets pass, by household where that is wanted.

use std::collections::HashMap;

use super::address;
use super::household;
use super::types::Mailing;
use crate::contacts::{self, Contact, chosen_ids};
use crate::error::{Error, Result};
use crate::export::LeftOutRow;
use crate::export::left_out::Leaving;
use crate::gate::{Channel, LeftOut, Outgoing};
use crate::progress::{Job, Stage};
use crate::workspace::Workspace;

const CHUNK: usize = 1000;
/// A mailing is held in memory while it is made; nobody prints more at once.
const MOST: usize = 100_000;

/// Those whom one letter goes to; never empty.
pub(super) struct Recipient {
    contacts: Vec<Outgoing>,
}

pub(super) struct Recipients {
    pub all: Vec<Recipient>,
    pub contacts: u64,
    pub left_out: LeftOut,
    /// The first of those left out.
    pub left_out_rows: Vec<LeftOutRow>,
}

impl Recipient {
    pub fn contact(&self) -> &Contact {
        &self.contacts[0]
    }

    /// How they are called on the envelope.
    pub fn name(&self) -> String {
        let contacts: Vec<&Contact> = self.contacts.iter().map(|c| &**c).collect();
        household::name(&contacts)
    }

    /// The lines of the address, names first as the country has it.
    pub fn lines(&self, mailing: &Mailing) -> Vec<String> {
        let contact = self.contact();
        let Some(address) = address::of(contact) else {
            return Vec::new();
        };
        let house = address::house(contact, address);
        let language = mailing.language.as_deref().unwrap_or("en");
        address::lines(
            &self.name(),
            house,
            address,
            mailing.home.as_deref(),
            language,
        )
    }
}

/// # Errors
/// `Invalid` for more than 100,000 contacts; `ListChanged`; `Cancelled`.
pub(super) async fn find(ws: &Workspace, mailing: &Mailing, job: &Job) -> Result<Recipients> {
    let ids = chosen_ids(ws, &mailing.query, mailing.selection.as_ref()).await?;
    if ids.len() > MOST {
        let message = "These are more than 100,000 letters. Choose fewer contacts, for example by country or group.";
        return Err(Error::field("selection", message));
    }
    let mut found = Recipients {
        all: Vec::new(),
        contacts: 0,
        left_out: LeftOut::default(),
        left_out_rows: Vec::new(),
    };
    let mut leaving = Leaving::begin(None)?;
    let mut houses: HashMap<String, usize> = HashMap::new();
    let mut conn = ws.read().await?;
    for (i, chunk) in ids.chunks(CHUNK).enumerate() {
        let done = i * CHUNK;
        job.report(
            Stage::Exporting,
            done as u64,
            Some(done as f32 / ids.len() as f32),
        )?;
        for contact in contacts::by_ids(&mut conn, chunk).await? {
            match Outgoing::pass(Channel::Post, contact) {
                Ok(contact) => found.add(contact, mailing.per_household, &mut houses),
                Err(refused) => {
                    found.left_out.count(refused.refusal);
                    leaving.add(Channel::Post, refused);
                }
            }
        }
        leaving.flush(&mut conn).await?;
    }
    found.left_out_rows = leaving.end().await?.1;
    Ok(found)
}

impl Recipients {
    fn add(&mut self, contact: Outgoing, per_household: bool, houses: &mut HashMap<String, usize>) {
        self.contacts += 1;
        let key = per_household.then(|| home(&contact)).flatten();
        if let Some(known) = key.as_ref().and_then(|key| houses.get(key)) {
            self.all[*known].contacts.push(contact);
            return;
        }
        if let Some(key) = key {
            houses.insert(key, self.all.len());
        }
        self.all.push(Recipient {
            contacts: vec![contact],
        });
    }
}

/// What a contact shares with those who live in the same place. Colleagues in one house are no household.
fn home(contact: &Contact) -> Option<String> {
    let address = address::of(contact)?;
    let at_work = address::house(contact, address).is_some();
    (!at_work).then(|| address::same_house(address))
}
