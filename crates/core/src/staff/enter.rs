//! Who works here, and coming to the desk and leaving it.

use sqlx::SqliteConnection;

use super::pin;
use super::types::{Person, Staff, StaffEnter};
use crate::error::{Error, Result};
use crate::groups::folded;
use crate::operations::Operation;
use crate::workspace::Workspace;

pub(super) async fn read(conn: &mut SqliteConnection) -> Result<Vec<Person>> {
    let sql = "SELECT id, name, role, pin IS NOT NULL AS has_pin FROM staff ORDER BY folded";
    Ok(sqlx::query_as(sql).fetch_all(conn).await?)
}

pub async fn list(ws: &Workspace) -> Result<Staff> {
    let people = read(&mut *ws.read().await?).await?;
    let here = ws.at_desk().here();
    let is_there = |id: &i64| people.iter().any(|person| person.id == *id);
    Ok(Staff {
        here: here.filter(is_there),
        people,
    })
}

/// From now on the named person is at the desk.
///
/// # Errors
/// `NotFound`, `WrongPin`.
pub async fn enter(ws: &Workspace, input: &StaffEnter) -> Result<Staff> {
    let mut conn = ws.read().await?;
    let name = folded(&input.name);
    let sql = "SELECT id, name, role, pin IS NOT NULL AS has_pin FROM staff WHERE folded = ?";
    let found: Option<Person> = sqlx::query_as(sql)
        .bind(&name)
        .fetch_optional(&mut *conn)
        .await?;
    let person = found.ok_or_else(|| Error::not_found("profile", &input.name))?;
    let kept = kept_of(&mut conn, person.id).await?;
    drop(conn);
    pin::check(&person, kept, input.pin.as_deref()).await?;
    ws.at_desk().set(Some(person.id));
    ws.announce(Operation::StaffEnter);
    list(ws).await
}

/// Whoever was at the desk is still there, now that the same file was opened anew.
pub fn stay(ws: &Workspace, before: &Workspace) {
    ws.at_desk().set(before.at_desk().here());
}

/// Nobody is at the desk any more.
pub async fn leave(ws: &Workspace) -> Result<Staff> {
    ws.at_desk().set(None);
    ws.announce(Operation::StaffLeave);
    list(ws).await
}

pub(super) async fn kept_of(conn: &mut SqliteConnection, id: i64) -> Result<Option<String>> {
    let sql = "SELECT pin FROM staff WHERE id = ?";
    let found: Option<Option<String>> = sqlx::query_scalar(sql)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    Ok(found.flatten())
}
