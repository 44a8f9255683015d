//! Adding, changing and removing profiles. Each is a batch that tells who did it and that nobody undoes.

use sqlx::SqliteConnection;

use super::enter::{kept_of, list, read};
use super::pin;
use super::types::{Person, Role, Staff, StaffAdd, StaffById, StaffEdit, StaffPin};
use crate::error::{Error, Result};
use crate::groups::folded;
use crate::journal::{self, Change};
use crate::operations::Operation;
use crate::workspace::Workspace;

/// A new profile. The first is an owner, and is at the desk from now on.
///
/// # Errors
/// `Invalid` for a name that is taken, a PIN that is too short, a first one who is no owner.
pub async fn add(ws: &Workspace, input: &StaffAdd) -> Result<Staff> {
    let kept = pin::kept(input.pin.as_deref()).await?;
    let mut change = Change::begin(ws, Operation::StaffAdd).await?;
    let name = free(&mut change, &input.name, None).await?;
    let is_first = read(&mut change).await?.is_empty();
    if is_first && input.role != Role::Owner {
        let message =
            "The first profile is an owner: somebody has to be allowed to make the others.";
        return Err(Error::field("role", message));
    }
    let added = sqlx::query("INSERT INTO staff (name, folded, role, pin) VALUES (?, ?, ?, ?)")
        .bind(&name)
        .bind(folded(&name))
        .bind(input.role)
        .bind(kept)
        .execute(&mut *change)
        .await?;
    change.commit_with(0).await?;
    if is_first {
        ws.at_desk().set(Some(added.last_insert_rowid()));
    }
    list(ws).await
}

/// Another name or another role.
///
/// # Errors
/// `NotFound`; `Invalid` for a name that is taken, or when no owner would be left.
pub async fn edit(ws: &Workspace, input: &StaffEdit) -> Result<Staff> {
    let mut change = Change::begin(ws, Operation::StaffEdit).await?;
    find(&mut change, input.id).await?;
    let name = free(&mut change, &input.name, Some(input.id)).await?;
    sqlx::query("UPDATE staff SET name = ?2, folded = ?3, role = ?4 WHERE id = ?1")
        .bind(input.id)
        .bind(&name)
        .bind(folded(&name))
        .bind(input.role)
        .execute(&mut *change)
        .await?;
    keep_an_owner(&mut change).await?;
    change.commit_with(0).await?;
    list(ws).await
}

/// Another PIN, or none. Everybody may change their own, whose present one they have to know; owners may change all.
///
/// # Errors
/// `NotFound`, `WrongPin`, `NotAllowed`; `Invalid` when it is too short.
pub async fn set_pin(ws: &Workspace, input: &StaffPin) -> Result<Staff> {
    let is_own = ws.at_desk().here() == Some(input.id);
    let operation = match is_own {
        true => Operation::StaffPin,
        false => Operation::StaffEdit,
    };
    let kept = pin::kept(input.pin.as_deref()).await?;
    let mut conn = ws.read().await?;
    let person = find(&mut conn, input.id).await?;
    let present = kept_of(&mut conn, input.id).await?;
    drop(conn);
    if is_own {
        pin::check(&person, present, input.present.as_deref()).await?;
    }
    let mut change = Change::begin(ws, operation).await?;
    sqlx::query("UPDATE staff SET pin = ? WHERE id = ?")
        .bind(kept)
        .bind(input.id)
        .execute(&mut *change)
        .await?;
    change.commit_with(0).await?;
    list(ws).await
}

/// Removes a profile; what they did keeps their name. With the last one, everybody may do everything again.
///
/// # Errors
/// `NotFound`; `Invalid` when others would be left without an owner.
pub async fn remove(ws: &Workspace, input: &StaffById) -> Result<Staff> {
    let mut change = Change::begin(ws, Operation::StaffRemove).await?;
    find(&mut change, input.id).await?;
    sqlx::query("DELETE FROM staff WHERE id = ?")
        .bind(input.id)
        .execute(&mut *change)
        .await?;
    keep_an_owner(&mut change).await?;
    change.commit_with(0).await?;
    list(ws).await
}

/// Removes all profiles, whoever asks: the way out for those who have forgotten their PINs. Profiles keep nobody out who has
/// the file; that is what a passphrase is for. The list of what was done tells of it.
pub async fn clear(ws: &Workspace) -> Result<Staff> {
    let mut transaction = ws.begin_write().await?;
    sqlx::query("DELETE FROM staff")
        .execute(&mut *transaction)
        .await?;
    sqlx::query(journal::INSERT_BATCH)
        .bind(journal::now())
        .bind(journal::user())
        .bind(Operation::StaffRemove.name())
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    ws.committed(Operation::StaffRemove);
    list(ws).await
}

async fn find(conn: &mut SqliteConnection, id: i64) -> Result<Person> {
    let found = read(conn).await?.into_iter().find(|person| person.id == id);
    found.ok_or_else(|| Error::not_found("profile", id))
}

/// A name that says something and that nobody else has.
async fn free(conn: &mut SqliteConnection, name: &str, own: Option<i64>) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::field("name", "A profile needs a name."));
    }
    let people = read(conn).await?;
    let is_taken = |p: &&Person| folded(&p.name) == folded(name) && Some(p.id) != own;
    match people.iter().find(is_taken) {
        Some(other) => {
            let message = format!("Somebody is called “{}” already.", other.name);
            Err(Error::field("name", message))
        }
        None => Ok(name.to_owned()),
    }
}

async fn keep_an_owner(conn: &mut SqliteConnection) -> Result<()> {
    let people = read(conn).await?;
    if !people.is_empty() && !people.iter().any(|person| person.role == Role::Owner) {
        let message = "One owner has to stay: make somebody else an owner first.";
        return Err(Error::field("role", message));
    }
    Ok(())
}
