//! Which backups go: they are kept densely where they are recent and sparsely where they are old, within a size.

use chrono::{DateTime, Datelike, Duration, Timelike, Utc};

use super::types::Why;

/// A backup as thinning sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aged {
    pub at: DateTime<Utc>,
    pub bytes: u64,
    pub why: Why,
}

/// Of each span the latest stays: all of the last two hours, then one an hour for a day, one a day for a month, one a
/// week for half a year, and one a month.
fn span(at: DateTime<Utc>, now: DateTime<Utc>) -> Option<(u8, i32, u32, u32)> {
    let age = now - at;
    match () {
        () if age < Duration::hours(2) => None,
        () if age < Duration::hours(24) => Some((0, at.year(), at.ordinal(), at.hour())),
        () if age < Duration::days(31) => Some((1, at.year(), at.ordinal(), 0)),
        () if age < Duration::weeks(26) => {
            let week = at.iso_week();
            Some((2, week.year(), week.week(), 0))
        }
        () => Some((3, at.year(), at.month(), 0)),
    }
}

/// What a restore or an update began with stays for a week, whatever else was made in its hour.
fn is_dear(backup: &Aged, now: DateTime<Utc>) -> bool {
    matches!(backup.why, Why::Restore | Why::Update | Why::Repair)
        && now - backup.at < Duration::days(7)
}

/// The places in `backups` (the latest first) of those that go. The latest always stays.
pub(super) fn superfluous(backups: &[Aged], now: DateTime<Utc>, most: u64) -> Vec<usize> {
    let mut spans = Vec::new();
    let mut total = 0_u64;
    let mut going = Vec::new();
    for (place, backup) in backups.iter().enumerate() {
        let span = span(backup.at, now);
        let is_another = span.is_some_and(|span| spans.contains(&span)) && !is_dear(backup, now);
        let is_too_much = place > 0 && total.saturating_add(backup.bytes) > most;
        if is_another || is_too_much {
            going.push(place);
            continue;
        }
        total = total.saturating_add(backup.bytes);
        spans.extend(span);
    }
    going
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: u64 = u64::MAX;

    fn now() -> DateTime<Utc> {
        "2026-11-22T12:30:00Z".parse().unwrap()
    }

    fn made(ago: Duration) -> Aged {
        Aged {
            at: now() - ago,
            bytes: 10,
            why: Why::Use,
        }
    }

    #[test]
    fn a_year_of_use_leaves_some_fifty() {
        let half_hours: Vec<Aged> = (0..2 * 24 * 400)
            .map(|n| made(Duration::minutes(30 * n)))
            .collect();
        let going = superfluous(&half_hours, now(), ROOM);
        let stay: Vec<&Aged> = half_hours
            .iter()
            .enumerate()
            .filter(|(place, _)| !going.contains(place))
            .map(|(_, backup)| backup)
            .collect();
        let within = |from: Duration, to: Duration| {
            stay.iter()
                .filter(|b| now() - b.at >= from && now() - b.at < to)
                .count()
        };
        assert_eq!(within(Duration::zero(), Duration::hours(2)), 4);
        assert_eq!(within(Duration::hours(2), Duration::hours(24)), 22);
        assert!((30..=31).contains(&within(Duration::hours(24), Duration::days(31))));
        assert!((21..=24).contains(&within(Duration::days(31), Duration::weeks(26))));
        assert!((7..=9).contains(&within(Duration::weeks(26), Duration::days(400))));
    }

    #[test]
    fn the_latest_of_a_span_stays() {
        let backups = [150, 170, 190].map(|minutes| made(Duration::minutes(minutes)));
        // 10:00, 09:40 and 09:20
        assert_eq!(superfluous(&backups, now(), ROOM), [2]);
    }

    #[test]
    fn the_oldest_go_when_there_is_no_room_and_the_latest_stays_whatever_its_size() {
        let backups = [1, 2, 3].map(|days| made(Duration::days(days)));
        assert_eq!(superfluous(&backups, now(), 25), [2]);
        assert_eq!(superfluous(&backups, now(), 5), [1, 2]);
        assert_eq!(superfluous(&[], now(), 0), [0; 0]);
    }

    #[test]
    fn what_a_restore_began_with_stays_for_a_week() {
        let before_restore = |ago| Aged {
            why: Why::Restore,
            ..made(ago)
        };
        let hours = |n: i64| Duration::minutes(60 * n + 10);
        let backups = [
            made(hours(5)),
            before_restore(hours(5) + Duration::minutes(5)),
        ];
        assert_eq!(superfluous(&backups, now(), ROOM), [0; 0]);
        let later = Duration::days(8);
        let backups = [made(later), before_restore(later + Duration::minutes(5))];
        assert_eq!(superfluous(&backups, now(), ROOM), [1]);
    }
}
