//! What the tests of groups share; each file holds a subject.

mod categories;
mod combining;
mod dynamic;
mod limits;
mod members;
mod renaming;

use super::*;
use crate::contacts::{self, ContactsQuery, Selection};
use crate::error::Error;
use crate::journal::Change;
use crate::operations::Operation;
use crate::testing::{Temp, workspace};

const PEOPLE: &str = "First name,Last name,E-mail,Mobile,Country,Tags,E-mail status\n\
    Noa,Levi,noa@levi.example,050-123 4567,Israel,vip,\n\
    Dan,Katz,dan@katz.example,,Israel,,unsubscribed\n\
    Ines,Vidal,ines@vidal.example,,Spain,\"vip, press\",\n\
    Tariq,Aziz,tariq@aziz.example,,Spain,,\n";

async fn desk() -> Temp {
    let temp = workspace().await;
    temp.import(PEOPLE).await;
    temp
}

async fn made(temp: &Temp, name: &str, filter: Option<&str>) -> i64 {
    let input = GroupCreate {
        name: name.into(),
        filter: filter.map(str::to_owned),
        ..GroupCreate::default()
    };
    create(&temp.ws, &input).await.unwrap().group.id
}

fn ids(ids: &[i64]) -> Who {
    let selection = Selection::Ids { ids: ids.to_vec() };
    Who::Selection { selection }
}

async fn put(temp: &Temp, group: i64, who: Who) -> GroupAssigned {
    assign(&temp.ws, &GroupAssign { group, who }).await.unwrap()
}

/// The contacts in a group as the list shows them, in order of id; its counts must say the same.
async fn shown(temp: &Temp, group: i64) -> Vec<i64> {
    let query = ContactsQuery {
        group: Some(group),
        ..ContactsQuery::default()
    };
    let (total, found) = contacts::details(&temp.ws, &query, 0, 1000).await.unwrap();
    let counted = get(&temp.ws, group).await.unwrap();
    let active = found.iter().filter(|c| c.active).count() as i64;
    assert_eq!(
        (counted.total, counted.active),
        (i64::from(total), active),
        "{}",
        counted.name
    );
    let mut ids: Vec<i64> = found.iter().map(|c| c.id).collect();
    ids.sort_unstable();
    ids
}

fn message<T: std::fmt::Debug>(result: crate::Result<T>) -> String {
    match result.unwrap_err() {
        Error::Invalid { message, .. } => message,
        other => panic!("{other:?}"),
    }
}

/// Does, undoes and does again; the whole workspace is compared.
async fn undone_and_redone(temp: &Temp, before: crate::testing::Dump) {
    let after = temp.dump().await;
    assert_ne!(before, after);
    temp.undo().await;
    assert_eq!(temp.dump().await, before);
    temp.redo().await;
    assert_eq!(temp.dump().await, after);
}

fn told((name, pin): (&str, Pin)) -> (String, Pin) {
    (name.to_owned(), pin)
}

async fn pinned(temp: &Temp, group: i64) -> Vec<(String, Pin)> {
    let request = GroupPinsRequest {
        group,
        offset: 0,
        limit: 10,
    };
    let pins = pins(&temp.ws, &request).await.unwrap();
    assert_eq!(pins.included + pins.excluded, pins.contacts.len() as i64);
    let each = pins.contacts.into_iter();
    each.map(|contact| (contact.name, contact.pin)).collect()
}

async fn combined(temp: &Temp, name: &str, how: Combination, of: &[i64], live: bool) -> i64 {
    let group = GroupCreate {
        name: name.into(),
        ..GroupCreate::default()
    };
    let input = GroupsCombine {
        group,
        how,
        of: of.to_vec(),
        live,
    };
    combine(&temp.ws, &input).await.unwrap().group.id
}
