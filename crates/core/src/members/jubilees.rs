//! Whom to congratulate in a year (M8): members with a round number of years of membership, counted from the day of
//! joining, or with a round birthday. Not the dead, and not those whose memberships are all over.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::roll::roll;
use super::types::Member;
use crate::error::{Error, Result};
use crate::memberships::Status;
use crate::workspace::Workspace;

/// What is celebrated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum JubileeKind {
    Membership,
    Birthday,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Jubilee {
    pub contact_id: i64,
    pub number: String,
    pub name: String,
    pub kind: JubileeKind,
    pub years: i32,
    pub on: NaiveDate,
}

/// The jubilees of a year, by their days.
///
/// # Errors
/// `Invalid` where the year isn't one of four digits.
pub async fn jubilees(ws: &Workspace, year: i32) -> Result<Vec<Jubilee>> {
    if !(1000..=9999).contains(&year) {
        return Err(Error::invalid(format!("{year} is no year of four digits.")));
    }
    let mut conn = ws.read().await?;
    let roll = roll(ws, &mut conn).await?;
    let living: Vec<(i64, Option<String>)> = sqlx::query_as(include_str!("jubilees.sql"))
        .fetch_all(&mut *conn)
        .await?;
    let birthdays: HashMap<i64, Option<String>> = living.into_iter().collect();
    let mut found = Vec::new();
    for member in roll.members.iter().filter(|member| !is_over(member)) {
        let Some(birthday) = birthdays.get(&member.contact_id) else {
            continue;
        };
        let joined = (JubileeKind::Membership, Some(member.joined));
        // A birthday without its year has no age.
        let born = birthday.as_deref().and_then(|text| text.parse().ok());
        for (kind, first) in [joined, (JubileeKind::Birthday, born)] {
            found.extend(first.and_then(|first| jubilee(member, kind, first, year)));
        }
    }
    // The roll is in the order of names, which a stable sort keeps.
    found.sort_by_key(|one| (one.on, one.kind));
    Ok(found)
}

fn is_over(member: &Member) -> bool {
    let over = [Status::Lapsed, Status::Cancelled, Status::Deceased];
    let mut all = member.memberships.iter();
    !member.memberships.is_empty() && all.all(|one| over.contains(&one.status))
}

fn jubilee(member: &Member, kind: JubileeKind, first: NaiveDate, year: i32) -> Option<Jubilee> {
    let years = year - first.year();
    is_round(kind, years).then_some(())?;
    Some(Jubilee {
        contact_id: member.contact_id,
        number: member.number.clone(),
        name: member.name.clone(),
        kind,
        years,
        on: in_year(first, year)?,
    })
}

fn is_round(kind: JubileeKind, years: i32) -> bool {
    match kind {
        JubileeKind::Membership => [5, 10, 25].contains(&years) || (years >= 40 && years % 10 == 0),
        JubileeKind::Birthday => years > 0 && years % 10 == 0,
    }
}

/// The same day in another year; the last of February for the 29th where there is none.
fn in_year(day: NaiveDate, year: i32) -> Option<NaiveDate> {
    day.with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_numbers_differ_for_memberships_and_birthdays() {
        let round = |kind| (-10..=80).filter(move |years| is_round(kind, *years));
        let years: Vec<i32> = round(JubileeKind::Membership).collect();
        assert_eq!(years, [5, 10, 25, 40, 50, 60, 70, 80]);
        let years: Vec<i32> = round(JubileeKind::Birthday).collect();
        assert_eq!(years, [10, 20, 30, 40, 50, 60, 70, 80]);
    }

    #[test]
    fn a_leap_day_is_celebrated_on_the_last_of_february() {
        let leap: NaiveDate = "1996-02-29".parse().unwrap();
        assert_eq!(in_year(leap, 2026).unwrap().to_string(), "2026-02-28");
        assert_eq!(in_year(leap, 2016).unwrap().to_string(), "2016-02-29");
    }
}
