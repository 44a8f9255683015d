//! Which memberships are due, and what their next terms would be. Reads only.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use sqlx::SqliteConnection;

use super::types::{Renewal, Renewals, RenewalsRequest, TermToBe};
use crate::bundles::line_of_member;
use crate::contacts::{self, ContactsQuery};
use crate::error::Result;
use crate::members::{Member, roll};
use crate::membership_types::MembershipType;
use crate::memberships::{Loaded, Rule, Standing, Status, line_text, next_start};
use crate::orders::Amount;
use crate::workspace::Workspace;

/// How far ahead a run looks unless told.
const DAYS: u32 = 30;

/// Who would be renewed, with each one's new term and price.
pub async fn preview(ws: &Workspace, request: &RenewalsRequest) -> Result<Renewals> {
    let due = due(ws, &mut *ws.read().await?, request).await?;
    Ok(answer(due, None, request.limit))
}

pub(super) fn answer(mut due: Vec<Renewal>, batch: Option<i64>, limit: Option<u32>) -> Renewals {
    let total = due.len() as u32;
    let mut totals: BTreeMap<&str, i64> = BTreeMap::new();
    for renewal in &due {
        *totals.entry(&renewal.price.currency).or_default() += renewal.price.minor;
    }
    let totals = totals
        .into_iter()
        .map(|(currency, minor)| Amount::new(minor, currency));
    let totals = totals.collect();
    due.truncate(limit.map_or(usize::MAX, |limit| limit as usize));
    Renewals {
        batch,
        total,
        totals,
        renewals: due,
    }
}

/// In the order of names.
pub(super) async fn due(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    request: &RenewalsRequest,
) -> Result<Vec<Renewal>> {
    let roll = roll(ws, conn).await?;
    let chosen = chosen(ws, conn, &request.filter).await?;
    let without: HashSet<i64> = request.without.iter().copied().collect();
    let today = ws.today();
    let mut due = Vec::new();
    for member in &roll.members {
        let is_meant = chosen
            .as_ref()
            .is_none_or(|ids| ids.contains(&member.contact_id));
        if !is_meant || without.contains(&member.contact_id) {
            continue;
        }
        let own = roll.histories.get(&member.contact_id).into_iter().flatten();
        for loaded in own {
            if request.type_id.is_some_and(|id| id != loaded.type_id) {
                continue;
            }
            if let Some(of) = roll.types.iter().find(|of| of.id == loaded.type_id) {
                due.extend(next(member, loaded, of, request, today));
            }
        }
    }
    Ok(due)
}

async fn chosen(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    filter: &str,
) -> Result<Option<HashSet<i64>>> {
    if filter.trim().is_empty() {
        return Ok(None);
    }
    let query = ContactsQuery {
        filter: filter.to_owned(),
        ..ContactsQuery::default()
    };
    let list = contacts::list(ws, conn, &query).await?;
    Ok(Some(list.ids.iter().copied().collect()))
}

/// The next term of a membership, where it is due.
fn next(
    member: &Member,
    loaded: &Loaded,
    of: &MembershipType,
    request: &RenewalsRequest,
    today: NaiveDate,
) -> Option<Renewal> {
    let standing = loaded.history.on(today);
    if of.retired || !is_due(&standing, of, request.ends_within.unwrap_or(DAYS), today) {
        return None;
    }
    let from = next_start(&loaded.history, of.rule, today)?;
    let to = of.end(from);
    // A tier that is offered no more goes on at its price for those who have it.
    let tier = standing.tier.and_then(|id| of.tier(id));
    let price = tier.map_or_else(|| Amount::new(0, &of.currency), |tier| of.price(tier, from));
    Some(Renewal {
        contact_id: member.contact_id,
        name: member.name.clone(),
        number: member.number.clone(),
        type_name: of.name.clone(),
        tier: tier.map(|tier| tier.name.clone()),
        ends: standing.last_end,
        from,
        to,
        price,
        term: TermToBe {
            membership: loaded.id,
            type_id: of.id,
            payer: loaded.payer.unwrap_or(member.contact_id),
            tier: tier.map(|tier| tier.id),
            issues: match of.rule {
                Rule::Issues(issues) => Some(issues),
                _ => None,
            },
            text: match loaded.payer {
                Some(_) => line_of_member(of, tier, (from, to), &member.number),
                None => line_text(of, tier, from, to),
            },
        },
    })
}

/// A membership that runs is due when its last day is near, one in grace at once; of issues when the last one is near.
/// Who has cancelled for the day of the end is not asked again.
fn is_due(standing: &Standing, of: &MembershipType, days: u32, today: NaiveDate) -> bool {
    match (standing.status, of.rule) {
        (Status::Grace, _) => true,
        (Status::Current, Rule::Issues(_)) => standing.issues_left.is_some_and(|left| left <= 1),
        (Status::Current, _) => {
            let ends = standing.last_end.filter(|_| !standing.endless);
            !standing.cancelled
                && ends.is_some_and(|end| (end - today).num_days() <= i64::from(days))
        }
        _ => false,
    }
}
