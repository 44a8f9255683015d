//! The list of members: which, in which order, and how many there are of each kind.

use std::cmp::Ordering;
use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use super::roll::{Roll, roll};
use super::types::{
    Member, MemberCounts, MemberSort, MembersPage, MembersPageRequest, MembersQuery,
};
use crate::contacts::{self, ContactsQuery};
use crate::error::Result;
use crate::memberships::{Membership, Status};
use crate::values::fold;
use crate::workspace::Workspace;

const MOST: u32 = 1000;

/// A stretch of the list.
pub async fn page(ws: &Workspace, request: &MembersPageRequest) -> Result<MembersPage> {
    let mut conn = ws.read().await?;
    let roll = roll(ws, &mut conn).await?;
    let today = ws.today();
    let found = found(ws, &mut conn, &roll, &request.query).await?;
    let from = (request.offset as usize).min(found.len());
    let to = (from + request.limit.min(MOST) as usize).min(found.len());
    Ok(MembersPage {
        total: found.len() as u32,
        members: found[from..to].iter().map(|one| (*one).clone()).collect(),
        counts: counts(&roll, today),
    })
}

/// All that match, in order.
pub async fn list(ws: &Workspace, query: &MembersQuery) -> Result<Vec<Member>> {
    let mut conn = ws.read().await?;
    let roll = roll(ws, &mut conn).await?;
    let found = found(ws, &mut conn, &roll, query).await?;
    Ok(found.into_iter().cloned().collect())
}

async fn found<'r>(
    ws: &Workspace,
    conn: &mut sqlx::SqliteConnection,
    roll: &'r Roll,
    query: &MembersQuery,
) -> Result<Vec<&'r Member>> {
    let chosen = chosen(ws, conn, query).await?;
    let number = fold::fold(query.search.trim());
    let today = ws.today();
    let mut found: Vec<&Member> = roll
        .members
        .iter()
        .filter(|member| {
            let is_chosen = chosen
                .as_ref()
                .is_none_or(|ids| ids.contains(&member.contact_id));
            is_chosen || (!number.is_empty() && fold::fold(&member.number) == number)
        })
        .filter(|member| matches(member, query, today))
        .collect();
    sort(&mut found, query);
    Ok(found)
}

/// Whom search and filter find; None where neither was told.
async fn chosen(
    ws: &Workspace,
    conn: &mut sqlx::SqliteConnection,
    query: &MembersQuery,
) -> Result<Option<HashSet<i64>>> {
    if query.search.trim().is_empty() && query.filter.trim().is_empty() {
        return Ok(None);
    }
    let contacts = ContactsQuery {
        search: query.search.clone(),
        filter: query.filter.clone(),
        ..ContactsQuery::default()
    };
    let list = contacts::list(ws, conn, &contacts).await?;
    Ok(Some(list.ids.iter().copied().collect()))
}

fn matches(member: &Member, query: &MembersQuery, today: NaiveDate) -> bool {
    let asks = query.status.is_some() || query.type_id.is_some() || query.ends_within.is_some();
    let one = |membership: &Membership| {
        query
            .status
            .is_none_or(|status| membership.status == status)
            && query.type_id.is_none_or(|id| membership.type_id == id)
            && query
                .ends_within
                .is_none_or(|days| ends_within(membership, days, today))
    };
    (!asks || member.memberships.iter().any(one)) && (!query.owing || owes(member))
}

pub(super) fn ends_within(membership: &Membership, days: u32, today: NaiveDate) -> bool {
    let last = today.checked_add_days(Days::new(u64::from(days)));
    membership
        .end
        .is_some_and(|end| today <= end && last.is_none_or(|last| end <= last))
}

fn owes(member: &Member) -> bool {
    member.balances.iter().any(|amount| amount.minor > 0)
}

/// The membership that a list shows of a member: the one that stands best, then the one that ends last.
fn first(member: &Member) -> Option<&Membership> {
    let lasting = |end: Option<NaiveDate>| end.unwrap_or(NaiveDate::MAX);
    member.memberships.iter().min_by(|a, b| {
        let by_status = a.status.cmp(&b.status);
        by_status.then_with(|| lasting(b.end).cmp(&lasting(a.end)))
    })
}

fn sort(found: &mut [&Member], query: &MembersQuery) {
    // The roll is in the order of names, which a stable sort keeps among equals.
    match query.sort {
        MemberSort::Name => {}
        MemberSort::Number => found.sort_by(|a, b| by_number(&a.number, &b.number)),
        MemberSort::Joined => found.sort_by_key(|member| member.joined),
        MemberSort::Status => {
            found.sort_by_key(|m| first(m).map_or((true, Status::Deceased), |s| (false, s.status)));
        }
        MemberSort::Type => found.sort_by_key(|m| text(first(m).map(|s| s.type_name.as_str()))),
        MemberSort::Tier => {
            found.sort_by_key(|m| text(first(m).and_then(|s| s.tier.as_deref())));
        }
        MemberSort::Ends => {
            found.sort_by_key(|m| first(m).and_then(|s| s.end).unwrap_or(NaiveDate::MAX));
        }
        MemberSort::Balance => found.sort_by_key(|member| member.balance.minor),
    }
    if query.descending {
        found.reverse();
    }
}

/// What has none comes last.
fn text(value: Option<&str>) -> (bool, String) {
    (value.is_none(), fold::fold(value.unwrap_or_default()))
}

/// `9` before `10`, and both before `A-1`.
fn by_number(a: &str, b: &str) -> Ordering {
    let key = |number: &str| (number.parse::<u64>().unwrap_or(u64::MAX), number.to_owned());
    key(a).cmp(&key(b))
}

fn counts(roll: &Roll, today: NaiveDate) -> MemberCounts {
    let mut counts = MemberCounts {
        all: roll.members.len() as u32,
        ..MemberCounts::default()
    };
    for member in &roll.members {
        let count = match first(member).map(|membership| membership.status) {
            Some(Status::Current) => &mut counts.current,
            Some(Status::Grace) => &mut counts.grace,
            Some(Status::Pending) => &mut counts.pending,
            Some(Status::Suspended) => &mut counts.suspended,
            Some(Status::Lapsed) => &mut counts.lapsed,
            Some(Status::Cancelled) => &mut counts.cancelled,
            Some(Status::Deceased) => &mut counts.deceased,
            None => &mut counts.none,
        };
        *count += 1;
        counts.owing += u32::from(owes(member));
        let ending =
            |one: &Membership| one.status == Status::Current && ends_within(one, 30, today);
        counts.ending += u32::from(member.memberships.iter().any(ending));
    }
    counts
}
