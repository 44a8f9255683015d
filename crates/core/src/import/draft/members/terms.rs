//! From the cells about one membership, or a line of its history, to terms.

use chrono::NaiveDate;

use super::days::{running, start_of};
use super::troubles::{lost, no_type, trouble};
use super::{Cells, DraftAct, DraftMember, DraftPayer, DraftTerm};
use crate::fields::MemberPart;
use crate::groups::folded;
use crate::import::types::{Problem, Update};
use crate::membership_types::MembershipType;
use crate::memberships::{Rule, history};

pub(super) fn take_line(member: &mut DraftMember, of: &MembershipType, line: history::Line) {
    let reason = line.reason;
    match line.what {
        history::What::Term { end, tier, issues } => {
            let named = of
                .tiers
                .iter()
                .find(|own| folded(&own.name) == folded(&tier));
            member.terms.push(DraftTerm {
                type_id: of.id,
                tier: named.map(|tier| tier.id),
                start: line.on,
                end,
                issues,
                reason,
                is_supposed: false,
                update: Update::Fill,
            });
        }
        history::What::Act(kind) => member.acts.push(DraftAct {
            type_id: of.id,
            kind,
            on: line.on,
            reason,
        }),
    }
}

/// The terms of one membership whose type is known.
pub(super) fn of_type(
    member: &mut DraftMember,
    of: &MembershipType,
    mut cells: Cells,
    today: NaiveDate,
    problems: &mut Vec<Problem>,
) {
    let cell = |part: MemberPart| cells.given.iter().find(|(own, _)| *own == part);
    let said = |part: MemberPart, why: Problem| {
        let (_, cell) = cell(part)?;
        Some(Problem {
            column: cell.column.clone(),
            position: cell.position,
            value: cell.value.clone(),
            ..why
        })
    };
    if let Some(text) = cells.payer.take() {
        let why = trouble(
            "unknown_payer",
            "Nobody is called so, or several are",
            "Write the payer's member number, e-mail or name",
        );
        let unknown = said(MemberPart::Payer, why).unwrap_or_else(no_type);
        member.payers.push(DraftPayer {
            type_id: of.id,
            text,
            update: cells.update,
            unknown,
        });
    }
    // One of Roster's own exports tells it whole.
    if member.terms.iter().any(|term| term.type_id == of.id) {
        return;
    }
    let tier = match &cells.tier {
        Some(name) => {
            let named = of
                .tiers
                .iter()
                .find(|tier| folded(&tier.name) == folded(name));
            if named.is_none() {
                let hint =
                    "Make the tier, or choose what the value means, and import the file again";
                let why = trouble("unknown_tier", "The membership type has no such tier", hint);
                problems.extend(said(MemberPart::Tier, why));
            }
            named.map(|tier| tier.id)
        }
        None => only_tier(of),
    };
    let is_supposed = cells.start.or(cells.end).or(cells.paid_until).is_none();
    let last = cells.end.or(cells.paid_until);
    let (start, end) = match (cells.start, last) {
        (Some(start), Some(end)) if end < start => {
            let why = trouble(
                "ends_before_start",
                "It ends before it begins",
                "Look which of the two is right",
            );
            return problems.extend(lost(cells, &why));
        }
        (Some(start), Some(end)) => (start, Some(end)),
        (Some(start), None) => (start, of.end(start)),
        (None, Some(end)) => (start_of(of.rule, end, member.joined), Some(end)),
        (None, None) => {
            let start = running(of.rule, member.joined.unwrap_or(today), today);
            (start, of.end(start))
        }
    };
    let term = DraftTerm {
        type_id: of.id,
        tier,
        start,
        end,
        issues: match of.rule {
            Rule::Issues(issues) => Some(issues),
            _ => None,
        },
        reason: None,
        is_supposed,
        update: cells.update,
    };
    match (end.and_then(|end| end.succ_opt()), cells.paid_until) {
        (Some(next), Some(paid)) if paid >= next => {
            let further = DraftTerm {
                start: next,
                end: Some(paid),
                ..term.clone()
            };
            member.terms.extend([term, further]);
        }
        (next, Some(paid)) => {
            if next.and_then(|next| next.pred_opt()) != Some(paid) {
                let hint = "The term goes on; enter an order for what is open";
                let why = trouble("paid_for_less", "Less is paid for than the term", hint);
                problems.extend(said(MemberPart::PaidUntil, why));
            }
            member.terms.push(term);
        }
        (_, None) => member.terms.push(term),
    }
}

fn only_tier(of: &MembershipType) -> Option<i64> {
    let mut offered = of.tiers.iter().filter(|tier| !tier.retired);
    let first = offered.next()?;
    offered.next().is_none().then_some(first.id)
}
