//! Which orders are due for their next level. Reads only.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Days, NaiveDate};
use sqlx::SqliteConnection;

use super::levels;
use super::types::{DueAtLevel, DueOrder, Dunning, DunningLevels, DunningLook};
use crate::error::Result;
use crate::memberships::day;
use crate::orders::{self, Amount, Order};
use crate::sql;
use crate::workspace::Workspace;

/// What is due, by level and by order.
pub async fn look(ws: &Workspace, input: &DunningLook) -> Result<Dunning> {
    let mut conn = ws.read().await?;
    let levels = levels::read(&mut conn).await?;
    let all = due(&mut conn, &levels, ws.today()).await?;
    let by_level = (1..).zip(&levels.levels).map(|(level, of)| {
        let own: Vec<&DueOrder> = all.iter().filter(|one| one.level == level).collect();
        DueAtLevel {
            level,
            days: of.days,
            title: of.title.clone(),
            orders: own.len() as u32,
            totals: totals(&own),
        }
    });
    let by_level = by_level.collect();
    let mut due = all;
    due.retain(|one| input.level.is_none_or(|level| level == one.level));
    let total = due.len() as u32;
    due.truncate(input.limit.map_or(usize::MAX, |limit| limit as usize));
    Ok(Dunning {
        levels: by_level,
        total,
        due,
    })
}

fn totals(orders: &[&DueOrder]) -> Vec<Amount> {
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for order in orders {
        *sums.entry(&order.open.currency).or_default() += order.open.minor;
    }
    sums.into_iter()
        .map(|(currency, minor)| Amount::new(minor, currency))
        .collect()
}

/// The longest overdue first. Of contacts in the trash nothing is due.
pub(super) async fn due(
    conn: &mut SqliteConnection,
    levels: &DunningLevels,
    today: NaiveDate,
) -> Result<Vec<DueOrder>> {
    let orders = orders::open(conn).await?;
    let reached = reached(conn).await?;
    let ids: HashSet<i64> = orders.iter().map(|order| order.contact_id).collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    let people: Vec<(i64, bool, bool)> = sqlx::query_as(include_str!("people.sql"))
        .bind(sql::ids(&ids))
        .fetch_all(conn)
        .await?;
    let people: HashMap<i64, (bool, bool)> = people
        .into_iter()
        .map(|(id, deceased, address)| (id, (deceased, address)))
        .collect();
    let mut due = Vec::new();
    for order in orders {
        let reached = reached.get(&order.id).copied();
        let (Some(person), Some((level, due_on))) = (
            people.get(&order.contact_id),
            next(&order, reached, levels, today),
        ) else {
            continue;
        };
        let texts: Vec<&str> = order.lines.iter().map(|line| line.text.as_str()).collect();
        due.push(DueOrder {
            order: order.id,
            contact_id: order.contact_id,
            text: texts.join(", "),
            name: order.name,
            date: order.date,
            due_on,
            days_over: (today - due_on).num_days().max(0) as u32,
            open: order.open,
            reached: reached.map(|(level, _)| level),
            reached_on: reached.map(|(_, on)| on),
            level,
            deceased: person.0,
            has_address: person.1,
        });
    }
    due.sort_by_key(|one| (one.due_on, one.order));
    Ok(due)
}

/// The next level of an order, where its days are over, and the day on which the order was due.
fn next(
    order: &Order,
    reached: Option<(u32, NaiveDate)>,
    levels: &DunningLevels,
    today: NaiveDate,
) -> Option<(u32, NaiveDate)> {
    let due_on = order
        .date
        .checked_add_days(Days::new(levels.due_days.into()))?;
    let before = reached.map_or(0, |(level, _)| level);
    let of = levels.levels.get(before as usize)?;
    let over = due_on.checked_add_days(Days::new(of.days.into()))?;
    let since_last = reached.and_then(|(level, on)| {
        let last = levels.levels.get(level as usize - 1)?;
        on.checked_add_days(Days::new((of.days - last.days).into()))
    });
    let from = since_last.map_or(over, |since| since.max(over));
    (today >= from).then_some((before + 1, due_on))
}

async fn reached(conn: &mut SqliteConnection) -> Result<HashMap<i64, (u32, NaiveDate)>> {
    let rows: Vec<(i64, u32, String)> = sqlx::query_as(include_str!("reached.sql"))
        .fetch_all(conn)
        .await?;
    rows.into_iter()
        .map(|(order, level, on)| Ok((order, (level, day(&on)?))))
        .collect()
}
