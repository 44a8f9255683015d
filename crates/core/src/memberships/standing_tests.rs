//! The table of cases by which the status of a membership is held to its rules.

use super::standing::{Act, ActKind, History, Standing, Status, Term};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Terms as `start..end`, `start..` for life and `start*12` for issues, each made by the batch of its place; acts as
/// `cancel@day`, made after all terms, or `cancel@day#2` by that batch.
fn history(terms: &[&str], acts: &[&str], grace_days: u32) -> History {
    let term = |(i, text): (usize, &&str)| {
        let (start, end, issues) = match (text.split_once(".."), text.split_once('*')) {
            (Some((start, "")), _) => (start, None, None),
            (Some((start, end)), _) => (start, Some(day(end)), None),
            (_, Some((start, issues))) => (start, None, Some(issues.parse().unwrap())),
            _ => panic!("{text}"),
        };
        Term {
            start: day(start),
            end,
            issues,
            tier: Some(i as i64),
            batch: i as i64 + 1,
        }
    };
    let act = |text: &&str| {
        let (kind, on) = text.split_once('@').unwrap();
        let (on, batch) = on.split_once('#').unwrap_or((on, "100"));
        Act {
            kind: match kind {
                "cancel" => ActKind::Cancel,
                "suspend" => ActKind::Suspend,
                "resume" => ActKind::Resume,
                _ => panic!("{text}"),
            },
            on: day(on),
            batch: batch.parse().unwrap(),
        }
    };
    History {
        terms: terms.iter().enumerate().map(term).collect(),
        acts: acts.iter().map(act).collect(),
        grace_days,
        stops_clock: true,
        ..History::default()
    }
}

/// `status start end`, with `-` for none.
fn told(standing: &Standing) -> String {
    let shown = |day: Option<NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
    format!(
        "{} {} {}",
        standing.status.name(),
        shown(standing.start),
        shown(standing.end)
    )
}

const YEAR: &str = "2026-01-01..2026-12-31";
const NEXT: &str = "2027-01-01..2027-12-31";

#[test]
fn the_status_follows_from_the_days() {
    for (terms, acts, today, says) in [
        // One term, with thirty days of grace.
        (
            &[YEAR][..],
            &[][..],
            "2025-12-31",
            "pending 2026-01-01 2026-12-31",
        ),
        (&[YEAR], &[], "2026-01-01", "current 2026-01-01 2026-12-31"),
        (&[YEAR], &[], "2026-12-31", "current 2026-01-01 2026-12-31"),
        (&[YEAR], &[], "2027-01-01", "grace 2026-01-01 2026-12-31"),
        (&[YEAR], &[], "2027-01-30", "grace 2026-01-01 2026-12-31"),
        (&[YEAR], &[], "2027-01-31", "lapsed 2026-01-01 2026-12-31"),
        // Renewed before the end: paid for without a gap.
        (
            &[YEAR, NEXT],
            &[],
            "2026-12-15",
            "current 2026-01-01 2027-12-31",
        ),
        (
            &[YEAR, NEXT],
            &[],
            "2027-01-01",
            "current 2027-01-01 2027-12-31",
        ),
        // A gap between the two.
        (
            &[YEAR, "2027-06-01..2028-05-31"],
            &[],
            "2026-12-31",
            "current 2026-01-01 2026-12-31",
        ),
        (
            &[YEAR, "2027-06-01..2028-05-31"],
            &[],
            "2027-01-15",
            "grace 2027-06-01 2028-05-31",
        ),
        (
            &[YEAR, "2027-06-01..2028-05-31"],
            &[],
            "2027-03-01",
            "pending 2027-06-01 2028-05-31",
        ),
        // A leap day.
        (
            &["2024-02-29..2025-02-28"],
            &[],
            "2025-02-28",
            "current 2024-02-29 2025-02-28",
        ),
        (
            &["2024-02-29..2025-02-28"],
            &[],
            "2025-03-01",
            "grace 2024-02-29 2025-02-28",
        ),
        // For life.
        (&["2020-05-05.."], &[], "2099-01-01", "current 2020-05-05 -"),
        (
            &["2020-05-05.."],
            &["cancel@2026-01-01"],
            "2026-01-01",
            "cancelled 2020-05-05 2025-12-31",
        ),
        // Cancelled: until that day nothing changes but the end.
        (
            &[YEAR],
            &["cancel@2026-07-01"],
            "2026-06-30",
            "current 2026-01-01 2026-06-30",
        ),
        (
            &[YEAR],
            &["cancel@2026-07-01"],
            "2026-07-01",
            "cancelled 2026-01-01 2026-06-30",
        ),
        (
            &[YEAR],
            &["cancel@2027-01-10"],
            "2027-01-09",
            "grace 2026-01-01 2026-12-31",
        ),
        (
            &[YEAR],
            &["cancel@2027-01-10"],
            "2027-01-10",
            "cancelled 2026-01-01 2026-12-31",
        ),
        (
            &[YEAR, NEXT],
            &["cancel@2027-01-01"],
            "2027-01-01",
            "cancelled 2026-01-01 2026-12-31",
        ),
        (
            &[YEAR],
            &["cancel@2025-12-01"],
            "2025-11-01",
            "cancelled 2026-01-01 2025-11-30",
        ),
        (
            &[YEAR],
            &["cancel@2025-12-01"],
            "2026-02-01",
            "cancelled 2026-01-01 2025-11-30",
        ),
        // Enrolled again on the very day: the cancellation covers what was there before.
        (
            &[YEAR, "2026-07-01..2027-06-30"],
            &["cancel@2026-07-01#1"],
            "2026-07-01",
            "current 2026-07-01 2027-06-30",
        ),
        // A suspension stops the clock.
        (
            &[YEAR],
            &["suspend@2026-03-01"],
            "2026-02-28",
            "current 2026-01-01 2026-12-31",
        ),
        (
            &[YEAR],
            &["suspend@2026-03-01"],
            "2026-03-01",
            "suspended 2026-01-01 2027-01-01",
        ),
        (
            &[YEAR],
            &["suspend@2026-03-01"],
            "2028-03-01",
            "suspended 2026-01-01 2029-01-01",
        ),
        (
            &[YEAR],
            &["suspend@2026-03-01", "resume@2026-06-01"],
            "2026-05-31",
            "suspended 2026-01-01 2027-04-02",
        ),
        (
            &[YEAR],
            &["suspend@2026-03-01", "resume@2026-06-01"],
            "2026-06-01",
            "current 2026-01-01 2027-04-02",
        ),
        (
            &[YEAR],
            &["suspend@2026-03-01", "resume@2026-06-01"],
            "2027-04-03",
            "grace 2026-01-01 2027-04-02",
        ),
        // What follows a suspended term begins later, and is as long as it was.
        (
            &[YEAR, NEXT],
            &["suspend@2026-03-01", "resume@2026-03-11"],
            "2027-01-10",
            "current 2026-01-01 2028-01-10",
        ),
        (
            &[YEAR, NEXT],
            &["suspend@2026-03-01", "resume@2026-03-11"],
            "2027-01-11",
            "current 2027-01-11 2028-01-10",
        ),
        // A suspension after the end changes nothing; one that was ended before the term neither.
        (
            &[YEAR],
            &["suspend@2027-03-01"],
            "2027-04-01",
            "lapsed 2026-01-01 2026-12-31",
        ),
        (
            &[NEXT],
            &["suspend@2026-03-01", "resume@2026-04-01"],
            "2027-04-01",
            "current 2027-01-01 2027-12-31",
        ),
        // Resumed without having been suspended.
        (
            &[YEAR],
            &["resume@2026-04-01"],
            "2026-05-01",
            "current 2026-01-01 2026-12-31",
        ),
        // Back-dated: entered in March, it holds from January on.
        (
            &["2026-01-01..2026-12-31"],
            &["suspend@2026-01-10#1", "resume@2026-01-20#1"],
            "2026-03-01",
            "current 2026-01-01 2027-01-10",
        ),
        // The same term twice, as files have it, is no longer for it.
        (
            &[YEAR, YEAR],
            &[],
            "2026-05-01",
            "current 2026-01-01 2026-12-31",
        ),
        // Nothing at all.
        (&[], &[], "2026-05-01", "lapsed - -"),
    ] {
        let standing = history(terms, acts, 30).on(day(today));
        assert_eq!(told(&standing), says, "{terms:?} {acts:?} on {today}");
    }
}

#[test]
fn without_grace_it_lapses_the_next_day_and_death_ends_all() {
    let mut history = history(&[YEAR], &[], 0);
    assert_eq!(history.on(day("2027-01-01")).status, Status::Lapsed);
    history.deceased = true;
    for today in ["2025-01-01", "2026-06-01", "2030-01-01"] {
        assert_eq!(history.on(day(today)).status, Status::Deceased);
    }
}

#[test]
fn a_fixed_period_ends_when_it_ends_however_long_it_was_suspended() {
    let mut history = history(&[YEAR], &["suspend@2026-03-01"], 0);
    history.stops_clock = false;
    assert_eq!(
        told(&history.on(day("2026-12-31"))),
        "suspended 2026-01-01 2026-12-31"
    );
    assert_eq!(
        told(&history.on(day("2027-01-01"))),
        "lapsed 2026-01-01 2026-12-31"
    );
}

#[test]
fn issues_are_counted_down_by_what_was_mailed() {
    let mut history = history(
        &["2026-01-01*2", "2026-02-01*2"],
        &["suspend@2026-03-01", "resume@2026-03-10"],
        10,
    );
    history.mailed = [
        "2025-12-01",
        "2026-01-15",
        "2026-02-15",
        "2026-03-05",
        "2026-03-15",
        "2026-04-15",
        "2026-05-15",
    ]
    .map(day)
    .into();
    for (today, status, left) in [
        ("2026-01-14", Status::Current, 4),
        ("2026-01-15", Status::Current, 3),
        ("2026-02-15", Status::Current, 2),
        // Suspended when the next went out.
        ("2026-03-06", Status::Suspended, 2),
        ("2026-03-15", Status::Current, 1),
        ("2026-04-15", Status::Current, 0),
        ("2026-04-25", Status::Grace, 0),
        ("2026-05-15", Status::Lapsed, 0),
    ] {
        let standing = history.on(day(today));
        assert_eq!(
            (standing.status, standing.issues_left),
            (status, Some(left)),
            "{today}"
        );
    }
    history.acts.push(Act {
        kind: ActKind::Cancel,
        on: day("2026-02-10"),
        batch: 100,
    });
    let standing = history.on(day("2026-06-01"));
    assert_eq!(
        (standing.status, standing.issues_left),
        (Status::Cancelled, Some(0))
    );
}

#[test]
fn the_tier_is_that_of_the_term_that_runs() {
    let history = history(&[YEAR, NEXT], &[], 0);
    assert_eq!(history.on(day("2026-06-01")).tier, Some(0));
    assert_eq!(history.on(day("2027-06-01")).tier, Some(1));
    assert_eq!(
        history.on(day("2026-06-01")).last_end,
        Some(day("2027-12-31"))
    );
}
