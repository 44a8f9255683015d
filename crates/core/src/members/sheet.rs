//! A member as an export tells it: each membership by the term that matters today, and the whole history where one term
//! doesn't say it all. Read back, it stands as it stood.

use std::collections::HashMap;

use chrono::NaiveDate;
use sqlx::{FromRow, SqliteConnection};

use crate::contacts::Contact;
use crate::error::Result;
use crate::memberships::history::{self, Line, What};
use crate::memberships::{ActKind, day, optional_day};
use crate::sql;
use crate::workspace::Workspace;

#[derive(Debug, Clone)]
pub(crate) struct MemberSheet {
    pub number: String,
    pub joined: String,
    pub memberships: Vec<MembershipSheet>,
}

#[derive(Debug, Clone)]
pub(crate) struct MembershipSheet {
    pub type_name: String,
    pub tier: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    /// A member number, else an e-mail, else a name.
    pub payer: Option<String>,
    /// Empty where one term says it all.
    lines: Vec<Line>,
}

impl MemberSheet {
    /// In one text.
    pub fn history(&self) -> String {
        let lines = self
            .memberships
            .iter()
            .flat_map(|one| one.lines.iter().cloned());
        history::text(&lines.collect::<Vec<_>>())
    }
}

#[derive(FromRow)]
struct MemberRow {
    contact_id: i64,
    number: String,
    joined: String,
}

#[derive(FromRow)]
struct MembershipRow {
    id: i64,
    contact_id: i64,
    type_name: String,
    payer: Option<String>,
}

#[derive(FromRow)]
struct TermRow {
    membership_id: i64,
    tier: Option<String>,
    start_date: String,
    end_date: Option<String>,
    issues: Option<u32>,
    reason: Option<String>,
    batch_id: i64,
}

#[derive(FromRow)]
struct ActRow {
    membership_id: i64,
    kind: String,
    on_date: String,
    reason: Option<String>,
    batch_id: i64,
}

/// Gives each of the contacts that is a member its sheet.
pub(crate) async fn sheets(
    ws: &Workspace,
    conn: &mut SqliteConnection,
    contacts: &mut [Contact],
) -> Result<()> {
    let ids: Vec<i64> = contacts.iter().map(|contact| contact.id).collect();
    let ids = sql::ids(&ids);
    let members: Vec<MemberRow> = sqlx::query_as(include_str!("sheet_members.sql"))
        .bind(&ids)
        .fetch_all(&mut *conn)
        .await?;
    if members.is_empty() {
        return Ok(());
    }
    let memberships: Vec<MembershipRow> = sqlx::query_as(include_str!("sheet_memberships.sql"))
        .bind(&ids)
        .fetch_all(&mut *conn)
        .await?;
    let terms: Vec<TermRow> = sqlx::query_as(include_str!("sheet_terms.sql"))
        .bind(&ids)
        .fetch_all(&mut *conn)
        .await?;
    let acts: Vec<ActRow> = sqlx::query_as(include_str!("sheet_acts.sql"))
        .bind(&ids)
        .fetch_all(conn)
        .await?;
    let mut terms = by(terms, |row| row.membership_id);
    let mut acts = by(acts, |row| row.membership_id);
    let mut of: HashMap<i64, Vec<MembershipSheet>> = HashMap::new();
    for row in memberships {
        let own = (
            terms.remove(&row.id).unwrap_or_default(),
            acts.remove(&row.id).unwrap_or_default(),
        );
        let contact = row.contact_id;
        of.entry(contact)
            .or_default()
            .push(sheet(row, own, ws.today())?);
    }
    let mut sheets: HashMap<i64, MemberSheet> = HashMap::new();
    for row in members {
        let memberships = of.remove(&row.contact_id).unwrap_or_default();
        let sheet = MemberSheet {
            number: row.number,
            joined: row.joined,
            memberships,
        };
        sheets.insert(row.contact_id, sheet);
    }
    for contact in contacts {
        contact.member = sheets.remove(&contact.id).map(Box::new);
    }
    Ok(())
}

fn by<R>(rows: Vec<R>, key: impl Fn(&R) -> i64) -> HashMap<i64, Vec<R>> {
    let mut all: HashMap<i64, Vec<R>> = HashMap::new();
    for row in rows {
        all.entry(key(&row)).or_default().push(row);
    }
    all
}

fn sheet(
    row: MembershipRow,
    (terms, acts): (Vec<TermRow>, Vec<ActRow>),
    today: NaiveDate,
) -> Result<MembershipSheet> {
    let today = today.to_string();
    let runs = |term: &&TermRow| {
        term.start_date <= today && term.end_date.as_ref().is_none_or(|end| *end >= today)
    };
    let shown = terms
        .iter()
        .rfind(runs)
        .or_else(|| terms.iter().find(|term| term.start_date > today))
        .or(terms.last());
    let says_all = |term: &TermRow| term.issues.is_none() && term.reason.is_none();
    let is_simple = acts.is_empty() && matches!(terms.as_slice(), [one] if says_all(one));
    let lines = match is_simple {
        true => Vec::new(),
        false => lines(&row.type_name, &terms, acts)?,
    };
    Ok(MembershipSheet {
        tier: shown.and_then(|term| term.tier.clone()),
        start: shown.map(|term| term.start_date.clone()),
        end: shown.and_then(|term| term.end_date.clone()),
        type_name: row.type_name,
        payer: row.payer,
        lines,
    })
}

/// Read back, all of it is of one batch: what an older cancellation cut off is told as it ended, and only what was decided
/// after the youngest term is told as an act.
fn lines(type_name: &str, terms: &[TermRow], acts: Vec<ActRow>) -> Result<Vec<Line>> {
    let youngest = terms
        .iter()
        .map(|term| term.batch_id)
        .max()
        .unwrap_or(i64::MIN);
    let is_over = |act: &&ActRow| act.kind == ActKind::Cancel.name() && act.batch_id < youngest;
    let over = acts.iter().filter(is_over).map(|act| act.batch_id).max();
    let mut all = Vec::new();
    for term in terms {
        let cancels = acts.iter().filter(is_over);
        let cut = cancels
            .filter(|act| act.batch_id >= term.batch_id)
            .map(|act| &act.on_date)
            .min();
        let start = day(&term.start_date)?;
        let mut end = optional_day(term.end_date.as_deref())?;
        if let Some(cut) = cut {
            let last = day(cut)?.pred_opt().unwrap_or(start);
            end = Some(end.map_or(last, |end| end.min(last)));
        }
        // Cancelled before it began, it never was.
        if end.is_some_and(|end| end < start) {
            continue;
        }
        all.push(Line {
            type_name: type_name.to_owned(),
            on: start,
            what: What::Term {
                end,
                tier: term.tier.clone().unwrap_or_default(),
                issues: term.issues,
            },
            reason: term.reason.clone(),
        });
    }
    for act in acts {
        let Some(kind) = ActKind::from_name(&act.kind) else {
            continue;
        };
        let stands = match kind {
            ActKind::Cancel => act.batch_id >= youngest,
            _ => over.is_none_or(|over| act.batch_id > over),
        };
        if stands {
            all.push(Line {
                type_name: type_name.to_owned(),
                on: day(&act.on_date)?,
                what: What::Act(kind),
                reason: act.reason,
            });
        }
    }
    Ok(all)
}
