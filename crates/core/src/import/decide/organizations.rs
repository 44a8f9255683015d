//! The organization, job title and department of a row on a contact that is there already.

use super::{NEW, Policy, Step, same};
use crate::contacts::{Affiliation, Contact};
use crate::fields::Target;
use crate::import::draft::{Draft, DraftTie};
use crate::import::types::Update;
use crate::organizations::OrganizationKind;

pub(super) fn affiliation(
    policy: &Policy,
    contact: &mut Contact,
    draft: &Draft,
    steps: &mut Vec<Step>,
) {
    let Some(name) = &draft.organization else {
        return titles_without_organization(policy, contact, draft, steps);
    };
    let known = contact
        .organizations
        .iter()
        .position(|o| same(&o.name, name));
    let index = match known {
        Some(index) => index,
        None => {
            let update = policy.of(|t| *t == Target::Organization);
            let primary = contact.organizations.iter().position(|o| o.primary);
            let replace = match (update, primary) {
                (_, None) => None,
                (Update::Replace, Some(at)) => Some(contact.organizations[at].affiliation_id),
                (Update::Add, Some(_)) => None,
                (Update::Fill, Some(_)) => return,
            };
            let extra = draft.tie(0).unwrap_or_default();
            let tie = Affiliation {
                id: NEW,
                affiliation_id: replace.unwrap_or(NEW),
                kind: kind_of(&extra),
                name: name.clone(),
                role: extra.role,
                title: draft.job_title.clone(),
                department: draft.department.clone(),
                from: extra.from,
                to: extra.to,
                primary: primary.is_none() || replace.is_some(),
            };
            steps.push(Step::Affiliate {
                nth: 0,
                replace,
                primary: tie.primary,
            });
            match (replace, primary) {
                (Some(_), Some(at)) => contact.organizations[at] = tie,
                _ => contact.organizations.push(tie),
            }
            return;
        }
    };
    if let Some(given) = draft.tie(0) {
        fill_tie(policy, &mut contact.organizations[index], given, steps);
    }
}

/// What an organization is unless the row says otherwise. One that is there keeps its kind, which is not the contact's.
fn kind_of(tie: &DraftTie) -> String {
    let kind = tie.kind.unwrap_or(OrganizationKind::Account);
    kind.name().to_owned()
}

/// What a row says of a tie that is there.
fn fill_tie(policy: &Policy, tie: &mut Affiliation, given: DraftTie, steps: &mut Vec<Step>) {
    let id = tie.affiliation_id;
    let columns = [
        ("title", &mut tie.title, given.title, Target::JobTitle),
        (
            "department",
            &mut tie.department,
            given.department,
            Target::Department,
        ),
        ("role", &mut tie.role, given.role, Target::Role),
        ("from_date", &mut tie.from, given.from, Target::From),
        ("to_date", &mut tie.to, given.to, Target::To),
    ];
    for (column, held, given, target) in columns {
        let Some(given) = given else { continue };
        let replaces = policy.of(|t| *t == target) == Update::Replace;
        if held.is_none() || (replaces && held.as_ref() != Some(&given)) {
            *held = Some(given.clone());
            if id != NEW {
                steps.push(Step::AffiliationColumn {
                    id,
                    column,
                    value: given,
                });
            }
        }
    }
}

/// The organizations of a row behind its first one: filled in where the contact belongs to them, else added, as far as the
/// contact has not as many already or more may be added.
pub(super) fn further_affiliations(
    policy: &Policy,
    contact: &mut Contact,
    draft: &Draft,
    steps: &mut Vec<Step>,
) {
    let update = policy.of(|t| *t == Target::Organization);
    for nth in draft.further_ties() {
        let Some(given) = draft.tie(nth) else {
            continue;
        };
        let name = given.organization.clone().unwrap_or_default();
        let known = contact
            .organizations
            .iter_mut()
            .find(|o| same(&o.name, &name));
        if let Some(tie) = known {
            fill_tie(policy, tie, given, steps);
            continue;
        }
        if update == Update::Fill && contact.organizations.len() > nth {
            continue;
        }
        let primary = contact.organizations.is_empty();
        contact.organizations.push(Affiliation {
            id: NEW,
            affiliation_id: NEW,
            kind: kind_of(&given),
            name,
            role: given.role,
            title: given.title,
            department: given.department,
            from: given.from,
            to: given.to,
            primary,
        });
        steps.push(Step::Affiliate {
            nth,
            replace: None,
            primary,
        });
    }
}

/// Job title and department of a row that names no organization: on the primary tie, else on the contact.
fn titles_without_organization(
    policy: &Policy,
    contact: &mut Contact,
    draft: &Draft,
    steps: &mut Vec<Step>,
) {
    let columns = [
        ("title", "job_title", &draft.job_title, Target::JobTitle),
        (
            "department",
            "department",
            &draft.department,
            Target::Department,
        ),
    ];
    for (column, code, given, target) in columns {
        let Some(given) = given else { continue };
        let replaces = policy.of(|t| *t == target) == Update::Replace;
        let tie = contact.organizations.iter_mut().find(|o| o.primary);
        let (id, held) = match (tie, code) {
            (Some(tie), "job_title") => (Some(tie.affiliation_id), &mut tie.title),
            (Some(tie), _) => (Some(tie.affiliation_id), &mut tie.department),
            (None, "job_title") => (None, &mut contact.job_title),
            (None, _) => (None, &mut contact.department),
        };
        if held.is_some() && !(replaces && held.as_ref() != Some(given)) {
            continue;
        }
        *held = Some(given.clone());
        match id {
            None => steps.push(Step::Column {
                code,
                value: given.clone(),
            }),
            Some(NEW) => {}
            Some(id) => steps.push(Step::AffiliationColumn {
                id,
                column,
                value: given.clone(),
            }),
        }
    }
}
