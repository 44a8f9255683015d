//! The bundles of a contact, as everything stands today.

use chrono::NaiveDate;
use sqlx::SqliteConnection;

use super::types::{Bundle, BundleChanged, BundleMember, Bundles};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::membership_types::{self, MembershipType};
use crate::memberships::{Loaded, Standing, Status, load};
use crate::workspace::Workspace;

/// The bundles that a contact pays for or is part of.
pub async fn of_contact(ws: &Workspace, id: i64) -> Result<Bundles> {
    let mut conn = ws.read().await?;
    let keys: Vec<(i64, i64)> = sqlx::query_as(include_str!("of_contact.sql"))
        .bind(id)
        .fetch_all(&mut *conn)
        .await?;
    let types = membership_types::all(ws, &mut conn).await?;
    let mut bundles = Vec::new();
    for (payer, type_id) in keys {
        if let Some(of) = types.iter().find(|of| of.id == type_id) {
            bundles.extend(one(&mut conn, payer, of, ws.today()).await?);
        }
    }
    Ok(Bundles { bundles })
}

/// A membership in a bundle, with whose it is.
pub(super) struct Part {
    pub contact: i64,
    pub name: String,
    pub number: String,
    pub membership: Loaded,
}

impl Part {
    pub fn standing(&self, today: NaiveDate) -> Standing {
        self.membership.history.on(today)
    }
}

/// What a contact pays of a type: their own membership first.
pub(super) async fn parts(
    conn: &mut SqliteConnection,
    payer: i64,
    of: &MembershipType,
) -> Result<Vec<Part>> {
    let rows: Vec<(i64, String, String)> = sqlx::query_as(include_str!("members.sql"))
        .bind(payer)
        .bind(of.id)
        .fetch_all(&mut *conn)
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for (contact, name, number) in rows {
        let own = load(conn, std::slice::from_ref(of), Some(contact)).await?;
        let own = own.into_iter().find(|one| one.type_id == of.id);
        parts.extend(own.map(|membership| Part {
            contact,
            name,
            number,
            membership,
        }));
    }
    Ok(parts)
}

/// A bundle's parts; there is none where nobody pays for somebody else.
pub(super) async fn must_be(
    conn: &mut SqliteConnection,
    payer: i64,
    of: &MembershipType,
) -> Result<Vec<Part>> {
    let parts = parts(conn, payer, of).await?;
    match parts.iter().any(|part| part.contact != payer) {
        true => Ok(parts),
        false => Err(Error::invalid(format!(
            "This contact pays nobody else's membership {}.",
            of.name
        ))),
    }
}

/// Whether a membership takes part in the shared term.
pub(super) fn runs(standing: &Standing) -> bool {
    matches!(
        standing.status,
        Status::Current | Status::Grace | Status::Pending | Status::Suspended
    )
}

/// The last day of the shared term.
pub(super) fn shared_end<'p>(
    parts: impl Iterator<Item = &'p Loaded>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let running = parts
        .map(|loaded| loaded.history.on(today))
        .filter(|standing| runs(standing) && !standing.endless);
    running.filter_map(|standing| standing.last_end).max()
}

pub(super) async fn one(
    conn: &mut SqliteConnection,
    payer: i64,
    of: &MembershipType,
    today: NaiveDate,
) -> Result<Option<Bundle>> {
    let parts = parts(conn, payer, of).await?;
    if parts.iter().all(|part| part.contact == payer) {
        return Ok(None);
    }
    let name = sqlx::query_scalar("SELECT name FROM contacts WHERE id = ?")
        .bind(payer)
        .fetch_one(conn)
        .await?;
    Ok(Some(Bundle {
        payer_id: payer,
        payer: name,
        type_id: of.id,
        type_name: of.name.clone(),
        end: shared_end(parts.iter().map(|part| &part.membership), today),
        members: parts.iter().map(|part| member(part, of, today)).collect(),
    }))
}

fn member(part: &Part, of: &MembershipType, today: NaiveDate) -> BundleMember {
    let standing = part.standing(today);
    let tier = standing.tier.and_then(|id| of.tier(id));
    let terms = &part.membership.history.terms;
    BundleMember {
        contact_id: part.contact,
        name: part.name.clone(),
        number: part.number.clone(),
        tier: tier.map(|tier| tier.name.clone()),
        status: standing.status,
        joined: terms.iter().map(|term| term.start).min(),
        end: standing.end,
    }
}

/// What every change of a bundle ends with.
pub(super) async fn finish(
    ws: &Workspace,
    mut change: Change,
    payer: i64,
    of: &MembershipType,
) -> Result<BundleChanged> {
    Ok(BundleChanged {
        bundle: one(&mut change, payer, of, ws.today()).await?,
        batch: change.commit().await?,
    })
}
