//! Whether whoever is at the desk may do what they are about to do.

use sqlx::SqliteConnection;

use super::enter::read;
use super::types::{Person, Right};
use crate::error::{Error, Result};
use crate::journal;
use crate::operations::Operation;
use crate::workspace::Workspace;

/// How many of those who may do something are named to whoever may not.
const NAMED: usize = 3;

/// Refuses what whoever is at the desk may not do. Nobody is refused anything where there are no profiles.
///
/// # Errors
/// `WhoNeeded`, `NotAllowed`.
pub async fn permit(ws: &Workspace, operation: Operation) -> Result<()> {
    let right = operation.needs();
    if right == Right::Anyone {
        return Ok(());
    }
    let people = match ws.at_desk().people() {
        Some(people) => people,
        None => {
            let people = read(&mut *ws.read().await?).await?;
            ws.at_desk().hold(people)
        }
    };
    allowed(&people, ws.at_desk().here(), right).map(drop)
}

/// Who makes a change, for the journal: the person at the desk, or where there are no profiles whom the system knows. Asks
/// in the transaction of the change, so that a right that was just taken away is gone.
///
/// # Errors
/// As [`permit`].
pub(crate) async fn actor(
    conn: &mut SqliteConnection,
    ws: &Workspace,
    operation: Operation,
) -> Result<Option<String>> {
    let people = read(conn).await?;
    let person = allowed(&people, ws.at_desk().here(), operation.needs())?;
    Ok(person.map_or_else(journal::user, |person| Some(person.name.clone())))
}

fn allowed(people: &[Person], here: Option<i64>, right: Right) -> Result<Option<&Person>> {
    if people.is_empty() {
        return Ok(None);
    }
    let person = people.iter().find(|person| Some(person.id) == here);
    let person = person.ok_or(Error::WhoNeeded)?;
    if person.role.may(right) {
        return Ok(Some(person));
    }
    let may = people.iter().filter(|other| other.role.may(right));
    Err(Error::NotAllowed {
        who: person.name.clone(),
        may: may.take(NAMED).map(|other| other.name.clone()).collect(),
    })
}
