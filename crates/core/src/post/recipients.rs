//! Who gets a letter: the chosen contacts that the gate lets pass, by household where that is wanted.

use std::collections::HashMap;

use super::address;
use super::household;
use super::types::Mailing;
use crate::contacts::{self, Address, Contact, chosen_ids};
use crate::error::{Error, Result};
use crate::export::LeftOutRow;
use crate::export::left_out::Leaving;
use crate::gate::{Channel, LeftOut, Outgoing};
use crate::progress::{Job, Stage};
use crate::workspace::Workspace;

const CHUNK: usize = 1000;
/// A mailing is held in memory while it is made; nobody prints more at once.
const MOST: usize = 100_000;

/// How one of them is called: with the address all that a letter needs, as a mailing is held in memory.
pub(super) struct Person {
    pub name: String,
    pub prefix: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
}

/// Those whom one letter goes to, and where it goes.
pub(super) struct Recipient {
    /// Never empty.
    people: Vec<Person>,
    /// The organization in whose house they get it.
    pub house: Option<String>,
    pub address: Address,
}

pub(super) struct Recipients {
    pub all: Vec<Recipient>,
    pub contacts: u64,
    pub left_out: LeftOut,
    /// The first of those left out.
    pub left_out_rows: Vec<LeftOutRow>,
}

impl From<&Contact> for Person {
    fn from(contact: &Contact) -> Self {
        Self {
            name: contact.name.clone(),
            prefix: contact.prefix.clone(),
            first_name: contact.first_name.clone(),
            last_name: contact.last_name.clone(),
        }
    }
}

impl Recipient {
    /// The one whose address it is.
    pub fn first(&self) -> &Person {
        &self.people[0]
    }

    /// How they are called on the envelope.
    pub fn name(&self) -> String {
        household::name(&self.people)
    }

    /// The lines of the address, names first as the country has it.
    pub fn lines(&self, mailing: &Mailing) -> Vec<String> {
        address::lines(
            &self.name(),
            self.house.as_deref(),
            &self.address,
            mailing.home.as_deref(),
            mailing.language.as_deref().unwrap_or("en"),
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
                Ok(contact) => found.add(&contact, mailing.per_household, &mut houses),
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
    fn add(
        &mut self,
        contact: &Outgoing,
        per_household: bool,
        houses: &mut HashMap<String, usize>,
    ) {
        // The gate lets nobody pass for letters who has no address for them.
        let Some(address) = address::of(contact) else {
            return;
        };
        self.contacts += 1;
        let house = address::house(contact, address);
        // Colleagues in one house are no household.
        let home = (per_household && house.is_none()).then(|| address::same_house(address));
        if let Some(known) = home.as_ref().and_then(|home| houses.get(home)) {
            self.all[*known].people.push(Person::from(&**contact));
            return;
        }
        if let Some(home) = home {
            houses.insert(home, self.all.len());
        }
        self.all.push(Recipient {
            people: vec![Person::from(&**contact)],
            house: house.map(str::to_owned),
            address: address.clone(),
        });
    }
}
